//! What becomes of somebody's talk when their account is deleted: ratings, likes and reports go; comments go as well, and
//! where there are replies their place stays, without words or a name. The counts move with them.

use catalogue::Ratings;
use db::{Query as _, Tx, list, sql};
use futures::future::BoxFuture;
use kernel::{Id, Timestamp};
use web::UserId;

use crate::Comment;

/// How many comments are changed with one statement.
const AT_ONCE: usize = 500;

/// For [`accounts::Extras::on_delete`].
pub(crate) fn forget(tx: &Tx, user: UserId, _now: Timestamp) -> BoxFuture<'_, db::Result<()>> {
    Box::pin(async move {
        let threads: Vec<(Id<Comment>,)> = tx
            .all(sql!(
                "select distinct coalesce(root_id, id) as thread from comments where user_id = $1 or withdrawn_by = $1
                 order by thread",
                user
            ))
            .await?;
        let threads: Vec<Id<Comment>> = threads.into_iter().map(|(id,)| id).collect();
        for some in threads.chunks(AT_ONCE) {
            // Locks them, as whoever changes a thread does.
            tx.execute(sql!(
                "update comments set reply_count = reply_count where id in ($1…)",
                list(some.iter().copied())
            ))
            .await?;
        }
        likes(tx, user).await?;
        reports(tx, user).await?;
        comments(tx, user).await?;
        for some in threads.chunks(AT_ONCE) {
            prune(tx, some).await?;
        }
        Ratings::forget(tx, user).await
    })
}

async fn likes(tx: &Tx, user: UserId) -> db::Result<()> {
    let liked: Vec<(Id<Comment>,)> =
        tx.all(sql!("delete from comment_likes where user_id = $1 returning comment_id", user)).await?;
    for some in liked.chunks(AT_ONCE) {
        tx.execute(sql!(
            "update comments set like_count = like_count - 1 where id in ($1…)",
            list(some.iter().map(|(id,)| *id))
        ))
        .await?;
    }
    Ok(())
}

async fn reports(tx: &Tx, user: UserId) -> db::Result<()> {
    tx.execute(sql!(
        "update comments set report_count = report_count - 1
         where id in (select comment_id from comment_reports where user_id = $1 and closed_at is null)",
        user
    ))
    .await?;
    tx.execute(sql!("delete from comment_reports where user_id = $1", user)).await?;
    tx.execute(sql!(
        "delete from comment_reports
         where comment_id in (select id from comments where user_id = $1 or withdrawn_by = $1)",
        user
    ))
    .await
    .map(drop)
}

/// Leaves the places of somebody's comments, and counts those that could be seen no more.
async fn comments(tx: &Tx, user: UserId) -> db::Result<()> {
    // Locks them: who likes one of them later finds nothing to like.
    tx.execute(sql!("update comments set like_count = 0 where user_id = $1", user)).await?;
    tx.execute(sql!(
        "update comments set reply_count = reply_count - (
             select count(*) from comments own
             where own.user_id = $1 and own.state = 'visible'
               and (own.root_id = comments.id or (own.parent_id = comments.id and own.root_id <> comments.id)))
         where id in (select root_id from comments where user_id = $1
                      union select parent_id from comments where user_id = $1)",
        user
    ))
    .await?;
    tx.execute(sql!(
        "update books set comment_count = comment_count - (
             select count(*) from comments own
             where own.user_id = $1 and own.state = 'visible' and own.book_id = books.id)
         where id in (select book_id from comments where user_id = $1)",
        user
    ))
    .await?;
    tx.execute(sql!(
        "delete from comment_likes where comment_id in (select id from comments where user_id = $1)",
        user
    ))
    .await?;
    tx.execute(sql!(
        "update comments set state = 'deleted', user_id = null, withdrawn_by = null, words = '', words_hash = null, client_key = null, spoiler = false,
                written_at_percent = null, held_because = null, hidden_because = null, hidden_note = null,
                like_count = 0, report_count = 0, queue = null, queued_at = null, kept_at = null, edited_at = null
         where user_id = $1 or withdrawn_by = $1",
        user
    ))
    .await
    .map(drop)
}

/// Removes the empty places of some threads below which nothing is left.
async fn prune(tx: &Tx, threads: &[Id<Comment>]) -> db::Result<()> {
    tx.execute(sql!(
        "with recursive thread (id, parent_id, is_empty) as (
             select id, parent_id, state = 'deleted' and withdrawn_by is null from comments where id in ($1…)
             union all select id, parent_id, state = 'deleted' and withdrawn_by is null from comments where root_id in ($1…)
         ), kept (id, parent_id) as (
             select id, parent_id from thread where not is_empty
             union select above.id, above.parent_id from kept join comments above on above.id = kept.parent_id
         )
         delete from comments where id in (select id from thread where id not in (select id from kept))",
        list(threads.iter().copied())
    ))
    .await
    .map(drop)
}
