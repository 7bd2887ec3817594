//! `/comment/{id}/like`: where the button sends its form.

use axum::response::Response;
use kernel::Id;
use serde::Deserialize;
use web::{Capability, Error, Form, Page, Path};

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
    talker.me.require(Capability::Talk)?;
    talker.like(id, on == "yes").await?;
    // A query keeps the browser from staying where it is.
    let anchor = if next.contains('#') { String::new() } else { format!("#c-{id}") };
    Ok(lead(&format!("{next}{anchor}")))
}
