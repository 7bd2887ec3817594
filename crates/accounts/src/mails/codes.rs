//! The codes that stand in mails: made in the transaction that gives their mail its place among those of the address.

use jobs::Job;
use web::{App, UserId};

use super::quota::{self, Answer, Kind, Place};
use crate::code::{self, Purpose};
use crate::email::Email;
use crate::user;

/// Codes that a mail is to bring.
#[derive(Clone, Copy)]
pub(super) struct Wanted<'a> {
    purpose: Purpose,
    /// One for each of them.
    users: &'a [UserId],
    email: &'a Email,
    password_version: Option<i64>,
}

impl<'a> Wanted<'a> {
    /// Codes that any password may be followed by.
    pub(super) fn of(purpose: Purpose, users: &'a [UserId], email: &'a Email) -> Self {
        Self { purpose, users, email, password_version: None }
    }

    /// Only while the account has the password that it had when this was asked for.
    pub(super) fn while_password_is(self, version: i64) -> Self {
        Self { password_version: Some(version), ..self }
    }
}

/// Makes the codes and takes a place for their mail, if the address may be sent one now. If not, those that were sent
/// stay good; where there are none (another account's mail was the last one), the job is put off.
pub(super) async fn issue<J: Job>(
    app: &App,
    job: &J,
    wanted: Wanted<'_>,
) -> db::Result<Option<(Vec<String>, Place)>> {
    let Wanted { purpose, users, email, password_version } = wanted;
    let Some(&first) = users.first() else { return Ok(None) };
    let (folded, now) = (email.folded(), app.clock.now());
    app.db
        .transaction(async |tx| {
            if let Some(version) = password_version
                && !user::holds_password(&tx, first, version).await?
            {
                return Ok(None);
            }
            match quota::ask(app, &tx, (&folded, Kind::Code(purpose)), now).await? {
                Answer::Granted(place) => {
                    let mut codes = Vec::new();
                    for user in users {
                        codes.push(code::issue(&tx, (*user, purpose), email, now, &app.random).await?);
                    }
                    Ok(Some((codes, place)))
                }
                Answer::From(at) if !code::is_live(&tx, (first, purpose), email, now).await? => {
                    jobs::enqueue_at(&tx, job, at).await?;
                    Ok(None)
                }
                Answer::From(_) => Ok(None),
                Answer::Full => {
                    tracing::info!("No further mail of {} is sent to an address within the hour", J::KIND);
                    Ok(None)
                }
            }
        })
        .await
}

/// The same for the code of one account.
pub(super) async fn issue_one<J: Job>(
    app: &App,
    job: &J,
    wanted: Wanted<'_>,
) -> db::Result<Option<(String, Place)>> {
    let issued = issue(app, job, wanted).await?;
    Ok(issued.and_then(|(codes, place)| codes.into_iter().next().map(|code| (code, place))))
}
