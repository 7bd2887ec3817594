//! An upload that is here is checked and becomes what it is: done as a job, by any node, as often as it takes.

use std::path::{Path, PathBuf};

use db::{Json, Query as _, Tx, sql};
use futures::{StreamExt as _, future::BoxFuture};
use jobs::Job;
use kernel::{Id, Timestamp};
use publication::Warning;
use serde::{Deserialize, Serialize};
use tempfile::TempDir;
use tokio::io::AsyncWriteExt as _;
use web::App;

use super::{Finding, Refusal, State, Trouble, Upload, UploadOutcome, about, raw, refuse};
use crate::{
    Book, Format,
    import::{Beside, Entered, How, ImportError, Importer, Policy, Put},
    media,
};

/// The longest name that a file gets while it is checked, in bytes.
const LONGEST_NAME: usize = 180;

/// Checks an upload that is here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckUpload {
    /// Which.
    pub upload: Id<Upload>,
}

impl Job for CheckUpload {
    const KIND: &'static str = "catalogue.check_upload";

    fn about(&self) -> Option<String> {
        Some(about(self.upload))
    }
}

/// What is written where the file enters: that the upload did, and what others have to write.
struct Witness<'a> {
    upload: &'a Upload,
    folder: &'a str,
    now: Timestamp,
    beside: &'a dyn Beside,
}

impl Beside for Witness<'_> {
    fn write<'a>(&'a self, tx: &'a Tx, entered: &'a Entered<'a>) -> BoxFuture<'a, db::Result<()>> {
        Box::pin(async move {
            let outcome = match entered.how {
                How::Added => UploadOutcome::Added,
                How::Attached => UploadOutcome::Attached,
                How::Replaced => UploadOutcome::Replaced,
            };
            let findings = entered.notes.iter().cloned().map(Finding::from).collect();
            let told = enter(tx, self.upload.id, (entered.book, outcome, findings), self.now).await?;
            if !told {
                // Somebody has ended it meanwhile, or another node was faster.
                return Err(db::Error::NotFound);
            }
            media::discard(tx, self.folder, self.now).await?;
            self.beside.write(tx, entered).await
        })
    }
}

/// It is the file of a book; false where it is not being checked.
pub(super) async fn enter(
    tx: &Tx,
    id: Id<Upload>,
    (book, outcome, findings): (Id<Book>, UploadOutcome, Vec<Finding>),
    now: Timestamp,
) -> db::Result<bool> {
    let entered = tx
        .execute(sql!(
            "update uploads set state = 'entered', book_id = $2, outcome = $3, findings = $4, folder = null,
                 trouble = null, touched_at = $5
             where id = $1 and state = 'checking'",
            id,
            book,
            outcome,
            Json(&findings),
            now
        ))
        .await?;
    Ok(entered > 0)
}

/// Checks an upload, and enters it with what `beside` writes in the same transaction. What is done twice has the effect of
/// once.
///
/// # Errors
/// When this machine failed; nothing has changed then, and it is to be tried again.
pub async fn check(app: &App, upload: &Upload, beside: &dyn Beside) -> Result<(), ImportError> {
    let Some(folder) = upload.folder.as_deref().filter(|_| upload.state == State::Checking) else {
        return Ok(());
    };
    let put = match bring(app, (upload, folder), beside).await {
        Err(ImportError::Database(db::Error::NotFound)) => return Ok(()),
        Err(ImportError::Storage(storage::Error::NotFound { .. })) => {
            Put::Refused { code: "gave_up", reason: "the file is not there any more".to_owned() }
        }
        Err(error) => {
            tell_trouble(app, upload.id, &error).await;
            return Err(error);
        }
        Ok(put) => put,
    };
    tell(app, (upload, folder), put).await?;
    if let Err(error) = media::sweep(&app.db, &app.storage, app.clock.now()).await {
        tracing::warn!(%error, "What was uploaded is removed by a later sweep");
    }
    Ok(())
}

/// Fetches the bytes and takes them apart.
async fn bring(
    app: &App,
    (upload, folder): (&Upload, &str),
    beside: &dyn Beside,
) -> Result<Put, ImportError> {
    let importer = Importer::of(app, Policy::Draft)?;
    let work = TempDir::new_in(&importer.work)?;
    let path = fetch(app, folder, work.path(), &upload.name).await?;
    let witness = Witness { upload, folder, now: app.clock.now(), beside };
    match upload.target() {
        Some(target) => importer.put_file(path, target, &witness).await,
        None => importer.take_in(path, &witness).await,
    }
}

/// Writes down what became of it.
async fn tell(app: &App, (upload, folder): (&Upload, &str), put: Put) -> db::Result<()> {
    let now = app.clock.now();
    let mut refusal = match put {
        // That stands with the file, in its transaction.
        Put::Entered => return Ok(()),
        Put::Unchanged { book, .. } => {
            return app
                .db
                .transaction(async |tx| {
                    enter(&tx, upload.id, (book, UploadOutcome::Unchanged, Vec::new()), now).await?;
                    media::discard(&tx, folder, now).await
                })
                .await;
        }
        Put::Refused { code, reason } => Refusal::new(code, reason),
        Put::OfAnother { book, title } => {
            Refusal { book: Some((book.get(), title)), ..Refusal::new("other_book", "") }
        }
        Put::OtherFormat(Format::Epub) => Refusal::new("other_format", "epub"),
        Put::OtherFormat(Format::Pdf) => Refusal::new("other_format", "pdf"),
        Put::NoBook => Refusal::new("book_gone", ""),
    };
    // The place where it lay on this machine is nobody's business.
    refusal.detail.retain(|c| !c.is_control());
    refuse(&app.db, (upload.id, Some(folder)), &refusal, now).await
}

/// Says why it takes so long, as far as that can be written at all.
async fn tell_trouble(app: &App, id: Id<Upload>, error: &ImportError) {
    let trouble = if error.is_full() { Trouble::DiskFull } else { Trouble::Failed };
    let said = app.db.execute(sql!("update uploads set trouble = $2 where id = $1", id, trouble));
    if let Err(error) = said.await {
        tracing::warn!(%error, "Could not write down why an upload is not checked yet");
    }
}

/// Copies the bytes to the local disk, under the file's own name, which may become a title.
async fn fetch(app: &App, folder: &str, work: &Path, name: &str) -> Result<PathBuf, ImportError> {
    let path = work.join(safe_name(name));
    let mut contents = app.storage.read(&raw(folder), None).await?;
    let mut file = tokio::fs::File::create(&path).await?;
    while let Some(chunk) = contents.next().await {
        file.write_all(&chunk?).await?;
    }
    file.flush().await?;
    Ok(path)
}

/// A name that every disk takes.
fn safe_name(name: &str) -> String {
    let kept: String = name.chars().map(|c| if matches!(c, '/' | '\\' | '\0') { ' ' } else { c }).collect();
    let mut short = kept.trim_start_matches('.').to_owned();
    while short.len() > LONGEST_NAME {
        short.pop();
    }
    if short.trim().is_empty() { "file".to_owned() } else { short }
}

impl From<Warning> for Finding {
    fn from(warning: Warning) -> Self {
        Self { code: warning.code.to_owned(), message: warning.message }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_a_file_is_called_it_is_one_name_on_the_disk() {
        assert_eq!(safe_name("../../etc/passwd"), " .. etc passwd");
        assert_eq!(safe_name("..."), "file");
        assert_eq!(safe_name("كتاب.epub"), "كتاب.epub");
        assert!(safe_name(&"ك".repeat(300)).len() <= LONGEST_NAME);
    }
}
