//! A book from its first word to the shop, and out of it again.

use db::{Query as _, sql};
use serde_json::json;
use testing::{book, on_both_databases};

use super::{editor, wrong};
use crate::site;

on_both_databases! {
    in site();

    async fn a_book_is_entered_priced_published_and_withdrawn(shop: TestApp) {
        let edith = editor(&shop).await;
        assert_eq!(wrong(&edith.post("/admin/books", json!({})).await), ["title: missing"]);
        let added = edith.post("/admin/books", json!({"title": "The Lighthouse", "authors": ["Lina Haddad"]})).await;
        assert_eq!(added.status(), 201, "{}", added.text());
        let (id, json) = (added.json()["id"].clone(), added.json());
        assert_eq!((json["status"].as_str(), json["language"].as_str()), (Some("draft"), Some("und")));
        let path = format!("/admin/books/{id}");
        assert_eq!(shop.get(&format!("/api/v1/books/{id}")).await.status(), 404);
        assert_eq!(wrong(&edith.patch(&path, json!({"status": "published"})).await), ["price: needed"]);
        let price = json!({"amount": 95_000, "currency": "DZD"});
        let published = edith.patch(&path, json!({"status": "published", "price": price})).await.json();
        assert_eq!(published["warnings"], json!(["no_file"]));
        assert_eq!(shop.get(&format!("/api/v1/books/{id}")).await.status(), 200);
        let first = published["published_at"].clone();
        assert_eq!(edith.patch(&path, json!({"status": "withdrawn"})).await.status(), 200);
        assert_eq!(shop.get(&format!("/api/v1/books/{id}")).await.status(), 404);
        shop.advance(60);
        let back = edith.patch(&path, json!({"status": "published"})).await.json();
        assert_eq!(back["published_at"], first, "a book that comes back is not new");
        shop.run_jobs().await;
    }

    async fn a_draft_that_nobody_has_can_be_thrown_away(shop: TestApp) {
        let edith = editor(&shop).await;
        let kept = shop.media().await;
        let id = edith.post("/admin/books", json!({"title": "The Lighthouse"})).await.json()["id"].clone();
        let path = format!("/admin/books/{id}");
        let cover = edith.get(&path).await.json()["cover"]["small"].as_str().unwrap().to_owned();
        assert_eq!(shop.get(&cover).await.status(), 200);
        assert!(shop.media().await.len() > kept.len());
        assert_eq!(edith.delete(&path).await.status(), 204);
        assert_eq!(edith.get(&path).await.status(), 404);
        catalogue::sweep(&shop.app.db, &shop.app.storage, shop.app.clock.now()).await.unwrap();
        assert_eq!(shop.media().await, kept);
        assert_eq!(edith.delete(&path).await.status(), 404);
    }

    async fn a_book_that_somebody_has_is_withdrawn_and_nothing_else(shop: TestApp) {
        let id = book("The Lighthouse").put(&shop).await;
        shop.reader("leila").await;
        let edith = editor(&shop).await;
        let path = format!("/admin/books/{id}");
        let not_draft = edith.delete(&path).await;
        assert_eq!((not_draft.status(), not_draft.problem().as_str()), (409, "not_a_draft"));
        shop.app.db.execute(sql!(
            "insert into library_entries (user_id, book_id, source, added_at) /* full scan: a test's two accounts */
             select id, $1, 'given', $2 from users where username = 'leila'",
            id,
            shop.app.clock.now()
        )).await.unwrap();
        let held = edith.patch(&path, json!({"status": "draft"})).await;
        assert_eq!((held.status(), held.problem().as_str()), (409, "held"));
        assert_eq!(edith.patch(&path, json!({"status": "withdrawn"})).await.status(), 200);
    }
}
