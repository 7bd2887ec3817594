//! The small rules of setting text: no-break spaces and apostrophes where a language wants them.
//!
//! The manuscripts are typed with plain spaces and straight apostrophes. French gets U+00A0 (and not the narrow
//! U+202F, which reading fonts lack) inside guillemets and before `:`, `;`, `!` and `?`.

use kernel::Language;

const NO_BREAK: char = '\u{a0}';

/// A text as it should be set in its language.
pub(crate) fn set(text: &str, language: Language) -> String {
    let curled = match language.as_str() {
        "fr" | "en" => text.replace('\'', "’"),
        _ => return text.to_owned(),
    };
    if language.as_str() == "fr" { bind(&curled) } else { curled }
}

/// Binds French punctuation to its word.
fn bind(text: &str) -> String {
    let mut bound = String::with_capacity(text.len() + 16);
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let binds = character == ' '
            && (matches!(characters.peek(), Some(':' | ';' | '!' | '?' | '»' | '%'))
                || bound.ends_with('«')
                || bound.ends_with(|last: char| last.is_ascii_digit())
                    && characters.peek().is_some_and(char::is_ascii_digit)
                || opens_speech(&bound));
        bound.push(if binds { NO_BREAK } else { character });
    }
    bound
}

/// Whether the text so far is the dash that opens a line of dialogue.
fn opens_speech(bound: &str) -> bool {
    bound == "—"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_punctuation_is_bound_to_its_word() {
        let french = Language::FRENCH;
        assert_eq!(
            set("Qui va là ? dit l'ombre : « moi »", french),
            "Qui va là\u{a0}? dit l’ombre\u{a0}: «\u{a0}moi\u{a0}»"
        );
        assert_eq!(set("— Oui.", french), "—\u{a0}Oui.");
    }

    #[test]
    fn arabic_is_left_as_it_was_typed() {
        assert_eq!(set("قال: «نعم»؟", Language::ARABIC), "قال: «نعم»؟");
    }
}
