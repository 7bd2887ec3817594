//! `/comment/{id}/like`: where the button sends its form.

use axum::response::Response;
use kernel::Id;
use serde::Deserialize;
use web::{Capability, Error, Form, Page, Path};

use super::composing::{lead, onward};
use crate::api::talker::Talker;
use crate::like::{self, Liked};
use crate::{Comment, t};

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
    talker.community.limits().like(talker.client, talker.me.user)?;
    if on == "yes" {
        match like::like(&talker.app.db, talker.me.user, id, talker.app.clock.now()).await? {
            Liked::Yes => {}
            Liked::Own => return Err(Error::forbidden("own_comment", t::like_own)),
            Liked::NoSuchComment => return Err(Error::NotFound),
        }
    } else {
        like::unlike(&talker.app.db, talker.me.user, id).await?;
    }
    // A query keeps the browser from staying where it is.
    let anchor = if next.contains('#') { String::new() } else { format!("#c-{id}") };
    Ok(lead(&format!("{next}{anchor}")))
}
