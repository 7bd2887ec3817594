//! How many mails an address gets, whoever asks for them.

use db::Query as _;
use jobs::Worker;
use serde_json::json;
use testing::{PASSWORD, Program, TestApp, address, code_in, on_both_databases};
use web::App;

use crate::{at_once, site};

const MINUTE: i64 = 60;

async fn forgot(shop: &TestApp, email: &str) {
    assert_eq!(shop.api().post("/auth/forgot-password", json!({ "email": email })).await.status(), 202);
    shop.run_jobs().await;
}

async fn resend(shop: &TestApp, program: &Program) {
    assert_eq!(program.post("/auth/verify-email/resend", json!({})).await.status(), 202);
    shop.run_jobs().await;
}

async fn sign_up(shop: &TestApp, username: &str, email: &str) -> Program {
    let body = json!({ "username": username, "email": email, "password": PASSWORD });
    Program::of(shop, &shop.api().post("/auth/sign-up", body).await)
}

async fn mails(shop: &TestApp) -> usize {
    shop.mails().await.len()
}

/// Another node of the shop.
fn node(app: App) -> Worker<App> {
    Worker::new(app.db.clone(), app.clock.clone(), app.random.clone(), site().registry(), app)
}

on_both_databases! {
    in site();

    async fn whoever_asks_again_within_a_minute_gets_none_and_the_code_that_was_sent_is_good(shop: TestApp) {
        let leila = shop.newcomer("leila").await;
        let code = shop.code_to(&address("leila")).await;
        shop.advance(MINUTE - 1);
        resend(&shop, &leila).await;
        assert_eq!(mails(&shop).await, 1);
        assert_eq!(leila.post("/auth/verify-email", json!({ "code": code })).await.status(), 200);
    }

    async fn after_a_minute_another_code_is_sent(shop: TestApp) {
        let leila = shop.newcomer("leila").await;
        let old = shop.code_to(&address("leila")).await;
        shop.advance(MINUTE);
        resend(&shop, &leila).await;
        assert_eq!(mails(&shop).await, 2);
        assert_ne!(shop.code_to(&address("leila")).await, old);
    }

    async fn an_address_gets_five_in_an_hour_and_the_last_code_is_good(shop: TestApp) {
        shop.account("leila", web::Role::Reader).await;
        for _ in 0..12 {
            forgot(&shop, "LEILA@exemple.dz").await;
            shop.advance(MINUTE);
        }
        assert_eq!(mails(&shop).await, 5);
        // The first one was sent twelve minutes ago.
        shop.advance(47 * MINUTE);
        forgot(&shop, &address("leila")).await;
        assert_eq!(mails(&shop).await, 5);
        shop.advance(MINUTE);
        forgot(&shop, &address("leila")).await;
        assert_eq!(mails(&shop).await, 6, "the first is an hour old");
        let code = code_in(&shop.mail_to(&address("leila")).await).unwrap();
        let body = json!({ "email": address("leila"), "code": code, "password": "une autre encre 43" });
        assert_eq!(shop.api().post("/auth/reset-password", body).await.status(), 204);
        shop.run_jobs().await;
    }

    async fn strangers_who_sign_up_with_ones_address_cause_one_warning_a_minute(shop: TestApp) {
        shop.account("leila", web::Role::Reader).await;
        for stranger in ["stranger1", "stranger2", "stranger3"] {
            sign_up(&shop, stranger, &address("leila")).await;
        }
        shop.run_jobs().await;
        assert_eq!(mails(&shop).await, 1);
        forgot(&shop, &address("leila")).await;
        assert_eq!(mails(&shop).await, 2, "what she asks for herself is counted apart");
        let karim = shop.reader("karim").await;
        let body = json!({ "email": address("leila"), "current": PASSWORD });
        assert_eq!(karim.put("/me/email", body).await.status(), 202);
        shop.run_jobs().await;
        assert_eq!(mails(&shop).await, 2, "a move to her address is told with the same warning");
    }

    async fn moves_to_one_address_are_counted_whoever_moves(shop: TestApp) {
        for name in ["leila", "karim"] {
            let reader = shop.reader(name).await;
            let body = json!({ "email": "stranger@exemple.dz", "current": PASSWORD });
            assert_eq!(reader.put("/me/email", body).await.status(), 202);
            shop.run_jobs().await;
        }
        assert_eq!(mails(&shop).await, 1);
        shop.advance(MINUTE);
        shop.run_jobs().await;
        assert_eq!(mails(&shop).await, 2, "the other had no code yet");
    }

    async fn who_has_no_code_yet_gets_theirs_a_minute_later(shop: TestApp) {
        sign_up(&shop, "leila", "leila@exemple.dz").await;
        shop.run_jobs().await;
        let again = sign_up(&shop, "leila.haddad", "leila@exemple.dz").await;
        shop.run_jobs().await;
        assert_eq!(mails(&shop).await, 1);
        shop.advance(MINUTE);
        let mail = shop.mail_to("leila@exemple.dz").await;
        assert_eq!(mails(&shop).await, 2);
        let code = code_in(&mail).unwrap();
        assert_eq!(again.post("/auth/verify-email", json!({ "code": code })).await.status(), 200);
        shop.run_jobs().await;
    }

    async fn a_mail_that_could_not_be_sent_does_not_count_and_is_sent_later(shop: TestApp) {
        let leila = shop.newcomer("leila").await;
        let folder = shop.app.mail.mailbox().unwrap().folder().to_owned();
        // Where a file lies no folder can be made.
        std::fs::write(&folder, "").unwrap();
        let failed = node(shop.app.clone()).drain().await.unwrap();
        assert!(failed.len() == 1 && !failed[0].dead, "{failed:?}");
        std::fs::remove_file(&folder).unwrap();
        shop.advance(10);
        let code = shop.code_to(&address("leila")).await;
        assert_eq!(leila.post("/auth/verify-email", json!({ "code": code })).await.status(), 200);
        assert_eq!(mails(&shop).await, 1);
        shop.run_jobs().await;
    }

    async fn a_node_that_dies_while_it_sends_keeps_nobody_from_their_mail(shop: TestApp) {
        shop.newcomer("leila").await;
        shop.run_jobs().await;
        // As it stands between the taking of the place and the sending.
        shop.app.db.execute(db::sql!("/* full scan: a test */ update mails_sent set sent = $1", false)).await.unwrap();
        shop.advance(59);
        forgot(&shop, &address("leila")).await;
        shop.app.db.execute(db::sql!("/* full scan: a test */ update mails_sent set sent = $1", false)).await.unwrap();
        forgot(&shop, &address("leila")).await;
        assert_eq!(mails(&shop).await, 2, "the place is kept while it is sent");
        shop.advance(31);
        forgot(&shop, &address("leila")).await;
        assert_eq!(mails(&shop).await, 3);
    }

    async fn of_many_nodes_that_are_asked_at_once_one_sends(shop: TestApp) {
        shop.account("leila", web::Role::Reader).await;
        for _ in 0..20 {
            shop.api().post("/auth/forgot-password", json!({ "email": address("leila") })).await;
        }
        let drained = at_once((0..4).map(|_| {
            let node = node(shop.app.clone());
            async move { node.drain().await.unwrap() }
        }));
        assert!(drained.await.iter().all(Vec::is_empty));
        assert_eq!(mails(&shop).await, 1);
    }

    async fn load_tests_are_not_counted(shop: TestApp) {
        shop.account("leila", web::Role::Reader).await;
        let unlimited = shop.with(|settings| settings.rate_limits = false);
        for _ in 0..7 {
            shop.api().post("/auth/forgot-password", json!({ "email": address("leila") })).await;
        }
        node(unlimited.app).drain().await.unwrap();
        assert_eq!(mails(&shop).await, 7);
    }
}
