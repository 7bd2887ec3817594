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
        let new = tx
            .execute(sql!(
                "insert into comment_likes (user_id, comment_id, created_at)
                 select $1, c.id, $3 from comments c join books b on b.id = c.book_id
                 where c.id = $2 and c.state = 'visible' and c.user_id <> $1 and b.status = 'published'
                 on conflict (user_id, comment_id) do nothing",
                user,
                id,
                now
            ))
            .await?;
        if new > 0 {
            tx.execute(sql!("update comments set like_count = like_count + 1 where id = $1", id)).await?;
            return Ok(Liked::Yes);
        }
        let there: Option<(Option<UserId>,)> = tx
            .optional(sql!(
                "select c.user_id from comments c join books b on b.id = c.book_id
                 where c.id = $1 and c.state = 'visible' and b.status = 'published'",
                id
            ))
            .await?;
        Ok::<_, db::Error>(match there {
            None => Liked::NoSuchComment,
            Some((writer,)) if writer == Some(user) => Liked::Own,
            Some(_) => Liked::Yes,
        })
    })
    .await
}

/// Notes that somebody does not like a comment any more; of one that they did not like nothing changes.
pub async fn unlike(db: &Db, user: UserId, id: Id<Comment>) -> db::Result<()> {
    db.transaction(async |tx| {
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
