//! Events: their two forms, their bytes and their signature.

use chargily_double::{Act, EventForm, Mode, Progress, Status, sign};
use serde_json::{Value, json};

use crate::client::Client;
use crate::scene;

/// The keys of an object of compact JSON in their order, which `serde_json` forgets.
fn keys(json: &chargily_double::Json) -> Vec<&str> {
    let chargily_double::Json::Object(fields) = json else { panic!("no object: {json:?}") };
    fields.iter().map(|(key, _)| key.as_str()).collect()
}

fn ordered(text: &str) -> chargily_double::Json {
    serde_json::from_str(text).unwrap()
}

/// The captured event of the shared test data, and its key.
fn fixture() -> (String, &'static str) {
    let text = std::fs::read_to_string(crate::fixture_path()).unwrap();
    (text, "test_sk_EXAMPLE_not_a_real_key_0000000000000")
}

#[test]
fn signatures_are_those_of_the_contract() {
    let tiny = "fbed16314464967edbb742d0e3be5cc9dd81271f2d6d28bcbd4b5fa33d9c8cfc";
    assert_eq!(sign("secret", br#"{"a":"b\/c"}"#), tiny);
    assert_ne!(sign("secret", br#"{"a":"b/c"}"#), tiny);
    let (text, key) = fixture();
    let signature = sign(key, text.as_bytes());
    assert_eq!(signature, "3e83bf5b388125dfdf922c432e4284a56eabd847c37f65f61d78c1670b4344d7");
    // Parsed and written again it is the same event in other bytes.
    let again = serde_json::to_string(&ordered(&text)).unwrap();
    assert_eq!(&sign(key, again.as_bytes())[..8], "48d7ac6e");
}

#[tokio::test]
async fn an_event_is_signed_over_its_bytes_with_the_key_of_its_mode() {
    let (double, _, shop) = scene().await;
    for mode in Mode::ALL {
        let client = Client::in_mode(&double, mode);
        let id = client.checkout_id(json!({ "webhook_endpoint": shop.webhook })).await;
        double.act(&id, Act::Pay).unwrap();
        double.settle().await;
        let arrived = shop.arrived().pop().unwrap();
        assert_eq!(arrived.signature(), Some(sign(double.key(mode), &arrived.bytes).as_str()));
        assert_eq!(arrived.json()["livemode"], json!(mode == Mode::Live));
        assert_eq!(arrived.headers["content-type"], "application/json");
    }
}

#[tokio::test]
async fn the_bytes_are_those_of_php() {
    let (double, client, shop) = scene().await;
    let more = json!({ "webhook_endpoint": shop.webhook, "description": "كتاب 😀 \"a/b\"" });
    let id = client.checkout_id(more).await;
    double.act(&id, Act::Pay).unwrap();
    double.settle().await;
    let arrived = shop.only();
    assert!(arrived.text().is_ascii());
    let description = r#""description":"\u0643\u062a\u0627\u0628 \ud83d\ude00 \"a\/b\"""#;
    assert!(arrived.text().contains(description), "{}", arrived.text());
    assert!(arrived.text().contains(r#""success_url":"https:\/\/shop.example\/pay\/return?order=1""#));
    assert_ne!(serde_json::to_string(&ordered(arrived.text())).unwrap(), arrived.text());
}

#[tokio::test]
async fn the_captured_form_is_that_of_the_captured_event() {
    let (double, client, shop) = scene().await;
    double.turn(|knobs| knobs.extra_fields = false);
    // The keys of what is stored are sorted by length.
    let metadata = json!({ "attempt_id": "att_1", "order_id": "ord_1" });
    let more = json!({ "webhook_endpoint": shop.webhook, "metadata": metadata });
    let id = client.checkout_id(more).await;
    double.act(&id, Act::Pay).unwrap();
    double.settle().await;
    let (arrived, captured) = (ordered(shop.only().text()), ordered(&fixture().0));
    assert_eq!(keys(&arrived), keys(&captured));
    let (data, captured_data) = (arrived.get("data").unwrap(), captured.get("data").unwrap());
    assert_eq!(keys(data), keys(captured_data));
    assert_eq!(keys(data.get("metadata").unwrap()), ["order_id", "attempt_id"]);
    for field in ["entity", "currency", "livemode", "discount", "status", "amount_without_discount"] {
        assert_eq!(data.get(field), captured_data.get(field), "{field}");
    }
}

#[tokio::test]
async fn the_captured_form_can_carry_the_merchants_profile() {
    let (double, client, shop) = scene().await;
    double.turn(|knobs| knobs.account = true);
    let id = client.checkout_id(json!({ "webhook_endpoint": shop.webhook })).await;
    double.act(&id, Act::Pay).unwrap();
    double.settle().await;
    let arrived = shop.only();
    let all = ordered(arrived.text());
    assert_eq!(
        keys(&all),
        ["id", "entity", "type", "data", "created_at", "updated_at", "account", "livemode"]
    );
    assert_eq!(arrived.json()["data"]["account"]["email"], "merchant@shop.example");
    assert_eq!(arrived.json()["data"]["fulfillment_status"], "unfulfilled");
}

#[tokio::test]
async fn the_documented_form_has_no_currency_and_livemode_as_a_text() {
    let (double, client, shop) = scene().await;
    double.turn(|knobs| knobs.event_form = EventForm::Docs);
    let id = client.checkout_id(json!({ "webhook_endpoint": shop.webhook })).await;
    double.act(&id, Act::Pay).unwrap();
    double.settle().await;
    let arrived = ordered(shop.only().text());
    assert_eq!(keys(&arrived), ["id", "entity", "livemode", "type", "data", "created_at", "updated_at"]);
    assert_eq!(arrived.get("livemode").unwrap().as_str(), Some("false"));
    let data = arrived.get("data").unwrap();
    assert_eq!(
        keys(data).join(" "),
        "id entity fees amount locale status metadata created_at invoice_id updated_at customer_id description failure_url success_url payment_method payment_link_id pass_fees_to_customer chargily_pay_fees_allocation shipping_address collect_shipping_address discount amount_without_discount url"
    );
    assert!(data.get("url").unwrap().as_str().unwrap().ends_with("/pay"));
}

#[tokio::test]
async fn each_end_has_its_type_and_processing_none() {
    let (double, client, shop) = scene().await;
    for (act, word) in [(Act::Pay, "paid"), (Act::Fail, "failed"), (Act::Cancel, "canceled")] {
        let id = client.checkout_id(json!({ "webhook_endpoint": shop.webhook })).await;
        double.act(&id, Act::Process).unwrap();
        double.act(&id, act).unwrap();
        double.settle().await;
        let event: Value = shop.arrived().pop().unwrap().json();
        assert_eq!(event["type"], format!("checkout.{word}"));
        assert_eq!((&event["data"]["status"], &event["data"]["id"]), (&json!(word), &json!(id)));
    }
    assert_eq!(shop.arrived().len(), 3);
}

#[tokio::test]
async fn events_go_to_the_dashboards_address_where_the_checkout_names_none() {
    let (double, client, shop) = scene().await;
    let id = client.checkout_id(json!({})).await;
    double.act(&id, Act::Pay).unwrap();
    let nowhere = &double.deliveries()[0];
    assert_eq!((nowhere.state, nowhere.url.clone()), (Progress::Dropped, None));
    double.turn(|knobs| knobs.test_webhook = Some(shop.webhook.clone()));
    double.send_event(&id, None).unwrap();
    double.settle().await;
    assert_eq!(shop.only().json()["data"]["id"], json!(id));
}

#[tokio::test]
async fn each_mode_has_a_dashboard_of_its_own() {
    let (double, _, shop) = scene().await;
    double.turn(|knobs| knobs.live_webhook = Some(shop.webhook.clone()));
    for mode in Mode::ALL {
        let id = Client::in_mode(&double, mode).checkout_id(json!({})).await;
        double.act(&id, Act::Pay).unwrap();
    }
    double.settle().await;
    assert_eq!(shop.only().json()["livemode"], true);
}

#[tokio::test]
async fn nothing_is_sent_beyond_this_machine() {
    let (double, client, _) = scene().await;
    for foreign in ["https://shop.example/webhook", "http://192.0.2.1/", "http://127.0.0.1.shop.example/"] {
        let id = client.checkout_id(json!({ "webhook_endpoint": foreign })).await;
        double.act(&id, Act::Pay).unwrap();
        let delivery = double.deliveries().pop().unwrap();
        assert_eq!((delivery.state, delivery.attempts), (Progress::Dropped, 0));
        assert_eq!(delivery.error.as_deref(), Some("not an address of this machine"));
    }
}

#[tokio::test]
async fn an_event_is_sent_once_whatever_it_is_answered_with() {
    let (double, client, shop) = scene().await;
    shop.answers(&[500]);
    let id = client.checkout_id(json!({ "webhook_endpoint": shop.webhook })).await;
    double.act(&id, Act::Pay).unwrap();
    double.settle().await;
    double.advance(100_000);
    double.settle().await;
    assert_eq!(shop.arrived().len(), 1);
    let delivery = &double.deliveries()[0];
    assert_eq!((delivery.state, delivery.answer, delivery.attempts), (Progress::Answered, Some(500), 1));
}

#[tokio::test]
async fn retries_are_a_knob() {
    let (double, client, shop) = scene().await;
    double.turn(|knobs| (knobs.retries, knobs.retry_delay_s) = (2, 60));
    shop.answers(&[500, 503]);
    let id = client.checkout_id(json!({ "webhook_endpoint": shop.webhook })).await;
    double.act(&id, Act::Pay).unwrap();
    for many in 1..=3 {
        double.settle().await;
        assert_eq!(shop.arrived().len(), many);
        double.advance(60);
    }
    double.settle().await;
    assert_eq!(shop.arrived().len(), 3);
    assert_eq!(double.deliveries()[0].answer, Some(200));
}

#[tokio::test]
async fn a_shop_that_does_not_answer_is_given_up() {
    let (double, client, shop) = scene().await;
    assert_eq!(double.knobs().timeout_ms, 10_000);
    double.turn(|knobs| knobs.timeout_ms = 50);
    shop.answers(&[0]);
    let id = client.checkout_id(json!({ "webhook_endpoint": shop.webhook })).await;
    double.act(&id, Act::Pay).unwrap();
    double.settle().await;
    let delivery = &double.deliveries()[0];
    assert_eq!((delivery.state, delivery.answer), (Progress::Failed, None));
    assert!(delivery.error.is_some());
}

#[tokio::test]
async fn an_event_can_be_sent_again_or_made_anew() {
    let (double, client, shop) = scene().await;
    let id = client.checkout_id(json!({ "webhook_endpoint": shop.webhook })).await;
    double.act(&id, Act::Pay).unwrap();
    double.settle().await;
    double.send_event(&id, None).unwrap();
    double.settle().await;
    // A late event of something that is no longer true.
    double.send_event(&id, Some(Status::Failed)).unwrap();
    double.settle().await;
    let arrived = shop.arrived();
    assert_eq!(arrived[0].bytes, arrived[1].bytes);
    let late = arrived[2].json();
    assert_eq!((&late["type"], &late["data"]["status"]), (&json!("checkout.failed"), &json!("failed")));
    assert_ne!(late["id"], arrived[0].json()["id"]);
    assert_eq!(client.status(&id).await, "paid");
}
