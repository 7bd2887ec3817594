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
        let by_score: Vec<(Id<Book>,)> = shop.app.db
            .all(sql!("select id from books where status = 'published' order by rating_score desc, id desc limit 10"))
            .await
            .unwrap();
        assert_eq!(by_score, [(many,), (one,), (none,)]);
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
