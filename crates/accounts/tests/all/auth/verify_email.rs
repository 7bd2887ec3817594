//! `POST /auth/verify-email`

use serde_json::json;
use testing::{Program, TestApp, address, on_both_databases};

use crate::{at_once, site};

async fn verify(program: &Program, code: &str) -> testing::TestResponse {
    program.post("/auth/verify-email", json!({ "code": code })).await
}

/// A code of the right form that is not this one.
pub(crate) fn other_than(code: &str) -> String {
    let first = if code.starts_with('A') { 'B' } else { 'A' };
    format!("{first}{}", &code[1..])
}

/// Another code, a minute later: no address gets more of them.
async fn new_code(shop: &TestApp, program: &Program, name: &str) -> String {
    shop.advance(60);
    assert_eq!(program.post("/auth/verify-email/resend", json!({})).await.status(), 202);
    shop.code_to(&address(name)).await
}

on_both_databases! {
    in site();

    async fn the_code_of_the_mail_verifies_the_address_once(shop: TestApp) {
        let leila = shop.newcomer("leila").await;
        let code = shop.code_to(&address("leila")).await;
        let answer = verify(&leila, &code).await;
        assert_eq!((answer.status(), &answer.json()["email_verified"]), (200, &json!(true)));
        let again = verify(&leila, &code).await;
        assert_eq!((again.status(), again.problem().as_str()), (422, "code: wrong_code"));
        assert_eq!(leila.get("/me").await.json()["email_verified"], true);
        // There is nothing left to show.
        assert_eq!(leila.post("/auth/verify-email/resend", json!({})).await.status(), 202);
        shop.run_jobs().await;
        assert_eq!(shop.mails().await.len(), 1);
    }

    async fn a_code_is_read_as_people_type_it(shop: TestApp) {
        let leila = shop.newcomer("leila").await;
        let code = shop.code_to(&address("leila")).await.to_lowercase();
        assert_eq!(verify(&leila, &format!(" {}-{} ", &code[..3], &code[3..])).await.status(), 200);
    }

    async fn a_code_lives_for_an_hour(shop: TestApp) {
        shop.newcomer("early").await;
        let early = shop.code_to(&address("early")).await;
        shop.newcomer("late").await;
        let late = shop.code_to(&address("late")).await;
        shop.advance(3_599);
        assert_eq!(verify(&shop.sign_in("early").await, &early).await.status(), 200);
        shop.advance(1);
        assert_eq!(verify(&shop.sign_in("late").await, &late).await.problem(), "code: wrong_code");
    }

    async fn the_newest_code_replaces_the_one_before(shop: TestApp) {
        let leila = shop.newcomer("leila").await;
        let old = shop.code_to(&address("leila")).await;
        let new = new_code(&shop, &leila, "leila").await;
        assert_ne!(old, new);
        assert_eq!(verify(&leila, &old).await.status(), 422);
        assert_eq!(verify(&leila, &new).await.status(), 200);
    }

    async fn after_five_wrong_tries_the_right_code_is_dead_too(shop: TestApp) {
        let leila = shop.newcomer("leila").await;
        let code = shop.code_to(&address("leila")).await;
        for _ in 0..5 {
            assert_eq!(verify(&leila, &other_than(&code)).await.status(), 422);
        }
        let dead = verify(&leila, &code).await;
        assert_eq!((dead.status(), dead.problem().as_str()), (422, "code: wrong_code"));
        let code = new_code(&shop, &leila, "leila").await;
        for _ in 0..4 {
            assert_eq!(verify(&leila, &other_than(&code)).await.status(), 422);
        }
        assert_eq!(verify(&leila, &code).await.status(), 200, "four are forgiven");
    }

    async fn wrong_tries_at_once_are_all_counted(shop: TestApp) {
        let leila = shop.newcomer("leila").await;
        let code = shop.code_to(&address("leila")).await;
        let wrong = other_than(&code);
        at_once((0..20).map(|_| {
            let (leila, wrong) = (leila.clone(), wrong.clone());
            async move { verify(&leila, &wrong).await.status() }
        }))
        .await;
        assert_eq!(verify(&leila, &code).await.status(), 422);
    }

    async fn a_code_of_one_account_is_worth_nothing_in_another(shop: TestApp) {
        shop.newcomer("leila").await;
        let code = shop.code_to(&address("leila")).await;
        let karim = shop.newcomer("karim").await;
        shop.run_jobs().await;
        assert_eq!(verify(&karim, &code).await.status(), 422);
    }

    async fn verifying_removes_other_accounts_that_claim_the_address_and_their_files(shop: TestApp) {
        let thief = shop.newcomer("thief").await;
        let bystander = shop.newcomer("bystander").await;
        let body = json!({ "username": "leila", "email": address("thief"), "password": testing::PASSWORD });
        let leila = Program::of(&shop, &shop.api().post("/auth/sign-up", body).await);
        assert_eq!(thief.upload("/me/picture", "p.png", &crate::me::picture::png()).await.status(), 200);
        shop.run_jobs().await;
        assert!(!shop.media().await.is_empty());
        let code = new_code(&shop, &leila, "thief").await;
        assert_eq!(verify(&leila, &code).await.status(), 200);
        assert_eq!(thief.get("/me").await.status(), 401, "its sessions are over");
        assert_eq!(bystander.get("/me").await.status(), 200);
        shop.run_jobs().await;
        assert_eq!(shop.media().await, Vec::<String>::new());
    }

    async fn of_fifty_verifications_at_once_one_wins(shop: TestApp) {
        let leila = shop.newcomer("leila").await;
        let code = shop.code_to(&address("leila")).await;
        let answers = at_once((0..50).map(|_| {
            let (leila, code) = (leila.clone(), code.clone());
            async move { verify(&leila, &code).await.status() }
        }))
        .await;
        assert_eq!(answers.iter().filter(|status| **status == 200).count(), 1, "{answers:?}");
        assert!(answers.iter().all(|status| matches!(status, 200 | 422)), "{answers:?}");
    }

    async fn of_accounts_that_verify_one_address_at_once_one_is_left(shop: TestApp) {
        let mut claims = Vec::new();
        for number in 0..4 {
            let body = json!({ "username": format!("leila{number}x"), "email": address("leila"), "password": testing::PASSWORD });
            let program = Program::of(&shop, &shop.api().post("/auth/sign-up", body).await);
            claims.push((program, shop.code_to(&address("leila")).await));
        }
        let answers = at_once(claims.clone().into_iter().map(|(program, code)| async move {
            verify(&program, &code).await.status()
        }))
        .await;
        assert_eq!(answers.iter().filter(|status| **status == 200).count(), 1, "{answers:?}");
        assert!(answers.iter().all(|status| matches!(status, 200 | 401 | 422)), "{answers:?}");
        let mut left = 0;
        for (program, _) in &claims {
            left += usize::from(program.get("/me").await.status() == 200);
        }
        assert_eq!(left, 1);
        shop.run_jobs().await;
    }

    async fn without_a_token_there_is_nothing_to_verify(shop: TestApp) {
        let answer = verify(&shop.api(), "ABCDEFG").await;
        assert_eq!((answer.status(), answer.header("www-authenticate")), (401, "Bearer"));
    }

    async fn an_account_that_the_operator_makes_removes_other_claims_of_its_address_too(shop: TestApp) {
        let body = json!({ "username": "thief", "email": "Leila@exemple.dz", "password": testing::PASSWORD });
        let thief = Program::of(&shop, &shop.api().post("/auth/sign-up", body).await);
        assert_eq!(thief.upload("/me/picture", "p.png", &crate::me::picture::png()).await.status(), 200);
        shop.account("leila", web::Role::Reader).await;
        assert_eq!(thief.get("/me").await.status(), 401);
        shop.run_jobs().await;
        assert_eq!(shop.media().await, Vec::<String>::new());
        assert_eq!(shop.mails().await.len(), 0);
    }
}
