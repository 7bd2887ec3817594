//! E-mail addresses that mail can be sent to, compared without case.

use std::fmt;

use email_address::EmailAddress;

/// The longest address that SMTP carries (RFC 5321), in bytes.
const LONGEST: usize = 254;

/// An address as somebody typed it, with its domain in ASCII.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Email(String);

/// Why a text is no address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WrongEmail {
    /// Nothing was given.
    Missing,
    /// There is no `@`, or nothing on one side of it.
    NoAt,
    /// The domain has no ending such as `.dz`, or is a number.
    NoEnding,
    /// Anything else.
    Malformed,
}

impl Email {
    /// Reads an address; spaces around it are not part of it.
    pub fn parse(text: &str) -> Result<Self, WrongEmail> {
        let text = text.trim();
        if text.is_empty() {
            return Err(WrongEmail::Missing);
        }
        if text.len() > LONGEST {
            return Err(WrongEmail::Malformed);
        }
        let (local, domain) = text.rsplit_once('@').ok_or(WrongEmail::NoAt)?;
        if local.is_empty() || domain.is_empty() {
            return Err(WrongEmail::NoAt);
        }
        let domain = idna::domain_to_ascii(domain).map_err(|_| WrongEmail::Malformed)?;
        let address = format!("{local}@{domain}");
        // Not every mail server takes letters beyond ASCII before the `@`, and quoted local parts serve tricks only.
        let plain = local.is_ascii() && !local.contains(['"', '(', ')', ' ']);
        if plain && address.len() <= LONGEST && EmailAddress::is_valid(&address) && !domain.starts_with('[') {
            if has_ending(&domain) { Ok(Self(address)) } else { Err(WrongEmail::NoEnding) }
        } else {
            Err(WrongEmail::Malformed)
        }
    }

    /// The address as mail is sent to it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What addresses are compared by.
    pub fn folded(&self) -> String {
        self.0.to_lowercase()
    }
}

/// Whether a domain is a name below one of those that the net knows, and no number of a machine.
fn has_ending(domain: &str) -> bool {
    domain.rsplit_once('.').is_some_and(|(_, ending)| {
        let letters = ending.len() >= 2 && ending.bytes().all(|byte| byte.is_ascii_alphabetic());
        letters || ending.starts_with("xn--")
    })
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn addresses_are_compared_without_case() {
        let folded = |text: &str| Email::parse(text).map(|email| email.folded());
        assert_eq!(folded(" Lina.Haddad@Exemple.DZ "), Ok("lina.haddad@exemple.dz".to_owned()));
        assert_eq!(folded("a@موقع.الجزائر"), Ok("a@xn--4gbrim.xn--lgbbat1ad8j".to_owned()));
        assert_eq!(folded("a+b@Bücher.example"), Ok("a+b@xn--bcher-kva.example".to_owned()));
    }

    #[test]
    fn what_is_no_address_is_refused_with_its_reason() {
        for (text, why) in [
            ("", WrongEmail::Missing),
            ("lina", WrongEmail::NoAt),
            ("@exemple.dz", WrongEmail::NoAt),
            ("lina@", WrongEmail::NoAt),
            ("lina.haddad@exemple", WrongEmail::NoEnding),
            ("lina@127.0.0.1", WrongEmail::NoEnding),
            ("lina@exemple.d", WrongEmail::NoEnding),
            ("lina@exemple.dz.", WrongEmail::Malformed),
            ("lina haddad@exemple.dz", WrongEmail::Malformed),
            ("lina@exemple..dz", WrongEmail::Malformed),
            ("lina@exemple.dz\r\nBcc: a@b.dz", WrongEmail::Malformed),
            ("lina@[127.0.0.1]", WrongEmail::Malformed),
            ("\"lina\"@exemple.dz", WrongEmail::Malformed),
            ("لينا@exemple.dz", WrongEmail::Malformed),
        ] {
            assert_eq!(Email::parse(text), Err(why), "{text:?}");
        }
        assert_eq!(Email::parse(&format!("{}@exemple.dz", "a".repeat(300))), Err(WrongEmail::Malformed));
    }

    proptest! {
        #[test]
        fn no_text_panics_and_what_is_read_is_one_line_of_ascii(text in "\\PC{0,20}@\\PC{0,20}") {
            if let Ok(email) = Email::parse(&text) {
                prop_assert!(email.as_str().is_ascii() && !email.as_str().contains(char::is_whitespace));
                prop_assert_eq!(Email::parse(email.as_str()), Ok(email));
            }
        }
    }
}
