//! `POST /sign-out`: ends the session, and has the browser throw away all that it kept: pages that only this reader could
//! see, books for reading offline, what waited to be sent.

use axum::extract::State;
use axum::response::Response;
use http::{HeaderValue, header};
use web::{App, Notice, Page, Secret, Signed};

use crate::session;

/// Ends the session and clears the browser. Its service worker goes too, and is there again with the next page.
pub(super) async fn submit(page: Page, State(app): State<App>, Signed(me): Signed) -> web::Result<Response> {
    session::end(&app.db, me.user, me.session).await?;
    let mut answer = page.done("/", Notice::SignedOut);
    answer.headers_mut().append(header::SET_COOKIE, Secret::Session.forget(page.is_https()));
    answer.headers_mut().insert("clear-site-data", HeaderValue::from_static("\"cache\", \"storage\""));
    Ok(answer)
}
