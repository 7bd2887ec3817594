//! Sets texts as a printer would, so that a translator may type on an ordinary keyboard: curly apostrophes
//! everywhere, and French spaces that do not break before `: ; ! ? » %` and after `«`.

use crate::Language;

const NO_BREAK: char = '\u{a0}';

/// The text as it will be shown, or what must be mended by hand because the right form cannot be guessed.
///
/// `after_argument` says that an argument stands directly before the text.
pub(crate) fn set(text: &str, language: Language, after_argument: bool) -> Result<String, &'static str> {
    if text.contains('"') {
        return Err(match language {
            Language::En => "straight quotation marks: write “ and ”",
            Language::Fr | Language::Ar => "straight quotation marks: write « and »",
        });
    }
    let text = apostrophes(text, after_argument)?;
    if language == Language::Fr { french(&text, after_argument) } else { Ok(text) }
}

fn apostrophes(text: &str, after_argument: bool) -> Result<String, &'static str> {
    let mut previous = after_argument.then_some('a');
    let mut set = String::with_capacity(text.len());
    for c in text.chars() {
        match (c, previous) {
            ('\'', Some(before)) if before.is_alphanumeric() => set.push('’'),
            ('\'', _) => return Err("a straight quotation mark: write “ ” or « », and ’ for an apostrophe"),
            _ => set.push(c),
        }
        previous = Some(c);
    }
    Ok(set)
}

fn french(text: &str, after_argument: bool) -> Result<String, &'static str> {
    let mut set: Vec<char> = Vec::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let ends_here = chars.peek().is_none_or(|next| !next.is_alphanumeric() && *next != '/');
        match (c, set.last().copied()) {
            (';' | '!' | '?' | ':' | '»' | '%', Some(' ')) => {
                set.pop();
                set.extend([NO_BREAK, c]);
            }
            (';' | '!' | '?' | ':' | '»', before) if ends_here && touches(before, after_argument) => {
                return Err("French sets a space before : ; ! ? and »");
            }
            (' ', Some('«')) => set.push(NO_BREAK),
            (_, Some('«')) if c != NO_BREAK => return Err("French sets a space after «"),
            _ => set.push(c),
        }
    }
    Ok(set.into_iter().collect())
}

/// Whether a mark stands directly behind a word.
fn touches(before: Option<char>, after_argument: bool) -> bool {
    before.map_or(after_argument, |c| c.is_alphanumeric() || matches!(c, ')' | '’'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_spaces_before_high_marks_do_not_break() {
        let set = |text| set(text, Language::Fr, false).unwrap();
        assert_eq!(set("Vraiment ?"), "Vraiment\u{a0}?");
        assert_eq!(set("« Le Phare » : lu à 42 %"), "«\u{a0}Le Phare\u{a0}»\u{a0}: lu à 42\u{a0}%");
        assert_eq!(set("https://exemple.dz/?q=a à 12:30"), "https://exemple.dz/?q=a à 12:30");
    }

    #[test]
    fn a_french_mark_without_its_space_is_reported() {
        for bad in ["Vraiment?", "Prix: 5", "«Le Phare »", "« Le Phare»"] {
            assert!(set(bad, Language::Fr, false).is_err(), "{bad}");
        }
        assert!(set("!", Language::Fr, true).is_err());
        assert!(set(" !", Language::Fr, true).is_ok());
    }

    #[test]
    fn apostrophes_are_curled_and_straight_quotes_refused() {
        assert_eq!(set("L'auteur n'est", Language::Fr, false).unwrap(), "L’auteur n’est");
        assert_eq!(set("'s books", Language::En, true).unwrap(), "’s books");
        for language in Language::ALL {
            assert!(set("a \"book\"", language, false).is_err());
            assert!(set("a 'book'", language, false).is_err());
        }
    }
}
