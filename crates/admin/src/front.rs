//! `/admin`: leads to the first page of the panel that somebody may see.

use axum::response::{IntoResponse as _, Redirect, Response};
use web::{Error, Page, Signed};

/// The panel, after the language.
pub(crate) const PATH: &str = "/admin";

/// `GET /admin`. Whoever runs nothing is told that there is nothing.
pub(crate) async fn show(page: Page, Signed(me): Signed) -> web::Result<Response> {
    let section = web::admin::first_for(&me).ok_or(Error::NotFound)?;
    Ok(Redirect::to(&page.url(section.path())).into_response())
}
