//! `POST /auth/forgot-password` and `/auth/reset-password`

use serde_json::json;
use testing::{PASSWORD, Program, TestApp, TestResponse, address, on_both_databases};
use web::Role;

use super::verify_email::other_than;
use crate::{at_once, site};

const NEW: &str = "une autre encre 43";

async fn forgot(shop: &TestApp, email: &str) -> TestResponse {
    shop.api().post("/auth/forgot-password", json!({ "email": email })).await
}

async fn reset(shop: &TestApp, email: &str, code: &str, password: &str) -> TestResponse {
    let body = json!({ "email": email, "code": code, "password": password });
    shop.api().post("/auth/reset-password", body).await
}

async fn code(shop: &TestApp, name: &str) -> String {
    assert_eq!(forgot(shop, &address(name)).await.status(), 202);
    shop.code_to(&address(name)).await
}

async fn sign_in(shop: &TestApp, password: &str) -> u16 {
    shop.api().post("/auth/sign-in", json!({ "login": "leila", "password": password })).await.status()
}

/// Signs up with somebody's address.
async fn claim(shop: &TestApp, username: &str, email: &str) -> Program {
    let body = json!({ "username": username, "email": email, "password": "un phare dans la nuit" });
    Program::of(shop, &shop.api().post("/auth/sign-up", body).await)
}

/// The codes of a mail that has several, each with the username above it.
fn codes_by_name(mail: &mail::Mail) -> Vec<(String, String)> {
    let plain = mail.text.replace(['\u{2068}', '\u{2069}'], "");
    let mut parts = plain.split("\n\n");
    let mut found = Vec::new();
    while let Some(part) = parts.next() {
        if let Some(name) = part.strip_prefix("The code for ") {
            found.push((name.trim_end_matches(':').to_owned(), parts.next().unwrap().to_owned()));
        }
    }
    found
}

