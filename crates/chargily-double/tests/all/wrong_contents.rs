//! Checkouts and events that say what is not true.

use chargily_double::{Act, Alteration, Change, Endpoint, EventForm, Mode, Often, Status, Within};
use serde_json::{Value, json};

use crate::client::Client;
use crate::scene;

/// A paid checkout as its event and as an answer say it, with something wrong in both.
async fn with(change: Change) -> (Value, Value) {
    let (double, client, shop) = scene().await;
    let metadata = json!({ "order_id": "1", "attempt_id": "2" });
    let id = client.checkout_id(json!({ "webhook_endpoint": shop.webhook, "metadata": metadata })).await;
    double.turn(|knobs| knobs.alterations.push(Alteration::new(change, Within::Both, Often::ALWAYS)));
    double.act(&id, Act::Pay).unwrap();
    double.settle().await;
    let answer = client.get(&format!("/checkouts/{id}")).await.json();
    // What is stored stays true.
    let stored = double.checkout(&id).unwrap();
    assert_eq!((stored.status, stored.amount, stored.mode), (Status::Paid, 2500, Mode::Test));
    (shop.only().json(), answer)
}

#[tokio::test]
async fn a_type_or_a_status_is_one_that_nobody_knows() {
    let (event, answer) = with(Change::UnknownType).await;
    assert_eq!((&event["type"], &answer["status"]), (&json!("checkout.on_hold"), &json!("paid")));
    let (event, answer) = with(Change::UnknownStatus).await;
    assert_eq!((&event["data"]["status"], &answer["status"]), (&json!("on_hold"), &json!("on_hold")));
}

#[tokio::test]
async fn metadata_is_lost_or_somebody_elses() {
    for (change, metadata) in [(Change::MetadataNull, json!(null)), (Change::MetadataEmptyList, json!([]))] {
        let (event, answer) = with(change).await;
        assert_eq!((&event["data"]["metadata"], &answer["metadata"]), (&metadata, &metadata));
    }
    let (event, answer) = with(Change::MetadataWrong).await;
    for metadata in [&event["data"]["metadata"], &answer["metadata"]] {
        assert!(metadata["attempt_id"].is_string());
        assert_ne!(metadata["attempt_id"], "2");
    }
}

#[tokio::test]
async fn amount_and_currency_are_others() {
    let (event, answer) = with(Change::Amount(25)).await;
    assert_eq!((&event["data"]["amount"], &answer["amount"]), (&json!(25), &json!(25)));
    let (event, answer) = with(Change::CurrencyUsd).await;
    assert_eq!((&event["data"]["currency"], &answer["currency"]), (&json!("usd"), &json!("usd")));
}

#[tokio::test]
async fn livemode_is_a_text_or_that_of_the_other_mode() {
    let (event, answer) = with(Change::LivemodeText).await;
    for livemode in [&event["livemode"], &event["data"]["livemode"], &answer["livemode"]] {
        assert_eq!(livemode, "false");
    }
    let (event, answer) = with(Change::LivemodeOther).await;
    for livemode in [&event["livemode"], &event["data"]["livemode"], &answer["livemode"]] {
        assert_eq!(livemode, true);
    }
}

#[tokio::test]
async fn any_field_can_be_anything() {
    let change = Change::Field { name: "collect_shipping_address".to_owned(), to: json!({ "a": [true] }) };
    let (event, answer) = with(change).await;
    let wrong = json!({ "a": [true] });
    assert_eq!(event["data"]["collect_shipping_address"], wrong);
    assert_eq!(answer["collect_shipping_address"], wrong);
}

#[tokio::test]
async fn only_events_or_only_some_answers_are_wrong_and_only_so_often() {
    let (double, client, shop) = scene().await;
    let id = client.checkout_id(json!({ "webhook_endpoint": shop.webhook })).await;
    let path = format!("/checkouts/{id}");
    double.turn(|knobs| {
        knobs.alterations = vec![
            Alteration::new(Change::Amount(1), Within::Events, Often::ONCE),
            Alteration::new(
                Change::Amount(2),
                Within::Answers(Endpoint::GetCheckout),
                Often { skip: 1, times: Some(1) },
            ),
        ];
    });
    let amount = async || client.get(&path).await.json()["amount"].clone();
    assert_eq!([amount().await, amount().await, amount().await], [json!(2500), json!(2), json!(2500)]);
    assert_eq!(client.get("/checkouts").await.json()["data"][0]["amount"], 2500);
    double.act(&id, Act::Pay).unwrap();
    double.settle().await;
    assert_eq!(shop.only().json()["data"]["amount"], 1);
}

#[tokio::test]
async fn a_list_can_be_wrong_in_all_its_entries() {
    let (double, client, _) = scene().await;
    for _ in 0..2 {
        client.checkout(json!({})).await;
    }
    let wrong = Within::Answers(Endpoint::ListCheckouts);
    double.turn(|knobs| knobs.alterations = vec![Alteration::new(Change::Amount(7), wrong, Often::ONCE)]);
    let list = client.get("/checkouts").await.json();
    assert_eq!((&list["data"][0]["amount"], &list["data"][1]["amount"]), (&json!(7), &json!(7)));
    assert_eq!(client.get("/checkouts").await.json()["data"][0]["amount"], 2500);
}

#[tokio::test]
async fn the_documented_form_is_altered_as_well() {
    let (double, client, shop) = scene().await;
    let id =
        Client::in_mode(&double, Mode::Live).checkout_id(json!({ "webhook_endpoint": shop.webhook })).await;
    double.turn(|knobs| {
        knobs.event_form = EventForm::Docs;
        knobs.alterations = vec![Alteration::new(Change::LivemodeOther, Within::Events, Often::ALWAYS)];
    });
    double.act(&id, Act::Pay).unwrap();
    double.settle().await;
    assert_eq!(shop.only().json()["livemode"], "false");
    drop(client);
}
