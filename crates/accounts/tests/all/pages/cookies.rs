//! The cookies of sessions: their attributes, their lives, and that nobody can plant one.

use testing::{PASSWORD, on_both_databases};
use web::Role;

use crate::site;

const HOUR: i64 = 60 * 60;
const DAY: i64 = 24 * HOUR;
const PAIR: [(&str, &str); 2] = [("login", "leila"), ("password", PASSWORD)];
const REMEMBERED: [(&str, &str); 3] = [("login", "leila"), ("password", PASSWORD), ("remember", "on")];

/// What stands behind the value.
fn attributes(cookie: &str) -> Vec<&str> {
    cookie.split("; ").skip(1).collect()
}

async fn is_in(browser: &testing::Browser) -> bool {
    browser.get("/en/account").await.status() == 200
}

on_both_databases! {
    in site();

    async fn on_https_they_are_bound_to_the_host_and_sent_by_no_other_site(shop: TestApp) {
        shop.account("leila", Role::Reader).await;
        let browser = shop.at("https://shop.example").browser();
        let answer = browser.post("/en/sign-in", &REMEMBERED).await;
        assert_eq!(answer.status(), 303);
        let expected = ["Path=/", "Max-Age=2592000", "HttpOnly", "SameSite=Lax", "Secure"];
        assert_eq!(attributes(answer.set_cookie("__Host-session")), expected);
        assert!(attributes(answer.set_cookie("__Host-device")).contains(&"Secure"));
        assert!(answer.set_cookie("session").is_empty());
        assert!(is_in(&browser).await);
        let plain = browser.cookie("__Host-session").unwrap();
        let planted = shop.at("https://shop.example").browser();
        planted.set_cookie("session", &plain);
        assert!(!is_in(&planted).await, "without its prefix it counts for nothing");
    }

    async fn on_http_they_have_neither_prefix_nor_secure(shop: TestApp) {
        shop.account("leila", Role::Reader).await;
        let answer = shop.browser().post("/en/sign-in", &REMEMBERED).await;
        let expected = ["Path=/", "Max-Age=2592000", "HttpOnly", "SameSite=Lax"];
        assert_eq!(attributes(answer.set_cookie("session")), expected);
    }

    async fn who_does_not_want_to_stay_signed_in_gets_a_cookie_that_ends_with_the_browser(shop: TestApp) {
        shop.account("leila", Role::Reader).await;
        let browser = shop.browser();
        let answer = browser.post("/en/sign-in", &PAIR).await;
        assert_eq!(attributes(answer.set_cookie("session")), ["Path=/", "HttpOnly", "SameSite=Lax"]);
        shop.advance(12 * HOUR - 1);
        assert!(is_in(&browser).await);
        shop.advance(11 * HOUR);
        assert!(is_in(&browser).await);
        shop.advance(HOUR + 1);
        assert!(!is_in(&browser).await, "a day is over");
        let browser = shop.browser();
        browser.post("/en/sign-in", &PAIR).await;
        shop.advance(12 * HOUR);
        assert!(!is_in(&browser).await, "unused for twelve hours");
    }

    async fn who_stays_signed_in_does_so_for_a_month_or_two_weeks_unused(shop: TestApp) {
        shop.account("leila", Role::Reader).await;
        let browser = shop.browser_of("leila").await;
        for _ in 0..2 {
            shop.advance(14 * DAY - 1);
            assert!(is_in(&browser).await);
        }
        shop.advance(2 * DAY + 2);
        assert!(!is_in(&browser).await, "thirty days are over");
        let browser = shop.browser_of("leila").await;
        shop.advance(14 * DAY);
        assert!(!is_in(&browser).await, "unused for two weeks");
    }

    async fn an_admin_is_signed_out_sooner(shop: TestApp) {
        shop.account("chief", Role::Admin).await;
        let browser = shop.browser_of("chief").await;
        for _ in 0..28 {
            shop.advance(25 * 60);
            assert!(is_in(&browser).await);
        }
        shop.advance(20 * 60);
        assert!(!is_in(&browser).await, "twelve hours are over");
        let browser = shop.browser_of("chief").await;
        shop.advance(30 * 60);
        assert!(!is_in(&browser).await, "unused for half an hour");
    }

    async fn a_sign_in_takes_the_place_of_the_session_before(shop: TestApp) {
        for name in ["leila", "thief"] {
            shop.account(name, Role::Reader).await;
        }
        // Somebody plants the cookie of a session of their own.
        let thief = shop.browser_of("thief").await;
        let planted = thief.cookie("session").unwrap();
        let victim = shop.browser();
        victim.set_cookie("session", &planted);
        assert_eq!(victim.post("/en/sign-in", &REMEMBERED).await.status(), 303);
        assert_ne!(victim.cookie("session").unwrap(), planted);
        assert!(is_in(&victim).await);
        assert!(!is_in(&thief).await, "the one before is dead");
        // And one that was never good.
        let victim = shop.browser();
        victim.set_cookie("session", "planted");
        victim.post_bare("/en/sign-in", &REMEMBERED).await;
        assert!(victim.cookie("session").is_some_and(|value| value.len() == 64));
    }

    async fn a_session_of_the_web_is_no_token_and_a_token_no_session(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let browser = shop.browser_of("leila").await;
        let cookie = browser.cookie("session").unwrap();
        let bearer = format!("Bearer {cookie}");
        assert_eq!(shop.get_with("/api/v1/me", &[("authorization", &bearer)]).await.status(), 401);
        for token in [&leila.access, &leila.refresh] {
            let cookie = format!("session={token}");
            assert_eq!(shop.get_with("/api/v1/me", &[("cookie", &cookie)]).await.status(), 401);
        }
    }

    async fn signing_out_ends_the_session_and_takes_the_cookie_away(shop: TestApp) {
        shop.account("leila", Role::Reader).await;
        let browser = shop.browser_of("leila").await;
        let kept = browser.cookie("session").unwrap();
        let answer = browser.post("/en/sign-out", &[]).await;
        assert_eq!((answer.status(), answer.header("location")), (303, "/en/"));
        assert!(attributes(answer.set_cookie("session")).contains(&"Max-Age=0"));
        assert_eq!(answer.header("clear-site-data"), "\"cache\", \"storage\"");
        assert_eq!(browser.cookie("session"), None);
        browser.set_cookie("session", &kept);
        assert!(!is_in(&browser).await);
    }
}
