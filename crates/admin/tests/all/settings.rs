//! What the owner decides about the shop: through both doors, on all nodes, and not over the operator.

use axum::body::Body;
use http::Request;
use serde_json::{Value, json};
use testing::{Program, TestApp, TestResponse, on_both_databases};
use web::Role;
use web::shop::Setting;

use crate::till::{page, site, words};

const API: &str = "/admin/settings";
const PAGES: &str = "/en/admin/settings";

/// What the audit log has of settings, the latest first.
async fn logged(shop: &TestApp) -> Vec<(Value, Value)> {
    let wanted = accounts::audit::Wanted { subject_kind: Some("settings"), ..Default::default() };
    let entries = accounts::audit::list(&shop.app.db, wanted, (None, 100)).await.unwrap();
    entries.into_iter().map(|entry| (entry.before.0, entry.after.0)).collect()
}

/// Names the shop so, if the settings are still as they were known.
async fn if_match(shop: &TestApp, who: &Program, known: &str, name: &str) -> TestResponse {
    let request = Request::patch(format!("/api/v1{API}"))
        .header("authorization", format!("Bearer {}", who.access))
        .header("if-match", known)
        .header("content-type", "application/json")
        .body(Body::from(json!({ "shop_name": name }).to_string()));
    shop.send(request.unwrap()).await
}

