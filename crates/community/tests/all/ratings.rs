//! `/books/{id}/rating` and what it moves.

use db::{Query as _, sql};
use serde_json::{Value, json};
use testing::{TestApp, book, on_both_databases};

use crate::site;

async fn ratings(shop: &TestApp, book: kernel::Id<catalogue::Book>) -> Value {
    shop.get(&format!("/api/v1/books/{book}/ratings")).await.json()
}

on_both_databases! {
    in site();

    async fn a_reader_rates_a_book_otherwise_and_not_any_more(shop: TestApp) {
        let id = book("Zinc").put(&shop).await;
        let (leila, karim) = (shop.reader("leila").await, shop.reader("karim").await);
        let path = format!("/books/{id}/rating");
        let first = leila.put(&path, json!({ "value": 4.3 })).await;
        assert_eq!(first.status(), 200, "{}", first.text());
        assert_eq!((&first.json()["average"], &first.json()["mine"]), (&json!(4.3), &json!(4.3)));
        karim.put(&path, json!({ "value": 0 })).await;
        let both = ratings(&shop, id).await;
        assert_eq!(both, json!({
            "average": 2.2, "count": 2, "histogram": [1, 0, 0, 0, 1],
            "half_stars": [1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0], "mine": null,
        }));
        leila.put(&path, json!({ "value": 5 })).await;
        assert_eq!(ratings(&shop, id).await["half_stars"], json!([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]));
        for _ in 0..2 {
            assert_eq!(leila.delete(&path).await.status(), 204);
            karim.delete(&path).await;
        }
        let none = ratings(&shop, id).await;
        assert_eq!((&none["average"], &none["count"], &none["histogram"]), (&Value::Null, &json!(0), &json!([0, 0, 0, 0, 0])));
    }

    async fn a_whole_book_shows_how_its_ratings_are_spread(shop: TestApp) {
        let id = book("Zinc").put(&shop).await;
        let leila = shop.reader("leila").await;
        leila.put(&format!("/books/{id}/rating"), json!({ "value": 3.5 })).await;
        let whole = leila.get(&format!("/books/{id}")).await.json();
        assert_eq!(whole["histogram"], json!([0, 0, 0, 1, 0]));
        assert_eq!((&whole["average_rating"], &whole["rating_count"]), (&json!(3.5), &json!(1)));
        let listed = leila.get("/books").await.json()["items"][0].clone();
        assert_eq!((&listed["average_rating"], &listed["rating_count"]), (&json!(3.5), &json!(1)));
    }

    async fn what_is_no_rating_is_refused_by_name(shop: TestApp) {
        let id = book("Zinc").put(&shop).await;
        let leila = shop.reader("leila").await;
        let path = format!("/books/{id}/rating");
        for (value, told) in [
            (json!({ "value": 5.1 }), "value: out_of_range"),
            (json!({ "value": -1 }), "value: out_of_range"),
            (json!({ "value": 4.25 }), "value: too_fine"),
            (json!({ "value": "4" }), "value: invalid"),
            (json!({ "value": null }), "value: invalid"),
            (json!({}), "value: missing"),
            (json!({ "value": 4, "stars": 4 }), "stars: unknown_field"),
        ] {
            let answer = leila.put(&path, value.clone()).await;
            assert_eq!((answer.status(), answer.problem().as_str()), (422, told), "{value}");
        }
        assert_eq!(leila.put("/books/999/rating", json!({ "value": 4 })).await.status(), 404);
        assert_eq!(shop.get("/api/v1/books/999/ratings").await.status(), 404);
        assert_eq!(shop.api().put(&path, json!({ "value": 4 })).await.status(), 401);
        let newcomer = shop.newcomer("nora").await;
        assert_eq!(newcomer.put(&path, json!({ "value": 4 })).await.problem(), "unverified");
        assert_eq!(ratings(&shop, id).await["count"], 0);
        shop.run_jobs().await;
    }

    async fn a_rating_wakes_the_recommendations(shop: TestApp) {
        let id = book("Zinc").put(&shop).await;
        let leila = shop.reader("leila").await;
        leila.put(&format!("/books/{id}/rating"), json!({ "value": 4 })).await;
        leila.put(&format!("/books/{id}/rating"), json!({ "value": 4 })).await;
        let (times,): (i64,) = shop.app.db.one(sql!("select times /* full scan: one row */ from changed_tastes")).await.unwrap();
        assert_eq!(times, 1, "the same again is no change");
        leila.delete(&format!("/books/{id}/rating")).await;
        let (times,): (i64,) = shop.app.db.one(sql!("select times /* full scan: one row */ from changed_tastes")).await.unwrap();
        assert_eq!(times, 2);
    }
}
