//! Files that owners save: at most so many in a month for each book, and addresses for programs that bring no credential.
//!
//! The limit is there to keep a library from becoming a lending desk, not to keep anybody from their book: it counts files
//! that begin to be sent, never what is read in the browser, asked after, or carried on.

use catalogue::{Book, Format};
use db::{Db, Query, record, sql};
use jobs::Registry;
use kernel::{Id, Random, Timestamp};
use web::{App, UserId};

use crate::secret;

/// How long a saved file counts, in seconds.
pub const WINDOW: i64 = 30 * 24 * 60 * 60;
/// How long an address is good, in seconds.
const LINK: i64 = 5 * 60;
/// How often what counts no more is thrown away.
const TIDY: std::time::Duration = std::time::Duration::from_hours(1);

/// Whether another file may be saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Allowed {
    /// It may.
    Yes,
    /// Not before this moment.
    From(Timestamp),
}

/// Whether somebody may save another file of a book, of `most` within [`WINDOW`] beside those that an admin allowed.
pub async fn allowed(
    db: &impl Query,
    user: UserId,
    (book, most): (Id<Book>, u32),
    now: Timestamp,
) -> db::Result<Allowed> {
    let since = now.plus_seconds(-WINDOW);
    let oldest: Option<(Timestamp,)> = db
        .optional(sql!(
            "select downloaded_at from downloads where user_id = $1 and book_id = $2 and downloaded_at > $3
             order by downloaded_at desc limit 1 offset $4 + coalesce(
                 (select extra_downloads from library_entries where user_id = $1 and book_id = $2), 0)",
            user,
            book,
            since,
            i64::from(most) - 1
        ))
        .await?;
    Ok(oldest.map_or(Allowed::Yes, |(at,)| Allowed::From(at.plus_seconds(WINDOW))))
}

/// Counts a file that begins to be sent, unless the limit is reached: of those asked for at once none is too many.
pub async fn count(
    db: &Db,
    user: UserId,
    (book, format, most): (Id<Book>, Format, u32),
    now: Timestamp,
) -> db::Result<Allowed> {
    db.transaction(async |tx| {
        // Whoever counts for an entry waits here for the others.
        tx.execute(sql!(
            "update library_entries set source = source where user_id = $1 and book_id = $2",
            user,
            book
        ))
        .await?;
        let allowed = allowed(&tx, user, (book, most), now).await?;
        if allowed == Allowed::Yes {
            tx.execute(sql!(
                "insert into downloads (user_id, book_id, format, downloaded_at)
                 select user_id, book_id, $3, $4 from library_entries where user_id = $1 and book_id = $2",
                user,
                book,
                format,
                now
            ))
            .await?;
        }
        Ok(allowed)
    })
    .await
}

/// The secret of an address under which a file can be fetched, and until when.
#[derive(Debug, Clone)]
pub struct Link {
    /// What the address says; only its hash is kept.
    pub token: String,
    /// The end.
    pub expires_at: Timestamp,
}

impl Link {
    /// Makes one, for an owner and a file; `None` for who does not own the book.
    pub async fn make(
        db: &Db,
        random: &Random,
        (user, book, format): (UserId, Id<Book>, Format),
        now: Timestamp,
    ) -> db::Result<Option<Self>> {
        let link = Self { token: secret::draw(random), expires_at: now.plus_seconds(LINK) };
        let made = db
            .execute(sql!(
                "insert into download_links (token_hash, user_id, book_id, format, expires_at)
                 select $4, user_id, book_id, $3, $5 from library_entries where user_id = $1 and book_id = $2",
                user,
                book,
                format,
                secret::hash(&link.token),
                link.expires_at
            ))
            .await?;
        Ok((made > 0).then_some(link))
    }

    /// Whose the address is with this secret, where it is good for this file now.
    pub async fn owner(
        db: &impl Query,
        token: &str,
        (book, format): (Id<Book>, Format),
        now: Timestamp,
    ) -> db::Result<Option<UserId>> {
        let owner: Option<Owner> = db
            .optional(sql!(
                "select user_id from download_links
                 where token_hash = $1 and book_id = $2 and format = $3 and expires_at > $4",
                secret::hash(token),
                book,
                format,
                now
            ))
            .await?;
        Ok(owner.map(|owner| owner.user_id))
    }
}

record! {
    struct Owner {
        user_id: UserId,
    }
}

/// Throws away what counts no more.
pub(crate) fn jobs() -> Registry<App> {
    Registry::new().every("commerce.downloads", TIDY, async |app: App| {
        let now = app.clock.now();
        app.db.execute(sql!("delete from download_links where expires_at <= $1", now)).await?;
        let since = now.plus_seconds(-WINDOW);
        app.db.execute(sql!("delete from downloads where downloaded_at <= $1", since)).await?;
        Ok(())
    })
}
