//! Ratings and sales move what a book says of itself.

use catalogue::{Book, Ratings, Sales};
use db::{Query, sql};
use kernel::Id;
use testing::{TestApp, book, on_both_databases};

use crate::site;

async fn rate(shop: &TestApp, book: Id<Book>, before: Option<i64>, now: Option<i64>) {
    shop.app.db.transaction(async |tx| Ratings::record(&tx, book, before, now).await).await.unwrap();
}

async fn sell(shop: &TestApp, book: Id<Book>, copies: i64) {
    let now = shop.app.clock.now();
    shop.app.db.transaction(async |tx| Sales::record(&tx, book, now, copies).await).await.unwrap();
}

/// What the book's page and a list say of its ratings.
async fn told(shop: &TestApp, id: Id<Book>) -> (Option<f64>, i64) {
    let book = shop.get(&format!("/api/v1/books/{id}")).await.json();
    let listed = shop.get("/api/v1/books").await.json()["items"][0].clone();
    assert_eq!(book["average_rating"], listed["average_rating"]);
    assert_eq!(book["rating_count"], listed["rating_count"]);
    (book["average_rating"].as_f64(), book["rating_count"].as_i64().unwrap())
}

fn keys(list: &serde_json::Value) -> Vec<Id<Book>> {
    list["items"].as_array().unwrap().iter().map(|book| Id::new(book["id"].as_i64().unwrap())).collect()
}

async fn ids(shop: &TestApp, query: &str) -> Vec<Id<Book>> {
    keys(&shop.get(&format!("/api/v1/books?{query}")).await.json())
}

on_both_databases! {
    in site();

    async fn ratings_come_change_and_go(shop: TestApp) {
        let id = book("Zinc").put(&shop).await;
        assert_eq!(told(&shop, id).await, (None, 0));
        rate(&shop, id, None, Some(50)).await;
        rate(&shop, id, None, Some(45)).await;
        rate(&shop, id, None, Some(45)).await;
        assert_eq!(told(&shop, id).await, (Some(4.7), 3));
        let page = shop.get(&format!("/en/book/{id}-zinc")).await;
        assert!(page.text().contains("<b>4.7</b>"), "{}", page.text());
        rate(&shop, id, Some(50), Some(0)).await;
        assert_eq!(told(&shop, id).await, (Some(3.0), 3));
        for _ in 0..2 {
            rate(&shop, id, Some(45), None).await;
        }
        rate(&shop, id, Some(0), None).await;
        assert_eq!(told(&shop, id).await, (None, 0));
    }

    async fn a_single_enthusiast_does_not_put_a_book_above_one_that_many_like(shop: TestApp) {
        let (one, many, none) = (book("Un").put(&shop).await, book("Cent").put(&shop).await, book("Rien").put(&shop).await);
        rate(&shop, one, None, Some(50)).await;
        for _ in 0..30 {
            rate(&shop, many, None, Some(46)).await;
        }
        assert_eq!(ids(&shop, "sort=rating").await, [many, one, none]);
        let page = shop.get("/fr/language/fr?sort=rating").await;
        assert!(page.text().find(">Cent<") < page.text().find(">Un<"), "{}", page.text());
    }

    async fn a_list_by_rating_or_sales_goes_on_where_it_stopped(shop: TestApp) {
        let mut expected = Vec::new();
        for (at, title) in ["A", "B", "C", "D", "E"].into_iter().enumerate() {
            let id = book(title).put(&shop).await;
            // Two are equal.
            let value = [50, 47, 47, 33, 10][at];
            rate(&shop, id, None, Some(value)).await;
            sell(&shop, id, value / 10).await;
            expected.push(id);
        }
        // Of equals the one that came last stands first.
        expected.swap(1, 2);
        for sort in ["rating", "best_selling"] {
            assert_eq!(ids(&shop, &format!("sort={sort}&limit=100")).await, expected);
            let (mut seen, mut cursor) = (Vec::new(), String::new());
            loop {
                let part = shop.get(&format!("/api/v1/books?sort={sort}&limit=2{cursor}")).await.json();
                seen.extend(keys(&part));
                let Some(next) = part["next_cursor"].as_str() else { break };
                cursor = format!("&cursor={next}");
            }
            assert_eq!(seen, expected, "{sort}");
        }
    }

    async fn a_list_is_narrowed_to_what_is_rated_so_well(shop: TestApp) {
        let (good, fair) = (book("Bien").put(&shop).await, book("Passable").put(&shop).await);
        book("Sans note").put(&shop).await;
        rate(&shop, good, None, Some(45)).await;
        rate(&shop, good, None, Some(40)).await;
        rate(&shop, fair, None, Some(30)).await;
        assert_eq!(ids(&shop, "min_rating=4").await, [good]);
        assert_eq!(ids(&shop, "min_rating=4.3").await, [good], "what is shown as 4.3 is 4.3");
        assert_eq!(ids(&shop, "min_rating=4.31").await, []);
        assert_eq!(ids(&shop, "min_rating=3&sort=rating").await, [good, fair]);
        assert_eq!(ids(&shop, "min_rating=0").await.len(), 3);
        let page = shop.get("/fr/language/fr?min_rating=3").await;
        assert!(page.text().contains(">Passable<") && !page.text().contains(">Sans note<"), "{}", page.text());
    }

    async fn sales_add_up_by_day_and_what_comes_back_is_taken_off(shop: TestApp) {
        let id = book("Zinc").put(&shop).await;
        sell(&shop, id, 2).await;
        sell(&shop, id, 3).await;
        shop.advance(24 * 60 * 60);
        sell(&shop, id, -1).await;
        let days: Vec<(String, i64)> =
            shop.app.db.all(sql!("select day, copies from book_sales where book_id = $1 order by day", id)).await.unwrap();
        assert_eq!(days, [("2026-11-23".to_owned(), 5), ("2026-11-24".to_owned(), -1)]);
        let (all,): (i64,) = shop.app.db.one(sql!("select sales_count from books where id = $1", id)).await.unwrap();
        assert_eq!(all, 4);
    }
}
