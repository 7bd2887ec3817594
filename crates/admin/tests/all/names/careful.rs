//! What is not taken for a name, and what is told of what was done to one.

use axum::body::Body;
use http::{Method, Request};
use serde_json::{Value, json};
use testing::{Program, TestApp, TestResponse, book, on_both_databases};
use web::Role;

use super::{editor, key, titles};
use crate::site;
use crate::till::{page, words};

/// Asks for something to be done only while the name is as it was told with this `ETag`.
async fn if_match(
    shop: &TestApp,
    who: &Program,
    (method, path): (Method, &str),
    etag: &str,
    body: &Value,
) -> TestResponse {
    let request = Request::builder()
        .method(method)
        .uri(format!("/api/v1{path}"))
        .header("authorization", format!("Bearer {}", who.access))
        .header("if-match", etag)
        .header("content-type", "application/json");
    shop.send(request.body(Body::from(body.to_string())).unwrap()).await
}

on_both_databases! {
    in site();

    async fn what_nobody_sees_is_no_name(shop: TestApp) {
        let edith = editor(&shop).await;
        for name in ["\u{200f}", "\u{200b}", "\u{feff} \u{200d}", "\u{2028}"] {
            assert_eq!(edith.post("/admin/authors", json!({"name": name})).await.problem(), "name: missing", "{name:?}");
        }
        let turned = json!({"name": "\u{202e}Kateb\u{200b}", "other_names": ["\u{200e}", "K.\u{2069} Yacine"]});
        let turned = edith.post("/admin/authors", turned).await;
        assert_eq!(turned.status(), 201, "{}", turned.text());
        let turned = turned.json();
        assert_eq!((&turned["name"], &turned["other_names"]), (&json!("Kateb"), &json!(["K. Yacine"])));
        let joined = edith.post("/admin/authors", json!({"name": "علی\u{200c}زاده"})).await.json();
        assert_eq!(joined["name"], "علی\u{200c}زاده");
        shop.run_jobs().await;
    }

    async fn a_genre_without_a_word_for_addresses_is_asked_for_one(shop: TestApp) {
        let edith = editor(&shop).await;
        let browser = shop.browser_of("edith").await;
        for (name, problem, reason) in
            [("📚", "slug: missing", "Enter a word for addresses"), ("123", "slug: invalid", "digits alone")]
        {
            let refused = edith.post("/admin/genres", json!({"name": name})).await;
            assert_eq!(refused.problem(), problem, "{name}");
            let fields = [("name_en", name), ("name_fr", name), ("name_ar", name)];
            let told = browser.post("/en/admin/genres/new", &fields).await;
            assert!(told.status() == 422 && words(&told).contains(reason), "{}", told.text());
        }
        assert_eq!(edith.post("/admin/genres", json!({"name": "📚", "slug": "books"})).await.status(), 201);
        // Lists offer genres by their names.
        assert_eq!(edith.post("/admin/genres", json!({"name": "Roman"})).await.status(), 201);
        let twice = json!({"name": "Novel", "names": {"fr": "roman"}});
        assert_eq!(edith.post("/admin/genres", twice).await.problem(), "names.fr: taken");
    }

    async fn who_saw_a_name_as_it_was_before_neither_removes_merges_nor_parts_it(shop: TestApp) {
        let id = book("One").by(&["Kateb", "Assia"]).put(&shop).await;
        let edith = editor(&shop).await;
        let [kateb, assia] = [key(&edith, "authors", "Kateb").await, key(&edith, "authors", "Assia").await];
        let path = format!("/admin/authors/{kateb}");
        let seen = edith.get(&path).await.header("etag").to_owned();
        assert_eq!(edith.patch(&path, json!({"sort_name": "Yacine"})).await.status(), 200);
        let (merge, split) = (format!("{path}/merge"), format!("{path}/split"));
        let parted = json!({"name": "Other", "book_ids": [id]});
        let (merged, nothing) = (json!({"into": assia}), json!({}));
        for (method, path, body) in
            [(Method::DELETE, &path, &nothing), (Method::POST, &merge, &merged), (Method::POST, &split, &parted)]
        {
            let stale = if_match(&shop, &edith, (method, path.as_str()), &seen, body).await;
            assert_eq!((stale.status(), stale.problem().as_str()), (412, "precondition_failed"), "{path}");
        }
        let now = edith.get(&path).await.header("etag").to_owned();
        assert_eq!(if_match(&shop, &edith, (Method::POST, merge.as_str()), &now, &merged).await.status(), 200);
        shop.run_jobs().await;
    }

    async fn two_that_were_put_together_by_mistake_are_parted_under_the_old_name(shop: TestApp) {
        let one = book("One").by(&["Mohamed Dib"]).put(&shop).await;
        book("Two").by(&["Mohammed Dib"]).put(&shop).await;
        let edith = editor(&shop).await;
        let [from, into] = [key(&edith, "authors", "Mohamed Dib").await, key(&edith, "authors", "Mohammed Dib").await];
        edith.post(&format!("/admin/authors/{from}/merge"), json!({"into": into})).await;
        // Nobody else is entered under what somebody is found by.
        assert_eq!(edith.post("/admin/authors", json!({"name": "mohamed dib"})).await.problem(), "name: taken");
        let split = json!({"name": "Mohamed Dib", "book_ids": [one]});
        let split = edith.post(&format!("/admin/authors/{into}/split"), split).await;
        assert_eq!(split.status(), 200, "{}", split.text());
        let new = split.json()["id"].as_i64().unwrap();
        assert_ne!(new, into);
        assert_eq!(titles(&shop, &format!("author={new}")).await, ["One"]);
        assert_eq!(titles(&shop, &format!("author={into}")).await, ["Two"]);
        assert_eq!(edith.get(&format!("/admin/authors/{into}")).await.json()["other_names"], json!([]));
        shop.run_jobs().await;
    }

    async fn a_form_about_what_was_put_together_meanwhile_leads_to_what_it_is_now(shop: TestApp) {
        book("One").by(&["A. Camus"]).put(&shop).await;
        book("Two").by(&["Albert Camus"]).put(&shop).await;
        shop.account("edith", Role::Editor).await;
        let (edith, api) = (shop.browser_of("edith").await, shop.sign_in("edith").await);
        let [from, into] = [key(&api, "authors", "A. Camus").await, key(&api, "authors", "Albert Camus").await];
        api.post(&format!("/admin/authors/{from}/merge"), json!({"into": into})).await;
        let (now, key) = (format!("/en/admin/authors/{into}"), into.to_string());
        for (rest, fields) in [
            ("", vec![("version", "1"), ("name", "Camus")]),
            ("/merge", vec![("into", key.as_str())]),
            ("/remove", Vec::new()),
            ("/books", vec![("book", "1"), ("name", "Camus")]),
        ] {
            let answer = edith.post(&format!("/en/admin/authors/{from}{rest}"), &fields).await;
            assert_eq!((answer.status(), answer.header("location")), (303, &*now), "{rest}");
            let nobody = edith.post(&format!("/en/admin/authors/999999{rest}"), &fields).await;
            assert_eq!(nobody.status(), 404, "{rest}");
        }
        shop.run_jobs().await;
    }

    async fn the_log_tells_the_names_and_the_titles(shop: TestApp) {
        let id = book("The Lighthouse").by(&["Kateb"]).genre("Travel").put(&shop).await;
        book("Two").genre("Journeys").put(&shop).await;
        let edith = editor(&shop).await;
        let gone = edith.post("/admin/authors", json!({"name": "Nobody At All"})).await.json()["id"].clone();
        assert_eq!(edith.delete(&format!("/admin/authors/{gone}")).await.status(), 204);
        let kateb = key(&edith, "authors", "Kateb").await;
        let split = json!({"name": "Kateb Yacine", "book_ids": [id]});
        assert_eq!(edith.post(&format!("/admin/authors/{kateb}/split"), split).await.status(), 200);
        let [travel, journeys] = [key(&edith, "genres", "Travel").await, key(&edith, "genres", "Journeys").await];
        edith.post(&format!("/admin/genres/{travel}/merge"), json!({"into": journeys})).await;
        shop.account("amina", Role::Admin).await;
        let amina = shop.browser_of("amina").await;
        let told = page(&amina, "/en/admin/audit").await;
        for line in ["Name: Nobody At All → –", "Moved to: Kateb Yacine", "Titles: The Lighthouse", "What was merged into it: Travel"] {
            assert!(told.contains(line), "{line}: {told}");
        }
        // What is empty is not told.
        assert!(!told.contains("Other names:") && !told.contains("Books that had both"), "{told}");
        let log = words(&amina.get("/en/admin/audit?act=name.add").await);
        assert!(log.contains("Name: Nobody At All"), "{log}");
        shop.run_jobs().await;
    }
}
