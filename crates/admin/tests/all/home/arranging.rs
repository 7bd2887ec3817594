//! The order of the shelves, and which are hidden.

use catalogue::Sales;
use http::Method;
use serde_json::json;
use testing::{book, on_both_databases};
use web::Role;

use super::{editor, if_match, names, on_shelf, shelf, shown, wrong};
use crate::site;

const ALL: [&str; 4] = ["picks", "new", "best", "genres"];

on_both_databases! {
    in site();

    async fn shelves_are_put_in_order_and_hidden_and_the_front_page_follows(shop: TestApp) {
        book("Zinc").genre("Poésie").put(&shop).await;
        let edith = editor(&shop).await;
        let page = edith.get("/admin/home").await.json();
        assert_eq!(names(&page), ["for_you", "new", "best", "liked", "genres", "picks", "viewed"]);
        assert_eq!(page["version"], 0, "nobody arranged anything yet");
        assert_eq!(shown(&shop.get("/fr/").await, &ALL), ["new", "genres"]);
        let ordered = edith.put("/admin/home/order", json!({ "shelves": ["genres", "new"], "version": 0 })).await;
        assert_eq!(ordered.status(), 200, "{}", ordered.text());
        assert_eq!(names(&ordered.json()), ["genres", "new", "for_you", "best", "liked", "picks", "viewed"]);
        assert_eq!(shown(&shop.get("/fr/").await, &ALL), ["genres", "new"]);
        let hidden = edith.patch("/admin/home/shelves/genres", json!({ "hidden": true })).await.json();
        assert_eq!((&hidden["version"], &hidden["shelves"][0]["hidden"]), (&json!(2), &json!(true)));
        assert_eq!(shown(&shop.get("/fr/").await, &ALL), ["new"]);
        edith.patch("/admin/home/shelves/genres", json!({ "hidden": false })).await;
        assert_eq!(shown(&shop.get("/ar/").await, &ALL), ["genres", "new"]);
        assert_eq!(edith.patch("/admin/home/shelves/genres", json!({ "hidden": false })).await.json()["version"], 3);
        assert_eq!(wrong(&edith.put("/admin/home/order", json!({ "shelves": ["nothing"] })).await), ["order: unknown"]);
        assert_eq!(edith.patch("/admin/home/shelves/nothing", json!({})).await.status(), 404);
        let renamed = json!({ "titles": [{ "locale": "fr", "text": "Ventes" }] });
        let refused = edith.patch("/admin/home/shelves/best", renamed).await;
        assert_eq!((refused.status(), refused.problem().as_str()), (409, "not_for_this_shelf"));
        assert_eq!(edith.delete("/admin/home/shelves/best").await.status(), 409);
    }

    async fn a_book_in_front_stands_before_the_others_and_among_best_sellers_without_a_rank(shop: TestApp) {
        let (sold, other) = (book("Zinc").put(&shop).await, book("Atlas").put(&shop).await);
        let record = async |tx| {
            Sales::record(&tx, sold, shop.app.clock.now(), 3).await?;
            Sales::record(&tx, other, shop.app.clock.now(), 1).await
        };
        shop.app.db.transaction(record).await.unwrap();
        shop.run_scheduled("discovery.best_sellers").await;
        let third = book("Comet").put(&shop).await;
        let edith = editor(&shop).await;
        let titles = ["Zinc", "Atlas", "Comet"];
        let page = shop.get("/en/").await;
        assert_eq!(on_shelf(&page, "best", &titles), ["Zinc", "Atlas"]);
        let ranks = |page: &testing::TestResponse| shelf(page, "best").matches("rank").count();
        let both = ranks(&page);
        for name in ["best", "new"] {
            let pinned = edith.put(&format!("/admin/home/shelves/{name}/books/{third}"), json!({})).await;
            assert_eq!(pinned.status(), 200, "{}", pinned.text());
        }
        edith.put(&format!("/admin/home/shelves/new/books/{sold}"), json!({})).await;
        let page = shop.get("/en/").await;
        assert_eq!(on_shelf(&page, "best", &titles), ["Comet", "Zinc", "Atlas"]);
        assert_eq!(ranks(&page), both, "what was not sold there carries none");
        assert_eq!(on_shelf(&page, "new", &titles), ["Zinc", "Comet", "Atlas"], "each stands there once");
        let refused = edith.put(&format!("/admin/home/shelves/for_you/books/{third}"), json!({})).await;
        assert_eq!((refused.status(), refused.problem().as_str()), (409, "not_for_this_shelf"));
        assert_eq!(edith.delete(&format!("/admin/home/shelves/best/books/{third}")).await.status(), 200);
        assert_eq!(on_shelf(&shop.get("/en/").await, "best", &titles), ["Zinc", "Atlas"]);
        assert_eq!(edith.delete(&format!("/admin/home/shelves/best/books/{third}")).await.status(), 404);
        assert_eq!(wrong(&edith.put("/admin/home/shelves/best/books/999999", json!({})).await), ["books: unknown"]);
    }

    async fn a_pick_in_front_is_shown_to_visitors_and_not_to_whoever_has_it(shop: TestApp) {
        let pick = book("Comet").price(0).put(&shop).await;
        let edith = editor(&shop).await;
        edith.put(&format!("/admin/home/shelves/picks/books/{pick}"), json!({})).await;
        assert_eq!(on_shelf(&shop.get("/en/").await, "picks", &["Comet"]), ["Comet"]);
        // Without recommendations the picks stand in the place of those, once, wherever their own shelf is.
        edith.put("/admin/home/order", json!({ "shelves": ["picks", "new", "for_you"] })).await;
        assert_eq!(shown(&shop.get("/en/").await, &ALL), ["picks", "new"]);
        assert_eq!(shop.get("/en/").await.text().matches("id=\"picks-title\"").count(), 1);
        edith.patch("/admin/home/shelves/picks", json!({ "hidden": true })).await;
        assert_eq!(shown(&shop.get("/en/").await, &ALL), ["new"]);
    }

    async fn of_two_who_arrange_the_page_the_second_is_told_of_the_first(shop: TestApp) {
        let (edith, amina) = (editor(&shop).await, shop.person("amina", Role::Admin).await);
        let read = edith.get("/admin/home").await;
        let (etag, version) = (read.header("etag").to_owned(), read.json()["version"].clone());
        let order = json!({ "shelves": ["best"], "version": version });
        assert_eq!(amina.put("/admin/home/order", order.clone()).await.status(), 200);
        let late = edith.put("/admin/home/order", order).await;
        assert_eq!((late.status(), late.problem().as_str()), (409, "changed_meanwhile"));
        assert!(late.text().contains("amina"), "{}", late.text());
        let stale = if_match(&shop, &edith, Method::DELETE, "/admin/home/shelves/best", &etag).await;
        assert_eq!(stale.status(), 412);
        // Whoever does not mind may.
        assert_eq!(edith.put("/admin/home/order", json!({ "shelves": ["new"] })).await.status(), 200);
    }
}
