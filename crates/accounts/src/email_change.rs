//! Moving an account to another address: confirmed at the new one, told to the old one. An address that was never
//! verified (a slip of the pen at sign-up) is simply replaced.

use db::Query as _;
use db::sql;
use web::{App, FieldErrors};

use crate::code::Purpose;
use crate::mails::{ChangeMail, VerificationMail};
use crate::user::User;
use crate::{Accounts, code, fields, sign_in, t};

/// Wants the account moved to an address.
pub(crate) async fn ask(
    app: &App,
    accounts: &Accounts,
    user: &User,
    (email, current): (&str, &str),
) -> web::Result<()> {
    let mut errors = FieldErrors::default();
    let email = fields::email(&mut errors, email);
    if email.as_ref().is_some_and(|email| email.as_str() == user.email) {
        errors.add("email", "unchanged", t::email_unchanged);
    }
    if current.is_empty() {
        errors.add("current", "missing", t::password_missing);
    }
    let (Some(email), true) = (email, errors.is_empty()) else { return Err(errors.into()) };
    sign_in::confirm(app, accounts, user, current).await.map_err(wrong_current)?;
    let now = app.clock.now();
    app.db
        .transaction(async |tx| {
            if user.is_verified() {
                // From now on, whatever the mail finds: were a code for another address still good where this one is
                // taken, it would tell so.
                code::announce(&tx, (user.id, Purpose::Change), &email, now).await?;
                let mail = ChangeMail {
                    user: user.id,
                    email: email.as_str().to_owned(),
                    password_version: user.password_version,
                };
                return jobs::enqueue(&tx, &mail, now).await;
            }
            tx.execute(sql!(
                "update users set email = $2, folded_email = $3, claimed_at = $4, updated_at = $4, version = version + 1
                 where id = $1 and verified_at is null",
                user.id,
                email.as_str(),
                email.folded(),
                now
            ))
            .await?;
            code::forget_all(&tx, user.id).await?;
            jobs::enqueue(&tx, &VerificationMail { user: user.id }, now).await
        })
        .await?;
    Ok(())
}

/// A wrong password inside an account is a wrong field, not a failed sign-in.
pub(crate) fn wrong_current(refusal: sign_in::Refusal) -> web::Error {
    match refusal {
        sign_in::Refusal::WrongPair => web::Error::invalid("current", "wrong_password", t::current_wrong),
        other => other.into(),
    }
}
