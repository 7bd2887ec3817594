//! Mails: written safely, and given to an SMTP server or laid in a folder.
//!
//! A [`Message`] says what a person is to read; [`Mailer::send`] makes a mail of it and sends it on. Without a server
//! mails are files in a folder, which a [`Mailbox`] reads: for development and for tests.
//!
//! Nothing that came from outside can become a header of its own: what stands in one loses its line breaks, and
//! addresses are checked. No error repeats an address or a password.

mod address;
mod mailbox;
mod mailer;
mod message;
mod smtp;

pub use address::{AddressError, Sender};
pub use mailbox::{File, Mail, Mailbox};
pub use mailer::{Mailer, SendError, SettingError};
pub use message::{Attachment, Message};
pub use smtp::SmtpUrl;
