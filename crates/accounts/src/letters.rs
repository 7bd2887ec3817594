//! What the signs are that people write names with, by their Unicode category, and which of them nobody sees.

pub(crate) use kernel::is_invisible;
use unicode_properties::{
    GeneralCategory as Category, GeneralCategoryGroup as Group, UnicodeGeneralCategory as _,
};

/// The most signs (accents, vowels) that belong to one letter. Real names have two; more are piled up to cover the lines
/// around them.
const MARKS_MOST: usize = 2;

/// A letter of any script that can be seen.
pub(crate) fn is_letter(sign: char) -> bool {
    sign.general_category_group() == Group::Letter && !is_invisible(sign)
}

/// A decimal digit of any script.
pub(crate) fn is_digit(sign: char) -> bool {
    sign.general_category() == Category::DecimalNumber
}

/// A sign that belongs to the letter before it: an Arabic vowel, an accent without a letter of its own.
pub(crate) fn is_mark(sign: char) -> bool {
    matches!(sign.general_category(), Category::NonspacingMark | Category::SpacingMark) && !is_invisible(sign)
}

/// Whether more signs are piled on one letter than belong there, or some on nothing.
pub(crate) fn has_piled_marks(text: &str) -> bool {
    let mut room = 0;
    for sign in text.chars() {
        if !is_mark(sign) {
            room = if is_letter(sign) { MARKS_MOST } else { 0 };
        } else if room == 0 {
            return true;
        } else {
            room -= 1;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_digits_and_marks_are_told_apart_in_every_script() {
        for letter in "aéЖليⵜ語ʰ".chars() {
            assert!(is_letter(letter) && !is_digit(letter) && !is_mark(letter), "{letter:?}");
        }
        for digit in "7٧७".chars() {
            assert!(is_digit(digit) && !is_letter(digit), "{digit:?}");
        }
        for mark in "\u{301}\u{64e}\u{93e}".chars() {
            assert!(is_mark(mark) && !is_letter(mark), "{mark:?}");
        }
        for neither in "²Ⅷ½@ \u{20dd}\u{200b}\u{3164}\u{115f}\u{fe0f}\u{34f}".chars() {
            assert!(!is_letter(neither) && !is_digit(neither) && !is_mark(neither), "{neither:?}");
        }
    }

    #[test]
    fn two_marks_belong_to_a_letter_and_a_third_is_piled_up() {
        assert!(!has_piled_marks("مُحَمَّد"));
        assert!(has_piled_marks("z\u{301}\u{302}\u{303}"));
        assert!(has_piled_marks("\u{301}a"));
        assert!(has_piled_marks("a.\u{301}"));
    }
}
