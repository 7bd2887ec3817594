//! Addresses that mail servers everywhere take, and who mails come from.

use std::fmt;
use std::str::FromStr;

use lettre::Address;
use lettre::message::Mailbox;

/// The text is no address that a mail can be sent to. It does not repeat the address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    /// It is no address at all.
    #[error("expected an e-mail address such as shop@example.org")]
    NotAnAddress,
    /// Few servers take letters beyond ASCII before the @.
    #[error("the part before the @ has letters that few mail servers take")]
    LocalPart,
}

/// An address as it goes over the wire: the domain in ASCII.
pub(crate) fn parse(text: &str) -> Result<Address, AddressError> {
    let (local, domain) = text.trim().rsplit_once('@').ok_or(AddressError::NotAnAddress)?;
    if !local.is_ascii() {
        return Err(AddressError::LocalPart);
    }
    let bracketed = domain.starts_with('[');
    let domain = if bracketed { Ok(domain.to_owned()) } else { idna::domain_to_ascii(domain) };
    let domain = domain.map_err(|_| AddressError::NotAnAddress)?;
    let address = Address::new(local, domain).map_err(|_| AddressError::NotAnAddress)?;
    // A quoted local part may hold nearly anything.
    let plain = !address.user().contains(char::is_control);
    if plain { Ok(address) } else { Err(AddressError::NotAnAddress) }
}

/// What a person typed, made fit for a header: one line without control characters; nothing where nothing is left.
pub(crate) fn one_line(text: &str) -> String {
    let spaced = text.replace(|c: char| c.is_control() || c == '\u{2028}' || c == '\u{2029}', " ");
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Who mails come from: `Warraq <no-reply@shop.example>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sender(pub(crate) Mailbox);

impl Sender {
    /// A sender with a name, which may be empty.
    pub fn new(name: &str, address: &str) -> Result<Self, AddressError> {
        let name = Some(one_line(name)).filter(|name| !name.is_empty());
        Ok(Self(Mailbox::new(name, parse(address)?)))
    }

    /// The same address under another name, which may be empty.
    #[must_use]
    pub fn named(&self, name: &str) -> Self {
        let name = Some(one_line(name)).filter(|name| !name.is_empty());
        Self(Mailbox::new(name, self.0.email.clone()))
    }

    /// The name; empty where there is none.
    pub fn name(&self) -> &str {
        self.0.name.as_deref().unwrap_or_default()
    }

    /// The address.
    pub fn address(&self) -> String {
        self.0.email.to_string()
    }

    /// Whether somebody reads what is sent to it, as far as its name tells: `no-reply` says that nobody does.
    pub fn takes_answers(&self) -> bool {
        let name: String = self.0.email.user().chars().filter(char::is_ascii_alphanumeric).collect();
        let name = name.to_ascii_lowercase();
        !["noreply", "donotreply", "nepasrepondre"].iter().any(|none| name.contains(none))
    }

    /// The part of the address after the @.
    pub(crate) fn domain(&self) -> &str {
        self.0.email.domain()
    }
}

impl FromStr for Sender {
    type Err = AddressError;

    fn from_str(text: &str) -> Result<Self, AddressError> {
        let text = text.trim();
        match text.strip_suffix('>').and_then(|text| text.rsplit_once('<')) {
            Some((name, address)) => {
                let name = name.trim();
                let bare = name.strip_prefix('"').and_then(|name| name.strip_suffix('"')).unwrap_or(name);
                Self::new(bare, address)
            }
            None => Self::new("", text),
        }
    }
}

impl fmt::Display for Sender {
    /// As the setting writes it, which is for people: not encoded for a header.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0.name {
            Some(name) => write!(f, "{name} <{}>", self.0.email),
            None => write!(f, "{}", self.0.email),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn domains_of_all_scripts_are_taken_and_local_parts_of_ascii_only() {
        let parsed = |text| parse(text).map(|address| address.to_string());
        assert_eq!(parsed(" leila@example.org "), Ok("leila@example.org".to_owned()));
        assert_eq!(parsed("leila@مكتبة.example"), Ok("leila@xn--ngbcb3hj.example".to_owned()));
        assert_eq!(parsed("ليلى@example.org"), Err(AddressError::LocalPart));
        for text in
            ["", "leila", "@example.org", "leila@", "a b@example.org", "a@b@example.org", "a@ex ample.org"]
        {
            assert_eq!(parsed(text), Err(AddressError::NotAnAddress), "{text}");
        }
        for text in
            ["a\r\nBcc: x@example.org", "a@example.org\r\nBcc: b@example.org", "\"a\r\nb\"@example.org"]
        {
            assert_eq!(parsed(text), Err(AddressError::NotAnAddress), "{text}");
        }
    }

    #[test]
    fn a_sender_is_read_with_and_without_a_name() {
        let read = |text: &str| text.parse::<Sender>().map(|sender| sender.to_string());
        assert_eq!(read("no-reply@shop.example"), Ok("no-reply@shop.example".to_owned()));
        assert_eq!(read("ورّاق <a@shop.example>"), Ok("ورّاق <a@shop.example>".to_owned()));
        assert_eq!(read("\"Shop, Inc.\" <a@shop.example>"), Ok("Shop, Inc. <a@shop.example>".to_owned()));
        assert_eq!(read("Shop"), Err(AddressError::NotAnAddress));
    }

    #[test]
    fn a_sender_whose_name_says_so_takes_no_answers() {
        let takes = |text: &str| text.parse::<Sender>().unwrap().takes_answers();
        for text in
            ["no-reply@shop.example", "Shop <shop.NoReply@shop.example>", "ne-pas-repondre@shop.example"]
        {
            assert!(!takes(text), "{text}");
        }
        assert!(takes("No reply <contact@shop.example>"), "only the address counts");
    }
}
