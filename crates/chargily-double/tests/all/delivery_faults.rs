//! What goes wrong with the delivery of events.

use chargily_double::{Act, DeliveryFault, Double, Mishap, Mode, Often, Order, Progress, sign};
use serde_json::json;

use crate::client::Client;
use crate::scene;
use crate::shop::{Arrived, Shop};

fn fault(double: &Double, how: Mishap, often: Often) {
    double.turn(|knobs| knobs.deliveries.push(DeliveryFault::new(how, often)));
}

/// Makes a checkout and pays it; its id.
async fn paid(double: &Double, client: &Client, shop: &Shop) -> String {
    let id = client.checkout_id(json!({ "webhook_endpoint": shop.webhook })).await;
    double.act(&id, Act::Pay).unwrap();
    double.settle().await;
    id
}

/// The checkouts of the events that arrived, in their order.
fn of_checkouts(shop: &Shop) -> Vec<String> {
    let id = |arrived: &Arrived| arrived.json()["data"]["id"].as_str().unwrap().to_owned();
    shop.arrived().iter().map(id).collect()
}

/// What arrives of one payment with one fault, and the key it should be signed with.
async fn with(how: Mishap) -> (Vec<Arrived>, Double) {
    let (double, client, shop) = scene().await;
    fault(&double, how, Often::ALWAYS);
    paid(&double, &client, &shop).await;
    (shop.arrived(), double)
}

/// What should be signed, and what signature is right for it.
fn right(double: &Double, arrived: &Arrived) -> String {
    sign(double.key(Mode::Test), &arrived.bytes)
}

#[tokio::test]
async fn an_event_is_dropped_once_and_the_next_one_is_not() {
    let (double, client, shop) = scene().await;
    fault(&double, Mishap::Drop, Often::ONCE);
    paid(&double, &client, &shop).await;
    assert!(shop.arrived().is_empty());
    assert_eq!(double.deliveries()[0].state, Progress::Dropped);
    let next = paid(&double, &client, &shop).await;
    assert_eq!(of_checkouts(&shop), [next]);
    assert_eq!(double.knobs().deliveries[0].often.times, Some(0));
}

#[tokio::test]
async fn a_fault_strikes_after_some_and_so_many_times() {
    let (double, client, shop) = scene().await;
    fault(&double, Mishap::Drop, Often { skip: 1, times: Some(2) });
    for arrived in [1, 1, 1, 2] {
        paid(&double, &client, &shop).await;
        assert_eq!(shop.arrived().len(), arrived);
    }
}

#[tokio::test]
async fn a_fault_can_be_of_one_type_of_events() {
    let (double, client, shop) = scene().await;
    let only_failures = DeliveryFault {
        kind: Some("checkout.failed".to_owned()),
        ..DeliveryFault::new(Mishap::Drop, Often::ALWAYS)
    };
    double.turn(|knobs| knobs.deliveries.push(only_failures));
    paid(&double, &client, &shop).await;
    let id = client.checkout_id(json!({ "webhook_endpoint": shop.webhook })).await;
    double.act(&id, Act::Fail).unwrap();
    double.settle().await;
    assert_eq!(shop.only().json()["type"], "checkout.paid");
}

#[tokio::test]
async fn an_event_is_delayed_until_its_time() {
    let (double, client, shop) = scene().await;
    fault(&double, Mishap::Delay(120), Often::ONCE);
    paid(&double, &client, &shop).await;
    assert_eq!(double.deliveries()[0].state, Progress::Waiting);
    double.advance(119);
    double.settle().await;
    assert!(shop.arrived().is_empty());
    double.advance(1);
    double.settle().await;
    assert_eq!(shop.arrived().len(), 1);
}

#[tokio::test]
async fn an_event_is_sent_again_in_the_same_bytes() {
    let (arrived, double) = with(Mishap::Duplicate(2)).await;
    assert_eq!(arrived.len(), 3);
    for copy in &arrived {
        assert_eq!(copy.bytes, arrived[0].bytes);
        assert_eq!(copy.signature(), Some(right(&double, copy).as_str()));
    }
}

