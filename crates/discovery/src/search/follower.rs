//! Keeps a node's index equal to the database.
//!
//! The index says with each commit up to which change it is (see [`catalogue::changes`]): both become lasting together
//! or not at all, so a kill at any moment costs at most the reading of a few changes again. An index that is missing,
//! damaged, of another form or of another database is made anew, while searches are answered from the database.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use catalogue::changes::{self, Change, Findable};
use db::Db;
use kernel::{Currency, Random};
use search::{Document, FORMAT, Index, Writer};
use serde::{Deserialize, Serialize};
use web::App;

use super::{Search, documents, facets};

/// How often the database is asked whether anything changed: one look into a table with one row.
const EVERY: Duration = Duration::from_millis(250);
/// Things that are read and entered together.
const AT_ONCE: i64 = 500;
/// Processes that may share a folder, each with an index of its own.
const PROCESSES: u32 = 8;
/// An index that searches could not read is made anew no oftener: a search that fails by itself must not keep that going.
const MENDED: Duration = Duration::from_mins(10);
/// Kinds in the order in which a new index gets them.
const KINDS: [Findable; 4] = [Findable::Genre, Findable::Author, Findable::Series, Findable::Book];

/// The index cannot be kept just now.
#[derive(Debug, thiserror::Error)]
pub enum FollowError {
    /// The database does not answer.
    #[error(transparent)]
    Db(#[from] db::Error),
    /// The index cannot be used.
    #[error(transparent)]
    Index(#[from] search::Error),
    /// Its folder cannot be used.
    #[error("the folder of the search index: {0}")]
    Folder(#[from] std::io::Error),
}

/// Up to where an index is, as its commits say it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Place {
    format: u32,
    shop: String,
    tick: i64,
    id: i64,
}

/// Keeps the index in a folder equal to the database, and hands it to a [`Search`].
pub struct Follower {
    search: Search,
    db: Db,
    random: Random,
    currency: Currency,
    folder: PathBuf,
    open: Option<Open>,
    /// When it was made anew last because searches could not read it.
    mended: Option<Instant>,
}

/// An index that is being kept.
#[derive(Debug)]
struct Open {
    writer: Writer,
    place: Place,
}

impl std::fmt::Debug for Follower {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Follower").field("folder", &self.folder).finish_non_exhaustive()
    }
}

/// What is done to the index for a part of the changes.
struct Entry {
    kind: Findable,
    document: Document,
}

impl Follower {
    /// A follower of the shop's database with a folder for the index, which it makes.
    pub fn new(search: Search, app: &App, folder: PathBuf) -> Self {
        let (db, random, currency) = (app.db.clone(), app.random.clone(), app.settings.currency);
        Self { search, db, random, currency, folder, open: None, mended: None }
    }

    /// Follows until `stop` is done.
    pub async fn run(mut self, stop: impl Future<Output = ()>) {
        let mut stop = std::pin::pin!(stop);
        let mut failing = false;
        loop {
            match self.catch_up().await {
                Ok(()) => failing = false,
                Err(error) if !failing => {
                    tracing::error!(%error, "The search index cannot be kept; searches are answered without it or as it was");
                    failing = true;
                }
                Err(_) => {}
            }
            tokio::select! {
                () = &mut stop => return,
                () = tokio::time::sleep(EVERY) => {}
            }
        }
    }

    /// Brings the index up to everything that was committed before.
    pub async fn catch_up(&mut self) -> Result<(), FollowError> {
        let followed = self.follow().await;
        if let Err(FollowError::Index(_) | FollowError::Folder(_)) = &followed {
            // What cannot be written, or read for writing, is made anew; what is being searched stays until then.
            self.open = None;
        }
        followed
    }

    async fn follow(&mut self) -> Result<(), FollowError> {
        let mut clock = changes::clock(&self.db).await?;
        while clock.waiting > 0 || clock.shop.is_empty() {
            changes::number(&self.db, &self.random).await?;
            clock = changes::clock(&self.db).await?;
        }
        let open = match self.open.take() {
            Some(open) => open,
            None => self.open_or_begin(&clock).await?,
        };
        // A database that was put back to an earlier state, or another one, has nothing that could be followed.
        let fits = open.place.shop == clock.shop && open.place.tick <= clock.tick;
        let is_damaged = self.is_to_be_mended();
        let mut open = if fits && !is_damaged { open } else { self.rebuild(open.writer, &clock).await? };
        if is_damaged {
            // What failed while it was being made anew is mended with it.
            self.search.take_damage();
            self.mended = Some(Instant::now());
        }
        loop {
            let seen = changes::since(&self.db, (open.place.tick, open.place.id), AT_ONCE).await?;
            let Some(last) = seen.last() else { break };
            let place = Place { tick: last.tick, id: last.id, ..open.place.clone() };
            let entries = self.read(&seen).await?;
            open = blocking(move || apply(open, &seen, entries, place)).await?;
        }
        self.open = Some(open);
        Ok(())
    }

