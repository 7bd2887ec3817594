//! The page of the search, without JavaScript.

use axum::body::Body;
use http::Request;
use testing::book;

use super::{on_both, q};

on_both! {
    async fn the_page_shows_what_was_found_with_filters_and_counts(it: Searched) {
        let mut it = it;
        book("Jardin un").by(&["Salima Kaci"]).price(0).put(&it.shop).await;
        book("Jardin deux").by(&["Salima Kaci"]).price(400).put(&it.shop).await;
        it.catch_up().await;
        let page = it.shop.get("/fr/search?q=jardin").await;
        assert_eq!(page.status(), 200);
        for part in ["Jardin un", "Jardin deux", "noindex", "name=\"q\" value=\"jardin\"", "name=\"price\"", "filters__count"] {
            assert!(page.text().contains(part), "{part}: {}", page.text());
        }
        let page = it.shop.get("/fr/search?q=jardin&price=free").await;
        assert!(page.text().contains("Jardin un") && !page.text().contains("Jardin deux"));
        let page = it.shop.get("/fr/search?q=kaci").await;
        assert!(page.text().contains("id=\"authors\""), "{}", page.text());
        let page = it.shop.get("/en/search?q=jardin+un").await;
        assert!(page.text().contains("id=\"best\""));
    }

    async fn what_is_nowhere_leads_somewhere(it: Searched) {
        let mut it = it;
        book("Jardin un").price(400).put(&it.shop).await;
        it.catch_up().await;
        let page = it.shop.get(&format!("/en/search?{}", q("xyzzyx"))).await;
        assert!(page.text().contains("Nothing was found") && page.text().contains("Jardin un"), "{}", page.text());
        let page = it.shop.get(&format!("/en/search?{}&format=pdf", q("jardin"))).await;
        assert!(page.text().contains("Search without filters"), "{}", page.text());
        let page = it.shop.get(&format!("/en/search?{}", q("jradin un"))).await;
        assert!(page.text().contains("Did you mean"), "{}", page.text());
        assert_eq!(it.shop.get("/ar/search").await.status(), 200);
        assert_eq!(it.shop.get(&format!("/ar/search?q={}", "x".repeat(500))).await.status(), 200);
    }

    async fn while_the_index_is_made_the_page_says_so(it: Searched) {
        book("Jardin un").price(400).put(&it.shop).await;
        let page = it.shop.get("/en/search?q=jardin").await;
        assert!(page.text().contains("being prepared") && page.text().contains("Jardin un"), "{}", page.text());
    }

    async fn only_a_search_that_somebody_made_is_remembered(it: Searched) {
        let mut it = it;
        book("Jardin un").price(400).put(&it.shop).await;
        it.catch_up().await;
        let leila = it.shop.reader("leila").await;
        let browser = it.shop.browser_of("leila").await;
        for path in ["/fr/search?q=jardin", "/api/v1/search?q=jardin"] {
            let ahead = Request::get(path).header("sec-purpose", "prefetch").body(Body::empty());
            assert_eq!(browser.send(ahead).await.status(), 200);
            assert_eq!(browser.send(Request::head(path).body(Body::empty())).await.status(), 200);
            assert_eq!(leila.get("/me/searches").await.json()["items"].as_array().map(Vec::len), Some(0), "{path}");
        }
        browser.get("/fr/search?q=jardin").await;
        let kept = leila.get("/me/searches").await;
        assert_eq!(kept.json()["items"].as_array().map(Vec::len), Some(1), "{}", kept.text());
    }

    async fn a_filter_that_leaves_nothing_stays_chosen(it: Searched) {
        let mut it = it;
        book("Jardin un").by(&["Salima Jardin"]).price(400).put(&it.shop).await;
        it.catch_up().await;
        for (filter, option) in [("language=kab", "value=\"kab\""), ("min_rating=4", "value=\"4\"")] {
            let page = it.shop.get(&format!("/fr/search?q=jardin&{filter}")).await;
            assert!(page.text().contains(option), "{filter}: {}", page.text());
            assert!(page.text().contains("Chercher sans filtres") && page.text().contains("id=\"authors\""), "{}", page.text());
        }
    }

    async fn more_stars_than_there_are_narrow_nothing(it: Searched) {
        let mut it = it;
        book("Jardin un").put(&it.shop).await;
        it.catch_up().await;
        for stars in [0, 9] {
            let page = it.shop.get(&format!("/fr/search?q=jardin&min_rating={stars}")).await;
            assert!(page.text().contains("Jardin un"), "{stars}: {}", page.text());
        }
    }

    async fn a_number_or_a_name_has_a_best_match(it: Searched) {
        let mut it = it;
        let isbn = "9780340839935".parse().ok();
        book("Jardin un").by(&["J.K. Kaci"]).with(|new| new.isbn = isbn).put(&it.shop).await;
        book("Jardin deux").by(&["J.K. Kaci"]).put(&it.shop).await;
        it.catch_up().await;
        for typed in ["9780340839935", "ISBN 9780340839935", "jk kaci"] {
            let page = it.shop.get(&format!("/en/search?{}", q(typed))).await;
            assert!(page.text().contains("id=\"best\""), "{typed}: {}", page.text());
        }
        let page = it.shop.get(&format!("/en/search?{}", q("kaci"))).await;
        assert!(!page.text().contains("id=\"best\""));
    }
}
