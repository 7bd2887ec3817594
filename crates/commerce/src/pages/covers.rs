//! The covers of books that were bought, also of those that are sold no more.

use std::collections::HashMap;

use catalogue::{Book, Cover, show};
use db::{Query, list, record, sql};
use kernel::Id;
use maud::{Markup, html};
use ui::{CoverSize, Loading};

record! {
    struct Row {
        id: Id<Book>,
        cover_version: String,
        cover_placeholder: String,
    }
}

/// Covers by their books.
pub(super) struct Covers(HashMap<Id<Book>, ui::Cover>);

impl Covers {
    /// Those of some books, in one statement.
    pub(super) async fn of(
        db: &impl Query,
        books: impl Iterator<Item = Id<Book>> + Clone,
    ) -> db::Result<Self> {
        if books.clone().next().is_none() {
            return Ok(Self(HashMap::new()));
        }
        let rows: Vec<Row> = db
            .all(sql!(
                "select id, cover_version, cover_placeholder from books where id in ($1…)",
                list(books)
            ))
            .await?;
        let cover = |row: Row| {
            let cover =
                Cover { book: row.id, version: row.cover_version, placeholder: row.cover_placeholder };
            (row.id, show::cover(&cover))
        };
        Ok(Self(rows.into_iter().map(cover).collect()))
    }

    /// The cover of a book; its place stays empty where the book is gone.
    pub(super) fn draw(&self, book: Option<Id<Book>>) -> Markup {
        if let Some(cover) = book.and_then(|book| self.0.get(&book)) {
            ui::cover(cover, CoverSize::Thumb, Loading::Lazy)
        } else {
            html! { span.cover.cover--thumb {} }
        }
    }
}
