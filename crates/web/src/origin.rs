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
use crate::theme::is_own_path;
use crate::{route, t};

/// Where a browser says that a request comes from, in a word.
const FETCH_SITE: header::HeaderName = header::HeaderName::from_static("sec-fetch-site");

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
    let origin = text(headers, header::ORIGIN);
    match text(headers, FETCH_SITE) {
        Some("same-origin" | "none") => true,
        Some(_) => origin == Some(public_origin),
        None => origin.is_none_or(|origin| is_ours(origin, headers, uri, public_origin)),
    }
}

/// Whether a browser says of a request that one of our own pages sent it, and names that page's origin. More than that
/// no other site did: a request that says nothing proves nothing.
pub(crate) fn is_proven(headers: &HeaderMap, uri: &Uri, public_origin: &str) -> bool {
    let site = text(headers, FETCH_SITE).is_none_or(|site| site == "same-origin");
    let origin = text(headers, header::ORIGIN);
    site && origin.is_some_and(|origin| is_ours(origin, headers, uri, public_origin))
}

/// The path of our own page that a request came from, where the browser tells.
pub(crate) fn referring_path<'a>(headers: &'a HeaderMap, public_origin: &str) -> Option<&'a str> {
    let referrer = text(headers, header::REFERER)?;
    let path = referrer.strip_prefix(public_origin).or_else(|| {
        let (_, rest) = referrer.split_once("://")?;
        rest.strip_prefix(text(headers, header::HOST)?)
    })?;
    is_own_path(path).then_some(path)
}

fn is_ours(origin: &str, headers: &HeaderMap, uri: &Uri, public_origin: &str) -> bool {
    let host = text(headers, header::HOST).or_else(|| uri.authority().map(http::uri::Authority::as_str));
    origin == public_origin || (host.is_some() && host_of(origin) == host)
}

fn text(headers: &HeaderMap, name: header::HeaderName) -> Option<&str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

fn host_of(origin: &str) -> Option<&str> {
    origin.split_once("://").map(|(_, host)| host)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        let headers = pairs.iter().map(|(name, value)| {
            (header::HeaderName::from_static(name), http::HeaderValue::from_static(value))
        });
        headers.collect()
    }

    fn own(pairs: &[(&'static str, &'static str)]) -> bool {
        is_own(&headers(pairs), &Uri::from_static("/preferences"), "https://shop.example")
    }

    fn proven(pairs: &[(&'static str, &'static str)]) -> bool {
        is_proven(&headers(pairs), &Uri::from_static("/preferences"), "https://shop.example")
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
    #[test]
    fn only_who_names_our_origin_has_proven_to_come_from_there() {
        assert!(proven(&[("sec-fetch-site", "same-origin"), ("origin", "https://shop.example")]));
        assert!(proven(&[("origin", "https://shop.example")]));
        assert!(proven(&[("origin", "http://localhost:8000"), ("host", "localhost:8000")]));
        assert!(!proven(&[("host", "shop.example")]));
        assert!(!proven(&[("sec-fetch-site", "same-origin"), ("host", "shop.example")]));
        assert!(!proven(&[("sec-fetch-site", "none"), ("origin", "https://shop.example")]));
        assert!(!proven(&[("sec-fetch-site", "same-site"), ("origin", "https://shop.example")]));
        assert!(!proven(&[("origin", "null"), ("host", "shop.example")]));
        assert!(!proven(&[("origin", "https://evil.example"), ("host", "shop.example")]));
    }

    #[test]
    fn the_way_back_leads_to_our_own_pages_only() {
        let path = |referrer| {
            let headers = headers(&[("referer", referrer), ("host", "localhost:8000")]);
            referring_path(&headers, "https://shop.example").map(str::to_owned)
        };
        assert_eq!(path("https://shop.example/fr/account?x=1").as_deref(), Some("/fr/account?x=1"));
        assert_eq!(path("http://localhost:8000/fr/").as_deref(), Some("/fr/"));
        for elsewhere in
            ["https://evil.example/fr/", "https://shop.example.evil.example/", "https://shop.example//evil"]
        {
            assert_eq!(path(elsewhere), None, "{elsewhere}");
        }
    }
}
