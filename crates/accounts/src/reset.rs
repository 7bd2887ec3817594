//! A forgotten password: a code by e-mail, then a new password. Who brings the code back has read the mail, so the
//! address counts as verified from then on.

use web::{App, FieldErrors};

use crate::code::{self, Purpose};
use crate::email::Email;
use crate::mails::{PasswordChangedMail, ResetMail};
use crate::user::{self, User};
use crate::{Accounts, fields, lock, session, verification};

/// Wants a code sent, if somebody has this address. Whether so is found out later, where nobody can measure it.
pub(crate) async fn ask(app: &App, email: &Email, locale: &str) -> web::Result<()> {
    let now = app.clock.now();
    let mail = ResetMail { folded_email: email.folded(), locale: locale.to_owned() };
    app.db.transaction(async |tx| jobs::enqueue(&tx, &mail, now).await).await?;
    Ok(())
}

/// What somebody fills in, as it was typed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NewPassword<'a> {
    pub(crate) email: &'a str,
    pub(crate) code: &'a str,
    pub(crate) password: &'a str,
}

/// Sets the new password and ends all sessions. Of many tries with the same code one succeeds.
pub(crate) async fn reset(app: &App, accounts: &Accounts, new: NewPassword<'_>) -> web::Result<()> {
    let mut errors = FieldErrors::default();
    let email = fields::email(&mut errors, new.email);
    if new.code.trim().is_empty() {
        errors.add("code", "missing", crate::t::code_missing);
    }
    fields::password(&mut errors, "password", new.password, &[new.email]);
    let (Some(email), true) = (email, errors.is_empty()) else { return Err(errors.into()) };
    let user = owner(app, &email, new.code).await?;
    // Only who brings the code learns what the account is called.
    fields::password(&mut errors, "password", new.password, &user.known_by());
    errors.into_result()?;
    let hash = accounts.hasher().hash(new.password, &app.random).await?;
    let now = app.clock.now();
    let done = app.db.transaction(async |tx| {
        let Some(proof) = code::redeem(&tx, (user.id, Purpose::Reset), new.code, now).await? else {
            return Ok(false);
        };
        // The account may have moved to another address since the mail was written.
        let moved = User::find(&tx, user.id).await?.is_none_or(|user| user.email != proof.email);
        let Some(email) = Email::parse(&proof.email).ok().filter(|_| !moved) else { return Ok(false) };
        user::verify(&tx, user.id, &email, now).await?;
        user::set_password(&tx, user.id, &hash, now).await?;
        session::end_others(&tx, user.id, None).await?;
        // Somebody who knew the old password may have begun to move the account to an address of theirs.
        code::forget_all(&tx, user.id).await?;
        for key in [
            lock::Key::account(user.id),
            lock::Key::guesses(user.id),
            lock::Key::link(user.id),
            lock::Key::reset(&email.folded()),
            lock::Key::login(&user.username),
            lock::Key::login(&user.email),
        ] {
            lock::clear(&tx, &key).await?;
        }
        jobs::enqueue(&tx, &PasswordChangedMail { user: user.id }, now).await?;
        Ok::<_, db::Error>(true)
    });
    match done.await {
        Ok(true) => Ok(()),
        Ok(false) => Err(verification::wrong_code().into()),
        Err(error) if error.is_unique("users_folded_email") => Err(verification::wrong_code().into()),
        Err(error) => Err(error.into()),
    }
}

/// Whose code it is. A wrong one counts against every code of the address, and makes whoever guesses wait, in the same
/// way whether or not there is such an address.
async fn owner(app: &App, email: &Email, typed: &str) -> web::Result<User> {
    let (folded, began) = (email.folded(), app.clock.now());
    let key = lock::Key::reset(&folded);
    let locks = app.settings.rate_limits;
    if locks && let Some(retry_after) = lock::wait(&app.db, &key, began).await? {
        return Err(web::Error::TooMany { retry_after });
    }
    let candidates = code::look_up(&app.db, &folded, Purpose::Reset, began).await?;
    if let Some(right) = candidates.iter().find(|candidate| candidate.is(typed))
        && let Some(user) = User::find(&app.db, right.user()).await?
    {
        return Ok(user);
    }
    let now = app.clock.now();
    app.db
        .transaction(async |tx| {
            for candidate in &candidates {
                code::redeem(&tx, (candidate.user(), Purpose::Reset), typed, now).await?;
            }
            lock::failed(&tx, &key, (began, now)).await
        })
        .await?;
    Err(verification::wrong_code().into())
}
