//! What somebody wrote: taken as it was typed, but for what is there to deceive or cannot be seen.

mod rich;
mod spoiler;

use kernel::is_invisible;
use sha2::{Digest, Sha256};

pub use rich::{Inline, Paragraph, has_link, paragraphs};
pub use spoiler::{Part, open_text, parts};

/// The most characters of a comment.
pub const LONGEST: usize = 5_000;

/// A text that may be kept: not empty, not too long, its lines ended alike, without control characters and without those
/// that turn the direction of what follows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text(String);

/// Why a text may not be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WrongText {
    /// There is nothing to be seen in it.
    Empty,
    /// It has more than [`LONGEST`] characters.
    TooLong,
}

impl Text {
    /// Reads what was typed.
    pub fn parse(typed: &str) -> Result<Self, WrongText> {
        let text = clean(typed);
        let text = text.trim();
        // Bars only mark what they stand around.
        if text.chars().all(|c| c.is_whitespace() || c == '|' || is_invisible(c)) {
            return Err(WrongText::Empty);
        }
        if text.chars().count() > LONGEST {
            return Err(WrongText::TooLong);
        }
        Ok(Self(text.to_owned()))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Stands for its words, however they are spaced and whatever the case: by it the same text is known again.
    pub(crate) fn hash(&self) -> String {
        let mut digest = Sha256::new();
        for word in self.0.split_whitespace() {
            digest.update(word.to_lowercase());
            digest.update(" ");
        }
        let digest = digest.finalize();
        digest.iter().take(16).fold(String::with_capacity(32), |text, byte| format!("{text}{byte:02x}"))
    }
}

fn clean(typed: &str) -> String {
    let mut text = String::with_capacity(typed.len());
    let mut letters = typed.chars().peekable();
    let mut marks = 0;
    while let Some(letter) = letters.next() {
        marks = if is_stacked(letter) { marks + 1 } else { 0 };
        match letter {
            '\r' => {
                letters.next_if_eq(&'\n');
                text.push('\n');
            }
            '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => text.push('\n'),
            '\n' | '\t' => text.push(letter),
            _ if letter.is_control() || deceives(letter) || marks > MARKS => {}
            _ => text.push(letter),
        }
    }
    text
}

/// The most marks on one letter: no language stacks more, and a tower of them covers the lines above.
const MARKS: usize = 4;

/// Whether it stands on the letter before it, above or below: accents, and the vowel signs of Arabic and Hebrew.
fn is_stacked(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}' | '\u{6df}'..='\u{6e4}' | '\u{6e7}'..='\u{6e8}'
        | '\u{6ea}'..='\u{6ed}' | '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}' | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

/// Embeddings, overrides and isolates reach beyond their own text; annotations and byte order marks are not to be seen.
/// Marks of a single place (U+200E, U+200F, U+061C) stay: Arabic among Latin letters needs them, as it does joiners.
fn deceives(letter: char) -> bool {
    matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn parsed(typed: &str) -> String {
        Text::parse(typed).unwrap().0
    }

    #[test]
    fn lines_end_alike_and_nothing_stands_around_the_text() {
        assert_eq!(parsed("  one\r\ntwo\rthree\u{2028}four \n"), "one\ntwo\nthree\nfour");
    }

    #[test]
    fn what_turns_the_direction_or_controls_is_left_out() {
        assert_eq!(parsed("a\u{202e}b\u{2066}c\u{0}d\u{1b}e\u{feff}f\u{9b}g"), "abcdefg");
        assert_eq!(parsed("م\u{200f}a\u{200d}b\tc"), "م\u{200f}a\u{200d}b\tc");
    }

    #[test]
    fn letters_bear_no_towers_of_marks() {
        assert_eq!(parsed(&format!("a{}b", "\u{301}".repeat(40))), format!("a{}b", "\u{301}".repeat(4)));
        assert_eq!(parsed("كِتَابٌّ"), "كِتَابٌّ");
    }

    #[test]
    fn a_text_in_which_nothing_is_seen_is_empty() {
        for typed in
            ["", " \n\t ", "\u{200b}\u{200b}", "\u{3164}", "\u{202e}", "\u{2800}\u{ad}", "||||", "|| ||"]
        {
            assert_eq!(Text::parse(typed), Err(WrongText::Empty), "{typed:?}");
        }
    }

    #[test]
    fn characters_are_counted_not_bytes() {
        assert!(Text::parse(&"ق".repeat(LONGEST)).is_ok());
        assert!(Text::parse(&format!(" {}\r\n", "🙂".repeat(LONGEST))).is_ok());
        assert_eq!(Text::parse(&"ق".repeat(LONGEST + 1)), Err(WrongText::TooLong));
    }

    #[test]
    fn the_same_words_are_known_again_however_they_are_spaced() {
        let hash = |text| Text::parse(text).unwrap().hash();
        assert_eq!(hash("Buy  now\n!"), hash("buy now !"));
        assert_ne!(hash("buy now"), hash("buynow"));
    }

    proptest! {
        #[test]
        fn a_text_that_is_kept_is_kept_as_it_is_the_next_time(typed in "\\PC{0,40}|[a|\\r\\n\u{202e} ]{0,20}") {
            if let Ok(text) = Text::parse(&typed) {
                prop_assert_eq!(Text::parse(text.as_str()), Ok(text));
            }
        }
    }
}
