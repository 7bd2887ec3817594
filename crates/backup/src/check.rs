//! The drill: holds an archive against the shop that runs, and says what differs.

use std::{cmp::Ordering, collections::HashSet, path::Path};

use db::{Db, Snapshot, Value, schema::Table};
use futures::StreamExt as _;
use sha2::{Digest as _, Sha256};
use storage::{Blob, Storage};

use crate::{
    DERIVED, Error, Manifest, Result, Step, Tell, Work,
    make::list,
    manifest::hex,
    read::{self, Rows, StoredFile},
    row, tables, verify,
};

/// What was found.
#[derive(Debug)]
pub struct Found {
    /// What the archive says of itself; it is whole.
    pub manifest: Manifest,
    /// Tables that differ, with how.
    pub tables: Vec<(&'static str, Differences)>,
    /// How the files differ.
    pub files: Differences,
    /// The shop has another schema than the archive: rows were not compared.
    pub other_schema: bool,
}

/// How what is in an archive differs from what is in the shop.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Differences {
    /// In the archive and not in the shop.
    pub only_in_archive: u64,
    /// In the shop and not in the archive.
    pub only_in_shop: u64,
    /// In both, and not the same.
    pub changed: u64,
}

impl Differences {
    /// Whether there are none.
    pub fn is_none(self) -> bool {
        self == Self::default()
    }
}

/// Reads an archive through, and compares it with the shop: every row, and the hash of every file.
pub async fn check(work: &Work, path: &Path, tell: Tell<'_>) -> Result<Found> {
    let verified = verify(path, tell)?;
    let db = Db::connect(&work.database).await?;
    let snapshot = db.snapshot().await?;
    let versions: Vec<i64> = snapshot.migrations().await?.iter().map(|(version, _)| *version).collect();
    let other_schema = versions != verified.manifest.versions();
    let mut differing = Vec::new();
    if !other_schema {
        let mut archive = read::open(path)?;
        let mut rows = Rows::of(path, &mut archive)?;
        for table in tables(&versions) {
            let (differences, count) = compare_table(&snapshot, &table, &mut rows).await?;
            tell(Step::Table(table.name, count));
            if !differences.is_none() && !DERIVED.contains(&table.name) {
                differing.push((table.name, differences));
            }
        }
    }
    let discarded: HashSet<String> = catalogue::media::discarded(&snapshot).await?.into_iter().collect();
    drop(snapshot);
    let shop = list(&work.storage, &discarded).await?;
    let files = compare_files(&work.storage, &verified.files, shop, tell).await?;
    Ok(Found { manifest: verified.manifest, tables: differing, files, other_schema })
}

/// Walks over both in the order of the primary key, which is the same on both databases.
async fn compare_table(
    snapshot: &Snapshot,
    table: &Table,
    rows: &mut Rows<'_>,
) -> Result<(Differences, u64)> {
    rows.begin_table();
    let mut found = Differences::default();
    let mut count = 0;
    let mut archived = rows.next(table)?;
    snapshot
        .rows(table, |shop| -> Result<()> {
            count += 1;
            loop {
                match archived.as_ref().map(|archived| row::order(table, archived, &shop)) {
                    Some(Ordering::Less) => found.only_in_archive += 1,
                    Some(Ordering::Equal) => {
                        let same = archived.as_deref().is_some_and(|archived| is_same(archived, &shop));
                        found.changed += u64::from(!same);
                        archived = rows.next(table)?;
                        return Ok(());
                    }
                    Some(Ordering::Greater) | None => {
                        found.only_in_shop += 1;
                        return Ok(());
                    }
                }
                archived = rows.next(table)?;
            }
        })
        .await?;
    while archived.is_some() {
        found.only_in_archive += 1;
        archived = rows.next(table)?;
    }
    Ok((found, count))
}

/// In the form of the archive: databases write the same JSON in other ways.
fn is_same(archived: &[Value], shop: &[Value]) -> bool {
    let (mut one, mut other) = (Vec::new(), Vec::new());
    row::push(&mut one, archived).is_ok() && row::push(&mut other, shop).is_ok() && one == other
}

async fn compare_files(
    storage: &Storage,
    archived: &[StoredFile],
    shop: Vec<Blob>,
    tell: Tell<'_>,
) -> Result<Differences> {
    let total = shop.iter().map(|blob| blob.size).sum();
    let mut found = Differences::default();
    let (mut archived, mut read) = (archived.iter().peekable(), 0);
    for blob in shop {
        while archived.next_if(|file| file.key < blob.key).is_some() {
            found.only_in_archive += 1;
        }
        match archived.next_if(|file| file.key == blob.key) {
            None => found.only_in_shop += 1,
            Some(file) if file.size != blob.size => found.changed += 1,
            Some(file) => found.changed += u64::from(hash(storage, &blob.key).await? != file.sha256),
        }
        read += blob.size;
        tell(Step::Files(read, total));
    }
    found.only_in_archive += archived.count() as u64;
    Ok(found)
}

async fn hash(storage: &Storage, key: &str) -> Result<String> {
    let mut stream = storage.read(key, None).await.map_err(Error::Storage)?;
    let mut hash = Sha256::new();
    while let Some(chunk) = stream.next().await {
        hash.update(&chunk?);
    }
    Ok(hex(&hash.finalize()))
}
