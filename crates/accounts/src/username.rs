//! Usernames: letters of any script, digits, `.`, `_` and `-`; 3 to 30 characters; no two that look alike.

use std::fmt;

use unicode_normalization::UnicodeNormalization as _;
use unicode_security::confusable_detection::skeleton;

/// The fewest and the most characters.
pub(crate) const LENGTH: std::ops::RangeInclusive<usize> = 3..=30;

/// Names that would pass for the shop itself, in the form of [`Username::folded`].
const RESERVED: [&str; 10] = [
    "admin",
    "administrator",
    "editor",
    "moderator",
    "owner",
    "root",
    "security",
    "support",
    "system",
    "warraq",
];

/// A name that keeps the rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Username(String);

/// Why a text is no username.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WrongUsername {
    /// Nothing was given.
    Missing,
    /// Fewer than 3 characters.
    TooShort,
    /// More than 30 characters.
    TooLong,
    /// A character that is no letter, digit, `.`, `_` or `-`, or nothing but signs.
    WrongCharacter,
    /// It would pass for the shop's own people.
    Reserved,
}

impl Username {
    /// Reads a name; spaces around it are not part of it.
    pub fn parse(text: &str) -> Result<Self, WrongUsername> {
        // Long texts are not worth normalising.
        let text = text.trim();
        if text.is_empty() {
            return Err(WrongUsername::Missing);
        }
        if text.chars().count() > 4 * LENGTH.end() {
            return Err(WrongUsername::TooLong);
        }
        let name: String = text.nfc().collect();
        let length = name.chars().count();
        // What folds to nothing (tatweels) has no letter that tells it from another.
        if !name.chars().all(is_allowed) || !fold(&name).chars().any(char::is_alphanumeric) {
            return Err(WrongUsername::WrongCharacter);
        }
        if length < *LENGTH.start() {
            return Err(WrongUsername::TooShort);
        }
        if length > *LENGTH.end() {
            return Err(WrongUsername::TooLong);
        }
        let name = Self(name);
        if RESERVED.iter().any(|word| fold(word) == name.folded()) {
            return Err(WrongUsername::Reserved);
        }
        Ok(name)
    }

    /// A reserved name, for the shop's own people.
    pub(crate) fn reserved(text: &str) -> Self {
        Self(text.trim().nfc().collect())
    }

    /// The name as it is shown.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What is unique: names that a person could take for each other have the same.
    pub(crate) fn folded(&self) -> String {
        fold(&self.0)
    }
}

/// What names that look alike share: case, accents, compatibility forms and confusable letters (UTS 39) go.
pub(crate) fn fold(name: &str) -> String {
    let lower = |text: String| text.chars().flat_map(char::to_lowercase).collect::<String>();
    // Compatibility forms and case first, then look-alikes (UTS 39), whose prototypes may be capitals again.
    let plain = lower(name.nfkc().collect());
    let marks_gone: String = plain
        .nfkd()
        .filter(|letter| !unicode_normalization::char::is_combining_mark(*letter) && *letter != 'ـ')
        .collect();
    // UTS 39 takes 1 and l for each other, and I as well: small, that is an i, which is then the same as they are.
    lower(skeleton(&marks_gone).collect()).replace('i', "l")
}

fn is_allowed(letter: char) -> bool {
    letter.is_alphanumeric()
        || matches!(letter, '.' | '_' | '-')
        // Signs that belong to the letter before them: Arabic vowels, accents without a letter of their own.
        || unicode_normalization::char::is_combining_mark(letter)
}

impl fmt::Display for Username {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn folded(name: &str) -> String {
        Username::parse(name).unwrap_or_else(|no| panic!("{name}: {no:?}")).folded()
    }

    #[test]
    fn names_of_any_script_are_taken() {
        for name in ["Leïla", "ليلى.حداد", "читатель", "lina_haddad-1990", "日本語", "ⵜⴰⵎⴰⵣⵉⵖⵜ"]
        {
            assert!(Username::parse(name).is_ok(), "{name}");
        }
    }

    #[test]
    fn what_is_no_name_is_refused_with_its_reason() {
        for (text, why) in [
            ("", WrongUsername::Missing),
            ("  ", WrongUsername::Missing),
            ("ab", WrongUsername::TooShort),
            ("a@b.dz", WrongUsername::WrongCharacter),
            ("two words", WrongUsername::WrongCharacter),
            ("...", WrongUsername::WrongCharacter),
            ("ـــ", WrongUsername::WrongCharacter),
            ("a\u{202e}bc", WrongUsername::WrongCharacter),
            ("zero\u{200b}width", WrongUsername::WrongCharacter),
            ("Admin", WrongUsername::Reserved),
            ("аdmin", WrongUsername::Reserved),
        ] {
            assert_eq!(Username::parse(text), Err(why), "{text:?}");
        }
        assert_eq!(Username::parse(&"a".repeat(31)), Err(WrongUsername::TooLong));
        assert_eq!(Username::parse(&"a".repeat(10_000)), Err(WrongUsername::TooLong));
    }

    #[test]
    fn look_alikes_are_the_same_name() {
        for (a, b) in [
            ("leila", "LEILA"),
            ("leila", "ｌｅｉｌａ"),
            ("leila", "lеilа"),
            ("leila", "léïla"),
            ("karim1", "karimI"),
            ("ليلى", "لَيْلى"),
        ] {
            assert_eq!(folded(a), folded(b), "{a} / {b}");
        }
        assert_ne!(folded("amine"), folded("amina"));
    }

    proptest! {
        #[test]
        fn no_text_panics_and_a_name_reads_as_itself(text in "\\PC{0,40}") {
            if let Ok(name) = Username::parse(&text) {
                prop_assert_eq!(Username::parse(name.as_str()), Ok(name));
            }
        }
    }
}
