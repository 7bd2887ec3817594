//! What admins do about somebody's library: give a book, allow more downloads of one, take a given book back. Each is one
//! transaction with its entry in the audit log.

use accounts::audit::{self, Actor};
use catalogue::Book;
use db::{Db, Query, Tx, record, sql};
use kernel::{Id, Timestamp};
use serde_json::{Value, json};
use web::UserId;

use super::{Source, grant};

record! {
    /// What an admin sees of a book in somebody's library.
    pub struct Given {
        /// The book.
        pub book_id: Id<Book>,
        /// How it came.
        pub source: Source,
        /// When.
        pub added_at: Timestamp,
        /// Downloads that an admin allows beside the usual ones.
        pub extra_downloads: i64,
    }

    /// The same with the book's title.
    pub struct Owned {
        /// The book.
        pub book_id: Id<Book>,
        /// Its title.
        pub title: String,
        /// How it came.
        pub source: Source,
        /// When.
        pub added_at: Timestamp,
        /// Downloads that an admin allows beside the usual ones.
        pub extra_downloads: i64,
    }

    struct Known {
        id: i64,
    }
}

impl Given {
    async fn find(db: &impl Query, user: UserId, book: Id<Book>) -> db::Result<Option<Self>> {
        db.optional(sql!(
            "select book_id, source, added_at, extra_downloads from library_entries where user_id = $1 and book_id = $2",
            user,
            book
        ))
        .await
    }

    fn logged(&self) -> Value {
        json!({ "book": self.book_id, "source": self.source, "extra_downloads": self.extra_downloads })
    }
}

impl Owned {
    /// A book of somebody; `None` where they do not have it.
    pub async fn find(db: &impl Query, user: UserId, book: Id<Book>) -> db::Result<Option<Self>> {
        db.optional(sql!(
            "select e.book_id, b.title, e.source, e.added_at, e.extra_downloads
             from library_entries e join books b on b.id = e.book_id where e.user_id = $1 and e.book_id = $2",
            user,
            book
        ))
        .await
    }

    /// The books of somebody, the latest first.
    pub async fn of(db: &impl Query, user: UserId, most: i64) -> db::Result<Vec<Self>> {
        db.all(sql!(
            "select e.book_id, b.title, e.source, e.added_at, e.extra_downloads
             from library_entries e join books b on b.id = e.book_id where e.user_id = $1
             order by e.added_at desc, e.book_id desc limit $2",
            user,
            most
        ))
        .await
    }
}

/// Who does it, in whose library, with which book.
#[derive(Debug, Clone, Copy)]
pub struct Shelf<'a> {
    /// The admin.
    pub by: Actor<'a>,
    /// Whose library.
    pub user: UserId,
    /// The book.
    pub book: Id<Book>,
}

/// Puts a book into the library, where it is not there, and says how many downloads beside the usual ones are allowed
/// (`None`: as many as before). `None` where there is no such reader or book; the flag tells whether it is new there.
pub async fn give(
    db: &Db,
    at: Shelf<'_>,
    extra_downloads: Option<i64>,
    now: Timestamp,
) -> db::Result<Option<(Given, bool)>> {
    db.transaction(async |tx| {
        if !is_known(&tx, at).await? {
            return Ok(None);
        }
        let before = Given::find(&tx, at.user, at.book).await?;
        grant(&tx, at.user, &[at.book], Source::Given, None, now).await?;
        if let Some(extra) = extra_downloads {
            tx.execute(sql!(
                "update library_entries set extra_downloads = $3 where user_id = $1 and book_id = $2",
                at.user,
                at.book,
                extra
            ))
            .await?;
        }
        let Some(after) = Given::find(&tx, at.user, at.book).await? else { return Ok(None) };
        let was = before.as_ref().map_or_else(|| json!({}), Given::logged);
        log(&tx, at, ("library.give", &was, &after.logged()), now).await?;
        Ok(Some((after, before.is_none())))
    })
    .await
}

/// What became of a book that was to be taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// It is in the library no more.
    Yes,
    /// It was not there.
    NotThere,
    /// It was paid for: a refund takes it back.
    Bought,
}

/// Takes a book back that was given, or taken for nothing.
pub async fn take(db: &Db, at: Shelf<'_>, now: Timestamp) -> db::Result<Taken> {
    db.transaction(async |tx| {
        let Some(before) = Given::find(&tx, at.user, at.book).await? else { return Ok(Taken::NotThere) };
        if before.source == Source::Bought {
            return Ok(Taken::Bought);
        }
        tx.execute(sql!("delete from library_entries where user_id = $1 and book_id = $2", at.user, at.book))
            .await?;
        accounts::taste_changed(&tx, at.user).await?;
        log(&tx, at, ("library.take", &before.logged(), &json!({})), now).await?;
        Ok(Taken::Yes)
    })
    .await
}

async fn is_known(tx: &Tx, at: Shelf<'_>) -> db::Result<bool> {
    let known: Option<Known> = tx
        .optional(sql!(
            "select u.id from users u, books b where u.id = $1 and b.id = $2 and b.status <> 'draft'",
            at.user,
            at.book
        ))
        .await?;
    Ok(known.is_some_and(|known| known.id == at.user.get()))
}

async fn log(
    tx: &Tx,
    at: Shelf<'_>,
    (act, before, after): (&'static str, &Value, &Value),
    now: Timestamp,
) -> db::Result<()> {
    let act = audit::Act { act, subject_kind: "user", subject_id: at.user.get(), before, after };
    audit::note(tx, at.by, act, now).await
}
