//! Letters folded for searching: what people type for one another becomes the same.

use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

/// Folds a text: lower case without accents, vowel signs or tatweel; one form of alef, ya, kaf and ta marbuta; Persian
/// and Maghribi letters as those that are typed for them; ASCII digits. Apostrophes become `'`; whatever else is
/// neither letter nor digit becomes a space.
///
/// Folding twice changes nothing. The index keeps folded words: a change here is a new [`crate::FORMAT`].
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        push(letter, &mut folded);
    }
    folded
}

/// Appends what one letter folds to, which may be nothing: letter by letter a text folds to the same as at once.
pub(crate) fn fold_letter(letter: char, folded: &mut String) {
    if letter.is_ascii() {
        push(letter.to_ascii_lowercase(), folded);
        return;
    }
    for part in std::iter::once(letter).nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase)
    {
        push(part, folded);
    }
}

fn push(letter: char, folded: &mut String) {
    if is_combining_mark(letter) {
        return;
    }
    let simple = match letter {
        // Tatweel, the hamza that stands alone, and marks that do not show.
        'ـ' | 'ء' | '\u{200c}'..='\u{200f}' | '\u{ad}' | '\u{2060}' | '\u{feff}' => return,
        'ٱ' | 'أ' | 'إ' | 'آ' => 'ا',
        'ى' | 'ی' | 'ئ' | 'ې' | 'ے' => 'ي',
        'ؤ' => 'و',
        'ة' | 'ۀ' | 'ہ' | 'ە' | 'ھ' => 'ه',
        'ک' | 'گ' => 'ك',
        'ڨ' | 'ڭ' | 'ݣ' | 'ڧ' => 'ق',
        'پ' => 'ب',
        'چ' => 'ج',
        'ژ' => 'ز',
        'ڤ' | 'ڥ' | 'ڢ' => 'ف',
        '٠'..='٩' => digit(letter, '٠'),
        '۰'..='۹' => digit(letter, '۰'),
        'ø' => 'o',
        'ł' => 'l',
        'đ' | 'ð' => 'd',
        'ı' => 'i',
        '’' | '‘' | 'ʼ' | '`' | '´' | '′' | 'ʾ' | 'ʿ' => '\'',
        other => other,
    };
    match simple {
        'œ' => folded.push_str("oe"),
        'æ' => folded.push_str("ae"),
        'ß' => folded.push_str("ss"),
        'þ' => folded.push_str("th"),
        '\'' => folded.push('\''),
        letter if letter.is_alphanumeric() => folded.push(letter),
        _ => folded.push(' '),
    }
}

fn digit(letter: char, zero: char) -> char {
    char::from_digit(u32::from(letter) - u32::from(zero), 10).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_typed_for_one_another_is_the_same() {
        for (a, b) in [
            ("الأُمّ", "الام"),
            ("ورڨلة", "ورقله"),
            ("کتاب", "كتاب"),
            ("ڤيلا", "فيلا"),
            ("١٩٨٤", "1984"),
            ("الكـــتاب", "الكتاب"),
            ("Cœur d’Été", "coeur d'ete"),
            ("STRAßE", "strasse"),
        ] {
            assert_eq!(fold(a), fold(b), "{a} / {b}");
        }
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "\\PC{0,80}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn letter_by_letter_is_the_same_as_at_once(text in "\\PC{0,80}|[\\u{600}-\\u{6ff}\\u{300}-\\u{36f}\\u{ac00}-\\u{ad00}'’ a-zé]{0,80}") {
            let mut folded = String::new();
            text.chars().for_each(|letter| fold_letter(letter, &mut folded));
            prop_assert_eq!(folded, fold(&text));
        }

        #[test]
        fn arabic_and_marks_fold_calmly(text in "[\\u{600}-\\u{6ff}\\u{300}-\\u{36f}\\u{0}'’ a-zé]{0,80}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }
    }
}
