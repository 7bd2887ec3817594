//! Restores a shop from an archive: all of it or nothing.
//!
//! The order is what makes it so. The archive is read through before anything is touched. Files come first, into folders
//! that are listed as discarded, so that what a broken restore leaves is found and removed. Then one transaction enters
//! all rows, and the list that comes with them does not name those folders any more. Files of a shop that was to be
//! replaced go last, when nothing refers to them.

use std::{
    collections::{BTreeSet, HashSet},
    fmt,
    io::Read as _,
    path::Path,
};

use bytes::Bytes;
use db::{Restoring, Value, schema::Table};
use futures::StreamExt as _;
use storage::{Blob, Storage};
use tokio::{io::AsyncWriteExt as _, task::JoinSet};

use crate::{
    Error, MEDIA, Manifest, Result, Step, Tell, Verified, Work, folder_of,
    make::list,
    read::{self, Rows},
    tables, verify,
};

/// How long a restore may take before the folders that it filled count as left behind, in seconds.
const LONG: i64 = 24 * 60 * 60;
/// Rows are entered so many at a time.
const ROWS: usize = 2_000;
/// Files up to this size are stored several at a time, from memory.
const SMALL: u64 = 1 << 20;
/// How many.
const AT_ONCE: usize = 8;
/// Bytes of a larger file that are under way.
const PIPE: usize = 1 << 18;
/// What a shop has that nobody has used yet: jobs of its own, and what it counts.
const OF_NOBODY: &[&str] = &["jobs", "search_clock", "search_changes", "discarded_folders", "backups"];

/// Tables that are named where a shop is to go.
const KNOWN_BY_NAME: &[&str] = &["books", "users", "orders", "comments"];

/// What is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Only looks whether it could be done.
    DryRun,
    /// Restores where there is no shop.
    IntoEmpty,
    /// Removes the shop that is there.
    Replace,
}

/// What of a shop goes when another one is restored in its place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Gone {
    /// Rows by table, of those with any.
    pub rows: Vec<(&'static str, i64)>,
    /// Files that the archive has not.
    pub files: u64,
}

impl Gone {
    /// Whether nothing goes.
    pub fn is_nothing(&self) -> bool {
        self.rows.is_empty() && self.files == 0
    }
}

/// What people know by name, then how much it is altogether.
impl fmt::Display for Gone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (table, count) in self.rows.iter().filter(|(table, _)| KNOWN_BY_NAME.contains(table)) {
            write!(f, "{count} {table}, ")?;
        }
        let rows: i64 = self.rows.iter().map(|(_, count)| count).sum();
        write!(f, "{rows} rows in all and {} files", self.files)
    }
}

/// What was restored, or would be.
#[derive(Debug)]
pub struct Restored {
    /// What the archive says of itself.
    pub manifest: Manifest,
    /// What of the shop that was there is gone, or would go.
    pub gone: Gone,
}

/// Restores the archive at `path`.
pub async fn restore(work: &Work, path: &Path, mode: Mode, tell: Tell<'_>) -> Result<Restored> {
    let verified = verify(path, tell)?;
    let target = Restoring::open(&work.database.url).await?;
    let there = list(&work.storage, &HashSet::new()).await?;
    let gone = what_goes(&target, &verified, &there).await?;
    if mode == Mode::IntoEmpty && !gone.is_nothing() {
        return Err(Error::NotEmpty(gone));
    }
    if mode == Mode::DryRun {
        return Ok(Restored { manifest: verified.manifest, gone });
    }
    let now = work.clock.now();
    target.migrate().await?;
    let listed = new_folders(&verified, &there);
    catalogue::media::list_as_left(&target, &listed, now.plus_seconds(LONG)).await?;
    put_files(&work.storage, path, verified.manifest.files.bytes, tell).await?;
    let left = left_folders(&verified, &there);
    put_rows(&target, path, &verified.manifest, tell).await?;
    catalogue::media::list_as_left(&target, &left, now).await?;
    catalogue::changes::start_anew(&target).await?;
    accounts::end_all_sessions(&target).await?;
    target.commit().await?;
    remove(&work.storage, &verified, &there, &left).await?;
    catalogue::media::take_off(&target, &left).await?;
    Ok(Restored { manifest: verified.manifest, gone })
}

/// What would have to go: rows of people, and files that the archive has not.
async fn what_goes(target: &Restoring, verified: &Verified, there: &[Blob]) -> Result<Gone> {
    let mut rows = target.counts().await?;
    rows.retain(|(table, _)| !OF_NOBODY.contains(table));
    Ok(Gone { rows, files: strangers(verified, there).count() as u64 })
}

/// Files that the archive has not. Those of a restore that broke off are none.
fn strangers<'a>(verified: &Verified, there: &'a [Blob]) -> impl Iterator<Item = &'a Blob> {
    let known: HashSet<String> = verified.files.iter().map(|file| file.key.clone()).collect();
    there.iter().filter(move |blob| !known.contains(&blob.key))
}

