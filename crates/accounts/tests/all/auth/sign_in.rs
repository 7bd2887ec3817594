//! `POST /auth/sign-in`

use std::time::Instant;

use serde_json::json;
use testing::{PASSWORD, Program, TestApp, TestResponse, address, on_both_databases};

use crate::site;

async fn sign_in(shop: &TestApp, login: &str, password: &str) -> TestResponse {
    shop.api().post("/auth/sign-in", json!({ "login": login, "password": password })).await
}

/// Signs up with an address and a password.
async fn claim(shop: &TestApp, username: &str, email: &str, password: &str) -> Program {
    let body = json!({ "username": username, "email": email, "password": password });
    Program::of(shop, &shop.api().post("/auth/sign-up", body).await)
}

/// The username of whoever gets in, or the status of the refusal.
async fn who(shop: &TestApp, login: &str, password: &str) -> String {
    let answer = sign_in(shop, login, password).await;
    let user = answer.json()["user"]["username"].as_str().map(str::to_owned);
    user.unwrap_or_else(|| answer.status().to_string())
}

on_both_databases! {
    in site();

    async fn by_username_or_address_in_any_case(shop: TestApp) {
        shop.account("leila", web::Role::Reader).await;
        for login in ["leila", "LEILA", " Leïla ", "leila@exemple.dz", "Leila@EXEMPLE.dz"] {
            let answer = sign_in(&shop, login, PASSWORD).await;
            assert_eq!(answer.status(), 200, "{login}: {}", answer.text());
            assert_eq!(answer.json()["user"]["username"], "leila");
            assert_eq!(answer.header("cache-control"), "no-store");
        }
    }

    async fn a_wrong_login_and_a_wrong_password_get_one_answer(shop: TestApp) {
        shop.account("leila", web::Role::Reader).await;
        let wrong = sign_in(&shop, "leila", "not her password").await;
        assert_eq!((wrong.status(), wrong.problem().as_str()), (401, "wrong_credentials"));
        assert_eq!((&wrong.json()["title"], wrong.header("www-authenticate")), (&json!("Not signed in"), "Bearer"));
        for (login, password) in [
            ("nobody", PASSWORD),
            ("nobody@exemple.dz", PASSWORD),
            ("", PASSWORD),
            ("leila@exemple.dz", "Encre et papier 42"),
            ("karim", ""),
        ] {
            let answer = sign_in(&shop, login, password).await;
            assert_eq!((answer.status(), answer.text()), (401, wrong.text()), "{login}");
        }
    }

    async fn a_password_counts_as_it_was_typed(shop: TestApp) {
        let body = json!({ "username": "leila", "email": address("leila"), "password": " encre\u{e9} 42 " });
        assert_eq!(shop.api().post("/auth/sign-up", body).await.status(), 201);
        assert_eq!(sign_in(&shop, "leila", " encre\u{e9} 42 ").await.status(), 200);
        assert_eq!(sign_in(&shop, "leila", "encre\u{e9} 42").await.status(), 401);
        shop.advance(5);
        assert_eq!(sign_in(&shop, "leila", " encree\u{301} 42 ").await.status(), 401);
        shop.run_jobs().await;
    }

    async fn an_account_that_is_not_verified_can_sign_in(shop: TestApp) {
        shop.newcomer("leila").await;
        for login in ["leila", "leila@exemple.dz"] {
            let answer = sign_in(&shop, login, PASSWORD).await;
            assert_eq!((answer.status(), &answer.json()["user"]["email_verified"]), (200, &json!(false)));
        }
        shop.run_jobs().await;
    }

    async fn by_an_address_the_owner_and_who_claimed_it_last_get_into_their_own_accounts(shop: TestApp) {
        shop.account("leila", web::Role::Reader).await;
        for (first, last, email) in [("first", "last", address("leila")), ("eins", "zwei", address("nobody"))] {
            claim(&shop, first, &email, "un phare dans la nuit").await;
            shop.advance(10);
            claim(&shop, last, &email, "la mer au loin 12").await;
            shop.advance(10);
            // Whether or not somebody has verified the address, the stranger sees the same.
            assert_eq!(who(&shop, &email, "la mer au loin 12").await, last);
            assert_eq!(who(&shop, &email, "un phare dans la nuit").await, "401");
            shop.advance(10);
        }
        assert_eq!(who(&shop, &address("leila"), PASSWORD).await, "leila");
        assert_eq!(who(&shop, &address("nobody"), PASSWORD).await, "401");
        shop.run_jobs().await;
    }

    async fn of_two_accounts_with_one_address_and_one_password_the_verified_one_is_meant(shop: TestApp) {
        claim(&shop, "stranger", &address("leila"), PASSWORD).await;
        shop.account("leila", web::Role::Reader).await;
        shop.advance(10);
        claim(&shop, "another", &address("leila"), PASSWORD).await;
        assert_eq!(who(&shop, &address("leila"), PASSWORD).await, "leila");
        shop.run_jobs().await;
    }

    async fn moving_a_claim_to_an_address_does_not_tell_whether_it_has_an_owner(shop: TestApp) {
        let stranger = claim(&shop, "stranger", &address("own"), "un phare dans la nuit").await;
        shop.account("leila", web::Role::Reader).await;
        // Accounts that were made later, too, but claimed the address before.
        shop.newcomer("karim").await;
        shop.run_jobs().await;
        for email in [address("leila"), address("karim"), address("nobody")] {
            shop.advance(10);
            let body = json!({ "email": email, "current": "un phare dans la nuit" });
            let asked = stranger.put("/me/email", body).await;
            assert_eq!((asked.status(), asked.text()), (202, ""), "{email}");
            assert_eq!(who(&shop, &email, "un phare dans la nuit").await, "stranger", "{email}");
            assert_eq!(who(&shop, &email, "guessed wrongly").await, "401", "{email}");
            let again = stranger.post("/auth/verify-email/resend", json!({})).await;
            assert_eq!((again.status(), again.text()), (202, ""), "{email}");
        }
        shop.run_jobs().await;
    }

    async fn a_password_that_nobody_can_have_is_refused_before_it_is_hashed(shop: TestApp) {
        shop.account("leila", web::Role::Reader).await;
        let megabyte = sign_in(&shop, "leila", &"x".repeat(1 << 20)).await;
        assert_eq!(megabyte.status(), 413);
        let began = Instant::now();
        for _ in 0..5 {
            assert_eq!(sign_in(&shop, "leila", PASSWORD).await.status(), 200);
        }
        let five_hashed = began.elapsed();
        let began = Instant::now();
        for _ in 0..20 {
            let answer = sign_in(&shop, "leila", &"x".repeat(1_025)).await;
            assert_eq!((answer.status(), answer.problem().as_str()), (422, "password: too_long"));
        }
        assert!(began.elapsed() < five_hashed, "{:?} for 20, {five_hashed:?} for 5 that are hashed", began.elapsed());
    }

    async fn a_hash_of_less_is_made_anew_at_the_next_sign_in(shop: TestApp) {
        use db::Query as _;
        shop.account("leila", web::Role::Reader).await;
        // Of the right password, with 64 KiB and one pass.
        let weak = weak_hash(PASSWORD);
        shop.app.db.execute(db::sql!("update users set password_hash = $1 where username = 'leila'", weak.as_str())).await.unwrap();
        assert_eq!(sign_in(&shop, "leila", PASSWORD).await.status(), 200);
        let (hash,): (String,) = shop.app.db.one(db::sql!("select password_hash from users where username = 'leila'")).await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert_eq!(sign_in(&shop, "leila", PASSWORD).await.status(), 200);
    }
}

fn weak_hash(password: &str) -> String {
    use argon2::{Algorithm, Argon2, Params, PasswordHasher as _, Version};
    let params = Params::new(64, 1, 1, None).unwrap();
    let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    argon.hash_password_with_salt(password.as_bytes(), &[3; 16]).unwrap().to_string()
}
