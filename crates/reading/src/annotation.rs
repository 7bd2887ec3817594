//! Markers, highlights and notes: what they are, and which of two versions of one counts.
//!
//! The device makes the UUID. Of two versions the later one counts, by the devices' clocks put right (`sending`); a deletion
//! is a version as any other, and leaves an empty row so that older words about it change nothing. What the server finds out
//! by itself, where a mark is in another version of the file, is kept beside what the device said and is no version.

pub(crate) mod again;
mod export;
pub(crate) mod list;
pub(crate) mod store;

use catalogue::{Book, Format, text_enum};
use kernel::{Id, Timestamp};

pub(crate) use export::{ExportFormat, json as export_json, markdown};

use crate::locator::Locator;

/// The most characters of a note.
pub(crate) const NOTE_LONGEST: usize = 5_000;
/// The most marks of a reader in a book.
pub(crate) const MOST: i64 = 10_000;

text_enum! {
    /// What a mark in a book is.
    pub enum Kind {
        /// A page to come back to.
        Marker = "marker",
        /// Words in a colour; something may be noted about them.
        Highlight = "highlight",
        /// Something noted about a place or some words.
        Note = "note",
    }
}

text_enum! {
    /// The colour of a highlight.
    pub enum Colour {
        /// The usual one.
        Yellow = "yellow",
        /// Green.
        Green = "green",
        /// Blue.
        Blue = "blue",
        /// Pink.
        Pink = "pink",
        /// Purple.
        Purple = "purple",
    }
}

text_enum! {
    /// Whether a mark is where it was made.
    pub enum Placed {
        /// It is.
        Still = "placed",
        /// The file is another one since; it was found again in that.
        Moved = "moved",
        /// The file is another one since, and its words are not in that.
        Lost = "lost",
    }
}

/// What a device says of a mark.
#[derive(Debug, Clone)]
pub struct Mark {
    /// What it is.
    pub kind: Kind,
    /// Its colour; markers have none.
    pub colour: Option<Colour>,
    /// What is noted, as it was typed; may be empty.
    pub note: String,
    /// Where it is.
    pub locator: Locator,
    /// The format of the file.
    pub format: Format,
    /// The version of the file.
    pub version: String,
    /// Its order in the text, 0 to 1.
    pub position: f64,
}

/// A mark as it is kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Annotation {
    /// The name that the device gave it.
    pub uuid: String,
    /// The book.
    pub book: Id<Book>,
    /// What it is; `None` once it is deleted.
    pub mark: Option<Mark>,
    /// Where it is in the file of now, where that is another one than it was made in.
    pub found: Option<Locator>,
    /// Whether it is where it was made.
    pub placed: Placed,
    /// The version of the file in which it was placed last.
    pub checked: String,
    /// Its order in the text, 0 to 1.
    pub position: f64,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was changed or deleted last.
    pub updated_at: Timestamp,
    /// By which device.
    pub device: String,
    /// Of the last change, see `sync`.
    pub number: i64,
}

/// Other words for some of a mark.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Patch {
    /// Another kind.
    pub kind: Option<Kind>,
    /// Another colour.
    pub colour: Option<Colour>,
    /// Another note.
    pub note: Option<String>,
    /// Another place: its locator, format, version and position.
    pub place: Option<(Locator, Format, String, f64)>,
}

/// What is to become of a mark.
#[derive(Debug, Clone, PartialEq)]
pub enum Wish {
    /// It is this, whether or not it was there before.
    Is(Mark),
    /// It was made now: if it is there, it stays as it is.
    New(Mark),
    /// Some of it is otherwise.
    Changed(Patch),
    /// It is deleted.
    Deleted,
}

/// When something was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// By the device's clock.
    Told(Timestamp),
    /// Now, after all that is known.
    Now,
}

/// Something done to a mark.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The mark.
    pub uuid: String,
    /// The book; `None` where the mark must be there and tells it.
    pub book: Option<Id<Book>>,
    /// What is to become of it.
    pub wish: Wish,
    /// When it was made, by the device's clock.
    pub created_at: Option<Timestamp>,
    /// When that was done.
    pub when: When,
    /// Only if the mark is as it was with this number.
    pub only_if: Option<i64>,
}

/// What became of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It is so now, or was already.
    Applied,
    /// A later version is kept.
    Kept,
    /// There is no such mark.
    Missing,
    /// The mark is not any more as the caller knows it.
    Stale,
    /// It is in another book.
    OtherBook,
    /// There are too many marks in the book.
    TooMany,
    /// A marker has no colour, a note has words.
    Unfit,
}

impl PartialEq for Mark {
    /// Whether the device says the same: what that amounts to in the text is ours.
    fn eq(&self, other: &Self) -> bool {
        (self.kind, self.colour, &self.note, &self.locator)
            == (other.kind, other.colour, &other.note, &other.locator)
    }
}

impl Mark {
    /// Whether its parts go together: a marker has no colour, a highlight has one, a note has words.
    pub(crate) fn is_fit(&self) -> bool {
        match self.kind {
            Kind::Marker => self.colour.is_none(),
            Kind::Highlight => self.colour.is_some(),
            Kind::Note => !self.note.trim().is_empty(),
        }
    }