/// Folders of the archive in which nothing lies yet; those of the shop that is there must not be listed.
fn new_folders(verified: &Verified, there: &[Blob]) -> Vec<String> {
    let used: HashSet<&str> = there.iter().filter_map(|blob| folder_of(&blob.key, 2)).collect();
    let wanted: BTreeSet<&str> = verified.files.iter().filter_map(|file| folder_of(&file.key, 2)).collect();
    wanted.into_iter().filter(|folder| !used.contains(folder)).map(str::to_owned).collect()
}

/// Folders of the shop that was there which the archive has nothing in.
fn left_folders(verified: &Verified, there: &[Blob]) -> Vec<String> {
    let kept: HashSet<&str> = verified.files.iter().filter_map(|file| folder_of(&file.key, 2)).collect();
    let used: BTreeSet<&str> = there.iter().filter_map(|blob| folder_of(&blob.key, 2)).collect();
    used.into_iter().filter(|folder| !kept.contains(folder)).map(str::to_owned).collect()
}

async fn put_files(storage: &Storage, path: &Path, total: u64, tell: Tell<'_>) -> Result<()> {
    let told = |source| Error::Read { path: path.to_owned(), source };
    let mut archive = read::open(path)?;
    let entries = archive.entries_with_seek().map_err(told)?;
    let mut storing: JoinSet<storage::Result<()>> = JoinSet::new();
    let mut done = 0;
    for entry in entries {
        let mut entry = entry.map_err(told)?;
        let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        let Some(key) = name.strip_prefix(MEDIA) else { continue };
        let size = entry.size();
        if size > SMALL {
            put_large(storage, key, &mut entry, path).await?;
        } else {
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes).map_err(told)?;
            if storing.len() == AT_ONCE {
                joined(storing.join_next().await)?;
            }
            let (storage, key) = (storage.clone(), key.to_owned());
            storing.spawn(async move { storage.put_bytes(&key, Bytes::from(bytes)).await });
        }
        done += size;
        tell(Step::Files(done, total));
    }
    while let Some(stored) = storing.join_next().await {
        joined(Some(stored))?;
    }
    Ok(())
}

fn joined(stored: Option<Result<storage::Result<()>, tokio::task::JoinError>>) -> Result<()> {
    match stored {
        None | Some(Ok(Ok(()))) => Ok(()),
        Some(Ok(Err(error))) => Err(error.into()),
        Some(Err(error)) => Err(Error::Damaged(error.to_string())),
    }
}

/// Stores a large file as it is read. Where reading fails, what was stored of it is thrown away.
async fn put_large(storage: &Storage, key: &str, entry: &mut impl std::io::Read, path: &Path) -> Result<()> {
    let (mut to, from) = tokio::io::duplex(PIPE);
    let (storage, key) = (storage.clone(), key.to_owned());
    let mut storing = JoinSet::new();
    storing.spawn(async move { storage.put_stream(&key, from).await.map(drop) });
    let mut buffer = vec![0; PIPE];
    loop {
        let read = entry.read(&mut buffer).map_err(|source| Error::Read { path: path.to_owned(), source })?;
        let chunk = buffer.get(..read).unwrap_or_default();
        if chunk.is_empty() {
            break;
        }
        if to.write_all(chunk).await.is_err() {
            // The storage gave up, and says why below.
            break;
        }
    }
    drop(to);
    joined(storing.join_next().await)
}

async fn put_rows(target: &Restoring, path: &Path, manifest: &Manifest, tell: Tell<'_>) -> Result<()> {
    let versions = manifest.versions();
    target.begin(&versions).await?;
    let mut archive = read::open(path)?;
    let mut rows = Rows::of(path, &mut archive)?;
    for (table, facts) in tables(&versions).iter().zip(&manifest.tables) {
        let count = put_table(target, table, &mut rows).await?;
        if count != facts.rows {
            return Err(Error::Damaged(format!("{} has {count} rows and not {}", table.name, facts.rows)));
        }
        if let Some(last) = facts.last_key {
            target.set_last_key(table, last).await?;
        }
        tell(Step::Table(table.name, count));
    }
    Ok(target.complete().await?)
}

async fn put_table(target: &Restoring, table: &Table, rows: &mut Rows<'_>) -> Result<u64> {
    rows.begin_table();
    let (mut batch, mut count): (Vec<Vec<Value>>, u64) = (Vec::new(), 0);
    while let Some(row) = rows.next(table)? {
        batch.push(row);
        count += 1;
        if batch.len() == ROWS {
            target.load(table, &batch).await?;
            batch.clear();
        }
    }
    if !batch.is_empty() {
        target.load(table, &batch).await?;
    }
    Ok(count)
}

/// Removes what the shop had that was there.
async fn remove(storage: &Storage, verified: &Verified, there: &[Blob], left: &[String]) -> Result<()> {
    for folder in left {
        storage.delete_folder(folder).await?;
    }
    let left: HashSet<&str> = left.iter().map(String::as_str).collect();
    let single: Vec<&Blob> = strangers(verified, there)
        .filter(|blob| folder_of(&blob.key, 2).is_none_or(|folder| !left.contains(folder)))
        .collect();
    let mut removing =
        futures::stream::iter(single).map(|blob| storage.delete(&blob.key)).buffer_unordered(AT_ONCE);
    while let Some(removed) = removing.next().await {
        removed?;
    }
    Ok(())
}
