//! The control routes, for whoever is not a Rust test.

use serde_json::{Value, json};

use crate::client::Client;
use crate::{NOW, double, scene};

#[tokio::test]
async fn knobs_are_put_as_a_whole_and_read_back() {
    let double = double();
    let client = Client::of(&double);
    let usual = client.control("GET", "/knobs", None).await.json();
    assert_eq!(usual["minimum_amount"], 50);
    let knobs = json!({
        "get_lag_s": 5,
        "api": [{ "on": "create_checkout", "answer": { "status": 503 }, "often": { "times": 1 } }],
        "deliveries": [{ "how": { "delay": 5 } }, { "how": "drop", "type": "checkout.failed" }],
        "alterations": [{ "change": { "field": { "name": "id", "to": "x" } }, "within": { "answers": "get_checkout" } }],
    });
    let put = client.control("PUT", "/knobs", Some(knobs)).await;
    assert_eq!(put.status, 200, "{}", put.text);
    let read = client.control("GET", "/knobs", None).await.json();
    assert_eq!((&read["get_lag_s"], &read["minimum_amount"]), (&json!(5), &json!(50)));
    assert_eq!(read["deliveries"][1]["type"], "checkout.failed");
    assert_eq!(client.control("PUT", "/knobs", Some(json!({}))).await.json(), usual);
    let again = client.control("PUT", "/knobs", Some(json!({ "get_lag_s": 5 }))).await;
    assert_ne!(again.json(), usual);
    assert_eq!(client.control("DELETE", "/knobs", None).await.json(), usual);
}

#[tokio::test]
async fn a_knob_that_is_misspelt_is_refused_and_changes_nothing() {
    let double = double();
    let client = Client::of(&double);
    for bad in [
        json!({ "get_lag": 5 }),
        json!({ "deliveries": [{ "how": "vanish" }] }),
        json!({ "api": [{ "answer": "hang", "times": 1 }] }),
        json!({ "expiry": "never" }),
    ] {
        let answer = client.control("PUT", "/knobs", Some(bad.clone())).await;
        assert_eq!(answer.status, 400, "{bad}");
        assert!(answer.json()["message"].is_string());
    }
    assert_eq!(double.knobs(), chargily_double::Knobs::default());
}

#[tokio::test]
async fn the_clock_is_moved_on() {
    let double = double();
    let client = Client::of(&double);
    let id = client.checkout_id(json!({})).await;
    assert_eq!(client.control("GET", "/clock", None).await.json(), json!({ "now": NOW, "moved_s": 0 }));
    let moved = client.control("POST", "/clock", Some(json!({ "advance_s": 1800 }))).await;
    assert_eq!(moved.json(), json!({ "now": NOW + 1800, "moved_s": 1800 }));
    assert_eq!(client.status(&id).await, "expired");
    assert_eq!(client.control("POST", "/clock", Some(json!({ "by": 1 }))).await.status, 400);
}

#[tokio::test]
async fn a_test_acts_without_a_browser() {
    let double = double();
    let client = Client::of(&double);
    for (act, status, back) in [
        ("process", "processing", Value::Null),
        ("pay", "paid", json!("https://shop.example/pay/return?order=1&checkout_id=")),
        ("fail", "failed", json!("https://shop.example/pay/failed?checkout_id=")),
        ("cancel", "canceled", json!("https://shop.example/pay/failed?checkout_id=")),
        ("expire", "expired", Value::Null),
    ] {
        let id = client.checkout_id(json!({})).await;
        let done = client.control("POST", &format!("/checkouts/{id}/{act}"), None).await;
        assert_eq!((done.status, &done.json()["status"]), (200, &json!(status)), "{act}");
        let url = done.json()["return_url"].clone();
        assert_eq!(url, back.as_str().map_or(Value::Null, |back| json!(format!("{back}{id}"))));
        assert_eq!(client.status(&id).await, status);
    }
    assert_eq!(client.control("GET", "/checkouts", None).await.json().as_array().unwrap().len(), 5);
}

#[tokio::test]
async fn what_cannot_be_done_is_a_conflict_unless_forced() {
    let double = double();
    let client = Client::of(&double);
    let id = client.checkout_id(json!({})).await;
    client.control("POST", &format!("/checkouts/{id}/fail"), None).await;
    let path = format!("/checkouts/{id}/pay");
    assert_eq!(client.control("POST", &path, None).await.status, 409);
    let forced = client.control("POST", &format!("{path}?force=true"), None).await;
    assert_eq!((forced.status, &forced.json()["status"]), (200, &json!("paid")));
    assert_eq!(client.control("POST", "/checkouts/01x/pay", None).await.status, 404);
    assert_eq!(client.control("POST", &format!("/checkouts/{id}/dance"), None).await.status, 400);
    assert_eq!(client.control("GET", "/checkouts/01x", None).await.status, 404);
}

