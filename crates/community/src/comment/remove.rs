//! Taking it back.

use db::{Db, Query as _, Tx, sql};
use kernel::Id;
use web::UserId;

use super::Comment;
use crate::State;
use crate::thread;

/// What became of a comment that was to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Removed {
    /// It is gone, or only its place is left, below which the replies stand.
    Yes,
    /// They have no such comment.
    NoSuchComment,
}

/// Deletes a comment of somebody's. While there are replies its place stays, without words or a name. While reports about
/// it are still to be looked at, moderators see them and what they say that it said: who deletes it does not escape them.
pub async fn remove(db: &Db, user: UserId, id: Id<Comment>) -> db::Result<Removed> {
    db.transaction(async |tx| {
        let found = thread::lock(&tx, id).await?;
        let Some(stands) = found.filter(|found| found.user_id == Some(user) && found.state != State::Deleted)
        else {
            return Ok(Removed::NoSuchComment);
        };
        empty(&tx, id).await?;
        prune(&tx, id).await?;
        thread::recount(&tx, &stands, State::Deleted).await?;
        Ok::<_, db::Error>(Removed::Yes)
    })
    .await
}

/// Leaves the place of a comment, and nothing of it but what moderators have yet to look at.
pub(crate) async fn empty(tx: &Tx, id: Id<Comment>) -> db::Result<()> {
    // First, since it locks the row: who likes it later finds nothing to like.
    tx.execute(sql!(
        "update comments set state = 'deleted', withdrawn_by = case when report_count > 0 then user_id end, user_id = null, words = '', words_hash = null, client_key = null, spoiler = false,
                written_at_percent = null, held_because = null, hidden_because = null, hidden_note = null,
                like_count = 0, report_count = case when user_id is null then 0 else report_count end,
                queue = case when report_count > 0 and user_id is not null then queue end,
                queued_at = case when report_count > 0 and user_id is not null then queued_at end, kept_at = null, edited_at = null
         where id = $1",
        id
    ))
    .await?;
    tx.execute(sql!("delete from comment_likes where comment_id = $1", id)).await?;
    tx.execute(sql!(
        "delete from comment_reports
         where comment_id in (select id from comments where id = $1 and withdrawn_by is null)",
        id
    ))
    .await
    .map(drop)
}

/// Removes an empty place below which nothing stands, and those above it that only stood for it. The thread is locked.
pub(crate) async fn prune(tx: &Tx, id: Id<Comment>) -> db::Result<()> {
    tx.execute(sql!(
        "with recursive gone (id, parent_id) as (
             select c.id, c.parent_id from comments c
             where c.id = $1 and c.state = 'deleted' and c.withdrawn_by is null and not exists (select 1 from comments r where r.parent_id = c.id)
             union all
             select c.id, c.parent_id from gone g join comments c on c.id = g.parent_id
             where c.state = 'deleted' and c.withdrawn_by is null
               and not exists (select 1 from comments r where r.parent_id = c.id and r.id <> g.id)
         )
         delete from comments where id in (select id from gone)",
        id
    ))
    .await
    .map(drop)
}
