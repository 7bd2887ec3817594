//! One's own password.

use axum::Extension;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::header;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{App, Client, Json, NoContent, Problem, Signed};

use crate::{Accounts, profile};

/// The present password and the next.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct Change {
    current: String,
    new: String,
}

/// Changes the password; all other sessions end. Tokens stay good; a browser's session has another cookie afterwards.
#[utoipa::path(
    put, path = "/me/password", tag = "me", request_body = Change,
    responses((status = 204), (status = 422, body = Problem, content_type = "application/problem+json"))
)]
pub(super) async fn change(
    State(app): State<App>,
    Extension(accounts): Extension<Accounts>,
    Signed(me): Signed,
    client: Client,
    Json(body): Json<Change>,
) -> web::Result<Response> {
    accounts.limits().password(client)?;
    let user = super::me::find(&app, &me).await?;
    let renewed = profile::change_password(&app, &accounts, (&me, &user), (&body.current, &body.new)).await?;
    let cookie = renewed.map(|renewed| renewed.cookie(app.settings.public_url.is_https()));
    let mut answer = NoContent.into_response();
    answer.headers_mut().extend(cookie.map(|cookie| (header::SET_COOKIE, cookie)));
    Ok(answer)
}
