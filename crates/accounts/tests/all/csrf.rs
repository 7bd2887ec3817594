//! What changes something with a session's cookie brings the session's token.

use axum::body::Body;
use http::{Method, Request};
use testing::{Browser, PASSWORD, TestApp, TestResponse, on_both_databases};
use web::Role;

use crate::site;

const FORM: &str = "application/x-www-form-urlencoded";

/// Every route that changes something, with its parameters filled in.
async fn routes(shop: &TestApp) -> Vec<(Method, String)> {
    let filled = |path: &str| path.replace("{id}", "1").replace("{book}", "1-x");
    let mut routes: Vec<_> =
        shop.pages_table().iter().map(|(path, _)| (Method::POST, format!("/en{}", filled(path)))).collect();
    let description = shop.get("/api/v1/openapi.json").await.json();
    for (path, methods) in description["paths"].as_object().unwrap() {
        for method in methods.as_object().unwrap().keys().filter(|method| *method != "get") {
            routes.push((method.to_uppercase().parse().unwrap(), filled(path)));
        }
    }
    assert!(routes.len() > 35, "{routes:?}");
    routes
}

async fn send(browser: &Browser, method: Method, path: &str, (header, value): (&str, &str)) -> TestResponse {
    browser.send(Request::builder().method(method).uri(path).header(header, value).body(Body::empty())).await
}

fn is_refused(answer: &TestResponse) -> bool {
    let says_so = answer.text().contains("csrf") || answer.header("content-type").starts_with("text/html");
    answer.status() == 403 && says_so
}

