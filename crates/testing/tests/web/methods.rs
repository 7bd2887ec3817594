//! Methods that an address does not have, and those that every address has.

use serde_json::json;

use crate::small::{ask, shop};

#[tokio::test]
async fn a_method_that_an_address_does_not_have_is_405_with_those_it_has() {
    let shop = shop().await;
    for (method, address, has) in [
        ("DELETE", "/api/v1/notes", &["GET", "POST"][..]),
        ("PUT", "/api/v1/breaks/gone", &["GET"]),
        ("PATCH", "/fr/page", &["GET"]),
        ("GET", "/fr/form", &["POST"]),
        ("POST", "/healthz", &["GET"]),
        ("POST", "/api/v1/openapi.json", &["GET"]),
        ("BREW", "/api/v1/notes", &["GET"]),
    ] {
        let answer = ask(&shop, method, address, &[]).await;
        assert_eq!(answer.status(), 405, "{method} {address}");
        for known in has {
            assert!(
                answer.header("allow").split(',').any(|one| one.trim() == *known),
                "{address}: {}",
                answer.header("allow")
            );
        }
        if address.starts_with("/api/") {
            assert_eq!(answer.header("content-type"), "application/problem+json", "{address}");
            assert_eq!(answer.json()["code"], json!("method_not_allowed"), "{address}");
        } else {
            assert!(answer.header("content-type").starts_with("text/html"), "{address}");
        }
    }
    assert_eq!(ask(&shop, "DELETE", "/api/v1/none", &[]).await.status(), 404, "it has none at all");
}

#[tokio::test]
async fn head_is_get_without_its_body() {
    let shop = shop().await;
    for address in ["/fr/page", "/api/v1/notes", "/healthz", "/manifest.webmanifest", "/api/v1/openapi.json"]
    {
        let (head, get) = (ask(&shop, "HEAD", address, &[]).await, shop.get(address).await);
        assert_eq!((head.status(), head.bytes()), (200, &b""[..]), "{address}");
        for name in ["content-type", "etag", "cache-control", "vary", "content-security-policy"] {
            assert_eq!(head.header(name), get.header(name), "{address} {name}");
        }
    }
}

#[tokio::test]
async fn other_sites_are_offered_nothing() {
    let shop = shop().await;
    for address in ["/api/v1/notes", "/fr/page", "/"] {
        let asked = [("origin", "https://evil.example"), ("access-control-request-method", "POST")];
        let answer = ask(&shop, "OPTIONS", address, &asked).await;
        assert!(answer.status() < 500, "{address}");
        assert!(!answer.header("allow").is_empty(), "{address}: what there is may be known");
        assert_eq!(answer.header("access-control-allow-origin"), "", "{address}");
        let read = shop.get_with(address, &[("origin", "https://evil.example")]).await;
        assert_eq!(read.header("access-control-allow-origin"), "", "{address}");
    }
}
