//! Signing up. Whatever address is given, the answer is an unverified account; only its mail differs, and for an
//! address that belongs to somebody else it goes to its owner as a warning.

use i18n::Locale;
use web::{App, FieldErrors, Role};

use crate::email::Email;
use crate::mails::VerificationMail;
use crate::sign_in::{self, Refusal};
use crate::user::{NewUser, User};
use crate::{Accounts, Phone, Username, fields};

/// For how long the same form means the same account, in seconds.
const TWICE: i64 = 60;

/// What somebody fills in, as it was typed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Application<'a> {
    pub(crate) username: &'a str,
    pub(crate) email: &'a str,
    pub(crate) password: &'a str,
    /// Empty for none.
    pub(crate) phone: &'a str,
    /// The language to be written to in.
    pub(crate) locale: Locale,
}

/// Makes the account and wants its mail sent.
pub(crate) async fn sign_up(
    app: &App,
    accounts: &Accounts,
    application: Application<'_>,
) -> web::Result<User> {
    let mut errors = FieldErrors::default();
    let username = fields::username(&mut errors, application.username);
    let email = fields::email(&mut errors, application.email);
    let about = [application.username, application.email];
    fields::password(&mut errors, "password", application.password, &about);
    let phone = fields::phone(&mut errors, "phone", application.phone);
    let (Some(username), Some(email), true) = (username, email, errors.is_empty()) else {
        return Err(errors.into());
    };
    let password_hash = accounts.hasher().hash(application.password, &app.random).await?;
    let now = app.clock.now();
    let new = NewUser {
        username: &username,
        email: &email,
        password_hash: &password_hash,
        phone: phone.as_ref().map(Phone::as_str),
        role: Role::Reader,
        locale: application.locale,
        verified: false,
    };
    let made = app.db.transaction(async |tx| {
        let id = new.enter(&tx, now, &app.random).await?;
        jobs::enqueue(&tx, &VerificationMail { user: id }, now).await?;
        User::find(&tx, id).await?.ok_or(db::Error::NotFound)
    });
    match made.await {
        Ok(user) => Ok(user),
        Err(error) if error.is_unique("users_folded_username") => {
            let twin = twin(app, accounts, (&username, &email), application.password).await?;
            twin.ok_or_else(|| fields::username_taken().into())
        }
        Err(error) => Err(error.into()),
    }
}

/// The account that the same form made a moment ago, sent twice by a second click. Only whoever knows its password learns
/// of it; the password is hashed in any case, so that the time tells nothing.
async fn twin(
    app: &App,
    accounts: &Accounts,
    (username, email): (&Username, &Email),
    password: &str,
) -> web::Result<Option<User>> {
    let oldest = app.clock.now().plus_seconds(-TWICE);
    let found = User::by_username(&app.db, username.as_str()).await?.filter(|user| {
        user.username == username.as_str() && user.email == email.as_str() && user.created_at > oldest
    });
    let Some(user) = found else {
        accounts.hasher().verify(password, None).await?;
        return Ok(None);
    };
    match sign_in::confirm(app, accounts, &user, password).await {
        Ok(()) => Ok(Some(user)),
        Err(Refusal::WrongPair | Refusal::Locked(_)) => Ok(None),
        Err(Refusal::Other(error)) => Err(error),
    }
}
