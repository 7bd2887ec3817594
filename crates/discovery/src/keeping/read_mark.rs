//! Books that a reader ticked off as read.

use catalogue::Book;
use catalogue::book_matches;
use catalogue::matching::patterns;
use db::{Db, Query, Statement, record, sql};
use kernel::{Id, Timestamp};
use web::UserId;

use super::kept::{KeptIn, kept_in};
use super::{At, Kept, Part, change};

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
    pub(crate) const LIST: KeptIn = kept_in!("read_marks", "read_at");

    /// Ticks a book off; one that is keeps its day.
    pub async fn add(db: &Db, user: UserId, book: Id<Book>, now: Timestamp) -> db::Result<Kept> {
        Self::LIST.add(db, user, book, now).await
    }

    /// The statement that ticks a book off which somebody has read to its end here. Whoever executes it notes that their taste
    /// has changed.
    pub fn tick(user: UserId, book: Id<Book>, at: Timestamp) -> Statement {
        (Self::LIST.add)(user, book, at)
    }

    /// Takes the tick away.
    pub async fn remove(db: &Db, user: UserId, book: Id<Book>, now: Timestamp) -> db::Result<()> {
        Self::LIST.remove(db, user, book, now).await
    }

    /// Takes the tick away; answers since when it was there, if it was.
    pub async fn take(db: &Db, user: UserId, book: Id<Book>) -> db::Result<Option<Timestamp>> {
        db.transaction(async |tx| {
            let gone: Option<(Timestamp,)> = tx
                .optional(sql!(
                    "delete from read_marks where user_id = $1 and book_id = $2 returning read_at",
                    user,
                    book
                ))
                .await?;
            if gone.is_some() {
                accounts::taste_changed(&tx, user).await?;
            }
            Ok::<_, db::Error>(gone.map(|(at,)| at))
        })
        .await
    }

    /// Takes all ticks of somebody away.
    pub async fn clear(db: &Db, user: UserId) -> db::Result<()> {
        change(db, user, || sql!("delete from read_marks where user_id = $1", user), || None).await?;
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
