//! Editors' picks: what the shop's people put forward, in their order.

use catalogue::Book;
use db::{Query as _, Tx, sql};
use kernel::Id;

/// The most books that are put forward at once.
pub const MOST: usize = 50;

/// Puts these books forward, and no others, in this order; no more than [`MOST`], none twice.
pub async fn choose(tx: &Tx, books: &[Id<Book>]) -> db::Result<()> {
    tx.execute(sql!("delete from editor_picks where position > 0")).await?;
    let rows = (1_i64..).zip(mixed(books, &[], MOST)).map(|(position, book)| {
        sql!("insert into editor_picks (position, book_id) values ($1, $2)", position, book)
    });
    tx.execute_all(rows.collect::<Vec<_>>()).await
}

/// Two lists by turns, each book once.
pub(crate) fn mixed(one: &[Id<Book>], other: &[Id<Book>], most: usize) -> Vec<Id<Book>> {
    let turns = 0..one.len().max(other.len());
    let mut mixed = Vec::new();
    for book in turns.flat_map(|turn| [one.get(turn), other.get(turn)]).flatten() {
        if mixed.len() < most && !mixed.contains(book) {
            mixed.push(*book);
        }
    }
    mixed
}
