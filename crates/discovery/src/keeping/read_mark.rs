//! Books that a reader ticked off as read.

use catalogue::Book;
use db::{Db, Query, record, sql};
use kernel::{Id, Timestamp};
use web::UserId;

use super::matching::{book_matches, patterns};
use super::{At, Kept, MOST, Part, change};

record! {
    /// A book that a reader has read, by their own word.
    pub struct ReadMark {
        /// The book.
        pub book_id: Id<Book>,
        /// When they said so.
        pub read_at: Timestamp,
    }
}

impl ReadMark {
    /// Ticks a book off; one that is keeps its day.
    pub async fn add(db: &Db, user: UserId, book: Id<Book>, now: Timestamp) -> db::Result<Kept> {
        let entered = change(db, user, || {
            sql!(
                "insert into read_marks (user_id, book_id, read_at)
                 select u.id, b.id, $3 from users u, books b
                 where u.id = $1 and b.id = $2 and b.status = 'published'
                   and (select count(*) from read_marks where user_id = $1) < $4
                 on conflict (user_id, book_id) do nothing",
                user,
                book,
                now,
                MOST
            )
        })
        .await?;
        let is_there = entered > 0 || Self::is_there(db, user, book).await?;
        Kept::from_rows(db, entered, is_there, book).await
    }

    async fn is_there(db: &impl Query, user: UserId, book: Id<Book>) -> db::Result<bool> {
        let found: Option<(Id<Book>,)> = db
            .optional(sql!("select book_id from read_marks where user_id = $1 and book_id = $2", user, book))
            .await?;
        Ok(found.is_some())
    }

    /// Takes the tick away.
    pub async fn remove(db: &Db, user: UserId, book: Id<Book>) -> db::Result<()> {
        change(db, user, || sql!("delete from read_marks where user_id = $1 and book_id = $2", user, book))
            .await?;
        Ok(())
    }

    /// Takes all ticks of somebody away.
    pub async fn clear(db: &Db, user: UserId) -> db::Result<()> {
        change(db, user, || sql!("delete from read_marks where user_id = $1", user)).await?;
        Ok(())
    }

    /// A part of what somebody has read and can see, the latest first.
    pub async fn list(db: &impl Query, user: UserId, part: Part<'_>) -> db::Result<Vec<Self>> {
        let ((at, id), [first, second, third]) = (part.place(), patterns(part.q));
        db.all(sql!(
            concat!(
                "select m.book_id, m.read_at from read_marks m join books b on b.id = m.book_id
                 where m.user_id = $1 and (m.read_at, m.book_id) < ($2, $3) and b.status = 'published' and ",
                book_matches!(),
                " order by m.read_at desc, m.book_id desc limit $7"
            ),
            user,
            at,
            id,
            first,
            second,
            third,
            part.rows
        ))
        .await
    }

    /// Its place in the list.
    pub fn place(&self) -> At {
        At(self.read_at, self.book_id.get())
    }
}
