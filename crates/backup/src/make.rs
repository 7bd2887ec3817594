//! Makes a backup of a shop that runs.

use std::{collections::HashSet, io::Write as _, path::Path, time::Duration};

use bytes::Bytes;
use catalogue::hold::{self, Copied};
use db::{Db, Snapshot, schema::Table};
use flate2::{Compression, write::GzEncoder};
use futures::StreamExt as _;
use kernel::Clock;
use sha2::{Digest as _, Sha256};
use storage::{Blob, Storage};

use crate::{
    Error, FORMAT, Files, MEDIA, Manifest, Result, Step, Tell, Work,
    archive::Archive,
    folder_of,
    manifest::{self, TableFacts, columns, hex},
    part_name, row, tables,
};

/// How often the hold on the files is renewed; a lease outlives several.
const RENEW: Duration = Duration::from_mins(1);
/// A part of a table is closed when it has so many bytes, before they are made smaller.
const PART: usize = 8 << 20;
/// Files up to this size are read several at a time, into memory.
const SMALL: u64 = 1 << 20;
/// How many.
const AT_ONCE: usize = 8;

/// What a backup holds.
#[derive(Debug, Clone)]
pub struct Made {
    /// What it says of itself.
    pub manifest: Manifest,
    /// Of the archive.
    pub bytes: u64,
    /// Folders that the database refers to and that the media storage has not: they were lost before.
    pub missing: Vec<String>,
}

/// Makes a backup and calls it `path`, where nothing is yet. Whoever writes to the shop meanwhile is not kept waiting.
pub async fn make(work: &Work, path: &Path, tell: Tell<'_>) -> Result<Made> {
    let now = work.clock.now();
    let at = u64::try_from(now.as_millis() / 1_000).unwrap_or(0);
    // Before anything is written down: a place that cannot be written to is told at once.
    let archive = Archive::begin(path, at)?;
    let db = Db::open(&work.database).await?;
    let backup = hold::begin(&db, now).await?;
    let renewing = tokio::spawn(renew(db.clone(), backup, work.clock.clone()));
    let made = copy(&db, work, archive, tell).await;
    renewing.abort();
    match &made {
        Ok(made) => {
            let files = made.manifest.files.count;
            let copied = Copied { rows: made.manifest.rows(), files, bytes: made.bytes };
            hold::finish(&db, backup, copied, work.clock.now()).await?;
        }
        Err(_) => {
            if let Err(error) = hold::abandon(&db, backup).await {
                tracing::warn!(%error, "Files of the media storage stay for some minutes");
            }
        }
    }
    made
}

async fn renew(db: Db, backup: kernel::Id<hold::Backup>, clock: Clock) {
    loop {
        tokio::time::sleep(RENEW).await;
        if let Err(error) = hold::renew(&db, backup, clock.now()).await {
            tracing::warn!(%error, "Could not say that the backup still runs");
        }
    }
}

async fn copy(db: &Db, work: &Work, mut archive: Archive, tell: Tell<'_>) -> Result<Made> {
    let snapshot = db.snapshot().await?;
    let made_at = work.clock.now().to_string();
    let migrations = snapshot.migrations().await?;
    let versions: Vec<i64> = migrations.iter().map(|(version, _)| *version).collect();
    let mut facts = Vec::new();
    for table in tables(&versions) {
        let copied = copy_table(&snapshot, &table, &mut archive).await?;
        tell(Step::Table(table.name, copied.rows));
        facts.push(copied);
    }
    let discarded: HashSet<String> = catalogue::media::discarded(&snapshot).await?.into_iter().collect();
    let mut kept = catalogue::media::kept(&snapshot).await?;
    kept.extend(accounts::kept_pictures(&snapshot).await?);
    // From here on the database may forget the state of that moment; its files are held.
    drop(snapshot);
    let (files, missing) = copy_files(&work.storage, (&discarded, kept), &mut archive, tell).await?;
    let manifest = Manifest {
        format: FORMAT,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        made_at,
        database: db.kind().to_owned(),
        migrations: migrations
            .into_iter()
            .map(|(version, checksum)| manifest::Step { version, checksum })
            .collect(),
        tables: facts,
        files,
        sums: String::new(),
    };
    let bytes = archive.finish(manifest.clone())?;
    Ok(Made { manifest, bytes, missing })
}

