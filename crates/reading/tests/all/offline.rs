//! What a device fetches to have a book without a connection, and whether it may keep it.

use db::{Query as _, sql};
use serde_json::{Value, json};
use testing::{book, on_both_databases, shared_data};

use crate::{give, me, site, take};

/// The answers' `[id, format, version]`.
fn leases(answer: &Value) -> Vec<(i64, &str, &str)> {
    let all = answer["books"].as_array().unwrap_or_else(|| panic!("{answer}"));
    let words = |lease: &'_ Value, name| lease[name].as_str().unwrap_or_default().len();
    assert!(all.iter().all(|lease| words(lease, "version") > 0), "{answer}");
    all.iter()
        .map(|lease| {
            (
                lease["id"].as_i64().unwrap(),
                lease["format"].as_str().unwrap(),
                lease["version"].as_str().unwrap(),
            )
        })
        .collect()
}

on_both_databases! {
    in site();

    async fn an_owner_is_told_all_that_a_book_is_made_of(shop: TestApp) {
        let moby = book("Moby").file(shared_data("epub/moby-dick.epub")).put(&shop).await;
        let (leila, karim) = (shop.reader("leila").await, shop.reader("karim").await);
        give(&shop, &leila, moby).await;
        let copy = leila.get(&format!("/books/{moby}/offline")).await.json();
        let manifest = leila.get(&format!("/books/{moby}/manifest")).await.json();
        assert_eq!((&copy["version"], &copy["title"], &copy["format"]), (&manifest["version"], &json!("Moby"), &json!("epub")));
        assert_eq!(copy["reader"], me(&leila).await.get());
        let resources = copy["resources"].as_array().unwrap();
        let urls: Vec<&str> = resources.iter().map(|one| one["url"].as_str().unwrap()).collect();
        for section in manifest["sections"].as_array().unwrap() {
            let url = format!("{}{}", manifest["base"].as_str().unwrap(), section["href"].as_str().unwrap());
            assert!(urls.contains(&url.as_str()), "{url} is missing");
        }
        let sum: i64 = resources.iter().map(|one| one["bytes"].as_i64().unwrap()).sum();
        assert_eq!(copy["bytes"], sum);
        let styles = urls.iter().find(|url| url.contains(".css")).unwrap();
        assert_eq!(leila.get(styles.trim_start_matches("/api/v1")).await.status(), 200);

        assert_eq!(karim.get(&format!("/books/{moby}/offline")).await.problem(), "not_owned");
        assert_eq!(shop.api().get(&format!("/books/{moby}/offline")).await.status(), 401);
        assert_eq!(leila.get("/books/999/offline").await.status(), 404);
    }

    async fn of_a_pdf_it_is_the_copy_for_reading(shop: TestApp) {
        let outline = book("Outline").file(shared_data("pdf/pdflatex-outline.pdf")).put(&shop).await;
        let leila = shop.reader("leila").await;
        give(&shop, &leila, outline).await;
        let copy = leila.get(&format!("/books/{outline}/offline?format=pdf")).await.json();
        assert_eq!(copy["resources"][0]["url"], format!("/api/v1/books/{outline}/files/pdf?use=reading"));
        assert_eq!(copy["resources"].as_array().unwrap().len(), 1);
    }

    async fn a_device_keeps_only_what_may_still_be_read(shop: TestApp) {
        let moby = book("Moby").file(shared_data("epub/moby-dick.epub")).put(&shop).await;
        let free = book("Trees").price(0).file(shared_data("epub/trees.epub")).put(&shop).await;
        let (leila, karim) = (shop.reader("leila").await, shop.reader("karim").await);
        give(&shop, &leila, moby).await;
        let path = format!("/me/library/offline?ids={moby},{free},999");
        let answer = leila.get(&path).await.json();
        assert_eq!(answer["reader"], me(&leila).await.get());
        let held: Vec<_> = leases(&answer).iter().map(|(id, format, _)| (*id, (*format).to_owned())).collect();
        assert_eq!(held, [(moby.get(), "epub".to_owned()), (free.get(), "epub".to_owned())]);
        let version = leila.get(&format!("/books/{moby}/manifest")).await.json()["version"].clone();
        assert_eq!(leases(&answer)[0].2, version.as_str().unwrap());
        // Another reader's device holds what is free.
        assert_eq!(leases(&karim.get(&path).await.json()).len(), 1);

        shop.app.db.execute(sql!("update books set status = 'withdrawn' where id in ($1, $2)", moby, free)).await.unwrap();
        assert_eq!(leases(&leila.get(&path).await.json())[0].0, moby.get(), "owners keep what is sold no more");
        take(&shop, &leila, moby).await;
        assert_eq!(leases(&leila.get(&path).await.json()), []);
        assert_eq!(shop.api().get(&path).await.status(), 401);
    }

    async fn the_books_that_are_asked_after_are_numbers(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let many = vec!["1"; 301].join(",");
        for ids in ["", "moby", "1,,2", &many] {
            assert_eq!(leila.get(&format!("/me/library/offline?ids={ids}")).await.status(), 422, "{ids}");
        }
    }
}
