//! Orders, and what the gateway does to them.

use chargily_double::{Act, Alteration, ApiFault, BadAnswer, Change, Endpoint, Often, Within};
use futures::future::join_all;
use serde_json::{Value, json};
use testing::{book, on_both_databases};

use crate::till::{
    act, advance, books_of_the_shop, checkout, deliver_last, double, fill_cart, library, look, order,
    post_event, put_into_cart, site, stands,
};

on_both_databases! {
    in site();

    async fn a_paid_order_puts_the_books_into_the_library(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let books = fill_cart(&shop, "leila", &[900, 1200]).await;
        let made = order(&leila).await;
        assert_eq!((&made["status"], &made["total"]["amount"]), (&json!("pending"), &json!(210_000)));
        let items = &made["items"];
        assert_eq!((&items[1]["title"], &items[0]["price"]["amount"]), (&json!("Book 0 of leila for 900"), &json!(120_000)));
        let id = checkout(&made["payment_url"]);
        assert_eq!(double().checkout(&id).unwrap().amount, 2_100, "whole dinars");
        assert!(library(&shop, "leila").await.is_empty());
        act(&id, Act::Pay);
        assert_eq!(stands(&leila, &made).await.0, "pending", "what the browser says counts for nothing");
        assert_eq!(deliver_last(&shop).await.status(), 200);
        shop.run_jobs().await;
        assert_eq!(stands(&leila, &made).await, ("completed".to_owned(), Value::Null));
        assert_eq!(library(&shop, "leila").await, books);
        assert_eq!(books_of_the_shop(&shop).await, (0, 0));
        let again = leila.post("/orders", json!({})).await;
        assert_eq!(again.problem(), "cart_empty");
    }

    async fn an_event_that_never_comes_is_made_up_for_by_asking(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let books = fill_cart(&shop, "leila", &[900]).await;
        let made = order(&leila).await;
        act(&checkout(&made["payment_url"]), Act::Pay);
        look(&shop).await;
        assert!(library(&shop, "leila").await.is_empty(), "it is not due yet");
        advance(&shop, 61);
        look(&shop).await;
        assert_eq!(stands(&leila, &made).await.0, "completed");
        assert_eq!(library(&shop, "leila").await, books);
    }

    async fn what_is_not_paid_is_cancelled_with_its_reason_and_can_be_paid_again(shop: TestApp) {
        let leila = shop.reader("leila").await;
        for (at, (end, reason)) in [(Act::Fail, "failed"), (Act::Cancel, "by_reader"), (Act::Expire, "expired")].into_iter().enumerate() {
            fill_cart(&shop, "leila", &[900 + i64::try_from(at).unwrap()]).await;
            let made = order(&leila).await;
            act(&checkout(&made["payment_url"]), end);
            advance(&shop, 61);
            look(&shop).await;
            assert_eq!(stands(&leila, &made).await, ("cancelled".to_owned(), json!(reason)));
            assert_eq!(library(&shop, "leila").await.len(), at);
            let path = format!("/orders/{}/pay", made["number"].as_str().unwrap());
            let page = leila.post(&path, json!({})).await.json();
            let next = checkout(&page["payment_url"]);
            assert_ne!(next, checkout(&made["payment_url"]));
            assert_eq!(stands(&leila, &made).await.0, "pending");
            act(&next, Act::Pay);
            advance(&shop, 61);
            look(&shop).await;
            assert_eq!(stands(&leila, &made).await.0, "completed");
            assert_eq!(leila.post(&path, json!({})).await.problem(), "already_paid");
        }
        assert_eq!(books_of_the_shop(&shop).await, (0, 0));
    }

    async fn money_that_comes_late_still_brings_the_books(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let books = fill_cart(&shop, "leila", &[900]).await;
        let made = order(&leila).await;
        let id = checkout(&made["payment_url"]);
        advance(&shop, 31 * 60);
        look(&shop).await;
        let leila = shop.sign_in("leila").await;
        assert_eq!(stands(&leila, &made).await, ("cancelled".to_owned(), json!("expired")));
        double().force(&id, Act::Pay).unwrap();
        assert_eq!(deliver_last(&shop).await.status(), 200);
        shop.run_jobs().await;
        assert_eq!(stands(&leila, &made).await, ("completed".to_owned(), Value::Null));
        assert_eq!(library(&shop, "leila").await, books);
    }

    async fn a_second_payment_of_one_order_is_to_go_back(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let books = fill_cart(&shop, "leila", &[900]).await;
        let made = order(&leila).await;
        let first = checkout(&made["payment_url"]);
        act(&first, Act::Fail);
        advance(&shop, 61);
        look(&shop).await;
        let path = format!("/orders/{}/pay", made["number"].as_str().unwrap());
        let second = checkout(&leila.post(&path, json!({})).await.json()["payment_url"]);
        for id in [&first, &second] {
            double().force(id, Act::Pay).unwrap();
            assert_eq!(deliver_last(&shop).await.status(), 200);
            shop.run_jobs().await;
        }
        assert_eq!((stands(&leila, &made).await.0, library(&shop, "leila").await), ("completed".to_owned(), books));
        assert_eq!(books_of_the_shop(&shop).await, (0, 90_000));
        double().send_event(&second, None).unwrap();
        assert_eq!(deliver_last(&shop).await.status(), 200);
        shop.run_jobs().await;
        assert_eq!(books_of_the_shop(&shop).await, (0, 90_000), "what is told twice counts once");
    }

    async fn a_book_that_was_paid_in_two_orders_is_there_once_and_paid_back_once(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let books = fill_cart(&shop, "leila", &[900, 1000]).await;
        let first = order(&leila).await;
        put_into_cart(&shop, "leila", books[0], 900).await;
        let second = order(&leila).await;
        put_into_cart(&shop, "leila", books[1], 1000).await;
        let third = order(&leila).await;
        for (made, status) in [(&first, "completed"), (&second, "cancelled")] {
            act(&checkout(&made["payment_url"]), Act::Pay);
            assert_eq!(deliver_last(&shop).await.status(), 200);
            shop.run_jobs().await;
            assert_eq!(stands(&leila, made).await.0, status, "what brought nothing is paid back");
        }
        assert_eq!(library(&shop, "leila").await, books);
        assert_eq!(books_of_the_shop(&shop).await, (0, 90_000));
        act(&checkout(&third["payment_url"]), Act::Fail);
        advance(&shop, 61);
        look(&shop).await;
        let path = format!("/orders/{}/pay", third["number"].as_str().unwrap());
        assert_eq!(leila.post(&path, json!({})).await.problem(), "already_owned");
    }

    async fn an_event_that_is_not_signed_as_it_should_be_is_refused(shop: TestApp) {
        let leila = shop.reader("leila").await;
        fill_cart(&shop, "leila", &[900]).await;
        let made = order(&leila).await;
        act(&checkout(&made["payment_url"]), Act::Pay);
        let delivery = double().deliveries().pop().unwrap();
        let (body, signature) = (delivery.body, delivery.signature.unwrap());
        let reserialised = serde_json::from_str::<Value>(&body).unwrap().to_string();
        let other_key = chargily_double::sign(double().key(chargily_double::Mode::Live), body.as_bytes());
        for (mode, body, signature, status) in [
            ("test", reserialised, signature.as_str(), 400),
            ("test", body.clone(), other_key.as_str(), 400),
            ("test", body.clone(), "", 400),
            ("test", body.replace("paid", "Paid"), signature.as_str(), 400),
            ("live", body.clone(), other_key.as_str(), 404),
            ("test", "x".repeat(300 * 1024), signature.as_str(), 413),
        ] {
            assert_eq!(post_event(&shop, mode, body, signature).await.status(), status);
        }
        shop.run_jobs().await;
        assert_eq!(stands(&leila, &made).await.0, "pending");
        for _ in 0..2 {
            assert_eq!(post_event(&shop, "test", body.clone(), &signature).await.status(), 200);
        }
        shop.run_jobs().await;
        assert_eq!(stands(&leila, &made).await.0, "completed");
    }

    async fn hundreds_of_events_from_one_address_are_all_taken(shop: TestApp) {
        let leila = shop.reader("leila").await;
        fill_cart(&shop, "leila", &[900]).await;
        act(&checkout(&order(&leila).await["payment_url"]), Act::Pay);
        let delivery = double().deliveries().pop().unwrap();
        let shop = shop.seen_from("192.0.2.7:443");
        for _ in 0..650 {
            let signature = delivery.signature.clone().unwrap();
            assert_eq!(post_event(&shop, "test", delivery.body.clone(), &signature).await.status(), 200);
        }
        let forged = post_event(&shop, "test", delivery.body, &"0".repeat(64)).await;
        assert_eq!(forged.problem(), "not_signed", "no page is made for a forger");
        shop.run_jobs().await;
    }

    async fn what_the_gateway_says_has_to_agree_with_what_was_asked_for(shop: TestApp) {
        let leila = shop.reader("leila").await;
        fill_cart(&shop, "leila", &[900]).await;
        let made = order(&leila).await;
        let id = checkout(&made["payment_url"]);
        act(&id, Act::Pay);
        let amount = Alteration::new(Change::Amount(50), Within::Answers(Endpoint::GetCheckout), Often::ALWAYS);
        double().turn(|knobs| knobs.alterations = vec![amount]);
        advance(&shop, 61);
        look(&shop).await;
        assert_eq!(stands(&leila, &made).await.0, "pending");
        assert!(library(&shop, "leila").await.is_empty());
        double().turn(|knobs| knobs.alterations = Vec::new());
        advance(&shop, 60);
        look(&shop).await;
        assert_eq!(stands(&leila, &made).await.0, "completed", "a doubt that is gone is gone");
    }

    async fn an_opening_that_was_never_answered_is_found_again(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let books = fill_cart(&shop, "leila", &[900]).await;
        double().turn(|knobs| knobs.api = vec![ApiFault::on(Endpoint::CreateCheckout, BadAnswer::Status(500), Often::ONCE)]);
        let made = order(&leila).await;
        assert_eq!((&made["status"], &made["payment_url"]), (&json!("pending"), &Value::Null));
        let lost = double().checkouts(chargily_double::Mode::Test).pop().unwrap();
        double().force(&lost.id, Act::Pay).unwrap();
        advance(&shop, 61);
        look(&shop).await;
        assert_eq!((stands(&leila, &made).await.0, library(&shop, "leila").await), ("completed".to_owned(), books));
    }

    async fn many_presses_of_pay_are_one_attempt(shop: TestApp) {
        let leila = shop.reader("leila").await;
        fill_cart(&shop, "leila", &[900]).await;
        let made = order(&leila).await;
        act(&checkout(&made["payment_url"]), Act::Fail);
        advance(&shop, 61);
        look(&shop).await;
        let shop = shop.with(|settings| settings.rate_limits = false);
        let leila = shop.sign_in("leila").await;
        let before = double().count(Endpoint::CreateCheckout);
        let path = format!("/orders/{}/pay", made["number"].as_str().unwrap());
        let pressed = join_all((0..100).map(|_| leila.post(&path, json!({})))).await;
        let mut pages: Vec<String> = pressed.iter().filter(|one| one.status() == 200).map(|one| one.text().to_owned()).collect();
        pages.dedup();
        assert_eq!(pages.len(), 1, "{pages:?}");
        assert!(pressed.iter().filter(|one| one.status() != 200).all(|one| one.problem() == "payment_in_progress"));
        assert_eq!(double().count(Endpoint::CreateCheckout), before + 1);
    }

    async fn an_order_is_cancelled_after_the_gateway_was_told(shop: TestApp) {
        let (leila, karim) = (shop.reader("leila").await, shop.reader("karim").await);
        fill_cart(&shop, "leila", &[900]).await;
        let made = order(&leila).await;
        let number = made["number"].as_str().unwrap();
        assert_eq!(karim.post(&format!("/orders/{number}/cancel"), json!({})).await.status(), 404);
        assert_eq!(karim.get(&format!("/orders/{number}")).await.status(), 404);
        let cancelled = leila.post(&format!("/orders/{number}/cancel"), json!({})).await.json();
        assert_eq!((&cancelled["status"], &cancelled["reason"]), (&json!("cancelled"), &json!("by_reader")));
        let id = checkout(&made["payment_url"]);
        assert_eq!(double().checkout(&id).unwrap().status.as_str(), "expired");
        fill_cart(&shop, "leila", &[1000]).await;
        let paid = order(&leila).await;
        act(&checkout(&paid["payment_url"]), Act::Pay);
        let late = leila.post(&format!("/orders/{}/cancel", paid["number"].as_str().unwrap()), json!({})).await;
        assert_eq!(late.problem(), "order_over");
        assert_eq!(stands(&leila, &paid).await.0, "completed", "asking before cancelling found the money");
        shop.run_jobs().await;
    }

    async fn what_costs_nothing_is_there_at_once_and_what_costs_too_little_is_refused(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let books = fill_cart(&shop, "leila", &[0]).await;
        let made = order(&leila).await;
        assert_eq!((&made["status"], &made["payment_url"]), (&json!("completed"), &Value::Null));
        assert_eq!(library(&shop, "leila").await, books);
        fill_cart(&shop, "leila", &[60]).await;
        let refused = leila.post("/orders", json!({})).await;
        assert_eq!((refused.status(), refused.problem().as_str()), (422, "total: too_low"));
        assert_eq!(double().requests().len(), 0, "the gateway was never asked");
    }

    async fn nobody_pays_a_price_that_they_did_not_see(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let books = fill_cart(&shop, "leila", &[900]).await;
        let db = &shop.app.db;
        db::Query::execute(db, db::sql!("update books set price_amount = 80000 where id = $1", books[0])).await.unwrap();
        let refused = leila.post("/orders", json!({})).await;
        assert_eq!((refused.status(), refused.problem().as_str()), (409, "quote_changed"));
        assert_eq!(leila.get("/orders").await.json()["items"], json!([]));
    }

    async fn a_gateway_that_cannot_be_reached_leaves_the_cart_as_it_was(shop: TestApp) {
        let leila = shop.reader("leila").await;
        fill_cart(&shop, "leila", &[900]).await;
        let fault = ApiFault::on(Endpoint::CreateCheckout, BadAnswer::TooManyRequests { retry_after_s: Some(30) }, Often::ONCE);
        double().turn(|knobs| knobs.api = vec![fault]);
        let first = order(&leila).await;
        assert_eq!(first["payment_url"], Value::Null, "nobody knows whether 429 means that nothing was opened");
        fill_cart(&shop, "leila", &[1000]).await;
        let refused = leila.post("/orders", json!({})).await;
        assert_eq!(refused.status(), 503);
        assert_ne!(refused.header("retry-after"), "");
        assert_eq!(leila.get("/orders").await.json()["items"].as_array().unwrap().len(), 1);
    }

    async fn orders_are_listed_by_their_status(shop: TestApp) {
        let (leila, _) = (shop.reader("leila").await, book("Zinc").put(&shop).await);
        for price in [0, 900, 1000] {
            fill_cart(&shop, "leila", &[price]).await;
            order(&leila).await;
        }
        let listed = async |query: &str| leila.get(&format!("/orders{query}")).await.json();
        let all = listed("?limit=2").await;
        assert_eq!(all["items"].as_array().unwrap().len(), 2);
        let next = all["next_cursor"].as_str().unwrap();
        assert_eq!(listed(&format!("?limit=2&cursor={next}")).await["items"][0]["status"], "completed");
        assert_eq!(listed("?status=pending").await["items"].as_array().unwrap().len(), 2);
        assert_eq!(listed("?status=completed").await["items"][0]["items"][0]["title"], "Book 0 of leila for 0");
        assert_eq!(leila.get("/orders?status=lost").await.status(), 422);
    }

    async fn an_order_sent_twice_under_one_key_is_made_once(shop: TestApp) {
        let leila = shop.reader("leila").await;
        fill_cart(&shop, "leila", &[900]).await;
        let first = leila.post_once("/orders", "k1", json!({})).await;
        assert_eq!(first.status(), 201, "{}", first.text());
        let again = leila.post_once("/orders", "k1", json!({})).await;
        assert_eq!((again.status(), again.json()), (201, first.json()));
        assert_eq!(leila.post_once("/orders", "k1", json!({ "quote_hash": "x" })).await.status(), 422);
        assert_eq!(leila.post_once("/orders", "k2", json!({})).await.problem(), "cart_empty");
        let orders = leila.get("/orders").await.json();
        assert_eq!(orders["items"].as_array().unwrap().len(), 1);
        let pay = format!("/orders/{}/pay", first.json()["number"].as_str().unwrap());
        let paths = [leila.post_once(&pay, "k1", json!({})).await, leila.post_once(&pay, "k1", json!({})).await];
        assert_eq!(paths[0].json(), paths[1].json());
        assert_eq!(double().checkouts(chargily_double::Mode::Test).len(), 1);
    }

    async fn an_order_of_which_the_gateway_never_heard_is_not_answered_under_its_key(shop: TestApp) {
        let leila = shop.reader("leila").await;
        fill_cart(&shop, "leila", &[900]).await;
        let fault = ApiFault::on(Endpoint::CreateCheckout, BadAnswer::TooManyRequests { retry_after_s: Some(30) }, Often::ONCE);
        double().turn(|knobs| knobs.api = vec![fault]);
        order(&leila).await;
        fill_cart(&shop, "leila", &[1000]).await;
        for _ in 0..2 {
            assert_eq!(leila.post_once("/orders", "k1", json!({})).await.status(), 503, "it was taken back");
        }
        assert_eq!(leila.get("/orders").await.json()["items"].as_array().unwrap().len(), 1);
    }

    async fn the_nightly_look_finds_what_does_not_agree(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let amina = shop.person("amina", web::Role::Admin).await;
        let books = fill_cart(&shop, "leila", &[900]).await;
        let made = order(&leila).await;
        let id = checkout(&made["payment_url"]);
        act(&id, Act::Pay);
        // Nothing is due yet, and still it is found.
        shop.run_scheduled("commerce.walk_payments").await;
        assert_eq!(library(&shop, "leila").await, books);
        let findings = async || amina.get("/admin/payments/findings").await.json()["items"].clone();
        assert_eq!(findings().await, json!([]));

        let altered = Alteration::new(Change::Amount(51), Within::Answers(Endpoint::ListCheckouts), Often::ALWAYS);
        double().turn(|knobs| knobs.alterations = vec![altered]);
        for _ in 0..2 {
            shop.run_scheduled("commerce.walk_payments").await;
        }
        let found = findings().await;
        assert_eq!(found.as_array().unwrap().len(), 1, "{found}");
        assert_eq!((&found[0]["kind"], &found[0]["checkout_id"]), (&json!("amount"), &json!(id)));
        assert_eq!((&found[0]["order"], &found[0]["details"]), (&made["number"], &json!({ "here": 90_000, "there": 5_100 })));
        assert_eq!(leila.get("/admin/payments/findings").await.status(), 403);
        shop.run_jobs().await;
    }

    async fn nobody_is_led_to_pay_for_a_book_that_they_have_by_now(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let books = fill_cart(&shop, "leila", &[900]).await;
        let first = order(&leila).await;
        put_into_cart(&shop, "leila", books[0], 900).await;
        let second = order(&leila).await;
        act(&checkout(&first["payment_url"]), Act::Pay);
        advance(&shop, 61);
        look(&shop).await;
        let number = second["number"].as_str().unwrap();
        // Its page at the gateway is still open.
        assert_eq!(leila.post(&format!("/orders/{number}/pay"), json!({})).await.problem(), "already_owned");
        let page = shop.browser_of("leila").await.get(&format!("/en/account/orders/{number}")).await.text().to_owned();
        assert!(page.contains("is already in your library") && !page.contains("pay-again"), "{page}");
        leila.post(&format!("/orders/{number}/cancel"), json!({})).await;
        let events = leila.get(&format!("/orders/{number}")).await.json()["events"].clone();
        let kinds: Vec<&Value> = events.as_array().unwrap().iter().map(|one| &one["kind"]).collect();
        assert_eq!(kinds, ["placed", "cancelled"], "how the payment ended is not told beside");
        shop.run_jobs().await;
    }

    async fn the_terms_of_sale_say_who_sells(shop: TestApp) {
        let shop = shop.operated(&[(web::shop::Setting::SellerRc, "16/00-1234567 B 20")]);
        for l in ["en", "fr", "ar"] {
            let page = shop.get(&format!("/{l}/p/terms")).await;
            assert_eq!(page.status(), 200);
            assert!(page.text().contains("16/00-1234567 B 20"), "{l}");
        }
    }
}
