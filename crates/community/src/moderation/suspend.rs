//! Admins suspend somebody from the talk, or end that, without a comment in their hands.

use accounts::audit;
use accounts::people::Whom;
use db::{Db, Query as _, record, sql};
use kernel::{Id, Timestamp};
use serde_json::json;
use web::{Client, Identity};

use super::{Act, Notice};
use crate::Reason;

/// What becomes of somebody.
#[derive(Debug, Clone, Copy)]
pub struct Suspension<'a> {
    /// Until when they read and do not write; `None`: they write again.
    pub until: Option<Timestamp>,
    /// Why; they are told.
    pub reason: Option<Reason>,
    /// In words that they are told as well; may be empty.
    pub note: &'a str,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Suspended {
    /// It is done.
    Yes,
    /// There is nobody with this key.
    NoSuchUser,
    /// It is their own account.
    OnOneself,
    /// Somebody else changed the account since it was looked at.
    Meanwhile,
}

record! {
    struct Before {
        suspended_until: Option<Timestamp>,
        suspension_reason: Option<Reason>,
        version: i64,
    }
}

/// Suspends somebody, on behalf of an admin at a client, or lets them write again. They are told.
pub async fn suspend(
    db: &Db,
    by: (&Identity, Client),
    (whom, suspension): (Whom, Suspension<'_>),
    now: Timestamp,
) -> db::Result<Suspended> {
    let Whom { user, version } = whom;
    if by.0.user == user {
        return Ok(Suspended::OnOneself);
    }
    let Suspension { until, reason, note } = suspension;
    let reason = reason.filter(|_| until.is_some());
    let act = if until.is_some() { Act::Suspend } else { Act::Reinstate };
    db.transaction(async |tx| {
        let before: Option<Before> = tx
            .optional(sql!("select suspended_until, suspension_reason, version from users where id = $1", user))
            .await?;
        let Some(before) = before else { return Ok(Suspended::NoSuchUser) };
        if version.is_some_and(|version| version != before.version) {
            return Ok(Suspended::Meanwhile);
        }
        tx.execute(sql!(
            "update users set suspended_until = $2, suspension_reason = $3, updated_at = $4, version = version + 1 where id = $1",
            user,
            until,
            reason,
            now
        ))
        .await?;
        let notice = Notice {
            id: Id::new(0),
            comment_id: None,
            act,
            reason,
            note: note.to_owned(),
            until,
            created_at: now,
        };
        Notice::tell(&tx, user, &notice).await?;
        let was = json!({ "suspended_until": before.suspended_until, "reason": before.suspension_reason });
        let is = json!({ "suspended_until": until, "reason": reason, "note": note });
        let entry = audit::Act {
            act: act.logged(),
            subject_kind: "user",
            subject_id: user.get(),
            before: &was,
            after: &is,
        };
        audit::note(&tx, by, entry, now).await?;
        Ok(Suspended::Yes)
    })
    .await
}
