//! `GET /brand/{name}`: what the owner gave the shop to be known by.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};

use crate::app::App;
use crate::error::Error;

pub(crate) async fn show(State(app): State<App>, Path(name): Path<String>) -> Response {
    let shop = app.shop();
    let sheet =
        || shop.colours.as_ref().filter(|_| name.strip_suffix(".css").is_some()).map(|it| it.answer(&name));
    let picture = || shop.logo.as_ref().and_then(|logo| logo.answer(&name));
    sheet().or_else(picture).unwrap_or_else(|| Error::NotFound.into_response())
}
