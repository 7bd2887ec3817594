//! `/comment/{id}/like`: where the button sends its form.

use axum::response::Response;
use kernel::Id;
use serde::Deserialize;
use web::{Capability, Error, Form, Notice, Page, Path};

use super::composing::{lead, onward};
use crate::Comment;
use crate::talker::Talker;

/// What the button sends. It says what is wanted, not “the other”, so that a form sent twice does no harm.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Pressed {
    #[serde(default)]
    on: String,
    #[serde(default)]
    next: String,
}

/// Leads back to where one was, with a word about why nothing came of it, where there is nothing to be mended.
pub(super) fn refused(page: &Page, next: &str, error: Error) -> web::Result<Response> {
    match error {
        error if page.wants_fragment() => Err(error),
        Error::NotFound => Ok(page.done_at(next, Notice::CommentGone)),
        Error::Refused(reason) if reason.code == web::SUSPENDED => {
            Ok(page.done_at(next, Notice::TalkSuspended))
        }
        other => Err(other),
    }
}

/// `POST`
pub(super) async fn press(
    page: Page,
    talker: web::Result<Talker>,
    Path(id): Path<Id<Comment>>,
    Form(Pressed { on, next }): Form<Pressed>,
) -> web::Result<Response> {
    let next = onward(&page, &next, &format!("/comment/{id}"));
    let talker = match talker {
        Err(Error::Unauthorized) => return Ok(page.to_sign_in(&next)),
        talker => talker?,
    };
    let done = match talker.me.require(Capability::Talk) {
        Ok(()) => talker.like(id, on == "yes").await,
        refused => refused,
    };
    if let Err(error) = done {
        return refused(&page, &next, error);
    }
    // A query keeps the browser from staying where it is.
    let anchor = if next.contains('#') { String::new() } else { format!("#c-{id}") };
    Ok(lead(&format!("{next}{anchor}")))
}
