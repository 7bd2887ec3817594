//! How many published books each author, publisher, series and genre has: moved in the transaction that publishes
//! or removes a book, never counted on a request.

use db::{Query, Tx, sql};
use kernel::{Id, Timestamp};

use crate::{Book, changes, similar};

/// Notes that the book has come into the shop.
pub(crate) async fn list(tx: &Tx, book: Id<Book>, published_at: Timestamp) -> db::Result<()> {
    tx.execute(sql!("update book_genres set published_at = $2 where book_id = $1", book, published_at))
        .await?;
    similar::want(tx, book).await?;
    changes::note_listed(tx, book).await?;
    move_by(tx, book, 1).await
}

/// Notes that the book leaves the shop; nothing happens where it was not in it.
pub(crate) async fn unlist(tx: &Tx, book: Id<Book>) -> db::Result<()> {
    let (published,): (i64,) =
        tx.one(sql!("select count(*) from books where id = $1 and status = 'published'", book)).await?;
    if published == 0 {
        return Ok(());
    }
    tx.execute(sql!("update book_genres set published_at = null where book_id = $1", book)).await?;
    changes::note_listed(tx, book).await?;
    move_by(tx, book, -1).await
}

async fn move_by(tx: &Tx, book: Id<Book>, by: i64) -> db::Result<()> {
    tx.execute_all([
        sql!(
            "update authors set book_count = book_count + $2
             where id in (select author_id from book_authors where book_id = $1)",
            book,
            by
        ),
        sql!(
            "update genres set book_count = book_count + $2
             where id in (select genre_id from book_genres where book_id = $1)",
            book,
            by
        ),
        sql!(
            "update publishers set book_count = book_count + $2
             where id = (select publisher_id from books where id = $1)",
            book,
            by
        ),
        sql!(
            "update series set book_count = book_count + $2 where id = (select series_id from books where id = $1)",
            book,
            by
        ),
    ])
    .await
}
