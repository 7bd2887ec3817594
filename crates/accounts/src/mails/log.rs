//! The log of mails: to whom, when, and what became of each. What stood in a mail is not in it. A job's tries are one
//! entry; entries go after 90 days, and with the account that they are about.

use db::{Db, Query, Tx, record, sql};
use jobs::Current;
use kernel::{Id, Timestamp};
use mail::SendError;
use serde::{Deserialize, Serialize};

use super::Recipient;

/// How long entries are kept, in seconds.
const KEPT: i64 = 90 * 24 * 60 * 60;
/// The most of a server's answer that is kept, in characters.
const ANSWER_MOST: usize = 500;

/// What became of a mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MailState {
    /// It was handed over.
    Sent,
    /// It could not be, and is tried again.
    Waiting,
    /// It could not be, and is left.
    Failed,
}

impl MailState {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Sent, Self::Waiting, Self::Failed];

    /// Its word in addresses and in the table.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::Waiting => "waiting",
            Self::Failed => "failed",
        }
    }
}

impl std::str::FromStr for MailState {
    type Err = ();

    fn from_str(word: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|state| state.as_str() == word).ok_or(())
    }
}

impl std::fmt::Display for MailState {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

db::text_value!(MailState);

record! {
    /// An entry.
    pub struct LoggedMail {
        /// Its key.
        pub id: Id<LoggedMail>,
        /// The kind of the job that sends it.
        pub kind: String,
        /// The address.
        pub email: String,
        /// The language, as a tag.
        pub locale: String,
        /// What became of it.
        pub state: MailState,
        /// What the mail server said to what failed.
        pub answer: Option<String>,
        /// How often it was tried.
        pub tries: u32,
        /// When it was last tried.
        pub at: Timestamp,
    }

    struct Anew {
        kind: String,
        payload: String,
        user_id: Option<i64>,
    }
}

/// Which entries are looked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct WantedMails<'a> {
    /// Only what became of so.
    pub state: Option<MailState>,
    /// Only those to this address; empty for all.
    pub email: &'a str,
}

/// Writes down what became of a mail that a job sent. That it cannot be written down is no reason to send it twice.
pub(super) async fn note(db: &Db, to: &Recipient<'_>, sent: &Result<(), SendError>, now: Timestamp) {
    let Some(job) = jobs::current() else { return };
    if let Err(error) = enter(db, &job, to, sent, now).await {
        tracing::warn!(%error, "Could not write down what became of a mail");
    }
}

async fn enter(
    db: &Db,
    job: &Current,
    to: &Recipient<'_>,
    sent: &Result<(), SendError>,
    now: Timestamp,
) -> db::Result<()> {
    let state = match sent {
        Ok(()) => MailState::Sent,
        Err(SendError::Transient(_)) if !job.is_last_try => MailState::Waiting,
        Err(_) => MailState::Failed,
    };
    let answer =
        sent.as_ref().err().map(|error| error.to_string().chars().take(ANSWER_MOST).collect::<String>());
    db.execute(sql!(
        "insert into mail_log (job_id, kind, payload, user_id, email, locale, state, answer, tries, at)
         values ($1, $2, $3, (select id from users where id = $4), $5, $6, $7, $8, $9, $10)
         on conflict (job_id) do update set email = excluded.email, locale = excluded.locale, state = excluded.state,
             answer = excluded.answer, tries = excluded.tries, at = excluded.at",
        job.id,
        job.kind.as_str(),
        job.payload.as_str(),
        to.user,
        to.email,
        to.locale.tag(),
        state,
        answer,
        job.tries,
        now
    ))
    .await
    .map(drop)
}

/// A part of the log, the latest entry first: up to `rows` entries before the one given.
pub async fn list(
    db: &impl Query,
    wanted: WantedMails<'_>,
    (before, rows): (Option<Id<LoggedMail>>, i64),
) -> db::Result<Vec<LoggedMail>> {
    let before = before.map_or(i64::MAX, Id::get);
    let statement = match (wanted.email, wanted.state) {
        ("", None) => sql!(
            "select id, kind, email, locale, state, answer, tries, at from mail_log where id < $1 order by id desc limit $2",
            before,
            rows
        ),
        ("", Some(state)) => sql!(
            "select id, kind, email, locale, state, answer, tries, at from mail_log
             where state = $3 and id < $1 order by id desc limit $2",
            before,
            rows,
            state
        ),
        (email, state) => sql!(
            "select id, kind, email, locale, state, answer, tries, at from mail_log
             where email = $3 and id < $1 and (cast($4 as text) is null or state = $4) order by id desc limit $2",
            before,
            rows,
            email,
            state
        ),
    };
    db.all(statement).await
}

/// One entry.
pub async fn find(db: &impl Query, id: Id<LoggedMail>) -> db::Result<Option<LoggedMail>> {
    db.optional(sql!(
        "select id, kind, email, locale, state, answer, tries, at from mail_log where id = $1",
        id
    ))
    .await
}

/// Has the mail made and sent anew, by a job of its own: with a new code, where it has one. False where it is gone.
pub async fn send_again(tx: &Tx, id: Id<LoggedMail>, now: Timestamp) -> db::Result<bool> {
    let found: Option<Anew> =
        tx.optional(sql!("select kind, payload, user_id from mail_log where id = $1", id)).await?;
    let Some(mail) = found else { return Ok(false) };
    let about = mail.user_id.map(|user| super::about(web::UserId::new(user)));
    jobs::desk::enqueue_again(tx, (&mail.kind, &mail.payload, about.as_deref()), now).await?;
    Ok(true)
}

/// How many mails failed since then.
pub async fn failed_since(db: &impl Query, since: Timestamp) -> db::Result<i64> {
    let (failed,): (i64,) =
        db.one(sql!("select count(*) from mail_log where at >= $1 and state <> 'sent'", since)).await?;
    Ok(failed)
}

/// Throws away what is older than it is kept.
pub(crate) async fn tidy(db: &Db, now: Timestamp) -> db::Result<u64> {
    db.execute(sql!("delete from mail_log where at < $1", now.plus_seconds(-KEPT))).await
}
