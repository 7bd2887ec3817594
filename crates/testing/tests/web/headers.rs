//! What every answer carries, whether it succeeds or not.

use crate::small::{ask, send_note, shop};

#[tokio::test]
async fn every_kind_of_answer_is_guarded_and_named() {
    let shop = shop().await;
    let asset = assets::url("app.css");
    for (method, address, status) in [
        ("GET", "/fr/page", 200),
        ("GET", "/", 303),
        ("GET", "/fr", 308),
        ("GET", "/fr/none", 404),
        ("GET", "/fr/breaks/panic", 500),
        ("POST", "/fr/page", 405),
        ("GET", "/api/v1/notes", 200),
        ("GET", "/api/v1/notes?limit=0", 422),
        ("GET", "/api/v1/none", 404),
        ("GET", "/api/v1/breaks/panic", 500),
        ("GET", "/api/v1/breaks/unavailable", 503),
        ("GET", "/api/v1/openapi.json", 200),
        ("GET", "/api/docs", 200),
        ("GET", "/healthz", 200),
        ("GET", "/readyz", 200),
        ("GET", "/manifest.webmanifest", 200),
        ("GET", "/robots.txt", 200),
        ("GET", "/favicon.ico", 200),
        ("GET", asset, 200),
        ("GET", "/assets/none.js", 404),
        ("OPTIONS", "/api/v1/notes", 405),
    ] {
        let answer = ask(&shop, method, address, &[]).await;
        assert_eq!(answer.status(), status, "{method} {address}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{address}");
        assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin", "{address}");
        assert_eq!(answer.header("cross-origin-resource-policy"), "same-origin", "{address}");
        assert!(!answer.header("referrer-policy").is_empty(), "{address}");
        assert!(!answer.header("permissions-policy").is_empty(), "{address}");
        let policy = answer.header("content-security-policy");
        assert!(
            policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"),
            "{address}: {policy}"
        );
        assert!(!policy.contains("unsafe"), "{address}: {policy}");
        let html = answer.header("content-type").starts_with("text/html");
        assert_eq!(policy.contains("style-src 'self'"), html, "{address}: {policy}");
        assert!(!answer.header("x-request-id").is_empty(), "{address}");
        assert_eq!(answer.header("strict-transport-security"), "", "on plain http it means nothing");
        if status != 303 && status != 308 {
            assert!(!answer.header("cache-control").is_empty(), "{address}: kept on purpose or not at all");
        }
    }
}

#[tokio::test]
async fn a_request_s_name_is_its_own_and_not_the_caller_s() {
    let shop = shop().await;
    let first = shop.get_with("/healthz", &[("x-request-id", "mine\u{e9}")]).await;
    let second = shop.get_with("/healthz", &[("x-request-id", "mine")]).await;
    assert_ne!(first.header("x-request-id"), second.header("x-request-id"));
    assert!(!second.header("x-request-id").contains("mine"));
}

#[tokio::test]
async fn an_answer_says_what_else_it_depends_on() {
    let shop = shop().await;
    let page = shop.get("/fr/page").await;
    assert!(page.header("vary").contains("cookie") && page.header("vary").contains("hx-request"));
    let list = shop.get("/api/v1/notes").await;
    assert!(list.header("vary").contains("accept-language"));
    let front = shop.get("/").await;
    assert!(front.header("vary").contains("accept-language") && front.header("vary").contains("cookie"));
    let note = send_note(&shop, "application/json", "{}").await;
    assert!(note.header("vary").contains("accept-language"));
}

#[tokio::test]
async fn search_engines_are_shown_the_shop_and_no_account() {
    let robots = shop().await.get("/robots.txt").await;
    assert_eq!(robots.header("content-type"), "text/plain; charset=utf-8");
    let text = robots.text();
    assert!(text.starts_with("User-agent: *\nAllow: /\n"), "{text}");
    for closed in ["/api/", "/dev/", "/en/account", "/fr/account", "/ar/account"] {
        assert!(text.contains(&format!("Disallow: {closed}\n")), "{closed}: {text}");
    }
}

#[tokio::test]
async fn the_icon_is_where_programs_look_for_it() {
    let icon = shop().await.get("/favicon.ico").await;
    assert_eq!((icon.status(), icon.header("cache-control")), (200, "no-cache"));
    assert!(icon.header("content-type").starts_with("image/"), "{}", icon.header("content-type"));
}

#[tokio::test]
async fn every_operation_says_that_it_may_ask_to_wait_or_for_a_fresh_token() {
    let description = shop().await.get("/api/v1/openapi.json").await.json();
    for (path, methods) in description["paths"].as_object().unwrap() {
        for (method, operation) in methods.as_object().unwrap() {
            for status in ["401", "429"] {
                let answer = &operation["responses"][status]["content"]["application/problem+json"];
                assert!(answer.is_object(), "{method} {path}: {status}");
            }
        }
    }
}
