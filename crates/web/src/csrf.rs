//! A change asked for with a session's cookie must bring a token that only our own pages know: in the header
//! `X-CSRF-Token` (scripts), in the form's field `csrf`, or, where the body is a file, in the query. One layer checks
//! it for every route. It stands beside the check of the request's origin (see `origin`); either alone would do.
//!
//! Forms by which one comes in (signing in and up, codes: [`crate::Routes::way_in`]) bring their own proof, a password or
//! a code. A page with such a form may be older than the session: somebody signed in beside it, in another tab. There the
//! browser's word that the form stood on our own page is as good as the token, which could only keep other sites from
//! signing somebody in.
//!
//! The token follows from the session's secret, so it needs no place of its own and is the same on every page of a
//! session, which can then be kept by its `ETag`.

use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use http::{HeaderMap, Method, header};
use sha2::{Digest as _, Sha256};

use crate::error::Error;
use crate::identity::Caller;
use crate::site::BODY_MOST;
use crate::{origin, page, route, t};

/// The header that scripts send the token in.
const HEADER: &str = "x-csrf-token";
/// The field of forms and of addresses.
pub(crate) const FIELD: &str = "csrf";

/// What a refusal says to programs.
pub(crate) const CODE: &str = "csrf";

/// The token of the session with this secret.
pub(crate) fn token(secret: &str) -> String {
    let digest = Sha256::new().chain_update("csrf:").chain_update(secret).finalize();
    URL_SAFE_NO_PAD.encode(&digest[..18])
}

/// What [`check`] goes by.
pub(crate) struct Rule {
    pub(crate) public_origin: Arc<str>,
    /// The ways in, after the language.
    pub(crate) ways_in: Vec<String>,
}

impl Rule {
    fn lets_in(&self, request: &Request) -> bool {
        let path = route::full_path(request.extensions(), request.uri());
        let is_way_in =
            page::split_locale(path).is_some_and(|(_, path)| self.ways_in.iter().any(|way| way == path));
        is_way_in && origin::is_proven(request.headers(), request.uri(), &self.public_origin)
    }
}

pub(crate) async fn check(
    State(rule): State<Arc<Rule>>,
    caller: Caller,
    request: Request,
    next: Next,
) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    let Some(token) = caller.csrf().filter(|_| !reads) else {
        return next.run(request).await;
    };
    if brought_outside(&request, token) || rule.lets_in(&request) {
        return next.run(request).await;
    }
    if !is_form(request.headers()) {
        return refuse();
    }
    let (parts, body) = request.into_parts();
    let Ok(bytes) = to_bytes(body, BODY_MOST).await else {
        return Error::from_status(http::StatusCode::PAYLOAD_TOO_LARGE).into_response();
    };
    if !field(&bytes).is_some_and(|brought| same(&brought, token)) {
        return refuse();
    }
    next.run(Request::from_parts(parts, Body::from(bytes))).await
}

fn refuse() -> Response {
    Error::forbidden(CODE, t::csrf).into_response()
}

/// Whether the token stands in the header or in the query.
fn brought_outside(request: &Request, token: &str) -> bool {
    let header = request.headers().get(HEADER).and_then(|value| value.to_str().ok());
    let query = field(request.uri().query().unwrap_or_default().as_bytes());
    header.is_some_and(|brought| same(brought, token)) || query.is_some_and(|brought| same(&brought, token))
}

fn is_form(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    kind.starts_with("application/x-www-form-urlencoded")
}

fn field(pairs: &[u8]) -> Option<String> {
    form_urlencoded::parse(pairs).find(|(name, _)| name == FIELD).map(|(_, value)| value.into_owned())
}

/// Compares hashes, so that the time taken says nothing about the token.
fn same(brought: &str, token: &str) -> bool {
    Sha256::digest(brought) == Sha256::digest(token)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_session_has_a_token_of_its_own_that_does_not_give_its_secret_away() {
        assert_eq!(token("one"), token("one"));
        assert_ne!(token("one"), token("two"));
        assert_eq!(token("one").len(), 24);
    }

    #[test]
    fn the_field_is_found_wherever_it_stands() {
        assert_eq!(field(b"name=L%C3%A9a&csrf=abc").as_deref(), Some("abc"));
        assert_eq!(field(b"name=csrf"), None);
    }
}
