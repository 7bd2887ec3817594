//! Shelves of the shop's own: what they are called, what stands on them, when and in which languages.

use catalogue::edit::{NameOf, names as known};
use db::{Query, sql};
use serde_json::{Value, json};
use testing::{Program, TestApp, book, on_both_databases};

use super::{DAY, day, editor, names, on_shelf, shelf, shown, wrong};
use crate::site;

/// A shelf with these values; its name.
async fn made(edith: &Program, body: Value) -> String {
    let made = edith.post("/admin/home/shelves", body).await;
    assert_eq!(made.status(), 201, "{}", made.text());
    names(&made.json())[0].to_owned()
}

fn titles() -> Value {
    json!([{ "locale": "fr", "text": "Noël" }, { "locale": "ar", "text": "العيد" }, { "locale": "en", "text": "", "shown": false }])
}

/// The key of somebody or something by its name.
async fn key(shop: &TestApp, of: NameOf, name: &str) -> i64 {
    known(&shop.app.db, of, name).await.unwrap()[0].id
}

on_both_databases! {
    in site();

    async fn a_shelf_is_shown_in_its_languages_on_its_days_with_its_books_in_their_order(shop: TestApp) {
        let (one, two) = (book("Zinc").put(&shop).await, book("Atlas").put(&shop).await);
        let edith = editor(&shop).await;
        let name = made(&edith, json!({ "titles": titles(), "from": day(&shop, 1), "until": day(&shop, 2) })).await;
        let path = format!("/admin/home/shelves/{name}");
        let placed = json!({ "books": [{ "id": two }, { "id": one, "until": day(&shop, 1) }] });
        assert_eq!(edith.put(&format!("{path}/books"), placed).await.status(), 200);
        let ids = [name.as_str(), "new"];
        assert_eq!(shown(&shop.get("/fr/").await, &ids), ["new"], "not yet");
        shop.advance(DAY);
        let page = shop.get("/fr/").await;
        assert_eq!(shown(&page, &ids), [name.as_str(), "new"], "it appears by itself, on top");
        assert!(page.text().contains("Noël"));
        assert_eq!(on_shelf(&page, &name, &["Zinc", "Atlas"]), ["Atlas", "Zinc"]);
        assert!(shop.get("/ar/").await.text().contains("العيد"));
        assert_eq!(shown(&shop.get("/en/").await, &ids), ["new"], "not in English");
        shop.advance(DAY);
        assert_eq!(on_shelf(&shop.get("/fr/").await, &name, &["Zinc", "Atlas"]), ["Atlas"], "its day is over");
        shop.advance(DAY);
        assert_eq!(shown(&shop.get("/fr/").await, &ids), ["new"]);
        let edith = shop.sign_in("edith").await;
        let forever = edith.patch(&path, json!({ "until": null })).await;
        assert_eq!(forever.status(), 200, "{}", forever.text());
        assert_eq!(shown(&shop.get("/fr/").await, &ids), [name.as_str(), "new"]);
        assert_eq!(edith.delete(&path).await.status(), 200);
        assert_eq!(shown(&shop.get("/fr/").await, &ids), ["new"]);
    }

    async fn what_is_withdrawn_or_deleted_leaves_a_shelf_by_itself(shop: TestApp) {
        let (one, two) = (book("Zinc").put(&shop).await, book("Atlas").put(&shop).await);
        let edith = editor(&shop).await;
        let name = made(&edith, json!({ "titles": titles() })).await;
        let path = format!("/admin/home/shelves/{name}/books");
        edith.put(&path, json!({ "books": [{ "id": one }, { "id": two }] })).await;
        edith.patch(&format!("/admin/books/{one}"), json!({ "status": "withdrawn" })).await;
        assert_eq!(on_shelf(&shop.get("/fr/").await, &name, &["Zinc", "Atlas"]), ["Atlas"]);
        edith.patch(&format!("/admin/books/{one}"), json!({ "status": "published" })).await;
        assert_eq!(on_shelf(&shop.get("/fr/").await, &name, &["Zinc", "Atlas"]), ["Zinc", "Atlas"], "and comes back");
        edith.patch(&format!("/admin/books/{two}"), json!({ "status": "draft" })).await;
        assert_eq!(edith.delete(&format!("/admin/books/{two}")).await.status(), 204);
        let left = edith.get("/admin/home").await.json();
        assert_eq!(left["shelves"][0]["books"].as_array().map(Vec::len), Some(1));
        shop.run_jobs().await;
    }

    async fn a_shelf_is_all_of_a_genre_an_author_a_series_or_a_publisher(shop: TestApp) {
        book("Zinc").genre("Poésie").age_in_days(3).put(&shop).await;
        let in_front = book("Atlas").genre("Poésie").age_in_days(9).put(&shop).await;
        book("Delta").genre("Poésie").age_in_days(6).put(&shop).await;
        let second = book("Comet").by(&["Kateb Yacine"]).put(&shop).await;
        let edith = editor(&shop).await;
        let change = json!({ "publisher": "Barzakh", "series": { "name": "Seas", "number": 2 } });
        edith.patch(&format!("/admin/books/{second}"), change).await;
        let first = book("Breeze").put(&shop).await;
        edith.patch(&format!("/admin/books/{first}"), json!({ "series": { "name": "Seas", "number": 1 } })).await;
        let all = ["Zinc", "Atlas", "Delta", "Comet", "Breeze"];
        let of = async |source: Value| {
            let name = made(&edith, json!({ "titles": titles(), "source": source })).await;
            let page = shop.get("/fr/").await;
            (on_shelf(&page, &name, &all), name)
        };
        let (genre, name) = of(json!({ "kind": "genre", "name": "poesie" })).await;
        assert_eq!(genre, ["Zinc", "Delta", "Atlas"], "the newest first");
        edith.put(&format!("/admin/home/shelves/{name}/books/{in_front}"), json!({})).await;
        let page = shop.get("/fr/").await;
        assert_eq!(on_shelf(&page, &name, &all), ["Atlas", "Zinc", "Delta"]);
        assert!(shelf(&page, &name).contains("/fr/genre/poesie"), "with the way to all of it");
        let author = key(&shop, NameOf::Author, "Kateb").await;
        assert_eq!(of(json!({ "kind": "author", "id": author })).await.0, ["Comet"]);
        assert_eq!(of(json!({ "kind": "series", "name": "seas" })).await.0, ["Breeze", "Comet"], "in its order");
        assert_eq!(of(json!({ "kind": "publisher", "name": "BARZAKH" })).await.0, ["Comet"]);
        let unknown = json!({ "titles": titles(), "source": { "kind": "author", "name": "Nobody" } });
        assert_eq!(wrong(&edith.post("/admin/home/shelves", unknown).await), ["source: unknown"]);
    }

    async fn what_a_shelf_cannot_be_is_told_field_by_field(shop: TestApp) {
        let edith = editor(&shop).await;
        let long = "x".repeat(81);
        for (body, expected) in [
            (json!({ "titles": [{ "locale": "fr", "text": " " }] }), vec!["titles.fr: missing"]),
            (json!({ "titles": [{ "locale": "fr", "text": long }] }), vec!["titles.fr: too_long"]),
            (json!({ "titles": [{ "locale": "fr", "text": "Noël", "shown": false }] }), vec!["locales: missing"]),
            (json!({ "titles": titles(), "from": "tomorrow" }), vec!["from: invalid"]),
            (json!({ "titles": titles(), "from": "2026-12-02", "until": "2026-12-01" }), vec!["until: out_of_range"]),
            (json!({ "titles": titles(), "source": { "kind": "genre" } }), vec!["source: missing"]),
            (json!({ "title": "Noël" }), vec!["title: unknown_field"]),
        ] {
            assert_eq!(wrong(&edith.post("/admin/home/shelves", body.clone()).await), expected, "{body}");
        }
        assert_eq!(edith.get("/admin/home").await.json()["version"], 0, "nothing of it was done");
        for _ in 0..20 {
            made(&edith, json!({ "titles": titles() })).await;
        }
        let one_more = edith.post("/admin/home/shelves", json!({ "titles": titles() })).await;
        assert_eq!(wrong(&one_more), ["titles: too_many"]);
        let rows: (i64,) = shop.app.db.one(sql!("select count(*) from home_versions where version > $1", 0)).await.unwrap();
        assert_eq!(rows.0, 20);
    }
}
