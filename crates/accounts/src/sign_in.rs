//! Signing in: why somebody is refused, passwords asked again, and the session that is opened. Whether name and password
//! belong together is found out in `trial`.

use std::time::Duration;

use db::Db;
use kernel::Timestamp;
use web::App;

use crate::password::{self, HashError};
use crate::session::{self, Kind, Opened};
use crate::user::User;
use crate::{Accounts, device, lock, t};

/// Why somebody does not get in.
#[derive(Debug)]
pub(crate) enum Refusal {
    /// The login or the password is wrong; nobody is told which.
    WrongPair,
    /// Too many failures; whoever has signed in with this browser before is not affected.
    Locked(Duration),
    /// Anything that has nothing to do with who asks.
    Other(web::Error),
}

impl From<db::Error> for Refusal {
    fn from(error: db::Error) -> Self {
        Self::Other(error.into())
    }
}

impl From<HashError> for Refusal {
    fn from(error: HashError) -> Self {
        Self::Other(error.into())
    }
}

impl From<Refusal> for web::Error {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::WrongPair => Self::unauthorized("wrong_credentials", t::wrong_pair),
            Refusal::Locked(retry_after) => Self::TooMany { retry_after },
            Refusal::Other(error) => error,
        }
    }
}

impl From<HashError> for web::Error {
    fn from(error: HashError) -> Self {
        match error {
            HashError::Busy => Self::unavailable(),
            HashError::Failed(_) => Self::Internal(anyhow::Error::new(error)),
        }
    }
}

/// Nobody signs in to an account that was closed; who knows its password is told why.
pub(crate) fn closed(user: &User) -> Option<web::Error> {
    user.closed_at?;
    let reason = user.closed_reason.clone().unwrap_or_default();
    Some(web::Error::forbidden("account_closed", move |l: i18n::Locale| t::account_closed(l, &reason)))
}

/// Whether a password is that of somebody who is signed in already, asked again before something weighty. Failures
/// count against the account, apart from those of strangers, who could keep its owner from it otherwise.
pub(crate) async fn confirm(
    app: &App,
    accounts: &Accounts,
    user: &User,
    password: &str,
) -> Result<(), Refusal> {
    if password.len() > password::LONGEST {
        return Err(Refusal::WrongPair);
    }
    let (key, began) = (lock::Key::account(user.id), app.clock.now());
    let locks = app.settings.rate_limits;
    if locks && let Some(wait) = lock::wait(&app.db, &key, began).await? {
        return Err(Refusal::Locked(wait));
    }
    let right = accounts.hasher().verify(password, Some(&user.password_hash)).await?;
    let overtaken = locks && lock::wait(&app.db, &key, began).await?.is_some();
    if right && !overtaken { Ok(()) } else { Err(refuse(app, (&key, &[]), began).await?) }
}

/// Counts a failure, and says what whoever failed is told: of many tries at once the first alone hears that it was
/// wrong, the others that they have to wait, right or wrong.
pub(crate) async fn refuse(
    app: &App,
    (key, silent): (&lock::Key, &[lock::Key]),
    began: Timestamp,
) -> db::Result<Refusal> {
    if !app.settings.rate_limits {
        return Ok(Refusal::WrongPair);
    }
    let now = app.clock.now();
    let first = app
        .db
        .transaction(async |tx| {
            let first = lock::failed(&tx, key, (began, now)).await?;
            for key in silent {
                lock::failed(&tx, key, (began, now)).await?;
            }
            Ok::<_, db::Error>(first)
        })
        .await?;
    if first {
        return Ok(Refusal::WrongPair);
    }
    let wait = lock::wait(&app.db, key, now).await?;
    Ok(Refusal::Locked(wait.unwrap_or(Duration::from_secs(1))))
}

/// What a client holds after it signed in.
#[derive(Debug)]
pub(crate) struct SignedIn {
    /// The session's secret: the cookie's value, or the refresh token.
    pub(crate) secret: String,
    /// The first access token, for programs.
    pub(crate) access_token: Option<String>,
    /// The mark by which the browser is known from now on.
    pub(crate) device: String,
}

/// How a session is to be opened.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Opening<'a> {
    pub(crate) kind: Kind,
    /// What the client calls itself.
    pub(crate) user_agent: &'a str,
    /// The mark that the browser has already.
    pub(crate) device: Option<&'a str>,
    /// The cookie of a session that this one takes the place of.
    pub(crate) replaces: Option<&'a str>,
}

/// Opens a session for somebody who has shown who they are. A session that the browser had is ended, so that nobody
/// can have given it to them.
pub(crate) async fn open(app: &App, user: &User, opening: Opening<'_>) -> db::Result<SignedIn> {
    let (db, now): (&Db, _) = (&app.db, app.clock.now());
    db.transaction(async |tx| {
        let mark = device::mark(&tx, opening.device, &app.random).await?;
        if let Some(old) = opening.replaces {
            session::end_by_secret(&tx, old).await?;
        }
        let name = device::describe(opening.user_agent);
        let Opened { id, secret } =
            session::open(&tx, (user.id, user.role), opening.kind, (&name, &mark), (now, &app.random))
                .await?;
        let access_token = match opening.kind {
            Kind::Api => Some(session::grant(&tx, id, (now, &app.random)).await?),
            Kind::Web { .. } => None,
        };
        device::remember(&tx, &mark, user.id, now).await?;
        session::note_seen(&tx, user.id, now).await?;
        Ok(SignedIn { secret, access_token, device: mark })
    })
    .await
}
