//! The history of what a reader searched for: each text once, however it is written.

use catalogue::matching::patterns;
use db::{Db, Query, Statement, record, sql};
use kernel::{Id, Timestamp, fold};
use web::UserId;

use super::{At, Part};

/// How many searches of a reader are kept.
const MOST: i64 = 200;
/// No search is longer, in characters.
const LONGEST: usize = 200;

record! {
    /// A search of a reader.
    pub struct Search {
        /// The entry's key.
        pub id: Id<Search>,
        /// What was searched for, as it was written last.
        pub text: String,
        /// When it was searched for last.
        pub searched_at: Timestamp,
    }
}

/// The searches of readers.
#[derive(Debug)]
pub enum Searches {}

impl Searches {
    /// Writes a search down, unless the history is paused. A text that says nothing is passed over.
    pub async fn record(db: &Db, user: UserId, text: &str, now: Timestamp) -> db::Result<()> {
        enter(db, user, text, |text, folded| {
            sql!(
                "insert into searches (user_id, words, folded_words, searched_at)
                 select u.id, $2, $3, $4 from users u
                 where u.id = $1
                   and not exists (select 1 from histories where user_id = $1 and paused_at is not null)
                 on conflict (user_id, folded_words)
                 do update set words = excluded.words, searched_at = excluded.searched_at",
                user,
                text,
                folded,
                now
            )
        })
        .await
    }

    /// Puts a search back that was taken away, also while the history is paused. One made since stays.
    /// Answers the entry that there is now for that text.
    pub async fn put_back(
        db: &Db,
        user: UserId,
        text: &str,
        at: Timestamp,
    ) -> db::Result<Option<Id<Search>>> {
        enter(db, user, text, |text, folded| {
            sql!(
                "insert into searches (user_id, words, folded_words, searched_at)
                 select id, $2, $3, $4 from users where id = $1
                 on conflict (user_id, folded_words) do nothing",
                user,
                text,
                folded,
                at
            )
        })
        .await?;
        let there: Option<(Id<Search>,)> = db
            .optional(sql!(
                "select id from searches where user_id = $1 and folded_words = $2",
                user,
                fold(&shortened(text))
            ))
            .await?;
        Ok(there.map(|(id,)| id))
    }

    /// What somebody searched for last, the latest first.
    pub async fn recent(db: &impl Query, user: UserId, limit: i64) -> db::Result<Vec<Search>> {
        db.all(sql!(
            "select id, words as text, searched_at from searches where user_id = $1
             order by searched_at desc, id desc limit $2",
            user,
            limit
        ))
        .await
    }

    /// A part of what somebody searched for, the latest first.
    pub async fn list(db: &impl Query, user: UserId, part: Part<'_>) -> db::Result<Vec<Search>> {
        let ((at, id), [first, second, third]) = (part.place(), patterns(part.q));
        db.all(sql!(
            "select id, words as text, searched_at from searches
             where user_id = $1 and (searched_at, id) < ($2, $3)
               and (cast($4 as text) is null or folded_words like $4)
               and (cast($5 as text) is null or folded_words like $5)
               and (cast($6 as text) is null or folded_words like $6)
             order by searched_at desc, id desc limit $7",
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

    /// Takes one search of somebody away; answers what it was, if there was such a one.
    pub async fn remove(db: &Db, user: UserId, id: Id<Search>) -> db::Result<Option<Search>> {
        db.transaction(async |tx| {
            tx.optional(sql!(
                "delete from searches where id = $1 and user_id = $2 returning id, words as text, searched_at",
                id,
                user
            ))
            .await
        })
        .await
    }

    /// Takes all searches of somebody away.
    pub async fn clear(db: &impl Query, user: UserId) -> db::Result<()> {
        db.execute(sql!("delete from searches where user_id = $1", user)).await?;
        Ok(())
    }
}

impl Search {
    /// Its place in the list.
    pub fn place(&self) -> At {
        At(self.searched_at, self.id.get())
    }
}

/// As much of a text as is kept.
fn shortened(text: &str) -> String {
    text.trim().chars().take(LONGEST).collect()
}

/// Enters a text by a statement made of it and of its folded form, and keeps the latest of somebody's.
async fn enter(
    db: &Db,
    user: UserId,
    text: &str,
    statement: impl Fn(&str, &str) -> Statement,
) -> db::Result<()> {
    let text = shortened(text);
    let folded = fold(&text);
    if folded.is_empty() {
        return Ok(());
    }
    db.transaction(async |tx| {
        if tx.execute(statement(&text, &folded)).await? > 0 {
            tx.execute(sql!(
                "delete from searches where id in (
                     select id from searches where user_id = $1
                     order by searched_at desc, id desc limit 10 offset $2)",
                user,
                MOST
            ))
            .await?;
        }
        Ok::<_, db::Error>(())
    })
    .await
}
