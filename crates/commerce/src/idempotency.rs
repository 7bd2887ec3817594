//! A POST that is sent twice under one `Idempotency-Key` is done once, and answered alike for a day.
//!
//! Keys are kept for each caller and path. What fails is not kept, so that it can be sent again with the same key once it
//! is right. Whoever dies over the work leaves a key that is free again after a minute; what was to be done once and was
//! committed by then is known by [`Ticket::note`].

mod key;

use std::time::Duration;

use anyhow::anyhow;
use db::{Db, Query as _, Tx, record, sql};
use http::StatusCode;
use jobs::Registry;
use kernel::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use tracing::Instrument as _;
use web::{App, Error, UserId};

pub use key::{IdempotencyKey, IdempotencyParams};

use crate::t;

/// How long an answer is kept, in seconds.
const KEPT: i64 = 24 * 60 * 60;
/// How long work is waited for before whoever did it is taken for dead, in seconds.
const LEASE: i64 = 60;
/// When a program is to ask again that sent the same while it is being done.
const ASK_AGAIN: Duration = Duration::from_secs(1);
/// How often answers that are too old are thrown away.
const TIDY: Duration = Duration::from_hours(1);

/// What was answered.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Answer {
    status: u16,
    body: Value,
}

impl Answer {
    fn new(status: StatusCode, body: Value) -> Self {
        Self { status: status.as_u16(), body }
    }

    fn into_parts(self) -> (StatusCode, web::Json<Value>) {
        (StatusCode::from_u16(self.status).unwrap_or(StatusCode::OK), web::Json(self.body))
    }
}

/// The right to do the work of a key. Without a key it is a right all the same, and nothing is written down.
#[derive(Debug, Clone)]
pub struct Ticket(Option<Held>);

#[derive(Debug, Clone)]
struct Held {
    owner: String,
    route: String,
    name: String,
    /// When it was taken: the holder's own, since nobody else takes it within the lease.
    since: Timestamp,
}

impl Ticket {
    /// Of work that was asked for without a key.
    pub(crate) const NONE: Self = Self(None);

    /// Whether anything is written down.
    pub(crate) fn is_kept(&self) -> bool {
        self.0.is_some()
    }

    /// The transaction that did the work was undone by another: what was noted is not to be answered.
    pub(crate) async fn forget_note(&self, tx: &Tx) -> db::Result<()> {
        let Some(held) = &self.0 else { return Ok(()) };
        tx.execute(sql!(
            "update idempotency_keys set answer = null
             where owner = $1 and route = $2 and name = $3 and created_at = $4 and status is null",
            &held.owner,
            &held.route,
            &held.name,
            held.since
        ))
        .await
        .map(drop)
    }

    /// Writes down, in the transaction that does the work, what is to be answered should this process die before it answers
    /// by itself. What it answers then takes its place.
    pub async fn note(&self, tx: &Tx, status: StatusCode, body: &impl Serialize) -> db::Result<()> {
        let Some(held) = &self.0 else { return Ok(()) };
        let body = serde_json::to_value(body).map_err(|error| db::Error::Check(error.to_string()))?;
        held.write(tx, None, &Answer::new(status, body)).await
    }

    async fn settle(&self, db: &Db, result: &web::Result<(StatusCode, Value)>) -> db::Result<()> {
        let Some(held) = &self.0 else { return Ok(()) };
        match result {
            Ok((status, body)) => {
                held.write(db, Some(status.as_u16()), &Answer::new(*status, body.clone())).await
            }
            Err(_) => held.give_back(db).await,
        }
    }
}

impl Held {
    async fn write(&self, db: &impl db::Query, status: Option<u16>, answer: &Answer) -> db::Result<()> {
        db.execute(sql!(
            "update idempotency_keys set status = $5, answer = $6
             where owner = $1 and route = $2 and name = $3 and created_at = $4",
            &self.owner,
            &self.route,
            &self.name,
            self.since,
            status.map(i64::from),
            // As text: the database's own JSON would not keep every text.
            serde_json::to_string(answer).map_err(|error| db::Error::Check(error.to_string()))?
        ))
        .await
        .map(drop)
    }

    /// The work failed: the key is as if it had not been used, unless something was committed, which stands.
    async fn give_back(&self, db: &Db) -> db::Result<()> {
        let given_back = db
            .execute(sql!(
                "delete from idempotency_keys
                 where owner = $1 and route = $2 and name = $3 and created_at = $4 and answer is null",
                &self.owner,
                &self.route,
                &self.name,
                self.since
            ))
            .await?;
        if given_back == 0
            && let Some(noted) = self.find(db).await?.and_then(|row| row.answer())
        {
            self.write(db, Some(noted.status), &noted).await?;
        }
        Ok(())
    }

    /// What is known of the key, whoever holds it.
    async fn find(&self, db: &impl db::Query) -> db::Result<Option<Row>> {
        db.optional(sql!(
            "select body_hash, status, answer, created_at from idempotency_keys
             where owner = $1 and route = $2 and name = $3",
            &self.owner,
            &self.route,
            &self.name
        ))
        .await
    }
}

