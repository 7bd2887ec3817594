//! Reads the fields of forms and of JSON bodies, and says in the reader's words what is wrong with them. Both doors use
//! the same codes and the same sentences.

use ui::Brand;
use unicode_normalization::UnicodeNormalization as _;
use web::{FieldErrors, Message, Role};

use crate::email::{Email, WrongEmail};
use crate::letters;
use crate::password::{self, WrongPassword};
use crate::phone::{Phone, WrongPhone};
use crate::t;
use crate::username::{self, Username, WrongUsername};

/// The most characters of a name.
pub(crate) const NAME_LONGEST: u32 = 60;

/// Why a value is not taken.
pub(crate) trait Wrong {
    /// Stable and machine-readable.
    fn code(&self) -> &'static str;
    /// For a person.
    fn message(&self) -> Message;
}

/// The value; what is wrong is noted beside the field's name.
pub(crate) fn read<T, E: Wrong>(errors: &mut FieldErrors, field: &str, value: Result<T, E>) -> Option<T> {
    match value {
        Ok(value) => Some(value),
        Err(wrong) => {
            errors.add(field, wrong.code(), wrong.message());
            None
        }
    }
}

/// A phone number that may be left out.
pub(crate) fn phone(errors: &mut FieldErrors, field: &str, text: &str) -> Option<Phone> {
    if text.trim().is_empty() { None } else { read(errors, field, Phone::parse(text)) }
}

/// A new password.
pub(crate) fn password(errors: &mut FieldErrors, field: &str, password: &str, about: &[&str]) {
    read(errors, field, password::check(password, about));
}

/// The name that somebody wants to be called: one line, or nothing. Signs that nobody sees are left out; one that is
/// made of nothing else is none. Readers may not be called as the shop or its people are. Two may have the same name, and
/// one that is another's username: people do, and the username beside it tells them apart.
pub(crate) fn name(
    errors: &mut FieldErrors,
    (field, text): (&str, &str),
    (role, shop): (Role, &Brand),
) -> Option<String> {
    let wrong = text.trim().chars().any(|sign| sign.is_control() || is_direction_mark(sign));
    let name = without_invisible(text);
    if name.chars().count() > NAME_LONGEST as usize {
        errors.add(field, "too_long", |l| t::name_too_long(l, i64::from(NAME_LONGEST)));
        return None;
    }
    if wrong || letters::has_piled_marks(&name) {
        errors.add(field, "invalid", t::name_wrong);
        return None;
    }
    if !name.is_empty() && !username::says_something(&name) {
        errors.add(field, "invalid", t::name_says_nothing);
        return None;
    }
    if role == Role::Reader && is_of_the_shop(&name, shop) {
        errors.add(field, "taken", t::name_reserved);
        return None;
    }
    Some(name)
}

fn is_of_the_shop(name: &str, shop: &Brand) -> bool {
    let called = username::fold(name);
    let is_its_own = [&shop.name, &shop.name_ar].iter().any(|own| username::fold(own) == called);
    username::passes_for_the_shop(name) || (is_its_own && !name.is_empty())
}

/// Joiners stay between what they join: Persian and Indian names, and some pictures, are not written without them.
fn without_invisible(text: &str) -> String {
    let signs: Vec<char> = text.nfc().collect();
    let seen =
        |sign: Option<&char>| sign.is_some_and(|sign| !letters::is_invisible(*sign) && !sign.is_whitespace());
    let joins = |at: usize| {
        let between = at > 0 && seen(signs.get(at - 1)) && seen(signs.get(at + 1));
        between && matches!(signs[at], '\u{200c}' | '\u{200d}')
    };
    let kept = |(at, sign): (usize, &char)| (!letters::is_invisible(*sign) || joins(at)).then_some(*sign);
    let name: String = signs.iter().enumerate().filter_map(kept).collect();
    name.trim().to_owned()
}

/// Marks that change the direction of what stands around them.
fn is_direction_mark(letter: char) -> bool {
    matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

impl Wrong for WrongUsername {
    fn code(&self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::TooShort => "too_short",
            Self::TooLong => "too_long",
            Self::WrongCharacter | Self::Address => "invalid",
            Self::Reserved => "taken",
        }
    }

    fn message(&self) -> Message {
        match self {
            Self::Missing => Message::from(t::username_missing),
            Self::TooShort => Message::from(t::username_short),
            Self::TooLong => Message::from(t::username_long),
            Self::WrongCharacter => Message::from(t::username_wrong),
            Self::Address => Message::from(t::username_address),
            Self::Reserved => Message::from(t::username_taken),
        }
    }
}

impl Wrong for WrongEmail {
    fn code(&self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::NoAt | Self::NoEnding | Self::Malformed => "invalid",
        }
    }

    fn message(&self) -> Message {
        match self {
            Self::Missing => Message::from(t::email_missing),
            Self::NoAt => Message::from(t::email_no_at),
            Self::NoEnding => Message::from(t::email_no_ending),
            Self::Malformed => Message::from(t::email_wrong),
        }
    }
}

impl Wrong for WrongPhone {
    fn code(&self) -> &'static str {
        "invalid"
    }

    fn message(&self) -> Message {
        Message::from(t::phone_wrong)
    }
}

impl Wrong for WrongPassword {
    fn code(&self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::TooShort => "too_short",
            Self::TooLong => "too_long",
            Self::Common => "common",
        }
    }

    fn message(&self) -> Message {
        match self {
            Self::Missing => Message::from(t::password_missing),
            Self::TooShort => Message::from(t::password_short),
            Self::TooLong => Message::from(t::password_long),
            Self::Common => Message::from(t::password_common),
        }
    }
}

/// Notes a username that somebody else has.
pub(crate) fn username_taken() -> FieldErrors {
    FieldErrors::one("username", "taken", t::username_taken)
}

/// A username from a form or a body.
pub(crate) fn username(errors: &mut FieldErrors, text: &str) -> Option<Username> {
    read(errors, "username", Username::parse(text))
}

/// An address from a form or a body.
pub(crate) fn email(errors: &mut FieldErrors, text: &str) -> Option<Email> {
    read(errors, "email", Email::parse(text))
}
