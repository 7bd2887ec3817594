//! How much of a book the caller may read. The one place that decides it.

use catalogue::{Book, File, Format};
use kernel::Id;
use serde::Serialize;
use utoipa::ToSchema;
use web::{App, OrNotFound};

/// How much of a book may be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Access {
    /// All of it.
    Owner,
    /// Its sample.
    Sample,
}

impl Access {
    /// What a visitor may read of a book: all of a free one. Library entries come with buying and are asked for here.
    fn of_visitor(book: &Book) -> Self {
        if book.is_free() { Self::Owner } else { Self::Sample }
    }
}

/// A book that the caller has opened, as far as that goes.
pub(crate) struct Opened {
    pub(crate) book: Book,
    pub(crate) access: Access,
}

impl Opened {
    /// Opens a published book; any other is not there.
    pub(crate) async fn open(app: &App, id: Id<Book>) -> web::Result<Self> {
        let book = Book::find_published(&app.db, id).await?.or_404()?;
        let access = Access::of_visitor(&book);
        Ok(Self { book, access })
    }

    /// Its file in a format, or in whichever it has, EPUB first.
    pub(crate) fn file(&self, format: Option<Format>) -> web::Result<&File> {
        let first = || self.book.formats().first().copied();
        format.or_else(first).and_then(|format| self.book.file(format)).or_404()
    }
}
