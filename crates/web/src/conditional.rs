//! Answers to "only if it changed": an `ETag` over the bytes of a body, and the 304 for a client that has them.

use axum::body::Body;
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use http::{HeaderValue, Method, StatusCode, header};
use rapidhash::v3::rapidhash_v3;

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
    fn other_bytes_have_another_tag() {
        assert_ne!(etag(b"one"), etag(b"two"));
        assert_eq!(etag(b"one"), etag(b"one"));
    }
}
