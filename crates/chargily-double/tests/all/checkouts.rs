//! `GET /checkouts/{id}`, `POST /checkouts/{id}/expire` and what they say of a checkout's states.

use chargily_double::{Act, Mode, Status};
use serde_json::json;

use crate::client::Client;
use crate::double;

#[tokio::test]
async fn a_checkout_is_read_as_it_was_made() {
    let double = double();
    let client = Client::of(&double);
    let made = client.checkout(json!({ "metadata": { "order_id": "1" }, "locale": "fr" })).await;
    let read = client.get(&format!("/checkouts/{}", made["id"].as_str().unwrap())).await;
    assert_eq!(read.status, 200);
    assert_eq!(read.json(), made);
}

#[tokio::test]
async fn an_unknown_id_and_one_of_the_other_mode_are_not_found() {
    let double = double();
    let id = Client::of(&double).checkout_id(json!({})).await;
    assert_eq!(Client::of(&double).get("/checkouts/01hzz").await.status, 404);
    let live = Client::in_mode(&double, Mode::Live);
    assert_eq!(live.get(&format!("/checkouts/{id}")).await.status, 404);
    assert_eq!(live.post(&format!("/checkouts/{id}/expire"), json!({})).await.status, 404);
    let live_id = live.checkout(json!({})).await;
    assert_eq!(live_id["livemode"], true);
    assert!(!live_id["checkout_url"].as_str().unwrap().contains("/test/"));
}

#[tokio::test]
async fn a_pending_checkout_can_be_ended_once() {
    let double = double();
    let client = Client::of(&double);
    let id = client.checkout_id(json!({})).await;
    let path = format!("/checkouts/{id}/expire");
    let ended = client.post(&path, json!({})).await;
    assert_eq!((ended.status, &ended.json()["status"]), (200, &json!("expired")));
    assert_eq!(client.post(&path, json!({})).await.status, 400);
}

#[tokio::test]
async fn no_other_checkout_can_be_ended() {
    let double = double();
    let client = Client::of(&double);
    for act in [Act::Process, Act::Pay, Act::Fail, Act::Cancel] {
        let id = client.checkout_id(json!({})).await;
        double.act(&id, act).unwrap();
        let answer = client.post(&format!("/checkouts/{id}/expire"), json!({})).await;
        assert_eq!(answer.status, 403, "{act:?}");
    }
}

#[tokio::test]
async fn paying_settles_the_fees_on_whom_was_asked() {
    let double = double();
    let client = Client::of(&double);
    for (allocation, merchant, customer) in
        [("merchant", 1250, 0), ("customer", 0, 1250), ("split", 625, 625)]
    {
        let more = json!({ "amount": 50000, "chargily_pay_fees_allocation": allocation });
        let id = client.checkout_id(more).await;
        double.act(&id, Act::Pay).unwrap();
        let paid = client.get(&format!("/checkouts/{id}")).await.json();
        assert_eq!(
            (&paid["status"], &paid["amount"], &paid["fees"]),
            (&json!("paid"), &json!(50000), &json!(1250))
        );
        assert_eq!(
            (&paid["fees_on_merchant"], &paid["fees_on_customer"]),
            (&json!(merchant), &json!(customer))
        );
    }
}

#[tokio::test]
async fn fees_can_be_left_out_as_in_the_captured_event() {
    let double = double();
    double.turn(|knobs| knobs.fees = false);
    let id = Client::of(&double).checkout_id(json!({})).await;
    let paid = double.act(&id, Act::Pay).unwrap();
    assert_eq!((paid.fees, paid.fees_on_merchant, paid.fees_on_customer), (0, 0, 0));
}

#[tokio::test]
async fn every_end_passes_through_processing_and_stays() {
    let double = double();
    let client = Client::of(&double);
    for (act, end) in [(Act::Pay, Status::Paid), (Act::Fail, Status::Failed), (Act::Cancel, Status::Canceled)]
    {
        let id = client.checkout_id(json!({})).await;
        let ended = double.act(&id, act).unwrap();
        let states: Vec<Status> = ended.history.iter().map(|(status, _)| *status).collect();
        assert_eq!(states, [Status::Pending, Status::Processing, end]);
        assert!(double.act(&id, Act::Pay).is_err());
        assert_eq!(client.status(&id).await, end.as_str());
        assert_eq!(double.force(&id, Act::Pay).unwrap().status, Status::Paid);
    }
}
