//! `GET /api/v1/search`: what it finds, filters, counts, sorts, pages.

use kernel::Language;
use testing::{book, shared_data};

use super::{on_both, q};

on_both! {
    async fn what_was_typed_wrong_is_found_and_corrected(it: Searched) {
        let mut it = it;
        book("L’Étranger").by(&["Albert Camus"]).price(900).put(&it.shop).await;
        book("ذاكرة الجسد").by(&["أحلام مستغانمي"]).in_language(Language::ARABIC).price(700).put(&it.shop).await;
        book("The Great Gatsby").by(&["F. Scott Fitzgerald"]).price(500).put(&it.shop).await;
        it.catch_up().await;
        for (typed, title) in [
            ("etranger", "L’Étranger"),
            ("l etranger camus", "L’Étranger"),
            ("camus albert", "L’Étranger"),
            ("ذاكره جسد", "ذاكرة الجسد"),
            ("mosteghanemi", "ذاكرة الجسد"),
            ("احلام مستغانمى", "ذاكرة الجسد"),
            ("the graet gatsby", "The Great Gatsby"),
            ("thegreatgatsby", "The Great Gatsby"),
            ("fitzgerlad gatsby", "The Great Gatsby"),
            ("gats", "The Great Gatsby"),
        ] {
            assert_eq!(it.titles(&q(typed)).await.first().map(String::as_str), Some(title), "{typed}");
        }
        let answer = it.shop.get(&format!("/api/v1/search?{}", q("the graet gatsby"))).await;
        assert_eq!(answer.json()["corrected"], "The Great Gatsby");
        assert!(it.shop.get(&format!("/api/v1/search?{}", q("gatsby"))).await.json()["corrected"].is_null());
        assert_eq!(it.titles(&q("xyzzyx")).await, Vec::<String>::new());
        assert_eq!(it.titles("").await, Vec::<String>::new());
    }

    async fn an_isbn_is_found_however_it_is_written(it: Searched) {
        let mut it = it;
        book("The Great Gatsby").with(|book| book.isbn = "9780743273565".parse().ok()).price(500).put(&it.shop).await;
        book("9780743").price(500).put(&it.shop).await;
        it.catch_up().await;
        for typed in ["978-0-7432-7356-5", "9780743273565", "0743273567", "0-7432-7356-7", "٩٧٨٠٧٤٣٢٧٣٥٦٥"] {
            assert_eq!(it.titles(&q(typed)).await, ["The Great Gatsby"], "{typed}");
        }
    }

    async fn each_facet_is_counted_without_its_own_filter(it: Searched) {
        let mut it = it;
        book("Jardin un").price(0).in_language(Language::FRENCH).file(shared_data("epub/trees.epub")).put(&it.shop).await;
        book("Jardin deux").price(400).in_language(Language::FRENCH).put(&it.shop).await;
        book("Jardin trois").price(800).in_language(Language::ARABIC).put(&it.shop).await;
        it.catch_up().await;
        let answer = it.shop.get("/api/v1/search?q=jardin&language=fr").await;
        let facets = answer.json()["facets"].clone();
        assert_eq!(answer.json()["total"], 2);
        assert_eq!(facets["language"], serde_json::json!([{"value": "fr", "count": 2}, {"value": "ar", "count": 1}]));
        assert_eq!(facets["price"], serde_json::json!([
            {"value": "free", "count": 1}, {"value": "paid", "count": 1}, {"value": "to-500", "count": 1}
        ]));
        assert_eq!(facets["availability"].as_array().unwrap().len(), 2);
        assert_eq!(it.titles("q=jardin&language=fr&price=free").await, ["Jardin un"]);
        assert_eq!(it.titles("q=jardin&price=500-1000").await, ["Jardin trois"]);
        assert_eq!(it.titles("q=jardin&availability=available").await, ["Jardin un"]);
        assert_eq!(it.titles("q=jardin&format=epub").await, ["Jardin un"]);
        assert_eq!(it.titles("q=jardin&min_rating=1").await, Vec::<String>::new());
        assert_eq!(it.titles("q=jardin&genre=none").await, Vec::<String>::new());
        for nobody in ["author=-1", "publisher=-1", "series=-1", "author=0", "genre=-1"] {
            assert_eq!(it.titles(&format!("q=jardin&{nobody}")).await, Vec::<String>::new(), "{nobody}");
        }
    }

    async fn words_that_were_pasted_with_tabs_or_line_breaks_are_words(it: Searched) {
        let mut it = it;
        book("Les Jardins de la mer").by(&["Lina Haddad"]).price(300).put(&it.shop).await;
        it.catch_up().await;
        for typed in ["haddad\tjardins", "haddad\r\njardins", "\u{1}haddad\njardins\u{1}"] {
            assert_eq!(it.titles(&q(typed)).await, ["Les Jardins de la mer"], "{typed:?}");
        }
        assert_eq!(it.titles(&q("\u{1}")).await, Vec::<String>::new());
    }

    async fn what_is_found_is_sorted_and_given_a_part_at_a_time(it: Searched) {
        let mut it = it;
        for (title, price, age) in [("Port A", 300, 3), ("Port B", 100, 1), ("Port C", 200, 2), ("Port D", 200, 4)] {
            book(title).price(price).age_in_days(age).put(&it.shop).await;
        }
        it.catch_up().await;
        for (sort, wanted) in [
            ("newest", ["Port B", "Port C", "Port A", "Port D"]),
            ("price_asc", ["Port B", "Port D", "Port C", "Port A"]),
            ("price_desc", ["Port A", "Port D", "Port C", "Port B"]),
        ] {
            assert_eq!(it.titles(&format!("q=port&sort={sort}")).await, wanted, "{sort}");
            let (mut all, mut cursor) = (Vec::new(), String::new());
            loop {
                let part = it.shop.get(&format!("/api/v1/search?q=port&limit=1&sort={sort}{cursor}")).await.json();
                all.push(part["items"][0]["title"].as_str().unwrap().to_owned());
                let Some(next) = part["next_cursor"].as_str() else { break };
                cursor = format!("&cursor={next}");
            }
            assert_eq!(all, wanted, "{sort}, one at a time");
            let foreign = it.shop.get(&format!("/api/v1/search?q=port&sort=rating{cursor}")).await;
            assert_eq!(foreign.status(), 422, "a cursor of another order");
        }
    }

    async fn what_readers_and_buyers_say_is_sorted_by(it: Searched) {
        use catalogue::{Ratings, Sales};
        let mut it = it;
        let good = book("Port A").price(300).put(&it.shop).await;
        let sold = book("Port B").price(300).put(&it.shop).await;
        it.catch_up().await;
        let now = it.shop.app.clock.now();
        it.shop.app.db.transaction(async |tx| {
            Ratings::record(&tx, good, None, Some(45)).await?;
            Sales::record(&tx, sold, now, 7).await
        }).await.unwrap();
        it.catch_up().await;
        assert_eq!(it.titles("q=port&sort=rating").await, ["Port A", "Port B"]);
        assert_eq!(it.titles("q=port&sort=best_selling").await, ["Port B", "Port A"]);
        assert_eq!(it.titles("q=port&min_rating=4").await, ["Port A"]);
        assert_eq!(it.titles("q=port&min_rating=4.6").await, Vec::<String>::new());
    }

    async fn wrong_parameters_are_told(it: Searched) {
        let long = "a".repeat(201);
        for (query, code) in [
            (format!("q={long}"), "too_long"),
            ("q=a&min_rating=6".to_owned(), "out_of_range"),
            ("q=a&colour=red".to_owned(), "unknown_field"),
            ("q=a&sort=colour".to_owned(), "invalid"),
            ("q=a&cursor=bm9uZQ".to_owned(), "invalid_cursor"),
        ] {
            let answer = it.shop.get(&format!("/api/v1/search?{query}")).await;
            assert_eq!(answer.status(), 422, "{query}");
            assert!(answer.text().contains(code), "{query}: {}", answer.text());
        }
        let longest = "a".repeat(200);
        assert_eq!(it.shop.get(&format!("/api/v1/search?q={longest}")).await.status(), 200);
    }
}