    fn with(self, patch: &Patch) -> Self {
        let mut mark = self;
        mark.kind = patch.kind.unwrap_or(mark.kind);
        mark.colour = match mark.kind {
            // What becomes a highlight has a colour, and what becomes a marker has none.
            Kind::Highlight => patch.colour.or(mark.colour).or(Some(Colour::Yellow)),
            Kind::Note => patch.colour.or(mark.colour),
            Kind::Marker => patch.colour,
        };
        if let Some(note) = &patch.note {
            mark.note.clone_from(note);
        }
        if let Some((locator, format, version, position)) = &patch.place {
            mark.locator.clone_from(locator);
            mark.format = *format;
            mark.version.clone_from(version);
            mark.position = *position;
        }
        mark
    }
}

/// A change with the moment at which it was done by our clock, and what is known besides.
pub(crate) struct Doing<'a> {
    pub(crate) change: &'a Change,
    /// When it was made and when it was done, by our clock.
    pub(crate) created_at: Option<Timestamp>,
    pub(crate) at: Timestamp,
    pub(crate) device: &'a str,
    /// Whether the book has room for one more.
    pub(crate) has_room: bool,
}

impl Doing<'_> {
    /// What becomes of a mark: the outcome, and the mark where it changes.
    pub(crate) fn to(&self, kept: Option<&Annotation>) -> (Outcome, Option<Annotation>) {
        match self.refusal(kept) {
            Some(outcome) => (outcome, None),
            None => self.merge(kept),
        }
    }

    fn refusal(&self, kept: Option<&Annotation>) -> Option<Outcome> {
        let change = self.change;
        let is_new = matches!(change.wish, Wish::Is(_) | Wish::New(_));
        match kept {
            Some(kept) if change.book.is_some_and(|book| book != kept.book) => Some(Outcome::OtherBook),
            Some(kept) if change.only_if.is_some_and(|number| number != kept.number) => Some(Outcome::Stale),
            None if change.book.is_none() => Some(Outcome::Missing),
            None if change.only_if.is_some() => Some(Outcome::Stale),
            _ if is_new && kept.is_none_or(|kept| kept.mark.is_none()) && !self.has_room => {
                Some(Outcome::TooMany)
            }
            _ => None,
        }
    }

    fn merge(&self, kept: Option<&Annotation>) -> (Outcome, Option<Annotation>) {
        let mark = match (&self.change.wish, kept.and_then(|kept| kept.mark.clone())) {
            (Wish::New(_), _) if kept.is_some() => {
                let is_there = kept.is_some_and(|kept| kept.mark.is_some());
                return (if is_there { Outcome::Applied } else { Outcome::Kept }, None);
            }
            (Wish::Is(mark) | Wish::New(mark), _) => Some(mark.clone()),
            (Wish::Changed(patch), Some(mark)) => Some(mark.with(patch)),
            (Wish::Changed(_), None) => return (Outcome::Missing, None),
            // Deleted again by its device at another time, it is deleted then.
            (Wish::Deleted, None) if kept.is_some() && self.change.when == When::Now => {
                return (Outcome::Applied, None);
            }
            (Wish::Deleted, _) => None,
        };
        if mark.as_ref().is_some_and(|mark| !mark.is_fit()) {
            return (Outcome::Unfit, None);
        }
        let at = match (self.change.when, kept) {
            // What somebody does now comes after what they have done.
            (When::Now, Some(kept)) => self.at.max(Timestamp::from_millis(kept.updated_at.as_millis() + 1)),
            _ => self.at,
        };
        if let Some(kept) = kept.filter(|kept| at <= kept.updated_at) {
            let is_so = mark == kept.mark && (at == kept.updated_at || mark.is_none());
            return (if is_so { Outcome::Applied } else { Outcome::Kept }, None);
        }
        (Outcome::Applied, self.made(mark, at, kept))
    }

    fn made(&self, mark: Option<Mark>, at: Timestamp, kept: Option<&Annotation>) -> Option<Annotation> {
        let told = self.created_at.unwrap_or(at).min(at);
        // Where the server found it stays true while the device says the same place of it.
        let place = |mark: &Option<Mark>| mark.as_ref().map(|mark| mark.locator.clone());
        let found = kept.filter(|kept| place(&kept.mark) == place(&mark));
        let (checked, position) =
            mark.as_ref().map(|mark| (mark.version.clone(), mark.position)).unwrap_or_default();
        Some(Annotation {
            uuid: self.change.uuid.clone(),
            book: kept.map(|kept| kept.book).or(self.change.book)?,
            mark,
            found: found.and_then(|kept| kept.found.clone()),
            placed: found.map_or(Placed::Still, |kept| kept.placed),
            checked: found.map_or(checked, |kept| kept.checked.clone()),
            position: found.map_or(position, |kept| kept.position),
            created_at: kept.map_or(told, |kept| kept.created_at.min(told)),
            updated_at: at,
            device: self.device.to_owned(),
            number: 0,
        })
    }
}
