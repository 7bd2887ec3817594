//! Mails as files in a folder: laid there instead of being sent, read by a page in development and by tests.

use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use kernel::{Random, Timestamp};
use mail_parser::{HeaderName, MessageParser, MimeHeaders as _};

/// The most mails that a list holds.
const LIST_MOST: usize = 200;

/// A folder with mails, `<time>-<number>-<chance>.eml`: their names sort as they were sent.
#[derive(Debug, Clone)]
pub struct Mailbox {
    folder: Arc<Path>,
    /// Mails laid here by this process: those of one moment keep their order.
    count: Arc<AtomicU64>,
}

/// A mail that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    /// The file's name, by which [`Mailbox::read`] finds it.
    pub name: String,
    /// Its date.
    pub at: Option<Timestamp>,
    /// The address it comes from.
    pub from: String,
    /// The address it goes to.
    pub to: String,
    /// The name of the person it goes to.
    pub to_name: Option<String>,
    /// The line that lists show.
    pub subject: String,
    /// Its language, as a tag; empty where it does not say.
    pub language: String,
    /// The message as plain text.
    pub text: String,
    /// The message as a page.
    pub html: String,
    /// The files that come with it.
    pub files: Vec<File>,
}

/// A file that came with a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// What it is called.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl Mailbox {
    /// The mails in a folder, which need not be there yet.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into().into(), count: Arc::default() }
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The latest mails, newest first. Files that are no mails are passed over.
    pub async fn list(&self) -> io::Result<Vec<Mail>> {
        let mut mails = Vec::new();
        for name in self.names().await?.into_iter().rev().take(LIST_MOST) {
            mails.extend(self.read(&name).await?);
        }
        Ok(mails)
    }

    /// One mail; `None` where there is none of that name, which may come from outside.
    pub async fn read(&self, name: &str) -> io::Result<Option<Mail>> {
        if !is_name(name) {
            return Ok(None);
        }
        match tokio::fs::read(self.folder.join(name)).await {
            Ok(bytes) => Ok(parse(name, &bytes)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Lays a mail into the folder. Who looks meanwhile sees all of it or nothing.
    pub(crate) async fn put(&self, bytes: &[u8], now: Timestamp, random: &Random) -> io::Result<()> {
        tokio::fs::create_dir_all(&self.folder).await?;
        let number = self.count.fetch_add(1, Ordering::Relaxed);
        let time = now.to_string().replace(['-', ':', '.'], "");
        let name = format!("{time}-{number:06}-{}.eml", random.hex::<4>());
        let draft = self.folder.join(format!(".{name}.part"));
        tokio::fs::write(&draft, bytes).await?;
        tokio::fs::rename(&draft, self.folder.join(name)).await
    }

    /// The names of the mails, oldest first.
    async fn names(&self) -> io::Result<Vec<String>> {
        let mut entries = match tokio::fs::read_dir(&self.folder).await {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(error),
        };
        let mut names = Vec::new();
        while let Some(entry) = entries.next_entry().await? {
            names.extend(entry.file_name().into_string().ok().filter(|name| is_name(name)));
        }
        names.sort();
        Ok(names)
    }
}

/// A plain file's name of ours, and no way out of the folder.
fn is_name(name: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.';
    name.chars().all(plain)
        && !name.starts_with('.')
        && Path::new(name).extension().is_some_and(|extension| extension == OsStr::new("eml"))
}

fn parse(name: &str, bytes: &[u8]) -> Option<Mail> {
    let mail = MessageParser::default().parse(bytes)?;
    let from = mail.from().and_then(|from| from.first());
    let to = mail.to().and_then(|to| to.first());
    let language = mail.header(HeaderName::ContentLanguage);
    let body = |text: Option<std::borrow::Cow<'_, str>>| text.unwrap_or_default().replace("\r\n", "\n");
    Some(Mail {
        name: name.to_owned(),
        at: mail.date().map(|date| Timestamp::from_millis(date.to_timestamp().saturating_mul(1_000))),
        from: from.and_then(|from| from.address()).unwrap_or_default().to_owned(),
        to: to.and_then(|to| to.address()).unwrap_or_default().to_owned(),
        to_name: to.and_then(|to| to.name()).map(str::to_owned),
        subject: mail.subject().unwrap_or_default().to_owned(),
        language: language.and_then(|value| value.as_text()).unwrap_or_default().to_owned(),
        text: body(mail.body_text(0)),
        html: body(mail.body_html(0)),
        files: mail
            .attachments()
            .map(|part| File {
                name: part.attachment_name().unwrap_or_default().to_owned(),
                bytes: part.contents().to_vec(),
            })
            .collect(),
    })
}
