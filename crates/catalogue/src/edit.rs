//! Changing books: what of a book can be changed and by which rules, the history of what was, and how it is taken back.
//!
//! Everything here runs in a transaction that the caller opens, so that whoever has a log of their own writes it there as
//! well. What lists and counts are made of moves along: bylines, folded titles, the counts of authors, genres, publishers
//! and series, drawn covers, and what search indexes and similar books are told.

mod add;
mod change;
mod check;
mod desk;
mod details;
mod draft;
mod history;
mod names;
mod picture;
mod read;
mod remove;
mod resolve;
mod sample;
mod schedule;
mod since;
mod write;

use kernel::{Currency, Timestamp};
use web::{FieldErrors, UserId};

pub use add::add;
pub use change::{Change, Credit, GenreWanted, Who, change};
pub(crate) use check::paragraphs;
pub use desk::{DeskFilter, DeskPart, DeskPlace, DeskRow, DeskSort, Lacking, Order, candidates, list};
pub use details::{Details, Fields, InSeries, Named, Person, Picture};
pub use draft::{Typed, keep_typed, throw_typed, typed};
pub(crate) use history::note_import;
pub use history::{COMMAND_LINE, Past, find as find_past, history, undo};
pub use names::{KnownName, NameOf, names};
pub use picture::{PictureStore, StoreError};
pub use read::{date, isbn, language, moment, pages, price};
pub use remove::{Holders, remove};
pub use schedule::{Came, due, publish_due};

/// Who changes a book, when, in which shop.
#[derive(Debug, Clone, Copy)]
pub struct Editor<'a> {
    /// Their account.
    pub user: UserId,
    /// Its username.
    pub username: &'a str,
    /// When.
    pub now: Timestamp,
    /// The currency of the shop's prices.
    pub currency: Currency,
}

/// What became of a change.
#[derive(Debug, Clone)]
pub struct Done {
    /// What was changed, by the name of the audit log; `None` where all was so already.
    pub act: Option<&'static str>,
    /// What changed, as it was.
    pub before: Fields,
    /// The same, as it is then.
    pub after: Fields,
    /// The book's version.
    pub version: i64,
}

/// Why a book was not changed.
#[derive(Debug, thiserror::Error)]
pub enum EditError {
    /// The database.
    #[error(transparent)]
    Database(#[from] db::Error),
    /// There is no such book, or no such change of it.
    #[error("no such book")]
    NotFound,
    /// Values that cannot be.
    #[error("values that cannot be")]
    Invalid(FieldErrors),
    /// It changed since the caller read it: which fields, and who did it last.
    #[error("changed meanwhile by {by}")]
    Meanwhile {
        /// The names of the fields.
        fields: Vec<String>,
        /// The username of whoever changed it last.
        by: String,
    },
    /// A change that cannot be taken back, such as that the book was entered.
    #[error("cannot be undone")]
    Final,
    /// Somebody has the book, so it can only be withdrawn.
    #[error("somebody has it")]
    Held,
    /// Only drafts can be removed.
    #[error("not a draft")]
    NotADraft,
}

impl EditError {
    /// One value that cannot be.
    fn invalid(field: &str, code: &'static str, message: impl Into<web::Message>) -> Self {
        Self::Invalid(FieldErrors::one(field, code, message))
    }
}