on_both_databases! {
    in site();

    async fn the_code_of_the_mail_sets_a_new_password_and_ends_all_sessions(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let browser = shop.browser_of("leila").await;
        let code = code(&shop, "leila").await;
        let answer = reset(&shop, "LEILA@exemple.dz", &code.to_lowercase(), NEW).await;
        assert_eq!(answer.status(), 204, "{}", answer.text());
        assert_eq!(leila.get("/me").await.status(), 401);
        assert_eq!(browser.get("/en/account").await.status(), 303);
        assert_eq!((sign_in(&shop, NEW).await, sign_in(&shop, PASSWORD).await), (200, 401));
        let told = shop.mail_to(&address("leila")).await;
        assert_eq!(testing::code_in(&told), None);
        assert!(told.text.contains("password"), "{}", told.text);
        assert_eq!(reset(&shop, &address("leila"), &code, PASSWORD).await.status(), 422, "it is used up");
    }

    async fn nobody_learns_whether_an_address_is_known(shop: TestApp) {
        shop.account("leila", Role::Reader).await;
        let (known, unknown) = (forgot(&shop, &address("leila")).await, forgot(&shop, &address("nobody")).await);
        assert_eq!((known.status(), known.text()), (202, ""));
        assert_eq!((unknown.status(), unknown.text()), (202, ""));
        assert_eq!(forgot(&shop, "no address").await.problem(), "email: invalid");
        shop.run_jobs().await;
        assert_eq!(shop.mails().await.len(), 1);
        let known = reset(&shop, &address("leila"), "ABCDEFG", NEW).await;
        let unknown = reset(&shop, &address("nobody"), "ABCDEFG", NEW).await;
        assert_eq!((known.status(), known.text()), (unknown.status(), unknown.text()));
        assert_eq!(known.problem(), "code: wrong_code");
        let known = reset(&shop, &address("leila"), "ABCDEFG", NEW).await;
        let unknown = reset(&shop, &address("nobody"), "ABCDEFG", NEW).await;
        assert_eq!((known.status(), unknown.status()), (429, 429), "both have to wait");
    }

    async fn a_weak_password_costs_no_try(shop: TestApp) {
        shop.account("leila", Role::Reader).await;
        let code = code(&shop, "leila").await;
        for _ in 0..6 {
            assert_eq!(reset(&shop, &address("leila"), &code, "12345678").await.problem(), "password: common");
        }
        assert_eq!(reset(&shop, &address("leila"), &code, NEW).await.status(), 204);
        shop.run_jobs().await;
    }

    async fn a_code_lives_for_an_hour_and_gives_way_to_a_newer_one(shop: TestApp) {
        shop.account("leila", Role::Reader).await;
        let late = code(&shop, "leila").await;
        shop.advance(3_600);
        assert_eq!(reset(&shop, &address("leila"), &late, NEW).await.status(), 422);
        let old = code(&shop, "leila").await;
        shop.advance(60);
        let new = code(&shop, "leila").await;
        assert_eq!(reset(&shop, &address("leila"), &old, NEW).await.status(), 422);
        shop.advance(10);
        assert_eq!(reset(&shop, &address("leila"), &new, NEW).await.status(), 204);
        shop.run_jobs().await;
    }

    async fn after_five_wrong_tries_the_right_code_is_dead_too(shop: TestApp) {
        shop.account("leila", Role::Reader).await;
        let code = code(&shop, "leila").await;
        for _ in 0..5 {
            assert_eq!(reset(&shop, &address("leila"), &other_than(&code), NEW).await.status(), 422);
            shop.advance(10);
        }
        assert_eq!(reset(&shop, &address("leila"), &code, NEW).await.status(), 422);
        assert_eq!(sign_in(&shop, PASSWORD).await, 200);
    }

    async fn wrong_codes_make_whoever_tries_wait(shop: TestApp) {
        shop.account("leila", Role::Reader).await;
        let code = code(&shop, "leila").await;
        assert_eq!(reset(&shop, &address("leila"), &other_than(&code), NEW).await.status(), 422);
        let held = reset(&shop, &address("leila"), &code, NEW).await;
        assert_eq!((held.status(), held.header("retry-after")), (429, "1"));
        shop.advance(1);
        assert_eq!(reset(&shop, &address("leila"), &code, NEW).await.status(), 204);
        shop.run_jobs().await;
    }

    async fn of_fifty_tries_at_once_with_the_right_code_one_wins(shop: TestApp) {
        shop.account("leila", Role::Reader).await;
        let code = code(&shop, "leila").await;
        let answers = at_once((0..50).map(|number| {
            let (shop, code) = (shop.clone(), code.clone());
            async move {
                let password = format!("une autre encre {number}");
                (reset(&shop, &address("leila"), &code, &password).await.status(), password)
            }
        }))
        .await;
        let won: Vec<_> = answers.iter().filter(|(status, _)| *status == 204).collect();
        assert_eq!(won.len(), 1, "{answers:?}");
        assert!(answers.iter().all(|(status, _)| matches!(status, 204 | 422 | 429)), "{answers:?}");
        assert_eq!(sign_in(&shop, &won[0].1).await, 200, "and its password is the one that counts");
        shop.run_jobs().await;
        assert_eq!(shop.mails().await.len(), 2);
    }

    async fn who_reads_the_mail_has_shown_that_the_address_is_theirs(shop: TestApp) {
        let leila = shop.newcomer("leila").await;
        let code = code(&shop, "leila").await;
        assert_eq!(reset(&shop, &address("leila"), &code, NEW).await.status(), 204);
        assert_eq!(leila.get("/me").await.status(), 401);
        let body = json!({ "login": "leila", "password": NEW });
        assert_eq!(shop.api().post("/auth/sign-in", body).await.json()["user"]["email_verified"], true);
        shop.run_jobs().await;
    }

    async fn who_claimed_ones_address_gets_nothing_and_keeps_nobody_from_a_new_password(shop: TestApp) {
        let before = claim(&shop, "before", &address("leila")).await;
        shop.advance(10);
        let leila = shop.newcomer("leila").await;
        for number in 0..3 {
            shop.advance(10);
            claim(&shop, &format!("later{number}"), &address("leila")).await;
        }
        shop.run_jobs().await;
        let mails = shop.mails().await.len();
        assert_eq!(forgot(&shop, &address("leila")).await.status(), 202);
        let mail = shop.mail_to(&address("leila")).await;
        assert_eq!(shop.mails().await.len(), mails + 1, "one mail for all");
        let codes = codes_by_name(&mail);
        let names: Vec<_> = codes.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["before", "leila", "later0"], "who comes later pushes nobody out");
        assert_eq!(reset(&shop, &address("leila"), &codes[1].1, NEW).await.status(), 204);
        let answer = shop.api().post("/auth/sign-in", json!({ "login": address("leila"), "password": NEW })).await;
        assert_eq!((&answer.json()["user"]["username"], &answer.json()["user"]["email_verified"]), (&json!("leila"), &json!(true)));
        assert_eq!((before.get("/me").await.status(), leila.get("/me").await.status()), (401, 401));
        assert_eq!(reset(&shop, &address("leila"), &codes[0].1, NEW).await.status(), 422, "the others are gone");
        shop.run_jobs().await;
    }

    async fn the_owner_alone_is_sent_a_code_however_many_claim_the_address(shop: TestApp) {
        claim(&shop, "before", &address("leila")).await;
        shop.account("leila", Role::Reader).await;
        claim(&shop, "later", &address("leila")).await;
        shop.run_jobs().await;
        assert_eq!(forgot(&shop, &address("leila")).await.status(), 202);
        let mail = shop.mail_to(&address("leila")).await;
        assert!(!mail.text.contains("before") && !mail.text.contains("later"), "{}", mail.text);
        let code = testing::code_in(&mail).unwrap();
        assert_eq!(reset(&shop, &address("leila"), &code, NEW).await.status(), 204);
        assert_eq!(sign_in(&shop, NEW).await, 200);
        shop.run_jobs().await;
    }

    async fn the_username_is_no_password_and_said_so_only_to_who_has_the_code(shop: TestApp) {
        let body = json!({ "username": "zq7.velmira", "email": address("leila"), "password": PASSWORD });
        assert_eq!(shop.api().post("/auth/sign-up", body).await.status(), 201);
        shop.run_jobs().await;
        let code = code(&shop, "leila").await;
        let guessed = reset(&shop, &address("leila"), &other_than(&code), "zq7.velmira").await;
        assert_eq!(guessed.problem(), "code: wrong_code");
        shop.advance(1);
        for _ in 0..6 {
            let answer = reset(&shop, &address("leila"), &code, "zq7.velmira").await;
            assert_eq!((answer.status(), answer.problem().as_str()), (422, "password: common"));
        }
        assert_eq!(reset(&shop, &address("leila"), &code, NEW).await.status(), 204, "it costs no try");
        shop.run_jobs().await;
    }

    async fn a_code_in_the_mailbox_that_was_left_does_not_take_the_account_back(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let reset_code = code(&shop, "leila").await;
        let body = json!({ "email": "new@exemple.dz", "current": PASSWORD });
        assert_eq!(leila.put("/me/email", body).await.status(), 202);
        let change = shop.code_to("new@exemple.dz").await;
        assert_eq!(leila.post("/auth/verify-email", json!({ "code": change })).await.status(), 200);
        assert_eq!(reset(&shop, &address("leila"), &reset_code, NEW).await.status(), 422);
        assert_eq!(leila.get("/me").await.json()["email"], "new@exemple.dz");
        shop.run_jobs().await;
    }
}
