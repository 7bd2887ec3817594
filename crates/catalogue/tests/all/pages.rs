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
            for path in [format!("book/{id}-le-passeur-dencre"), "browse".into(), "authors".into(), "series".into(), "publishers".into(), "language/fr".into(), "genre/roman".into(), "author/1-lina-haddad".into(), "publisher/1-port".into(), "series/1-quais".into()] {
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

    async fn a_description_that_is_cut_behind_a_full_stop_ends_in_three_dots(shop: TestApp) {
        let long = "x".repeat(200);
        for (number, (said, cut)) in [("Un récit de mer.", "Un récit de mer…"), ("Quoi ?", "Quoi ?…"), ("حكاية بحر،", "حكاية بحر…")].into_iter().enumerate() {
            let id = book(&format!("Zinc {number}")).with(|book| book.description = format!("{said} {long}")).put(&shop).await;
            let page = shop.get(&format!("/fr/book/{id}-zinc-{number}")).await;
            assert!(page.text().contains(&format!("<meta name=\"description\" content=\"{cut}\"")), "{}", page.text());
        }
    }

    async fn browsing_leads_to_every_genre_language_series_author_and_publisher(shop: TestApp) {
        let with = |title: &str, language: Language, name: &'static str| {
            book(title).genre("Roman").in_language(language).with(move |book| {
                book.publisher = Some(format!("Port {name}"));
                book.series = Some((format!("Quais {name}"), None));
            })
        };
        with("A", Language::FRENCH, "est").put(&shop).await;
        with("C", "ja".parse().unwrap(), "ouest").put(&shop).await;
        with("B", Language::ARABIC, "est").put(&shop).await;
        let page = shop.get("/fr/browse").await;
        let text = page.text();
        for link in ["genre/roman", "language/ar", "language/fr", "language/ja", "series/1-quais-est", "series/2-quais-ouest", "series", "author/1-lina-haddad", "authors", "publisher/1-port-est", "publisher/2-port-ouest", "publishers"] {
            assert!(text.contains(&format!("href=\"/fr/{link}\"")), "{link}: {text}");
        }
        assert!(!text.contains("/language/en"), "no book is in English");
        let at = |tag: &str| text.find(&format!("/language/{tag}")).unwrap();
        assert!(at("ar") < at("fr") && at("fr") < at("ja"));
    }

    async fn a_genre_is_shown_by_the_covers_of_its_three_newest_books(shop: TestApp) {
        let oldest = book("Livre 4").genre("Roman").age_in_days(4).put(&shop).await;
        let mut newest = Vec::new();
        for age in 1..=3 {
            newest.push(book(&format!("Livre {age}")).genre("Roman").age_in_days(age).put(&shop).await);
        }
        let other = book("Vers").genre("Poésie").put(&shop).await;
        let page = shop.get("/fr/browse").await;
        let tile = page.text().split("href=\"/fr/genre/roman\"").nth(1).unwrap().split("</a>").next().unwrap();
        let at = |id| tile.find(&format!("/covers/{id}/"));
        let places: Vec<usize> = newest.into_iter().map(|id| at(id).unwrap()).collect();
        assert!(places.is_sorted(), "the newest lies in front: {tile}");
        assert!(at(oldest).is_none() && at(other).is_none(), "{tile}");
    }

    async fn an_index_goes_on_behind_the_last_name_it_gave(shop: TestApp) {
        for number in [3, 1, 2] {
            book(&format!("Livre {number}")).with(|book| {
                book.publisher = Some(format!("Éditions {number}"));
                book.series = Some((format!("Série {number}"), None));
            }).put(&shop).await;
        }
        for (path, names) in [("publishers", ["Éditions 1", "Éditions 2", "Éditions 3"]), ("series", ["Série 1", "Série 2", "Série 3"])] {
            let first = shop.get(&format!("/fr/{path}?limit=2")).await;
            let text = first.text();
            let at = |name: &str| text.find(&format!("<bdi>{name}</bdi>"));
            assert!(at(names[0]).unwrap() < at(names[1]).unwrap() && at(names[2]).is_none(), "{text}");
            let more = format!("href=\"/fr/{path}?cursor=");
            let cursor = text.split(&more).nth(1).unwrap().split('"').next().unwrap();
            let rest = shop.get_with(&format!("/fr/{path}?cursor={cursor}"), &[("hx-request", "true")]).await;
            assert!(!rest.text().contains("<html") && !rest.text().contains(names[1]) && rest.text().contains(names[2]), "{}", rest.text());
            assert!(!rest.text().contains(&more), "the list ends");
            assert_eq!(shop.get(&format!("/fr/{path}?cursor=x")).await.status(), 422);
        }
    }

    async fn a_language_has_a_page_with_its_books_alone(shop: TestApp) {
        book("Le port").put(&shop).await;
        book("The harbour").in_language(Language::ENGLISH).price(0).put(&shop).await;
        let page = shop.get("/fr/language/en").await;
        assert!(page.text().contains("The harbour") && !page.text().contains("Le port"), "{}", page.text());
        assert!(!page.text().contains("name=\"language\""), "what the page is about is not asked for again");
        let other = shop.get("/fr/language/en?language=fr").await;
        assert!(other.text().contains("The harbour") && !other.text().contains("Le port"), "{}", other.text());
        assert!(!shop.get("/fr/language/en?price=paid").await.text().contains("The harbour"));
        let long = shop.get("/fr/language/eng").await;
        assert_eq!((long.status(), long.header("location")), (301, "/fr/language/en"));
        for nothing in ["ja", "englisch", "1"] {
            assert_eq!(shop.get(&format!("/fr/language/{nothing}")).await.status(), 404, "{nothing}");
        }
    }

    async fn a_books_page_says_where_the_book_stands(shop: TestApp) {
        let id = book("Atlas bleu").genre("Roman").put(&shop).await;
        let text = shop.get(&format!("/fr/book/{id}-atlas-bleu")).await.text().to_owned();
        let crumbs = text.split("class=\"breadcrumb\"").nth(1).unwrap().split("</nav>").next().unwrap();
        let at = |part: &str| crumbs.find(part).unwrap_or_else(|| panic!("{part}: {crumbs}"));
        assert!(at("/fr/browse") < at("/fr/genre/roman") && at("/fr/genre/roman") < at("Atlas bleu"));
    }

    async fn a_list_that_is_seen_at_a_glance_has_nothing_to_narrow_it_until_it_is_narrowed(shop: TestApp) {
        for number in 1..=6 {
            book(&format!("Livre {number}")).genre("Roman").put(&shop).await;
        }
        let filters = "name=\"min_rating\"";
        assert!(!shop.get("/fr/genre/roman").await.text().contains(filters), "six books");
        assert!(shop.get("/fr/genre/roman?price=free").await.text().contains(filters), "what narrows it can be taken back");
        book("Livre 7").genre("Roman").put(&shop).await;
        assert!(shop.get("/fr/genre/roman").await.text().contains(filters), "seven books");
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
