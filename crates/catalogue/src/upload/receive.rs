//! An upload begins, and its bytes come in.

use std::{
    io,
    net::IpAddr,
    pin::pin,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::Duration,
};

use bytes::Bytes;
use db::{Json, Query as _, Tx, sql};
use futures::Stream;
use kernel::{Id, Timestamp};
use publication::Limits;
use web::{App, UserId};

use super::{
    CheckUpload, Finding, Refusal, Upload, UploadOutcome, check::enter, incoming::Incoming, raw, refuse,
    refuse_in,
};
use crate::{Book, files, import::Target, media};

/// How often it is written down how much has come: a small part of the time after which it counts as lost.
const BEAT: Duration = Duration::from_secs(10);
/// The longest name that is kept, in characters.
const LONGEST_NAME: usize = 200;

/// An upload about to begin.
#[derive(Debug, Clone)]
pub struct NewUpload<'a> {
    /// Who sends it.
    pub user: UserId,
    /// Their name.
    pub username: &'a str,
    /// From which address.
    pub address: Option<IpAddr>,
    /// The file's own name; a path before it is left out.
    pub name: &'a str,
    /// Its size, where that was said.
    pub expected: Option<u64>,
    /// The book whose file it is to be.
    pub target: Option<Target>,
}

/// The bytes did not all come in. Nothing is kept of them.
#[derive(Debug, thiserror::Error)]
pub enum ReceiveError {
    /// Whoever sends them stopped, or was cut off.
    #[error("the upload was cut off")]
    CutOff,
    /// There is no room for it.
    #[error("there is no room for it")]
    Full,
    /// The database.
    #[error(transparent)]
    Database(db::Error),
    /// The storage.
    #[error(transparent)]
    Storage(storage::Error),
}

impl From<db::Error> for ReceiveError {
    fn from(error: db::Error) -> Self {
        if matches!(error, db::Error::Full) { Self::Full } else { Self::Database(error) }
    }
}

impl From<storage::Error> for ReceiveError {
    fn from(error: storage::Error) -> Self {
        match error {
            storage::Error::Full { .. } => Self::Full,
            storage::Error::Source { .. } => Self::CutOff,
            other => Self::Storage(other),
        }
    }
}

/// Enters an upload whose bytes are about to come.
pub async fn begin(app: &App, new: &NewUpload<'_>) -> Result<Id<Upload>, ReceiveError> {
    let (folder, now) = (app.random.hex::<8>(), app.clock.now());
    let findings: Vec<Finding> = Vec::new();
    let begun = app.db.transaction(async |tx| {
        media::begin_upload(&tx, &folder, now).await?;
        let (id,): (Id<Upload>,) = tx
            .one(sql!(
                "insert into uploads (user_id, username, address, name, target_id, target_format, state, expected,
                     folder, findings, created_at, touched_at)
                 values ($1, $2, $3, $4, $5, $6, 'receiving', $7, $8, $9, $10, $10) returning id",
                new.user,
                new.username,
                new.address.map(|address| address.to_string()),
                own_name(new.name),
                new.target.map(|target| target.book),
                new.target.map(|target| target.format),
                new.expected.and_then(|bytes| i64::try_from(bytes).ok()),
                folder.as_str(),
                Json(&findings),
                now
            ))
            .await?;
        Ok::<_, db::Error>(id)
    });
    Ok(begun.await?)
}

/// Takes the bytes of an upload in, and sees that they are checked. What is no book or too large is refused at once. On an
/// error nothing is left.
pub async fn receive(
    app: &App,
    id: Id<Upload>,
    bytes: impl Stream<Item = io::Result<Bytes>> + Send + Unpin,
) -> Result<(), ReceiveError> {
    let found = Upload::find(&app.db, id).await?;
    let Some(folder) = found.and_then(|upload| upload.folder) else { return Err(ReceiveError::CutOff) };
    let received = take(app, (id, &folder), bytes).await;
    if received.is_err() {
        // What cannot be removed now, as on a full disk, the sweep removes.
        let now = app.clock.now();
        let forgotten = app.db.transaction(async |tx| Upload::forget(&tx, id, now).await).await;
        tidy(app).await;
        if let Err(error) = forgotten {
            tracing::warn!(%error, "An upload that was cut off is forgotten by a later sweep");
        }
    }
    received
}

