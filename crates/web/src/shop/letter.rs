//! What the owner wrote in place of the shop's own words in mails: subject, opening and closing of each kind, in each
//! language. What a mail has to say (codes, links, what to do if it was somebody else) stays as it is.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The most characters of a subject.
pub const SUBJECT_MOST: usize = 150;
/// The most characters of an opening, or of a closing.
pub const WORDS_MOST: usize = 1_000;

/// A kind of mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LetterKind {
    /// The code that shows whose an address is.
    Verify,
    /// The code for another password.
    Reset,
    /// The code for another address.
    Change,
    /// Somebody signed up with an address that is taken.
    Known,
    /// The account has another address now.
    Moved,
    /// The password was changed.
    Password,
    /// The account is gone.
    Deleted,
    /// A receipt.
    Receipt,
    /// A note of credit.
    Credit,
}

/// The text names no kind of mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no kind of mail")]
pub struct NotALetter;

impl LetterKind {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Verify,
        Self::Reset,
        Self::Change,
        Self::Known,
        Self::Moved,
        Self::Password,
        Self::Deleted,
        Self::Receipt,
        Self::Credit,
    ];

    /// The word in addresses, in the API and in the database.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Verify => "verify",
            Self::Reset => "reset",
            Self::Change => "change",
            Self::Known => "known",
            Self::Moved => "moved",
            Self::Password => "password",
            Self::Deleted => "deleted",
            Self::Receipt => "receipt",
            Self::Credit => "credit",
        }
    }

    /// What may stand between braces in its words.
    pub const fn places(self) -> &'static [&'static str] {
        match self {
            Self::Reset | Self::Known => &["shop", "name", "username"],
            Self::Receipt | Self::Credit => &["shop", "name", "order", "amount"],
            _ => &["shop", "name"],
        }
    }
}

impl fmt::Display for LetterKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for LetterKind {
    type Err = NotALetter;

    fn from_str(word: &str) -> Result<Self, NotALetter> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word).ok_or(NotALetter)
    }
}

/// The owner's words; what is empty stays as the shop says it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wording {
    /// What lists of mails show.
    pub subject: String,
    /// In place of the first paragraph.
    pub opening: String,
    /// Behind what the mail has to say.
    pub closing: String,
}

/// Why words are not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WrongWords {
    /// They have more characters than this.
    TooLong(usize),
    /// A subject of several lines, or signs that no text has.
    NotAText,
    /// A brace without its other one.
    Brace,
    /// Something between braces that this kind of mail does not have.
    NoSuchPlace(String),
}

impl Wording {
    /// The words without blanks around them.
    #[must_use]
    pub fn trimmed(&self) -> Self {
        let trim = |text: &str| text.replace("\r\n", "\n").trim().to_owned();
        Self { subject: trim(&self.subject), opening: trim(&self.opening), closing: trim(&self.closing) }
    }

    /// Whether the owner says nothing.
    pub fn is_empty(&self) -> bool {
        self.subject.is_empty() && self.opening.is_empty() && self.closing.is_empty()
    }

    /// What is wrong with it, by the names of its fields.
    pub fn wrong(&self, kind: LetterKind) -> Vec<(&'static str, WrongWords)> {
        let fields = [
            ("subject", &self.subject, SUBJECT_MOST),
            ("opening", &self.opening, WORDS_MOST),
            ("closing", &self.closing, WORDS_MOST),
        ];
        let wrong = |(field, text, most): (&'static str, &String, usize)| {
            let is_wrong = |sign: char| super::key::is_no_line(sign) && (field == "subject" || sign != '\n');
            if text.chars().count() > most {
                return Some((field, WrongWords::TooLong(most)));
            }
            if text.contains(is_wrong) {
                return Some((field, WrongWords::NotAText));
            }
            fill(text, |place| kind.places().contains(&place).then_some("")).err().map(|wrong| (field, wrong))
        };
        fields.into_iter().filter_map(wrong).collect()
    }
}

/// The text with what belongs to each place between braces.
pub fn fill<'a>(text: &str, value: impl Fn(&str) -> Option<&'a str>) -> Result<String, WrongWords> {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        let (before, behind) = rest.split_at(at);
        filled.push_str(before);
        let inside = behind.strip_prefix('{').and_then(|behind| behind.split_once('}'));
        let (place, after) = inside.filter(|(place, _)| !place.contains('{')).ok_or(WrongWords::Brace)?;
        let place = place.trim();
        filled.push_str(value(place).ok_or_else(|| WrongWords::NoSuchPlace(place.to_owned()))?);
        rest = after;
    }
    filled.push_str(rest);
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_filled_and_what_is_none_is_named() {
        let value = |place: &str| (place == "name").then_some("Leïla");
        assert_eq!(fill("Hello { name }, {name}!", value), Ok("Hello Leïla, Leïla!".to_owned()));
        assert_eq!(fill("{code}", value), Err(WrongWords::NoSuchPlace("code".to_owned())));
        for broken in ["{name", "name}", "{{name}}", "{"] {
            assert_eq!(fill(broken, value), Err(WrongWords::Brace), "{broken}");
        }
    }

    #[test]
    fn a_subject_is_a_line_and_an_opening_may_be_several() {
        let words = |subject: &str, opening: &str| Wording {
            subject: subject.to_owned(),
            opening: opening.to_owned(),
            ..Wording::default()
        };
        assert_eq!(words("One", "Two\nthree {shop}").wrong(LetterKind::Verify), []);
        assert_eq!(words("One\nTwo", "").wrong(LetterKind::Verify), [("subject", WrongWords::NotAText)]);
        let order = WrongWords::NoSuchPlace("order".to_owned());
        assert_eq!(words("", "{order}").wrong(LetterKind::Verify), [("opening", order)]);
        assert_eq!(words("", "{order}").wrong(LetterKind::Receipt), []);
    }
}
