//! Who may change something: only requests that come from our own pages, or from programs that are no browsers.
//! One layer checks every request that is not a plain read, so that no handler can forget it.
//!
//! Browsers say where a request comes from in `Sec-Fetch-Site` and, older ones, in `Origin`. A request with neither
//! is no browser's and carries no cookie that a foreign page could misuse.

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, Method, Uri, header};

use crate::error::Error;
use crate::{route, t};

pub(crate) async fn check(
    axum::extract::State(public_origin): axum::extract::State<std::sync::Arc<str>>,
    request: Request,
    next: Next,
) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if reads || is_own(request.headers(), request.uri(), &public_origin) {
        return next.run(request).await;
    }
    let path = route::full_path(request.extensions(), request.uri());
    tracing::warn!(http.path = path, "Refused a change asked for by another site");
    Error::forbidden("cross_site", t::cross_site).into_response()
}

fn is_own(headers: &HeaderMap, uri: &Uri, public_origin: &str) -> bool {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let origin = text(header::ORIGIN);
    match text(header::HeaderName::from_static("sec-fetch-site")) {
        Some("same-origin" | "none") => true,
        Some(_) => origin == Some(public_origin),
        None => origin.is_none_or(|origin| {
            let host = text(header::HOST).or_else(|| uri.authority().map(http::uri::Authority::as_str));
            origin == public_origin || (host.is_some() && host_of(origin) == host)
        }),
    }
}

fn host_of(origin: &str) -> Option<&str> {
    origin.split_once("://").map(|(_, host)| host)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(pairs: &[(&'static str, &'static str)]) -> bool {
        let headers = pairs.iter().map(|(name, value)| {
            (header::HeaderName::from_static(name), http::HeaderValue::from_static(value))
        });
        is_own(&headers.collect(), &Uri::from_static("/preferences"), "https://shop.example")
    }

    #[test]
    fn our_own_pages_and_programs_may_change_things() {
        assert!(own(&[("sec-fetch-site", "same-origin"), ("origin", "https://shop.example")]));
        assert!(own(&[("origin", "https://shop.example"), ("host", "127.0.0.1:8000")]));
        assert!(own(&[("origin", "http://localhost:8000"), ("host", "localhost:8000")]));
        assert!(own(&[("host", "shop.example")]));
    }

    #[test]
    fn other_sites_may_not() {
        assert!(!own(&[("sec-fetch-site", "cross-site"), ("origin", "https://evil.example")]));
        assert!(!own(&[("sec-fetch-site", "same-site"), ("origin", "https://blog.shop.example")]));
        assert!(!own(&[("origin", "https://evil.example"), ("host", "shop.example")]));
        assert!(!own(&[("origin", "null"), ("host", "shop.example")]));
    }
}
