//! Sends mails on.

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use kernel::{Random, Timestamp};

use crate::address::Sender;
use crate::mailbox::Mailbox;
use crate::message::Message;
use crate::smtp::{Smtp, SmtpUrl};

/// Where mails go. Cheap to clone; connections are shared.
#[derive(Clone)]
pub struct Mailer(Arc<Parts>);

struct Parts {
    from: Sender,
    way: Arc<Way>,
}

enum Way {
    Smtp(Smtp),
    Folder(Mailbox),
}

/// What is wrong with a setting. It repeats no secret.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct SettingError(pub(crate) String);

/// A mail could not be sent. Neither repeats the address.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SendError {
    /// It never will be: the address is none, or its server refuses the mail.
    #[error("the mail is refused: {0}")]
    Permanent(String),
    /// It may be later: the server is away, busy, or does not accept our credentials.
    #[error("the mail cannot be sent now: {0}")]
    Transient(String),
}

impl Mailer {
    /// Gives mails to a server. Connects when the first mail is sent. To be called inside a runtime.
    pub fn smtp(url: &SmtpUrl, from: Sender) -> Result<Self, SettingError> {
        let way = Way::Smtp(Smtp::new(url, from.domain())?);
        Ok(Self::new(from, way))
    }

    /// Lays mails into a folder, which is made when the first one comes.
    pub fn folder(path: impl Into<PathBuf>, from: Sender) -> Self {
        Self::new(from, Way::Folder(Mailbox::new(path)))
    }

    fn new(from: Sender, way: Way) -> Self {
        Self(Arc::new(Parts { from, way: Arc::new(way) }))
    }

    /// The same way for mails, which come from somebody else.
    #[must_use]
    pub fn from(&self, sender: Sender) -> Self {
        Self(Arc::new(Parts { from: sender, way: Arc::clone(&self.0.way) }))
    }

    /// The folder that mails are laid into, where they are.
    pub fn mailbox(&self) -> Option<&Mailbox> {
        match &*self.0.way {
            Way::Smtp(_) => None,
            Way::Folder(mailbox) => Some(mailbox),
        }
    }

    /// Sends one mail. `now` becomes its date, `random` its name.
    pub async fn send(&self, message: &Message, now: Timestamp, random: &Random) -> Result<(), SendError> {
        self.send_and_hear(message, now, random).await.map(drop)
    }

    /// The same, with what the server said when it took the mail; a folder says nothing.
    pub async fn send_and_hear(
        &self,
        message: &Message,
        now: Timestamp,
        random: &Random,
    ) -> Result<String, SendError> {
        let mail = message.compose(&self.0.from, now, random)?;
        match &*self.0.way {
            Way::Smtp(smtp) => smtp.send(mail).await,
            Way::Folder(mailbox) => mailbox
                .put(&mail.formatted(), now, random)
                .await
                .map(|()| String::new())
                .map_err(|error| SendError::Transient(format!("{}: {error}", mailbox.folder().display()))),
        }
    }
}

impl fmt::Debug for Mailer {
    /// Without the server's address, which may hold a password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Mailer").field("from", &self.0.from.to_string()).finish_non_exhaustive()
    }
}
