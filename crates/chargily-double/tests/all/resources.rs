//! Customers, products, prices and payment links, and checkouts made of prices.

use chargily_double::Mode;
use serde_json::{Value, json};

use crate::client::{Client, asked};
use crate::{NOW, double};

async fn made(client: &Client, path: &str, body: Value) -> Value {
    let answer = client.post(path, body).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer.json()
}

fn id(of: &Value) -> &str {
    of["id"].as_str().unwrap()
}

/// A product's price, by its id.
async fn price(client: &Client, amount: i64) -> String {
    let product = made(client, "/products", json!({ "name": "Super Product" })).await;
    let body = json!({ "amount": amount, "currency": "dzd", "product_id": id(&product) });
    id(&made(client, "/prices", body).await).to_owned()
}

#[tokio::test]
async fn a_customer_is_made_changed_listed_and_deleted() {
    let double = double();
    let client = Client::of(&double);
    let address = json!({ "country": "dz", "state": "Tizi-Ouzou", "address": "123 Main Street" });
    let customer = made(&client, "/customers", json!({ "name": "Leïla", "address": address })).await;
    assert_eq!(
        customer,
        json!({
            "id": customer["id"], "entity": "customer", "livemode": false, "name": "Leïla", "email": null, "phone": null,
            "address": address, "metadata": null, "created_at": NOW, "updated_at": NOW,
        })
    );
    let path = format!("/customers/{}", id(&customer));
    double.advance(5);
    let changed = made(&client, &path, json!({ "email": "leila@example.org" })).await;
    assert_eq!((&changed["name"], &changed["email"]), (&json!("Leïla"), &json!("leila@example.org")));
    assert_eq!((&changed["created_at"], &changed["updated_at"]), (&json!(NOW), &json!(NOW + 5)));
    assert_eq!(client.get(&path).await.json(), changed);
    assert_eq!(client.get("/customers").await.json()["data"], json!([changed]));
    let checkout = client.checkout(json!({ "customer_id": id(&customer) })).await;
    assert_eq!(checkout["customer_id"], customer["id"]);
    assert_eq!(Client::in_mode(&double, Mode::Live).get(&path).await.status, 404);
    let deleted = client.delete(&path).await.json();
    assert_eq!(
        deleted,
        json!({ "livemode": false, "id": customer["id"], "entity": "customer", "deleted": true })
    );
    for gone in [client.get(&path).await, client.delete(&path).await, client.post(&path, json!({})).await] {
        assert_eq!(gone.status, 404);
    }
}

#[tokio::test]
async fn a_customers_country_is_two_small_letters_and_their_address_a_mail_address() {
    let double = double();
    let client = Client::of(&double);
    let answer = client.post("/customers", json!({ "address": { "country": "DZ" } })).await;
    assert_eq!(answer.error("address.country"), "The selected address.country is invalid.");
    let answer = client.post("/customers", json!({ "email": "leila" })).await;
    assert_eq!(answer.error("email"), "The email field must be a valid email address.");
}

#[tokio::test]
async fn a_product_has_a_name_up_to_eight_pictures_and_prices() {
    let double = double();
    let client = Client::of(&double);
    assert_eq!(client.post("/products", json!({})).await.error("name"), "The name field is required.");
    let many = json!({ "name": "x", "images": vec!["https://shop.example/a.png"; 9] });
    assert_ne!(client.post("/products", many).await.error("images"), "");
    let product = made(&client, "/products", json!({ "name": "Super Product" })).await;
    assert_eq!((&product["entity"], &product["images"]), (&json!("product"), &json!([])));
    let path = format!("/products/{}", id(&product));
    assert_eq!(made(&client, &path, json!({ "description": "d" })).await["name"], "Super Product");
    for amount in [200, 300] {
        let body = json!({ "amount": amount, "currency": "dzd", "product_id": id(&product) });
        made(&client, "/prices", body).await;
    }
    let prices = client.get(&format!("{path}/prices?per_page=1")).await.json();
    assert_eq!((&prices["total"], &prices["data"][0]["amount"]), (&json!(2), &json!(300)));
    assert_eq!(client.get("/products/01x/prices").await.status, 404);
    assert_eq!(client.delete(&path).await.json()["deleted"], true);
}

