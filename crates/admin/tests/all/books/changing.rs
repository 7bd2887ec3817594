//! Changing a book, and what moves with it.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use serde_json::json;
use testing::{book, on_both_databases};
use web::Role;

use super::{editor, wrong};
use crate::site;

fn png() -> Vec<u8> {
    let picture =
        RgbImage::from_fn(200, 300, |x, _| Rgb(if x < 100 { [220, 20, 20] } else { [20, 20, 220] }));
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(picture).write_to(&mut bytes, ImageFormat::Png).unwrap();
    bytes.into_inner()
}

on_both_databases! {
    in site();

    async fn what_nobody_sees_gets_into_no_title_and_no_name(shop: TestApp) {
        let id = book("The Lighthouse").put(&shop).await;
        let edith = editor(&shop).await;
        let changed = edith.patch(&format!("/admin/books/{id}"), json!({
            "title": "The\u{200b} \u{202e}Sea\u{feff}", "subtitle": "\u{2067}A tale", "authors": ["Assia\u{200f} Djebar"],
            "publisher": "\u{202a}Barzakh", "series": {"name": "Se\u{200b}as", "number": 2},
        })).await;
        assert_eq!(changed.status(), 200, "{}", changed.text());
        let read = shop.get(&format!("/api/v1/books/{id}")).await.json();
        for (said, kept) in [
            (&read["title"], "The Sea"),
            (&read["subtitle"], "A tale"),
            (&read["authors"][0]["name"], "Assia Djebar"),
            (&read["publisher"]["name"], "Barzakh"),
            (&read["series"]["name"], "Seas"),
        ] {
            assert_eq!(said, kept);
        }
        let nothing = edith.patch(&format!("/admin/books/{id}"), json!({ "title": "\u{200b}" })).await;
        assert_eq!(wrong(&nothing), ["title: missing"]);
        shop.run_jobs().await;
    }

    async fn a_change_is_seen_wherever_the_book_is(shop: TestApp) {
        let id = book("The Lighthouse").genre("Roman").genre("Poésie").put(&shop).await;
        let edith = editor(&shop).await;
        let genres = edith.get("/genres").await.json();
        let count = |genres: &serde_json::Value, name: &str| {
            genres["items"].as_array().unwrap().iter().find(|g| g["name"] == name).unwrap()["book_count"].clone()
        };
        assert_eq!(count(&genres, "Roman"), 1);
        let changed = edith.patch(&format!("/admin/books/{id}"), json!({
            "title": "  The   Sea ", "subtitle": "A tale", "description": "One.\r\n\r\n\r\nTwo.",
            "authors": ["Assia Djebar", {"name": "Kateb Yacine"}], "genres": ["Poésie"],
            "publisher": "Barzakh", "series": {"name": "Seas", "number": 2}, "isbn": "0-306-40615-2",
            "language": "en", "release_date": "2024-05", "page_count": {"min": 180, "max": 210},
            "price": {"amount": 120_000, "currency": "DZD"},
        })).await;
        assert_eq!(changed.status(), 200, "{}", changed.text());
        let read = shop.get(&format!("/api/v1/books/{id}")).await.json();
        assert_eq!(read["title"], "The Sea");
        assert_eq!(read["description"], "One.\n\nTwo.");
        assert_eq!(read["isbn"], "9780306406157");
        assert_eq!(read["price"]["amount"], 120_000);
        assert_eq!(read["series"]["number"], 2.0);
        let names: Vec<_> = read["authors"].as_array().unwrap().iter().map(|a| a["name"].as_str().unwrap()).collect();
        assert_eq!(names, ["Assia Djebar", "Kateb Yacine"]);
        let genres = edith.get("/genres").await.json();
        assert_eq!((count(&genres, "Roman"), count(&genres, "Poésie")), (0.into(), 1.into()));
        let card = &shop.get("/api/v1/books?genre=poesie").await.json()["items"][0];
        assert_eq!(card["authors"][0]["name"], "Assia Djebar", "the byline moves along");
        assert_ne!(card["cover"]["small"], genres["items"], "a cover is there");
        let publisher = read["publisher"]["id"].as_i64().unwrap();
        assert_eq!(edith.get(&format!("/publishers/{publisher}")).await.json()["book_count"], 1);
    }

    async fn what_a_book_cannot_be_is_told_field_by_field(shop: TestApp) {
        let taken = book("The Tide").with(|book| book.isbn = "9780306406157".parse().ok()).put(&shop).await;
        let id = book("The Lighthouse").put(&shop).await;
        let edith = editor(&shop).await;
        let path = format!("/admin/books/{id}");
        for (body, expected) in [
            (json!({"prise": 1}), "prise: unknown_field"),
            (json!({"title": " \n "}), "title: missing"),
            (json!({"isbn": "9780306406158"}), "isbn: check_digit"),
            (json!({"isbn": "12"}), "isbn: invalid"),
            (json!({"isbn": "9780306406157"}), "isbn: taken"),
            (json!({"release_date": "May"}), "release_date: invalid"),
            (json!({"price": {"amount": 100, "currency": "EUR"}}), "price.currency: unsupported"),
            (json!({"price": {"amount": -1, "currency": "DZD"}}), "price.amount: out_of_range"),
            (json!({"price": null}), "price: needed"),
            (json!({"authors": [""]}), "authors: missing"),
            (json!({"authors": [999_999]}), "authors: unknown"),
            (json!({"genres": ["No such genre"]}), "genres: unknown"),
            (json!({"contributors": [{"name": "X", "role": "writer"}]}), "contributors: invalid"),
            (json!({"page_count": {"min": 9, "max": 3}}), "page_count: out_of_range"),
            (json!({"series": {"name": "Seas", "number": -1}}), "series.number: out_of_range"),
        ] {
            assert_eq!(wrong(&edith.patch(&path, body.clone()).await), [expected], "{body}");
        }
        let told = edith.patch(&path, json!({"isbn": "9780306406157"})).await;
        assert!(told.text().contains("The Tide"), "{}", told.text());
        assert_eq!(edith.get(&path).await.json()["version"], 1, "nothing of it was done");
        assert_eq!(edith.patch("/admin/books/999999", json!({"title": "X"})).await.status(), 404);
        assert_eq!(edith.patch(&format!("/admin/books/{taken}"), json!({"isbn": null})).await.status(), 200);
        assert_eq!(edith.patch(&path, json!({"isbn": "9780306406157"})).await.status(), 200);
    }

    async fn of_two_who_change_a_book_the_second_is_told_what_the_first_did(shop: TestApp) {
        let id = book("The Lighthouse").put(&shop).await;
        let (edith, amina) = (editor(&shop).await, shop.person("amina", Role::Admin).await);
        let path = format!("/admin/books/{id}");
        let read = edith.get(&path).await;
        let version = read.json()["version"].clone();
        assert_eq!(amina.patch(&path, json!({"title": "The Tower", "version": version})).await.status(), 200);
        let late = edith.patch(&path, json!({"subtitle": "A tale", "version": version})).await;
        assert_eq!((late.status(), late.problem().as_str()), (409, "changed_meanwhile"));
        assert!(late.text().contains("amina") && late.text().contains("Title"), "{}", late.text());
        // Whoever does not mind may.
        assert_eq!(edith.patch(&path, json!({"subtitle": "A tale"})).await.status(), 200);
        assert_eq!(edith.get(&path).await.json()["title"], "The Tower");
    }

    async fn a_change_is_written_to_the_audit_log_and_one_that_changes_nothing_is_not(shop: TestApp) {
        let id = book("The Lighthouse").put(&shop).await;
        let (edith, amina) = (editor(&shop).await, shop.person("amina", Role::Admin).await);
        let path = format!("/admin/books/{id}");
        assert_eq!(edith.patch(&path, json!({"title": "The Lighthouse"})).await.status(), 200);
        let price = json!({"price": {"amount": 50_000, "currency": "DZD"}});
        assert_eq!(edith.patch(&path, price).await.status(), 200);
        assert_eq!(edith.patch(&path, json!({"status": "withdrawn"})).await.status(), 200);
        let log = amina.get("/admin/audit?subject_kind=book").await.json();
        let acts: Vec<_> = log["items"].as_array().unwrap().iter().map(|e| e["act"].as_str().unwrap()).collect();
        assert_eq!(acts, ["book.withdraw", "book.price"]);
        assert_eq!(log["items"][1]["before"]["price"]["amount"], 95_000);
        assert_eq!(log["items"][1]["after"]["price"]["amount"], 50_000);
        assert_eq!(shop.get(&format!("/api/v1/books/{id}")).await.status(), 404);
        let prices = edith.get(&format!("{path}/changes?field=price")).await.json();
        assert_eq!(prices["items"].as_array().unwrap().len(), 1);
    }

    async fn a_book_gets_a_picture_and_a_drawn_one_again(shop: TestApp) {
        let id = book("The Lighthouse").put(&shop).await;
        let edith = editor(&shop).await;
        let path = format!("/admin/books/{id}");
        let drawn = edith.get(&path).await.json()["cover"]["small"].as_str().unwrap().to_owned();
        assert_eq!(shop.get(&drawn).await.status(), 200);
        let given = edith.upload(&format!("{path}/cover"), "cover.png", &png()).await;
        assert_eq!(given.status(), 200, "{}", given.text());
        assert_eq!(given.json()["cover_drawn"], false);
        let own = given.json()["cover"]["small"].as_str().unwrap().to_owned();
        assert_eq!(shop.get(&own).await.status(), 200);
        assert_eq!(shop.get(&drawn).await.status(), 404);
        assert_eq!(wrong(&edith.upload(&format!("{path}/cover"), "cover.png", b"no picture").await), ["file: unsupported"]);
        // The same again changes nothing, and a title that changes draws nothing.
        assert_eq!(edith.upload(&format!("{path}/cover"), "cover.png", &png()).await.status(), 200);
        edith.patch(&path, json!({"title": "The Tower"})).await;
        assert_eq!(shop.get(&own).await.status(), 200);
        catalogue::sweep(&shop.app.db, &shop.app.storage, shop.app.clock.now().plus_seconds(200_000)).await.unwrap();
        assert_eq!(shop.get(&own).await.status(), 200, "what is shown is not swept away");
        assert_eq!(edith.delete(&format!("{path}/cover")).await.status(), 204);
        let again = edith.get(&path).await.json()["cover"]["small"].as_str().unwrap().to_owned();
        assert_ne!(again, drawn, "it says another title");
        assert_eq!(shop.get(&again).await.status(), 200);
        let last = edith.get(&format!("{path}/changes")).await.json()["items"][0]["id"].clone();
        assert_eq!(edith.post(&format!("{path}/changes/{last}/undo"), json!({})).await.status(), 200);
        assert_eq!(shop.get(&own).await.status(), 200, "the picture that was given is there again");
    }
}
