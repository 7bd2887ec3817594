//! The parts of a text that give a story away: what stands between `||` and `||`.

/// A part of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part<'a> {
    /// Said openly.
    Open(&'a str),
    /// Between bars, which are left out here.
    Spoiler(&'a str),
}

impl<'a> Part<'a> {
    /// The text of the part.
    pub const fn text(self) -> &'a str {
        match self {
            Self::Open(text) | Self::Spoiler(text) => text,
        }
    }
}

/// The parts of a text, in order; none is empty. Bars without a partner, and those with nothing between them, are text.
/// Of more than two bars in a row the inner ones mark the spoiler.
pub fn parts(text: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    // Up to where the text is told, and where a spoiler that is open begins.
    let (mut told, mut opened): (usize, Option<usize>) = (0, None);
    for (start, end) in bars(text) {
        let inside = opened.map(|from| (from, &text[from..start]));
        match inside.filter(|(_, inside)| !inside.trim().is_empty()) {
            Some((from, inside)) => {
                if from - 2 > told {
                    parts.push(Part::Open(&text[told..from - 2]));
                }
                parts.push(Part::Spoiler(inside));
                told = start + 2;
                opened = (end - start >= 4).then_some(end);
            }
            None => opened = Some(end),
        }
    }
    if told < text.len() {
        parts.push(Part::Open(&text[told..]));
    }
    parts
}

/// What may be told of a text where nobody can ask for the rest: in previews, mails and search results.
pub fn open_text(text: &str) -> String {
    parts(text)
        .into_iter()
        .map(|part| match part {
            Part::Open(text) => text,
            Part::Spoiler(_) => "…",
        })
        .collect()
}

/// Where two bars or more stand in a row.
fn bars(text: &str) -> impl Iterator<Item = (usize, usize)> + '_ {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + text[from..].find("||")?;
        let length = text[start..].bytes().take_while(|byte| *byte == b'|').count();
        from = start + length;
        Some((start, from))
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn told(text: &str) -> Vec<String> {
        let told = |part| match part {
            Part::Open(text) => text.to_owned(),
            Part::Spoiler(text) => format!("[{text}]"),
        };
        parts(text).into_iter().map(told).collect()
    }

    #[test]
    fn what_stands_between_bars_is_a_spoiler() {
        assert_eq!(told("He ||dies|| at last"), ["He ", "[dies]", " at last"]);
        assert_eq!(told("||all of it||"), ["[all of it]"]);
        assert_eq!(told("||a|| and ||b\nc||"), ["[a]", " and ", "[b\nc]"]);
    }

    #[test]
    fn bars_without_a_partner_are_text() {
        assert_eq!(told("a || b"), ["a || b"]);
        assert_eq!(told("||a|| then ||b"), ["[a]", " then ||b"]);
        assert_eq!(told("a | b | c"), ["a | b | c"]);
    }

    #[test]
    fn bars_with_nothing_between_them_hide_nothing() {
        assert_eq!(told("||||"), ["||||"]);
        assert_eq!(told("|| ||"), ["|| ||"]);
        assert_eq!(told("|| ||a||"), ["|| ", "[a]"]);
    }

    #[test]
    fn of_many_bars_the_inner_ones_count() {
        assert_eq!(told("||||a||||"), ["||", "[a]", "||"]);
        assert_eq!(told("||a||||b||"), ["[a]", "[b]"]);
        assert_eq!(told("|||a|||"), ["|", "[a]", "|"]);
    }

    #[test]
    fn what_is_told_elsewhere_has_no_spoiler_in_it() {
        assert_eq!(open_text("He ||dies|| at ||last||!"), "He … at …!");
    }

    proptest! {
        #[test]
        fn no_text_is_lost(text in "[a|é \\n]{0,40}") {
            let again: String = parts(&text).into_iter().map(|part| match part {
                Part::Open(text) => text.to_owned(),
                Part::Spoiler(text) => format!("||{text}||"),
            }).collect();
            prop_assert_eq!(again, text);
        }

        #[test]
        fn a_spoiler_has_something_in_it_and_no_part_is_empty(text in "[a|é \\n]{0,40}") {
            for part in parts(&text) {
                prop_assert!(!part.text().is_empty());
                if let Part::Spoiler(inside) = part {
                    prop_assert!(!inside.trim().is_empty() && !inside.contains("||"));
                    prop_assert!(!inside.starts_with('|') && !inside.ends_with('|'));
                }
            }
        }

        #[test]
        fn what_is_marked_is_never_told_openly(before in "[a \\n]{0,9}", hidden in "[x-z]{1,9}", after in "[|a \\n]{0,9}") {
            let text = format!("{before}||{hidden}||{after}");
            prop_assert!(!open_text(&text).contains(&hidden));
        }
    }
}
