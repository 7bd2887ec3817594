//! Lists of books that a reader keeps: what is the same of all of them, whatever they are for.

use catalogue::Book;
use db::{Db, Query, Statement};
use kernel::{Id, Timestamp};
use web::UserId;

use super::change;

/// The most books in one of a reader's lists: more than anybody keeps, so that nobody fills the database with one.
pub const MOST: i64 = 10_000;

/// What became of a book that was to be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// It is kept, since now or for longer.
    Yes,
    /// There is no such book to be seen.
    NoSuchBook,
    /// The list is full; see [`MOST`].
    Full,
}

/// One of the lists, by its statements; made by [`kept_in!`].
pub(crate) struct KeptIn {
    pub(super) add: fn(UserId, Id<Book>, Timestamp) -> Statement,
    pub(super) find: fn(UserId, Id<Book>) -> Statement,
    pub(super) count: fn(UserId) -> Statement,
    pub(super) remove: fn(UserId, Id<Book>) -> Statement,
    /// Remembers what was said last, and when; only of lists that can be changed offline.
    pub(super) remember: Option<Remember>,
}

/// Remembers whether a book was to be in a list, and when that was said.
type Remember = fn(UserId, Id<Book>, bool, Timestamp) -> Statement;

/// The list in a table with the columns `user_id`, `book_id` and `$at`, since when a book is kept. Further columns are
/// filled from the book `b`.
macro_rules! kept_in {
    ($table:literal, $at:literal) => {
        kept_in!($table, $at, "", "")
    };
    ($table:literal, $at:literal, $columns:literal, $of_book:literal) => {
        crate::keeping::kept::KeptIn {
            add: |user, book, now| {
                db::sql!(
                    concat!(
                        "insert into ",
                        $table,
                        " (user_id, book_id, ",
                        $at,
                        $columns,
                        ")
                         select u.id, b.id, $3",
                        $of_book,
                        " from users u, books b
                         where u.id = $1 and b.id = $2 and b.status = 'published'
                           and (select count(*) from ",
                        $table,
                        " where user_id = $1) < $4
                         on conflict (user_id, book_id) do nothing"
                    ),
                    user,
                    book,
                    now,
                    crate::keeping::kept::MOST
                )
            },
            find: |user, book| {
                db::sql!(
                    concat!("select book_id from ", $table, " where user_id = $1 and book_id = $2"),
                    user,
                    book
                )
            },
            count: |user| db::sql!(concat!("select count(*) from ", $table, " where user_id = $1"), user),
            remove: |user, book| {
                db::sql!(concat!("delete from ", $table, " where user_id = $1 and book_id = $2"), user, book)
            },
            remember: None,
        }
    };
}
pub(super) use kept_in;

impl KeptIn {
    /// The same list, of which the last word is remembered.
    pub(super) const fn remembering(self, remember: Remember) -> Self {
        Self { remember: Some(remember), ..self }
    }

    /// Keeps a book; one that is kept stays as it is.
    pub(super) async fn add(
        &self,
        db: &Db,
        user: UserId,
        book: Id<Book>,
        now: Timestamp,
    ) -> db::Result<Kept> {
        let word = || self.remember.map(|remember| remember(user, book, true, now));
        if change(db, user, || (self.add)(user, book, now), word).await? > 0 {
            return Ok(Kept::Yes);
        }
        let there: Option<(Id<Book>,)> = db.optional((self.find)(user, book)).await?;
        if there.is_none() && !Book::is_published(db, book).await? {
            return Ok(Kept::NoSuchBook);
        }
        let (kept,): (i64,) = db.one((self.count)(user)).await?;
        // Where there is room the book was kept, and let go since by somebody who asked at the same time.
        Ok(if there.is_none() && kept >= MOST { Kept::Full } else { Kept::Yes })
    }

    /// Keeps a book no more.
    pub(super) async fn remove(
        &self,
        db: &Db,
        user: UserId,
        book: Id<Book>,
        now: Timestamp,
    ) -> db::Result<()> {
        let word = || self.remember.map(|remember| remember(user, book, false, now));
        change(db, user, || (self.remove)(user, book), word).await.map(drop)
    }
}
