//! `DELETE /me`

use http::Method;
use serde_json::{Value, json};
use testing::{PASSWORD, Program, TestResponse, address, on_both_databases};

use crate::site;

async fn delete(program: &Program, body: Value) -> TestResponse {
    program.ask(Method::DELETE, "/me", Some(body)).await
}

on_both_databases! {
    in site();

    async fn the_account_is_gone_with_all_that_was_its(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let browser = shop.browser_of("leila").await;
        let answer = delete(&leila, json!({ "password": PASSWORD })).await;
        assert_eq!(answer.status(), 204, "{}", answer.text());
        assert_eq!(leila.get("/me").await.status(), 401);
        assert_eq!(browser.get("/en/account").await.status(), 303);
        let body = json!({ "refresh_token": leila.refresh });
        assert_eq!(shop.api().post("/auth/refresh", body).await.status(), 401);
        let pair = json!({ "login": "leila", "password": PASSWORD });
        assert_eq!(shop.api().post("/auth/sign-in", pair).await.status(), 401);
        assert!(shop.mail_to(&address("leila")).await.text.contains("leila"));
        shop.newcomer("leila").await;
        assert_eq!(testing::code_in(&shop.mail_to(&address("leila")).await).map(|code| code.len()), Some(7), "name and address are free");
    }

    async fn only_who_knows_the_password_deletes(shop: TestApp) {
        let leila = shop.reader("leila").await;
        for (body, problem) in [
            (json!({ "password": "guessed" }), "password: wrong_password"),
            (json!({ "password": "" }), "password: missing"),
            (json!({}), "password: missing"),
        ] {
            let answer = delete(&leila, body.clone()).await;
            assert_eq!((answer.status(), answer.problem().as_str()), (422, problem), "{body}");
            shop.advance(5);
        }
        assert_eq!(leila.delete("/me").await.status(), 415);
        assert_eq!(leila.get("/me").await.status(), 200);
    }

    async fn to_an_address_that_nobody_verified_nothing_is_told(shop: TestApp) {
        let leila = shop.newcomer("leila").await;
        shop.run_jobs().await;
        assert_eq!(delete(&leila, json!({ "password": PASSWORD })).await.status(), 204);
        shop.run_jobs().await;
        assert_eq!(shop.mails().await.len(), 1);
    }

    async fn a_mail_that_waits_for_a_deleted_account_is_not_sent(shop: TestApp) {
        let leila = shop.newcomer("leila").await;
        assert_eq!(delete(&leila, json!({ "password": PASSWORD })).await.status(), 204);
        shop.run_jobs().await;
        assert_eq!(shop.mails().await.len(), 0);
    }
}
