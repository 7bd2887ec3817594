//! What a moderator does about a comment or its writer.

use accounts::audit;
use catalogue::text_enum;
use db::{Db, Query as _, Tx, record, sql};
use kernel::{Id, Timestamp};
use serde_json::{Value, json};
use web::{Capability, Client, Identity, Role, UserId};

use super::Notice;
use crate::thread::{self, Stands};
use crate::{Comment, Reason, State};

const HOUR: i64 = 60 * 60;

text_enum! {
    /// What a moderator does.
    pub enum Act {
        /// Finds a comment good as it stands, and shows it where it was held; of a deleted one, has looked at it.
        Keep = "keep",
        /// Shows again what was hidden.
        Restore = "restore",
        /// Hides a comment from everybody but its writer.
        Hide = "hide",
        /// Marks a comment as giving the story away, and shows it where it was held.
        MarkSpoiler = "mark_spoiler",
        /// Warns the writer.
        Warn = "warn",
        /// Lets the writer read and not write for a time.
        Suspend = "suspend",
        /// Lets them write again.
        Reinstate = "reinstate",
    }
}

impl Act {
    /// Whether the writer has to be told why.
    pub const fn needs_reason(self) -> bool {
        matches!(self, Self::Hide | Self::Warn | Self::Suspend)
    }

    /// Whether it decides about the comment, which then waits no more; else it is about the writer.
    pub const fn is_about_comment(self) -> bool {
        matches!(self, Self::Keep | Self::Restore | Self::Hide | Self::MarkSpoiler)
    }

    /// Its name in the audit log.
    pub(super) const fn logged(self) -> &'static str {
        match self {
            Self::Keep => "comment.keep",
            Self::Restore => "comment.restore",
            Self::Hide => "comment.hide",
            Self::MarkSpoiler => "comment.mark_spoiler",
            Self::Warn => "user.warn",
            Self::Suspend => "user.suspend",
            Self::Reinstate => "user.reinstate",
        }
    }
}

/// What is to be done.
#[derive(Debug, Clone, Copy)]
pub struct Order<'a> {
    /// The act.
    pub act: Act,
    /// Why; told to the writer.
    pub reason: Option<Reason>,
    /// In the moderator's words, told to the writer as well; may be empty.
    pub note: &'a str,
    /// For how long a writer is suspended, in hours.
    pub hours: i64,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// It is done.
    Yes,
    /// There is no such comment, or nothing of it is left.
    NoSuchComment,
    /// It is the moderator's own.
    OnOneself,
    /// It is an admin's, about whom only admins decide.
    OnAdmin,
    /// The comment is not in a state in which that can be done: hidden or deleted already, or not hidden.
    WrongState,
}

record! {
    struct Writer {
        id: UserId,
        role: Role,
        suspended_until: Option<Timestamp>,
        suspension_reason: Option<Reason>,
    }

    struct Looks {
        spoiler: bool,
        hidden_because: Option<Reason>,
    }
}

/// Does something about a comment, on behalf of a moderator at a client.
pub async fn act(
    db: &Db,
    by: (&Identity, Client),
    id: Id<Comment>,
    order: Order<'_>,
    now: Timestamp,
) -> db::Result<Done> {
    db.transaction(async |tx| {
        let Some(stands) = thread::lock(&tx, id).await? else { return Ok(Done::NoSuchComment) };
        let Some(writer) = writer(&tx, stands.user_id.or(stands.withdrawn_by)).await? else {
            return Ok(Done::NoSuchComment);
        };
        if writer.id == by.0.user {
            return Ok(Done::OnOneself);
        }
        if writer.role.has(Capability::RunSite) && !by.0.can(Capability::RunSite) {
            return Ok(Done::OnAdmin);
        }
        let moderation = Moderation { tx: &tx, by, order, now };
        match order.act {
            Act::Keep | Act::MarkSpoiler | Act::Hide if stands.state == State::Hidden => Ok(Done::WrongState),
            Act::Restore if stands.state != State::Hidden => Ok(Done::WrongState),
            Act::MarkSpoiler | Act::Hide if stands.state == State::Deleted => Ok(Done::WrongState),
            Act::Keep if stands.state == State::Deleted => moderation.settle(&stands, State::Deleted).await,
            Act::Keep | Act::MarkSpoiler | Act::Restore => moderation.settle(&stands, State::Visible).await,
            Act::Hide => moderation.settle(&stands, State::Hidden).await,
            Act::Warn => {
                moderation.tell(&stands, &writer, None).await?;
                let nothing = json!({});
                let said = json!({ "reason": order.reason, "note": order.note, "comment": id });
                moderation.log(("user", writer.id.get()), (&nothing, &said)).await
            }
            Act::Suspend => {
                moderation.suspend(&stands, &writer, Some(now.plus_seconds(order.hours * HOUR))).await
            }
            Act::Reinstate => moderation.suspend(&stands, &writer, None).await,
        }
    })
    .await
}

