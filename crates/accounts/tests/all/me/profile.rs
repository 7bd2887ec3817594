//! `GET` and `PATCH /me`

use serde_json::{Value, json};
use testing::{Program, TestApp, TestResponse, on_both_databases};
use web::Role;

use crate::{at_once, site};

/// Changes an account that is known by a tag.
async fn change(shop: &TestApp, program: &Program, tag: &str, body: Value) -> TestResponse {
    let request = http::Request::patch("/api/v1/me")
        .header("authorization", format!("Bearer {}", program.access))
        .header("content-type", "application/json")
        .header("accept-language", "fr")
        .header("if-match", tag)
        .body(body.to_string().into());
    shop.send(request.unwrap()).await
}

on_both_databases! {
    in site();

    async fn a_change_of_what_changed_meanwhile_is_refused_if_the_caller_minds(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let read = leila.get("/me").await.header("etag").to_owned();
        let changed = change(&shop, &leila, &read, json!({ "name": "Leïla" })).await;
        assert_eq!((changed.status(), changed.header("etag")), (200, leila.get("/me").await.header("etag")));
        let late = change(&shop, &leila, &read, json!({ "name": "Nobody" })).await;
        let problem = late.json();
        assert_eq!(json!([problem["status"], problem["code"], problem["title"]]), json!([412, "precondition_failed", "La situation a changé"]));
        assert_eq!(change(&shop, &leila, changed.header("etag"), json!({ "theme": "dark" })).await.status(), 200);
        assert_eq!(change(&shop, &leila, "*", json!({ "phone": "0551234567" })).await.status(), 200);
        assert_eq!(leila.patch("/me", json!({ "locale": "ar" })).await.status(), 200, "who names nothing does not mind");
        assert_eq!(leila.get("/me").await.json()["name"], "Leïla");
    }

    async fn of_changes_at_once_to_the_same_account_one_succeeds(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let tag = leila.get("/me").await.header("etag").to_owned();
        let mut answers = at_once((0..4).map(|turn| {
            let (shop, leila, tag) = (shop.clone(), leila.clone(), tag.clone());
            async move { change(&shop, &leila, &tag, json!({ "name": format!("Leïla {turn}") })).await.status() }
        }))
        .await;
        answers.sort_unstable();
        assert_eq!(answers, [200, 412, 412, 412]);
    }

    async fn what_is_sent_changes_and_the_rest_stays(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let answer = leila.patch("/me", json!({ "name": " Leïla Haddad ", "phone": "0551234567", "theme": "dark" })).await;
        assert_eq!(answer.status(), 200, "{}", answer.text());
        let json = answer.json();
        assert_eq!((&json["name"], &json["phone"], &json["theme"]), (&json!("Leïla Haddad"), &json!("+213551234567"), &json!("dark")));
        assert_eq!((&json["username"], &json["locale"]), (&json!("leila"), &json!("en")));
        let json = leila.patch("/me", json!({ "phone": null, "locale": "ar" })).await.json();
        assert_eq!((&json["phone"], &json["locale"], &json["name"]), (&Value::Null, &json!("ar"), &json!("Leïla Haddad")));
        let json = leila.patch("/me", json!({ "username": "Leïla.H", "name": "" })).await.json();
        assert_eq!((&json["username"], &json["name"], &json["theme"]), (&json!("Leïla.H"), &json!(""), &json!("dark")));
        assert_eq!(leila.get("/me").await.json(), json);
        assert_eq!(shop.sign_in("leila.h").await.get("/me").await.status(), 200);
    }

    async fn wrong_values_are_named_and_change_nothing(shop: TestApp) {
        shop.account("karim", Role::Reader).await;
        let leila = shop.reader("leila").await;
        let before = leila.get("/me").await.json();
        for (change, problem) in [
            (json!({ "username": "KARIM" }), "username: taken"),
            (json!({ "username": "" }), "username: missing"),
            (json!({ "name": "x".repeat(61) }), "name: too_long"),
            (json!({ "name": "two\nlines" }), "name: invalid"),
            (json!({ "name": "\u{202e}turned" }), "name: invalid"),
            (json!({ "phone": "12" }), "phone: invalid"),
            (json!({ "locale": "de" }), "locale: invalid"),
            (json!({ "theme": "pink" }), "theme: invalid"),
            (json!({ "email": "a@exemple.dz" }), "email: unknown_field"),
            (json!({ "role": "admin" }), "role: unknown_field"),
            (json!({ "name": "Good", "username": "a b", "phone": "12" }), "username: invalid, phone: invalid"),
        ] {
            let answer = leila.patch("/me", change.clone()).await;
            assert_eq!((answer.status(), answer.problem().as_str()), (422, problem), "{change}");
        }
        assert_eq!(leila.get("/me").await.json(), before);
    }

    async fn a_name_has_no_signs_that_nobody_sees(shop: TestApp) {
        let leila = shop.reader("leila").await;
        for (typed, kept) in [
            (" Lei\u{200b}la\u{ad} ", "Leila"),
            ("\u{feff}Leïla\u{200f}", "Leïla"),
            ("Le\u{69}\u{308}la", "Leïla"),
            ("\u{3164}", ""),
            ("\u{200d} \u{2060}", ""),
            ("می\u{200c}خواهم", "می\u{200c}خواهم"),
        ] {
            let answer = leila.patch("/me", json!({ "name": typed })).await;
            assert_eq!(answer.json()["name"], kept, "{typed:?}");
        }
        let piled = leila.patch("/me", json!({ "name": "Z\u{301}\u{302}\u{303}\u{304}algo" })).await;
        assert_eq!((piled.status(), piled.problem().as_str()), (422, "name: invalid"));
    }

    async fn readers_are_not_called_as_the_shop_or_its_people(shop: TestApp) {
        let leila = shop.reader("leila").await;
        shop.account("karim", Role::Reader).await;
        for (name, problem) in [
            ("Support Warraq", "name: taken"),
            ("Warraq", "name: taken"),
            ("Administrateur", "name: taken"),
            ("الإدارة", "name: taken"),
            ("👑 Admin", "name: taken"),
            ("...", "name: invalid"),
            ("ـــ", "name: invalid"),
            ("👑", "name: invalid"),
        ] {
            let answer = leila.patch("/me", json!({ "name": name })).await;
            assert_eq!((answer.status(), answer.problem().as_str()), (422, problem), "{name}");
        }
        for name in ["Leïla Mansouri", "محمد الوراق", "Karim"] {
            assert_eq!(leila.patch("/me", json!({ "name": name })).await.json()["name"], name);
        }
        let editor = shop.person("editor", Role::Editor).await;
        assert_eq!(editor.patch("/me", json!({ "name": "Support Warraq" })).await.json()["name"], "Support Warraq");
        let nameless = editor.patch("/me", json!({ "name": "..." })).await;
        assert_eq!(nameless.problem(), "name: invalid");
    }

    async fn one_may_write_ones_own_name_in_another_way(shop: TestApp) {
        let leila = shop.reader("leila").await;
        assert_eq!(leila.patch("/me", json!({ "username": "LEÏLA" })).await.json()["username"], "LEÏLA");
    }

    async fn the_shops_people_keep_their_reserved_names_while_they_change_others(shop: TestApp) {
        let admin = shop.person("admin", Role::Admin).await;
        let answer = admin.patch("/me", json!({ "username": "admin", "name": "The owner" })).await;
        assert_eq!((answer.status(), &answer.json()["name"]), (200, &json!("The owner")), "{}", answer.text());
    }

    async fn changes_at_once_do_not_undo_each_other(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let changes = [json!({ "name": "Leïla" }), json!({ "phone": "0551234567" }), json!({ "theme": "dark" }), json!({ "locale": "fr" })];
        let answers = at_once(changes.into_iter().map(|change| {
            let leila = leila.clone();
            async move { leila.patch("/me", change).await.status() }
        }))
        .await;
        assert_eq!(answers, [200; 4]);
        let json = leila.get("/me").await.json();
        assert_eq!(json!([json["name"], json["phone"], json["theme"], json["locale"]]), json!(["Leïla", "+213551234567", "dark", "fr"]));
    }

    async fn one_reader_never_sees_anothers_account(shop: TestApp) {
        let (leila, karim) = (shop.reader("leila").await, shop.reader("karim").await);
        assert_eq!(leila.get("/me").await.json()["username"], "leila");
        assert_eq!(karim.get("/me").await.json()["username"], "karim");
        assert_eq!(shop.api().get("/me").await.status(), 401);
        assert!(leila.get("/me").await.header("vary").contains("authorization"));
    }
}
