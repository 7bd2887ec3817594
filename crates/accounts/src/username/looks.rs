//! What names that a person could take for each other have in common.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;
use unicode_security::confusable_detection::skeleton;

/// What stands between the parts of a name.
pub(super) const BETWEEN: [char; 3] = ['.', '_', '-'];

/// Lengthens Arabic letters and is none.
pub(super) const TATWEEL: char = 'ـ';

/// What names that look alike share: case, accents, compatibility forms, confusable letters (UTS 39, and what it leaves
/// out) and the signs between their parts go.
pub(crate) fn fold(name: &str) -> String {
    let lower = |text: String| text.chars().flat_map(char::to_lowercase).collect::<String>();
    // Compatibility forms and case first, then look-alikes (UTS 39), whose prototypes may be capitals again.
    let plain = lower(name.nfkc().collect());
    let marks_gone = plain.nfkd().filter(|letter| !is_combining_mark(*letter) && *letter != TATWEEL);
    let arabic: String = marks_gone.map(arabic).collect();
    // UTS 39 takes 1 and l for each other, and I as well: small, that is an i, which is then the same as they are.
    let same = lower(skeleton(&arabic).collect()).replace('i', "l").replace(BETWEEN, "");
    // Side by side two letters look like one. Whichever was meant, it is written as two.
    same.replace('w', "vv").replace('m', "rn")
}

/// Letters that are written one for the other, by habit or by the keyboard of another language.
fn arabic(letter: char) -> char {
    match letter {
        'ة' | 'ۃ' | 'ہ' | 'ھ' | 'ە' | 'ۀ' => 'ه',
        'ى' | 'ی' | 'ې' => 'ي',
        'ک' | 'ڪ' => 'ك',
        'ٱ' => 'ا',
        // They look like a dot alone, but in a number they count.
        '٠' | '۰' => '0',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn look_alikes_are_the_same_name() {
        for (a, b) in [
            ("leila", "LEILA"),
            ("leila", "ｌｅｉｌａ"),
            ("leila", "lеilа"),
            ("leila", "léïla"),
            ("karim1", "karimI"),
            ("ليلى", "لَيْلى"),
            ("ليلى", "ليلي"),
            ("ليلى", "لیلی"),
            ("فاطمة", "فاطمه"),
            ("كريم", "کریم"),
            ("أحمد", "احمد"),
            ("karim", "karirn"),
            ("warda", "vvarda"),
            ("avvw", "awvv"),
            ("salim", "salim."),
            ("salim", "_salim"),
            ("salim", "s.a-l_i.m"),
            ("salim", "salir.n"),
            ("ليلى.حداد", "ليلى_حداد"),
        ] {
            assert_eq!(fold(a), fold(b), "{a} / {b}");
        }
        assert_ne!(fold("amine"), fold("amina"));
        assert_ne!(fold("فاطمة"), fold("فاطم"));
        assert_ne!(fold("ليلى٢٠"), fold("ليلى٢"));
    }

    proptest! {
        #[test]
        fn case_and_marks_make_no_other_name(name in "[a-zéèçâ.ا-ي]{1,30}", vowel in "[\u{64b}-\u{652}]") {
            let folded = fold(&name);
            prop_assert_eq!(fold(&name.to_uppercase()), folded.clone());
            let marked: String = name.chars().flat_map(|letter| [letter.to_string(), vowel.clone()]).collect();
            prop_assert_eq!(fold(&marked), folded);
        }

        #[test]
        fn signs_between_the_parts_make_no_other_name(name in "[a-z0-9ا-ي٠-٩]{1,10}", signs in "[._-]{1,3}", at in 0..10_usize) {
            let at = at.min(name.chars().count());
            let signed: String =
                name.chars().take(at).chain(signs.chars()).chain(name.chars().skip(at)).collect();
            prop_assert_eq!(fold(&signed), fold(&name));
        }

        #[test]
        fn letters_that_are_confused_make_no_other_name(before in "[a-zا-ي]{0,9}", after in "[a-zا-ي]{0,9}") {
            for (a, b) in [("ة", "ه"), ("ى", "ي"), ("ی", "ي"), ("ک", "ك"), ("vv", "w"), ("rn", "m"), ("1", "l"), ("0", "o")] {
                prop_assert_eq!(fold(&format!("{before}{a}{after}")), fold(&format!("{before}{b}{after}")));
            }
        }
    }
}
