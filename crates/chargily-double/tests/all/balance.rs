//! `GET /balance`

use chargily_double::Act;
use serde_json::json;

use crate::client::Client;
use crate::double;

#[tokio::test]
async fn what_is_paid_is_in_the_wallet_less_the_merchants_fees() {
    let double = double();
    let client = Client::of(&double);
    let more = json!({ "amount": 50000, "chargily_pay_fees_allocation": "merchant" });
    let id = client.checkout_id(more).await;
    double.act(&id, Act::Pay).unwrap();
    let balance = client.get("/balance").await.json();
    assert_eq!((&balance["entity"], &balance["livemode"]), (&json!("balance"), &json!(false)));
    assert_eq!(
        balance["wallets"][0],
        json!({ "currency": "dzd", "balance": 48750, "ready_for_payout": "48750", "on_hold": 0 })
    );
    let currencies: Vec<_> = (1..3).map(|n| balance["wallets"][n]["currency"].clone()).collect();
    assert_eq!(currencies, [json!("usd"), json!("eur")]);
}
