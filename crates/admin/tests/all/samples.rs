//! How much of a file anybody may read: decided, cut in the background, refused, taken back.

use catalogue::Book;
use kernel::Id;
use serde_json::{Value, json};
use testing::{Program, TestApp, TestResponse, book, on_both_databases, shared_data};
use web::Role;

use crate::site;

const EPUB: &str = "epub/moby-dick.epub";
const PDF: &str = "pdf/pdflatex-4-pages.pdf";

/// What is wrong with the values of a request: `field: code`.
fn wrong(answer: &TestResponse) -> String {
    let json = answer.json();
    assert_eq!(answer.status(), 422, "{json}");
    format!(
        "{}: {}",
        json["errors"][0]["field"].as_str().unwrap(),
        json["errors"][0]["code"].as_str().unwrap()
    )
}

async fn editor(shop: &TestApp) -> Program {
    shop.person("edith", Role::Editor).await
}

/// The sample of a file, as the panel tells it.
async fn sample(who: &Program, id: Id<Book>, format: &str) -> Value {
    let files = who.get(&format!("/admin/books/{id}/files")).await.json();
    let file = files["items"].as_array().unwrap().iter().find(|file| file["format"] == format).cloned();
    file.unwrap_or_else(|| panic!("no {format}: {files}"))["sample"].clone()
}

/// The addresses of the sections of a book that whoever is not signed in may read, and how many there are.
async fn open(shop: &TestApp, id: Id<Book>) -> (Vec<String>, usize) {
    let manifest = shop.get(&format!("/api/v1/books/{id}/manifest?format=epub")).await.json();
    let sections = manifest["sections"].as_array().unwrap_or_else(|| panic!("{manifest}"));
    let base = manifest["base"].as_str().unwrap();
    let open = sections.iter().filter(|section| section["locked"] != true);
    (open.map(|section| format!("{base}{}", section["href"].as_str().unwrap())).collect(), sections.len())
}

