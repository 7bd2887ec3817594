//! What was changed of the page, and how it is put back.

use serde_json::{Value, json};
use testing::{book, on_both_databases};
use web::Role;

use super::{editor, names};
use crate::site;

fn acts(changes: &Value, field: &str) -> Vec<Value> {
    changes["items"].as_array().into_iter().flatten().map(|change| change[field].clone()).collect()
}

on_both_databases! {
    in site();

    async fn the_page_is_put_back_as_it_was_before_a_change_and_that_too(shop: TestApp) {
        let id = book("Comet").put(&shop).await;
        let gone = book("Zinc").with(|book| book.status = catalogue::Status::Draft).put(&shop).await;
        let edith = editor(&shop).await;
        edith.put("/admin/home/order", json!({ "shelves": ["best"] })).await;
        edith.put(&format!("/admin/home/shelves/best/books/{id}"), json!({})).await;
        edith.put(&format!("/admin/home/shelves/new/books/{gone}"), json!({})).await;
        edith.patch("/admin/home/shelves/new", json!({ "hidden": true })).await;
        let before = edith.get("/admin/home").await.json();
        let changes = edith.get("/admin/home/changes").await.json();
        assert_eq!(acts(&changes, "act"), ["home.hide", "home.pin", "home.pin", "home.move"]);
        assert_eq!(changes["items"][2]["after"]["shelf_books"][0]["title"], "Comet");
        // Before the first change of all: as the program has it.
        let back = edith.post("/admin/home/changes/1/undo", json!({})).await;
        assert_eq!(back.status(), 200, "{}", back.text());
        let page = back.json();
        assert_eq!(names(&page)[..2], ["for_you", "new"]);
        assert_eq!((&page["version"], &page["shelves"][2]["books"]), (&json!(5), &json!([])));
        // What was deleted meanwhile is not missed.
        assert_eq!(edith.delete(&format!("/admin/books/{gone}")).await.status(), 204);
        let again = edith.post("/admin/home/changes/5/undo", json!({})).await.json();
        assert_eq!(names(&again), names(&before));
        assert_eq!(again["shelves"][0]["books"][0]["id"], json!(id));
        assert_eq!(again["shelves"][2]["books"], json!([]));
        assert_eq!(edith.post("/admin/home/changes/99/undo", json!({})).await.status(), 404);
        shop.run_jobs().await;
    }

    async fn each_change_is_written_to_the_audit_log_and_one_that_changes_nothing_is_not(shop: TestApp) {
        let id = book("Comet").put(&shop).await;
        let (edith, amina) = (editor(&shop).await, shop.person("amina", Role::Admin).await);
        edith.put(&format!("/admin/home/shelves/best/books/{id}"), json!({ "until": "2030-01-31" })).await;
        edith.put(&format!("/admin/home/shelves/best/books/{id}"), json!({ "until": "2030-01-31" })).await;
        edith.patch("/admin/home/shelves/best", json!({ "hidden": true })).await;
        let log = amina.get("/admin/audit?subject_kind=home").await.json();
        assert_eq!(acts(&log, "act"), ["home.hide", "home.pin"]);
        assert_eq!(log["items"][0]["before"]["shelf_hidden"], false);
        assert_eq!(log["items"][0]["after"], json!({ "shelf": { "kind": "best" }, "shelf_hidden": true }));
        let told = shop.browser_of("amina").await.get("/en/admin/audit?kind=home").await;
        for words in ["Book pinned", "Comet", "January 2030"] {
            assert!(told.text().contains(words), "{words}");
        }
    }

    async fn versions_that_are_too_old_are_forgotten(shop: TestApp) {
        let edith = editor(&shop).await;
        for turn in 0..102 {
            let hidden = turn % 2 == 0;
            edith.patch("/admin/home/shelves/best", json!({ "hidden": hidden })).await;
        }
        let changes = edith.get("/admin/home/changes?limit=100").await.json();
        assert_eq!(acts(&changes, "version").last(), Some(&json!(3)));
        assert_eq!(acts(&changes, "can_be_put_back").last(), Some(&json!(false)));
        let refused = edith.post("/admin/home/changes/3/undo", json!({})).await;
        assert_eq!((refused.status(), refused.problem().as_str()), (409, "too_old"));
        assert_eq!(edith.post("/admin/home/changes/4/undo", json!({})).await.status(), 200);
    }
}
