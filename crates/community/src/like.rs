//! Liking what somebody said.

use db::{Db, Query as _, sql};
use kernel::{Id, Timestamp};
use web::UserId;

use crate::Comment;

/// What became of a like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Liked {
    /// They like it, since now or for longer.
    Yes,
    /// It is their own.
    Own,
    /// There is no such comment to be seen.
    NoSuchComment,
}

/// Notes that somebody likes a comment.
pub async fn like(db: &Db, user: UserId, id: Id<Comment>, now: Timestamp) -> db::Result<Liked> {
    db.transaction(async |tx| {
        // Changing nothing locks the row: it does not go before the like is counted.
        let there: Option<(Option<UserId>,)> = tx
            .optional(sql!(
                "update comments set like_count = like_count
                 where id = $1 and state = 'visible' and book_id in (select id from books where status = 'published')
                 returning user_id",
                id
            ))
            .await?;
        let Some((writer,)) = there else { return Ok(Liked::NoSuchComment) };
        if writer == Some(user) {
            return Ok(Liked::Own);
        }
        let new = tx
            .execute(sql!(
                "insert into comment_likes (user_id, comment_id, created_at) values ($1, $2, $3)
                 on conflict (user_id, comment_id) do nothing",
                user,
                id,
                now
            ))
            .await?;
        if new > 0 {
            tx.execute(sql!("update comments set like_count = like_count + 1 where id = $1", id)).await?;
        }
        Ok::<_, db::Error>(Liked::Yes)
    })
    .await
}

/// Notes that somebody does not like a comment any more; of one that they did not like nothing changes.
pub async fn unlike(db: &Db, user: UserId, id: Id<Comment>) -> db::Result<()> {
    db.transaction(async |tx| {
        tx.execute(sql!("update comments set like_count = like_count where id = $1", id)).await?;
        let gone = tx
            .execute(sql!("delete from comment_likes where user_id = $1 and comment_id = $2", user, id))
            .await?;
        if gone > 0 {
            tx.execute(sql!("update comments set like_count = like_count - 1 where id = $1", id)).await?;
        }
        Ok::<_, db::Error>(())
    })
    .await
}
