//! Saying it otherwise.

use db::{Db, Query as _, Tx, sql};
use kernel::{Id, Timestamp};
use web::Identity;

use super::Comment;
use crate::State;
use crate::hold::Writer;
use crate::text::Text;
use crate::thread::{self, Stands};

/// A change of a comment; what is `None` stays as it is.
#[derive(Debug, Clone, Copy, Default)]
pub struct Change<'a> {
    /// Other words.
    pub text: Option<&'a Text>,
    /// Whether all of it gives the story away.
    pub spoiler: Option<bool>,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Changed {
    /// It says so now.
    Yes,
    /// They have no such comment.
    NoSuchComment,
    /// A moderator hid it, and it stays as it is.
    Hidden,
}

/// Changes a comment of somebody's. Other words are marked as such, and held where new ones would be.
pub async fn change(
    db: &Db,
    who: &Identity,
    id: Id<Comment>,
    change: Change<'_>,
    now: Timestamp,
) -> db::Result<Changed> {
    db.transaction(async |tx| {
        let found = thread::lock(&tx, id).await?;
        let Some(stands) = found.filter(|found| found.user_id == Some(who.user)) else {
            return Ok(Changed::NoSuchComment);
        };
        match stands.state {
            State::Visible | State::Held => {}
            State::Hidden => return Ok(Changed::Hidden),
            State::Deleted => return Ok(Changed::NoSuchComment),
        }
        if let Some(spoiler) = change.spoiler {
            tx.execute(sql!("update comments set spoiler = ($2 or spoiler_kept) where id = $1", id, spoiler))
                .await?;
        }
        if let Some(text) = change.text {
            reword(&tx, who, &stands, text, now).await?;
        }
        Ok::<_, db::Error>(Changed::Yes)
    })
    .await
}

async fn reword(tx: &Tx, who: &Identity, stands: &Stands, text: &Text, now: Timestamp) -> db::Result<()> {
    let writer = Writer::about(tx, who, (stands.book_id, text), Some(stands.id), now).await?;
    // What is held already stays so for the reason it had.
    let held = writer.holds(who, text, now).filter(|_| stands.state == State::Visible);
    let state = if held.is_some() { State::Held } else { stands.state };
    let changed = tx
        .execute(sql!(
            "update comments set words = $2, words_hash = $3, client_key = null, edited_at = $4, kept_at = null, state = $5,
                    held_because = coalesce($6, held_because), queue = coalesce(queue, $7),
                    queued_at = coalesce(queued_at, $8),
                    written_at_percent = case when $9 > coalesce(written_at_percent, -1.0)
                                              then $9 else written_at_percent end
             where id = $1 and words <> $2",
            stands.id,
            text.as_str(),
            text.hash(),
            now,
            state,
            held,
            held.map(|_| 1_i64),
            held.map(|_| now),
            writer.percent
        ))
        .await?;
    if changed > 0 { thread::recount(tx, stands, state).await } else { Ok(()) }
}
