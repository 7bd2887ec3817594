//! A book is read by who has it in their library, asked anew for each request; what is free by anybody.

use serde_json::{Value, json};
use testing::{Program, TestResponse, book, on_both_databases, shared_data};

use crate::{give, set_status, site, take};

async fn access(who: &Program, book: impl std::fmt::Display) -> Value {
    who.get(&format!("/books/{book}/manifest")).await.json()["access"].clone()
}

/// The address of the last chapter, below `/api/v1`.
async fn last_chapter(who: &Program, book: impl std::fmt::Display) -> String {
    let manifest = who.get(&format!("/books/{book}/manifest")).await.json();
    let last = manifest["sections"].as_array().unwrap().last().unwrap()["href"].as_str().unwrap().to_owned();
    format!("{}{last}", manifest["base"].as_str().unwrap().trim_start_matches("/api/v1"))
}

fn is_private(answer: &TestResponse) {
    let (caching, varies) = (answer.header("cache-control"), answer.header("vary").to_lowercase());
    assert!(caching.contains("private") || caching.contains("no-store"), "{caching}");
    assert!(varies.contains("authorization") && varies.contains("cookie"), "{varies}");
}

on_both_databases! {
    in site();

    async fn an_owner_reads_all_of_a_book_and_others_its_sample(shop: TestApp) {
        let moby = book("Moby").file(shared_data("epub/moby-dick.epub")).put(&shop).await;
        let (leila, karim) = (shop.reader("leila").await, shop.reader("karim").await);
        give(&shop, &leila, moby).await;
        assert_eq!(access(&leila, moby).await, "owner");
        for other in [&karim, &shop.api()] {
            assert_eq!(access(other, moby).await, "sample");
        }
        let (chapter, file) = (last_chapter(&leila, moby).await, format!("/books/{moby}/files/epub"));
        for path in [&chapter, &file] {
            let answer = leila.get(path).await;
            assert_eq!(answer.status(), 200, "{path}");
            is_private(&answer);
            for other in [&karim, &shop.api()] {
                assert_eq!(other.get(path).await.status(), 403, "{path}");
            }
        }
        is_private(&leila.get(&format!("/books/{moby}/manifest")).await);
    }

    async fn whoever_reads_all_of_a_book_is_told_what_of_it_anybody_may_read(shop: TestApp) {
        let moby = book("Moby").file(shared_data("epub/moby-dick.epub")).file(shared_data("pdf/pdflatex-outline.pdf")).put(&shop).await;
        let leila = shop.reader("leila").await;
        give(&shop, &leila, moby).await;
        let sections = |manifest: &Value| manifest["sections"].as_array().unwrap().clone();
        let path = format!("/books/{moby}/manifest?format=epub");
        let (all, open) = (sections(&leila.get(&path).await.json()), sections(&shop.api().get(&path).await.json()));
        assert_eq!(all.len(), open.len());
        for (whole, sample) in all.iter().zip(&open) {
            let is_open = sample["locked"] == false;
            assert_eq!(sample["sample"], f64::from(u8::from(is_open)), "{sample}");
            let most = if is_open { sample["size"].as_f64().unwrap() / whole["size"].as_f64().unwrap() } else { 0.0 };
            assert!(whole["sample"].as_f64().unwrap() <= most, "{whole} {sample}");
            let is_whole = is_open && whole["href"] == sample["href"];
            assert_eq!(whole["sample"] == 1.0, is_whole, "{whole}");
        }
        assert!(all.iter().any(|section| section["sample"] == 1.0) && all.iter().any(|section| section["sample"] == 0.0));
        let path = format!("/books/{moby}/manifest?format=pdf");
        let (all, open) = (leila.get(&path).await.json(), shop.api().get(&path).await.json());
        assert_eq!((&all["sample_pages"], &open["sample_pages"]), (&open["pages"], &open["pages"]));
        assert!(open["pages"].as_u64() < all["pages"].as_u64(), "{open}");
    }

    async fn what_is_taken_back_is_closed_with_the_next_request(shop: TestApp) {
        let moby = book("Moby").file(shared_data("epub/moby-dick.epub")).put(&shop).await;
        let leila = shop.reader("leila").await;
        give(&shop, &leila, moby).await;
        let chapter = last_chapter(&leila, moby).await;
        assert_eq!(leila.get(&chapter).await.status(), 200);
        take(&shop, &leila, moby).await;
        assert_eq!(leila.get(&chapter).await.status(), 403);
        assert_eq!(leila.get(&format!("/books/{moby}/files/epub")).await.problem(), "not_owned");
        assert_eq!(access(&leila, moby).await, "sample");
    }

    async fn a_free_book_is_open_to_everybody(shop: TestApp) {
        let free = book("Trees").price(0).file(shared_data("epub/trees.epub")).put(&shop).await;
        let leila = shop.reader("leila").await;
        for who in [&leila, &shop.api()] {
            assert_eq!(access(who, free).await, "owner");
            assert_eq!(who.get(&format!("/books/{free}/files/epub")).await.status(), 200);
        }
    }

    async fn what_the_shop_sells_no_more_is_there_for_its_owners_only(shop: TestApp) {
        let moby = book("Moby").file(shared_data("epub/moby-dick.epub")).put(&shop).await;
        let free = book("Trees").price(0).file(shared_data("epub/trees.epub")).put(&shop).await;
        let (leila, karim) = (shop.reader("leila").await, shop.reader("karim").await);
        give(&shop, &leila, moby).await;
        leila.post(&format!("/books/{free}/claim"), json!({})).await;
        let browser = shop.browser_of("leila").await;
        for (id, name) in [(moby, "moby"), (free, "trees")] {
            set_status(&shop, id, "withdrawn").await;
            assert_eq!(access(&leila, id).await, "owner");
            for path in ["", "/manifest", "/files/epub"] {
                let path = format!("/books/{id}{path}");
                assert_eq!((leila.get(&path).await.status(), karim.get(&path).await.status()), (200, 404), "{path}");
                assert_eq!(shop.api().get(&path).await.status(), 404, "{path}");
            }
            let page = format!("/en/book/{id}-{name}");
            assert_eq!(shop.get(&page).await.status(), 404);
            let own = browser.get(&page).await;
            assert!(own.text().contains("This book is no longer sold."), "{}", own.text());
            assert!(own.text().contains(&format!("href=\"/en/read/{id}\"")));
            assert_eq!(browser.get(&format!("/en/read/{id}")).await.status(), 200);
        }
        set_status(&shop, moby, "draft").await;
        assert_eq!(leila.get(&format!("/books/{moby}/manifest")).await.status(), 404);
    }

    async fn the_pages_of_a_reader_open_for_owners(shop: TestApp) {
        let moby = book("Moby").file(shared_data("epub/moby-dick.epub")).put(&shop).await;
        let leila = shop.reader("leila").await;
        let browser = shop.browser_of("leila").await;
        let read = format!("/en/read/{moby}");
        assert_eq!(browser.get(&read).await.header("location"), format!("/en/book/{moby}-moby/sample"));
        give(&shop, &leila, moby).await;
        let opened = browser.get(&read).await;
        assert_eq!(opened.status(), 200);
        // What is kept in the browser is bound to the account; of a sample nothing is kept.
        let account = crate::me(&leila).await;
        assert!(opened.text().contains(&format!("\"reader\":{{\"id\":{account},")), "{}", opened.text());
        assert!(opened.text().contains(&format!("<meta name=\"account\" content=\"{account}\">")));
        let sample = shop.get(&format!("/en/book/{moby}-moby/sample")).await;
        assert!(sample.text().contains("\"reader\":null") && !sample.text().contains("name=\"account\""));
        let page = browser.get(&format!("/en/book/{moby}-moby")).await;
        assert!(page.text().contains(&format!("href=\"{read}\"")) && page.text().contains("In your library"), "{}", page.text());
        let last = format!("{read}/ch/20");
        assert_eq!((browser.get(&last).await.status(), shop.get(&last).await.status()), (200, 404));
    }
}
