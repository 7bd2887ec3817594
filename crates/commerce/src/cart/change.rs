//! What changes a cart.

use catalogue::Book;
use db::{Query as _, Tx, sql};
use kernel::{Id, Money, Timestamp};
use web::UserId;

use super::{MOST, lock};

/// Empties a reader's cart: what was in it is ordered.
pub async fn clear(tx: &Tx, user: UserId) -> db::Result<()> {
    let Some(cart) = lock::of_reader(tx, user).await? else { return Ok(()) };
    tx.execute(sql!("delete from cart_items where cart_id = $1", cart)).await?;
    lock::recount(tx, user).await
}

/// Puts books back into a reader's cart with the prices that they were told, as far as there is room: what was ordered is
/// not to be paid. What is in it stays as it is.
pub async fn put_back(tx: &Tx, user: UserId, books: &[(Id<Book>, Money)], now: Timestamp) -> db::Result<()> {
    let cart = lock::of_reader_or_new(tx, user, now).await?;
    let most = i64::try_from(MOST).unwrap_or(i64::MAX);
    let entries = books.iter().take(MOST).map(|(book, seen)| {
        // Each looks whether there is room left.
        sql!(
            "insert into cart_items (cart_id, book_id, seen_amount, seen_currency, added_at)
             select $1, b.id, $3, $4, $5 from books b
             where b.id = $2 and (select count(*) from cart_items where cart_id = $1) < $6
               and not exists (select 1 from library_entries e where e.user_id = $7 and e.book_id = b.id)
             on conflict (cart_id, book_id) do nothing",
            cart,
            *book,
            seen.amount,
            seen.currency,
            now,
            most,
            user
        )
    });
    tx.execute_all(entries).await?;
    lock::recount(tx, user).await
}
