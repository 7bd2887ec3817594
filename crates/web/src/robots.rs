//! `GET /robots.txt`: what search engines may look through. The shop, that is, and nobody's account.

use axum::response::{IntoResponse, Response};
use i18n::Locale;

use crate::caching::Caching;
use crate::{conditional, identity};

/// What is there for programs and for those who run the shop.
const FOR_OTHERS: [&str; 2] = ["/api/", "/dev/"];

pub(crate) async fn show() -> Response {
    let accounts = Locale::ALL.map(|locale| format!("/{}{}", locale.tag(), identity::ACCOUNT));
    let closed = FOR_OTHERS.into_iter().chain(accounts.iter().map(String::as_str));
    let lines = closed.map(|path| format!("Disallow: {path}\n"));
    let body = format!("User-agent: *\nAllow: /\n{}", lines.collect::<String>());
    let etag = [(http::header::ETAG, conditional::etag(body.as_bytes()))];
    (Caching::Revalidate, etag, body).into_response()
}
