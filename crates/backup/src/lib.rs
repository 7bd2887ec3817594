//! A whole shop in one archive, made while it runs, and back again: the rows of either database, the files of either
//! storage.
//!
//! An archive is a tar file. Its tables are JSON lines that name no database, so that what was saved from SQLite goes
//! into PostgreSQL and back; its files are as they lie in the media storage. Everything has its SHA-256. What stands in
//! it and why it is consistent is told in the project's docs/backup.md.

mod archive;
mod check;
mod draft;
mod error;
mod json;
mod make;
mod manifest;
mod read;
mod restore;
mod row;

pub use check::{Differences, Found, check};
pub use error::{Error, Result};
pub use make::{Made, make};
pub use manifest::{Files, Manifest, Step as MigrationStep, TableFacts};
pub use read::{StoredFile, Verified, verify};
pub use restore::{Gone, Mode, Restored, restore};

use db::schema::{self, Table};
use kernel::Clock;

/// What is worked with.
#[derive(Debug, Clone)]
pub struct Work {
    /// The database, by its address.
    pub database: db::Options,
    /// The media storage.
    pub storage: storage::Storage,
    /// What tells the time.
    pub clock: Clock,
}

/// How far a piece of work has come; told often.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step<'a> {
    /// The archive is being read through: bytes of how many.
    Verifying(u64, u64),
    /// A table is through, with so many rows.
    Table(&'a str, u64),
    /// Files: bytes of how many.
    Files(u64, u64),
}

/// Whom progress is told to.
pub type Tell<'a> = &'a mut dyn FnMut(Step<'_>);

/// Tables that are of one place and no other: which backups there were of it.
const OWN: &[&str] = &["backups"];
/// Tables that differ in each place: they number what is made anew there, or are of sessions, which a restore ends.
const DERIVED: &[&str] =
    &["search_clock", "search_changes", "sessions", "access_tokens", "spent_refresh_tokens"];

/// The tables that an archive holds.
fn tables(applied: &[i64]) -> Vec<Table> {
    let mut tables = schema::tables(applied);
    tables.retain(|table| !OWN.contains(&table.name));
    tables
}

/// The name of a part of a table, from 1.
fn part_name(table: &str, part: usize) -> String {
    format!("tables/{table}/{part:05}.jsonl.gz")
}

/// Where the files lie in the archive.
const MEDIA: &str = "media/";
/// The first entry: by it an archive is known.
const MARK: &str = "warraq-backup.json";
/// Hashes of all entries before it, as `sha256sum` writes them.
const SUMS: &str = "SHA256SUMS";
/// The last entry: an archive without it was cut off.
const MANIFEST: &str = "manifest.json";
/// The form of archives that this program writes and reads.
const FORMAT: u32 = 1;

/// The folder that a file's key lies in: of `books/12/cover-1/original` it is `books/12`, and its version's folder
/// `books/12/cover-1`.
fn folder_of(key: &str, depth: usize) -> Option<&str> {
    key.match_indices('/').nth(depth - 1).map(|(at, _)| &key[..at])
}
