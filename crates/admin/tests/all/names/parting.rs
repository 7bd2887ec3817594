//! One name that means two is parted; a series is numbered.

use serde_json::json;
use testing::{book, on_both_databases};
use web::Role;

use super::{editor, key, titles};
use crate::site;

on_both_databases! {
    in site();

    async fn the_chosen_books_go_to_a_new_name_and_their_histories_have_it(shop: TestApp) {
        let one = book("One").by(&["John Smith", "Lina Haddad"]).put(&shop).await;
        let two = book("Two").by(&["John Smith"]).put(&shop).await;
        let other = book("Other").by(&["Lina Haddad"]).put(&shop).await;
        let edith = editor(&shop).await;
        let from = key(&edith, "authors", "John Smith").await;
        let path = format!("/admin/authors/{from}/split");
        let split = edith.post(&path, json!({"name": "John Smith (geologist)", "book_ids": [one]})).await;
        assert_eq!(split.status(), 200, "{}", split.text());
        let into = split.json()["id"].as_i64().unwrap();
        assert_eq!(titles(&shop, &format!("author={from}")).await, ["Two"]);
        assert_eq!(titles(&shop, &format!("author={into}")).await, ["One"]);
        let changes = edith.get(&format!("/admin/books/{one}/changes")).await.json();
        assert_eq!(changes["items"][0]["after"]["contributors"][0]["id"], into);
        let undone = edith.post(&format!("/admin/books/{one}/changes/{}/undo", changes["items"][0]["id"]), json!({})).await;
        assert_eq!(undone.status(), 200, "{}", undone.text());
        assert_eq!(titles(&shop, &format!("author={from}")).await, ["One", "Two"]);
        for (body, problem) in [
            (json!({"name": "x", "book_ids": []}), "book_ids: missing"),
            (json!({"name": "x", "book_ids": [two, other]}), "book_ids: unknown"),
            (json!({"name": "x", "book_ids": [999_999]}), "book_ids: unknown"),
            (json!({"name": "JOHN SMITH", "book_ids": [two]}), "name: same"),
            (json!({"book_ids": [two]}), "name: missing"),
            (json!({"into": 999_999, "book_ids": [two]}), "into: unknown"),
        ] {
            assert_eq!(edith.post(&path, body).await.problem(), problem);
        }
        // Nothing of what was refused was done.
        assert_eq!(titles(&shop, &format!("author={from}")).await, ["One", "Two"]);
        let amina = shop.person("amina", Role::Admin).await;
        let log = amina.get("/admin/audit?act=name.split").await.json();
        assert_eq!(log["items"][0]["after"]["books"], json!([one]));
        shop.run_jobs().await;
    }

    async fn every_kind_can_be_parted(shop: TestApp) {
        let id = book("One").genre("Roman").genre("Poésie").with(|book| {
            book.publisher = Some("Barzakh".to_owned());
            book.series = Some(("Seas".to_owned(), Some(2.5)));
        }).put(&shop).await;
        let edith = editor(&shop).await;
        for (kind, name, filter) in
            [("genres", "Roman", "genre"), ("publishers", "Barzakh", "publisher"), ("series", "Seas", "series")]
        {
            let from = key(&edith, kind, name).await;
            let split = edith.post(&format!("/admin/{kind}/{from}/split"), json!({"name": "New", "book_ids": [id]})).await;
            assert_eq!(split.status(), 200, "{kind}: {}", split.text());
            assert_eq!(titles(&shop, &format!("{filter}={}", split.json()["id"])).await, ["One"]);
            assert_eq!(titles(&shop, &format!("{filter}={from}")).await, Vec::<String>::new());
        }
        let whole = shop.get(&format!("/api/v1/books/{id}")).await.json();
        assert_eq!(whole["series"]["number"], 2.5);
        let genres: Vec<_> = whole["genres"].as_array().unwrap().iter().map(|genre| genre["name"].clone()).collect();
        assert_eq!(genres, ["New", "Poésie"]);
        shop.run_jobs().await;
    }

    async fn the_books_of_a_series_are_numbered_on_its_page(shop: TestApp) {
        let with = |number: f64| move |book: &mut catalogue::NewBook| book.series = Some(("Seas".to_owned(), Some(number)));
        let one = book("One").with(with(1.0)).put(&shop).await;
        let two = book("Two").with(with(2.0)).put(&shop).await;
        shop.account("edith", Role::Editor).await;
        let (edith, api) = (shop.browser_of("edith").await, shop.sign_in("edith").await);
        let series = key(&api, "series", "Seas").await;
        let path = format!("/en/admin/series/{series}/numbers");
        let [one, two] = [one, two].map(|id| id.to_string());
        let done = edith.post(&path, &[("book", &one), ("number", "2,5"), ("book", &two), ("number", "")]).await;
        assert_eq!(done.status(), 303, "{}", done.text());
        let number = |id: &str| {
            let (api, id) = (api.clone(), id.to_owned());
            async move { api.get(&format!("/admin/books/{id}")).await.json()["series"]["number"].clone() }
        };
        assert_eq!((number(&one).await, number(&two).await), (json!(2.5), json!(null)));
        for (typed, meant) in [("٣٫٥", 3.5), ("۴", 4.0), ("5.25", 5.25)] {
            assert_eq!(edith.post(&path, &[("book", &one), ("number", typed)]).await.status(), 303, "{typed}");
            assert_eq!(number(&one).await, json!(meant), "{typed}");
        }
        for wrong in ["many", "-1", "1e5", "."] {
            let refused = edith.post(&path, &[("book", &one), ("number", wrong)]).await;
            assert_eq!(refused.status(), 422);
            assert!(refused.text().contains(&format!("value=\"{wrong}\"")), "{wrong} is still there");
        }
        shop.run_jobs().await;
    }
}
