//! Throwing a draft away.

use db::{Query, Tx, sql};
use kernel::Id;

use super::details::{self, Details};
use super::{Done, EditError, Editor};
use crate::{Book, Status};

/// Who has a book: such a one is withdrawn, and never thrown away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Holders {
    /// Whether it is in somebody's library.
    pub owned: bool,
    /// Whether somebody ordered it, paid or not.
    pub ordered: bool,
}

impl Holders {
    /// Those of a book. The tables are those of the buying, which writes them; what they say is a rule of the catalogue.
    pub async fn of(db: &impl Query, book: Id<Book>) -> db::Result<Self> {
        let (owned, ordered): (i64, i64) = db
            .one(sql!(
                "select (select count(*) from (select 1 from library_entries where book_id = $1 limit 1) as owned) as owned,
                        (select count(*) from (select 1 from order_items where book_id = $1 limit 1) as bought) as ordered",
                book
            ))
            .await?;
        Ok(Self { owned: owned > 0, ordered: ordered > 0 })
    }

    /// Whether there is anybody.
    pub const fn any(self) -> bool {
        self.owned || self.ordered
    }
}

/// Throws a draft away that nobody has, with its files; what it was is told to the caller alone.
pub async fn remove(tx: &Tx, book: Id<Book>, by: &Editor<'_>) -> Result<Done, EditError> {
    let version = details::lock(tx, book).await?.ok_or(EditError::NotFound)?;
    let before = Details::find(tx, book).await?.ok_or(EditError::NotFound)?;
    if before.status != Status::Draft {
        return Err(EditError::NotADraft);
    }
    if Holders::of(tx, book).await?.any() {
        return Err(EditError::Held);
    }
    let whole = Book::find(tx, book).await?.ok_or(EditError::NotFound)?;
    whole.remove(tx, by.now).await?;
    let before = before.fields()?;
    Ok(Done { act: Some("book.remove"), before, after: details::Fields::new(), version })
}
