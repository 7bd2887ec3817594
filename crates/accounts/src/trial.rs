//! One try to show by a password who one is, from outside: at sign-in, or where a mail's link was opened.
//!
//! Whatever is named, and whether or not it exists, the same is done in the same order: so many passwords are hashed,
//! so many locks looked at. Two locks hold. One is of the name as it was typed, and whoever meets it is told to wait.
//! The other is of the account, by whichever name it is called, so that its username and its address are not two doors
//! to guess at; who meets that one is told that the password is wrong, since anything else would say which address
//! belongs to which name. Neither holds in a browser that the account knows, which has a lock of its own.

use kernel::Timestamp;
use web::{App, Client, UserId};

use crate::password;
use crate::sign_in::{Refusal, closed, refuse};
use crate::user::User;
use crate::{Accounts, argon, device, lock, user};

/// What names the account.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Named<'a> {
    /// A username or an address, as it was typed.
    Login(&'a str),
    /// The key in a mail's link.
    Link(UserId),
}

impl Named<'_> {
    async fn accounts(self, db: &db::Db) -> db::Result<Vec<Option<User>>> {
        match self {
            Self::Login(login) => User::meant_by(db, login).await,
            Self::Link(id) => Ok(vec![User::find(db, id).await?]),
        }
    }

    fn key(self) -> lock::Key {
        match self {
            Self::Login(login) => lock::Key::login(login),
            Self::Link(id) => lock::Key::link(id),
        }
    }
}

/// What somebody brings.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Attempt<'a> {
    pub(crate) named: Named<'a>,
    pub(crate) password: &'a str,
    /// The mark of the browser, where it has one.
    pub(crate) device: Option<&'a str>,
    pub(crate) client: Client,
}

impl Attempt<'_> {
    /// Whether nobody can have such a name or such a password; hashing it would only cost us.
    fn is_hopeless(&self) -> bool {
        let long = matches!(self.named, Named::Login(login) if login.len() > 1_024);
        long || self.password.len() > password::LONGEST
    }
}

/// An account that may be meant, or the place of one that does not exist.
struct Meant {
    user: Option<User>,
    /// What failures count against beside the name.
    key: lock::Key,
}

/// A try that goes on.
struct Trial {
    began: Timestamp,
    /// Of the name, or of the browser that an account knows.
    key: lock::Key,
    meant: Vec<Meant>,
}

/// Who it is, if name and password belong together. Takes as long for a name that does not exist.
pub(crate) async fn check(app: &App, accounts: &Accounts, attempt: Attempt<'_>) -> Result<User, Refusal> {
    if attempt.is_hopeless() {
        return Err(Refusal::WrongPair);
    }
    let trial = begin(app, accounts, attempt).await?;
    let locks = app.settings.rate_limits;
    if locks && let Some(wait) = lock::wait(&app.db, &trial.key, trial.began).await? {
        return Err(Refusal::Locked(wait));
    }
    let mut right = Vec::new();
    for meant in trial.meant {
        let hash = meant.user.as_ref().map(|user| user.password_hash.as_str());
        let fits = accounts.hasher().verify(attempt.password, hash).await?;
        // Looked at only now, as somebody else may have guessed wrongly meanwhile.
        let locked = locks && lock::wait(&app.db, &meant.key, trial.began).await?.is_some();
        right.push((meant, fits && !locked));
    }
    let overtaken = locks && lock::wait(&app.db, &trial.key, trial.began).await?.is_some();
    let keys: Vec<lock::Key> = right.iter().map(|(meant, _)| meant.key.clone()).collect();
    let found = right.into_iter().find_map(|(meant, right)| meant.user.filter(|_| right));
    match found.filter(|_| !overtaken) {
        Some(user) => match closed(&user) {
            Some(error) => Err(Refusal::Other(error)),
            None => refreshed(app, accounts, user, attempt.password).await,
        },
        // A right password that came too late is refused as a wrong one is, in all that can be seen.
        None => Err(refuse(app, (&trial.key, &keys), trial.began).await?),
    }
}

async fn begin(app: &App, accounts: &Accounts, attempt: Attempt<'_>) -> Result<Trial, Refusal> {
    let began = app.clock.now();
    let users = attempt.named.accounts(&app.db).await?;
    let known = match attempt.device {
        Some(mark) => {
            let id = |place: usize| users.get(place).and_then(|user| user.as_ref()).map(|user| user.id);
            let known = device::known_to(&app.db, mark, [id(0), id(1)], began).await?;
            known.into_iter().map(|user| (user, lock::Key::device(mark, user))).collect()
        }
        None => Vec::new(),
    };
    let key = if let Some((_, key)) = known.first() {
        key.clone()
    } else {
        accounts.limits().sign_in(attempt.client).map_err(Refusal::Other)?;
        attempt.named.key()
    };
    let meant = users.into_iter().enumerate().map(|(place, user)| {
        let own = user.as_ref().map(|user| {
            let known = known.iter().find(|(known, _)| *known == user.id);
            known.map_or_else(|| lock::Key::guesses(user.id), |(_, key)| key.clone())
        });
        Meant { key: own.unwrap_or_else(|| key.nobody(place)), user }
    });
    let meant = meant.collect();
    Ok(Trial { began, key, meant })
}

/// Hashes the password anew where the hash was made with less than is asked today.
async fn refreshed(app: &App, accounts: &Accounts, user: User, password: &str) -> Result<User, Refusal> {
    if argon::is_outdated(&user.password_hash) {
        let (hash, now) = (accounts.hasher().hash(password, &app.random).await?, app.clock.now());
        app.db.transaction(async |tx| user::renew_hash(&tx, &user, &hash, now).await).await?;
    }
    Ok(user)
}
