//! What staff does to the front page: each act is one transaction with its line in the audit log.

use accounts::audit::{self, Actor};
use db::Tx;
use discovery::curation::{self, Change, CurateError, Curator, Done};
use i18n::Locale;
use web::Error;

use crate::books::act::Staff;
use crate::words::home as t;

/// There is one front page: what the audit log knows it by.
const PAGE: i64 = 1;

/// Changes the page. `base` is the version that was read, where it matters what changed since.
pub(crate) async fn change(staff: &Staff, base: Option<i64>, change: &Change) -> Result<Done, CurateError> {
    staff
        .app
        .db
        .transaction(async |tx| {
            let done = curation::change(&tx, base, change, &curator(staff)).await?;
            note(staff, &tx, &done).await?;
            Ok(done)
        })
        .await
}

/// Puts the page back as it was before a change.
pub(crate) async fn put_back(staff: &Staff, base: Option<i64>, version: i64) -> Result<Done, CurateError> {
    staff
        .app
        .db
        .transaction(async |tx| {
            let done = curation::put_back(&tx, base, version, &curator(staff)).await?;
            note(staff, &tx, &done).await?;
            Ok(done)
        })
        .await
}

fn curator(staff: &Staff) -> Curator<'_> {
    Curator { user: staff.me.user, username: &staff.me.username, now: staff.app.clock.now() }
}

async fn note(staff: &Staff, tx: &Tx, done: &Done) -> Result<(), CurateError> {
    let Some(act) = done.act else { return Ok(()) };
    let act =
        audit::Act { act, subject_kind: "home", subject_id: PAGE, before: &done.before, after: &done.after };
    audit::note(tx, Actor::from((&*staff.me, staff.client)), act, staff.app.clock.now()).await?;
    Ok(())
}

/// Why the page was not changed, as it is answered.
pub(crate) fn refusal(error: CurateError) -> Error {
    match error {
        CurateError::Database(error) => error.into(),
        CurateError::NotFound => Error::NotFound,
        CurateError::Invalid(errors) => Error::Invalid(errors),
        CurateError::Meanwhile { by } => {
            Error::conflict("changed_meanwhile", move |l| t::changed_meanwhile(l, &by))
        }
        CurateError::NotForThis => Error::conflict("not_for_this_shelf", t::not_for_this_shelf),
        CurateError::TooOld => Error::conflict("too_old", t::too_old),
    }
}

/// The same in words, for a page; failures, and what is not there, are handed on.
pub(crate) fn refused(l: Locale, error: CurateError) -> web::Result<String> {
    let error = refusal(error);
    match crate::ask::told(l, &error) {
        Some(words) => Ok(words),
        None => Err(error),
    }
}
