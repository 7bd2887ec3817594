//! Bookmarks: books to be read later.

use catalogue::Book;
use catalogue::book_matches;
use catalogue::matching::patterns;
use db::{Db, Query, record, sql};
use kernel::{Id, Timestamp};
use web::UserId;

use super::kept::{KeptIn, kept_in};
use super::{At, Kept, Part};

record! {
    /// A book that a reader keeps for later.
    pub struct Bookmark {
        /// The book.
        pub book_id: Id<Book>,
        /// Since when.
        pub created_at: Timestamp,
    }
}

impl Bookmark {
    pub(crate) const LIST: KeptIn = kept_in!("bookmarks", "created_at");

    /// Keeps a book for later; one that is kept keeps its day.
    pub async fn add(db: &Db, user: UserId, book: Id<Book>, now: Timestamp) -> db::Result<Kept> {
        Self::LIST.add(db, user, book, now).await
    }

    /// Keeps a book for later no more.
    pub async fn remove(db: &Db, user: UserId, book: Id<Book>, now: Timestamp) -> db::Result<()> {
        Self::LIST.remove(db, user, book, now).await
    }

    /// A part of what somebody keeps for later and can see, the latest first.
    pub async fn list(db: &impl Query, user: UserId, part: Part<'_>) -> db::Result<Vec<Self>> {
        let ((at, id), [first, second, third]) = (part.place(), patterns(part.q));
        db.all(sql!(
            concat!(
                "select m.book_id, m.created_at from bookmarks m join books b on b.id = m.book_id
                 where m.user_id = $1 and (m.created_at, m.book_id) < ($2, $3) and b.status = 'published' and ",
                book_matches!(),
                " order by m.created_at desc, m.book_id desc limit $7"
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
        At(self.created_at, self.book_id.get())
    }
}
