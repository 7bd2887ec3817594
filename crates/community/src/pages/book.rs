//! The book that a page of the talk is about, as far as those pages name it.

use catalogue::Book;
use db::{Query, record, sql};
use kernel::Id;
use web::OrNotFound as _;

use crate::Comment;

record! {
    /// A book by its name.
    pub(super) struct BookName {
        pub(super) id: Id<Book>,
        pub(super) title: String,
    }
}

impl BookName {
    /// Of a book that everybody may see.
    pub(super) async fn find(db: &impl Query, id: Id<Book>) -> web::Result<Self> {
        let found = db
            .optional(sql!("select id, title from books where id = $1 and status = 'published'", id))
            .await?;
        found.or_404()
    }

    /// Of the book that a comment is about.
    pub(super) async fn of(db: &impl Query, comment: Id<Comment>) -> web::Result<Self> {
        let found = db
            .optional(sql!(
                "select b.id, b.title from comments c join books b on b.id = c.book_id
                 where c.id = $1 and b.status = 'published'",
                comment
            ))
            .await?;
        found.or_404()
    }

    /// What addresses are made of.
    pub(super) fn key(&self) -> (Id<Book>, &str) {
        (self.id, &self.title)
    }
}

/// What addresses of a whole book are made of.
pub(super) fn key(book: &Book) -> (Id<Book>, &str) {
    (book.id, &book.title)
}
