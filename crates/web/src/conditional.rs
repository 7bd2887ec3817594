//! Answers to "only if it changed" and requests "only if it did not": an `ETag` over the bytes of a body, the 304 for a
//! client that has them, and the 412 for one that wants to change what it knows no more.

use axum::body::Body;
use axum::extract::{FromRequestParts, Request};
use axum::middleware::Next;
use axum::response::Response;
use http::request::Parts;
use http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use rapidhash::v3::rapidhash_v3;
use serde::Serialize;

use crate::error::{Error, Result};

/// A strong entity tag over a whole body. It tells versions apart and is no proof of anything, so a fast hash does.
pub fn etag(body: &[u8]) -> HeaderValue {
    let text = format!("\"{:016x}{:x}\"", rapidhash_v3(body), body.len());
    HeaderValue::from_str(&text).unwrap_or(HeaderValue::from_static("\"\""))
}

/// Whether one of the tags of an `If-None-Match` is the one given, by the weak comparison of RFC 9110.
pub fn none_match_holds(if_none_match: &HeaderValue, etag: &HeaderValue) -> bool {
    let (Ok(wanted), Ok(etag)) = (if_none_match.to_str(), etag.to_str()) else { return false };
    let opaque = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    wanted.trim() == "*" || wanted.split(',').any(|tag| opaque(tag) == opaque(etag))
}

/// The `If-Match` of a request that changes something: it is to be done only while the thing is as the caller knows it.
#[derive(Clone, Debug, Default)]
pub struct IfMatch(Option<HeaderValue>);

impl<S: Send + Sync> FromRequestParts<S> for IfMatch {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self> {
        Self::of(&parts.headers)
    }
}

impl IfMatch {
    fn of(headers: &HeaderMap) -> Result<Self> {
        let mut given = headers.get_all(header::IF_MATCH).iter();
        match (given.next(), given.next()) {
            (given, None) => Ok(Self(given.cloned())),
            // A list on several lines is rare enough not to be read.
            _ => Err(Error::stale()),
        }
    }

    /// Whether the caller minds.
    pub fn is_given(&self) -> bool {
        self.0.is_some()
    }

    /// A 412 unless the thing is as the caller knows it. `now` is what a GET would answer as JSON. Marks of weakness do
    /// not count: it is us who put them on, when an answer is compressed.
    pub fn check(&self, now: &impl Serialize) -> Result<()> {
        let Some(wanted) = &self.0 else { return Ok(()) };
        let body = serde_json::to_vec(now).map_err(|error| Error::Internal(error.into()))?;
        if none_match_holds(wanted, &etag(&body)) { Ok(()) } else { Err(Error::stale()) }
    }
}

/// Turns a 200 into a 304 where the client has the same bytes. Stands outside all handlers, so that none of them
/// has to think of it.
pub(crate) async fn not_modified(request: Request, next: Next) -> Response {
    let reading = matches!(*request.method(), Method::GET | Method::HEAD);
    let known = request.headers().get(header::IF_NONE_MATCH).filter(|_| reading).cloned();
    let mut response = next.run(request).await;
    let (Some(known), StatusCode::OK) = (known, response.status()) else { return response };
    let same = response.headers().get(header::ETAG).is_some_and(|etag| none_match_holds(&known, etag));
    if same {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        *response.body_mut() = Body::empty();
        for name in [header::CONTENT_TYPE, header::CONTENT_LENGTH, header::CONTENT_ENCODING] {
            response.headers_mut().remove(name);
        }
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_of_tags_matches_weakly() {
        let etag = HeaderValue::from_static("\"abc\"");
        for held in ["\"abc\"", "W/\"abc\"", "\"x\", W/\"abc\"", "*"] {
            assert!(none_match_holds(&HeaderValue::from_str(held).unwrap(), &etag), "{held}");
        }
        assert!(!none_match_holds(&HeaderValue::from_static("\"abcd\""), &etag));
    }

    #[test]
    fn a_change_is_made_only_to_what_the_caller_knows() {
        let known = etag(b"1");
        let given = |text: &str| IfMatch(Some(HeaderValue::from_str(text).unwrap()));
        for holds in [known.to_str().unwrap(), &format!("W/{}", known.to_str().unwrap()), "*"] {
            assert!(given(holds).check(&1).is_ok(), "{holds}");
        }
        let error = given("\"another\"").check(&1).unwrap_err();
        assert_eq!(error.status(), StatusCode::PRECONDITION_FAILED);
        assert!(IfMatch::default().check(&1).is_ok(), "who names nothing does not mind");
    }

    #[test]
    fn other_bytes_have_another_tag() {
        assert_ne!(etag(b"one"), etag(b"two"));
        assert_eq!(etag(b"one"), etag(b"one"));
    }
}