#[tokio::test]
async fn calls_are_logged_without_keys() {
    let double = double();
    let client = Client::of(&double);
    client.checkout(json!({ "description": "two" })).await;
    client.get("/checkouts?page=2").await;
    client.get("/nothing").await;
    let log = client.control("GET", "/requests", None).await;
    assert!(!log.text.contains(double.key(chargily_double::Mode::Test)));
    let log = log.json();
    assert_eq!(
        (&log[0]["endpoint"], &log[0]["status"], &log[0]["body"]["description"]),
        (&json!("create_checkout"), &json!(200), &json!("two"))
    );
    assert_eq!((&log[1]["query"], &log[1]["path"]), (&json!("page=2"), &json!("/test/api/v2/checkouts")));
    assert_eq!((&log[2]["endpoint"], &log[2]["status"]), (&json!(null), &json!(404)));
    let some = client.control("GET", "/requests?endpoint=list_checkouts", None).await.json();
    assert_eq!(some.as_array().unwrap().len(), 1);
    assert_eq!(double.count(chargily_double::Endpoint::CreateCheckout), 1);
    client.control("DELETE", "/requests", None).await;
    assert!(double.requests().is_empty());
}

#[tokio::test]
async fn deliveries_are_listed_sent_again_and_waited_for() {
    let (double, client, shop) = scene().await;
    let id = client.checkout_id(json!({ "webhook_endpoint": shop.webhook })).await;
    client.control("POST", &format!("/checkouts/{id}/pay"), None).await;
    assert_eq!(client.control("POST", "/settle", None).await.status, 204);
    let log = client.control("GET", &format!("/deliveries?checkout_id={id}"), None).await.json();
    let arrived = shop.only();
    assert_eq!((&log[0]["state"], &log[0]["answer"]), (&json!("answered"), &json!(200)));
    assert_eq!(log[0]["body"].as_str(), Some(arrived.text()));
    assert_eq!(log[0]["signature"].as_str(), arrived.signature());
    let again = client.control("POST", &format!("/events/{id}"), None).await.json();
    assert_eq!(again["id"], arrived.json()["id"]);
    let late = client.control("POST", &format!("/events/{id}"), Some(json!({ "status": "canceled" }))).await;
    assert_eq!(late.json()["type"], "checkout.canceled");
    client.control("POST", "/settle", None).await;
    assert_eq!(shop.arrived().len(), 3);
    assert_eq!(client.control("POST", "/events/01x", None).await.status, 404);
    client.control("DELETE", "/deliveries", None).await;
    assert!(double.deliveries().is_empty());
}

#[tokio::test]
async fn a_reset_forgets_all_but_the_time() {
    let double = double();
    let client = Client::of(&double);
    let id = client.checkout_id(json!({})).await;
    double.advance(60);
    double.turn(|knobs| knobs.minimum_amount = 1);
    assert_eq!(client.control("POST", "/reset", None).await.status, 204);
    assert_eq!(client.get(&format!("/checkouts/{id}")).await.status, 404);
    assert_eq!(double.knobs().minimum_amount, 50);
    assert_eq!(double.now(), NOW + 60);
}

/// All the words that the README gives for faults.
fn every_fault() -> Value {
    let answers = json!([
        { "status": 500 }, "hang", { "too_many_requests": { "retry_after_s": 7 } },
        { "too_many_requests": { "retry_after_s": null } }, "html", { "redirect": "https://evil.example/" }, "empty",
        { "slow_drip": 50 }, "cut", "reset",
    ]);
    let mishaps = json!([
        "drop", { "delay": 120 }, "hold", "reorder", { "duplicate": 1 }, { "duplicate_with_new_id": 1 }, "wrong_key",
        "other_mode_key", "flipped_byte", "uppercase_hex", "missing_header", "truncated", "one_mebibyte",
    ]);
    let changes = json!([
        "unknown_type", "unknown_status", "metadata_null", "metadata_empty_list", "metadata_wrong", { "amount": 25 },
        "currency_usd", "livemode_text", "livemode_other", { "field": { "name": "fees", "to": null } },
    ]);
    let often = json!({ "skip": 1, "times": 2 });
    let each = |list: Value, fault: &dyn Fn(&Value) -> Value| -> Value {
        list.as_array().unwrap().iter().map(fault).collect()
    };
    json!({
        "api": each(answers, &|it| json!({ "on": null, "answer": it, "persist": true, "often": often })),
        "deliveries": each(mishaps, &|it| json!({ "how": it, "type": null, "often": often })),
        "alterations": each(changes, &|it| json!({ "change": it, "within": "events", "often": often })),
    })
}

#[tokio::test]
async fn every_fault_is_put_and_read_back_in_the_same_words() {
    let double = double();
    let client = Client::of(&double);
    let put = client.control("PUT", "/knobs", Some(every_fault())).await;
    assert_eq!(put.status, 200, "{}", put.text);
    let read = client.control("GET", "/knobs", None).await.json();
    for kind in ["api", "deliveries", "alterations"] {
        assert_eq!(read[kind], every_fault()[kind]);
    }
}
