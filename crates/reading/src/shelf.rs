//! What is known of a reader's books while something that a device sent is worked in: read before, written after, and computed
//! in between without a database.

use std::collections::{BTreeSet, HashMap};

use catalogue::Book;
use kernel::{Id, Timestamp};

use crate::annotation::{self, Annotation, Change, Doing, Outcome, When};
use crate::progress::sitting::Sittings;
use crate::progress::{Place, Progress, Read};
use crate::sending::Sending;

/// A place as a device tells it.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadIn {
    /// The book.
    pub book: Id<Book>,
    /// When, by the device's clock.
    pub read_at: Timestamp,
    /// Where.
    pub read: Read,
}

/// A reader's books, as far as they are touched.
#[derive(Debug, Clone, Default)]
pub struct Shelf {
    /// How far they are.
    pub progress: HashMap<Id<Book>, Progress>,
    /// What they marked, by name; deleted marks too.
    pub annotations: HashMap<String, Annotation>,
    /// How many marks there are in a book.
    pub counts: HashMap<Id<Book>, i64>,
    /// What they read on the device in one go.
    pub sittings: HashMap<Id<Book>, Sittings>,
    /// What has changed.
    pub touched: Touched,
    /// The last number given to a change.
    pub number: i64,
}

/// What of a shelf has to be written.
#[derive(Debug, Clone, Default)]
pub struct Touched {
    /// Books in which a place arrived.
    pub books: BTreeSet<Id<Book>>,
    /// Books in which somebody is elsewhere now, or which they have begun or finished.
    pub progress: HashMap<Id<Book>, i64>,
    /// Whether a book was begun or finished, by which the reader's taste is known.
    pub taste: bool,
    /// Books that were finished, and when.
    pub finished: Vec<(Id<Book>, Timestamp)>,
    /// Marks.
    pub annotations: BTreeSet<String>,
    /// Places for the history.
    pub places: Vec<(Id<Book>, Place)>,
}

impl Shelf {
    /// Works a place in. Whether it is the place now.
    pub fn read(&mut self, sending: &Sending, new: &ReadIn) -> bool {
        let read_at = sending.moment(new.read_at);
        let progress = self.progress.entry(new.book).or_default();
        let before = progress.clone();
        let wins = progress.take(&new.read, read_at, &sending.device);
        let place = new.read.place(read_at, &sending.device.id);
        // Sent again, what is the place already has won.
        let is_it = wins
            || progress.place.as_ref().is_some_and(|kept| {
                (kept.read_at, &kept.device, &kept.locator) == (place.read_at, &place.device, &place.locator)
            });
        if *progress != before {
            self.touched.taste |= progress.is_news(&before);
            let finished = progress.finished_at.filter(|_| before.finished_at.is_none());
            self.touched.finished.extend(finished.map(|at| (new.book, at)));
            self.number += 1;
            self.touched.progress.insert(new.book, self.number);
        }
        self.sittings.entry(new.book).or_default().note(read_at, place.percent);
        self.touched.places.push((new.book, place));
        self.touched.books.insert(new.book);
        is_it
    }

    /// Works a change of a mark in.
    pub fn mark(&mut self, sending: &Sending, change: &Change) -> Outcome {
        let kept = self.annotations.get(&change.uuid);
        let book = kept.map(|kept| kept.book).or(change.book);
        let count = book.and_then(|book| self.counts.get(&book).copied()).unwrap_or_default();
        let doing = Doing {
            change,
            created_at: change.created_at.map(|at| sending.moment(at)),
            at: match change.when {
                When::Told(at) => sending.moment(at),
                When::Now => sending.received_at,
            },
            device: &sending.device.id,
            has_room: count < annotation::MOST,
        };
        let (outcome, changed) = doing.to(kept);
        if let Some(mut changed) = changed {
            self.number += 1;
            changed.number = self.number;
            let there = |one: &Annotation| i64::from(one.mark.is_some());
            let more = there(&changed) - kept.map_or(0, there);
            *self.counts.entry(changed.book).or_default() += more;
            self.touched.annotations.insert(change.uuid.clone());
            self.annotations.insert(change.uuid.clone(), changed);
        }
        outcome
    }
}

#[cfg(test)]
mod tests;
