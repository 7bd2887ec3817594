//! Showing that an address is one's own: the code of the mail verifies a new account, or moves an account to the
//! address that it was sent to.

use db::{Query, Tx};
use kernel::Timestamp;
use web::{App, FieldErrors};

use crate::code::{self, Proof, Purpose};
use crate::email::Email;
use crate::mails::{ChangeMail, EmailChangedMail, VerificationMail};
use crate::t;
use crate::user::{self, User};

/// What a right code did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verified {
    /// The account's address is verified.
    Account,
    /// The account has another address now.
    NewAddress,
}

/// Uses a code up for an account: for its own address while that is not verified, else for the one it moves to.
pub(crate) async fn verify(app: &App, user: &User, typed: &str) -> web::Result<Verified> {
    let purpose = if user.is_verified() { Purpose::Change } else { Purpose::Verify };
    let now = app.clock.now();
    let done = app
        .db
        .transaction(async |tx| {
            let Some(proof) = code::redeem(&tx, (user.id, purpose), typed, now).await? else {
                return Ok(None);
            };
            apply(&tx, user, purpose, &proof, now).await
        })
        .await;
    match done {
        Ok(Some(verified)) => Ok(verified),
        Ok(None) => Err(wrong_code().into()),
        // Somebody else verified the address first: to this account the code is as good as none.
        Err(error) if error.is_unique("users_folded_email") => Err(wrong_code().into()),
        Err(error) => Err(error.into()),
    }
}

async fn apply(
    tx: &Tx,
    user: &User,
    purpose: Purpose,
    proof: &Proof,
    now: Timestamp,
) -> db::Result<Option<Verified>> {
    let Ok(email) = Email::parse(&proof.email) else { return Ok(None) };
    user::verify(tx, proof.user, &email, now).await?;
    if purpose == Purpose::Verify {
        return Ok(Some(Verified::Account));
    }
    // Whoever reads the mail of the address before must not take the account back with a code that lies there.
    code::forget_all(tx, user.id).await?;
    let told = EmailChangedMail {
        email: user.email.clone(),
        name: user.shown_name().to_owned(),
        locale: user.locale.clone(),
    };
    jobs::enqueue(tx, &told, now).await?;
    Ok(Some(Verified::NewAddress))
}

/// The address that an account has yet to show as its own: the one it signed up with, or the one it moves to.
pub(crate) async fn awaited(db: &impl Query, user: &User) -> db::Result<Option<String>> {
    if user.is_verified() { code::pending_change(db, user.id).await } else { Ok(Some(user.email.clone())) }
}

/// Sends another code, in place of the one before; `false` where there is nothing to show.
pub(crate) async fn resend(app: &App, user: &User) -> web::Result<bool> {
    let now = app.clock.now();
    // The account was read before: a password that changes meanwhile ends the move, and the mail knows of it.
    let Some(email) = awaited(&app.db, user).await? else { return Ok(false) };
    app.db
        .transaction(async |tx| {
            if user.is_verified() {
                let (email, password_version) = (email.clone(), user.password_version);
                return jobs::enqueue(&tx, &ChangeMail { user: user.id, email, password_version }, now).await;
            }
            jobs::enqueue(&tx, &VerificationMail { user: user.id }, now).await
        })
        .await?;
    Ok(true)
}

/// A code that is wrong, too old, or tried too often; nobody is told which.
pub(crate) fn wrong_code() -> FieldErrors {
    FieldErrors::one("code", "wrong_code", t::code_wrong)
}
