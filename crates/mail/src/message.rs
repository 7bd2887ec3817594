//! A message, and the mail that is made of it.

use std::time::{Duration, UNIX_EPOCH};

use kernel::{Random, Timestamp};
use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart, SinglePart};

use crate::address::{self, Sender};
use crate::mailer::SendError;

/// What a person is to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// The address it goes to.
    pub to: String,
    /// The name of the person.
    pub to_name: Option<String>,
    /// The line that lists show.
    pub subject: String,
    /// The whole message as plain text.
    pub text: String,
    /// The same as a page.
    pub html: String,
    /// Its language, as a tag: `ar`.
    pub language: String,
    /// Files that come with it.
    pub attachments: Vec<Attachment>,
}

/// A file that comes with a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// What it is called: `R-2026-000123.pdf`.
    pub name: String,
    /// Its kind: `application/pdf`.
    pub media_type: &'static str,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl Message {
    /// The mail: both forms of the message, with what mail servers want to know.
    pub(crate) fn compose(
        &self,
        from: &Sender,
        now: Timestamp,
        random: &Random,
    ) -> Result<lettre::Message, SendError> {
        let refused = |why: &dyn std::fmt::Display| SendError::Permanent(why.to_string());
        let to = address::parse(&self.to).map_err(|error| refused(&error))?;
        let name = self.to_name.as_deref().map(address::one_line).filter(|name| !name.is_empty());
        let words = MultiPart::alternative()
            .boundary(random.hex::<16>())
            .singlepart(SinglePart::plain(self.text.clone()))
            .singlepart(SinglePart::html(self.html.clone()));
        let mut body = words;
        for (at, file) in self.attachments.iter().enumerate() {
            let kind = ContentType::parse(file.media_type).map_err(|error| refused(&error))?;
            let part = lettre::message::Attachment::new(address::one_line(&file.name))
                .body(file.bytes.clone(), kind);
            body = match at {
                0 => MultiPart::mixed().boundary(random.hex::<16>()).multipart(body).singlepart(part),
                _ => body.singlepart(part),
            };
        }
        let since = Duration::from_millis(now.as_millis().max(0).unsigned_abs());
        lettre::Message::builder()
            .from(from.0.clone())
            .to(Mailbox::new(name, to))
            .subject(address::one_line(&self.subject))
            .date(UNIX_EPOCH + since)
            .message_id(Some(format!("<{}@{}>", random.hex::<16>(), from.domain())))
            .header(AutoSubmitted)
            .header(ContentLanguage(self.language.clone()))
            .multipart(body)
            .map_err(|error| refused(&error))
    }
}

/// Keeps holiday notices from answering.
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

/// The language of a mail.
#[derive(Clone)]
struct ContentLanguage(String);

impl Header for ContentLanguage {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Content-Language")
    }

    fn parse(text: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self(text.to_owned()))
    }

    fn display(&self) -> HeaderValue {
        let tag = self.0.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
        HeaderValue::new(Self::name(), tag)
    }
}
