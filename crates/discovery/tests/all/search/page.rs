//! The page of the search, without JavaScript.

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
}
