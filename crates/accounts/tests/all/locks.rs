//! Soft locks: who guesses has to wait, who has signed in here before has not.

use serde_json::json;
use testing::{PASSWORD, TestApp, TestResponse, address, on_both_databases};
use web::Role;

use crate::{at_once, site};

async fn guess(shop: &TestApp, login: &str, password: &str) -> TestResponse {
    shop.api().post("/auth/sign-in", json!({ "login": login, "password": password })).await
}

/// How long one has to wait after each of so many failures.
async fn waits(shop: &TestApp, login: &str, failures: usize) -> Vec<i64> {
    let mut waits = Vec::new();
    for _ in 0..failures {
        assert_eq!(guess(shop, login, "guessed").await.status(), 401, "{login} after {waits:?}");
        let held = guess(shop, login, PASSWORD).await;
        assert_eq!((held.status(), held.problem().as_str()), (429, "too_many_requests"), "{login}");
        let wait: i64 = held.header("retry-after").parse().unwrap();
        shop.advance(wait - 1);
        if wait > 1 {
            assert_eq!(guess(shop, login, PASSWORD).await.status(), 429, "{login}: a second too early");
        }
        shop.advance(1);
        waits.push(wait);
    }
    waits
}

on_both_databases! {
    in site();

    async fn each_failure_makes_the_login_wait_whether_or_not_it_exists(shop: TestApp) {
        shop.account("leila", Role::Reader).await;
        let expected = [1, 1, 3, 3, 3, 3, 3, 3, 5, 5];
        for login in ["leila", "nobody", "leila@exemple.dz", "nobody@exemple.dz"] {
            assert_eq!(waits(&shop, login, 10).await, expected, "{login}");
        }
        assert_eq!(guess(&shop, "leila", PASSWORD).await.status(), 200);
        assert_eq!(waits(&shop, "leila", 1).await, [5], "a success forgives nothing");
    }

    async fn a_day_without_failures_forgives_them(shop: TestApp) {
        shop.account("leila", Role::Reader).await;
        waits(&shop, "leila", 4).await;
        shop.advance(24 * 60 * 60 + 1);
        assert_eq!(waits(&shop, "leila", 1).await, [1]);
    }

    async fn writing_a_login_in_another_way_does_not_help(shop: TestApp) {
        shop.account("leila", Role::Reader).await;
        assert_eq!(guess(&shop, "leila", "guessed").await.status(), 401);
        for other in ["LEILA", " leila", "lеilа", "Le1la", "leïla"] {
            assert_eq!(guess(&shop, other, PASSWORD).await.status(), 429, "{other}");
        }
        assert_eq!(guess(&shop, "leila@exemple.dz", "guessed").await.status(), 401);
        assert_eq!(guess(&shop, "Leila@Exemple.DZ ", PASSWORD).await.status(), 429);
    }

    async fn a_hundred_wrong_passwords_lock_until_the_day_ends_but_not_the_owners_browser(shop: TestApp) {
        shop.account("leila", Role::Reader).await;
        let browser = shop.browser_of("leila").await;
        let token = browser.csrf().await.unwrap();
        browser.post_bare("/en/sign-out", &[("csrf", &token)]).await;
        assert!(browser.cookie("device").is_some() && browser.cookie("session").is_none());
        for _ in 0..100 {
            let answer = guess(&shop, "leila", "guessed").await;
            assert_eq!(answer.status(), 401);
            shop.advance(10);
        }
        let held = guess(&shop, "leila", PASSWORD).await;
        assert_eq!(held.status(), 429);
        // The shop's day began at nine and a hundred times ten seconds have passed, the last of them locked already.
        assert_eq!(held.header("retry-after").parse::<i64>().unwrap(), 15 * 60 * 60 - 1_000);
        assert_eq!(guess(&shop, "leila@exemple.dz", PASSWORD).await.status(), 401, "it is no second door");
        let fields = [("login", "leila"), ("password", PASSWORD)];
        assert_eq!(browser.post_bare("/en/sign-in", &fields).await.status(), 303, "it is known here");
        assert_eq!(shop.browser().post_bare("/en/sign-in", &fields).await.status(), 429);
        shop.advance(15 * 60 * 60 - 1_000);
        for login in ["leila", "leila@exemple.dz"] {
            assert_eq!(guess(&shop, login, PASSWORD).await.status(), 200, "{login}");
        }
    }

    async fn a_username_and_its_address_are_two_doors_to_as_many_guesses_as_one(shop: TestApp) {
        shop.account("leila", Role::Reader).await;
        let browser = shop.browser_of("leila").await;
        let token = browser.csrf().await.unwrap();
        browser.post_bare("/en/sign-out", &[("csrf", &token)]).await;
        for _ in 0..50 {
            for login in ["leila", "leila@exemple.dz"] {
                assert_eq!(guess(&shop, login, "guessed").await.status(), 401, "{login}");
                shop.advance(10);
            }
        }
        for login in ["leila", "leila@exemple.dz", "nobody", "nobody@exemple.dz"] {
            assert_eq!(guess(&shop, login, PASSWORD).await.status(), 401, "{login}");
            assert_eq!(guess(&shop, login, PASSWORD).await.status(), 429, "{login}");
        }
        for login in ["leila", "leila@exemple.dz"] {
            let answer = browser.post_bare("/en/sign-in", &[("login", login), ("password", PASSWORD)]).await;
            assert_eq!(answer.status(), 303, "{login} is known here");
            browser.post("/en/sign-out", &[]).await;
        }
    }

    async fn a_lock_of_a_username_does_not_tell_whose_address_it_is(shop: TestApp) {
        shop.account("leila", Role::Reader).await;
        let mut seen = Vec::new();
        for email in ["leila@exemple.dz", "nobody@exemple.dz"] {
            assert_eq!(guess(&shop, "leila", "guessed").await.status(), 401);
            // The right password, too, is answered as a wrong one.
            let password = if email.starts_with("leila") { PASSWORD } else { "guessed" };
            let mut answers = Vec::new();
            for _ in 0..3 {
                let answer = guess(&shop, email, password).await;
                answers.push((answer.status(), answer.header("retry-after").to_owned(), answer.problem()));
            }
            seen.push(answers);
            shop.advance(10);
        }
        assert_eq!(seen[0], seen[1]);
        assert_eq!(guess(&shop, "leila@exemple.dz", PASSWORD).await.status(), 200);
    }

    async fn a_browser_that_one_account_knows_has_no_more_guesses_at_another(shop: TestApp) {
        shop.account("leila", Role::Reader).await;
        let stranger = shop.browser();
        let fields = [("username", "stranger"), ("email", "leila@exemple.dz"), ("password", "un phare dans la nuit")];
        assert_eq!(stranger.post("/en/sign-up", &fields).await.status(), 303);
        stranger.post("/en/sign-out", &[]).await;
        for _ in 0..100 {
            let wrong = [("login", "leila@exemple.dz"), ("password", "guessed")];
            assert_eq!(stranger.post_bare("/en/sign-in", &wrong).await.status(), 422);
            shop.advance(10);
        }
        assert_eq!(guess(&shop, "leila", PASSWORD).await.status(), 401, "these were guesses at leila, too");
        shop.run_jobs().await;
    }

    async fn a_known_browser_has_a_lock_of_its_own(shop: TestApp) {
        shop.account("leila", Role::Reader).await;
        let browser = shop.browser_of("leila").await;
        let token = browser.csrf().await.unwrap();
        browser.post_bare("/en/sign-out", &[("csrf", &token)]).await;
        let wrong = [("login", "leila"), ("password", "guessed")];
        assert_eq!(browser.post_bare("/en/sign-in", &wrong).await.status(), 422);
        let held = browser.post_bare("/en/sign-in", &[("login", "leila"), ("password", PASSWORD)]).await;
        assert_eq!((held.status(), held.header("retry-after")), (429, "1"));
        assert_eq!(guess(&shop, "leila", PASSWORD).await.status(), 200, "others are not held back by it");
    }

    async fn a_browser_whose_session_is_ended_from_elsewhere_is_a_strangers_again(shop: TestApp) {
        shop.account("leila", Role::Reader).await;
        for way in ["one", "all", "page", "pages", "password"] {
            let (own, thief) = (shop.browser_of("leila").await, shop.browser_of("leila").await);
            let program = shop.sign_in("leila").await;
            let other = program.get("/me/sessions").await.json()["items"].as_array().unwrap().iter()
                .filter(|one| one["kind"] == "web").filter_map(|one| one["id"].as_i64()).max().unwrap();
            match way {
                "one" => assert_eq!(program.delete(&format!("/me/sessions/{other}")).await.status(), 204),
                "all" => assert_eq!(program.delete("/me/sessions").await.status(), 204),
                "page" => assert_eq!(own.post(&format!("/en/account/sessions/{other}/end"), &[]).await.status(), 303),
                "pages" => assert_eq!(own.post("/en/account/sessions/end", &[]).await.status(), 303),
                _ => {
                    let fields = [("current", PASSWORD), ("new", "une autre encre 43")];
                    assert_eq!(own.post("/en/account/password", &fields).await.status(), 303);
                }
            }
            let password = if way == "password" { "une autre encre 43" } else { PASSWORD };
            let fields = [("login", "leila"), ("password", password)];
            // Signed out, it is known all the same.
            own.post("/en/sign-out", &[]).await;
            assert_eq!(guess(&shop, "leila", "guessed").await.status(), 401);
            assert_eq!(thief.post_bare("/en/sign-in", &fields).await.status(), 429, "{way}");
            let known = matches!(way, "one" | "page" | "pages" | "password");
            let expected = if known { 303 } else { 429 };
            assert_eq!(own.post_bare("/en/sign-in", &fields).await.status(), expected, "{way}");
            shop.advance(10);
        }
        shop.run_jobs().await;
    }

    async fn ending_an_own_session_of_the_same_browser_leaves_it_known(shop: TestApp) {
        shop.account("leila", Role::Reader).await;
        let browser = shop.browser_of("leila").await;
        let id = shop.sign_in("leila").await.get("/me/sessions").await.json()["items"].as_array().unwrap().iter()
            .find(|one| one["kind"] == "web").unwrap()["id"].as_i64().unwrap();
        assert_eq!(browser.post(&format!("/en/account/sessions/{id}/end"), &[]).await.status(), 303);
        assert_eq!(guess(&shop, "leila", "guessed").await.status(), 401);
        assert_eq!(browser.post_bare("/en/sign-in", &[("login", "leila"), ("password", PASSWORD)]).await.status(), 303);
    }

    async fn a_mark_that_we_never_gave_out_is_worth_nothing(shop: TestApp) {
        shop.account("leila", Role::Reader).await;
        let browser = shop.browser();
        browser.set_cookie("device", "planted");
        let fields = [("login", "leila"), ("password", PASSWORD)];
        assert_eq!(browser.post_bare("/en/sign-in", &fields).await.status(), 303);
        let mark = browser.cookie("device").unwrap();
        assert_ne!(mark, "planted");
        // Somebody else who signs in here keeps it for both.
        shop.account("karim", Role::Reader).await;
        browser.post("/en/sign-in", &[("login", "karim"), ("password", PASSWORD)]).await;
        assert_eq!(browser.cookie("device").unwrap(), mark);
    }

    async fn of_guesses_at_once_only_the_first_counts(shop: TestApp) {
        shop.account("leila", Role::Reader).await;
        let wrong_first = (0..20).map(|number| if number == 19 { PASSWORD.to_owned() } else { format!("guess {number}") });
        let answers = at_once(wrong_first.map(|password| {
            let shop = shop.clone();
            async move { (guess(&shop, "leila", &password).await.status(), password) }
        }))
        .await;
        let got_in = answers.iter().find(|(status, _)| *status == 200);
        let failed = answers.iter().filter(|(status, _)| *status == 401).count();
        assert!(got_in.is_none() || failed == 0 || answers.len() - failed > 15, "{answers:?}");
        assert!(answers.iter().all(|(status, _)| matches!(status, 200 | 401 | 429)), "{answers:?}");
    }

    async fn fifty_wrong_passwords_at_once_are_one_failure_and_one_answer(shop: TestApp) {
        shop.account("leila", Role::Reader).await;
        for login in ["leila", "leila@exemple.dz", "nobody"] {
            let answers = at_once((0..50).map(|number| {
                let shop = shop.clone();
                async move { guess(&shop, login, &format!("guess {number}")).await.status() }
            }))
            .await;
            assert_eq!(answers.iter().filter(|status| **status == 401).count(), 1, "{login}: {answers:?}");
            assert_eq!(answers.iter().filter(|status| **status == 429).count(), 49, "{login}: {answers:?}");
            shop.advance(1);
            let expected = if login == "nobody" { 401 } else { 200 };
            assert_eq!(guess(&shop, login, PASSWORD).await.status(), expected, "{login}: one second was enough");
        }
    }

    async fn of_guesses_inside_an_account_at_once_one_is_answered(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let change = |current: String| json!({ "current": current, "new": "une autre encre 43" });
        let answers = at_once((0..20).map(|number| {
            let (leila, body) = (leila.clone(), change(format!("guess {number}")));
            async move { leila.put("/me/password", body).await.status() }
        }))
        .await;
        assert_eq!(answers.iter().filter(|status| **status == 422).count(), 1, "{answers:?}");
        assert!(answers.iter().all(|status| matches!(status, 422 | 429)), "{answers:?}");
        shop.advance(1);
        assert_eq!(leila.put("/me/password", change(PASSWORD.to_owned())).await.status(), 204);
        shop.run_jobs().await;
    }

    async fn the_right_password_fifty_times_at_once_locks_nobody_out(shop: TestApp) {
        shop.account("leila", Role::Reader).await;
        let answers = at_once((0..50).map(|_| {
            let shop = shop.clone();
            async move { guess(&shop, "leila", PASSWORD).await.status() }
        }))
        .await;
        assert_eq!(answers, [200; 50]);
    }

    async fn a_new_password_by_code_lifts_the_lock(shop: TestApp) {
        shop.account("leila", Role::Reader).await;
        waits(&shop, "leila", 4).await;
        assert_eq!(guess(&shop, "leila", "guessed").await.status(), 401);
        shop.api().post("/auth/forgot-password", json!({ "email": address("leila") })).await;
        let code = shop.code_to(&address("leila")).await;
        let body = json!({ "email": address("leila"), "code": code, "password": "une autre encre 43" });
        assert_eq!(shop.api().post("/auth/reset-password", body).await.status(), 204);
        assert_eq!(guess(&shop, "leila", "une autre encre 43").await.status(), 200);
        shop.run_jobs().await;
    }

    async fn tries_of_codes_have_to_wait_too_whether_or_not_the_address_is_known(shop: TestApp) {
        shop.account("leila", Role::Reader).await;
        for email in [address("leila"), address("nobody")] {
            let mut waits = Vec::new();
            for _ in 0..4 {
                let body = json!({ "email": email, "code": "ABCDEFG", "password": "une autre encre 43" });
                assert_eq!(shop.api().post("/auth/reset-password", body.clone()).await.status(), 422);
                let held = shop.api().post("/auth/reset-password", body).await;
                assert_eq!(held.status(), 429);
                waits.push(held.header("retry-after").parse::<i64>().unwrap());
                shop.advance(waits[waits.len() - 1]);
            }
            assert_eq!(waits, [1, 1, 3, 3], "{email}");
        }
    }

    async fn wrong_codes_of_strangers_never_keep_the_owner_waiting_for_long(shop: TestApp) {
        shop.account("leila", Role::Reader).await;
        let body = |code: &str| json!({ "email": address("leila"), "code": code, "password": "une autre encre 43" });
        for _ in 0..110 {
            assert_eq!(shop.api().post("/auth/reset-password", body("ABCDEFG")).await.status(), 422);
            shop.advance(10);
        }
        shop.api().post("/auth/forgot-password", json!({ "email": address("leila") })).await;
        let code = shop.code_to(&address("leila")).await;
        assert_eq!(shop.api().post("/auth/reset-password", body(&code)).await.status(), 204);
        shop.run_jobs().await;
    }

    async fn a_load_test_can_do_without(shop: TestApp) {
        shop.account("leila", Role::Reader).await;
        let open = shop.with(|settings| settings.rate_limits = false);
        for _ in 0..5 {
            assert_eq!(guess(&open, "leila", "guessed").await.status(), 401);
        }
        assert_eq!(guess(&open, "leila", PASSWORD).await.status(), 200);
    }
}