on_both_databases! {
    in site();

    async fn without_the_token_nothing_is_changed_on_any_route(shop: TestApp) {
        shop.account("leila", Role::Reader).await;
        let browser = shop.browser_of("leila").await;
        for (method, path) in routes(&shop).await {
            for kind in ["application/json", FORM, "multipart/form-data; boundary=x", "text/plain"] {
                let answer = send(&browser, method.clone(), &path, ("content-type", kind)).await;
                assert!(is_refused(&answer), "{method} {path} as {kind}: {} {}", answer.status(), answer.text());
            }
            let wrong = send(&browser, method.clone(), &path, ("x-csrf-token", "wrong")).await;
            assert!(is_refused(&wrong), "{method} {path}: {}", wrong.status());
        }
        assert_eq!(browser.get("/en/account").await.status(), 200);
    }

    async fn another_sessions_token_is_none(shop: TestApp) {
        shop.account("leila", Role::Reader).await;
        shop.account("karim", Role::Reader).await;
        let (leila, karim) = (shop.browser_of("leila").await, shop.browser_of("karim").await);
        let token = karim.csrf().await.unwrap();
        assert_eq!(leila.post_bare("/en/sign-out", &[("csrf", &token)]).await.status(), 403);
        assert_eq!(send(&leila, Method::DELETE, "/api/v1/me/sessions", ("x-csrf-token", &token)).await.status(), 403);
    }

    async fn the_token_is_taken_from_the_header_the_form_and_the_address(shop: TestApp) {
        shop.account("leila", Role::Reader).await;
        let browser = shop.browser_of("leila").await;
        let token = browser.csrf().await.unwrap();
        let by_header = send(&browser, Method::DELETE, "/api/v1/me/sessions", ("x-csrf-token", &token)).await;
        assert_eq!(by_header.status(), 204);
        let path = format!("/api/v1/me/picture?csrf={token}");
        assert_eq!(send(&browser, Method::DELETE, &path, ("accept", "*/*")).await.status(), 204);
        assert_eq!(browser.post_bare("/en/account/sessions/end", &[("csrf", &token)]).await.status(), 303);
        let far_too_long = "x".repeat(300_000);
        let fields = [("name", far_too_long.as_str()), ("csrf", token.as_str())];
        assert_eq!(browser.post_bare("/en/account/profile", &fields).await.status(), 413);
    }

    async fn a_program_with_a_token_needs_none_and_its_cookie_counts_for_nothing(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let bearer = format!("Bearer {}", leila.access);
        shop.account("karim", Role::Reader).await;
        let karim = shop.browser_of("karim").await;
        assert_eq!(leila.delete("/me/picture").await.status(), 204);
        let request = Request::get("/api/v1/me").header("authorization", &bearer).body(Body::empty());
        assert_eq!(karim.send(request).await.json()["username"], "leila");
        let request = Request::delete("/api/v1/me/picture").header("authorization", "Bearer wrong").body(Body::empty());
        assert_eq!(karim.send(request).await.status(), 401, "a wrong token is not made up for by the cookie");
    }

    async fn another_site_changes_nothing_even_with_the_token(shop: TestApp) {
        shop.account("leila", Role::Reader).await;
        let browser = shop.browser_of("leila").await;
        let token = browser.csrf().await.unwrap();
        for (name, value) in [("sec-fetch-site", "cross-site"), ("origin", "https://evil.example"), ("origin", "null")] {
            let path = format!("/en/sign-out?csrf={token}");
            assert_eq!(send(&browser, Method::POST, &path, (name, value)).await.status(), 403, "{name}: {value}");
            // Nor does it sign anybody in.
            let visitor = shop.browser();
            assert_eq!(send(&visitor, Method::POST, "/en/sign-in", (name, value)).await.status(), 403, "{name}: {value}");
        }
        assert_eq!(browser.get("/en/account").await.status(), 200);
    }

    async fn who_signed_in_beside_an_open_form_of_the_ways_in_is_led_on_by_it(shop: TestApp) {
        shop.account("leila", Role::Reader).await;
        let browser = shop.browser_of("leila").await;
        let before = browser.cookie("session").unwrap();
        let fields = [("login", "leila"), ("password", PASSWORD), ("next", "/en/browse")];
        let on = browser.post_from("http://shop.example", "/en/sign-in", &fields).await;
        assert_eq!((on.status(), on.header("location")), (303, "/en/browse"));
        assert_ne!(browser.cookie("session").unwrap(), before, "it is a sign-in like any other");
        for (path, status) in [("/en/sign-up", 422), ("/en/forgot", 422), ("/en/reset", 422), ("/en/sign-in", 422)] {
            assert_eq!(browser.post_from("http://shop.example", path, &[]).await.status(), status, "{path}");
        }
        assert_ne!(browser.post_from("http://shop.example", "/en/verify", &[]).await.status(), 403);
    }

    async fn a_form_of_a_way_in_that_another_page_may_have_sent_is_refused(shop: TestApp) {
        shop.account("leila", Role::Reader).await;
        let browser = shop.browser_of("leila").await;
        let fields = [("login", "leila"), ("password", PASSWORD)];
        assert_eq!(browser.post_bare("/en/sign-in", &fields).await.status(), 403, "it proves nothing");
        for origin in ["null", "https://evil.example", "http://shop.example.evil.example"] {
            assert_eq!(browser.post_from(origin, "/en/sign-in", &fields).await.status(), 403, "{origin}");
        }
    }

    async fn any_other_form_that_is_too_old_leads_back_to_its_page(shop: TestApp) {
        shop.account("leila", Role::Reader).await;
        let browser = shop.browser_of("leila").await;
        for (language, words) in [("en", "too old"), ("fr", "trop ancien"), ("ar", "قديمة")] {
            let path = format!("/{language}/account/profile");
            let old = browser.post_from("http://shop.example", &path, &[("csrf", "old"), ("name", "L")]).await;
            assert_eq!(old.status(), 403);
            assert!(old.text().contains(words) && old.text().contains(&format!("href=\"{path}\"")), "{}", old.text());
        }
        let request = Request::post("/en/theme")
            .header("content-type", FORM)
            .header("referer", "http://shop.example/en/browse?sort=new")
            .body(Body::from("theme=dark"));
        let old = browser.send(request).await;
        assert!(old.status() == 403 && old.text().contains("href=\"/en/browse?sort=new\""), "{}", old.text());
    }
}
