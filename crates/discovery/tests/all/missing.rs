//! What a page that is not there shows instead.

use testing::{book, on_both_databases};

use crate::shop;

on_both_databases! {
    in shop();

    async fn whoever_comes_to_an_address_without_a_page_is_shown_books(shop: TestApp) {
        let id = book("Atlas bleu").put(&shop).await;
        for path in ["/fr/nothing-here", "/ar/book/99999", "/en/genre/none"] {
            let page = shop.get(path).await;
            assert_eq!(page.status(), 404, "{path}");
            assert!(page.text().contains("id=\"new-title\""), "{path}: {}", page.text());
            assert!(page.text().contains(&format!("/book/{id}-atlas-bleu")), "{path}: {}", page.text());
        }
    }

    async fn programs_and_parts_of_pages_are_told_without_books(shop: TestApp) {
        book("Atlas bleu").put(&shop).await;
        for (path, header) in [("/fr/nothing-here", ("hx-request", "true")), ("/api/v1/nothing-here", ("accept", "text/html"))] {
            let answer = shop.get_with(path, &[header]).await;
            assert_eq!(answer.status(), 404, "{path}");
            assert!(!answer.text().contains("atlas-bleu"), "{path}: {}", answer.text());
        }
    }

    async fn a_shop_without_books_still_says_that_the_page_is_not_there(shop: TestApp) {
        let page = shop.get("/fr/nothing-here").await;
        assert_eq!(page.status(), 404);
        assert!(!page.text().contains("class=\"shelf\""), "{}", page.text());
    }
}
