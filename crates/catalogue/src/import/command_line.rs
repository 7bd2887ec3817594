//! What stands in a book's history of an import on the command line.

use db::Tx;
use futures::future::BoxFuture;
use kernel::{Id, Timestamp};

use super::{Beside, Entered, How};
use crate::Book;
use crate::edit::{Fields, note_import};

/// Writes into the history of a book that a file came in.
pub(super) struct CommandLine {
    pub(super) now: Timestamp,
}

impl Beside for CommandLine {
    fn write<'a>(&'a self, tx: &'a Tx, entered: &'a Entered<'a>) -> BoxFuture<'a, db::Result<()>> {
        Box::pin(async move {
            let Entered { book, title, format, .. } = *entered;
            match entered.how {
                How::Added => added(tx, book, title, self.now).await,
                How::Attached | How::Replaced => {
                    let format = Fields::from_iter([("format".to_owned(), format.as_str().into())]);
                    note_import(tx, book, "book.add_file", (&Fields::new(), &format), self.now).await
                }
            }
        })
    }
}

/// Writes down that a book came in.
pub(super) async fn added(tx: &Tx, book: Id<Book>, title: &str, now: Timestamp) -> db::Result<()> {
    let after = Fields::from_iter([("title".to_owned(), title.into())]);
    note_import(tx, book, "book.add", (&Fields::new(), &after), now).await
}