async fn copy_table(snapshot: &Snapshot, table: &Table, archive: &mut Archive) -> Result<TableFacts> {
    let (mut lines, mut hash) = (Vec::new(), Sha256::new());
    let (mut rows, mut parts) = (0, 0);
    let mut close = |lines: &mut Vec<u8>| -> Result<()> {
        parts += 1;
        hash.update(&*lines);
        archive.entry(&part_name(table.name, parts), &smaller(lines))?;
        lines.clear();
        Ok(())
    };
    snapshot
        .rows(table, |values| -> Result<()> {
            rows += 1;
            row::push(&mut lines, &values)?;
            if lines.len() < PART { Ok(()) } else { close(&mut lines) }
        })
        .await?;
    if !lines.is_empty() {
        close(&mut lines)?;
    }
    let last_key = if table.counts() { Some(snapshot.last_key(table).await?) } else { None };
    let sha256 = hex(&hash.finalize());
    Ok(TableFacts { name: table.name.to_owned(), columns: columns(table), rows, sha256, last_key })
}

fn smaller(lines: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::with_capacity(lines.len() / 4), Compression::default());
    // Writing into memory cannot fail.
    let written = encoder.write_all(lines).and_then(|()| encoder.finish());
    written.unwrap_or_default()
}

/// The files of the media storage in the order of their keys, but for those of discarded folders.
pub(crate) async fn list(storage: &Storage, discarded: &HashSet<String>) -> Result<Vec<Blob>> {
    let mut files = Vec::new();
    let mut found = storage.list("")?;
    while let Some(blob) = found.next().await {
        let blob = blob?;
        if !folder_of(&blob.key, 2).is_some_and(|folder| discarded.contains(folder)) {
            files.push(blob);
        }
    }
    files.sort_by(|one, other| one.key.cmp(&other.key));
    Ok(files)
}

async fn copy_files(
    storage: &Storage,
    (discarded, kept): (&HashSet<String>, Vec<String>),
    archive: &mut Archive,
    tell: Tell<'_>,
) -> Result<(Files, Vec<String>)> {
    let files = list(storage, discarded).await?;
    let total = files.iter().map(|blob| blob.size).sum();
    let mut done = Files::default();
    let mut there = HashSet::new();
    let mut reading = futures::stream::iter(files).map(|blob| fetch(storage, blob)).buffered(AT_ONCE);
    while let Some(fetched) = reading.next().await {
        let Some((key, contents)) = fetched? else { continue };
        let name = format!("{MEDIA}{key}");
        let size = match contents {
            Contents::Whole(bytes) => {
                archive.entry(&name, &bytes)?;
                bytes.len() as u64
            }
            Contents::Large => {
                // Opened when its turn comes: a server closes what nobody reads.
                let Some(mut stream) = found(storage.read(&key, None).await)? else { continue };
                let size = stream.range.end - stream.range.start;
                archive.open(&name, size)?;
                while let Some(chunk) = stream.next().await {
                    archive.chunk(&chunk?)?;
                }
                archive.close()?;
                size
            }
        };
        if let Some(folder) = folder_of(&key, 3) {
            there.insert(folder.to_owned());
        }
        done = Files { count: done.count + 1, bytes: done.bytes + size };
        tell(Step::Files(done.bytes, total));
    }
    let mut missing: Vec<String> = kept.into_iter().filter(|folder| !there.contains(folder)).collect();
    missing.sort_unstable();
    Ok((done, missing))
}

/// A file's bytes, if they are few.
pub(crate) enum Contents {
    /// All of them.
    Whole(Bytes),
    /// They are to be read as they come.
    Large,
}

/// Reads a file, if it is small; `None` where it is gone: nothing that the database refers to goes meanwhile.
pub(crate) async fn fetch(storage: &Storage, blob: Blob) -> Result<Option<(String, Contents)>> {
    if blob.size > SMALL {
        return Ok(Some((blob.key, Contents::Large)));
    }
    let bytes = found(storage.read_bytes(&blob.key, None).await)?;
    Ok(bytes.map(|bytes| (blob.key, Contents::Whole(bytes))))
}

fn found<T>(read: storage::Result<T>) -> Result<Option<T>> {
    match read {
        Ok(read) => Ok(Some(read)),
        Err(storage::Error::NotFound { .. }) => Ok(None),
        Err(error) => Err(Error::Storage(error)),
    }
}
