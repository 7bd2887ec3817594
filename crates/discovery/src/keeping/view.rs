//! The history of what a reader looked at: one entry for each book and day.

use catalogue::Book;
use catalogue::book_matches;
use catalogue::matching::patterns;
use db::{Db, Query, Statement, Tx, record, sql};
use kernel::{Id, Timestamp};
use web::UserId;

use super::{At, Part};

record! {
    /// A book that a reader looked at on a day.
    pub struct View {
        /// The entry's key.
        pub id: Id<View>,
        /// The book.
        pub book_id: Id<Book>,
        /// When they looked at it last on that day.
        pub viewed_at: Timestamp,
    }
}

/// A look at the page of a book, not yet written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Look {
    /// Who looked.
    pub user: UserId,
    /// At which book.
    pub book: Id<Book>,
    /// When.
    pub at: Timestamp,
}

/// How many entries of a reader are kept.
const MOST: i64 = 2_000;
/// How many of the oldest entries go at once: more than the looks that are written down together.
const MOST_GONE: i64 = 1_000;
/// How many of the latest entries [`View::recent`] looks through.
const RECENT: i64 = 200;

impl View {
    /// Writes down looks, and keeps the newest 2,000 entries of those who looked. Looks of readers whose history is
    /// paused, or was cleared or resumed since, are thrown away, as are those of people and books that are gone.
    pub async fn record(tx: &Tx, looks: impl IntoIterator<Item = Look> + Send) -> db::Result<()> {
        let mut looks: Vec<Look> = looks.into_iter().collect();
        // Two nodes that write down the same entries do it in the same order, and do not wait for each other.
        looks.sort_unstable();
        let mut readers: Vec<UserId> = looks.iter().map(|look| look.user).collect();
        readers.dedup();
        tx.execute_all(looks.into_iter().map(entry)).await?;
        tx.execute_all(readers.into_iter().map(oldest_gone)).await
    }

    /// A part of what somebody looked at, the latest first.
    pub async fn list(db: &impl Query, user: UserId, part: Part<'_>) -> db::Result<Vec<Self>> {
        let ((at, id), [first, second, third]) = (part.place(), patterns(part.q));
        db.all(sql!(
            concat!(
                "select v.id, v.book_id, v.viewed_at from views v join books b on b.id = v.book_id
                 where v.user_id = $1 and (v.viewed_at, v.id) < ($2, $3) and b.status = 'published' and ",
                book_matches!(),
                " order by v.viewed_at desc, v.id desc limit $7"
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

    /// The books that somebody looked at last, the latest first, each once.
    pub async fn recent(db: &impl Query, user: UserId, limit: i64) -> db::Result<Vec<Id<Book>>> {
        let rows: Vec<(Id<Book>,)> = db
            .all(sql!(
                "select v.book_id from (
                     select book_id, viewed_at from views where user_id = $1
                     order by viewed_at desc, id desc limit $3
                 ) as v group by v.book_id order by max(v.viewed_at) desc, v.book_id desc limit $2",
                user,
                limit,
                RECENT
            ))
            .await?;
        Ok(rows.into_iter().map(|(id,)| id).collect())
    }

    /// Takes one entry of somebody away; answers what it was, if there was such a one.
    pub async fn remove(db: &Db, user: UserId, id: Id<Self>) -> db::Result<Option<Self>> {
        db.transaction(async |tx| {
            let gone: Option<Self> = tx
                .optional(sql!(
                    "delete from views where id = $1 and user_id = $2 returning id, book_id, viewed_at",
                    id,
                    user
                ))
                .await?;
            if gone.is_some() {
                accounts::taste_changed(&tx, user).await?;
            }
            Ok::<_, db::Error>(gone)
        })
        .await
    }

    /// Puts an entry back that was taken away, also while the history is paused; not one from before it was cleared.
    /// Answers the entry that there is now for that book and day.
    pub async fn put_back(
        db: &Db,
        user: UserId,
        book: Id<Book>,
        at: Timestamp,
    ) -> db::Result<Option<Id<Self>>> {
        db.transaction(async |tx| {
            let entered = tx.execute(put_back(Look { user, book, at })).await?;
            if entered > 0 {
                tx.execute(oldest_gone(user)).await?;
                accounts::taste_changed(&tx, user).await?;
            }
            let there: Option<(Id<Self>,)> = tx
                .optional(sql!(
                    "select id from views where user_id = $1 and book_id = $2 and day = $3",
                    user,
                    book,
                    i18n::day(at)
                ))
                .await?;
            Ok::<_, db::Error>(there.map(|(id,)| id))
        })
        .await
    }

    /// Takes all entries of somebody away, also those that are still to be written down.
    pub async fn clear(tx: &Tx, user: UserId, now: Timestamp) -> db::Result<()> {
        tx.execute(sql!(
            "insert into histories (user_id, cleared_at) values ($1, $2)
             on conflict (user_id) do update set cleared_at = excluded.cleared_at",
            user,
            now
        ))
        .await?;
        let gone = tx.execute(sql!("delete from views where user_id = $1", user)).await?;
        if gone > 0 {
            accounts::taste_changed(tx, user).await?;
        }
        Ok(())
    }

    /// Its place in the list.
    pub fn place(&self) -> At {
        At(self.viewed_at, self.id.get())
    }
}

fn entry(look: Look) -> Statement {
    sql!(
        "insert into views (user_id, book_id, day, viewed_at)
         select u.id, b.id, $3, $4 from users u, books b
         where u.id = $1 and b.id = $2
           and not exists (select 1 from histories h
                           where h.user_id = $1 and (h.paused_at is not null or h.cleared_at > $4 or h.resumed_at > $4))
         on conflict (user_id, book_id, day) do update set viewed_at = excluded.viewed_at
         where excluded.viewed_at > views.viewed_at",
        look.user,
        look.book,
        i18n::day(look.at),
        look.at
    )
}

fn put_back(look: Look) -> Statement {
    sql!(
        "insert into views (user_id, book_id, day, viewed_at)
         select u.id, b.id, $3, $4 from users u, books b
         where u.id = $1 and b.id = $2
           and not exists (select 1 from histories where user_id = $1 and cleared_at > $4)
         on conflict (user_id, book_id, day) do update set viewed_at = excluded.viewed_at
         where excluded.viewed_at > views.viewed_at",
        look.user,
        look.book,
        i18n::day(look.at),
        look.at
    )
}

fn oldest_gone(user: UserId) -> Statement {
    sql!(
        "delete from views where id in (
             select id from views where user_id = $1 order by viewed_at desc, id desc limit $3 offset $2)",
        user,
        MOST,
        MOST_GONE
    )
}
