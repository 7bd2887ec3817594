//! *Not for me*: books that a reader does not want to be recommended.

use catalogue::Book;
use db::Db;
use kernel::{Id, Timestamp};
use web::UserId;

use super::Kept;
use super::kept::{KeptIn, kept_in};

/// What a reader does not want to be recommended.
#[derive(Debug, Clone, Copy)]
pub struct Dismissal;

impl Dismissal {
    pub(crate) const LIST: KeptIn = kept_in!("dismissals", "dismissed_at");

    /// Never recommends a book to somebody again, until that is undone.
    pub async fn add(db: &Db, user: UserId, book: Id<Book>, now: Timestamp) -> db::Result<Kept> {
        Self::LIST.add(db, user, book, now).await
    }

    /// Lets a book be recommended to somebody again.
    pub async fn remove(db: &Db, user: UserId, book: Id<Book>, now: Timestamp) -> db::Result<()> {
        Self::LIST.remove(db, user, book, now).await
    }
}
