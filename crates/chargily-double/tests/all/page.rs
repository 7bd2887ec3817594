//! The pay page.

use chargily_double::Act;
use serde_json::{Value, json};

use crate::client::{Answer, Client};
use crate::double;

fn page_of(made: &Value) -> (String, String) {
    let text = |key: &str| made[key].as_str().unwrap().to_owned();
    (text("id"), text("checkout_url"))
}

#[tokio::test]
async fn it_speaks_the_language_of_the_checkout() {
    let double = double();
    let client = Client::of(&double);
    for (locale, start, pay, amount) in [
        ("ar", "lang=\"ar\" dir=\"rtl\"", "إتمام الدفع", "5\u{202f}000,00\u{a0}د.ج"),
        ("fr", "lang=\"fr\" dir=\"ltr\"", "Payer", "5\u{202f}000,00\u{a0}DA"),
        ("en", "lang=\"en\" dir=\"ltr\"", ">Pay<", "5,000.00\u{a0}DZD"),
    ] {
        let made = client.checkout(json!({ "locale": locale, "amount": 5000, "description": "<b>" })).await;
        let page = client.page(made["checkout_url"].as_str().unwrap()).await;
        assert_eq!(page.status, 200);
        for part in [start, pay, amount, "&lt;b&gt;"] {
            assert!(page.text.contains(part), "{locale}: {part}");
        }
        for act in ["pay", "fail", "cancel", "leave"] {
            assert!(page.text.contains(&format!("name=\"act\" value=\"{act}\"")), "{locale}: {act}");
        }
        assert!(!page.text.contains("<script"));
    }
}

#[tokio::test]
async fn paying_leads_to_the_shop_with_the_checkouts_id() {
    let double = double();
    let client = Client::of(&double);
    let (id, url) = page_of(&client.checkout(json!({})).await);
    let sent = client.send_form(&url, "payment_method=cib&act=pay").await;
    assert_eq!(sent.status, 302);
    let to = format!("https://shop.example/pay/return?order=1&checkout_id={id}");
    assert_eq!(sent.header("location"), Some(to.as_str()));
    let paid = client.get(&format!("/checkouts/{id}")).await.json();
    assert_eq!((&paid["status"], &paid["payment_method"]), (&json!("paid"), &json!("cib")));
    let history: Vec<_> = double.checkout(&id).unwrap().history.iter().map(|(one, _)| one.as_str()).collect();
    assert_eq!(history, ["pending", "processing", "paid"]);
}

#[tokio::test]
async fn failing_and_cancelling_lead_to_the_other_address() {
    let double = double();
    let client = Client::of(&double);
    for (form, status) in [("act=fail", "failed"), ("act=cancel", "canceled")] {
        let (id, url) = page_of(&client.checkout(json!({})).await);
        let sent = client.send_form(&url, form).await;
        assert_eq!(sent.status, 302);
        let to = format!("https://shop.example/pay/failed?checkout_id={id}");
        assert_eq!(sent.header("location"), Some(to.as_str()));
        assert_eq!(client.status(&id).await, status);
    }
}

#[tokio::test]
async fn without_an_address_for_failures_the_page_says_what_became_of_it() {
    let double = double();
    let client = Client::of(&double);
    let (_, url) = page_of(&client.checkout(json!({ "failure_url": null, "locale": "en" })).await);
    let sent = client.send_form(&url, "act=fail").await;
    assert_eq!(sent.status, 200);
    assert!(sent.text.contains("The payment failed"));
}

#[tokio::test]
async fn leaving_changes_nothing() {
    let double = double();
    let client = Client::of(&double);
    let (id, url) = page_of(&client.checkout(json!({ "locale": "en" })).await);
    let sent = client.send_form(&url, "act=leave").await;
    assert_eq!(sent.status, 200);
    assert!(sent.text.contains("You have left"));
    assert_eq!(client.status(&id).await, "pending");
}

#[tokio::test]
async fn what_is_over_cannot_be_paid_and_what_is_unknown_is_not_found() {
    let double = double();
    let client = Client::of(&double);
    let (id, url) = page_of(&client.checkout(json!({ "locale": "en" })).await);
    double.act(&id, Act::Expire).unwrap();
    assert!(client.page(&url).await.text.contains("The payment has expired"));
    assert_eq!(client.send_form(&url, "act=pay").await.status, 409);
    assert_eq!(client.status(&id).await, "expired");
    assert_eq!(client.page(&format!("{}/test/checkouts/01x/pay", double.origin())).await.status, 404);
    // The other mode's page is not this one's.
    assert_eq!(client.page(&url.replace("/test/", "/")).await.status, 404);
    assert_eq!(client.send_form(&url, "act=dance").await.status, 400);
}

#[tokio::test]
async fn a_payment_can_be_left_in_processing_and_finished_later() {
    let double = double();
    let client = Client::of(&double);
    double.turn(|knobs| knobs.stay_processing = true);
    let (id, url) = page_of(&client.checkout(json!({})).await);
    let sent: Answer = client.send_form(&url, "act=pay").await;
    assert!(sent.header("location").unwrap().starts_with("https://shop.example/pay/return"));
    assert_eq!(client.status(&id).await, "processing");
    assert!(double.deliveries().is_empty());
    double.act(&id, Act::Pay).unwrap();
    assert_eq!(client.status(&id).await, "paid");
}
