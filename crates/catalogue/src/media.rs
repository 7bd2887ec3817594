//! Folders of the media storage: one for each book, none left behind.
//!
//! A folder is listed as discarded before its first byte is written, with a date in the future; the transaction that
//! makes the book takes it off the list. What a failure or a crash leaves is therefore on the list, and
//! [`sweep`] removes it.

use db::{Db, Query, Tx, sql};
use kernel::Timestamp;
use storage::Storage;

use crate::book::folder_key;

/// How long an upload may take before its folder counts as left behind, in seconds.
const UPLOAD: i64 = 24 * 60 * 60;

/// Lists a folder that is about to be filled.
pub(crate) async fn begin_upload(db: &impl Query, folder: &str, now: Timestamp) -> db::Result<()> {
    db.execute(sql!(
        "insert into discarded_folders (folder, not_before) values ($1, $2)
         on conflict (folder) do update set not_before = excluded.not_before",
        folder,
        now.plus_seconds(UPLOAD)
    ))
    .await
    .map(drop)
}

/// Whether a folder is about to be removed.
pub(crate) async fn is_discarded(db: &impl Query, folder: &str) -> db::Result<bool> {
    let found: Option<(String,)> =
        db.optional(sql!("select folder from discarded_folders where folder = $1", folder)).await?;
    Ok(found.is_some())
}

/// The folder belongs to a book now.
pub(crate) async fn keep(tx: &Tx, folder: &str) -> db::Result<()> {
    tx.execute(sql!("delete from discarded_folders where folder = $1", folder)).await.map(drop)
}

/// The folder belongs to nobody any more.
pub(crate) async fn discard(db: &impl Query, folder: &str, now: Timestamp) -> db::Result<()> {
    db.execute(sql!(
        "insert into discarded_folders (folder, not_before) values ($1, $2)
         on conflict (folder) do update set not_before = excluded.not_before",
        folder,
        now
    ))
    .await
    .map(drop)
}

/// Removes the folders whose time has come; how many went. Safe to run on every node at any time.
pub async fn sweep(db: &Db, storage: &Storage, now: Timestamp) -> Result<usize, SweepError> {
    let folders: Vec<(String,)> = db
        .all(sql!(
            "select folder from discarded_folders where not_before <= $1 order by not_before limit 500",
            now
        ))
        .await?;
    for (folder,) in &folders {
        storage.delete_folder(&folder_key(folder)).await?;
        db.execute(sql!("delete from discarded_folders where folder = $1", folder)).await?;
    }
    Ok(folders.len())
}

/// A folder could not be removed; the next sweep tries again.
#[derive(Debug, thiserror::Error)]
pub enum SweepError {
    /// The database did not answer.
    #[error(transparent)]
    Database(#[from] db::Error),
    /// The storage did not.
    #[error(transparent)]
    Storage(#[from] storage::Error),
}
