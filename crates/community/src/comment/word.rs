//! Comments that were written offline: each is posted once, by the name that its device gave it, however often it is sent.

use db::{Db, Query as _, Tx, record, sql};
use kernel::{Id, Timestamp};
use web::{Identity, UserId};

use super::{Comment, Draft};
use crate::State;
use crate::text::Text;

/// For how long a name is remembered, in seconds.
const REMEMBERED: i64 = 400 * 24 * 60 * 60;

record! {
    /// A comment that arrived under a name before.
    pub(crate) struct Word {
        /// Its key.
        pub(crate) comment_id: Id<Comment>,
        said_at: Timestamp,
        state: Option<State>,
        words_hash: Option<String>,
        spoiler: Option<bool>,
        edited_at: Option<Timestamp>,
    }
}

impl Word {
    /// What arrived under a name.
    pub(crate) async fn find(db: &Db, user: UserId, name: &str) -> db::Result<Option<Self>> {
        db.optional(sql!(
            "select w.comment_id, w.said_at, c.state, c.words_hash, c.spoiler, c.edited_at
             from comment_words w left join comments c on c.id = w.comment_id
             where w.user_id = $1 and w.client_key = $2",
            user,
            name
        ))
        .await
    }

    /// What was posted online under the name of this draft, with whatever words: nobody may have heard that it arrived.
    pub(crate) async fn posted(db: &Db, user: UserId, draft: Draft<'_>) -> db::Result<Option<Self>> {
        let Some(name) = draft.key() else { return Ok(None) };
        db.optional(sql!(
            "select id comment_id, created_at said_at, state, words_hash, spoiler, edited_at
             from comments where user_id = $1 and client_key = $2 order by id desc limit 1",
            user,
            name
        ))
        .await
    }

    /// Whether the comment is gone.
    pub(crate) fn is_gone(&self) -> bool {
        self.state.is_none_or(|state| state == State::Deleted)
    }

    /// Whether it says this already.
    pub(crate) fn says(&self, text: &Text, spoiler: bool) -> bool {
        self.words_hash.as_deref() == Some(text.hash().as_str()) && self.spoiler == Some(spoiler)
    }

    /// Whether something written then is later than what it says.
    pub(crate) fn is_before(&self, at: Timestamp) -> bool {
        self.said_at < at && self.edited_at.is_none_or(|edited| edited < at)
    }

    /// Remembers when the words were written that it says now.
    pub(crate) async fn said(db: &Db, user: UserId, name: &str, at: Timestamp) -> db::Result<()> {
        db.execute(sql!(
            "update comment_words set said_at = $3 where user_id = $1 and client_key = $2 and said_at < $3",
            user,
            name,
            at
        ))
        .await
        .map(drop)
    }
}

/// Remembers the name of a comment that was written offline.
pub(super) async fn remember(tx: &Tx, who: &Identity, draft: Draft<'_>, id: Id<Comment>) -> db::Result<()> {
    let (Some(name), Some(at)) = (draft.key, draft.written_at) else { return Ok(()) };
    tx.execute(sql!(
        "delete from comment_words where user_id = $1 and said_at < $2",
        who.user,
        at.plus_seconds(-REMEMBERED)
    ))
    .await?;
    tx.execute(sql!(
        "insert into comment_words (user_id, client_key, comment_id, said_at) values ($1, $2, $3, $4)
         on conflict (user_id, client_key) do nothing",
        who.user,
        name,
        id,
        at
    ))
    .await
    .map(drop)
}