async fn writer(tx: &Tx, user: Option<UserId>) -> db::Result<Option<Writer>> {
    tx.optional(sql!("select id, role, suspended_until, suspension_reason from users where id = $1", user))
        .await
}

/// An act in its transaction.
struct Moderation<'a> {
    tx: &'a Tx,
    by: (&'a Identity, Client),
    order: Order<'a>,
    now: Timestamp,
}

impl Moderation<'_> {
    /// Decides about a comment: its reports are closed, and it leaves the queue.
    async fn settle(&self, stands: &Stands, state: State) -> db::Result<Done> {
        let Order { act, reason, note, .. } = self.order;
        let before: Looks = self
            .tx
            .one(sql!("select spoiler, hidden_because from comments where id = $1", stands.id))
            .await?;
        let hidden_because = reason.filter(|_| state == State::Hidden);
        let spoiler = before.spoiler || act == Act::MarkSpoiler;
        self.tx
            .execute(sql!(
                "update comments set state = $2, spoiler = $3, spoiler_kept = (spoiler_kept or $7), hidden_because = $4, hidden_note = $5, held_because = null,
                        report_count = 0, queue = null, queued_at = null, kept_at = $6
                 where id = $1",
                stands.id,
                state,
                spoiler,
                hidden_because,
                hidden_because.map(|_| note),
                (state == State::Visible).then_some(self.now),
                act == Act::MarkSpoiler
            ))
            .await?;
        self.tx
            .execute(sql!(
                "update comment_reports set closed_at = $2 where comment_id = $1 and closed_at is null",
                stands.id,
                self.now
            ))
            .await?;
        // A comment that was seen all the time is none of its writer's worries.
        if let Some(user) = stands.user_id.filter(|_| act != Act::Keep || stands.state == State::Held) {
            Notice::tell(self.tx, user, &self.notice(stands.id, None)).await?;
        }
        let looked = |state: State, spoiler: bool, because: Option<Reason>| json!({ "state": state, "spoiler": spoiler, "hidden_because": because });
        let was = looked(stands.state, before.spoiler, before.hidden_because);
        let mut is = looked(state, spoiler, hidden_because);
        if hidden_because.is_some() {
            is["note"] = note.into();
        }
        self.log(("comment", stands.id.get()), (&was, &is)).await?;
        thread::recount(self.tx, stands, state).await?;
        Ok(Done::Yes)
    }

    /// Suspends the writer until then, or not any more.
    async fn suspend(&self, stands: &Stands, writer: &Writer, until: Option<Timestamp>) -> db::Result<Done> {
        let reason = self.order.reason.filter(|_| until.is_some());
        self.tx
            .execute(sql!(
                "update users set suspended_until = $2, suspension_reason = $3 where id = $1",
                writer.id,
                until,
                reason
            ))
            .await?;
        self.tell(stands, writer, until).await?;
        let was = json!({ "suspended_until": writer.suspended_until, "reason": writer.suspension_reason });
        let is = json!({ "suspended_until": until, "reason": reason, "note": self.order.note, "comment": stands.id });
        self.log(("user", writer.id.get()), (&was, &is)).await
    }

    async fn tell(&self, stands: &Stands, writer: &Writer, until: Option<Timestamp>) -> db::Result<()> {
        Notice::tell(self.tx, writer.id, &self.notice(stands.id, until)).await
    }

    fn notice(&self, comment: Id<Comment>, until: Option<Timestamp>) -> Notice {
        Notice {
            id: Id::new(0),
            comment_id: Some(comment),
            act: self.order.act,
            reason: self.order.reason,
            note: self.order.note.to_owned(),
            until,
            created_at: self.now,
        }
    }

    async fn log(
        &self,
        (subject_kind, subject_id): (&'static str, i64),
        (before, after): (&Value, &Value),
    ) -> db::Result<Done> {
        let entry = audit::Act { act: self.order.act.logged(), subject_kind, subject_id, before, after };
        audit::note(self.tx, self.by, entry, self.now).await?;
        Ok(Done::Yes)
    }
}
