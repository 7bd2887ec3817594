//! What changes the shape of a thread: one at a time, and the counts with it.

use catalogue::{Book, Comments};
use db::{Query as _, Tx, record, sql};
use kernel::Id;
use web::UserId;

use crate::{Comment, State};

record! {
    /// Where a comment stands, and whose it is.
    pub(crate) struct Stands {
        pub(crate) id: Id<Comment>,
        pub(crate) book_id: Id<Book>,
        pub(crate) parent_id: Option<Id<Comment>>,
        pub(crate) root_id: Option<Id<Comment>>,
        pub(crate) user_id: Option<UserId>,
        /// Who deleted it while moderators had yet to look at it.
        pub(crate) withdrawn_by: Option<UserId>,
        pub(crate) state: State,
    }
}

/// Locks the thread of a comment until the transaction ends, and answers where the comment stands then; `None` where there
/// is none.
///
/// Whatever makes a comment appear, go, or change its state asks this first. So no reply comes to a comment that goes, and
/// no two count the same one.
pub(crate) async fn lock(tx: &Tx, id: Id<Comment>) -> db::Result<Option<Stands>> {
    let stands = || {
        sql!(
            "select id, book_id, parent_id, root_id, user_id, withdrawn_by, state from comments where id = $1",
            id
        )
    };
    let Some(found): Option<Stands> = tx.optional(stands()).await? else { return Ok(None) };
    // The first comment of a thread is the same for ever. Changing nothing locks its row.
    tx.execute(sql!(
        "update comments set reply_count = reply_count where id = $1",
        found.root_id.unwrap_or(found.id)
    ))
    .await?;
    tx.optional(stands()).await
}

/// Counts a comment that can be seen now (1), or cannot any more (-1).
pub(crate) async fn count(tx: &Tx, comment: &Stands, by: i64) -> db::Result<()> {
    if let Some(root) = comment.root_id {
        tx.execute(sql!(
            "update comments set reply_count = reply_count + $3 where id in ($1, $2)",
            root,
            comment.parent_id,
            by
        ))
        .await?;
    }
    // The book is what most wait for, so its row is locked last.
    Comments::record(tx, comment.book_id, by).await
}

/// Counts what becomes of a comment that was in one state and is in another.
pub(crate) async fn recount(tx: &Tx, comment: &Stands, now: State) -> db::Result<()> {
    let by = i64::from(now == State::Visible) - i64::from(comment.state == State::Visible);
    if by == 0 { Ok(()) } else { count(tx, comment, by).await }
}
