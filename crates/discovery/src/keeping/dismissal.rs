//! *Not for me*: books that a reader does not want to be recommended.

use catalogue::Book;
use db::{Db, Query, sql};
use kernel::{Id, Timestamp};
use web::UserId;

use super::{Kept, MOST, change};

/// What a reader does not want to be recommended.
#[derive(Debug, Clone, Copy)]
pub struct Dismissal;

impl Dismissal {
    /// Never recommends a book to somebody again, until that is undone.
    pub async fn add(db: &Db, user: UserId, book: Id<Book>, now: Timestamp) -> db::Result<Kept> {
        let entered = change(db, user, || {
            sql!(
                "insert into dismissals (user_id, book_id, dismissed_at)
                 select u.id, b.id, $3 from users u, books b
                 where u.id = $1 and b.id = $2 and b.status = 'published'
                   and (select count(*) from dismissals where user_id = $1) < $4
                 on conflict (user_id, book_id) do nothing",
                user,
                book,
                now,
                MOST
            )
        })
        .await?;
        let there: Option<(Id<Book>,)> = db
            .optional(sql!("select book_id from dismissals where user_id = $1 and book_id = $2", user, book))
            .await?;
        Kept::from_rows(db, entered, there.is_some(), book).await
    }

    /// Lets a book be recommended to somebody again.
    pub async fn remove(db: &Db, user: UserId, book: Id<Book>) -> db::Result<()> {
        change(db, user, || sql!("delete from dismissals where user_id = $1 and book_id = $2", user, book))
            .await?;
        Ok(())
    }
}
