//! Counts everything anew, and puts right what is not as it was counted along the way. That nothing ever is wrong is what
//! tests are for; this tells an operator when something is.

use catalogue::Book;
use db::{Db, Query as _, Tx, sql};
use jobs::Registry;
use kernel::Id;
use std::time::Duration;
use web::App;

use crate::Comment;
use crate::State;
use crate::comment::prune;
use crate::thread;

/// Books, or comments, that are looked at with one statement.
const AT_ONCE: i64 = 500;
/// How often.
const PERIOD: Duration = Duration::from_hours(24);

/// What was not as it was counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Drift {
    /// Books whose ratings or comments were counted wrong.
    pub books: u64,
    /// Comments whose likes or replies were.
    pub comments: u64,
    /// Comments that were written while their account was deleted, and are gone now.
    pub orphans: u64,
}

/// What is done at intervals.
pub(crate) fn jobs() -> Registry<App> {
    Registry::new().every("community.recount", PERIOD, async |app: App| {
        let drift = recount(&app.db).await?;
        if drift != Drift::default() {
            tracing::warn!(
                drift.books,
                drift.comments,
                drift.orphans,
                "Counted ratings, comments and likes anew: some counts were wrong, and are right now"
            );
        }
        Ok(())
    })
}

/// Counts all ratings, comments, likes and replies anew.
pub async fn recount(db: &Db) -> db::Result<Drift> {
    let orphans = orphans(db).await?;
    Ok(Drift { orphans, books: books(db).await?, comments: comments(db).await? })
}

/// What the columns of the book `b` ought to be, in their order.
macro_rules! of_book {
    ($($place:literal),+) => {
        concat!(
            "(select count(*) from ratings r where r.book_id = b.id),
             (select coalesce(cast(sum(r.value) as bigint), 0) from ratings r where r.book_id = b.id),
             (select case when count(*) = 0 then 0
                          else (cast(sum(r.value) as bigint) + 350) * 1000000 / (count(*) + 10) end
              from ratings r where r.book_id = b.id),
             (select count(*) from comments c where c.book_id = b.id and c.state = 'visible')",
            $(", (select count(*) from ratings r where r.book_id = b.id and (r.value + 2) / 5 = ", $place, ")"),+
        )
    };
    () => { of_book!("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10") };
}

/// The columns themselves.
macro_rules! book_counts {
    () => {
        "rating_count, rating_sum, rating_score, comment_count, rated_0, rated_1, rated_2, rated_3, rated_4, rated_5, \
         rated_6, rated_7, rated_8, rated_9, rated_10"
    };
}

async fn books(db: &Db) -> db::Result<u64> {
    let (mut after, mut wrong) = (0, 0);
    loop {
        // One statement sees one state of the database, in which counts and rows belong together.
        let seen: Vec<(Id<Book>, bool)> = db
            .all(
                sql!(
                    concat!(
                        "select b.id, (",
                        book_counts!(),
                        ") <> (",
                        of_book!(),
                        ") as wrong from books b where b.id > $1 order by b.id limit $2"
                    ),
                    after,
                    AT_ONCE
                )
                .long(),
            )
            .await?;
        let Some((last, _)) = seen.last() else { return Ok(wrong) };
        after = last.get();
        for (book, _) in seen.into_iter().filter(|(_, wrong)| *wrong) {
            db.transaction(async |tx| count_book(&tx, book).await).await?;
            wrong += 1;
        }
    }
}

async fn count_book(tx: &Tx, book: Id<Book>) -> db::Result<()> {
    // Locked first: whoever changes what is counted has either moved the count already, or waits here to do so.
    tx.execute(sql!("update books set rating_count = rating_count where id = $1", book)).await?;
    tx.execute(sql!(
        concat!(
            "update books set (",
            book_counts!(),
            ") = (select ",
            of_book!(),
            " from books b where b.id = $1) where id = $1"
        ),
        book
    ))
    .await?;
    catalogue::changes::note(tx, book).await
}

/// What a comment's counts ought to be, in their order.
macro_rules! of_comment {
    () => {
        "(select count(*) from comment_likes l where l.comment_id = c.id),
         (select count(*) from comments r where r.state = 'visible'
            and ((c.root_id is null and r.root_id = c.id) or (c.root_id is not null and r.parent_id = c.id)))"
    };
}

async fn comments(db: &Db) -> db::Result<u64> {
    let (mut after, mut wrong) = (0, 0);
    loop {
        let seen: Vec<(Id<Comment>, bool)> = db
            .all(
                sql!(
                    concat!(
                        "select c.id, (c.like_count, c.reply_count) <> (",
                        of_comment!(),
                        ") as wrong from comments c where c.id > $1 order by c.id limit $2"
                    ),
                    after,
                    AT_ONCE
                )
                .long(),
            )
            .await?;
        let Some((last, _)) = seen.last() else { return Ok(wrong) };
        after = last.get();
        for (comment, _) in seen.into_iter().filter(|(_, wrong)| *wrong) {
            db.transaction(async |tx| count_comment(&tx, comment).await).await?;
            wrong += 1;
        }
    }
}

async fn count_comment(tx: &Tx, comment: Id<Comment>) -> db::Result<()> {
    if thread::lock(tx, comment).await?.is_none() {
        return Ok(());
    }
    tx.execute(sql!("update comments set like_count = like_count where id = $1", comment)).await?;
    tx.execute(sql!(
        concat!(
            "update comments set (like_count, reply_count) = (select ",
            of_comment!(),
            " from comments c where c.id = $1) where id = $1"
        ),
        comment
    ))
    .await
    .map(drop)
}

/// Comments without a writer that are not deleted: they came while the account went.
async fn orphans(db: &Db) -> db::Result<u64> {
    let found: Vec<(Id<Comment>,)> = db
        .all(sql!(
            "select id from comments where user_id is null and state <> 'deleted' order by id limit $1",
            AT_ONCE
        ))
        .await?;
    let ids: Vec<_> = found.into_iter().map(|(id,)| id).collect();
    for id in &ids {
        db.transaction(async |tx| bury(&tx, *id).await).await?;
    }
    Ok(u64::try_from(ids.len()).unwrap_or_default())
}

async fn bury(tx: &Tx, id: Id<Comment>) -> db::Result<()> {
    let Some(stands) = thread::lock(tx, id).await? else { return Ok(()) };
    if stands.user_id.is_none() && stands.state != State::Deleted {
        crate::comment::empty(tx, id).await?;
        thread::recount(tx, &stands, State::Deleted).await?;
        prune(tx, id).await?;
    }
    Ok(())
}
