//! The front page as the shop's people arrange it: in which order its shelves stand, which are hidden, shelves of their own,
//! and books that they put in front, all of it with dates if they like.
//!
//! A change is made in a transaction that the caller opens, as those of books are (`catalogue::edit`): it locks the page,
//! makes of the [`Layout`] the one that is wanted, checks it, writes what differs, and keeps the whole page beside the change,
//! so that it can be put back. What is shown at a moment is read by one statement, beside the shelves that everybody sees.

mod change;
mod check;
mod history;
mod kind;
mod layout;
mod resolve;
mod shown;
mod store;
mod told;

use kernel::Timestamp;
use web::{FieldErrors, UserId};

pub use change::{Change, Draft, change};
pub use history::{Past, history, put_back};
pub use kind::{Kind, SourceKind};
pub use layout::{Layout, Placed, Shelf, Source, Title};
pub use resolve::{Wanted, source, source_names};
pub use store::{find, shelves_of};

pub(crate) use shown::{Arranged, Moment, OnShelf};

/// The most characters of a shelf's title.
pub const TITLE_MOST: usize = 80;
/// The most books that are chosen for a shelf.
pub const BOOKS_MOST: usize = 60;
/// The most shelves that the shop's people make.
pub const SHELVES_MOST: usize = 20;

/// Who changes the page, and when.
#[derive(Debug, Clone, Copy)]
pub struct Curator<'a> {
    /// Their account.
    pub user: UserId,
    /// Its username.
    pub username: &'a str,
    /// When.
    pub now: Timestamp,
}

/// What became of a change.
#[derive(Debug, Clone)]
pub struct Done {
    /// What was changed, by the name of the audit log; `None` where all was so already.
    pub act: Option<&'static str>,
    /// What changed, as it was.
    pub before: serde_json::Value,
    /// The same, as it is then.
    pub after: serde_json::Value,
    /// The page's version.
    pub version: i64,
    /// The shelf that was made, where one was.
    pub made: Option<String>,
}

/// Why the page was not changed.
#[derive(Debug, thiserror::Error)]
pub enum CurateError {
    /// The database.
    #[error(transparent)]
    Database(#[from] db::Error),
    /// There is no such shelf, or no such change.
    #[error("no such shelf")]
    NotFound,
    /// Values that cannot be.
    #[error("values that cannot be")]
    Invalid(FieldErrors),
    /// The page changed since the caller read it: who did it last.
    #[error("changed meanwhile by {by}")]
    Meanwhile {
        /// The username of whoever changed it last.
        by: String,
    },
    /// A shelf of the program's own cannot be renamed or removed, and what is chosen for each reader takes no books.
    #[error("not for this shelf")]
    NotForThis,
    /// A change so old that the page before it is not kept any more.
    #[error("too old to be put back")]
    TooOld,
}

impl CurateError {
    fn invalid(field: &str, code: &'static str, message: impl Into<web::Message>) -> Self {
        Self::Invalid(FieldErrors::one(field, code, message))
    }
}
