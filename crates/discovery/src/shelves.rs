//! The shelves: which books stand on each, and in which order.

use catalogue::{Alphabet, Card, Filter, Part, Place, PriceFilter, Sort};
use db::Db;

/// A shelf that is a plain list of published books.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shelf {
    /// Everything, newest first.
    New,
    /// What costs nothing, newest first.
    Free,
}

impl Shelf {
    pub(crate) fn filter(self) -> Filter {
        match self {
            Self::New => Filter::default(),
            Self::Free => Filter { price: Some(PriceFilter::Free), ..Filter::default() },
        }
    }

    /// A part of the shelf; the place of a book in it is that of [`Sort::Newest`].
    pub(crate) async fn part(self, db: &Db, after: Option<Place>, rows: i64) -> web::Result<Vec<Card>> {
        let filter = self.filter();
        let part = Part { filter: &filter, sort: Sort::Newest, alphabet: Alphabet::default(), after, rows };
        Card::list(db, part).await?.map_err(|_| web::invalid_cursor())
    }
}
