//! Names that books stand under, looked after: authors, genres, publishers and series are renamed, put together where two mean
//! the same, parted where one means two, and thrown away where no book needs them.
//!
//! Everything that changes something runs in a transaction that the caller opens, so that the audit log is written there as well.
//! What is derived from names moves along: bylines, counts, what search indexes are told. A key that was put together with
//! another leads there for ever ([`survivor`]), and what it was called finds the other (`other_names`).

mod alike;
mod bylines;
mod change;
mod compare;
mod entry;
mod kind;
mod list;
mod merge;
mod merged;
mod other;
mod pairs;
mod redraw;
mod remove;
mod split;
mod write;

use web::FieldErrors;

use crate::edit::EditError;

pub use alike::Likeness;
pub use change::{Change, add, change};
pub(crate) use compare::jobs;
pub use entry::{Entry, Said, Tongues};
pub use kind::Kind;
pub use list::{NameFilter, NamePart, NamePlace, NameRow, NameSort, list};
pub use merge::{Merged, merge};
pub(crate) use merged::genre_of_word;
pub use merged::{follow, given, survivor, survivors};
pub(crate) use other::{BookNames, authors_in, named};
pub use other::{called, find_named, name_in, names_in};
pub use pairs::{Pair, Place as PairPlace, count as count_pairs, list as pairs, refuse};
pub use remove::{chosen_by, remove};
pub use split::{BookRow, Split, books, number, series_numbers, split};

/// Why a name was not changed.
#[derive(Debug, thiserror::Error)]
pub enum NameError {
    /// The database.
    #[error(transparent)]
    Database(#[from] db::Error),
    /// There is no such thing.
    #[error("no such name")]
    NotFound,
    /// Values that cannot be.
    #[error("values that cannot be")]
    Invalid(FieldErrors),
    /// It changed since the caller read it.
    #[error("changed meanwhile")]
    Meanwhile,
    /// Books stand under it: so many.
    #[error("{0} books stand under it")]
    HasBooks(i64),
}

impl NameError {
    /// One value that cannot be.
    fn invalid(field: &str, code: &'static str, message: impl Into<web::Message>) -> Self {
        Self::Invalid(FieldErrors::one(field, code, message))
    }
}

impl From<EditError> for NameError {
    fn from(error: EditError) -> Self {
        match error {
            EditError::Database(error) => Self::Database(error),
            EditError::Invalid(errors) => Self::Invalid(errors),
            EditError::Meanwhile { .. } => Self::Meanwhile,
            EditError::NotFound | EditError::Final | EditError::Held | EditError::NotADraft => Self::NotFound,
        }
    }
}
