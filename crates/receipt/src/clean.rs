//! Makes any text fit to be set: nothing in it can turn round, hide or end what stands beside it, and every letter has a
//! face that draws it.

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use crate::face::{Fonts, Look};

/// Stands for a letter that no face has.
const MISSING: char = '?';

const ISOLATES: std::ops::RangeInclusive<char> = '\u{2066}'..='\u{2068}';
const END_OF_ISOLATE: char = '\u{2069}';

/// The text on one line, without controls, its isolates closed, and [`MISSING`] for what this look cannot draw.
pub(crate) fn clean(fonts: &Fonts, look: Look, text: &str) -> String {
    let plain: String = text.nfc().map(spaced).filter(|one| !is_dropped(*one)).collect();
    let plain = balanced(&plain);
    let mut cleaned = String::with_capacity(plain.len());
    for word in plain.split(' ').filter(|word| !word.is_empty()) {
        if !cleaned.is_empty() {
            cleaned.push(' ');
        }
        for grapheme in word.graphemes(true) {
            drawn(fonts, look, grapheme, &mut cleaned);
        }
    }
    cleaned
}

/// Set apart from what stands around it: it brings its own direction, and changes none.
pub(crate) fn isolated(text: &str) -> String {
    format!("\u{2068}{}{END_OF_ISOLATE}", balanced(text))
}

/// Spaces of all widths, tabs and ends of lines as the one space that every face has; those that join stay joined.
fn spaced(character: char) -> char {
    match character {
        '\u{a0}' | '\u{2007}' | '\u{202f}' => '\u{a0}',
        one if one.is_whitespace() => ' ',
        one => one,
    }
}

/// What shows nothing and may deceive: controls, embeddings and overrides of direction, marks of encodings, tags,
/// selectors of variants, and code points that are no characters.
fn is_dropped(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{ad}' | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2065}'
            | '\u{206a}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
            | '\u{fff0}'..='\u{fffb}' | '\u{fdd0}'..='\u{fdef}' | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
        || u32::from(character) & 0xfffe == 0xfffe
}

/// Characters that direct how others are set and show nothing themselves.
pub(crate) fn is_unseen(character: char) -> bool {
    matches!(character, '\u{61c}' | '\u{200c}'..='\u{200f}' | '\u{2066}'..='\u{2069}')
}

/// Adds a grapheme as far as one face has it: whole, else its first letter, else [`MISSING`].
fn drawn(fonts: &Fonts, look: Look, grapheme: &str, into: &mut String) {
    let seen: Vec<char> = grapheme.chars().filter(|one| !is_unseen(*one)).collect();
    match seen.first() {
        None => into.push_str(grapheme),
        Some(_) if fonts.have(look, &seen) => into.push_str(grapheme),
        Some(first) if fonts.have(look, &[*first]) => into.push(*first),
        Some(_) => into.push(MISSING),
    }
}

/// Without ends of isolates that were never begun, and with an end for each that was.
fn balanced(text: &str) -> String {
    let mut open = 0_usize;
    let mut balanced = String::with_capacity(text.len());
    for character in text.chars() {
        if ISOLATES.contains(&character) {
            open += 1;
        } else if character == END_OF_ISOLATE {
            if open == 0 {
                continue;
            }
            open -= 1;
        }
        balanced.push(character);
    }
    balanced.extend(std::iter::repeat_n(END_OF_ISOLATE, open));
    balanced
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cleaned(text: &str) -> String {
        clean(&Fonts::new(), Look::Text, text)
    }

    #[test]
    fn ends_of_lines_and_tabs_become_one_space() {
        assert_eq!(cleaned("  a\r\n\tb\u{2028}c \u{a0}d"), "a b c \u{a0}d");
    }

    #[test]
    fn controls_and_overrides_are_left_out() {
        assert_eq!(cleaned("a\u{202e}b\u{0}\u{1b}[31mc\u{feff}\u{200b}d\u{fffe}"), "ab[31mcd");
    }

    #[test]
    fn an_isolate_ends_with_its_text_and_ends_no_other() {
        assert_eq!(cleaned("\u{2069}a\u{2067}b"), "a\u{2067}b\u{2069}");
        assert_eq!(isolated("a\u{2069}b"), "\u{2068}ab\u{2069}");
    }

    #[test]
    fn letters_of_all_the_shops_languages_stay_as_they_are() {
        for text in ["Œuvre à l’été", "كتابُ الوَرّاق، ورڨلة", "Đặng Thùy", "Мастер", "Ποίηση", "1 250 د.ج"]
        {
            assert_eq!(cleaned(text), text);
        }
    }

    #[test]
    fn a_letter_that_no_font_has_leaves_a_sign_for_each() {
        assert_eq!(cleaned("a 中文 b"), "a ?? b");
        assert_eq!(cleaned("👩‍👩‍👧 שלום"), "? ????");
    }

    #[test]
    fn a_letter_in_two_parts_is_the_same_as_in_one() {
        assert_eq!(cleaned("e\u{301}"), "é");
    }
}
