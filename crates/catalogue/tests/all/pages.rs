//! The catalogue's pages, in every language.

use kernel::Language;
use testing::{book, on_both_databases, shared_data};

use crate::site;

on_both_databases! {
    in site();

    async fn every_page_is_shown_in_every_language(shop: TestApp) {
        let id = book("Le Passeur d’encre").genre("Roman").price(0).file(shared_data("epub/trees.epub")).with(|book| {
            book.publisher = Some("Port".to_owned());
            book.series = Some(("Quais".to_owned(), Some(1.0)));
            book.description.push_str("Une histoire.\n\nUne autre.");
        }).put(&shop).await;
        for (l, dir) in [("en", "ltr"), ("fr", "ltr"), ("ar", "rtl")] {
            for path in [format!("book/{id}-le-passeur-dencre"), "browse".into(), "authors".into(), "genre/roman".into(), "author/1-lina-haddad".into(), "publisher/1-port".into(), "series/1-quais".into()] {
                let page = shop.get(&format!("/{l}/{path}")).await;
                assert_eq!(page.status(), 200, "/{l}/{path}");
                assert!(page.text().contains(&format!("<html lang=\"{l}\" dir=\"{dir}\"")), "/{l}/{path}");
                assert!(page.header("content-security-policy").contains("script-src 'self'"), "/{l}/{path}");
                assert!(page.text().contains("hreflang=\"x-default\""), "/{l}/{path}");
            }
        }
    }

    async fn the_id_decides_and_a_wrong_slug_is_put_right(shop: TestApp) {
        let id = book("Atlas bleu").put(&shop).await;
        let page = shop.get(&format!("/fr/book/{id}-wrong?src=mail")).await;
        assert_eq!((page.status(), page.header("location")), (301, format!("/fr/book/{id}-atlas-bleu?src=mail").as_str()));
        assert_eq!(shop.get("/fr/book/99-atlas-bleu").await.status(), 404);
        assert_eq!(shop.get("/fr/book/atlas").await.status(), 404);
    }

    async fn a_books_page_tells_machines_what_it_tells_people(shop: TestApp) {
        let id = book("</script><b>Atlas</b>").price(700).file(shared_data("epub/trees.epub")).in_language(Language::ENGLISH).put(&shop).await;
        let page = shop.get(&format!("/en/book/{id}-script-b-atlas-b")).await;
        assert_eq!(page.status(), 200);
        let text = page.text();
        assert!(!text.contains("</script><b>"), "a title cannot end a script");
        let start = text.find("application/ld+json\">").unwrap() + "application/ld+json\">".len();
        let data: serde_json::Value = serde_json::from_str(&text[start..start + text[start..].find("</script>").unwrap()]).unwrap();
        assert_eq!(data["@type"], "Book");
        assert_eq!(data["workExample"][0]["offers"]["price"], "700.00");
        assert!(text.contains("product:price:amount"));
        assert!(!text.contains("aggregateRating"));
    }

    async fn a_books_page_says_where_the_book_stands(shop: TestApp) {
        let id = book("Atlas bleu").genre("Roman").put(&shop).await;
        let text = shop.get(&format!("/fr/book/{id}-atlas-bleu")).await.text().to_owned();
        let crumbs = text.split("class=\"breadcrumb\"").nth(1).unwrap().split("</nav>").next().unwrap();
        let at = |part: &str| crumbs.find(part).unwrap_or_else(|| panic!("{part}: {crumbs}"));
        assert!(at("/fr/browse") < at("/fr/genre/roman") && at("/fr/genre/roman") < at("Atlas bleu"));
    }

    async fn a_list_shows_its_filters_and_the_way_on(shop: TestApp) {
        for number in 0..30 {
            book(&format!("Book {number}")).genre("Roman").age_in_days(number).put(&shop).await;
        }
        let page = shop.get("/fr/genre/roman?price=paid").await;
        assert!(page.text().contains("rel=\"next\""));
        assert!(page.text().contains("noindex"), "filtered lists are not for search engines");
        let fragment = shop.get_with("/fr/genre/roman", &[("hx-request", "true")]).await;
        assert!(!fragment.text().contains("<html"));
        let none = shop.get("/fr/genre/roman?price=free").await;
        assert!(none.text().contains("Aucun livre ne correspond"));
        assert_eq!(shop.get("/fr/genre/none").await.status(), 404);
        assert_eq!(shop.get("/fr/genre/roman?cursor=x").await.status(), 422);
    }
}
