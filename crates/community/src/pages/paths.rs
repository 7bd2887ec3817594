//! Addresses of the talk after the language.

use catalogue::Book;
use kernel::Id;

use crate::Comment;

/// The comments on a book.
pub(crate) fn comments((book, title): (Id<Book>, &str)) -> String {
    format!("{}/comments", catalogue::paths::book(book, title))
}

/// A comment in its thread.
pub(crate) fn comment(book: (Id<Book>, &str), id: Id<Comment>) -> String {
    format!("{}/{id}#c-{id}", comments(book))
}

/// Where something new is said about a book.
pub(crate) fn new(book: (Id<Book>, &str)) -> String {
    format!("{}/new", comments(book))
}

/// Where a form rates a book.
pub(crate) fn rating(book: Id<Book>) -> String {
    format!("/book/{book}/rating")
}

/// Where something is done with a comment: `reply`, `edit`, `delete`, `report`, `like`.
pub(crate) fn of(id: Id<Comment>, what: &str) -> String {
    format!("/comment/{id}/{what}")
}
