//! `POST /auth/refresh` and `/auth/sign-out`: how long tokens live.

use serde_json::json;
use testing::{Program, TestApp, TestResponse, on_both_databases};
use web::Role;

use crate::{at_once, site};

const MINUTE: i64 = 60;
const DAY: i64 = 24 * 60 * MINUTE;

async fn refresh(shop: &TestApp, token: &str) -> TestResponse {
    shop.api().post("/auth/refresh", json!({ "refresh_token": token })).await
}

on_both_databases! {
    in site();

    async fn a_refresh_token_is_exchanged_for_the_next_pair(shop: TestApp) {
        let old = shop.reader("leila").await;
        let answer = refresh(&shop, &old.refresh).await;
        assert_eq!((answer.status(), answer.header("cache-control")), (200, "no-store"));
        assert_eq!(answer.json()["user"]["username"], "leila");
        let new = Program::of(&shop, &answer);
        assert!(new.refresh != old.refresh && new.access != old.access);
        assert_eq!(new.get("/me").await.status(), 200);
        assert_eq!(new.get("/me/sessions").await.json()["items"].as_array().unwrap().len(), 1, "it is the same session");
    }

    async fn one_that_is_used_twice_ends_its_family_and_no_other(shop: TestApp) {
        let first = shop.reader("leila").await;
        let elsewhere = shop.sign_in("leila").await;
        let second = Program::of(&shop, &refresh(&shop, &first.refresh).await);
        let third = Program::of(&shop, &refresh(&shop, &second.refresh).await);
        let reused = refresh(&shop, &first.refresh).await;
        assert_eq!((reused.status(), reused.problem().as_str()), (401, "invalid_token"));
        for program in [&first, &second, &third] {
            assert_eq!(program.get("/me").await.status(), 401);
        }
        assert_eq!(refresh(&shop, &third.refresh).await.status(), 401);
        assert_eq!(elsewhere.get("/me").await.status(), 200);
    }

    async fn fifty_exchanges_of_one_token_at_once_end_the_family(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let answers = at_once((0..50).map(|_| {
            let (shop, token) = (shop.clone(), leila.refresh.clone());
            async move { refresh(&shop, &token).await }
        }))
        .await;
        let won: Vec<_> = answers.iter().filter(|answer| answer.status() == 200).collect();
        assert!(won.len() <= 1, "{} won", won.len());
        assert!(answers.iter().all(|answer| matches!(answer.status(), 200 | 401)));
        assert_eq!(leila.get("/me").await.status(), 401);
        for winner in won {
            let winner = Program::of(&shop, winner);
            assert_eq!(winner.get("/me").await.status(), 401);
            assert_eq!(refresh(&shop, &winner.refresh).await.status(), 401);
        }
    }

    async fn an_access_token_lives_for_fifteen_minutes(shop: TestApp) {
        let leila = shop.reader("leila").await;
        shop.advance(15 * MINUTE - 1);
        assert_eq!(leila.get("/me").await.status(), 200);
        shop.advance(1);
        let dead = leila.get("/me").await;
        assert_eq!((dead.status(), dead.header("www-authenticate")), (401, "Bearer"));
        assert_eq!(leila.get("/genres").await.status(), 401, "a program learns of it everywhere");
        assert_eq!(refresh(&shop, &leila.refresh).await.status(), 200);
    }

    async fn a_stale_token_in_the_header_does_not_stand_in_the_way_of_another(shop: TestApp) {
        let leila = shop.reader("leila").await;
        shop.advance(15 * MINUTE);
        let pair = json!({ "login": "leila", "password": testing::PASSWORD });
        assert_eq!(leila.post("/auth/sign-in", pair).await.status(), 200);
        let karim = json!({ "username": "karim", "email": testing::address("karim"), "password": testing::PASSWORD });
        assert_eq!(leila.post("/auth/sign-up", karim).await.status(), 201);
        assert_eq!(leila.post("/auth/forgot-password", json!({ "email": "nobody@exemple.dz" })).await.status(), 202);
        let body = json!({ "email": "nobody@exemple.dz", "code": "ABCDEFG", "password": "une autre encre 43" });
        assert_eq!(leila.post("/auth/reset-password", body).await.problem(), "code: wrong_code");
        assert_eq!(leila.post("/auth/refresh", json!({ "refresh_token": leila.refresh })).await.status(), 200);
        for own in ["/auth/sign-out", "/auth/verify-email", "/auth/verify-email/resend"] {
            assert_eq!(leila.post(own, json!({})).await.status(), 401, "{own}");
        }
        shop.run_jobs().await;
    }

    async fn on_a_page_a_stale_token_counts_for_nothing(shop: TestApp) {
        let headers = [("authorization", "Bearer stale")];
        assert_eq!(shop.get_with("/en/sign-in", &headers).await.status(), 200);
        let led = shop.get_with("/en/account", &headers).await;
        assert_eq!((led.status(), led.header("location")), (303, "/en/sign-in?next=%2Fen%2Faccount"));
    }

    async fn a_session_that_lies_unused_for_two_weeks_is_over(shop: TestApp) {
        let leila = shop.reader("leila").await;
        shop.advance(14 * DAY - 1);
        let leila = Program::of(&shop, &refresh(&shop, &leila.refresh).await);
        shop.advance(14 * DAY);
        assert_eq!(refresh(&shop, &leila.refresh).await.status(), 401);
    }

    async fn a_session_lives_for_thirty_days_however_often_it_is_used(shop: TestApp) {
        let mut leila = shop.reader("leila").await;
        for _ in 0..2 {
            shop.advance(13 * DAY);
            leila = Program::of(&shop, &refresh(&shop, &leila.refresh).await);
        }
        shop.advance(4 * DAY);
        assert_eq!(refresh(&shop, &leila.refresh).await.status(), 401);
        assert_eq!(leila.get("/me").await.status(), 401);
    }

    async fn an_admin_is_signed_out_after_half_an_hour_unused_and_after_twelve_hours(shop: TestApp) {
        let mut admin = shop.person("chief", Role::Admin).await;
        for _ in 0..25 {
            shop.advance(28 * MINUTE);
            admin = Program::of(&shop, &refresh(&shop, &admin.refresh).await);
        }
        shop.advance(21 * MINUTE);
        assert_eq!(refresh(&shop, &admin.refresh).await.status(), 401, "twelve hours");
        let admin = shop.sign_in("chief").await;
        shop.advance(31 * MINUTE);
        assert_eq!(refresh(&shop, &admin.refresh).await.status(), 401, "unused");
    }

    async fn who_becomes_an_admin_has_an_admins_sessions(shop: TestApp) {
        use db::Query as _;
        let leila = shop.reader("leila").await;
        shop.app.db.execute(db::sql!("update users set role = 'admin' where username = 'leila'")).await.unwrap();
        assert_eq!(leila.get("/me").await.json()["role"], "admin");
        shop.advance(31 * MINUTE);
        assert_eq!(refresh(&shop, &leila.refresh).await.status(), 401);
    }

    async fn signing_out_ends_both_tokens(shop: TestApp) {
        let leila = shop.reader("leila").await;
        assert_eq!(leila.post("/auth/sign-out", json!({})).await.status(), 204);
        assert_eq!(leila.get("/me").await.status(), 401);
        assert_eq!(refresh(&shop, &leila.refresh).await.status(), 401);
        assert_eq!(leila.post("/auth/sign-out", json!({})).await.status(), 401);
    }

    async fn what_is_no_refresh_token_is_refused(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let browser = shop.browser_of("leila").await;
        let cookie = browser.cookie("session").unwrap();
        for token in ["", "x", leila.access.as_str(), cookie.as_str(), &"f".repeat(10_000)] {
            assert_eq!(refresh(&shop, token).await.status(), 401);
        }
        assert_eq!(leila.get("/me").await.status(), 200, "and ends nothing");
    }
}
