//! How many mails of one kind an address is sent, whoever asks for them and whichever node sends them: one a minute, five
//! an hour. Jobs ask here, where nothing can be measured from outside.
//!
//! An address has five places for each kind. A mail takes one before it is sent and keeps it for an hour from then on;
//! one that could not be sent gives it back. A place that was taken and neither confirmed nor given back belongs to a
//! process that died, whose job is taken up again after its lease: until then such a place is free again.

use std::fmt;

use db::{Db, Query as _, Tx, sql};
use kernel::Timestamp;
use web::App;

use crate::code::Purpose;
use crate::secret::Hash;

/// How many mails of a kind an address is sent within [`HOUR`].
const PLACES: i64 = 5;
/// The least time between two, in seconds.
const PAUSE: i64 = 60;
/// How long a mail counts, in seconds.
const HOUR: i64 = 60 * 60;
/// How long a place is kept for a mail that is being sent, in seconds: less than the lease of a job.
const SENDING: i64 = 30;

/// What a mail is about.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind {
    /// It brings a code.
    Code(Purpose),
    /// It warns somebody that their address was given.
    Warning,
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Code(purpose) => purpose.fmt(f),
            Self::Warning => f.write_str("warning"),
        }
    }
}

/// What becomes of a mail that somebody wants sent.
#[derive(Debug)]
pub(super) enum Answer {
    /// It may be sent.
    Granted(Place),
    /// The one before is too near; from this moment on it may be sent.
    From(Timestamp),
    /// The hour's mails are sent.
    Full,
}

/// A place among the mails of an address.
#[derive(Debug)]
pub(super) struct Place(Option<Taken>);

#[derive(Debug)]
struct Taken {
    recipient: Hash,
    kind: String,
    slot: i64,
    at: Timestamp,
}

/// Asks for a place. Of two that ask at once one gets it.
pub(super) async fn ask(
    app: &App,
    tx: &Tx,
    (folded, kind): (&str, Kind),
    now: Timestamp,
) -> db::Result<Answer> {
    if !app.settings.rate_limits {
        return Ok(Answer::Granted(Place(None)));
    }
    // As a hash: who was written to is nobody's business.
    let taken =
        Taken { recipient: Hash::of(&format!("mail:{folded}")), kind: kind.to_string(), slot: 0, at: now };
    let held: Vec<(i64, Timestamp)> = tx
        .all(sql!(
            "select slot, taken_at from mails_sent
             where recipient_hash = $1 and kind = $2 and taken_at > $3 and (sent or taken_at > $4)",
            taken.recipient.clone(),
            taken.kind.as_str(),
            now.plus_seconds(-HOUR),
            now.plus_seconds(-SENDING)
        ))
        .await?;
    let free = (0..PLACES).find(|slot| held.iter().all(|(other, _)| other != slot));
    let latest = held.iter().map(|(_, at)| *at).max();
    match (free, latest.map(|at| at.plus_seconds(PAUSE)).filter(|from| *from > now)) {
        (None, _) => Ok(Answer::Full),
        (Some(_), Some(from)) => Ok(Answer::From(from)),
        (Some(slot), None) => Taken { slot, ..taken }.enter(tx).await,
    }
}

impl Taken {
    async fn enter(self, tx: &Tx) -> db::Result<Answer> {
        // Whoever saw the same places free waits here for the row, and finds it taken.
        let entered = tx
            .execute(sql!(
                "insert into mails_sent (recipient_hash, kind, slot, taken_at, sent) values ($1, $2, $3, $4, $5)
                 on conflict (recipient_hash, kind, slot) do update
                 set taken_at = excluded.taken_at, sent = excluded.sent
                 where mails_sent.taken_at <= $6 or (not mails_sent.sent and mails_sent.taken_at <= $7)",
                self.recipient.clone(),
                self.kind.as_str(),
                self.slot,
                self.at,
                false,
                self.at.plus_seconds(-HOUR),
                self.at.plus_seconds(-SENDING)
            ))
            .await?;
        let next = self.at.plus_seconds(PAUSE);
        Ok(if entered == 1 { Answer::Granted(Place(Some(self))) } else { Answer::From(next) })
    }
}

impl Place {
    /// The mail is sent, and counts.
    pub(super) async fn confirm(self, db: &Db) -> db::Result<()> {
        let Some(taken) = self.0 else { return Ok(()) };
        db.execute(sql!(
            "update mails_sent set sent = $5 where recipient_hash = $1 and kind = $2 and slot = $3 and taken_at = $4",
            taken.recipient,
            taken.kind,
            taken.slot,
            taken.at,
            true
        ))
        .await
        .map(drop)
    }

    /// The mail was not sent; the next try has the place again.
    pub(super) async fn give_back(self, db: &Db) -> db::Result<()> {
        let Some(taken) = self.0 else { return Ok(()) };
        db.execute(sql!(
            "delete from mails_sent where recipient_hash = $1 and kind = $2 and slot = $3 and taken_at = $4",
            taken.recipient,
            taken.kind,
            taken.slot,
            taken.at
        ))
        .await
        .map(drop)
    }
}

/// Forgets the mails that count no more.
pub(crate) async fn tidy(db: &Db, now: Timestamp) -> db::Result<()> {
    db.execute(sql!("delete from mails_sent where taken_at <= $1", now.plus_seconds(-HOUR))).await.map(drop)
}
