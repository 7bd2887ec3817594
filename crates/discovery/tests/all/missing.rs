//! What a page that is not there, or not for the reader, shows instead.

use axum::routing::get;
use testing::{book, on_both_databases};
use web::{Capability, Role, Routes, Site};

use crate::shop;

/// The shop with a page that its readers may not open.
fn with_a_closed_page() -> Site {
    let closed = get(async || "").post(async || "");
    shop().pages(Routes::new().needs(Capability::EditCatalogue, "/closed", closed))
}

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

on_both_databases! {
    in with_a_closed_page();

    async fn whoever_may_not_open_a_page_is_told_of_other_accounts_and_shown_books(shop: TestApp) {
        let id = book("Atlas bleu").put(&shop).await;
        shop.account("leila", Role::Reader).await;
        let leila = shop.browser_of("leila").await;
        for (l, words) in [("en", "If you have another one"), ("fr", "Si vous en avez un autre"), ("ar", "إن كان لك حساب آخر")] {
            let page = leila.get(&format!("/{l}/closed")).await;
            let has = |part: &str| assert!(page.text().contains(part), "{part} in {}", page.text());
            assert_eq!(page.status(), 403, "{l}");
            has(words);
            has("error-page__search");
            has(&format!("/book/{id}-atlas-bleu"));
            for way in ["/account", "/", "/browse", "/new"] {
                has(&format!("button--outline\" href=\"/{l}{way}\""));
            }
        }
    }

    async fn a_visitor_is_led_to_sign_in_and_back_to_the_closed_page(shop: TestApp) {
        let answer = shop.get("/fr/closed").await;
        assert_eq!((answer.status(), answer.header("location")), (303, "/fr/sign-in?next=%2Ffr%2Fclosed"));
    }

    async fn a_form_that_may_not_be_sent_is_refused_without_books(shop: TestApp) {
        book("Atlas bleu").put(&shop).await;
        shop.account("leila", Role::Reader).await;
        let refused = shop.browser_of("leila").await.post("/fr/closed", &[]).await;
        assert_eq!(refused.status(), 403);
        assert!(refused.text().contains("Si vous en avez un autre"), "{}", refused.text());
        assert!(!refused.text().contains("atlas-bleu") && !refused.text().contains("error-page__search"), "{}", refused.text());
    }
}
