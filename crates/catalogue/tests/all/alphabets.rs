//! The order of names and titles: in each language its own letters come first.

use testing::{TestApp, book, on_both_databases};

use crate::site;

/// Books of authors, publishers and series that are called like them; in no order.
const CALLED: [&str; 6] = ["漱石", "Zola", "ليلى", "1984", "Достоевский", "ابن خلدون"];
const IN_FRENCH: [&str; 6] = ["1984", "Zola", "Достоевский", "ابن خلدون", "ليلى", "漱石"];
const IN_ARABIC: [&str; 6] = ["ابن خلدون", "ليلى", "1984", "Zola", "Достоевский", "漱石"];

async fn six(shop: &TestApp) {
    for name in CALLED {
        let named = |book: &mut catalogue::NewBook| {
            book.publisher = Some(name.to_owned());
            book.series = Some((name.to_owned(), None));
        };
        book(name).by(&[name]).with(named).put(shop).await;
    }
}

/// The names of `CALLED` in the order in which a text has them.
fn in_order(text: &str) -> Vec<&'static str> {
    let mut found: Vec<_> =
        CALLED.iter().filter_map(|name| text.find(&format!(">{name}<")).map(|at| (at, *name))).collect();
    found.sort_unstable();
    found.into_iter().map(|(_, name)| name).collect()
}

on_both_databases! {
    in site();

    async fn an_index_begins_with_the_letters_of_its_language_and_every_part_goes_on_behind_the_last(shop: TestApp) {
        six(&shop).await;
        for (locale, order) in [("fr", IN_FRENCH), ("en", IN_FRENCH), ("ar", IN_ARABIC)] {
            for index in ["authors", "publishers", "series"] {
                for limit in [1, 2, 4, 100] {
                    let (mut names, mut cursor) = (Vec::new(), String::new());
                    loop {
                        let part = shop.get(&format!("/{locale}/{index}?limit={limit}{cursor}")).await;
                        assert_eq!(part.status(), 200);
                        names.extend(in_order(part.text()));
                        let more = format!("href=\"/{locale}/{index}?cursor=");
                        let Some(next) = part.text().split(&more).nth(1) else { break };
                        cursor = format!("&cursor={}", next.split('"').next().unwrap());
                    }
                    assert_eq!(names, order, "{locale} {index} {limit}");
                }
            }
        }
    }

    async fn another_language_begins_at_the_front_of_its_own_order(shop: TestApp) {
        six(&shop).await;
        let first = shop.get("/fr/authors?limit=2").await;
        let cursor = first.text().split("/fr/authors?cursor=").nth(1).unwrap().split('"').next().unwrap();
        let second = shop.get(&format!("/fr/authors?limit=2&cursor={cursor}")).await;
        assert!(second.text().contains("href=\"/ar/authors?limit=2\""), "{}", second.text());
    }

    async fn titles_are_in_the_order_of_the_language_that_is_asked_for(shop: TestApp) {
        six(&shop).await;
        for (locale, order) in [("fr", IN_FRENCH), ("ar", IN_ARABIC)] {
            let (mut titles, mut cursor) = (Vec::new(), String::new());
            loop {
                let path = format!("/api/v1/books?sort=title&limit=2{cursor}");
                let part = shop.get_with(&path, &[("accept-language", locale)]).await.json();
                titles.extend(part["items"].as_array().unwrap().iter().map(|book| book["title"].as_str().unwrap().to_owned()));
                let Some(next) = part["next_cursor"].as_str() else { break };
                cursor = format!("&cursor={next}");
            }
            assert_eq!(titles, order, "{locale}");
        }
    }

    async fn a_list_by_title_is_in_the_order_of_its_page_s_language(shop: TestApp) {
        for name in CALLED {
            book(name).genre("Roman").put(&shop).await;
        }
        for (locale, order) in [("fr", IN_FRENCH), ("ar", IN_ARABIC)] {
            let page = shop.get(&format!("/{locale}/genre/roman?sort=title")).await;
            assert_eq!(in_order(page.text()), order, "{locale}");
        }
    }
}
