//! `GET /checkouts` and the other lists, page by page.

use chargily_double::ListOrder;
use serde_json::{Value, json};

use crate::client::Client;
use crate::double;

#[tokio::test]
async fn a_list_comes_in_pages_of_ten_with_the_newest_first() {
    let double = double();
    let client = Client::of(&double);
    for amount in 100..112 {
        client.checkout(json!({ "amount": amount })).await;
    }
    let first = client.get("/checkouts").await.json();
    let amounts = |page: &Value| -> Vec<i64> {
        page["data"].as_array().unwrap().iter().map(|one| one["amount"].as_i64().unwrap()).collect()
    };
    assert_eq!(amounts(&first), (102..112).rev().collect::<Vec<_>>());
    let path = format!("{}/test/api/v2/checkouts", double.origin());
    let mut frame = first.clone();
    frame.as_object_mut().unwrap().remove("data");
    assert_eq!(
        frame,
        json!({
            "livemode": false, "current_page": 1, "first_page_url": format!("{path}?page=1"), "last_page": 2,
            "last_page_url": format!("{path}?page=2"), "next_page_url": format!("{path}?page=2"), "path": path,
            "per_page": 10, "prev_page_url": null, "total": 12,
        })
    );
    let second = client.get("/checkouts?page=2&per_page=10").await.json();
    assert_eq!(amounts(&second), [101, 100]);
    assert_eq!(
        (&second["next_page_url"], &second["prev_page_url"]),
        (&json!(null), &json!(format!("{path}?page=1")))
    );
    double.turn(|knobs| knobs.list_order = ListOrder::OldestFirst);
    assert_eq!(amounts(&client.get("/checkouts?per_page=2").await.json()), [100, 101]);
}

#[tokio::test]
async fn an_empty_list_is_one_page_and_pages_beyond_the_last_are_empty() {
    let double = double();
    let client = Client::of(&double);
    for path in ["/checkouts", "/checkouts?page=7", "/customers", "/products", "/prices", "/payment-links"] {
        let page = client.get(path).await.json();
        assert_eq!(
            (&page["data"], &page["last_page"], &page["total"]),
            (&json!([]), &json!(1), &json!(0)),
            "{path}"
        );
    }
}

#[tokio::test]
async fn a_page_has_one_to_fifty_entries() {
    let double = double();
    let client = Client::of(&double);
    for bad in ["0", "51", "-1", "x"] {
        let answer = client.get(&format!("/checkouts?per_page={bad}")).await;
        assert_eq!(answer.error("per_page"), "The per page field must be between 1 and 50.");
    }
    assert_eq!(client.get("/checkouts?per_page=50").await.json()["per_page"], 50);
    assert_eq!(client.get("/checkouts?page=0").await.error("page"), "The page field must be at least 1.");
}