on_both_databases! {
    in site();

    async fn what_the_owner_saves_holds_at_once_and_stands_in_the_log(shop: TestApp) {
        shop.account("amina", Role::Admin).await;
        let amina = shop.browser_of("amina").await;
        let form = page(&amina, PAGES).await;
        assert!(form.contains("value=\"Warraq\"") && form.contains("value=\"ورّاق\""), "{form}");
        let saved = amina
            .post(PAGES, &[("version", "0"), ("shop_name", " El Ijtihad "), ("shop_name_ar", "الاجتهاد")])
            .await;
        assert_eq!((saved.status(), saved.header("location")), (303, PAGES));
        assert!(page(&amina, PAGES).await.contains("The settings are saved"));
        assert!(shop.get("/en/p/terms").await.text().contains("El Ijtihad"));
        assert!(shop.get("/ar/browse").await.text().contains("الاجتهاد"));
        assert_eq!(shop.get("/manifest.webmanifest").await.json()["name"], "El Ijtihad");
        assert_eq!(logged(&shop).await, [(
            json!({ "shop_name": null, "shop_name_ar": null }),
            json!({ "shop_name": "El Ijtihad", "shop_name_ar": "الاجتهاد" }),
        )]);
        let log = page(&amina, "/fr/admin/audit").await;
        assert!(log.contains("Réglages modifiés") && log.contains("Nom en lettres latines"), "{log}");
        // An empty field brings the default back.
        amina.post(PAGES, &[("version", "1"), ("shop_name", ""), ("shop_name_ar", "الاجتهاد")]).await;
        assert!(page(&amina, PAGES).await.contains("value=\"Warraq\""));
        assert_eq!(logged(&shop).await[0], (json!({ "shop_name": "El Ijtihad" }), json!({ "shop_name": null })));
    }

    async fn what_stands_on_one_page_is_saved_by_one_form(shop: TestApp) {
        shop.account("amina", Role::Admin).await;
        let amina = shop.browser_of("amina").await;
        for path in [PAGES, "/en/admin/settings/payment"] {
            assert_eq!(page(&amina, path).await.matches("name=\"version\"").count(), 1, "{path}");
        }
        let (name, accent, about) = (("shop_name", "El Ijtihad"), ("accent", "#f0c000"), ("description_en", "Books."));
        let refused = amina.post(PAGES, &[("version", "0"), name, accent, about]).await;
        assert_eq!(refused.status(), 422);
        let text = words(&refused);
        assert!(text.contains("value=\"El Ijtihad\"") && text.contains(">Books.</textarea>"), "what was typed elsewhere stays: {text}");
        let saved = amina.post(PAGES, &[("version", "0"), name, ("accent", "#0a5c36"), about, ("ticks", "on"), ("languages", "en"), ("languages", "ar")]).await;
        assert_eq!(saved.status(), 303);
        let kept = shop.app.shop();
        assert_eq!((kept.brand.name.as_str(), kept.description(i18n::Locale::En)), ("El Ijtihad", Some("Books.")));
        assert!(!kept.languages.offers(i18n::Locale::Fr));
    }

    async fn a_default_that_a_form_brings_back_untouched_stays_one(shop: TestApp) {
        shop.account("amina", Role::Admin).await;
        let amina = shop.browser_of("amina").await;
        let seller = [("seller_name", "Warraq"), ("seller_rc", "16/00-1234567 B 20")];
        assert_eq!(amina.post("/en/admin/settings/seller", &seller).await.status(), 303);
        assert_eq!(logged(&shop).await, [(json!({ "seller_rc": null }), json!({ "seller_rc": "16/00-1234567 B 20" }))]);
        amina.post(PAGES, &[("shop_name", "El Ijtihad")]).await;
        assert_eq!(shop.app.shop().seller.name, "El Ijtihad");
    }

    async fn who_sells_stands_in_the_terms_as_soon_as_it_is_said(shop: TestApp) {
        let amina = shop.person("amina", Role::Admin).await;
        let change = json!({ "seller_name": "SARL Ijtihad", "seller_rc": "16/00-1234567 B 20", "seller_vat": 9 });
        let answer = amina.patch(API, change).await;
        assert_eq!(answer.status(), 200, "{}", answer.text());
        let terms = shop.get("/fr/p/terms").await;
        assert!(terms.text().contains("SARL Ijtihad") && terms.text().contains("16/00-1234567 B 20"));
        assert_eq!(answer.json()["settings"]["seller_vat"]["value"], "9");
    }

    async fn settings_are_told_with_where_each_comes_from(shop: TestApp) {
        let shop = shop.operated(&[(Setting::ShopName, "Khizana")]);
        let amina = shop.person("amina", Role::Admin).await;
        let answer = amina.patch(API, json!({ "refunds_alone": { "amount": 1_000_050, "currency": "DZD" } })).await;
        let settings = &answer.json()["settings"];
        let name = &settings["shop_name"];
        assert_eq!((&name["value"], &name["source"], &name["set_with"]), (&json!("Khizana"), &json!("operator"), &json!("WARRAQ_SHOP_NAME")));
        let most = &settings["refunds_alone"];
        assert_eq!((&most["value"], &most["source"], &most["updated_by"]), (&json!({ "amount": 1_000_050, "currency": "DZD" }), &json!("panel"), &json!("amina")));
        let rate = &settings["seller_vat"];
        assert_eq!((&rate["value"], &rate["source"], &rate["updated_by"]), (&Value::Null, &json!("default"), &Value::Null));
        assert_eq!(settings["mail_from"]["value"], "Khizana <no-reply@shop.example>");
        assert_eq!(amina.patch(API, json!({ "refunds_alone": null })).await.json()["settings"]["refunds_alone"]["source"], "default");
    }

    async fn what_the_operator_set_is_shown_and_cannot_be_changed(shop: TestApp) {
        let shop = shop.operated(&[(Setting::ShopName, "Khizana")]);
        shop.account("amina", Role::Admin).await;
        let amina = shop.browser_of("amina").await;
        let form = page(&amina, PAGES).await;
        assert!(form.contains("Khizana") && form.contains("Set by the operator with WARRAQ_SHOP_NAME"), "{form}");
        assert!(!form.contains("name=\"shop_name\""));
        let refused = amina.post(PAGES, &[("shop_name", "Mine")]).await;
        assert_eq!(refused.status(), 422);
        let refused = shop.person("nour", Role::Admin).await.patch(API, json!({ "shop_name": "Mine" })).await;
        assert_eq!((refused.status(), &refused.json()["errors"][0]["code"]), (422, &json!("fixed")));
        assert!(logged(&shop).await.is_empty());
        // What was said in the panel before the operator decided is not in force, and comes back when they leave it.
        assert!(shop.get("/en/p/terms").await.text().contains("Khizana"));
    }

    async fn a_wrong_value_is_told_at_its_field_and_what_was_typed_stays(shop: TestApp) {
        shop.account("amina", Role::Admin).await;
        let amina = shop.browser_of("amina").await;
        let seller = "/en/admin/settings/seller";
        let wrong = amina.post(seller, &[("seller_vat", "nine"), ("seller_name", "SARL")]).await;
        assert_eq!(wrong.status(), 422);
        let text = words(&wrong);
        assert!(text.contains("A percentage from 0 to 100") && text.contains("value=\"nine\"") && text.contains("value=\"SARL\""), "{text}");
        assert!(text.contains("href=\"#seller_vat\""));
        let mail = amina.post("/fr/admin/settings/mail", &[("sender_name", "Boutique"), ("sender_address", "boutique")]).await;
        assert_eq!(mail.status(), 422);
        assert!(words(&mail).contains("href=\"#sender_address\"") && words(&mail).contains("value=\"Boutique\""));
        let api = shop.person("nour", Role::Admin).await;
        for (body, code) in [
            (json!({ "seller_vat": "101" }), "invalid"),
            (json!({ "shop_name": "x".repeat(61) }), "too_long"),
            (json!({ "shop_name": 7 }), "invalid"),
            (json!({ "refunds_alone": { "amount": 1, "currency": "EUR" } }), "invalid"),
            (json!({ "refunds_alone": { "amount": -1, "currency": "DZD" } }), "invalid"),
            (json!({ "smtp_url": "smtp://x" }), "unknown_field"),
        ] {
            let answer = api.patch(API, body.clone()).await;
            assert_eq!((answer.status(), &answer.json()["errors"][0]["code"]), (422, &json!(code)), "{body}");
        }
        assert!(logged(&shop).await.is_empty());
    }

    async fn of_two_who_change_the_same_the_second_is_told_and_can_insist(shop: TestApp) {
        for name in ["amina", "nour"] {
            shop.account(name, Role::Admin).await;
        }
        let (amina, nour) = (shop.browser_of("amina").await, shop.browser_of("nour").await);
        amina.post(PAGES, &[("version", "0"), ("shop_name", "One")]).await;
        let late = nour.post(PAGES, &[("version", "0"), ("shop_name", "Two"), ("shop_name_ar", "اثنان")]).await;
        assert_eq!(late.status(), 409);
        let text = words(&late);
        assert!(text.contains("amina has changed this in the meantime: Name in Latin letters"), "{text}");
        assert!(text.contains("value=\"Two\"") && text.contains("name=\"version\" value=\"1\""));
        // What somebody else changed is no reason to refuse something else.
        assert_eq!(nour.post(PAGES, &[("version", "0"), ("shop_name", "One"), ("shop_name_ar", "اثنان")]).await.status(), 303);
        assert_eq!(nour.post(PAGES, &[("version", "2"), ("shop_name", "Two")]).await.status(), 303);
        let api = shop.sign_in("amina").await;
        let known = api.get(API).await;
        assert_eq!(known.json()["version"], 3);
        let tag = known.header("etag");
        assert_eq!(if_match(&shop, &api, tag, "Three").await.status(), 200);
        assert_eq!(if_match(&shop, &api, tag, "Four").await.status(), 412);
    }

    async fn another_node_takes_up_what_was_said_when_it_looks(shop: TestApp) {
        let amina = shop.person("amina", Role::Admin).await;
        let other = shop.other_node();
        amina.patch(API, json!({ "shop_name": "El Ijtihad" })).await;
        assert!(!other.get("/en/p/terms").await.text().contains("El Ijtihad"));
        other.app.live.refresh(&other.app.db).await.unwrap();
        assert!(other.get("/en/p/terms").await.text().contains("El Ijtihad"));
    }

    async fn a_test_mail_goes_to_whoever_asks_from_whom_the_owner_wants(shop: TestApp) {
        let api = shop.person("amina", Role::Admin).await;
        let changed = api.patch(API, json!({ "mail_from": "El Ijtihad <livres@ijtihad.example>" })).await;
        assert_eq!(changed.status(), 200, "{}", changed.text());
        let sent = api.post(&format!("{API}/test-mail"), json!({})).await;
        assert_eq!((&sent.json()["works"], &sent.json()["what"]), (&json!(false), &json!(testing::address("amina"))), "into a folder only");
        let mail = shop.mail_to(&testing::address("amina")).await;
        assert_eq!((mail.from.as_str(), mail.subject.as_str()), ("livres@ijtihad.example", "Test e-mail from Warraq"));
        let amina = shop.browser_of("amina").await;
        for (l, said) in [("en", "only put into a folder"), ("fr", "déposé dans un dossier"), ("ar", "في مجلد فقط")] {
            let answer = amina.post(&format!("/{l}/admin/settings/mail/test"), &[]).await;
            assert!(answer.status() == 200 && answer.text().contains(said), "{l}: {}", answer.text());
        }
        let saved = amina.post("/en/admin/settings/mail", &[("sender_name", "Livres"), ("sender_address", "a@ijtihad.example")]).await;
        assert_eq!(saved.status(), 303);
        assert_eq!(api.get(API).await.json()["settings"]["mail_from"]["value"], "Livres <a@ijtihad.example>");
    }

    async fn an_address_that_takes_forms_only_leads_to_the_page_that_they_stand_on(shop: TestApp) {
        shop.account("amina", Role::Admin).await;
        let amina = shop.browser_of("amina").await;
        for (form, to) in [("/mail/test", "/mail"), ("/payment/test", "/payment"), ("/logo?csrf=x", "")] {
            let answer = amina.get(&format!("/fr/admin/settings{form}")).await;
            assert_eq!((answer.status(), answer.header("location")), (303, &*format!("/fr/admin/settings{to}")), "{form}");
        }
        let refused = amina.upload("/fr/admin/settings/logo", "logo.svg", b"<svg/>").await;
        assert_eq!(refused.status(), 422);
        assert!(refused.text().contains("href=\"/ar/admin/settings/logo\""), "{}", refused.text());
    }

    async fn the_log_tells_one_logo_from_another_and_values_in_words(shop: TestApp) {
        shop.account("amina", Role::Admin).await;
        let amina = shop.browser_of("amina").await;
        for green in [90, 160] {
            let picture = image::RgbaImage::from_pixel(64, 64, image::Rgba([10, green, 50, 255]));
            let mut bytes = std::io::Cursor::new(Vec::new());
            picture.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
            let sent = amina.upload("/fr/admin/settings/logo", "logo.png", &bytes.into_inner()).await;
            assert_eq!(sent.status(), 303);
        }
        let (before, after) = logged(&shop).await.swap_remove(0);
        assert!(before["logo"].is_string() && before["logo"] != after["logo"], "{before} {after}");
        assert_eq!(amina.post("/en/admin/settings/payment", &[("payments", "off")]).await.status(), 303);
        assert!(page(&amina, "/en/admin/audit").await.contains("Not now"));
        for unseen in ["\u{200f}", "\u{200b}\u{200b}"] {
            assert_eq!(amina.post(PAGES, &[("shop_name", unseen)]).await.status(), 422, "{unseen:?}");
        }
    }

    async fn tries_are_limited(shop: TestApp) {
        let shop = shop.seen_from("192.0.2.7:1000");
        let amina = shop.person("amina", Role::Admin).await;
        let mut statuses = Vec::new();
        for _ in 0..6 {
            statuses.push(amina.post(&format!("{API}/test-mail"), json!({})).await.status());
        }
        assert_eq!(statuses, [200, 200, 200, 200, 200, 429]);
    }

    async fn the_payment_service_is_asked_for_something_that_costs_nothing(shop: TestApp) {
        let api = shop.person("amina", Role::Admin).await;
        let asked = api.post(&format!("{API}/test-payment"), json!({})).await;
        assert_eq!((&asked.json()["works"], &asked.json()["what"]), (&json!(true), &json!("Chargily Pay (test)")));
        let amina = shop.browser_of("amina").await;
        let answer = amina.post("/en/admin/settings/payment/test", &[]).await;
        assert!(words(&answer).contains("The payment service answers: Chargily Pay (test)"), "{}", answer.text());
    }

    async fn a_refund_above_what_the_owner_says_needs_two(shop: TestApp) {
        shop.account("amina", Role::Admin).await;
        let amina = shop.browser_of("amina").await;
        let saved = amina.post("/fr/admin/settings/payment", &[("refunds_alone", "10 000,50")]).await;
        assert_eq!(saved.status(), 303);
        assert_eq!(shop.app.shop().refunds_alone.unwrap().amount, 1_000_050);
        assert!(page(&amina, "/fr/admin/settings/payment").await.contains("value=\"10000.50\""));
    }

    async fn settings_are_for_admins_alone(shop: TestApp) {
        for (name, role) in [("salim", Role::Moderator), ("nadia", Role::Editor), ("leila", Role::Reader)] {
            let api = shop.person(name, role).await;
            assert_eq!(api.get(API).await.status(), 403);
            assert_eq!(api.patch(API, json!({})).await.status(), 403);
            assert_eq!(api.post(&format!("{API}/test-mail"), json!({})).await.status(), 403);
            assert_eq!(api.post(&format!("{API}/test-payment"), json!({})).await.status(), 403);
            let browser = shop.browser_of(name).await;
            assert_eq!(browser.get(PAGES).await.status(), 403);
        }
        assert_eq!(shop.api().get(API).await.status(), 401);
    }
}