on_both_databases! {
    in site();

    async fn a_sample_is_cut_to_another_length_in_the_background_and_the_old_one_stays_until_then(shop: TestApp) {
        let id = book("Moby-Dick").file(shared_data(EPUB)).put(&shop).await;
        let edith = editor(&shop).await;
        let (before, all) = open(&shop, id).await;
        let old = sample(&edith, id, "epub").await;
        assert_eq!((&old["length"], &old["wanted"]), (&json!("usual"), &Value::Null));
        let set = edith.patch(&format!("/admin/books/{id}"), json!({ "sample": { "epub": "through:3" } })).await;
        assert_eq!(set.status(), 200, "{}", set.text());
        assert_eq!(sample(&edith, id, "epub").await["wanted"], "through:3");
        assert_eq!(open(&shop, id).await.0, before, "the old one stays until then");
        for address in &before {
            assert_eq!(shop.get(address).await.status(), 200, "{address}");
        }
        shop.run_jobs().await;
        let new = sample(&edith, id, "epub").await;
        assert_eq!((&new["length"], &new["wanted"]), (&json!("through:3"), &Value::Null));
        let (after, same) = open(&shop, id).await;
        assert_eq!((json!(after.len()), same), (new["open"].clone(), all));
        assert!((1..=3).contains(&after.len()) && after.len() != before.len());
        assert_ne!(after.first(), before.first(), "another version has other addresses");
        for address in &after {
            assert_eq!(shop.get(address).await.status(), 200, "{address}");
        }
        assert_eq!(shop.get(&before[0]).await.status(), 404, "what is gone is told, not broken");
        edith.patch(&format!("/admin/books/{id}"), json!({ "sample": { "epub": "none" } })).await;
        shop.run_jobs().await;
        assert_eq!(open(&shop, id).await.0, Vec::<String>::new());
        assert_eq!(shop.get(&format!("/api/v1/books/{id}")).await.json()["sample"], Value::Null);
    }

    async fn a_change_of_a_sample_stands_in_the_history_and_is_taken_back(shop: TestApp) {
        let id = book("Moby-Dick").file(shared_data(EPUB)).put(&shop).await;
        let (edith, amina) = (editor(&shop).await, shop.person("amina", Role::Admin).await);
        edith.patch(&format!("/admin/books/{id}"), json!({ "sample": { "epub": "percent:20" } })).await;
        shop.run_jobs().await;
        let changes = edith.get(&format!("/admin/books/{id}/changes")).await.json();
        let change = &changes["items"][0];
        assert_eq!((&change["act"], &change["after"]["sample_epub"]), (&json!("book.sample"), &json!("percent:20")));
        let log = amina.get("/admin/audit?subject_kind=book").await.json();
        assert_eq!(log["items"][0]["before"]["sample_epub"], "usual");
        let undone = edith.post(&format!("/admin/books/{id}/changes/{}/undo", change["id"]), json!({})).await;
        assert_eq!(undone.status(), 200, "{}", undone.text());
        shop.run_jobs().await;
        assert_eq!(sample(&edith, id, "epub").await["length"], "usual");
        // The same again is no change.
        edith.patch(&format!("/admin/books/{id}"), json!({ "sample": { "epub": "usual" } })).await;
        assert_eq!(edith.get(&format!("/admin/books/{id}/changes")).await.json()["items"].as_array().map(Vec::len), Some(2));
    }

    async fn the_pages_of_a_pdf_are_counted_and_what_a_sample_cannot_be_is_told(shop: TestApp) {
        let id = book("Four pages").file(shared_data(PDF)).put(&shop).await;
        let edith = editor(&shop).await;
        let path = format!("/admin/books/{id}");
        let of = sample(&edith, id, "pdf").await["of"].as_i64().unwrap();
        for (sample, expected) in [
            (json!({ "pdf": "percent:95" }), "sample.pdf: out_of_range"),
            (json!({ "pdf": format!("through:{of}") }), "sample.pdf: out_of_range"),
            (json!({ "pdf": "half" }), "sample.pdf: invalid"),
            (json!({ "epub": "none" }), "sample.epub: no_file"),
            (json!({ "odt": "none" }), "sample.odt: unknown_field"),
        ] {
            assert_eq!(wrong(&edith.patch(&path, json!({ "sample": sample })).await), expected, "{sample}");
        }
        assert_eq!(edith.patch(&path, json!({ "sample": { "pdf": "through:2" } })).await.status(), 200);
        shop.run_jobs().await;
        let cut = sample(&edith, id, "pdf").await;
        assert_eq!((&cut["open"], &cut["length"]), (&json!(2), &json!("through:2")));
        assert_eq!(shop.get(&format!("/api/v1/books/{id}/sample/pdf")).await.status(), 200);
        edith.patch(&path, json!({ "sample": { "pdf": "none" } })).await;
        shop.run_jobs().await;
        assert_eq!(shop.get(&format!("/api/v1/books/{id}/sample/pdf")).await.status(), 404);
    }

    async fn the_page_of_the_files_offers_the_parts_and_keeps_what_was_typed(shop: TestApp) {
        let id = book("Moby-Dick").file(shared_data(EPUB)).put(&shop).await;
        shop.account("salma", Role::Editor).await;
        let salma = shop.browser_of("salma").await;
        let files = format!("/fr/admin/books/{id}/files");
        let page = salma.get(&files).await;
        assert!(page.text().contains("name=\"through\"") && page.text().contains("Changer l’extrait"), "{}", page.text());
        let send = format!("{files}/epub/sample");
        let refused = salma.post(&send, &[("length", "percent"), ("percent", "99")]).await;
        assert_eq!(refused.status(), 422);
        assert!(refused.text().contains("value=\"99\"") && refused.text().contains("90\u{a0}% au plus"));
        assert_eq!(salma.post(&send, &[]).await.status(), 422);
        for wrong in ["", "0", "-5", "12,5"] {
            let refused = salma.post(&send, &[("length", "percent"), ("percent", wrong)]).await;
            assert!(refused.status() == 422 && refused.text().contains("un nombre entier de 1 à 90"), "{wrong}");
        }
        for right in ["10%", "١٠", "10 ٪"] {
            let done = salma.post(&send, &[("length", "percent"), ("percent", right)]).await;
            assert_eq!(done.status(), 303, "{right}");
        }
        let done = salma.post(&send, &[("length", "through"), ("through", "2")]).await;
        assert_eq!(done.header("location"), files);
        assert!(salma.get(&files).await.text().contains("En préparation"));
        shop.run_jobs().await;
        assert!(!salma.get(&files).await.text().contains("En préparation"));
        assert!(salma.get(&format!("/ar/admin/books/{id}/history")).await.text().contains("حتى الجزء"));
        assert_eq!(salma.post(&format!("{files}/pdf/sample"), &[("length", "none")]).await.status(), 422);
        assert!(salma.get(&files).await.text().contains("Parties dans l’extrait"));
        salma.post(&send, &[("length", "none")]).await;
        shop.run_jobs().await;
        let page = salma.get(&files).await;
        assert!(page.text().contains("<p>Pas d’extrait</p>") && !page.text().contains("Parties dans l’extrait"));
    }
}
