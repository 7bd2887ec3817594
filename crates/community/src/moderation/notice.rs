//! What somebody is told that moderators did about their words.

use db::{Query, Tx, record, sql};
use kernel::{Id, Timestamp};
use web::UserId;

use super::Act;
use crate::{Comment, Reason};

record! {
    /// Something that was done about somebody's words.
    pub struct Notice {
        /// Its key.
        pub id: Id<Notice>,
        /// About which comment; `None` once that is gone.
        pub comment_id: Option<Id<Comment>>,
        /// What was done.
        pub act: Act,
        /// Why.
        pub reason: Option<Reason>,
        /// In the moderator's words; may be empty.
        pub note: String,
        /// The end of a suspension.
        pub until: Option<Timestamp>,
        /// When.
        pub created_at: Timestamp,
    }
}

impl Notice {
    /// Tells somebody.
    pub(super) async fn tell(tx: &Tx, user: UserId, notice: &Self) -> db::Result<()> {
        tx.execute(sql!(
            "insert into moderation_notices (user_id, comment_id, act, reason, note, until, created_at)
             values ($1, $2, $3, $4, $5, $6, $7)",
            user,
            notice.comment_id,
            notice.act,
            notice.reason,
            notice.note.as_str(),
            notice.until,
            notice.created_at
        ))
        .await
        .map(drop)
    }

    /// A part of what somebody was told, the latest first. `before` is the last one of the part before.
    pub async fn list(
        db: &impl Query,
        user: UserId,
        (before, rows): (Option<Id<Self>>, i64),
    ) -> db::Result<Vec<Self>> {
        db.all(sql!(
            "select id, comment_id, act, reason, note, until, created_at from moderation_notices
             where user_id = $1 and id < $2 order by id desc limit $3",
            user,
            before.map_or(i64::MAX, Id::get),
            rows
        ))
        .await
    }
}
