//! Time: expiry, skew, and answers that lag behind events.

use chargily_double::{Act, Expiry};
use serde_json::json;

use crate::client::Client;
use crate::{NOW, double, double_with, scene};

#[tokio::test]
async fn a_checkout_expires_half_an_hour_after_it_was_made() {
    let double = double();
    let client = Client::of(&double);
    let id = client.checkout_id(json!({})).await;
    double.advance(1799);
    assert_eq!(client.status(&id).await, "pending");
    double.advance(1);
    let expired = client.get(&format!("/checkouts/{id}")).await.json();
    assert_eq!((&expired["status"], &expired["updated_at"]), (&json!("expired"), &json!(NOW + 1800)));
    assert!(double.act(&id, Act::Pay).is_err());
    assert_eq!(client.post(&format!("/checkouts/{id}/expire"), json!({})).await.status, 400);
}

#[tokio::test]
async fn the_clock_that_was_given_moves_it_too() {
    let clock = kernel::Clock::fixed(kernel::Timestamp::from_millis(NOW * 1000));
    let double = double_with(|config| config.clock = clock.clone());
    let client = Client::of(&double);
    let id = client.checkout_id(json!({})).await;
    clock.advance_seconds(1800);
    assert_eq!(client.status(&id).await, "expired");
    assert_eq!(double.now(), NOW + 1800);
}

#[tokio::test]
async fn somebody_who_is_paying_is_not_cut_off() {
    let double = double();
    let client = Client::of(&double);
    let id = client.checkout_id(json!({})).await;
    double.act(&id, Act::Process).unwrap();
    double.advance(1800);
    assert_eq!(client.status(&id).await, "processing");
    double.act(&id, Act::Pay).unwrap();
    assert_eq!(client.status(&id).await, "paid");
}

#[tokio::test]
async fn a_checkout_may_end_as_canceled_or_not_at_all() {
    let double = double();
    let client = Client::of(&double);
    double.turn(|knobs| knobs.expiry = Expiry::Pending);
    let id = client.checkout_id(json!({})).await;
    double.advance(100_000);
    assert_eq!(client.status(&id).await, "pending");
    double.turn(|knobs| knobs.expiry = Expiry::Canceled);
    assert_eq!(client.status(&id).await, "canceled");
}

#[tokio::test]
async fn the_end_is_told_only_where_a_knob_says_so() {
    let (double, client, shop) = scene().await;
    for (tells, arrived) in [(false, 0), (true, 1)] {
        double.turn(|knobs| knobs.expiry_event = tells);
        let id = client.checkout_id(json!({ "webhook_endpoint": shop.webhook })).await;
        double.advance(1800);
        assert_eq!(client.status(&id).await, "expired");
        double.settle().await;
        assert_eq!(shop.arrived().len(), arrived);
    }
    assert_eq!(shop.only().json()["type"], "checkout.expired");
}

#[tokio::test]
async fn the_gateways_clock_can_be_wrong() {
    let double = double();
    double.turn(|knobs| knobs.clock_skew_s = -7200);
    let made = Client::of(&double).checkout(json!({})).await;
    assert_eq!(made["created_at"], json!(NOW - 7200));
}

#[tokio::test]
async fn an_answer_can_lag_behind_the_event() {
    let (double, client, shop) = scene().await;
    double.turn(|knobs| knobs.get_lag_s = 30);
    let id = client.checkout_id(json!({ "webhook_endpoint": shop.webhook })).await;
    double.act(&id, Act::Pay).unwrap();
    double.settle().await;
    assert_eq!(shop.only().json()["data"]["status"], "paid");
    let lagging = client.get(&format!("/checkouts/{id}")).await.json();
    assert_eq!((&lagging["status"], &lagging["fees"]), (&json!("processing"), &json!(0)));
    assert_eq!(client.get("/checkouts").await.json()["data"][0]["status"], "processing");
    double.advance(30);
    let caught_up = client.get(&format!("/checkouts/{id}")).await.json();
    assert_eq!((&caught_up["status"], &caught_up["fees"]), (&json!("paid"), &json!(73)));
}
