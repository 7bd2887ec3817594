//! `warraq import` of lists.

use std::fs;
use std::path::PathBuf;

use catalogue::import::{Outcome, Policy};
use kernel::{Currency, Money};
use testing::{TestApp, on_both_databases, shared_data};

use crate::site;

async fn import(shop: &TestApp, policy: Policy, path: PathBuf) -> (Outcome, Vec<String>) {
    let mut told = Vec::new();
    let importer = shop.importer(policy);
    importer
        .run(&[path], &mut |line| {
            let Outcome::List { added, published, unchanged, refused } = line.outcome else {
                panic!("{:?}", line.outcome)
            };
            told.push((
                Outcome::List { added, published, unchanged, refused },
                line.notes.iter().map(ToString::to_string).collect::<Vec<_>>(),
            ));
        })
        .await
        .unwrap();
    told.remove(0)
}

const SOLD: Policy = Policy::Publish(Money { amount: 90_000, currency: Currency::DZD });

on_both_databases! {
    in site();

    async fn the_ten_thousand_titles_go_in_as_they_are_and_once(shop: TestApp) {
        let list = shared_data("catalogue/goodbooks-10k-books.csv");
        let (outcome, _) = import(&shop, SOLD, list.clone()).await;
        assert_eq!(outcome, Outcome::List { added: 10_000, published: 0, unchanged: 0, refused: 0 });
        let (outcome, _) = import(&shop, SOLD, list).await;
        assert_eq!(outcome, Outcome::List { added: 0, published: 0, unchanged: 10_000, refused: 0 });
        let first = shop.get("/api/v1/books?sort=title&limit=1&language=ar").await.json();
        assert_eq!(first["items"][0]["language"], "ar");
        let page = shop.get("/en/browse").await;
        assert_eq!(page.status(), 200);
    }

    async fn the_mobile_apps_list_is_read_in_its_own_way(shop: TestApp) {
        let (outcome, notes) = import(&shop, Policy::Draft, shared_data("catalogue/notebook.json")).await;
        assert_eq!((outcome, notes.as_slice()), (Outcome::List { added: 1, published: 0, unchanged: 0, refused: 0 }, &[][..]));
        let id = shop.get("/api/v1/books").await.json()["items"][0]["id"].clone();
        let book = shop.get(&format!("/api/v1/books/{id}")).await.json();
        assert_eq!(book["title"], "The Great Gatsby");
        assert_eq!(book["release_date"], "1925-04-10");
        assert_eq!(book["isbn"], "9780743273565");
        assert_eq!(book["page_count"], serde_json::json!({ "min": 180, "max": 210 }));
        assert_eq!(book["price"]["amount"], 1_299);
        assert_eq!(book["price"]["currency"], "USD");
        assert_eq!(book["formats"], serde_json::json!([]));
        assert_eq!(book["average_rating"], serde_json::Value::Null);
        assert_eq!(book["genres"].as_array().unwrap().len(), 3);
        let page = shop.get(&format!("/fr/book/{id}-the-great-gatsby")).await;
        assert!(page.text().contains("Pas encore disponible"), "a book without a file says so");
    }

    async fn what_a_row_gets_wrong_is_left_out_with_a_word(shop: TestApp) {
        let folder = tempfile::tempdir().unwrap();
        let list = folder.path().join("list.csv");
        fs::write(&list, "Titre,Auteur,ISBN,Prix,Pages\nNedjma,Kateb,123,cher,0\n,Personne,,,\nAtlas bleu,\"A. Un; B. Deux\",,700,210\n").unwrap();
        let (outcome, notes) = import(&shop, Policy::Draft, list).await;
        assert_eq!(outcome, Outcome::List { added: 2, published: 0, unchanged: 0, refused: 1 });
        assert_eq!(notes.len(), 4, "{notes:#?}");
        let books = shop.get("/api/v1/books").await.json();
        let items = books["items"].as_array().unwrap();
        assert_eq!(items.len(), 1, "the row without a price waits as a draft");
        assert_eq!(items[0]["title"], "Atlas bleu");
        assert_eq!(items[0]["authors"].as_array().unwrap().len(), 2);
        assert_eq!(items[0]["price"]["amount"], 70_000);
    }

    async fn a_list_of_a_french_spreadsheet_has_semicolons_and_commas_in_its_prices(shop: TestApp) {
        let folder = tempfile::tempdir().unwrap();
        let list = folder.path().join("list.csv");
        fs::write(&list, "\u{feff}Titre;Auteur;Prix\r\nNedjma;\"Kateb; Un, Deux\";950,50\r\n").unwrap();
        let (outcome, notes) = import(&shop, Policy::Draft, list).await;
        assert_eq!(outcome, Outcome::List { added: 1, published: 0, unchanged: 0, refused: 0 }, "{notes:?}");
        let books = shop.get("/api/v1/books").await.json();
        assert_eq!(books["items"][0]["title"], "Nedjma");
        assert_eq!(books["items"][0]["price"]["amount"], 95_050);
    }

    async fn what_is_no_list_is_refused_as_a_whole(shop: TestApp) {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in [("a.csv", "author,isbn\nx,y\n"), ("b.json", "{\"bookName\": 1}"), ("c.csv", "")] {
            let path = folder.path().join(name);
            fs::write(&path, text).unwrap();
            let mut refused = 0;
            let importer = shop.importer(Policy::Draft);
            importer.run(&[path], &mut |line| refused += usize::from(matches!(line.outcome, Outcome::Refused { .. }))).await.unwrap();
            assert_eq!(refused, 1, "{name}");
        }
    }

    async fn a_draft_gets_the_price_that_its_row_or_the_import_has_now(shop: TestApp) {
        let folder = tempfile::tempdir().unwrap();
        let list = folder.path().join("list.csv");
        fs::write(&list, "title,author,isbn,genre,price\nNedjma,Kateb,9780743273565,Novel,\nAtlas,Un,,Novel,\nSold,Un,,Novel,300\n").unwrap();
        import(&shop, Policy::Draft, list.clone()).await;
        let (outcome, _) = import(&shop, Policy::Draft, list.clone()).await;
        assert_eq!(outcome, Outcome::List { added: 0, published: 0, unchanged: 3, refused: 0 });
        fs::write(&list, "title,author,isbn,genre,price\nNedjma,Kateb,9780743273565,Novel,700\nAtlas,Un,,Novel,\nSold,Un,,Novel,500\n").unwrap();
        let (outcome, _) = import(&shop, Policy::Draft, list.clone()).await;
        assert_eq!(outcome, Outcome::List { added: 0, published: 1, unchanged: 2, refused: 0 });
        let (outcome, _) = import(&shop, SOLD, list.clone()).await;
        assert_eq!(outcome, Outcome::List { added: 0, published: 1, unchanged: 2, refused: 0 });
        let (outcome, _) = import(&shop, SOLD, list).await;
        assert_eq!(outcome, Outcome::List { added: 0, published: 0, unchanged: 3, refused: 0 });
        let books = shop.get("/api/v1/books?sort=title").await.json();
        let priced: Vec<_> = books["items"].as_array().unwrap().iter()
            .map(|book| (book["title"].as_str().unwrap(), book["price"]["amount"].as_i64().unwrap())).collect();
        assert_eq!(priced, [("Atlas", 90_000), ("Nedjma", 70_000), ("Sold", 30_000)]);
        let genre = &shop.get("/api/v1/genres").await.json()["items"][0];
        assert_eq!(genre["book_count"], 3);
        let of_genre = shop.get(&format!("/api/v1/books?genre={}", genre["id"])).await.json();
        assert_eq!(of_genre["items"].as_array().unwrap().len(), 3);
    }

    async fn what_is_wrong_with_a_list_in_json_is_said_in_a_bookseller_s_words(shop: TestApp) {
        let folder = tempfile::tempdir().unwrap();
        let list = folder.path().join("list.json");
        fs::write(&list, r#"[7, {"authorName": "Kateb"}, {"bookName": "Nedjma", "bookPrice": 950, "bookGenres": null}]"#).unwrap();
        let (outcome, notes) = import(&shop, Policy::Draft, list.clone()).await;
        assert_eq!(outcome, Outcome::List { added: 1, published: 0, unchanged: 0, refused: 2 });
        assert_eq!(notes, [r#"book 1 is none: a book is written as {"bookName": "…", …}"#, "book 2 has no title (bookName)"]);
        let books = shop.get("/api/v1/books").await.json();
        assert_eq!(books["items"][0]["price"]["amount"], 95_000, "a number is as good as a text");
        for (text, said) in [("{}", r#"written as [{"bookName": "…", …}, …]"#), ("[\n{", "at line 2, column 1 it cannot be read")] {
            fs::write(&list, text).unwrap();
            let mut told = String::new();
            let importer = shop.importer(Policy::Draft);
            importer.run(std::slice::from_ref(&list), &mut |line| told = format!("{:?}", line.outcome)).await.unwrap();
            assert!(told.replace('\\', "").contains(said), "{told}");
        }
    }
}
