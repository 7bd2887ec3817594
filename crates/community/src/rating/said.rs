//! Ratings that may come late: the last word counts, by when it was said.

use catalogue::Book;
use db::{Db, Query as _, Tx, record, sql};
use kernel::{Id, Timestamp};
use web::UserId;

use super::{Value, give, take_back};

/// For how long a word is remembered, in seconds.
const REMEMBERED: i64 = 400 * 24 * 60 * 60;

record! {
    /// What somebody gives a book, and when they last said so.
    #[derive(Copy)]
    pub(crate) struct Said {
        /// In tenths of a star; `None` where they give it nothing.
        pub(crate) value: Option<i64>,
        /// `None` where nothing was said, or long ago.
        pub(crate) at: Option<Timestamp>,
    }
}

/// Remembers that something was said of a book now: first, since its row is the lock for what is done then.
pub(super) async fn remember(tx: &Tx, user: UserId, book: Id<Book>, now: Timestamp) -> db::Result<()> {
    tx.execute(sql!(
        "insert into rating_words (user_id, book_id, said_at) select $1, b.id, $3 from books b where b.id = $2
         on conflict (user_id, book_id) do update set said_at = excluded.said_at
         where rating_words.said_at < excluded.said_at",
        user,
        book,
        now
    ))
    .await?;
    tx.execute(sql!(
        "delete from rating_words where user_id = $1 and said_at < $2",
        user,
        now.plus_seconds(-REMEMBERED)
    ))
    .await
    .map(drop)
}

/// Works in a rating that may be older than the one there is, or that one was taken back. Answers what counts now; `None` where
/// there is no such book to be seen.
pub(crate) async fn say(
    db: &Db,
    user: UserId,
    (book, value): (Id<Book>, Option<Value>),
    at: Timestamp,
) -> db::Result<Option<Said>> {
    db.transaction(async |tx| {
        // Whoever comes first has the row, and the other one sees then what it says.
        let is_last = tx
            .execute(sql!(
                "insert into rating_words (user_id, book_id, said_at)
                 select $1, b.id, $3 from books b
                 where b.id = $2 and not exists (
                     select 1 from ratings r where r.user_id = $1 and r.book_id = b.id and r.updated_at >= $3)
                 on conflict (user_id, book_id) do update set said_at = excluded.said_at
                 where rating_words.said_at < excluded.said_at",
                user,
                book,
                at
            ))
            .await?
            > 0;
        let is_there = match value {
            Some(value) if is_last => give(&tx, user, (book, value), at).await?,
            None if is_last => take_back(&tx, user, book).await.map(|()| true)?,
            _ => true,
        };
        if !is_there {
            return Ok(None);
        }
        let said: Option<Said> = tx
            .optional(sql!(
                "select r.value, coalesce(w.said_at, r.updated_at) as at
                 from books b
                 left join rating_words w on w.user_id = $1 and w.book_id = b.id
                 left join ratings r on r.user_id = $1 and r.book_id = b.id
                 where b.id = $2",
                user,
                book
            ))
            .await?;
        Ok::<_, db::Error>(said)
    })
    .await
}
