//! `PUT /me/email`

use serde_json::json;
use testing::{PASSWORD, Program, TestApp, TestResponse, address, code_in, on_both_databases};
use web::Role;
use web::shop::{Change, Key, Setting};

use crate::site;

async fn ask(program: &Program, email: &str) -> TestResponse {
    program.put("/me/email", json!({ "email": email, "current": PASSWORD })).await
}

async fn verify(program: &Program, code: &str) -> u16 {
    program.post("/auth/verify-email", json!({ "code": code })).await.status()
}

/// Says it of the shop, as its owner does in the panel.
async fn say(shop: &TestApp, set: &[(Setting, &str)]) {
    let said = |(setting, text): &(Setting, &str)| (Key::Setting(*setting), Some((*text).to_owned()));
    let wanted: Vec<_> = set.iter().map(said).collect();
    let change = Change { base: None, wanted: &wanted, by: "amina", now: shop.app.clock.now() };
    shop.app.db.transaction(async |tx| web::shop::change(&tx, change).await).await.unwrap();
    shop.app.live.refresh(&shop.app.db).await.unwrap();
}

on_both_databases! {
    in site();

    async fn the_account_moves_when_the_code_comes_back_from_the_new_address(shop: TestApp) {
        let leila = shop.reader("leila").await;
        assert_eq!(ask(&leila, "New@exemple.dz").await.status(), 202);
        let code = shop.code_to("New@exemple.dz").await;
        assert_eq!(leila.get("/me").await.json()["email"], "leila@exemple.dz", "nothing moves before that");
        assert_eq!(verify(&leila, &code).await, 200);
        let me = leila.get("/me").await.json();
        assert_eq!((&me["email"], &me["email_verified"]), (&json!("New@exemple.dz"), &json!(true)));
        let told = shop.mail_to(&address("leila")).await;
        assert_eq!(code_in(&told), None);
        assert!(!told.text.contains("New@exemple.dz"), "the old mailbox learns nothing of the new one");
        assert_eq!(shop.sign_in("new@exemple.dz").await.get("/me").await.status(), 200);
    }

    async fn the_old_mailbox_is_told_how_the_shop_is_reached(shop: TestApp) {
        let set = [
            (Setting::SellerPhone, "021 23 45 67"),
            (Setting::SellerAddress, "9 rue Hamani, Alger"),
            (Setting::MailFrom, "El Ijtihad <contact@ijtihad.example>"),
        ];
        let (ways, quiet) = (["021 23 45 67", "9 rue Hamani, Alger", "contact@ijtihad.example"], ["no-reply@shop.example"]);
        for (name, given, says, keeps) in [
            ("leila", 0, &quiet[..], &ways[..]),
            ("karim", 2, &ways[..2], &quiet[..]),
            ("sami", 3, &ways[..], &quiet[..]),
        ] {
            say(&shop, &set[..given]).await;
            let reader = shop.reader(name).await;
            let new = format!("new-{name}@exemple.dz");
            assert_eq!(ask(&reader, &new).await.status(), 202);
            assert_eq!(verify(&reader, &shop.code_to(&new).await).await, 200);
            let told = shop.mail_to(&address(name)).await;
            for part in [&told.text, &told.html] {
                assert!(says.iter().all(|way| part.contains(way)), "{name}: {part}");
                assert!(!keeps.iter().any(|way| part.contains(way)), "{name}: {part}");
            }
        }
    }

    async fn a_known_address_looks_the_same_and_only_its_owner_learns_of_it(shop: TestApp) {
        shop.account("karim", Role::Reader).await;
        let leila = shop.reader("leila").await;
        let (known, unknown) = (ask(&leila, &address("karim")).await, ask(&leila, &address("nobody")).await);
        assert_eq!((known.status(), known.text()), (unknown.status(), unknown.text()));
        shop.run_jobs().await;
        let to_karim = shop.mail_to(&address("karim")).await;
        assert_eq!(code_in(&to_karim), None);
        assert!(to_karim.text.contains("karim"), "{}", to_karim.text);
    }

    async fn a_move_that_was_begun_before_tells_nothing_of_the_address_asked_for_next(shop: TestApp) {
        shop.account("karim", Role::Reader).await;
        for next in ["karim", "nobody"] {
            let leila = shop.reader(&format!("leila-{next}")).await;
            let own = format!("own-{next}@exemple.dz");
            assert_eq!(ask(&leila, &own).await.status(), 202);
            let code = shop.code_to(&own).await;
            assert_eq!(ask(&leila, &address(next)).await.status(), 202);
            assert_eq!(verify(&leila, &code).await, 422, "{next}: dead from the request on");
            shop.run_jobs().await;
            assert_eq!(verify(&leila, &code).await, 422, "{next}: whatever the mail found");
            shop.advance(60);
            let before = shop.mails().await.iter().filter(|mail| mail.to == own).count();
            assert_eq!(leila.post("/auth/verify-email/resend", json!({})).await.status(), 202);
            shop.run_jobs().await;
            let after = shop.mails().await.iter().filter(|mail| mail.to == own).count();
            assert_eq!(before, after, "{next}: nothing more goes to the address before");
        }
    }

    async fn asking_for_the_same_address_again_leaves_its_code_good(shop: TestApp) {
        let leila = shop.reader("leila").await;
        ask(&leila, "new@exemple.dz").await;
        let code = shop.code_to("new@exemple.dz").await;
        assert_eq!(ask(&leila, "New@exemple.dz").await.status(), 202);
        shop.run_jobs().await;
        assert_eq!(verify(&leila, &code).await, 200, "one mail a minute, and that one was sent");
        shop.run_jobs().await;
    }

    async fn another_password_ends_a_move_that_somebody_began_with_the_old_one(shop: TestApp) {
        let leila = shop.reader("leila").await;
        assert_eq!(ask(&leila, "new@exemple.dz").await.status(), 202);
        let code = shop.code_to("new@exemple.dz").await;
        let change = json!({ "current": PASSWORD, "new": "un tout autre mot" });
        assert_eq!(leila.put("/me/password", change).await.status(), 204);
        assert_eq!(verify(&leila, &code).await, 422);
        assert_eq!(leila.get("/me").await.json()["email"], "leila@exemple.dz");
        assert_eq!(code_in(&shop.mail_to(&address("leila")).await), None, "told of the new password");
    }

    async fn another_password_also_ends_a_move_whose_mail_still_waits(shop: TestApp) {
        let leila = shop.reader("leila").await;
        shop.api().post("/auth/forgot-password", json!({ "email": address("leila") })).await;
        let code = shop.code_to(&address("leila")).await;
        assert_eq!(ask(&leila, "new@exemple.dz").await.status(), 202);
        let body = json!({ "email": address("leila"), "code": code, "password": "un tout autre mot" });
        assert_eq!(shop.api().post("/auth/reset-password", body).await.status(), 204);
        shop.run_jobs().await;
        assert!(shop.mails().await.iter().all(|mail| mail.to != "new@exemple.dz"));
        // The same where the password is changed by who knows it.
        let body = json!({ "login": "leila", "password": "un tout autre mot" });
        let leila = Program::of(&shop, &shop.api().post("/auth/sign-in", body).await);
        let body = json!({ "email": "new@exemple.dz", "current": "un tout autre mot" });
        assert_eq!(leila.put("/me/email", body).await.status(), 202);
        let change = json!({ "current": "un tout autre mot", "new": PASSWORD });
        assert_eq!(leila.put("/me/password", change).await.status(), 204);
        shop.run_jobs().await;
        assert!(shop.mails().await.iter().all(|mail| mail.to != "new@exemple.dz"));
        // A change of anything else ends nothing.
        assert_eq!(ask(&leila, "new@exemple.dz").await.status(), 202);
        assert_eq!(leila.patch("/me", json!({ "name": "Leïla" })).await.status(), 200);
        let code = shop.code_to("new@exemple.dz").await;
        assert_eq!(verify(&leila, &code).await, 200);
        shop.run_jobs().await;
    }

    async fn wrong_values_are_named(shop: TestApp) {
        let leila = shop.reader("leila").await;
        for (body, problem) in [
            (json!({ "email": "x", "current": PASSWORD }), "email: invalid"),
            (json!({ "email": "leila@exemple.dz", "current": PASSWORD }), "email: unchanged"),
            (json!({ "email": "x@exemple.dz", "current": "" }), "current: missing"),
            (json!({ "email": "x@exemple.dz", "current": "guessed" }), "current: wrong_password"),
        ] {
            let answer = leila.put("/me/email", body.clone()).await;
            assert_eq!((answer.status(), answer.problem().as_str()), (422, problem), "{body}");
        }
    }

    async fn a_slip_of_the_pen_at_sign_up_is_replaced_at_once(shop: TestApp) {
        let leila = shop.newcomer("leila").await;
        let old = shop.code_to(&address("leila")).await;
        assert_eq!(ask(&leila, "right@exemple.dz").await.status(), 202);
        assert_eq!(leila.get("/me").await.json()["email"], "right@exemple.dz");
        assert_eq!(verify(&leila, &old).await, 422, "the code that went elsewhere is dead");
        let code = shop.code_to("right@exemple.dz").await;
        assert_eq!(verify(&leila, &code).await, 200);
        assert_eq!(leila.get("/me").await.json()["email_verified"], true);
    }

    async fn another_code_can_be_sent_to_the_new_address(shop: TestApp) {
        let leila = shop.reader("leila").await;
        ask(&leila, "new@exemple.dz").await;
        let old = shop.code_to("new@exemple.dz").await;
        shop.advance(60);
        assert_eq!(leila.post("/auth/verify-email/resend", json!({})).await.status(), 202);
        let new = shop.code_to("new@exemple.dz").await;
        assert_eq!((verify(&leila, &old).await, verify(&leila, &new).await), (422, 200));
        shop.run_jobs().await;
    }

    async fn an_address_that_somebody_verified_meanwhile_is_not_taken_from_them(shop: TestApp) {
        let leila = shop.reader("leila").await;
        ask(&leila, &address("karim")).await;
        let code = shop.code_to(&address("karim")).await;
        shop.account("karim", Role::Reader).await;
        assert_eq!(verify(&leila, &code).await, 422);
        assert_eq!(leila.get("/me").await.json()["email"], "leila@exemple.dz");
    }
}