#[tokio::test]
async fn an_event_is_sent_again_under_other_ids() {
    let (arrived, double) = with(Mishap::DuplicateWithNewId(2)).await;
    let mut ids: Vec<_> = arrived.iter().map(|one| one.json()["id"].to_string()).collect();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), 3);
    for copy in &arrived {
        assert_eq!(copy.json()["data"], arrived[0].json()["data"]);
        assert_eq!(copy.signature(), Some(right(&double, copy).as_str()));
    }
}

#[tokio::test]
async fn an_event_waits_for_the_next_one_and_comes_after_it() {
    let (double, client, shop) = scene().await;
    fault(&double, Mishap::Reorder, Often::ALWAYS);
    let first = paid(&double, &client, &shop).await;
    assert!(shop.arrived().is_empty());
    let second = paid(&double, &client, &shop).await;
    assert_eq!(of_checkouts(&shop), [second, first]);
}

#[tokio::test]
async fn events_are_held_until_they_are_released_in_either_order() {
    let (double, client, shop) = scene().await;
    fault(&double, Mishap::Hold, Often::ALWAYS);
    let (first, second) = (paid(&double, &client, &shop).await, paid(&double, &client, &shop).await);
    double.advance(100_000);
    double.settle().await;
    assert!(shop.arrived().is_empty());
    assert_eq!(double.release(Order::Reversed), 2);
    double.settle().await;
    let third = paid(&double, &client, &shop).await;
    let released = client.control("POST", "/deliveries/release", Some(json!({ "order": "kept" }))).await;
    assert_eq!(released.json(), json!({ "released": 1 }));
    double.settle().await;
    assert_eq!(of_checkouts(&shop), [second, first, third]);
}

#[tokio::test]
async fn an_event_is_signed_with_a_wrong_key_or_the_other_modes() {
    let (arrived, double) = with(Mishap::WrongKey).await;
    let signature = arrived[0].signature().unwrap();
    assert_eq!(signature.len(), 64);
    for mode in Mode::ALL {
        assert_ne!(signature, sign(double.key(mode), &arrived[0].bytes));
    }
    let (arrived, double) = with(Mishap::OtherModeKey).await;
    let theirs = sign(double.key(Mode::Live), &arrived[0].bytes);
    assert_eq!(arrived[0].signature(), Some(theirs.as_str()));
}

#[tokio::test]
async fn a_byte_is_flipped_after_signing() {
    let (arrived, double) = with(Mishap::FlippedByte).await;
    assert_ne!(arrived[0].signature(), Some(right(&double, &arrived[0]).as_str()));
    let middle = arrived[0].bytes.len() / 2;
    let mut mended = arrived[0].bytes.to_vec();
    mended[middle] ^= 1;
    assert_eq!(arrived[0].signature(), Some(sign(double.key(Mode::Test), &mended).as_str()));
}

#[tokio::test]
async fn the_signature_is_in_upper_case_or_missing() {
    let (arrived, double) = with(Mishap::UppercaseHex).await;
    assert_eq!(arrived[0].signature(), Some(right(&double, &arrived[0]).to_uppercase().as_str()));
    let (arrived, _) = with(Mishap::MissingHeader).await;
    assert_eq!(arrived[0].signature(), None);
}

#[tokio::test]
async fn the_body_is_cut_in_half() {
    let (arrived, double) = with(Mishap::Truncated).await;
    assert!(serde_json::from_slice::<serde_json::Value>(&arrived[0].bytes).is_err());
    assert_ne!(arrived[0].signature(), Some(right(&double, &arrived[0]).as_str()));
}

#[tokio::test]
async fn the_body_is_a_mebibyte_and_signed_rightly() {
    let (arrived, double) = with(Mishap::OneMebibyte).await;
    assert!(arrived[0].bytes.len() > 1 << 20);
    assert_eq!(arrived[0].signature(), Some(right(&double, &arrived[0]).as_str()));
    assert_eq!(arrived[0].json()["data"]["status"], "paid");
}

#[tokio::test]
async fn faults_add_up() {
    let (double, client, shop) = scene().await;
    for how in [Mishap::Duplicate(1), Mishap::UppercaseHex, Mishap::Delay(5)] {
        fault(&double, how, Often::ONCE);
    }
    paid(&double, &client, &shop).await;
    assert!(shop.arrived().is_empty());
    double.advance(5);
    double.settle().await;
    assert_eq!(shop.arrived().len(), 2);
    assert!(shop.arrived().iter().all(|one| one.signature().unwrap().contains(|c: char| c.is_uppercase())));
}
