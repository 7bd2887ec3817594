//! Writes looks down a moment after they happened, many in one transaction: the answer to a look waits for nothing, and
//! a look costs a place in a map.
//!
//! What waits is lost when the program is killed: at most the looks of the last second. A program that is told to stop
//! writes them down first. Where the database does not answer they wait longer, as far as there is room.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use catalogue::Book;
use db::Db;
use kernel::{Id, Timestamp};
use web::UserId;

use super::{Look, View};

/// For how long looks are gathered.
const GATHERED: Duration = Duration::from_millis(500);
/// How long to wait for a database that does not answer before it is tried again.
const PATIENCE: Duration = Duration::from_secs(5);
/// How many looks may wait. Those that come then are lost: better than growing without bounds.
const ROOM: usize = 20_000;
/// How many are written in one transaction.
const AT_ONCE: usize = 500;

/// The looks that wait.
#[derive(Default)]
pub(crate) struct Recorder {
    waiting: Mutex<Waiting>,
    /// Held while looks are written down, so that whoever needs them there can wait for it.
    writing: tokio::sync::Mutex<()>,
}

#[derive(Default)]
struct Waiting {
    /// The latest look of each reader at each book.
    looks: HashMap<(UserId, Id<Book>), Timestamp>,
    /// Whether somebody is on the way to write them down.
    is_due: bool,
    lost: u64,
}

impl Recorder {
    /// Notes a look, to be written down in a moment.
    pub(crate) fn note(self: &Arc<Self>, db: &Db, look: Look) {
        let mut waiting = self.waiting();
        waiting.add(look);
        if !waiting.is_due {
            waiting.is_due = true;
            tokio::spawn(Arc::clone(self).write_later(db.clone()));
        }
    }

    async fn write_later(self: Arc<Self>, db: Db) {
        let mut pause = GATHERED;
        loop {
            tokio::time::sleep(pause).await;
            pause = match self.write(&db).await {
                Ok(()) => GATHERED,
                Err(error) => {
                    tracing::warn!(%error, "Could not write down who looked at what; trying again");
                    PATIENCE
                }
            };
            let mut waiting = self.waiting();
            if waiting.looks.is_empty() {
                waiting.is_due = false;
                return;
            }
        }
    }

    /// Writes down all that waits. Afterwards every look that was noted before is in the database.
    pub(crate) async fn write(&self, db: &Db) -> db::Result<()> {
        let _writing = self.writing.lock().await;
        let looks = self.take();
        for (at, part) in looks.chunks(AT_ONCE).enumerate() {
            let written = db.transaction(async |tx| View::record(&tx, part.iter().copied()).await).await;
            if let Err(error) = written {
                let mut waiting = self.waiting();
                looks[at * AT_ONCE..].iter().for_each(|look| waiting.add(*look));
                return Err(error);
            }
        }
        Ok(())
    }

    fn take(&self) -> Vec<Look> {
        let mut waiting = self.waiting();
        if waiting.lost > 0 {
            tracing::warn!(looks = waiting.lost, "Lost looks at books: too many waited to be written down");
            waiting.lost = 0;
        }
        waiting.looks.drain().map(|((user, book), at)| Look { user, book, at }).collect()
    }

    fn waiting(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Waiting {
    fn add(&mut self, look: Look) {
        let key = (look.user, look.book);
        if self.looks.len() >= ROOM && !self.looks.contains_key(&key) {
            self.lost += 1;
            return;
        }
        let at = self.looks.entry(key).or_insert(look.at);
        *at = look.at.max(*at);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_who_looks_again_takes_no_more_room_and_the_latest_look_counts() {
        let mut waiting = Waiting::default();
        let look = |millis| Look { user: Id::new(1), book: Id::new(2), at: Timestamp::from_millis(millis) };
        for millis in [5, 9, 7] {
            waiting.add(look(millis));
        }
        assert_eq!(waiting.looks.into_values().collect::<Vec<_>>(), [Timestamp::from_millis(9)]);
    }

    #[test]
    fn what_waits_is_bounded() {
        let mut waiting = Waiting::default();
        for book in 1..=i64::try_from(ROOM).unwrap() + 5 {
            let (user, book) = (Id::new(1), Id::new(book));
            waiting.add(Look { user, book, at: Timestamp::from_millis(0) });
        }
        assert_eq!((waiting.looks.len(), waiting.lost), (ROOM, 5));
    }
}
