//! Words are found in all of a book by who may read it, and in the sample by others.

use std::collections::HashSet;

use serde_json::Value;
use testing::{Program, TestApp, book, on_both_databases, shared_data};

use crate::{give, site};

async fn find(who: &Program, book: impl std::fmt::Display, query: &str) -> Value {
    who.get(&format!("/books/{book}/search?{query}")).await.json()
}

/// Each thing found as `before[words]after`.
fn quotes(found: &Value) -> Vec<String> {
    let quote = |item: &Value| {
        let text = &item["locator"]["text"];
        let of = |part: &str| text[part].as_str().unwrap().to_owned();
        format!("{}[{}]{}", of("before"), of("highlight"), of("after"))
    };
    found["items"].as_array().unwrap().iter().map(quote).collect()
}

async fn deleted(shop: &TestApp, part: &str) {
    for key in shop.media().await.into_iter().filter(|key| key.ends_with(part)) {
        shop.app.storage.delete(&key).await.unwrap();
    }
}

on_both_databases! {
    in site();

    async fn words_are_found_with_what_stands_around_them(shop: TestApp) {
        let moby = book("Moby").price(0).file(shared_data("epub/moby-dick.epub")).put(&shop).await;
        let found = find(&shop.api(), moby, "q=CALL+ME,+ishmáel").await;
        assert_eq!(found["total"], 1, "{found}");
        assert!(quotes(&found)[0].starts_with("[Call me Ishmael]. Some years ago"), "{found}");
        let item = &found["items"][0];
        assert_eq!(item["chapter"], "Chapter 1. Loomings.");
        assert_eq!((&item["nth"], &found["next_cursor"]), (&Value::from(0), &Value::Null));
        let manifest = shop.api().get(&format!("/books/{moby}/manifest")).await.json();
        let section = &manifest["sections"][usize::try_from(item["section"].as_u64().unwrap()).unwrap()];
        assert_eq!((&section["href"], &section["type"]), (&item["locator"]["href"], &item["locator"]["type"]));
        let locations = &item["locator"]["locations"];
        let (within, total) = (locations["progression"].as_f64().unwrap(), locations["totalProgression"].as_f64().unwrap());
        assert!(within < 0.05 && total > 0.0 && total < 0.1, "{locations}");
    }

    async fn a_list_is_given_in_parts_that_meet(shop: TestApp) {
        let moby = book("Moby").price(0).file(shared_data("epub/moby-dick.epub")).put(&shop).await;
        let whole = find(&shop.api(), moby, "q=white+whale&limit=100").await;
        let total = usize::try_from(whole["total"].as_u64().unwrap()).unwrap();
        assert!((60..200).contains(&total), "{total}");
        let (mut parts, mut query) = (Vec::new(), "q=white+whale&limit=30".to_owned());
        loop {
            let part = find(&shop.api(), moby, &query).await;
            assert_eq!(part["total"], total);
            parts.extend(part["items"].as_array().unwrap().clone());
            let Some(cursor) = part["next_cursor"].as_str() else { break };
            query = format!("q=white+whale&limit=30&cursor={cursor}");
        }
        assert_eq!(parts.len(), total);
        assert_eq!(parts[..whole["items"].as_array().unwrap().len()], *whole["items"].as_array().unwrap());
        let places: HashSet<_> = parts.iter().map(|it| (it["section"].as_u64(), it["nth"].as_u64())).collect();
        assert_eq!(places.len(), total);
    }

    async fn arabic_is_found_without_vowel_signs_and_behind_its_article(shop: TestApp) {
        let id = book("حمية").price(0).file(shared_data("epub/regime-anticancer-arabic.epub")).put(&shop).await;
        let bare = find(&shop.api(), id, "q=سرطان&limit=100").await;
        assert!(quotes(&bare).iter().any(|quote| quote.contains("ال[سرطان]")), "{bare}");
        assert_eq!(find(&shop.api(), id, "q=السّرطان").await["total"], find(&shop.api(), id, "q=السرطان").await["total"]);
        assert!(bare["total"].as_i64() >= find(&shop.api(), id, "q=السرطان").await["total"].as_i64());
    }

    async fn chapters_that_share_a_section_are_not_mistaken_for_one_another(shop: TestApp) {
        let waste = book("Waste").price(0).file(shared_data("epub/wasteland.epub")).put(&shop).await;
        let found = find(&shop.api(), waste, "q=nam+Sibyllam").await;
        assert_eq!((&found["total"], &found["items"][0]["chapter"]), (&Value::from(1), &Value::Null), "{found}");
        let children = book("Children").price(0).file(shared_data("epub/childrens-literature.epub")).put(&shop).await;
        let found = find(&shop.api(), children, "q=fairy+stories").await;
        assert!(found["items"].as_array().unwrap().iter().any(|item| item["chapter"].is_string()), "{found}");
    }

    async fn others_find_what_is_in_the_sample(shop: TestApp) {
        let moby = book("Moby").file(shared_data("epub/moby-dick.epub")).put(&shop).await;
        let (leila, karim) = (shop.reader("leila").await, shop.reader("karim").await);
        give(&shop, &leila, moby).await;
        let last_words = "q=devious-cruising+Rachel";
        assert_eq!(find(&leila, moby, last_words).await["total"], 1);
        for other in [&karim, &shop.api()] {
            assert_eq!(find(other, moby, last_words).await["total"], 0);
            let found = find(other, moby, "q=Ishmael&limit=100").await;
            let all = find(&leila, moby, "q=Ishmael&limit=100").await;
            assert!(found["total"].as_i64() > Some(0) && found["total"].as_i64() < all["total"].as_i64(), "{found}");
            let manifest = other.get(&format!("/books/{moby}/manifest")).await.json();
            let open: HashSet<&str> = (manifest["sections"].as_array().unwrap().iter())
                .filter(|section| section["locked"] == false)
                .map(|section| section["href"].as_str().unwrap())
                .collect();
            for item in found["items"].as_array().unwrap() {
                assert!(open.contains(item["locator"]["href"].as_str().unwrap()), "{item}");
            }
        }
    }

    async fn a_text_that_is_not_there_is_made_again(shop: TestApp) {
        let moby = book("Moby").price(0).file(shared_data("epub/moby-dick.epub")).put(&shop).await;
        let before = find(&shop.api(), moby, "q=harpoon").await;
        assert!(before["total"].as_i64() > Some(0), "{before}");
        deleted(&shop, "text.folded").await;
        deleted(&shop, "text.plain").await;
        assert_eq!(find(&shop.api(), moby, "q=harpoon").await, before);
        assert_eq!(shop.media().await.iter().filter(|key| key.contains("/text.")).count(), 2);
    }

    async fn what_cannot_be_looked_for_is_told(shop: TestApp) {
        let trees = book("Trees").price(0).file(shared_data("epub/trees.epub")).put(&shop).await;
        let page = book("Page").price(0).file(shared_data("pdf/pdflatex-outline.pdf")).put(&shop).await;
        let ask = async |path: String| shop.api().get(&path).await;
        assert_eq!(ask(format!("/books/{trees}/search?q={}", "a".repeat(201))).await.problem(), "q: too_long");
        assert_eq!(ask(format!("/books/{trees}/search?q=a&cursor=x")).await.problem(), "cursor: invalid_cursor");
        assert_eq!(ask(format!("/books/{page}/search?q=a")).await.status(), 404);
        assert_eq!(ask("/books/999/search?q=a".to_owned()).await.status(), 404);
        for nothing in ["", "?q=", "?q=%21%3F"] {
            assert_eq!(ask(format!("/books/{trees}/search{nothing}")).await.json()["total"], 0, "{nothing}");
        }
    }

    async fn a_page_without_scripts_finds_words_and_leads_to_their_chapters(shop: TestApp) {
        let moby = book("Moby").price(0).file(shared_data("epub/moby-dick.epub")).put(&shop).await;
        let chapter = shop.get(&format!("/en/read/{moby}/ch/1")).await;
        assert!(chapter.text().contains(&format!("action=\"/en/read/{moby}/find\"")), "{}", chapter.text());
        let page = shop.get(&format!("/en/read/{moby}/find?q=white+whale&limit=30")).await;
        assert_eq!(page.status(), 200);
        assert!(page.text().contains("<mark>White Whale</mark>") && page.text().contains("cursor="), "{}", page.text());
        let link = page.text().split("passages__link\" href=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        assert_eq!(shop.get(&link).await.status(), 200, "{link}");
        let none = shop.get(&format!("/fr/read/{moby}/find?q=xyzzy")).await;
        assert!(none.text().contains("xyzzy") && none.text().contains("n’est pas dans le livre"), "{}", none.text());
    }
}
