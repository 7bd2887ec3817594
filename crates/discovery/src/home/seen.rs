//! The front page as programs are told it: its shelves as a visitor will see them at a moment, for those who arrange it.

use catalogue::wire::BookItem;
use catalogue::{Book, BookMarks};
use db::Db;
use i18n::Locale;
use kernel::{Id, Timestamp};
use serde::Serialize;
use utoipa::ToSchema;

use super::{Contents, in_front};
use crate::curation::{Kind, Moment, OnShelf};

/// A shelf as a visitor will see it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SeenShelf {
    /// Its word in addresses.
    pub name: String,
    /// What it is.
    #[schema(inline)]
    pub kind: Kind,
    /// What it is called, in the language of the page.
    pub title: String,
    /// Its books in their order; none where the ways to the genres stand.
    pub books: Vec<BookItem>,
}

/// The shelves in their order. One that would be empty is not there, as on the page.
pub async fn seen(db: &Db, l: Locale, now: Timestamp) -> web::Result<Vec<SeenShelf>> {
    let contents = Contents::read(db, Moment { locale: l, now }, None).await?;
    let (picks, picks_at) = (contents.at(Kind::Picks), contents.picks_at(false));
    let mut seen = Vec::new();
    for (at, shelf) in contents.arranged.shelves.iter().enumerate() {
        if picks_at == Some(at) {
            let picks = picks.and_then(|at| contents.arranged.shelves.get(at));
            seen.extend(picks.and_then(|picks| contents.told(l, picks, &contents.common.picks)));
        }
        seen.extend(contents.told(l, shelf, &contents.on(shelf)));
    }
    Ok(seen)
}

impl Contents {
    /// The books of a shelf that is the same for all. The picks have a place of their own.
    fn on(&self, row: &OnShelf) -> Vec<Id<Book>> {
        match row.kind {
            Kind::New => in_front(&row.chosen, &self.common.new),
            Kind::Best => in_front(&row.chosen, &self.common.best),
            Kind::Own => in_front(&row.chosen, &row.found),
            Kind::ForYou | Kind::Liked | Kind::Genres | Kind::Picks | Kind::Viewed => Vec::new(),
        }
    }

    fn told(&self, l: Locale, row: &OnShelf, books: &[Id<Book>]) -> Option<SeenShelf> {
        let item = |book: &Id<Book>| Some(BookItem::new(l, self.cards.get(book)?, BookMarks::default()));
        let books: Vec<BookItem> = books.iter().filter_map(item).collect();
        let has_ways = row.kind == Kind::Genres && self.genres.iter().any(|genre| genre.book_count > 0);
        let title = if row.kind == Kind::Own { row.title.as_str() } else { row.kind.label(l) };
        (has_ways || !books.is_empty()).then(|| SeenShelf {
            name: row.name.clone(),
            kind: row.kind,
            title: title.to_owned(),
            books,
        })
    }
}
