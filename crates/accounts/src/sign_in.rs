//! Signing in, by username or e-mail address.

use std::time::Duration;

use db::Db;
use kernel::Timestamp;
use web::{App, Client};

use crate::password::{self, HashError};
use crate::session::{self, Kind, Opened};
use crate::user::{self, User};
use crate::{Accounts, argon, device, lock, t};

/// What somebody brings to sign in.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Attempt<'a> {
    /// A username or an address, as it was typed.
    pub(crate) login: &'a str,
    pub(crate) password: &'a str,
    /// The mark of the browser, where it has one.
    pub(crate) device: Option<&'a str>,
    pub(crate) client: Client,
}

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

/// Who it is, if login and password belong together. Takes as long for a login that does not exist.
pub(crate) async fn check(app: &App, accounts: &Accounts, attempt: Attempt<'_>) -> Result<User, Refusal> {
    // Nobody has such a password; hashing it would only cost us.
    if attempt.password.len() > password::LONGEST || attempt.login.len() > 1_024 {
        return Err(Refusal::WrongPair);
    }
    let now = app.clock.now();
    let user = User::by_login(&app.db, attempt.login).await?;
    let known = match (attempt.device, &user) {
        (Some(mark), Some(user)) if device::is_known(&app.db, mark, user.id, now).await? => Some(mark),
        _ => None,
    };
    let key = if let Some(mark) = known {
        lock::Key::device(mark, attempt.login)
    } else {
        accounts.limits().sign_in(attempt.client).map_err(Refusal::Other)?;
        lock::Key::login(attempt.login)
    };
    let locks = app.settings.rate_limits;
    if locks && let Some(wait) = lock::wait(&app.db, &key, now).await? {
        return Err(Refusal::Locked(wait));
    }
    let hash = user.as_ref().map(|user| user.password_hash.as_str());
    let right = accounts.hasher().verify(attempt.password, hash).await?;
    if let Some(user) = user.filter(|_| right) {
        not_overtaken(app, &key, now).await?;
        return refreshed(app, accounts, user, attempt.password).await;
    }
    if locks {
        app.db.transaction(async |tx| lock::failed(&tx, &key, now).await).await?;
    }
    Err(Refusal::WrongPair)
}

/// Refuses a right password if another try failed since this one began: of many guesses sent at once only the first
/// counts.
async fn not_overtaken(app: &App, key: &lock::Key, began: Timestamp) -> Result<(), Refusal> {
    match lock::wait(&app.db, key, began).await? {
        Some(wait) if app.settings.rate_limits => Err(Refusal::Locked(wait)),
        _ => Ok(()),
    }
}

/// Hashes the password anew where the hash was made with less than is asked today.
async fn refreshed(app: &App, accounts: &Accounts, user: User, password: &str) -> Result<User, Refusal> {
    if argon::is_outdated(&user.password_hash) {
        let (hash, now) = (accounts.hasher().hash(password, &app.random).await?, app.clock.now());
        app.db.transaction(async |tx| user::set_password(&tx, user.id, &hash, now).await).await?;
    }
    Ok(user)
}

/// Whether a password is that of somebody who is signed in already, asked again before something weighty. Failures
/// count against the account.
pub(crate) async fn confirm(
    app: &App,
    accounts: &Accounts,
    user: &User,
    password: &str,
) -> Result<(), Refusal> {
    if password.len() > password::LONGEST {
        return Err(Refusal::WrongPair);
    }
    let (key, now) = (lock::Key::account(user.id), app.clock.now());
    let locks = app.settings.rate_limits;
    if locks && let Some(wait) = lock::wait(&app.db, &key, now).await? {
        return Err(Refusal::Locked(wait));
    }
    if accounts.hasher().verify(password, Some(&user.password_hash)).await? {
        return not_overtaken(app, &key, now).await;
    }
    if locks {
        app.db.transaction(async |tx| lock::failed(&tx, &key, now).await).await?;
    }
    Err(Refusal::WrongPair)
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
            session::open(&tx, (user.id, user.role), opening.kind, &name, (now, &app.random)).await?;
        let access_token = match opening.kind {
            Kind::Api => Some(session::grant(&tx, id, (now, &app.random)).await?),
            Kind::Web { .. } => None,
        };
        device::remember(&tx, &mark, user.id, now).await?;
        Ok(SignedIn { secret, access_token, device: mark })
    })
    .await
}
