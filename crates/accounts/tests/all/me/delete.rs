//! `DELETE /me`

use db::Query as _;
use http::Method;
use serde_json::{Value, json};
use testing::{PASSWORD, Program, TestResponse, address, on_both_databases};
use web::Role;

use crate::{at_once, site};

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

    async fn what_was_to_be_done_for_it_is_forgotten_and_the_farewell_is_sent(shop: TestApp) {
        let leila = shop.reader("leila").await;
        leila.put("/me/email", json!({ "email": "other@exemple.dz", "current": PASSWORD })).await;
        assert_eq!(delete(&leila, json!({ "password": PASSWORD })).await.status(), 204);
        let kinds: Vec<(String,)> =
            shop.app.db.all(db::sql!("/* full scan: a test */ select kind from jobs where kind like '%mail'")).await.unwrap();
        assert_eq!(kinds, [("accounts.account_deleted_mail".to_owned(),)]);
        assert_eq!(shop.mail_to(&address("leila")).await.to, address("leila"));
        assert_eq!(shop.mails().await.len(), 1);
    }

    async fn its_id_is_given_to_nobody_else(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let id = leila.get("/me").await.json()["id"].as_i64().unwrap();
        assert_eq!(delete(&leila, json!({ "password": PASSWORD })).await.status(), 204);
        let next = shop.reader("karim").await.get("/me").await.json()["id"].as_i64().unwrap();
        assert!(next > id, "{next}");
        shop.run_jobs().await;
    }

    async fn the_only_admin_stays_until_there_is_another(shop: TestApp) {
        let chief = shop.person("chief", Role::Admin).await;
        shop.account("editor-in-chief", Role::Editor).await;
        let refused = delete(&chief, json!({ "password": PASSWORD })).await;
        assert_eq!((refused.status(), refused.problem().as_str()), (409, "last_admin"));
        let browser = shop.browser_of("chief").await;
        for (language, words) in [("en", "only admin"), ("fr", "seule personne"), ("ar", "مدير غيرك")] {
            let page = browser.post(&format!("/{language}/account/delete"), &[("password", PASSWORD)]).await;
            assert!(page.status() == 409 && page.text().contains(words), "{}", page.text());
        }
        assert_eq!(chief.get("/me").await.status(), 200);
        shop.account("second", Role::Admin).await;
        assert_eq!(delete(&chief, json!({ "password": PASSWORD })).await.status(), 204);
        shop.run_jobs().await;
    }

    async fn of_two_admins_who_leave_at_once_one_stays(shop: TestApp) {
        let admins = [shop.person("one", Role::Admin).await, shop.person("two", Role::Admin).await];
        let mut answers = at_once(admins.map(|admin| async move {
            delete(&admin, json!({ "password": PASSWORD })).await.status()
        }))
        .await;
        answers.sort_unstable();
        assert_eq!(answers, [204, 409]);
        shop.run_jobs().await;
    }
}
