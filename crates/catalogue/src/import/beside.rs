//! What others write in the transaction in which a file enters the shop: who brought it, what has to follow.

use db::Tx;
use futures::future::BoxFuture;
use kernel::Id;
use publication::Warning;

use super::prepare::Prepared;
use crate::{Book, Format, NewFile};

/// How a file came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// As a new book.
    Added,
    /// As a further format of a book.
    Attached,
    /// In the place of a book's file.
    Replaced,
}

/// A file that enters the shop.
#[derive(Debug, Clone)]
pub struct Entered<'a> {
    /// How.
    pub how: How,
    /// Its book's key.
    pub book: Id<Book>,
    /// Its book's title.
    pub title: &'a str,
    /// EPUB or PDF.
    pub format: Format,
    /// Its version.
    pub version: &'a str,
    /// Its size as it came.
    pub bytes: i64,
    /// The version and the size of the file whose place it takes.
    pub instead_of: Option<(&'a str, i64)>,
    /// What the bookseller may want to know about it.
    pub notes: &'a [Warning],
}

impl<'a> Entered<'a> {
    pub(super) fn new(
        how: How,
        (book, title): (Id<Book>, &'a str),
        Prepared { file, notes, .. }: &'a Prepared,
        instead_of: Option<(&'a str, i64)>,
    ) -> Self {
        let NewFile { format, version, bytes, .. } = file;
        Self { how, book, title, format: *format, version, bytes: *bytes, instead_of, notes }
    }
}

/// Writes something in the transaction in which a file enters the shop. It may run again where the transaction does.
pub trait Beside: Send + Sync {
    /// Writes it. An error undoes all of it.
    fn write<'a>(&'a self, tx: &'a Tx, entered: &'a Entered<'a>) -> BoxFuture<'a, db::Result<()>>;
}
