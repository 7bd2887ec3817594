//! What admins do about accounts. Each act is one transaction with its entry in the audit log.

use db::{Db, Query as _, Tx, sql};
use kernel::{Id, Timestamp};
use serde_json::{Value, json};
use web::{App, Role, Session, UserId};

use super::Person;
use crate::audit::{self, Act, Actor};
use crate::email::Email;
use crate::mails::{ResetMail, VerificationMail};
use crate::removal::is_only_admin;
use crate::session;

/// What became of an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Acted {
    /// It is done, or was so already.
    Yes,
    /// There is nobody, or nothing, with this key.
    NoSuch,
    /// It is their own account.
    OnOneself,
    /// Nobody would be left who can run the shop.
    LastAdmin,
    /// There is nothing to be sent.
    Nothing,
    /// Somebody else changed the account since it was looked at.
    Meanwhile,
}

/// Whose account is changed.
#[derive(Debug, Clone, Copy)]
pub struct Whom {
    /// Whose.
    pub user: UserId,
    /// The version that it has to have still; `None` for any.
    pub version: Option<i64>,
}

impl From<UserId> for Whom {
    fn from(user: UserId) -> Self {
        Self { user, version: None }
    }
}

/// Gives somebody another role. They have to sign in anew: what they may do is decided then.
pub async fn set_role(
    db: &Db,
    by: Actor<'_>,
    (whom, role): (Whom, Role),
    now: Timestamp,
) -> db::Result<Acted> {
    let user = whom.user;
    db.transaction(async |tx| {
        let before = match may_change(&tx, by, whom).await? {
            Ok(person) => person,
            Err(why) => return Ok(why),
        };
        if before.role == role {
            return Ok(Acted::Yes);
        }
        tx.execute(sql!(
            "update users set role = $2, updated_at = $3, version = version + 1 where id = $1",
            user,
            role,
            now
        ))
        .await?;
        session::end_all(&tx, user).await?;
        let (was, is) = (json!({ "role": before.role }), json!({ "role": role }));
        note(&tx, by, ("user.role", user), (&was, &is), now).await
    })
    .await
}

/// Closes an account: its sessions end, and nobody can sign in to it. Whoever knows its password is told why.
pub async fn close(
    db: &Db,
    by: Actor<'_>,
    (whom, reason): (Whom, &str),
    now: Timestamp,
) -> db::Result<Acted> {
    let user = whom.user;
    db.transaction(async |tx| {
        if let Err(why) = may_change(&tx, by, whom).await? {
            return Ok(why);
        }
        let closed = tx
            .execute(sql!(
                "update users set closed_at = $2, closed_reason = $3, updated_at = $2, version = version + 1
                 where id = $1 and closed_at is null",
                user,
                now,
                reason
            ))
            .await?;
        if closed == 0 {
            return Ok(Acted::Yes);
        }
        session::end_all(&tx, user).await?;
        let (was, is) = (json!({ "closed": false }), json!({ "closed": true, "why": reason }));
        note(&tx, by, ("user.close", user), (&was, &is), now).await
    })
    .await
}

/// Opens it again.
pub async fn reopen(db: &Db, by: Actor<'_>, whom: Whom, now: Timestamp) -> db::Result<Acted> {
    let user = whom.user;
    db.transaction(async |tx| {
        if let Err(why) = may_change(&tx, by, whom).await? {
            return Ok(why);
        }
        let opened = tx
            .execute(sql!(
                "update users set closed_at = null, closed_reason = null, updated_at = $2, version = version + 1
                 where id = $1 and closed_at is not null",
                user,
                now
            ))
            .await?;
        if opened == 0 {
            return Ok(Acted::Yes);
        }
        let (was, is) = (json!({ "closed": true }), json!({ "closed": false }));
        note(&tx, by, ("user.reopen", user), (&was, &is), now).await
    })
    .await
}

/// Ends one session of somebody.
pub async fn end_session(
    db: &Db,
    by: Actor<'_>,
    (user, id): (UserId, Id<Session>),
    now: Timestamp,
) -> db::Result<Acted> {
    db.transaction(async |tx| {
        let Some(device) = session::end_named(&tx, user, id).await? else { return Ok(Acted::NoSuch) };
        note(&tx, by, ("user.end_session", user), (&json!({}), &json!({ "device": device })), now).await
    })
    .await
}

/// Ends all sessions of somebody.
pub async fn end_sessions(db: &Db, by: Actor<'_>, user: UserId, now: Timestamp) -> db::Result<Acted> {
    db.transaction(async |tx| {
        if Person::find(&tx, user).await?.is_none() {
            return Ok(Acted::NoSuch);
        }
        let ended = session::end_all(&tx, user).await?;
        let is = json!({ "sessions_ended": ended });
        note(&tx, by, ("user.end_sessions", user), (&json!({}), &is), now).await
    })
    .await
}

/// A mail that can be sent to somebody once more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Mail {
    /// With a code that shows the address to be theirs.
    Verification,
    /// With a code for another password.
    Reset,
}

/// Sends a mail with a code once more. Nobody here learns the code.
pub async fn resend(app: &App, by: Actor<'_>, (user, mail): (UserId, Mail)) -> db::Result<Acted> {
    let now = app.clock.now();
    app.db
        .transaction(async |tx| {
            let Some(person) = Person::find(&tx, user).await? else { return Ok(Acted::NoSuch) };
            match mail {
                Mail::Verification if person.verified_at.is_some() => return Ok(Acted::Nothing),
                Mail::Verification => jobs::enqueue(&tx, &VerificationMail { user }, now).await?,
                Mail::Reset => {
                    let Ok(email) = Email::parse(&person.email) else { return Ok(Acted::Nothing) };
                    let mail = ResetMail { folded_email: email.folded(), locale: person.locale.clone() };
                    jobs::enqueue(&tx, &mail, now).await?;
                }
            }
            let is = json!({ "mail": mail });
            note(&tx, by, ("user.resend", user), (&json!({}), &is), now).await
        })
        .await
}

/// Whether somebody's role or standing may be changed: not one's own, not that of the last who runs the shop, and not where it
/// is no longer as whoever changes it saw it.
async fn may_change(
    tx: &Tx,
    by: Actor<'_>,
    Whom { user, version }: Whom,
) -> db::Result<Result<Person, Acted>> {
    if by.user == user {
        return Ok(Err(Acted::OnOneself));
    }
    // Also holds back another admin who does the same to whoever does this.
    let is_last = is_only_admin(tx, user).await?;
    let Some(person) = Person::find(tx, user).await? else { return Ok(Err(Acted::NoSuch)) };
    if version.is_some_and(|version| version != person.version) {
        return Ok(Err(Acted::Meanwhile));
    }
    Ok(if is_last && person.role == Role::Admin { Err(Acted::LastAdmin) } else { Ok(person) })
}

async fn note(
    tx: &Tx,
    by: Actor<'_>,
    (act, user): (&'static str, UserId),
    (before, after): (&Value, &Value),
    now: Timestamp,
) -> db::Result<Acted> {
    let act = Act { act, subject_kind: "user", subject_id: user.get(), before, after };
    audit::note(tx, by, act, now).await.map(|()| Acted::Yes)
}
