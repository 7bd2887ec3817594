//! Usernames: letters of any script, digits, `.`, `_` and `-`; 3 to 30 of them; no two that look alike, none that would
//! deceive.

mod deceit;
mod looks;

use std::fmt;

use unicode_normalization::UnicodeNormalization as _;

use crate::letters;

use looks::{BETWEEN, TATWEEL};

pub(crate) use deceit::passes_for_the_shop;
pub(crate) use looks::fold;

/// The fewest and the most characters. The fewest count without the signs between the parts, which tell no name from
/// another.
pub(crate) const LENGTH: std::ops::RangeInclusive<usize> = 3..=30;

/// A name that keeps the rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Username(String);

/// Why a text is no username.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WrongUsername {
    /// Nothing was given.
    Missing,
    /// Fewer than 3 letters or digits.
    TooShort,
    /// More than 30 characters.
    TooLong,
    /// A character that is no letter, digit, `.`, `_` or `-`, or nothing but signs.
    WrongCharacter,
    /// It reads as a web address.
    Address,
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
        let reads = name.chars().all(is_allowed) && !letters::has_piled_marks(&name);
        if !reads || !says_something(&name) {
            return Err(WrongUsername::WrongCharacter);
        }
        if name.chars().filter(|sign| !BETWEEN.contains(sign) && *sign != TATWEEL).count() < *LENGTH.start() {
            return Err(WrongUsername::TooShort);
        }
        if length > *LENGTH.end() {
            return Err(WrongUsername::TooLong);
        }
        if deceit::reads_as_an_address(&name) {
            return Err(WrongUsername::Address);
        }
        if deceit::passes_for_the_shop(&name) {
            return Err(WrongUsername::Reserved);
        }
        Ok(Self(name))
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

/// Whether a name has a letter or a digit that tells it from another: tatweels do not.
pub(crate) fn says_something(name: &str) -> bool {
    fold(name).chars().any(char::is_alphanumeric)
}

fn is_allowed(sign: char) -> bool {
    letters::is_letter(sign) || letters::is_digit(sign) || letters::is_mark(sign) || BETWEEN.contains(&sign)
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

    #[test]
    fn names_of_any_script_are_taken() {
        for name in [
            "Leïla",
            "ليلى.حداد",
            "читатель",
            "lina_haddad-1990",
            "日本語",
            "ⵜⴰⵎⴰⵣⵉⵖⵜ",
            "مُحَمَّد",
            "ليلى٧",
            "नेहा",
            "leila.2",
            "j.r.r",
            "leila.mansouri",
        ] {
            assert!(Username::parse(name).is_ok(), "{name}");
        }
    }

    #[test]
    fn what_is_no_name_is_refused_with_its_reason() {
        for (text, why) in [
            ("", WrongUsername::Missing),
            ("  ", WrongUsername::Missing),
            ("ab", WrongUsername::TooShort),
            ("a.b", WrongUsername::TooShort),
            ("_ab_", WrongUsername::TooShort),
            ("لـيـ", WrongUsername::TooShort),
            ("a@b.dz", WrongUsername::WrongCharacter),
            ("two words", WrongUsername::WrongCharacter),
            ("...", WrongUsername::WrongCharacter),
            ("ـــ", WrongUsername::WrongCharacter),
            ("a\u{202e}bc", WrongUsername::WrongCharacter),
            ("zero\u{200b}width", WrongUsername::WrongCharacter),
            ("filler\u{3164}", WrongUsername::WrongCharacter),
            ("karim²", WrongUsername::WrongCharacter),
            ("z\u{301}\u{302}\u{303}\u{304}algo", WrongUsername::WrongCharacter),
            ("\u{301}leila", WrongUsername::WrongCharacter),
            ("paypal.com", WrongUsername::Address),
            ("gagne.рф", WrongUsername::Address),
            ("Admin", WrongUsername::Reserved),
            ("support-warraq", WrongUsername::Reserved),
            ("المدير", WrongUsername::Reserved),
            ("аdmin", WrongUsername::Reserved),
        ] {
            assert_eq!(Username::parse(text), Err(why), "{text:?}");
        }
        assert_eq!(Username::parse(&"a".repeat(31)), Err(WrongUsername::TooLong));
        assert_eq!(Username::parse(&"a".repeat(10_000)), Err(WrongUsername::TooLong));
    }

    proptest! {
        #[test]
        fn no_text_panics_and_a_name_reads_as_itself(text in "\\PC{0,40}") {
            if let Ok(name) = Username::parse(&text) {
                prop_assert!(name.as_str().chars().all(|sign| !letters::is_invisible(sign)));
                prop_assert_eq!(Username::parse(name.as_str()), Ok(name));
            }
        }
    }
}
