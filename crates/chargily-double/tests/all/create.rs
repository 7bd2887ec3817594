//! `POST /checkouts`

use serde_json::{Value, json};

use crate::client::{Client, asked};
use crate::{NOW, double};

/// The first text that an input is refused with, of one field.
async fn refused(more: Value, field: &str) -> String {
    Client::of(&double()).post("/checkouts", asked(more)).await.error(field)
}

#[tokio::test]
async fn a_checkout_has_the_documented_fields_in_their_order() {
    let double = double();
    double.turn(|knobs| knobs.extra_fields = false);
    let answer = Client::of(&double).post("/checkouts", asked(json!({ "metadata": { "v": "1" } }))).await;
    assert_eq!(answer.status, 200);
    let made = answer.json();
    let id = made["id"].as_str().unwrap();
    assert_eq!(id.len(), 26);
    assert!(id.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_lowercase()), "{id}");
    let customer = made["customer_id"].as_str().unwrap();
    let page = double.origin().replace('/', "\\/");
    assert_eq!(
        answer.text,
        format!(
            r#"{{"id":"{id}","entity":"checkout","livemode":false,"amount":2500,"currency":"dzd","fees":0,"#
        ) + &format!(
            r#""fees_on_merchant":0,"fees_on_customer":0,"pass_fees_to_customer":null,"chargily_pay_fees_allocation":"customer","status":"pending","locale":"ar","description":null,"metadata":{{"v":"1"}},"success_url":"https:\/\/shop.example\/pay\/return?order=1","failure_url":"https:\/\/shop.example\/pay\/failed","webhook_endpoint":null,"payment_method":null,"invoice_id":null,"customer_id":"{customer}","payment_link_id":null,"created_at":{NOW},"updated_at":{NOW},"shipping_address":null,"collect_shipping_address":0,"discount":null,"amount_without_discount":null,"checkout_url":"{page}\/test\/checkouts\/{id}\/pay"}}"#
        )
    );
}

#[tokio::test]
async fn answers_have_the_fields_of_real_traffic_too() {
    let made = Client::of(&double()).checkout(json!({})).await;
    assert_eq!(made["fulfillment_status"], "unfulfilled");
    assert!(made.get("deposit_transaction_id").is_some());
}

#[tokio::test]
async fn the_address_to_return_to_is_required_and_begins_with_http() {
    assert_eq!(
        refused(json!({ "success_url": null }), "success_url").await,
        "The success url field is required."
    );
    for bad in ["ftp://shop.example/", "/pay/return", "javascript:alert(1)"] {
        let text = refused(json!({ "success_url": bad }), "success_url").await;
        assert_eq!(text, "The success url field must be a valid URL.");
    }
    assert_eq!(
        refused(json!({ "failure_url": "x" }), "failure_url").await,
        "The failure url field must be a valid URL."
    );
    assert_eq!(
        refused(json!({ "webhook_endpoint": "x" }), "webhook_endpoint").await,
        "The webhook endpoint field must be a valid URL."
    );
}

#[tokio::test]
async fn an_amount_is_whole_dinars_and_at_least_fifty() {
    let text = "The amount field must be greater than or equal to 50.";
    assert_eq!(refused(json!({ "amount": 49 }), "amount").await, text);
    assert_eq!(refused(json!({ "amount": -2500 }), "amount").await, text);
    for bad in [json!(2500.5), json!("2500"), json!([2500])] {
        let text = refused(json!({ "amount": bad }), "amount").await;
        assert_eq!(text, "The amount field must be an integer.");
    }
    assert_eq!(Client::of(&double()).checkout(json!({ "amount": 50 })).await["amount"], 50);
}

#[tokio::test]
async fn the_least_amount_is_a_knob() {
    let double = double();
    double.turn(|knobs| knobs.minimum_amount = 75);
    let answer = Client::of(&double).post("/checkouts", asked(json!({ "amount": 74 }))).await;
    assert_eq!(answer.error("amount"), "The amount field must be greater than or equal to 75.");
}

#[tokio::test]
async fn something_to_pay_is_required() {
    let answer =
        Client::of(&double()).post("/checkouts", asked(json!({ "amount": null, "currency": null }))).await;
    assert_eq!(answer.error("amount"), "The amount field is required when items is not present.");
    assert_eq!(answer.error("items"), "The items field is required when amount is not present.");
    let message = "The amount field is required when items is not present. (and 1 more error)";
    assert_eq!(answer.json()["message"], message);
    assert_eq!(
        refused(json!({ "currency": null }), "currency").await,
        "The currency field is required when amount is present."
    );
}

