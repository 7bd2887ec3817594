//! Mails over SMTP.

use std::fmt;
use std::net::IpAddr;
use std::str::FromStr;
use std::time::Duration;

use lettre::transport::smtp::{self, PoolConfig, extension::ClientId};
use lettre::{AsyncSmtpTransport, AsyncTransport as _, Tokio1Executor};
use url::{Host, Url};

use crate::mailer::{SendError, SettingError};

/// How long the server may take for one answer.
const ANSWER: Duration = Duration::from_secs(20);
/// How long one mail may take in all.
const WHOLE: Duration = Duration::from_mins(1);
/// Connections of one node; jobs that send mails are few at once.
const CONNECTIONS: u32 = 4;
/// Answers that refuse *us*, which the operator can mend, and not the mail: authentication wanted, too weak, wrong,
/// or not without encryption.
const ABOUT_US: [u16; 4] = [530, 534, 535, 538];

/// The address of a mail server, as `WARRAQ_SMTP_URL` writes it: `smtps://user:password@host`,
/// `smtp://user:password@host?tls=required`, or `smtp://localhost` for a server on this machine. A password goes over
/// a network encrypted or not at all.
#[derive(Clone, PartialEq, Eq)]
pub struct SmtpUrl(Url);

impl FromStr for SmtpUrl {
    type Err = SettingError;

    fn from_str(text: &str) -> Result<Self, SettingError> {
        check(text).map(Self)
    }
}

impl fmt::Debug for SmtpUrl {
    /// Without user and password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}", self.0.scheme(), self.0.host_str().unwrap_or_default())
    }
}

/// A server, and the connections to it.
#[derive(Clone)]
pub(crate) struct Smtp(AsyncSmtpTransport<Tokio1Executor>);

impl Smtp {
    /// The server behind an address; `name` is how we greet it where the address does not say.
    pub(crate) fn new(url: &SmtpUrl, name: &str) -> Result<Self, SettingError> {
        let mut server = AsyncSmtpTransport::<Tokio1Executor>::from_url(url.0.as_str())
            .map_err(|error| SettingError(format!("no mail server can be reached by it: {error}")))?
            .timeout(Some(ANSWER))
            .pool_config(PoolConfig::new().max_size(CONNECTIONS));
        if url.0.path().len() <= 1 {
            server = server.hello_name(ClientId::Domain(name.to_owned()));
        }
        Ok(Self(server.build()))
    }

    /// Gives a mail to the server; what it said when it took it.
    pub(crate) async fn send(&self, mail: lettre::Message) -> Result<String, SendError> {
        let to: Vec<String> = mail.envelope().to().iter().map(ToString::to_string).collect();
        match tokio::time::timeout(WHOLE, self.0.send(mail)).await {
            Ok(Ok(answer)) => {
                let words = answer.message().collect::<Vec<_>>().join(" ");
                Ok(without(&format!("{} {words}", answer.code()), &to))
            }
            Ok(Err(error)) => Err(refusal(&error, &to)),
            Err(_) => Err(SendError::Transient("the server took too long".to_owned())),
        }
    }
}

/// Whether the refusal is for ever. Servers like to repeat the address: it is taken out of their words.
fn refusal(error: &smtp::Error, to: &[String]) -> SendError {
    let words = without(&error.to_string(), to);
    let about_us = error.status().is_some_and(|code| ABOUT_US.contains(&u16::from(code)));
    if error.is_permanent() && !about_us { SendError::Permanent(words) } else { SendError::Transient(words) }
}

/// What the server said, without the addresses.
fn without(words: &str, to: &[String]) -> String {
    to.iter().fold(words.to_owned(), |words, to| words.replace(to.as_str(), "(address)"))
}

/// Looks for what the library would not name, or would allow.
fn check(url: &str) -> Result<Url, SettingError> {
    let wrong = |words: &str| Err(SettingError(words.to_owned()));
    let Ok(address) = Url::parse(url) else {
        return wrong("expected smtps://USER:PASSWORD@HOST, with signs in the password written as %40");
    };
    if !matches!(address.scheme(), "smtp" | "smtps") {
        return wrong("expected smtp://… or smtps://…");
    }
    let Some(host) = address.host().filter(|host| *host != Host::Domain("")) else {
        return wrong("names no host: expected smtps://USER:PASSWORD@HOST");
    };
    let mut encrypted = address.scheme() == "smtps";
    for (key, value) in address.query_pairs() {
        match (&*key, &*value) {
            ("tls", "required") => encrypted = true,
            ("tls", "opportunistic") => {}
            ("tls", _) => return wrong("`tls` can be `required` or `opportunistic`"),
            _ => return wrong("knows no other parameter than `tls`"),
        }
    }
    if address.password().is_some() && !encrypted && !is_here(&host) {
        return wrong("would show the password to the network: write smtps://, or add ?tls=required");
    }
    if address.password().is_none() && !address.username().is_empty() {
        return wrong("has a user but no password");
    }
    Ok(address)
}

/// Whether a host is this machine.
fn is_here(host: &Host<&str>) -> bool {
    let ip = match host {
        Host::Domain(name) => {
            return *name == "localhost" || name.parse().is_ok_and(|ip: IpAddr| ip.is_loopback());
        }
        Host::Ipv4(ip) => IpAddr::V4(*ip),
        Host::Ipv6(ip) => IpAddr::V6(*ip),
    };
    ip.is_loopback()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrong_addresses_are_named_without_their_password() {
        for (url, word) in [
            ("mail.example.org", "expected smtps://"),
            ("http://mail.example.org", "smtp://"),
            ("smtp://", "host"),
            ("smtp://u:hush@mail.example.org", "show the password"),
            ("smtp://u:hush@mail.example.org?tls=opportunistic", "show the password"),
            ("smtp://u:hush@mail.example.org?tls=maybe", "`required`"),
            ("smtps://u:hush@mail.example.org?pool=9", "no other parameter"),
            ("smtps://u@mail.example.org", "no password"),
        ] {
            let said = check(url).unwrap_err().to_string();
            assert!(said.contains(word), "{url}: {said}");
            assert!(!said.contains("hush"), "{url}: {said}");
        }
    }

    #[test]
    fn addresses_of_servers_are_taken() {
        for url in [
            "smtps://u:hush@mail.example.org",
            "smtp://u:hush@mail.example.org:2525/shop.example?tls=required",
            "smtp://mail.example.org:25",
            "smtp://u:hush@localhost:1025",
            "smtp://u:hush@127.0.0.1:1025",
            "smtp://u:hush@[::1]:1025",
        ] {
            assert!(check(url).is_ok(), "{url}");
        }
    }
}