/// The program's own limits, or the owner's where those are less.
fn limits(app: &App) -> Limits {
    let (own, owner) = (Limits::default(), app.shop().limits);
    let bytes = |mib: u32| u64::from(mib) << 20;
    Limits {
        epub_bytes: own.epub_bytes.min(bytes(owner.epub_mib)),
        pdf_bytes: own.pdf_bytes.min(bytes(owner.pdf_mib)),
        ..own
    }
}

async fn take(
    app: &App,
    (id, folder): (Id<Upload>, &str),
    bytes: impl Stream<Item = io::Result<Bytes>> + Send + Unpin,
) -> Result<(), ReceiveError> {
    let count = Arc::new(AtomicI64::new(0));
    let mut incoming = Incoming::new(bytes, limits(app), Arc::clone(&count));
    let stored = store(app, (id, folder), &mut incoming, &count).await;
    if let Some(refusal) = &incoming.refusal {
        refuse(&app.db, (id, Some(folder)), refusal, app.clock.now()).await?;
        tidy(app).await;
        return Ok(());
    }
    stored?;
    let (sha256, now) = (incoming.sha256(), app.clock.now());
    let there = app.db.transaction(async |tx| {
        let there = tx
            .execute(sql!(
                "update uploads set state = 'checking', received = $2, sha256 = $3, touched_at = $4
                 where id = $1 and state = 'receiving'",
                id,
                count.load(Ordering::Relaxed),
                sha256.as_str(),
                now
            ))
            .await?;
        if there > 0 && !known(&tx, (id, folder), &sha256, now).await? {
            jobs::enqueue(&tx, &CheckUpload { upload: id }, now).await?;
        }
        Ok::<_, db::Error>(there > 0)
    });
    if there.await? { Ok(()) } else { Err(ReceiveError::CutOff) }
}

/// A file that the shop has already need not be taken apart to be told of.
async fn known(tx: &Tx, (id, folder): (Id<Upload>, &str), sha256: &str, now: Timestamp) -> db::Result<bool> {
    let Some((book, title)) = files::find_by_hash(tx, sha256).await? else { return Ok(false) };
    let target: (Option<Id<Book>>,) = tx.one(sql!("select target_id from uploads where id = $1", id)).await?;
    match target.0 {
        Some(target) if target != book => {
            let refusal = Refusal { book: Some((book.get(), title)), ..Refusal::new("other_book", "") };
            refuse_in(tx, (id, Some(folder)), &refusal, now).await?;
        }
        _ => {
            enter(tx, id, (book, UploadOutcome::Unchanged, Vec::new()), now).await?;
            media::discard(tx, folder, now).await?;
        }
    }
    Ok(true)
}

/// Stores the bytes, and says meanwhile that they still come.
async fn store<S: Stream<Item = io::Result<Bytes>> + Send + Unpin>(
    app: &App,
    (id, folder): (Id<Upload>, &str),
    incoming: &mut Incoming<S>,
    count: &AtomicI64,
) -> Result<(), ReceiveError> {
    let key = raw(folder);
    let mut storing = pin!(app.storage.put_stream(&key, incoming));
    loop {
        tokio::select! {
            stored = &mut storing => return Ok(stored.map(drop)?),
            () = tokio::time::sleep(BEAT) => {
                let beats = app.db.execute(sql!(
                    "update uploads set received = $2, touched_at = $3 where id = $1 and state = 'receiving'",
                    id,
                    count.load(Ordering::Relaxed),
                    app.clock.now()
                ));
                // Somebody ended it.
                if beats.await? == 0 {
                    return Err(ReceiveError::CutOff);
                }
            }
        }
    }
}

/// Removes the folders whose time has come, so that there is room again.
async fn tidy(app: &App) {
    if let Err(error) = media::sweep(&app.db, &app.storage, app.clock.now()).await {
        tracing::warn!(%error, "What was uploaded is removed by a later sweep");
    }
}

/// The name without what some browsers put before it, and without what could not be shown.
fn own_name(name: &str) -> String {
    let own = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let shown: String = own.chars().filter(|c| !c.is_control()).take(LONGEST_NAME).collect();
    if shown.trim().is_empty() { "?".to_owned() } else { shown.trim().to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_path_the_name_is_kept() {
        assert_eq!(own_name("C:\\livres\\L’été.epub"), "L’été.epub");
        assert_eq!(own_name("../../etc/passwd"), "passwd");
        assert_eq!(own_name("a\u{0}\nb.pdf"), "ab.pdf");
        assert_eq!(own_name("/"), "?");
        assert_eq!(own_name(&"x".repeat(900)).len(), LONGEST_NAME);
    }
}