/// Does what a POST asks for, once for each key. `route` is its path, with what it is about; `body` what it says, as it was
/// read. The work goes on when the caller hangs up. What it answers is kept for a day, its errors are not.
///
/// The same key while the work is being done is a 409 with `Retry-After`, with another body a 422.
pub async fn once<W>(
    app: &App,
    owner: UserId,
    route: &str,
    (key, body): (IdempotencyKey, &(impl Serialize + Sync)),
    work: impl FnOnce(Ticket) -> W + Send,
) -> web::Result<(StatusCode, web::Json<Value>)>
where
    W: Future<Output = web::Result<(StatusCode, Value)>> + Send + 'static,
{
    let Some(name) = key.into_name() else {
        let (status, body) = work(Ticket(None)).await?;
        return Ok((status, web::Json(body)));
    };
    let held = Held { owner: owner_word(owner), route: route.to_owned(), name, since: app.clock.now() };
    let hash = hash(body)?;
    match app.db.transaction(async |tx| take(&tx, &held, &hash).await).await? {
        Taken::Mine => {}
        Taken::Done(answer) => return Ok(answer.into_parts()),
        Taken::Busy => return Err(busy()),
        Taken::Other => return Err(Error::invalid("Idempotency-Key", "reused", t::idempotency_reused)),
    }
    let ticket = Ticket(Some(held));
    let (db, working) = (app.db.clone(), work(ticket.clone()));
    let done = tokio::spawn(
        async move {
            let result = working.await;
            if let Err(error) = ticket.settle(&db, &result).await {
                tracing::warn!(%error, "Could not write down what was answered to a POST with a key");
            }
            result
        }
        .in_current_span(),
    );
    let result = done.await.map_err(|error| Error::Internal(anyhow!(error)))?;
    result.map(|(status, body)| (status, web::Json(body)))
}

fn busy() -> Error {
    Error::refused_for(ASK_AGAIN, StatusCode::CONFLICT, "in_progress", t::idempotency_in_progress)
}

fn owner_word(user: UserId) -> String {
    format!("user:{user}")
}

/// The hash of a body in one form, whatever the order of its fields was.
fn hash(body: &impl Serialize) -> web::Result<String> {
    let body = serde_json::to_value(body).map_err(|error| Error::Internal(error.into()))?;
    Ok(format!("{:x}", Sha256::digest(body.to_string())))
}

record! {
    struct Row {
        body_hash: String,
        status: Option<i64>,
        answer: Option<String>,
        created_at: Timestamp,
    }
}

impl Row {
    fn answer(&self) -> Option<Answer> {
        serde_json::from_str(self.answer.as_deref()?).ok()
    }
}

/// Whose turn it is.
enum Taken {
    /// The caller's.
    Mine,
    /// It was done before.
    Done(Answer),
    /// It is being done.
    Busy,
    /// The key was used for something else.
    Other,
}

async fn take(tx: &Tx, held: &Held, hash: &str) -> db::Result<Taken> {
    let new = tx
        .execute(sql!(
            "insert into idempotency_keys (owner, route, name, body_hash, created_at) values ($1, $2, $3, $4, $5)
             on conflict (owner, route, name) do nothing",
            &held.owner,
            &held.route,
            &held.name,
            hash,
            held.since
        ))
        .await?;
    if new == 1 {
        return Ok(Taken::Mine);
    }
    // Given back in this very moment: the next try finds it free.
    let Some(row) = held.find(tx).await? else { return Ok(Taken::Busy) };
    let left = row.created_at < held.since.plus_seconds(-LEASE);
    match row.answer() {
        _ if row.created_at < held.since.plus_seconds(-KEPT) => {
            take_over(tx, held, hash, row.created_at).await
        }
        _ if row.body_hash != hash => Ok(Taken::Other),
        Some(answer) if row.status.is_some() || left => Ok(Taken::Done(answer)),
        _ if left => take_over(tx, held, hash, row.created_at).await,
        _ => Ok(Taken::Busy),
    }
}

/// Takes a key that nobody holds any more, unless somebody else is quicker.
async fn take_over(tx: &Tx, held: &Held, hash: &str, since: Timestamp) -> db::Result<Taken> {
    let taken = tx
        .execute(sql!(
            "update idempotency_keys set body_hash = $5, status = null, answer = null, created_at = $6
             where owner = $1 and route = $2 and name = $3 and created_at = $4",
            &held.owner,
            &held.route,
            &held.name,
            since,
            hash,
            held.since
        ))
        .await?;
    Ok(if taken == 1 { Taken::Mine } else { Taken::Busy })
}

/// Throws away what is too old to be answered again.
pub(crate) fn jobs() -> Registry<App> {
    Registry::new().every("commerce.idempotency", TIDY, async |app: App| {
        let before = app.clock.now().plus_seconds(-KEPT);
        let tidied = app.db.execute(sql!("delete from idempotency_keys where created_at < $1", before)).await;
        tidied.map(drop).map_err(anyhow::Error::from)
    })
}

/// Forgets somebody's keys, with their account.
pub(crate) async fn forget(tx: &Tx, user: UserId) -> db::Result<()> {
    tx.execute(sql!("delete from idempotency_keys where owner = $1", owner_word(user))).await.map(drop)
}
