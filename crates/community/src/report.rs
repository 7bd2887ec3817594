//! Telling the moderators that something is wrong with a comment.

use db::{Db, Query as _, Tx, sql};
use kernel::{Id, Timestamp};
use web::UserId;

use crate::hold::{NEW, REPORTERS};
use crate::thread::{self, Stands};
use crate::{Comment, Reason, State};

/// The most characters of a note.
pub(crate) const NOTE_LONGEST: usize = 500;

/// What somebody finds wrong.
#[derive(Debug, Clone, Copy)]
pub struct Report<'a> {
    /// Which kind of thing it is.
    pub reason: Reason,
    /// In their own words; may be empty.
    pub note: &'a str,
}

/// What became of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reported {
    /// The moderators are told, now or since an earlier report of the same reader.
    Yes,
    /// It is their own.
    Own,
    /// There is no such comment to be seen.
    NoSuchComment,
}

/// Tells the moderators. Who told them is known to nobody else. Reports of several readers who are not new hold the
/// comment until a moderator has looked at it, unless one has already found it good as it stands. What a moderator has
/// looked at is not reported again by the same reader, unless its words have changed since.
pub async fn report(
    db: &Db,
    user: UserId,
    id: Id<Comment>,
    report: Report<'_>,
    now: Timestamp,
) -> db::Result<Reported> {
    db.transaction(async |tx| {
        let found = thread::lock(&tx, id).await?;
        let Some(stands) = found.filter(|found| found.state == State::Visible) else {
            return Ok(Reported::NoSuchComment);
        };
        if stands.user_id == Some(user) {
            return Ok(Reported::Own);
        }
        let new = tx
            .execute(sql!(
                "insert into comment_reports (comment_id, user_id, reason, note, words, of_standing, created_at)
                 select c.id, u.id, $3, $4, c.words, u.created_at <= $6, $5
                 from comments c join books b on b.id = c.book_id join users u on u.id = $2
                 where c.id = $1 and b.status = 'published'
                 on conflict (comment_id, user_id) do update
                 set reason = excluded.reason, note = excluded.note, words = excluded.words,
                     of_standing = excluded.of_standing, created_at = excluded.created_at, closed_at = null
                 where comment_reports.closed_at <= (select edited_at from comments where id = excluded.comment_id)",
                id,
                user,
                report.reason,
                report.note,
                now,
                now.plus_seconds(-NEW)
            ))
            .await?;
        if new > 0 {
            queue(&tx, &stands, now).await?;
            return Ok(Reported::Yes);
        }
        let there: Option<(Id<Comment>,)> = tx
            .optional(sql!(
                "select comment_id from comment_reports where comment_id = $1 and user_id = $2",
                id,
                user
            ))
            .await?;
        Ok::<_, db::Error>(if there.is_some() { Reported::Yes } else { Reported::NoSuchComment })
    })
    .await
}

/// Puts a comment into the moderators' queue, and holds it where enough readers find it wrong.
async fn queue(tx: &Tx, stands: &Stands, now: Timestamp) -> db::Result<()> {
    tx.execute(sql!(
        "update comments set report_count = report_count + 1, queue = 0, queued_at = coalesce(queued_at, $2) where id = $1",
        stands.id,
        now
    ))
    .await?;
    let held = tx
        .execute(sql!(
            "update comments set state = 'held', held_because = 'reports'
             where id = $1 and kept_at is null
               and (select count(*) from comment_reports
                    where comment_id = $1 and of_standing and closed_at is null) >= $2",
            stands.id,
            REPORTERS
        ))
        .await?;
    if held > 0 { thread::recount(tx, stands, State::Held).await } else { Ok(()) }
}
