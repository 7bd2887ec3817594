//! While a backup is made, no file of the media storage is removed: what the copy of the database refers to is still there
//! when the files are copied, after it.
//!
//! Whoever removes files that a row may have referred to a moment ago asks [`is_held`] before. A removal that has just
//! asked when a hold begins does no harm: what it removes was given up by a transaction that the copy will have seen.

use db::{Db, Query, record, sql};
use kernel::{Id, Timestamp};

/// How long a hold lasts that is not renewed, in seconds: its backup was killed.
const LEASE: i64 = 10 * 60;

/// A backup, as a row tells of it.
#[derive(Debug)]
pub struct Backup(());

/// What a backup holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Copied {
    /// Rows of the database.
    pub rows: u64,
    /// Files of the media storage.
    pub files: u64,
    /// Of the archive.
    pub bytes: u64,
}

/// Begins a backup, and with it a hold.
pub async fn begin(db: &Db, now: Timestamp) -> db::Result<Id<Backup>> {
    db.transaction(async |tx| {
        let (id,): (Id<Backup>,) = tx
            .one(sql!(
                "insert into backups (started_at, held_until) values ($1, $2) returning id",
                now,
                now.plus_seconds(LEASE)
            ))
            .await?;
        Ok(id)
    })
    .await
}

/// Says that the backup still runs.
pub async fn renew(db: &Db, backup: Id<Backup>, now: Timestamp) -> db::Result<()> {
    let until = now.plus_seconds(LEASE);
    db.execute(sql!(
        "update backups set held_until = $2 where id = $1 and held_until is not null",
        backup,
        until
    ))
    .await
    .map(drop)
}

/// The backup is made.
pub async fn finish(db: &Db, backup: Id<Backup>, copied: Copied, now: Timestamp) -> db::Result<()> {
    let whole = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
    db.execute(sql!(
        "update backups set held_until = null, finished_at = $2, rows_copied = $3, files_copied = $4, bytes = $5
         where id = $1",
        backup,
        now,
        whole(copied.rows),
        whole(copied.files),
        whole(copied.bytes)
    ))
    .await
    .map(drop)
}

/// The backup failed: there is nothing to tell of it.
pub async fn abandon(db: &Db, backup: Id<Backup>) -> db::Result<()> {
    db.execute(sql!("delete from backups where id = $1 and finished_at is null", backup)).await.map(drop)
}

record! {
    /// The last backup that was made.
    pub struct Last {
        /// When it was whole.
        pub finished_at: Timestamp,
        /// Of the archive.
        pub bytes: i64,
    }
}

/// The last backup that was made.
pub async fn last(db: &impl Query) -> db::Result<Option<Last>> {
    db.optional(sql!(
        "select finished_at, coalesce(bytes, 0) as bytes from backups where finished_at is not null
         order by finished_at desc, id desc limit 1"
    ))
    .await
}

/// Whether files are to stay for now.
pub async fn is_held(db: &impl Query, now: Timestamp) -> db::Result<bool> {
    let held: Option<(i64,)> =
        db.optional(sql!("select 1 from backups where held_until > $1 limit 1", now)).await?;
    Ok(held.is_some())
}
