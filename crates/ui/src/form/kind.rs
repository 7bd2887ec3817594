//! The kinds of text fields, and what each of them tells the browser: keyboard, filling in, direction, limits.

use i18n::Locale;

use crate::t;

/// What a text field is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FieldKind {
    /// Any short text.
    #[default]
    Text,
    /// What somebody is called.
    Name,
    /// An e-mail address.
    Email,
    /// An e-mail address or a username, to sign in with.
    Login,
    /// A phone number.
    Phone,
    /// A unique name.
    Username,
    /// The password there is.
    CurrentPassword,
    /// A password to be, with its rules.
    NewPassword,
    /// The seven characters of an e-mail.
    Code,
    /// A day, chosen from the browser's calendar: `2026-12-01`.
    Day,
    /// A day and a time, chosen the same way: `2026-12-01T10:00`.
    Moment,
    /// A colour: `#322318`. It is typed; where scripts run it can be picked as well.
    Colour,
}

/// Attributes that follow from the kind.
#[derive(Debug, Clone, Copy)]
pub(super) struct Traits {
    pub(super) kind: &'static str,
    pub(super) direction: &'static str,
    pub(super) autocomplete: Option<&'static str>,
    pub(super) inputmode: Option<&'static str>,
    pub(super) autocapitalize: Option<&'static str>,
    pub(super) spellcheck: Option<&'static str>,
    pub(super) least: Option<u32>,
    pub(super) most: Option<u32>,
    pub(super) pattern: Option<&'static str>,
}

/// Plain text, in whatever direction it has.
const TEXT: Traits = Traits {
    kind: "text",
    direction: "auto",
    autocomplete: None,
    inputmode: None,
    autocapitalize: None,
    spellcheck: None,
    least: None,
    most: None,
    pattern: None,
};

/// What no keyboard should improve, and what reads from left to right in every language.
const LITERAL: Traits =
    Traits { direction: "ltr", autocapitalize: Some("none"), spellcheck: Some("false"), ..TEXT };

/// How many characters a password has at least.
pub(super) const PASSWORD_LEAST: u32 = 8;

/// How many characters a username has at least. It may have any script.
const USERNAME_LEAST: u32 = 3;

impl FieldKind {
    pub(super) const fn is_password(self) -> bool {
        matches!(self, Self::CurrentPassword | Self::NewPassword)
    }

    pub(super) const fn traits(self) -> Traits {
        match self {
            Self::Text => TEXT,
            Self::Name => Traits { autocomplete: Some("name"), autocapitalize: Some("words"), ..TEXT },
            Self::Email => Traits {
                kind: "email",
                autocomplete: Some("email"),
                inputmode: Some("email"),
                most: Some(254),
                ..LITERAL
            },
            Self::Login => Traits {
                autocomplete: Some("username"),
                inputmode: Some("email"),
                most: Some(254),
                ..LITERAL
            },
            Self::Phone => Traits {
                kind: "tel",
                autocomplete: Some("tel"),
                inputmode: Some("tel"),
                most: Some(32),
                ..LITERAL
            },
            Self::Username => Traits {
                direction: "auto",
                autocomplete: Some("username"),
                least: Some(USERNAME_LEAST),
                most: Some(30),
                pattern: Some(r"[\p{Alphabetic}\p{N}\p{M}._\-]+"),
                ..LITERAL
            },
            Self::CurrentPassword => {
                Traits { kind: "password", autocomplete: Some("current-password"), ..LITERAL }
            }
            Self::NewPassword => Traits {
                kind: "password",
                autocomplete: Some("new-password"),
                least: Some(PASSWORD_LEAST),
                ..LITERAL
            },
            // Longer than a code, so that one pasted with spaces is not cut.
            Self::Code => Traits {
                autocomplete: Some("one-time-code"),
                autocapitalize: Some("characters"),
                most: Some(20),
                ..LITERAL
            },
            Self::Day => Traits { kind: "date", ..LITERAL },
            Self::Moment => Traits { kind: "datetime-local", ..LITERAL },
            Self::Colour => Traits { most: Some(7), ..LITERAL },
        }
    }

    /// What the client says of an empty field.
    pub(super) const fn missing(self, l: Locale) -> &'static str {
        match self {
            Self::Text | Self::Phone | Self::Day | Self::Moment | Self::Colour => t::check_missing(l),
            Self::Name => t::check_name_missing(l),
            Self::Email => t::check_email_missing(l),
            Self::Login => t::check_login_missing(l),
            Self::Username => t::check_username_missing(l),
            Self::CurrentPassword | Self::NewPassword => t::check_password_missing(l),
            Self::Code => t::check_code_missing(l),
        }
    }

    /// What the client says of a value that cannot be right.
    pub(super) const fn wrong(self, l: Locale) -> Option<&'static str> {
        match self {
            Self::Email => Some(t::check_email_wrong(l)),
            Self::Username => Some(t::check_username_wrong(l)),
            Self::Phone => Some(t::check_phone_wrong(l)),
            Self::Code => Some(t::check_code_wrong(l)),
            _ => None,
        }
    }

    /// The name under which the client finds its check.
    pub(super) const fn check(self) -> Option<&'static str> {
        match self {
            Self::Email => Some("email"),
            Self::Phone => Some("phone"),
            Self::Code => Some("code"),
            Self::NewPassword => Some("password"),
            Self::Text
            | Self::Name
            | Self::Login
            | Self::Username
            | Self::CurrentPassword
            | Self::Day
            | Self::Moment
            | Self::Colour => None,
        }
    }
}
