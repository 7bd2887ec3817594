//! `Accept-Language` (RFC 9110, 12.5.4) answered by RFC 4647's lookup: ranges by weight, each shortened from its
//! end until it is one of ours.

use crate::Locale;

/// Browsers send a handful of ranges; what comes after this many is not looked at.
const MOST_RANGES: usize = 32;

/// Which of these locales the header asks for, or none if it names none of them. `q=0` rules a language out, for `*` too.
pub(crate) fn lookup(header: &str, offered: &[Locale]) -> Option<Locale> {
    let mut ranges: Vec<(&str, u16)> = header.split(',').take(MOST_RANGES).filter_map(range).collect();
    let refused: Vec<Locale> = ranges
        .iter()
        .filter(|(_, weight)| *weight == 0)
        .filter_map(|(tag, _)| Locale::from_lower(tag))
        .collect();
    let may = |locale: &Locale| offered.contains(locale) && !refused.contains(locale);
    ranges.retain(|(_, weight)| *weight > 0);
    // Stable, so that of equal weights the first one written wins.
    ranges.sort_by_key(|(_, weight)| std::cmp::Reverse(*weight));
    let mut any = false;
    for (tag, _) in ranges {
        if tag == "*" {
            any = true;
        } else if let Some(locale) = shortened(tag).filter(may) {
            return Some(locale);
        }
    }
    if any { offered.iter().copied().find(may) } else { None }
}

impl Locale {
    fn from_lower(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|locale| locale.tag().eq_ignore_ascii_case(tag))
    }
}

/// A range with its weight in thousandths. What is not well formed is ignored.
fn range(part: &str) -> Option<(&str, u16)> {
    let mut pieces = part.split(';').map(str::trim);
    let tag = pieces.next().filter(|tag| !tag.is_empty())?;
    let mut weight = 1000;
    for parameter in pieces {
        if let Some((name, value)) = parameter.split_once('=')
            && name.trim().eq_ignore_ascii_case("q")
        {
            weight = thousandths(value.trim())?;
        }
    }
    Some((tag, weight))
}

/// `qvalue = ( "0" [ "." 0*3DIGIT ] ) / ( "1" [ "." 0*3("0") ] )`
fn thousandths(text: &str) -> Option<u16> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    if fraction.len() > 3 || !fraction.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let fraction: u16 = format!("{fraction:0<3}").parse().ok()?;
    match (whole, fraction) {
        ("0", _) => Some(fraction),
        ("1", 0) => Some(1000),
        _ => None,
    }
}

/// RFC 4647, 3.4: `ar-Arab-DZ`, then `ar-Arab`, then `ar`.
fn shortened(tag: &str) -> Option<Locale> {
    let mut rest = tag;
    loop {
        if let Some(locale) = Locale::from_lower(rest) {
            return Some(locale);
        }
        rest = rest.rsplit_once('-')?.0;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_heaviest_range_that_we_speak_wins() {
        for (header, expected) in [
            ("ar-DZ,ar;q=0.9,fr;q=0.8,en;q=0.7", Some(Locale::Ar)),
            ("en;q=0.5, fr ; q=0.9", Some(Locale::Fr)),
            ("de-DE,de;q=0.9,fr;q=0.1", Some(Locale::Fr)),
            ("FR-ca", Some(Locale::Fr)),
            ("ar-Arab-DZ-x-private", Some(Locale::Ar)),
            ("fr,ar", Some(Locale::Fr)),
            ("kab,*", Some(Locale::En)),
            ("*;q=0.5,ar;q=0.4", Some(Locale::Ar)),
            ("*", Some(Locale::En)),
            ("en;q=0,*", Some(Locale::Fr)),
            ("fr;q=0", None),
            ("fr;q=0,fr-FR", None),
            ("french,freely", None),
            ("", None),
            (",;q=1,, ;", None),
        ] {
            assert_eq!(lookup(header, &Locale::ALL), expected, "{header}");
        }
        assert_eq!(Locale::negotiate("de"), Locale::En);
    }

    #[test]
    fn weights_out_of_shape_are_not_ranges() {
        for bad in ["fr;q=2", "fr;q=1.5", "fr;q=-1", "fr;q=0.1234", "fr;q=", "fr;q=x", "fr;q=.5"] {
            assert_eq!(lookup(bad, &Locale::ALL), None, "{bad}");
        }
        assert_eq!(lookup("fr;q=1.000", &Locale::ALL), Some(Locale::Fr));
        assert_eq!(lookup("fr;Q=0.001", &Locale::ALL), Some(Locale::Fr));
    }

    proptest! {
        #[test]
        fn any_header_has_an_answer(header in "\\PC{0,200}") {
            let _ = Locale::negotiate(&header);
        }
    }
}
