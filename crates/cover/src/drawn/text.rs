//! What of a text can be set.

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use super::faces::Typeface;

/// Longer titles end in an ellipsis whatever their width; nobody reads more on a cover.
const LONGEST: usize = 240;

/// The text as it will be set: composed, of single spaces, without controls, without what no face has. `None` where
/// nothing is left, or where fewer than half of its letters are.
pub(super) fn settable(text: &str, typeface: &Typeface) -> Option<String> {
    let tidy = tidy(text);
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
    let wanted = letters(&tidy);
    let kept: String = tidy.graphemes(true).filter_map(|grapheme| keep(grapheme, typeface)).collect();
    let kept = kept.split_whitespace().collect::<Vec<_>>().join(" ");
    (!kept.is_empty() && letters(&kept) * 2 >= wanted.max(1)).then_some(kept)
}

fn tidy(text: &str) -> String {
    let composed: String = text.nfc().filter_map(replace).take(LONGEST * 8).collect();
    let words = composed.split_whitespace().collect::<Vec<_>>().join(" ");
    words.graphemes(true).take(LONGEST).collect()
}

/// White space of any kind to a space; controls and invisible direction marks away (direction is worked out from the
/// letters); the two Kabyle letters that none of our faces has to their Greek models, as Kabyle print often does.
fn replace(character: char) -> Option<char> {
    match character {
        c if c.is_whitespace() => Some(' '),
        c if c.is_control() => None,
        '\u{ad}'
        | '\u{61c}'
        | '\u{200b}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{feff}'
        | '\u{fe00}'..='\u{fe0f}' => None,
        'ɛ' => Some('ε'),
        'Ɛ' => Some('Σ'),
        'ɣ' => Some('γ'),
        'Ɣ' => Some('Γ'),
        c => Some(c),
    }
}

/// The grapheme, or its base without marks that no face has, or nothing.
fn keep(grapheme: &str, typeface: &Typeface) -> Option<String> {
    if grapheme == " " {
        return Some(grapheme.to_owned());
    }
    let base = grapheme.chars().next().filter(|&c| typeface.has(c))?;
    let marks = grapheme.chars().skip(1).filter(|&c| typeface.has(c));
    Some(std::iter::once(base).chain(marks).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_in_a_script_without_a_face_is_left_off_whole() {
        assert_eq!(settable("吾輩は猫である", Typeface::title()), None);
        assert_eq!(settable("第1巻 吾輩は猫", Typeface::title()), None);
        assert_eq!(settable("", Typeface::title()), None);
        assert_eq!(settable(" \u{202e} ", Typeface::title()), None);
    }

    #[test]
    fn a_sign_without_a_face_is_left_out_of_a_title_that_has_one() {
        assert_eq!(
            settable("Cats 🐈 and  dogs\u{202e}", Typeface::title()).as_deref(),
            Some("Cats and dogs")
        );
    }

    #[test]
    fn scripts_of_our_readers_are_kept_letter_by_letter() {
        for title in [
            "Œuvres d’Aït Ahmed : « Ḥikāyāt ʿarabiyya »",
            "ليالي ورڨلة",
            "Война и мир",
            "Ἰλιάς",
            "Truyện Kiều",
            "شهرزاد، ١٠٠١ ليلة",
        ] {
            assert_eq!(settable(title, Typeface::title()).as_deref(), Some(title));
            assert_eq!(settable(title, Typeface::author()).as_deref(), Some(title));
        }
        assert_eq!(settable("Aɣerbaz n Lɛid", Typeface::title()).as_deref(), Some("Aγerbaz n Lεid"));
    }
}
