//! An `ETag` names bytes. Where a page is compressed on the way out its bytes change, so its tag is made a weak one,
//! which says "the same content"; tags of files that lie compressed are their own and stay strong.

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use http::{HeaderValue, header};

/// Set on answers that were encoded before the compressing layer saw them.
#[derive(Clone, Copy)]
struct EncodedAlready;

/// Inside the compressing layer.
pub(crate) async fn mark(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    if response.headers().contains_key(header::CONTENT_ENCODING) {
        response.extensions_mut().insert(EncodedAlready);
    }
    response
}

/// Outside it.
pub(crate) async fn weaken(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let fresh = response.headers().contains_key(header::CONTENT_ENCODING)
        && response.extensions().get::<EncodedAlready>().is_none();
    if !fresh {
        return response;
    }
    let weak = response
        .headers()
        .get(header::ETAG)
        .filter(|etag| !etag.as_bytes().starts_with(b"W/"))
        .and_then(|etag| HeaderValue::from_bytes(&[b"W/", etag.as_bytes()].concat()).ok());
    if let Some(weak) = weak {
        response.headers_mut().insert(header::ETAG, weak);
    }
    response
}