#[tokio::test]
async fn words_that_the_gateway_does_not_know_are_refused() {
    assert_eq!(refused(json!({ "currency": "usd" }), "currency").await, "The selected currency is invalid.");
    assert_eq!(refused(json!({ "currency": "DZD" }), "currency").await, "The selected currency is invalid.");
    assert_eq!(refused(json!({ "locale": "de" }), "locale").await, "The selected locale is invalid.");
    assert_eq!(
        refused(json!({ "payment_method": "visa" }), "payment_method").await,
        "The selected payment method is invalid."
    );
    let field = "chargily_pay_fees_allocation";
    assert_eq!(
        refused(json!({ field: "nobody" }), field).await,
        "The selected chargily pay fees allocation is invalid."
    );
    assert_eq!(refused(json!({ "metadata": "x" }), "metadata").await, "The metadata field must be an array.");
    assert_eq!(
        refused(json!({ "customer_id": "01hzz" }), "customer_id").await,
        "The selected customer id is invalid."
    );
}

#[tokio::test]
async fn nothing_is_made_of_what_is_refused() {
    let double = double();
    let client = Client::of(&double);
    assert_eq!(client.post("/checkouts", asked(json!({ "amount": 1 }))).await.status, 422);
    assert_eq!(client.get("/checkouts").await.json()["total"], 0);
}

#[tokio::test]
async fn a_discount_lowers_the_amount_and_there_is_one_at_most() {
    let double = double();
    let client = Client::of(&double);
    let made = client.checkout(json!({ "amount": 5000, "percentage_discount": 50 })).await;
    assert_eq!(made["amount"], 2500);
    assert_eq!(made["amount_without_discount"], 5000);
    assert_eq!(made["discount"], json!({ "type": "percentage", "value": 50 }));
    let made = client.checkout(json!({ "amount_discount": 300 })).await;
    assert_eq!((&made["amount"], &made["discount"]["type"]), (&json!(2200), &json!("amount")));
    let both = json!({ "percentage_discount": 50, "amount_discount": 300 });
    assert_eq!(
        refused(both, "percentage_discount").await,
        "The percentage discount field prohibits amount discount from being present."
    );
    assert_ne!(refused(json!({ "percentage_discount": 101 }), "percentage_discount").await, "");
    assert_ne!(refused(json!({ "amount_discount": 2501 }), "amount_discount").await, "");
}

#[tokio::test]
async fn a_body_that_is_not_json_counts_as_empty() {
    let double = double();
    let client = Client::of(&double);
    let request = client.request("POST", "/checkouts").header("content-type", "application/json");
    let answer = crate::client::read(request.body("{oops").send().await).await.unwrap();
    assert_eq!(answer.error("success_url"), "The success url field is required.");
}

#[tokio::test]
async fn refused_input_redirects_who_does_not_ask_for_json() {
    let double = double();
    let send = async || {
        let request = crate::client::http()
            .post(format!("{}/checkouts", double.base_url(chargily_double::Mode::Test)))
            .bearer_auth(double.key(chargily_double::Mode::Test));
        crate::client::read(crate::client::with_json(request, &json!({})).send().await).await.unwrap()
    };
    assert_eq!(send().await.status, 302);
    double.turn(|knobs| knobs.redirect_without_accept = false);
    assert_eq!(send().await.status, 422);
}

#[tokio::test]
async fn the_app_as_method_gives_a_code_to_scan() {
    let double = double();
    let client = Client::of(&double);
    let made = client.checkout(json!({ "payment_method": "chargily_app" })).await;
    assert!(made["qr_code_url"].as_str().unwrap().starts_with("http"));
    assert!(client.checkout(json!({ "payment_method": "cib" })).await.get("qr_code_url").is_none());
}

#[tokio::test]
async fn metadata_comes_back_as_it_was_sent_but_for_an_empty_object() {
    let double = double();
    let client = Client::of(&double);
    let sent = json!({ "v": "1", "order_id": "كتاب/1", "n": [1, { "a": null }] });
    assert_eq!(client.checkout(json!({ "metadata": sent })).await["metadata"], sent);
    assert_eq!(client.checkout(json!({ "metadata": [{ "a": 1 }] })).await["metadata"], json!([{ "a": 1 }]));
    // PHP reads an empty object as an empty list.
    assert_eq!(client.checkout(json!({ "metadata": {} })).await["metadata"], json!([]));
}

#[tokio::test]
async fn the_address_of_the_page_can_be_https_or_anybodys() {
    let double = double();
    let client = Client::of(&double);
    double.turn(|knobs| knobs.https_checkout_url = true);
    assert!(client.checkout(json!({})).await["checkout_url"].as_str().unwrap().starts_with("https://127"));
    double.turn(|knobs| knobs.checkout_url = Some("https://evil.example/pay".to_owned()));
    assert_eq!(client.checkout(json!({})).await["checkout_url"], "https://evil.example/pay");
}

#[tokio::test]
async fn an_amount_of_any_size_does_no_harm() {
    let double = double();
    let client = Client::of(&double);
    for _ in 0..2 {
        let id = client.checkout_id(json!({ "amount": i64::MAX })).await;
        assert_eq!(double.act(&id, chargily_double::Act::Pay).unwrap().fees, 2_500);
    }
    assert_eq!(client.get("/balance").await.json()["wallets"][0]["balance"], i64::MAX);
}
