//! `POST /auth/sign-up`

use serde_json::{Value, json};
use testing::{PASSWORD, Program, TestApp, address, code_in, on_both_databases};

use crate::{at_once, site};

async fn sign_up(shop: &TestApp, username: &str, email: &str) -> testing::TestResponse {
    let body = json!({ "username": username, "email": email, "password": PASSWORD });
    shop.api().post("/auth/sign-up", body).await
}

/// What an answer looks like, without what is new in every account.
fn shape(answer: &testing::TestResponse) -> (u16, Vec<String>, Value) {
    let mut json = answer.json();
    for fresh in ["/access_token", "/refresh_token", "/user/id", "/user/username", "/user/email"] {
        *json.pointer_mut(fresh).unwrap() = Value::Null;
    }
    let headers = ["content-type", "cache-control", "content-language", "vary", "location"];
    (answer.status(), headers.map(|name| answer.header(name).to_owned()).to_vec(), json)
}

on_both_databases! {
    in site();

    async fn a_new_account_is_signed_in_and_not_verified(shop: TestApp) {
        let answer = shop
            .api()
            .post(
                "/auth/sign-up",
                json!({
                    "username": "Leïla", "email": "Leila.Haddad@Exemple.dz", "password": PASSWORD,
                    "phone": "0551 23 45 67", "locale": "fr",
                }),
            )
            .await;
        assert_eq!(answer.status(), 201, "{}", answer.text());
        assert_eq!(answer.header("cache-control"), "no-store");
        let json = answer.json();
        assert_eq!(json["expires_in"], 900);
        let user = &json["user"];
        assert_eq!((&user["username"], &user["email_verified"]), (&json!("Leïla"), &json!(false)));
        assert_eq!((&user["phone"], &user["locale"]), (&json!("+213551234567"), &json!("fr")));
        assert_eq!((&user["role"], &user["picture"]), (&json!("reader"), &Value::Null));
        let me = Program::of(&shop, &answer).get("/me").await;
        assert_eq!((me.status(), &me.json()), (200, user));
        assert!(!answer.text().contains("argon2"));
        shop.run_jobs().await;
    }

    async fn the_language_is_that_of_the_request_where_none_is_named(shop: TestApp) {
        let body = json!({ "username": "leila", "email": address("leila"), "password": PASSWORD });
        let request = http::Request::post("/api/v1/auth/sign-up")
            .header("content-type", "application/json")
            .header("accept-language", "ar-DZ, fr;q=0.5")
            .body(body.to_string().into());
        let answer = shop.send(request.unwrap()).await;
        assert_eq!(answer.json()["user"]["locale"], "ar");
        shop.run_jobs().await;
    }

    async fn a_username_is_taken_also_by_one_that_only_looks_like_it(shop: TestApp) {
        shop.reader("leila").await;
        for same in ["leila", "LEILA", " leila ", "lеilа", "ｌｅｉｌａ", "léïla", "le1la", "leila.", "_leila", "l.e-i_la", "admin", "Warraq"] {
            let answer = sign_up(&shop, same, &address("other")).await;
            assert_eq!((answer.status(), answer.problem().as_str()), (422, "username: taken"), "{same}");
        }
        assert_eq!(sign_up(&shop, "leila2", &address("other")).await.status(), 201);
        shop.run_jobs().await;
    }

    async fn names_that_would_deceive_are_refused(shop: TestApp) {
        for (name, problem) in [
            ("admin_dz", "username: taken"),
            ("support-warraq", "username: taken"),
            ("Modérateur", "username: taken"),
            ("مشرف.الموقع", "username: taken"),
            ("service-client", "username: taken"),
            ("خدمة-العملاء", "username: taken"),
            ("deleted-reader", "username: taken"),
            ("a.b", "username: too_short"),
            ("paypal.com", "username: invalid"),
            ("gagne.icu", "username: invalid"),
            ("gagne.рф", "username: invalid"),
            ("موقع.الجزائر", "username: invalid"),
            ("example.dz", "username: invalid"),
            ("karim\u{3164}", "username: invalid"),
            ("z\u{301}\u{302}\u{303}\u{304}algo", "username: invalid"),
        ] {
            let answer = sign_up(&shop, name, &address("other")).await;
            assert_eq!((answer.status(), answer.problem().as_str()), (422, problem), "{name}");
        }
        assert_eq!(sign_up(&shop, "leila.mansouri", &address("leila")).await.status(), 201);
        assert_eq!(sign_up(&shop, "فاطمة.كريم", &address("fatima")).await.status(), 201);
        assert_eq!(sign_up(&shop, "فاطمه.کریم", &address("other")).await.problem(), "username: taken");
        shop.run_jobs().await;
    }

    async fn addresses_of_machines_are_none(shop: TestApp) {
        for email in ["leila@127.0.0.1", "leila@[::1]", "leila@exemple.d", "leila@localhost"] {
            assert_eq!(sign_up(&shop, "leila", email).await.problem(), "email: invalid", "{email}");
        }
    }

    async fn the_same_form_sent_twice_is_one_account(shop: TestApp) {
        let (once, twice) = (sign_up(&shop, "leila", &address("leila")).await, sign_up(&shop, "leila", &address("leila")).await);
        assert_eq!((once.status(), twice.status()), (201, 201));
        assert_eq!(once.json()["user"]["id"], twice.json()["user"]["id"]);
        assert_eq!(Program::of(&shop, &twice).get("/me").await.json()["username"], "leila");
        shop.run_jobs().await;
        assert_eq!(shop.mails().await.len(), 1);
    }

    async fn whoever_does_not_know_all_of_it_learns_only_that_the_name_is_taken(shop: TestApp) {
        assert_eq!(sign_up(&shop, "leila", &address("leila")).await.status(), 201);
        for (name, email, password) in [
            ("leila", address("leila"), "une autre encre 43"),
            ("leila", address("other"), PASSWORD),
            ("LEILA", address("leila"), PASSWORD),
        ] {
            shop.advance(1);
            let body = json!({ "username": name, "email": email, "password": password });
            assert_eq!(shop.api().post("/auth/sign-up", body).await.problem(), "username: taken", "{name} {email}");
        }
        shop.advance(57);
        assert_eq!(sign_up(&shop, "leila", &address("leila")).await.problem(), "username: taken", "a minute is over");
        shop.run_jobs().await;
    }

    async fn everything_that_is_wrong_is_named_at_once(shop: TestApp) {
        let wrong = json!({ "username": "a b", "email": "lina", "password": "12345678", "phone": "12" });
        let answer = shop.api().post("/auth/sign-up", wrong).await;
        assert_eq!(answer.status(), 422);
        assert_eq!(answer.problem(), "username: invalid, email: invalid, password: common, phone: invalid");
        let own_name = json!({ "username": "lina.haddad", "email": "lina@exemple.dz", "password": "lina.haddad" });
        assert_eq!(shop.api().post("/auth/sign-up", own_name).await.problem(), "password: common");
        let short = json!({ "username": "lina", "email": "lina@exemple.dz", "password": "k4!zq0p" });
        assert_eq!(shop.api().post("/auth/sign-up", short).await.problem(), "password: too_short");
        let long = json!({ "username": "lina", "email": "lina@exemple.dz", "password": "k4!z".repeat(257) });
        assert_eq!(shop.api().post("/auth/sign-up", long).await.problem(), "password: too_long");
        let unknown = json!({ "username": "lina", "email": "lina@exemple.dz", "password": PASSWORD, "role": "admin" });
        assert_eq!(shop.api().post("/auth/sign-up", unknown).await.problem(), "role: unknown_field");
        let locale = json!({ "username": "lina", "email": "lina@exemple.dz", "password": PASSWORD, "locale": "de" });
        assert_eq!(shop.api().post("/auth/sign-up", locale).await.problem(), "locale: invalid");
        let nothing = shop.api().post("/auth/sign-up", json!({})).await;
        assert_eq!((nothing.status(), nothing.problem().as_str()), (422, "username: missing"));
    }

    async fn the_longest_and_the_shortest_password_are_taken(shop: TestApp) {
        for (username, password) in [("short", "k4!zq0px".to_owned()), ("long", "k4!z".repeat(256))] {
            let body = json!({ "username": username, "email": address(username), "password": password });
            assert_eq!(shop.api().post("/auth/sign-up", body).await.status(), 201, "{username}");
            let pair = json!({ "login": username, "password": password });
            assert_eq!(shop.api().post("/auth/sign-in", pair).await.status(), 200, "{username}");
        }
        shop.run_jobs().await;
    }

    async fn a_known_address_looks_the_same_and_only_its_owner_learns_of_it(shop: TestApp) {
        shop.reader("leila").await;
        let known = sign_up(&shop, "stranger", "LEILA@exemple.dz").await;
        let unknown = sign_up(&shop, "somebody", &address("somebody")).await;
        assert_eq!(shape(&known), shape(&unknown));
        let stranger = Program::of(&shop, &known);
        let somebody = Program::of(&shop, &unknown);
        shop.run_jobs().await;
        shop.advance(60);
        for (one, other) in [
            (stranger.post("/auth/verify-email/resend", json!({})).await, somebody.post("/auth/verify-email/resend", json!({})).await),
            (stranger.post("/auth/verify-email", json!({ "code": "ABCDEFG" })).await, somebody.post("/auth/verify-email", json!({ "code": "ABCDEFG" })).await),
        ] {
            assert_eq!((one.status(), one.text()), (other.status(), other.text()));
        }
        shop.run_jobs().await;
        let mails = shop.mails().await;
        let (to_owner, to_new): (Vec<_>, Vec<_>) = mails.iter().partition(|mail| mail.to == address("leila"));
        assert_eq!((to_owner.len(), to_new.len()), (2, 2), "{mails:#?}");
        for warning in to_owner {
            assert_eq!(code_in(warning), None, "the owner is warned and gets no code");
            assert!(warning.text.contains("leila") && !warning.text.contains("stranger"), "{}", warning.text);
        }
        assert!(to_new.iter().all(|mail| mail.to == address("somebody") && code_in(mail).is_some()));
    }

    async fn a_stranger_with_ones_address_does_not_come_between_sign_in_and_owner(shop: TestApp) {
        shop.reader("leila").await;
        assert_eq!(sign_up(&shop, "stranger", &address("leila")).await.status(), 201);
        let owner = shop.sign_in(&address("leila")).await;
        assert_eq!(owner.get("/me").await.json()["username"], "leila");
        shop.run_jobs().await;
    }

    async fn of_fifty_sign_ups_at_once_with_one_username_one_succeeds(shop: TestApp) {
        let answers = at_once((0..50).map(|number| {
            let shop = shop.clone();
            async move { sign_up(&shop, "leila", &address(&format!("leila{number}"))).await.status() }
        }))
        .await;
        assert_eq!(answers.iter().filter(|status| **status == 201).count(), 1, "{answers:?}");
        assert!(answers.iter().all(|status| matches!(status, 201 | 422)), "{answers:?}");
        shop.run_jobs().await;
        assert_eq!(shop.mails().await.len(), 1);
    }

    async fn of_fifty_sign_ups_at_once_with_one_address_all_succeed(shop: TestApp) {
        let answers = at_once((0..50).map(|number| {
            let shop = shop.clone();
            async move { sign_up(&shop, &format!("leila-{number:02}"), &address("leila")).await.status() }
        }))
        .await;
        assert!(answers.iter().all(|status| *status == 201), "{answers:?}");
        shop.run_jobs().await;
    }

    async fn what_is_wrong_is_told_in_the_readers_language(shop: TestApp) {
        shop.account("leila", web::Role::Reader).await;
        let mut told = Vec::new();
        for language in ["en", "fr", "ar"] {
            let body = json!({ "username": "leila", "email": address("x"), "password": PASSWORD });
            let request = http::Request::post("/api/v1/auth/sign-up")
                .header("content-type", "application/json")
                .header("accept-language", language)
                .body(body.to_string().into());
            let answer = shop.send(request.unwrap()).await;
            assert_eq!(answer.header("content-language"), language);
            told.push(answer.json()["errors"][0]["message"].as_str().unwrap().to_owned());
        }
        assert!(told[2].chars().any(|letter| ('\u{600}'..'\u{700}').contains(&letter)), "{told:?}");
        assert!(told[0] != told[1]);
    }
}