    /// Whether searches could not read what the index has, and it was not made anew a moment ago.
    fn is_to_be_mended(&self) -> bool {
        let rested = self.mended.is_none_or(|at| at.elapsed() >= MENDED);
        let is_due = rested && self.search.take_damage();
        if is_due {
            tracing::warn!("The search index cannot be read and is made anew");
        }
        is_due
    }

    /// The documents of what changed, as they are now.
    async fn read(&self, seen: &[Change]) -> Result<Vec<Entry>, FollowError> {
        let mut entries = Vec::with_capacity(seen.len());
        for kind in KINDS {
            let mut ids: Vec<i64> =
                seen.iter().filter(|one| one.kind == kind).map(|one| one.item_id).collect();
            ids.sort_unstable();
            ids.dedup();
            let found = documents::read(&self.db, kind, &ids, self.currency).await?;
            entries.extend(found.into_iter().map(|document| Entry { kind, document }));
        }
        Ok(entries)
    }

    /// The index in the folder, or a new one.
    async fn open_or_begin(&self, clock: &changes::Clock) -> Result<Open, FollowError> {
        let folder = self.folder.clone();
        let (index, writer, place) = blocking(move || open_any(&folder)).await?;
        match place {
            Some(place) if place.shop == clock.shop && place.tick <= clock.tick => {
                self.search.set(Some(index));
                Ok(Open { writer, place })
            }
            _ => {
                tracing::info!("Making the search index");
                let open = self.rebuild(writer, clock).await?;
                self.search.set(Some(index));
                tracing::info!("The search index is made");
                Ok(open)
            }
        }
    }

    /// Enters everything that can be found. What changes meanwhile is followed afterwards.
    async fn rebuild(&self, mut writer: Writer, clock: &changes::Clock) -> Result<Open, FollowError> {
        let place = Place { format: FORMAT, shop: clock.shop.clone(), tick: clock.tick, id: i64::MAX };
        writer.clear()?;
        for kind in KINDS {
            let mut after = 0;
            loop {
                let ids = documents::keys(&self.db, kind, after, AT_ONCE).await?;
                let Some(last) = ids.last() else { break };
                after = *last;
                let found = documents::read(&self.db, kind, &ids, self.currency).await?;
                writer = blocking(move || {
                    found.iter().try_for_each(|one| writer.add(facets::kind(kind), one))?;
                    Ok(writer)
                })
                .await?;
            }
        }
        blocking(move || {
            writer.commit(&payload(&place))?;
            Ok(Open { writer, place })
        })
        .await
    }
}

/// Enters the documents, takes out what is no longer there, and commits both with the place.
fn apply(mut open: Open, seen: &[Change], entries: Vec<Entry>, place: Place) -> Result<Open, FollowError> {
    for change in seen {
        open.writer.remove(facets::kind(change.kind), u64::try_from(change.item_id).unwrap_or_default());
    }
    for entry in &entries {
        open.writer.add(facets::kind(entry.kind), &entry.document)?;
    }
    open.writer.commit(&payload(&place))?;
    Ok(Open { place, ..open })
}

/// The first index in the folder that no other process keeps. One that cannot be used is emptied first.
fn open_any(folder: &Path) -> Result<(Index, Writer, Option<Place>), FollowError> {
    let mut result = Err(search::Error::Busy.into());
    for process in 0..PROCESSES {
        let own = folder.join(process.to_string());
        result = match open(&own) {
            Err(FollowError::Index(search::Error::Busy)) => continue,
            Err(error) => {
                tracing::warn!(%error, "The search index cannot be used and is made anew");
                fs::remove_dir_all(&own)?;
                open(&own)
            }
            opened => opened,
        };
        break;
    }
    result
}

fn open(folder: &Path) -> Result<(Index, Writer, Option<Place>), FollowError> {
    fs::create_dir_all(folder)?;
    let index = Index::open(folder)?;
    let writer = index.writer()?;
    let place = index.payload()?.and_then(|payload| serde_json::from_str::<Place>(&payload).ok());
    Ok((index, writer, place.filter(|place| place.format == FORMAT)))
}

fn payload(place: &Place) -> String {
    // Numbers and a word, which JSON cannot refuse.
    serde_json::to_string(place).unwrap_or_default()
}

/// Work on the disk, beside the threads that answer.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, FollowError> + Send + 'static,
) -> Result<T, FollowError> {
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => done,
        Err(error) => Err(std::io::Error::other(error).into()),
    }
}
