//! All books, narrowed, sorted, a part at a time, and changed together.

use kernel::Language;
use serde_json::{Value, json};
use testing::{Program, book, on_both_databases};

use super::{editor, wrong};
use crate::site;

/// The titles of a list.
fn titles(list: &Value) -> Vec<String> {
    list["items"].as_array().unwrap().iter().map(|item| item["title"].as_str().unwrap().to_owned()).collect()
}

async fn list(edith: &Program, query: &str) -> Vec<String> {
    let answer = edith.get(&format!("/admin/books?{query}")).await;
    assert_eq!(answer.status(), 200, "{query}: {}", answer.text());
    titles(&answer.json())
}

on_both_databases! {
    in site();

    async fn books_are_narrowed_and_sorted(shop: TestApp) {
        book("Anemone").price(300).genre("Roman").age_in_days(3).put(&shop).await;
        book("Bramble").price(100).by(&["Assia Djebar"]).age_in_days(2)
            .with(|book| book.isbn = "9780306406157".parse().ok()).put(&shop).await;
        book("Clover").price(200).genre("Roman").in_language(Language::ARABIC).age_in_days(1).put(&shop).await;
        book("Daisy").with(|book| { book.status = catalogue::Status::Draft; book.price = None; }).put(&shop).await;
        let edith = editor(&shop).await;
        assert_eq!(list(&edith, "").await, ["Daisy", "Clover", "Bramble", "Anemone"]);
        assert_eq!(list(&edith, "sort=updated&order=asc").await, ["Anemone", "Bramble", "Clover", "Daisy"]);
        assert_eq!(list(&edith, "sort=title").await, ["Anemone", "Bramble", "Clover", "Daisy"]);
        assert_eq!(list(&edith, "sort=title&order=desc").await, ["Daisy", "Clover", "Bramble", "Anemone"]);
        assert_eq!(list(&edith, "sort=price").await, ["Anemone", "Clover", "Bramble", "Daisy"]);
        assert_eq!(list(&edith, "sort=price&order=asc").await, ["Daisy", "Bramble", "Clover", "Anemone"]);
        assert_eq!(list(&edith, "status=draft").await, ["Daisy"]);
        assert_eq!(list(&edith, "status=published&sort=title").await, ["Anemone", "Bramble", "Clover"]);
        assert_eq!(list(&edith, "genre=roman&sort=title").await, ["Anemone", "Clover"]);
        assert_eq!(list(&edith, "language=ar").await, ["Clover"]);
        assert_eq!(list(&edith, "format=epub").await, [""; 0]);
        assert_eq!(list(&edith, "missing=price").await, ["Daisy"]);
        assert_eq!(list(&edith, "missing=files&status=published&genre=roman").await, ["Clover", "Anemone"]);
        assert_eq!(list(&edith, "q=bram").await, ["Bramble"]);
        assert_eq!(list(&edith, "q=aisy").await, ["Daisy"], "what is not in the shop is found by any part of its title");
        assert_eq!(list(&edith, "q=assia").await, ["Bramble"]);
        assert_eq!(list(&edith, "q=Djebar%20assia").await, ["Bramble"]);
        assert_eq!(list(&edith, "q=978-0-306").await, ["Bramble"]);
        assert_eq!(list(&edith, "q=lina&sort=title&genre=roman").await, ["Anemone", "Clover"]);
        assert_eq!(wrong(&edith.get("/admin/books?sort=colour").await), ["sort: invalid"]);
        assert_eq!(shop.reader("leila").await.get("/admin/books").await.status(), 403);
    }

    async fn every_book_comes_once_in_each_order(shop: TestApp) {
        for n in 0..7 {
            let status = if n % 3 == 0 { catalogue::Status::Draft } else { catalogue::Status::Published };
            book(&format!("Book {}", n % 2 + n / 4 * 10)).price(n % 3 * 100)
                .with(|book| { book.status = status; book.title = format!("{} {}", book.title, n / 5); })
                .with(|book| book.subtitle = Some(n.to_string()))
                .with(|book| book.title = format!("{}{}", book.title, "x".repeat(usize::try_from(n).unwrap_or_default() % 4)))
                .age_in_days(n / 2).put(&shop).await;
        }
        let edith = editor(&shop).await;
        for sort in ["updated", "title", "price", "sales", "rating"] {
            for order in ["asc", "desc"] {
                let (mut ids, mut cursor) = (Vec::new(), String::new());
                loop {
                    let part = edith.get(&format!("/admin/books?limit=2&sort={sort}&order={order}{cursor}")).await.json();
                    ids.extend(part["items"].as_array().unwrap().iter().map(|item| item["id"].as_i64().unwrap()));
                    let Some(next) = part["next_cursor"].as_str() else { break };
                    cursor = format!("&cursor={next}");
                }
                let all = ids.len();
                ids.sort_unstable();
                ids.dedup();
                assert_eq!((all, ids.len()), (7, 7), "{sort} {order}");
            }
        }
        let next = edith.get("/admin/books?limit=2&sort=title").await.json()["next_cursor"].as_str().unwrap().to_owned();
        assert_eq!(wrong(&edith.get(&format!("/admin/books?limit=2&sort=price&cursor={next}")).await), ["cursor: invalid_cursor"]);
    }

    async fn several_are_changed_together_and_each_is_told_of(shop: TestApp) {
        let one = book("Anemone").genre("Roman").put(&shop).await;
        let two = book("Bramble").with(|book| { book.status = catalogue::Status::Draft; book.price = None; }).put(&shop).await;
        let edith = editor(&shop).await;
        let bulk = async |body: Value| edith.post("/admin/books/bulk", body).await;
        let outcomes = bulk(json!({"ids": [one, two, 999_999], "act": "publish"})).await.json();
        let told: Vec<_> = outcomes["items"].as_array().unwrap().iter()
            .map(|item| (item["done"].as_bool().unwrap(), item["changed"].as_bool().unwrap(), item["code"].clone())).collect();
        assert_eq!(told, [(true, false, json!(null)), (false, false, json!("needed")), (false, false, json!("not_found"))]);
        let price = json!({"amount": 70_000, "currency": "DZD"});
        assert_eq!(bulk(json!({"ids": [one, two], "act": "price", "price": price})).await.status(), 200);
        assert_eq!(bulk(json!({"ids": [one, two], "act": "publish"})).await.json()["items"][1]["changed"], true);
        assert_eq!(bulk(json!({"ids": [one, two], "act": "add_genre", "genre": "roman"})).await.status(), 200);
        assert_eq!(list(&edith, "genre=roman&sort=price").await.len(), 2);
        assert_eq!(shop.get("/api/v1/genres").await.json()["items"][0]["book_count"], 2);
        bulk(json!({"ids": [one], "act": "remove_genre", "genre": "Roman"})).await;
        assert_eq!(list(&edith, "genre=roman").await, ["Bramble"]);
        assert_eq!(wrong(&bulk(json!({"ids": [one], "act": "price"})).await), ["price: missing"]);
        assert_eq!(wrong(&bulk(json!({"ids": [one], "act": "add_genre"})).await), ["genre: missing"]);
        bulk(json!({"ids": [one, two], "act": "withdraw"})).await;
        assert_eq!(list(&edith, "status=withdrawn&sort=title").await, ["Anemone", "Bramble"]);
        shop.run_jobs().await;
    }
}
