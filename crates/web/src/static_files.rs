//! The built front end: `/assets/*`. Every address carries the hash of what is behind it, so a browser asks once.

use axum::Router;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use http::{HeaderMap, HeaderValue, header};

use crate::caching::Caching;
use crate::error::{Error, Result};
use crate::security::{Directive, Policy};

pub(crate) fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new()
        .route("/assets/{*file}", get(show))
        .route("/favicon.ico", get(favicon))
        .route("/sw.js", get(service_worker))
}

/// The service worker. It is at the root, since it may speak for nothing above its own folder, and its address never
/// changes, so browsers ask for it anew each time.
async fn service_worker(headers: HeaderMap) -> Result<Response> {
    let worker = assets::get("worker.js").ok_or(Error::NotFound)?;
    let policy = Policy::nothing().set(Directive::ScriptSrc, "'self'").set(Directive::ConnectSrc, "'self'");
    Ok((policy, Caching::Revalidate, encoded(worker, &headers)).into_response())
}

/// Where browsers and other programs look for a picture of the site without reading a page. The address stays when
/// the picture changes.
async fn favicon() -> Result<Response> {
    let icon = assets::get("favicon.ico").ok_or(Error::NotFound)?;
    let about = [(header::CONTENT_TYPE, icon.media_type), (header::ETAG, icon.etag)];
    Ok((Caching::Revalidate, about, icon.bytes).into_response())
}

async fn show(Path(file): Path<String>, headers: HeaderMap) -> Result<Response> {
    let asset = assets::find(&file).ok_or(Error::NotFound)?;
    let mut response = encoded(asset, &headers);
    response.headers_mut().insert(header::CACHE_CONTROL, Caching::Immutable.header());
    if is_worker(&file) {
        return Ok((worker_policy(), response).into_response());
    }
    Ok(response)
}

/// The asset in the smallest form that the client takes.
fn encoded(asset: &'static assets::Asset, headers: &HeaderMap) -> Response {
    let accepted =
        headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let (bytes, encoding) = match (asset.br, asset.gzip) {
        (Some(br), _) if accepts(accepted, "br") => (br, Some("br")),
        (_, Some(gzip)) if accepts(accepted, "gzip") => (gzip, Some("gzip")),
        _ => (asset.bytes, None),
    };
    let etag = encoding
        .map_or_else(|| HeaderValue::from_static(asset.etag), |encoding| encoded_etag(asset.etag, encoding));
    let mut response = (
        [
            (header::CONTENT_TYPE, HeaderValue::from_static(asset.media_type)),
            (header::ETAG, etag),
            (header::VARY, HeaderValue::from_static("accept-encoding")),
        ],
        bytes,
    )
        .into_response();
    if let Some(encoding) = encoding {
        response.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    response
}

fn is_worker(file: &str) -> bool {
    file.ends_with(".worker.mjs")
}

/// A worker lives by the policy of its own script and not of the page that started it. The one of pdf.js decodes
/// some kinds of pictures with WebAssembly.
fn worker_policy() -> Policy {
    Policy::nothing()
        .set(Directive::ScriptSrc, "'self' 'wasm-unsafe-eval'")
        .set(Directive::ConnectSrc, "'self'")
}

/// Other bytes need another strong tag.
fn encoded_etag(etag: &'static str, encoding: &str) -> HeaderValue {
    let text = format!("{}-{encoding}\"", etag.trim_end_matches('"'));
    HeaderValue::from_str(&text).unwrap_or(HeaderValue::from_static(etag))
}

/// Whether `Accept-Encoding` takes an encoding: named, and not with a weight of nothing.
fn accepts(accepted: &str, encoding: &str) -> bool {
    accepted.split(',').any(|part| {
        let mut words = part.split(';').map(str::trim);
        words.next().is_some_and(|name| name.eq_ignore_ascii_case(encoding))
            && !words.any(|word| word.strip_prefix("q=").is_some_and(|weight| weight.parse() == Ok(0.0_f32)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_worker_may_compile_web_assembly() {
        assert!(is_worker("pdfjs-1a2b3c/pdf.worker.mjs"));
        assert!(!is_worker("reader-pdf-1A2B.js"));
        assert!(worker_policy().to_string().contains("'wasm-unsafe-eval'"));
        assert!(!Policy::page().to_string().contains("wasm"));
    }

    #[test]
    fn an_encoding_of_no_weight_is_not_accepted() {
        assert!(accepts("gzip, deflate, br;q=0.8", "br"));
        assert!(!accepts("gzip, br;q=0", "br"));
        assert!(!accepts("gzip;q=1.0", "br"));
        assert!(!accepts("", "gzip"));
    }
}
