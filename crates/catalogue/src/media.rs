//! Folders of the media storage: one for each book, none left behind.
//!
//! A folder is listed as discarded before its first byte is written, with a date in the future; the transaction that
//! makes the book takes it off the list. What a failure or a crash leaves is therefore on the list, and
//! [`sweep`] removes it.

use db::{Db, Json, Query, Tx, sql};
use kernel::Timestamp;
use storage::Storage;

use crate::book::{BOOKS, folder_key};
use crate::{Format, hold};

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

/// The keys of the folders that belong to a book no more, or not yet.
pub async fn discarded(db: &impl Query) -> db::Result<Vec<String>> {
    let folders: Vec<(String,)> = db
        .all(sql!("select folder from discarded_folders /* full scan: a backup reads everything */"))
        .await?;
    Ok(folders.into_iter().map(|(folder,)| folder_key(&folder)).collect())
}

/// The keys of the folders that books have their files and covers in, each of which holds something. Drawn covers are
/// not among them: where they are missing they are drawn again.
pub async fn kept(db: &impl Query) -> db::Result<Vec<String>> {
    let covers: Vec<(String, String)> = db
        .all(sql!("select folder, cover_version from books where not cover_drawn /* full scan: a backup reads everything */"))
        .await?;
    let files: Vec<(String, Format, String)> = db
        .all(sql!(
            "select b.folder, f.format, f.version from book_files f join books b on b.id = f.book_id
             /* full scan: a backup reads everything */"
        ))
        .await?;
    let covers =
        covers.into_iter().map(|(folder, version)| format!("{}/cover-{version}", folder_key(&folder)));
    let files = files
        .into_iter()
        .map(|(folder, format, version)| format!("{}/{format}-{version}", folder_key(&folder)));
    Ok(covers.chain(files).collect())
}

/// Lists folders by their keys as belonging to nobody, to be removed at `not_before` or later, unless they are listed
/// already: those that a backup is about to be restored into, and those that are left when it was. Keys of other folders
/// than books' are passed over.
pub async fn list_as_left(db: &impl Query, keys: &[String], not_before: Timestamp) -> db::Result<()> {
    let folders: Vec<&str> = keys.iter().filter_map(|key| key.strip_prefix(BOOKS)).collect();
    db.execute(sql!(
        sqlite: "insert into discarded_folders (folder, not_before) select value, $2 from json_each($1) where true
         on conflict (folder) do nothing",
        postgres: "insert into discarded_folders (folder, not_before)
         select value, $2 from jsonb_array_elements_text($1) as value on conflict (folder) do nothing",
        Json(folders),
        not_before
    ))
    .await
    .map(drop)
}

/// Takes folders off the list whose files are gone.
pub async fn take_off(db: &impl Query, keys: &[String]) -> db::Result<()> {
    let folders: Vec<&str> = keys.iter().filter_map(|key| key.strip_prefix(BOOKS)).collect();
    db.execute(sql!(
        sqlite: "delete from discarded_folders where folder in (select value from json_each($1))",
        postgres: "delete from discarded_folders where folder in (select jsonb_array_elements_text($1))",
        Json(folders)
    ))
    .await
    .map(drop)
}

/// Removes the folders whose time has come; how many went. Safe to run on every node at any time. While a backup is made,
/// none goes.
pub async fn sweep(db: &Db, storage: &Storage, now: Timestamp) -> Result<usize, SweepError> {
    if hold::is_held(db, now).await? {
        return Ok(0);
    }
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