#[tokio::test]
async fn of_a_price_only_the_metadata_changes() {
    let double = double();
    let client = Client::of(&double);
    let wrong =
        client.post("/prices", json!({ "amount": "x", "currency": "usd", "product_id": "01x" })).await;
    for field in ["amount", "currency", "product_id"] {
        assert_ne!(wrong.error(field), "");
    }
    let path = format!("/prices/{}", price(&client, 200).await);
    let changed = made(&client, &path, json!({ "amount": 5, "metadata": { "a": 1 } })).await;
    assert_eq!((&changed["amount"], &changed["metadata"]), (&json!(200), &json!({ "a": 1 })));
    assert_eq!(client.get("/prices").await.json()["total"], 1);
}

#[tokio::test]
async fn a_checkout_of_prices_costs_their_sum() {
    let double = double();
    let client = Client::of(&double);
    let (cheap, dear) = (price(&client, 200).await, price(&client, 1000).await);
    let items = json!([{ "price": cheap, "quantity": 3 }, { "price": dear, "quantity": 1 }]);
    let checkout = client.checkout(json!({ "items": items, "amount": null, "currency": null })).await;
    assert_eq!((&checkout["amount"], &checkout["currency"]), (&json!(1600), &json!("dzd")));
    let list = client.get(&format!("/checkouts/{}/items", id(&checkout))).await.json();
    assert_eq!(list["total"], 2);
    let first = list["data"].as_array().unwrap().iter().find(|item| item["id"] == json!(cheap)).unwrap();
    assert_eq!(
        (&first["entity"], &first["amount"], &first["quantity"]),
        (&json!("price"), &json!(200), &json!(3))
    );
    assert_eq!(client.get("/checkouts/01x/items").await.status, 404);
}

#[tokio::test]
async fn prices_of_a_checkout_must_exist_and_be_wanted() {
    let double = double();
    let client = Client::of(&double);
    let cheap = price(&client, 10).await;
    let post = async |items: Value| {
        client.post("/checkouts", asked(json!({ "items": items, "amount": null }))).await
    };
    let unknown = post(json!([{ "price": cheap, "quantity": 9 }, { "price": "01x", "quantity": 1 }])).await;
    assert_eq!(unknown.error("items.1.price"), "The selected items.1.price is invalid.");
    let none = post(json!([{ "price": cheap, "quantity": 0 }])).await;
    assert_eq!(none.error("items.0.quantity"), "The items.0.quantity field must be at least 1.");
    let little = post(json!([{ "price": cheap, "quantity": 4 }])).await;
    assert_eq!(little.error("amount"), "The amount field must be greater than or equal to 50.");
}

#[tokio::test]
async fn a_payment_link_has_a_name_items_and_a_page() {
    let double = double();
    let client = Client::of(&double);
    let wrong = client.post("/payment-links", json!({ "items": [{ "price": "01x", "quantity": 0 }] })).await;
    for field in ["name", "items.0.price", "items.0.quantity"] {
        assert_ne!(wrong.error(field), "");
    }
    let price = price(&client, 200).await;
    let items = json!([{ "price": price, "quantity": 2, "adjustable_quantity": true }]);
    let link = made(&client, "/payment-links", json!({ "name": "Two", "items": items })).await;
    assert_eq!(
        (&link["entity"], &link["active"], &link["locale"]),
        (&json!("payment_link"), &json!(1), &json!("ar"))
    );
    let path = format!("/payment-links/{}", id(&link));
    assert_eq!(link["url"], json!(format!("{}/test{path}", double.origin())));
    let changed = made(&client, &path, json!({ "locale": "fr" })).await;
    assert_eq!((&changed["locale"], &changed["name"]), (&json!("fr"), &json!("Two")));
    let list = client.get(&format!("{path}/items")).await.json();
    assert_eq!(
        (&list["data"][0]["quantity"], &list["data"][0]["adjustable_quantity"]),
        (&json!(2), &json!(1))
    );
    assert_eq!(client.get("/payment-links").await.json()["total"], 1);
}
