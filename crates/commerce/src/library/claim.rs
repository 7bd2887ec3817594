//! A free book is taken into the library by whoever wants it.

use catalogue::Book;
use db::{Db, Query as _, sql};
use kernel::{Id, Timestamp};
use web::UserId;

use super::{Source, grant, owns};

/// What became of a book that was to be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Claimed {
    /// It is in the library since now.
    New,
    /// It was there before.
    Before,
    /// It costs something.
    NotFree,
    /// There is no such book to be seen.
    NoSuchBook,
}

/// Takes a free book into somebody's library; one that is there stays, whatever it costs now.
pub async fn claim(db: &Db, user: UserId, book: Id<Book>, now: Timestamp) -> db::Result<Claimed> {
    db.transaction(async |tx| {
        if owns(&tx, user, book).await? {
            return Ok(Claimed::Before);
        }
        let price: Option<(Option<i64>,)> = tx
            .optional(sql!("select price_amount from books where id = $1 and status = 'published'", book))
            .await?;
        match price {
            None => Ok(Claimed::NoSuchBook),
            Some((Some(0),)) => {
                let new = grant(&tx, user, &[book], Source::Claimed, None, now).await?;
                // Somebody's other request may have been quicker.
                Ok(if new.is_empty() { Claimed::Before } else { Claimed::New })
            }
            Some(_) => Ok(Claimed::NotFree),
        }
    })
    .await
}

/// Whether somebody may take books at all: their address is verified.
pub(super) async fn may(db: &Db, user: UserId) -> db::Result<bool> {
    let found: Option<(UserId,)> =
        db.optional(sql!("select id from users where id = $1 and verified_at is not null", user)).await?;
    Ok(found.is_some())
}
