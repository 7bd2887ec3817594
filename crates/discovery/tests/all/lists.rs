//! What is new and what is free can be narrowed and sorted as a genre can.

use kernel::Language;
use testing::{TestResponse, book, on_both_databases, shared_data};

use crate::site;

/// The titles that the page shows, of those that are asked about, in its order.
fn shown<'a>(page: &TestResponse, titles: &[&'a str]) -> Vec<&'a str> {
    let mut found: Vec<_> =
        titles.iter().filter_map(|title| Some((page.text().find(&format!(">{title}<"))?, *title))).collect();
    found.sort_unstable();
    found.into_iter().map(|(_, title)| title).collect()
}

on_both_databases! {
    in site();

    async fn what_is_new_can_be_narrowed_and_sorted(shop: TestApp) {
        book("Zinc").price(300).age_in_days(3).put(&shop).await;
        book("Atlas").price(100).age_in_days(2).file(shared_data("epub/trees.epub")).put(&shop).await;
        book("Miel").price(0).age_in_days(1).in_language(Language::ARABIC).put(&shop).await;
        for (query, titles) in [
            ("", vec!["Miel", "Atlas", "Zinc"]),
            ("?sort=title", vec!["Atlas", "Miel", "Zinc"]),
            ("?sort=price_desc", vec!["Zinc", "Atlas", "Miel"]),
            ("?sort=series", vec!["Miel", "Atlas", "Zinc"]),
            ("?language=fr", vec!["Atlas", "Zinc"]),
            ("?format=epub", vec!["Atlas"]),
            ("?price=free", vec!["Miel"]),
            ("?language=ar&price=paid", vec![]),
        ] {
            let page = shop.get(&format!("/fr/new{query}")).await;
            assert_eq!(page.status(), 200, "{query}");
            assert_eq!(shown(&page, &["Atlas", "Miel", "Zinc"]), titles, "{query}: {}", page.text());
            assert_eq!(page.text().contains("noindex"), !query.is_empty(), "{query}");
        }
        assert!(shop.get("/fr/new?language=ar").await.text().contains("aria-current=\"page\""), "the rail stays");
    }

    async fn a_book_is_called_new_up_to_its_thirtieth_day(shop: TestApp) {
        book("Zinc").age_in_days(31).put(&shop).await;
        book("Atlas").age_in_days(30).put(&shop).await;
        let called_new = async || shop.get("/fr/new").await.text().matches(">Nouveau<").count();
        assert_eq!(called_new().await, 1);
        shop.advance(24 * 60 * 60 - 1);
        assert_eq!(called_new().await, 1, "the thirtieth day has not ended");
        shop.advance(1);
        assert_eq!(called_new().await, 0);
    }

    async fn what_is_free_asks_for_no_price(shop: TestApp) {
        book("Zinc").price(300).put(&shop).await;
        book("Atlas").price(0).put(&shop).await;
        book("Miel").price(0).in_language(Language::ARABIC).put(&shop).await;
        for (query, titles) in [
            ("?sort=title", vec!["Atlas", "Miel"]),
            ("?language=ar", vec!["Miel"]),
            ("?price=paid&sort=title", vec!["Atlas", "Miel"]),
        ] {
            let page = shop.get(&format!("/fr/free{query}")).await;
            assert_eq!(shown(&page, &["Atlas", "Miel", "Zinc"]), titles, "{query}: {}", page.text());
            assert!(!page.text().contains("name=\"price\"") && !page.text().contains("price_asc"), "{query}");
        }
    }

    async fn a_narrowed_list_goes_on_as_it_began(shop: TestApp) {
        for title in ["Atlas", "Miel", "Zinc"] {
            book(title).put(&shop).await;
        }
        book("Bleu").in_language(Language::ARABIC).put(&shop).await;
        let first = shop.get("/fr/new?language=fr&sort=title&limit=2").await;
        assert_eq!(shown(&first, &["Atlas", "Bleu", "Miel", "Zinc"]), ["Atlas", "Miel"]);
        let start = first.text().find("/fr/new?language=fr&amp;sort=title&amp;cursor=").unwrap_or_else(|| panic!("{}", first.text()));
        let address = first.text()[start..].split('"').next().unwrap_or_default().replace("&amp;", "&");
        let rest = shop.get_with(&address, &[("hx-request", "true")]).await;
        assert_eq!(shown(&rest, &["Atlas", "Bleu", "Miel", "Zinc"]), ["Zinc"]);
        assert!(!rest.text().contains("<html"), "{}", rest.text());
        assert_eq!(shop.get("/fr/new?cursor=x").await.status(), 422);
    }

    async fn a_shop_without_books_says_so(shop: TestApp) {
        assert!(shop.get("/fr/free").await.text().contains("Aucun livre n’est gratuit en ce moment."));
        assert!(shop.get("/fr/new?language=fr").await.text().contains("Aucun livre ne correspond à ces filtres."));
    }
}
