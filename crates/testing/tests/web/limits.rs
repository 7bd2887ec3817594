//! How much, and how often.

use std::net::SocketAddr;

use axum::body::Body;
use axum::extract::ConnectInfo;
use http::{HeaderMap, Request};
use serde_json::json;
use testing::TestApp;
use tower::ServiceExt as _;
use web::{Guard, Rate};

use crate::small::{send, send_note, shop, site};

#[tokio::test]
async fn a_body_that_is_too_large_is_413_at_both_doors() {
    let shop = shop().await;
    let (fits, too_large) = ("x".repeat(255 * 1_024), "x".repeat(257 * 1_024));
    let good = send_note(&shop, "application/json", json!({ "text": fits }).to_string()).await;
    assert_eq!(good.status(), 200);
    let program = send_note(&shop, "application/json", json!({ "text": too_large }).to_string()).await;
    assert_eq!((program.status(), &program.json()["code"]), (413, &json!("payload_too_large")));
    let headers = [("content-type", "application/x-www-form-urlencoded")];
    for address in ["/fr/form", "/fr/theme"] {
        let page = send(&shop, "POST", address, &headers, too_large.clone()).await;
        assert_eq!((page.status(), page.header("content-language")), (413, "fr"), "{address}");
        assert!(page.header("content-type").starts_with("text/html"), "{address}");
    }
}

/// A site that takes two requests at once from one client.
struct Limited {
    router: axum::Router,
    /// Its database and its files.
    _shop: TestApp,
}

impl Limited {
    async fn new(trusted: &str) -> Self {
        let shop = shop().await;
        let rate = Some(Rate { per_second: 0.1, burst: 2 });
        let guard = Guard { rate, trusted_proxies: trusted.parse().unwrap(), public_metrics: None };
        Self { router: site().into_router(shop.app.clone(), guard), _shop: shop }
    }

    async fn ask(&self, address: &str, from: &str, forwarded: &str) -> (u16, HeaderMap) {
        let peer: SocketAddr = from.parse().unwrap();
        let mut request = Request::get(address).body(Body::empty()).unwrap();
        request.headers_mut().insert("x-forwarded-for", forwarded.parse().unwrap());
        request.extensions_mut().insert(ConnectInfo(peer));
        let answer = self.router.clone().oneshot(request).await.unwrap();
        (answer.status().as_u16(), answer.headers().clone())
    }
}

#[tokio::test]
async fn too_many_requests_are_429_until_their_time_comes() {
    let site = Limited::new("").await;
    for _ in 0..2 {
        assert_eq!(site.ask("/api/v1/notes", "192.0.2.1:4000", "").await.0, 200);
    }
    let (status, headers) = site.ask("/api/v1/notes", "192.0.2.1:4001", "").await;
    assert_eq!((status, &headers["content-type"]), (429, &"application/problem+json".parse().unwrap()));
    let wait: u64 = headers["retry-after"].to_str().unwrap().parse().unwrap();
    assert!((1..=10).contains(&wait), "{wait}");
    let (status, headers) = site.ask("/fr/page", "192.0.2.1:4002", "198.51.100.7").await;
    assert_eq!((status, headers["content-type"].as_bytes()), (429, &b"text/html; charset=utf-8"[..]));
    assert!(headers.contains_key("retry-after") && headers.contains_key("content-security-policy"));
    assert_eq!(site.ask("/fr/page", "192.0.2.2:4000", "").await.0, 200, "others are not kept waiting");
    for free in ["/healthz", "/readyz", assets::url("app.css")] {
        assert_eq!(site.ask(free, "192.0.2.1:4003", "").await.0, 200, "{free}");
    }
}

#[tokio::test]
async fn behind_a_trusted_proxy_each_client_is_counted_alone() {
    let site = Limited::new("127.0.0.1").await;
    for _ in 0..2 {
        assert_eq!(site.ask("/fr/page", "127.0.0.1:1", "203.0.113.5, 198.51.100.7").await.0, 200);
    }
    assert_eq!(site.ask("/fr/page", "127.0.0.1:1", "203.0.113.6, 198.51.100.7").await.0, 429);
    assert_eq!(site.ask("/fr/page", "127.0.0.1:1", "198.51.100.8").await.0, 200);
}
