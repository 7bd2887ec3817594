//! The library: which books somebody has the right to read. One entry for each reader and book, from whichever way came
//! first.

pub(crate) mod api;
mod claim;
pub mod download;
mod entry;
pub mod give;
mod limits;
mod own;
pub(crate) mod pages;
mod wish;

use catalogue::{Book, text_enum};
use db::{Query, Tx, list, sql};
use kernel::{Id, Timestamp};
use web::UserId;

pub use claim::{Claimed, claim};
pub use entry::{LibraryEntry, Part, Place, Sort, State};
pub(crate) use limits::Limits;
pub(crate) use pages::LIBRARY;
pub(crate) use wish::carry_out;

text_enum! {
    /// How a book came into somebody's library.
    pub enum Source {
        /// With an order.
        Bought = "bought",
        /// It is free, and they took it.
        Claimed = "claimed",
        /// Somebody gave it to them: a reader, or the shop.
        Given = "given",
    }
}

/// Puts books into somebody's library, and answers which of them are new there: who has a book keeps it as it came first.
/// `order` is the key of the order that brings them. A book or a reader who is gone meanwhile is passed over.
pub async fn grant(
    tx: &Tx,
    user: UserId,
    books: &[Id<Book>],
    source: Source,
    order: Option<i64>,
    now: Timestamp,
) -> db::Result<Vec<Id<Book>>> {
    let granted: Vec<(Id<Book>,)> = tx
        .all(sql!(
            "insert into library_entries (user_id, book_id, source, added_at, order_id)
             select u.id, b.id, $3, $4, $5 from users u, books b where u.id = $1 and b.id in ($2…)
             on conflict (user_id, book_id) do nothing returning book_id",
            user,
            list(books.iter().copied()),
            source,
            now,
            order
        ))
        .await?;
    if !granted.is_empty() {
        accounts::taste_changed(tx, user).await?;
    }
    Ok(granted.into_iter().map(|(book,)| book).collect())
}

/// Takes back books that an order brought, and answers from whom. A book that the reader had before the order stays. So
/// does one that another of their orders has been paid for: from then on it is that one's.
pub async fn take_back(tx: &Tx, order: i64, books: &[Id<Book>]) -> db::Result<Vec<(UserId, Id<Book>)>> {
    tx.execute(sql!(
        "update library_entries set order_id = (
             select min(o.id) from orders o join order_items i on i.order_id = o.id
             where o.user_id = library_entries.user_id and i.book_id = library_entries.book_id
               and o.status = 'completed' and i.refunded_at is null and o.id <> $1)
         where order_id = $1 and book_id in ($2…) and exists (
             select 1 from orders o join order_items i on i.order_id = o.id
             where o.user_id = library_entries.user_id and i.book_id = library_entries.book_id
               and o.status = 'completed' and i.refunded_at is null and o.id <> $1)",
        order,
        list(books.iter().copied())
    ))
    .await?;
    let taken: Vec<(UserId, Id<Book>)> = tx
        .all(sql!(
            "delete from library_entries where order_id = $1 and book_id in ($2…) returning user_id, book_id",
            order,
            list(books.iter().copied())
        ))
        .await?;
    // An order is one reader's.
    if let Some((user, _)) = taken.first() {
        accounts::taste_changed(tx, *user).await?;
    }
    Ok(taken)
}

/// Whether a book is in somebody's library.
pub async fn owns(db: &impl Query, user: UserId, book: Id<Book>) -> db::Result<bool> {
    let entry: Option<(Id<Book>,)> = db
        .optional(sql!("select book_id from library_entries where user_id = $1 and book_id = $2", user, book))
        .await?;
    Ok(entry.is_some())
}
