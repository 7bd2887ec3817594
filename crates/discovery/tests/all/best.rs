//! Best sellers: what was sold decides, over the time that is asked for.

use catalogue::{Book, Sales};
use kernel::Id;
use serde_json::Value;
use testing::{TestApp, TestResponse, book, on_both_databases};

use crate::shop;

/// Sells copies of a book so many days ago.
async fn sell(shop: &TestApp, book: Id<Book>, copies: i64, days_ago: i64) {
    let at = shop.app.clock.now().plus_seconds(-days_ago * 24 * 60 * 60);
    let sold = shop.app.db.transaction(async |tx| Sales::record(&tx, book, at, copies).await).await;
    sold.unwrap_or_else(|e| panic!("{e}"));
}

fn ranks(answer: &TestResponse) -> Vec<(i64, String)> {
    let items = answer.json()["items"].as_array().cloned().unwrap_or_default();
    let of = |item: &Value| {
        (item["rank"].as_i64().unwrap_or_default(), item["title"].as_str().unwrap_or_default().to_owned())
    };
    items.iter().map(of).collect()
}

async fn best(shop: &TestApp, query: &str) -> Vec<(i64, String)> {
    shop.run_scheduled("discovery.best_sellers").await;
    ranks(&shop.get(&format!("/api/v1/shelves/best-sellers{query}")).await)
}

fn expected(titles: &[&str]) -> Vec<(i64, String)> {
    (1..).zip(titles.iter().map(ToString::to_string)).collect()
}

on_both_databases! {
    in shop();

    async fn each_time_has_its_own_order_and_free_books_are_ranked_apart(shop: TestApp) {
        let [today, month, year, free] = [("Zinc", 900), ("Atlas", 900), ("Miel", 900), ("Don", 0)]
            .map(|(title, price)| book(title).price(price));
        let (today, month, year, free) =
            (today.put(&shop).await, month.put(&shop).await, year.put(&shop).await, free.put(&shop).await);
        book("Poussière").put(&shop).await;
        sell(&shop, today, 3, 0).await;
        sell(&shop, today, 1, 6).await;
        sell(&shop, month, 9, 7).await;
        sell(&shop, month, 2, 29).await;
        sell(&shop, year, 50, 30).await;
        sell(&shop, free, 99, 0).await;
        assert_eq!(best(&shop, "?window=7d").await, expected(&["Zinc"]));
        assert_eq!(best(&shop, "?window=30d").await, expected(&["Atlas", "Zinc"]));
        assert_eq!(best(&shop, "").await, expected(&["Atlas", "Zinc"]));
        assert_eq!(best(&shop, "?window=all").await, expected(&["Miel", "Atlas", "Zinc"]));
        assert_eq!(best(&shop, "?price=free").await, expected(&["Don"]));
        assert_eq!(shop.get("/api/v1/shelves/best-sellers?window=1y").await.status(), 422);
    }

    async fn what_comes_back_is_taken_off_and_of_equals_the_older_book_stands_first(shop: TestApp) {
        let (one, two) = (book("Zinc").put(&shop).await, book("Atlas").put(&shop).await);
        sell(&shop, one, 5, 3).await;
        sell(&shop, two, 4, 3).await;
        assert_eq!(best(&shop, "").await, expected(&["Zinc", "Atlas"]));
        sell(&shop, one, -1, 0).await;
        for _ in 0..3 {
            assert_eq!(best(&shop, "").await, expected(&["Zinc", "Atlas"]));
        }
        sell(&shop, one, -1, 0).await;
        assert_eq!(best(&shop, "").await, expected(&["Atlas", "Zinc"]));
        sell(&shop, one, -3, 0).await;
        assert_eq!(best(&shop, "").await, expected(&["Atlas"]));
    }

    async fn what_is_shown_waits_for_the_next_counting_and_never_longer_than_an_hour(shop: TestApp) {
        let one = book("Zinc").put(&shop).await;
        shop.run_scheduled("discovery.best_sellers").await;
        sell(&shop, one, 5, 0).await;
        assert!(ranks(&shop.get("/api/v1/shelves/best-sellers").await).is_empty());
        assert_eq!(best(&shop, "").await, expected(&["Zinc"]));
    }

    async fn there_are_a_hundred_ranks_given_in_parts(shop: TestApp) {
        for at in 0..103_i64 {
            let id = book(&format!("Livre {at}")).put(&shop).await;
            sell(&shop, id, 200 - at, 0).await;
        }
        shop.run_scheduled("discovery.best_sellers").await;
        let first = shop.get("/api/v1/shelves/best-sellers?limit=60").await;
        let next = first.json()["next_cursor"].as_str().unwrap_or_default().to_owned();
        let rest = shop.get(&format!("/api/v1/shelves/best-sellers?limit=60&cursor={next}")).await;
        let all: Vec<_> = [ranks(&first), ranks(&rest)].concat();
        let titles: Vec<String> = (0..100).map(|at| format!("Livre {at}")).collect();
        assert_eq!(all, expected(&titles.iter().map(String::as_str).collect::<Vec<_>>()));
        assert_eq!(rest.json()["next_cursor"], Value::Null);
    }

    async fn the_page_says_which_time_it_counts_and_numbers_the_ranks(shop: TestApp) {
        let empty = shop.get("/fr/best").await;
        assert!(empty.text().contains("Rien n’a été vendu pendant cette période."), "{}", empty.text());
        assert!(shop.get("/fr/best?window=all").await.text().contains("Rien n’a encore été vendu."));
        let one = book("Zinc").put(&shop).await;
        let other = book("Atlas").in_language(kernel::Language::ARABIC).put(&shop).await;
        sell(&shop, one, 5, 0).await;
        sell(&shop, other, 4, 0).await;
        shop.run_scheduled("discovery.best_sellers").await;
        let page = shop.get("/fr/best").await;
        let text = page.text();
        assert!(text.contains("Les meilleures ventes des 30 derniers jours"), "{text}");
        let (first, second) = (text.find(">Zinc<"), text.find(">Atlas<"));
        assert!(first.is_some() && first < second, "{text}");
        assert!(text.contains("badge--rank") && !text.contains("noindex"), "{text}");
        let narrowed = shop.get("/fr/best?language=ar&window=7d").await;
        assert!(narrowed.text().contains(">Atlas<") && !narrowed.text().contains(">Zinc<"), "{}", narrowed.text());
        assert!(narrowed.text().contains("7 derniers jours") && narrowed.text().contains("noindex"));
        assert!(narrowed.text().contains("name=\"window\" value=\"7d\""), "filters keep the time");
        let none = shop.get("/fr/best?format=pdf").await;
        assert!(none.text().contains("Aucune des meilleures ventes ne correspond"), "{}", none.text());
    }
}
