//! `PUT /me/password`

use serde_json::json;
use testing::{PASSWORD, address, on_both_databases};

use crate::{at_once, site};

const NEW: &str = "une autre encre 43";

on_both_databases! {
    in site();

    async fn a_new_password_ends_all_other_sessions(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let (other, browser) = (shop.sign_in("leila").await, shop.browser_of("leila").await);
        let answer = leila.put("/me/password", json!({ "current": PASSWORD, "new": NEW })).await;
        assert_eq!(answer.status(), 204, "{}", answer.text());
        assert_eq!((leila.get("/me").await.status(), other.get("/me").await.status()), (200, 401));
        let body = json!({ "refresh_token": other.refresh });
        assert_eq!(shop.api().post("/auth/refresh", body).await.status(), 401);
        assert_eq!(browser.get("/en/account").await.status(), 303);
        let signed_in = |password: &'static str| {
            let shop = shop.clone();
            async move { shop.api().post("/auth/sign-in", json!({ "login": "leila", "password": password })).await.status() }
        };
        assert_eq!((signed_in(NEW).await, signed_in(PASSWORD).await), (200, 401));
        assert!(shop.mail_to(&address("leila")).await.text.contains("password"));
    }

    async fn who_does_not_know_the_present_one_changes_nothing(shop: TestApp) {
        let leila = shop.reader("leila").await;
        for (body, problem) in [
            (json!({ "current": "guessed wrongly", "new": NEW }), "current: wrong_password"),
            (json!({ "current": "", "new": NEW }), "current: missing"),
            (json!({ "current": PASSWORD, "new": "12345678" }), "new: common"),
            (json!({ "current": PASSWORD, "new": "leila@exemple.dz" }), "new: common"),
            (json!({ "current": "", "new": "" }), "current: missing, new: missing"),
            (json!({ "current": "x".repeat(2_000), "new": NEW }), "current: wrong_password"),
            (json!({ "new": NEW }), "current: missing"),
        ] {
            let answer = leila.put("/me/password", body.clone()).await;
            assert_eq!((answer.status(), answer.problem().as_str()), (422, problem), "{body}");
            shop.advance(2);
        }
        assert_eq!(shop.sign_in("leila").await.get("/me").await.status(), 200);
    }

    async fn guesses_inside_an_account_have_to_wait(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let guess = json!({ "current": "guessed wrongly", "new": NEW });
        assert_eq!(leila.put("/me/password", guess.clone()).await.status(), 422);
        let held = leila.put("/me/password", json!({ "current": PASSWORD, "new": NEW })).await;
        assert_eq!((held.status(), held.header("retry-after")), (429, "1"));
        assert_eq!(leila.put("/me/email", json!({ "email": "x@exemple.dz", "current": PASSWORD })).await.status(), 429);
        assert_eq!(leila.ask(http::Method::DELETE, "/me", Some(json!({ "password": PASSWORD }))).await.status(), 429);
        shop.advance(1);
        assert_eq!(leila.put("/me/password", json!({ "current": PASSWORD, "new": NEW })).await.status(), 204);
        shop.run_jobs().await;
    }

    async fn changes_at_once_leave_one_password(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let answers = at_once((0..4).map(|number| {
            let leila = leila.clone();
            async move {
                let new = format!("une autre encre {number}");
                (leila.put("/me/password", json!({ "current": PASSWORD, "new": new })).await.status(), new)
            }
        }))
        .await;
        assert!(answers.iter().all(|(status, _)| matches!(status, 204 | 422 | 429)), "{answers:?}");
        let mut good = 0;
        for (_, new) in &answers {
            let answer = shop.api().post("/auth/sign-in", json!({ "login": "leila", "password": new })).await;
            good += usize::from(answer.status() == 200);
            shop.advance(10);
        }
        assert_eq!(good, 1);
        shop.run_jobs().await;
    }

    async fn a_household_that_changes_passwords_without_end_has_to_wait(shop: TestApp) {
        shop.account("leila", web::Role::Reader).await;
        let near = shop.seen_from("192.0.2.1:4000");
        let (leila, browser) = (near.sign_in("leila").await, near.browser_of("leila").await);
        let empty = json!({ "current": "", "new": NEW });
        for _ in 0..10 {
            assert_eq!(leila.put("/me/password", empty.clone()).await.status(), 422);
            assert_eq!(browser.post("/en/account/password", &[("current", ""), ("new", NEW)]).await.status(), 422);
        }
        let held = leila.put("/me/password", empty.clone()).await;
        assert_eq!((held.status(), held.header("retry-after").is_empty()), (429, false));
        assert_eq!(browser.post("/en/account/password", &[("current", ""), ("new", NEW)]).await.status(), 429);
        let far = shop.seen_from("192.0.2.2:4000").sign_in("leila").await;
        assert_eq!(far.put("/me/password", empty).await.status(), 422, "others need not");
    }
}
