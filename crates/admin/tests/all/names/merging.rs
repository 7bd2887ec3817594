//! Two names become one.

use db::{Query as _, sql};
use serde_json::json;
use testing::{TestApp, TestResponse, book, on_both_databases};
use web::Role;

use super::{editor, key, listed, titles};
use crate::site;

/// What is counted, against what is there: the names of what differs.
async fn miscounted(shop: &TestApp) -> Vec<(String, String)> {
    shop.app
        .db
        .all(sql!(
            "select 'author' as kind, a.name from authors a where a.book_count <> (
             select count(distinct b.id) from books b join book_authors ba on ba.book_id = b.id
             where ba.author_id = a.id and b.status = 'published') /* full scan: a test's own count */
         union all select 'publisher', p.name from publishers p where p.book_count <> (
             select count(*) from books b where b.publisher_id = p.id and b.status = 'published')
         union all select 'series', s.name from series s where s.book_count <> (
             select count(*) from books b where b.series_id = s.id and b.status = 'published')
         union all select 'genre', g.slug from genres g where g.book_count <> (
             select count(*) from books b join book_genres bg on bg.book_id = b.id
             where bg.genre_id = g.id and b.status = 'published')"
        ))
        .await
        .unwrap()
}

fn leads(answer: &TestResponse) -> (u16, &str) {
    (answer.status(), answer.header("location"))
}

on_both_databases! {
    in site();

    async fn the_books_of_an_author_move_and_the_old_links_lead_on_for_ever(shop: TestApp) {
        book("A").by(&["Camus, A.", "Lina Haddad"]).put(&shop).await;
        let both = book("B").by(&["Lina Haddad", "Camus, A.", "Albert Camus"]).put(&shop).await;
        book("C").by(&["Albert Camus"]).put(&shop).await;
        let edith = editor(&shop).await;
        let [from, into] = [key(&edith, "authors", "Camus, A.").await, key(&edith, "authors", "Albert Camus").await];
        edith.patch(&format!("/admin/authors/{from}"), json!({"other_names": ["Al Camus"], "names": {"ar": "كامو"}})).await;
        let merged = edith.post(&format!("/admin/authors/{from}/merge"), json!({"into": into})).await;
        assert_eq!(merged.status(), 200, "{}", merged.text());
        let merged = merged.json();
        assert_eq!((&merged["id"], &merged["moved"], &merged["book_count"]), (&json!(into), &json!(2), &json!(3)));
        assert_eq!(merged["other_names"], json!(["Al Camus", "Camus, A."]));
        assert_eq!(merged["names"], json!({"ar": "كامو"}));
        assert_eq!(miscounted(&shop).await, []);
        // Whoever was named twice is named once, where they came first.
        let listed = shop.get(&format!("/api/v1/books/{both}")).await.json();
        let names: Vec<_> = listed["authors"].as_array().unwrap().iter().map(|one| one["name"].clone()).collect();
        assert_eq!(names, ["Lina Haddad", "Albert Camus"]);
        let cards = shop.get("/api/v1/books?sort=title").await.json();
        assert_eq!(cards["items"][1]["authors"], listed["authors"]);
        assert_eq!(cards["items"][0]["authors"][0], json!({"id": into, "name": "Albert Camus"}));
        for id in [from, into] {
            assert_eq!(titles(&shop, &format!("author={id}")).await, ["A", "B", "C"]);
            assert_eq!(shop.get(&format!("/api/v1/authors/{id}")).await.json()["id"], into);
            assert_eq!(edith.get(&format!("/admin/authors/{id}")).await.json()["id"], into);
        }
        let page = shop.get(&format!("/fr/author/{from}-camus-a?sort=title")).await;
        assert_eq!(leads(&page), (301, &*format!("/fr/author/{into}-albert-camus?sort=title")));
        assert_eq!(edith.patch(&format!("/admin/authors/{from}"), json!({"name": "x"})).await.status(), 404);
        // What comes in by an old name is theirs.
        book("D").by(&["camus a"]).put(&shop).await;
        assert_eq!(titles(&shop, &format!("author={into}")).await.len(), 4);
        shop.run_jobs().await;
    }

    async fn a_chain_leads_to_its_end(shop: TestApp) {
        for name in ["One", "Two", "Three"] {
            book(&format!("By {name}")).by(&[name]).put(&shop).await;
        }
        let edith = editor(&shop).await;
        let [one, two, three] =
            [key(&edith, "authors", "One").await, key(&edith, "authors", "Two").await, key(&edith, "authors", "Three").await];
        let merge = |from: i64, into: i64| {
            let edith = edith.clone();
            async move { edith.post(&format!("/admin/authors/{from}/merge"), json!({"into": into})).await }
        };
        assert_eq!(merge(one, two).await.status(), 200);
        assert_eq!(merge(two, three).await.status(), 200);
        for id in [one, two] {
            let page = shop.get(&format!("/en/author/{id}-one")).await;
            assert_eq!(leads(&page), (301, &*format!("/en/author/{three}-three")));
        }
        assert_eq!(merge(one, three).await.status(), 404);
        assert_eq!(merge(three, three).await.problem(), "into: same");
        assert_eq!(merge(three, two).await.problem(), "into: same");
        assert_eq!(merge(three, 999_999).await.problem(), "into: unknown");
        assert_eq!(merge(999_999, three).await.status(), 404);
        assert_eq!(titles(&shop, &format!("author={one}")).await.len(), 3);
        shop.run_jobs().await;
    }

    async fn the_genres_that_readers_chose_go_along(shop: TestApp) {
        let both = book("A").genre("Roman").genre("Novel").put(&shop).await;
        book("B").genre("Roman").put(&shop).await;
        book("C").genre("Novel").put(&shop).await;
        let edith = editor(&shop).await;
        let [from, into] = [key(&edith, "genres", "Roman").await, key(&edith, "genres", "Novel").await];
        let (leila, karim) = (shop.reader("leila").await, shop.reader("karim").await);
        assert_eq!(leila.put("/me/genres", json!({"genre_ids": [from]})).await.status(), 200);
        assert_eq!(karim.put("/me/genres", json!({"genre_ids": [from, into]})).await.status(), 200);
        let merged = edith.post(&format!("/admin/genres/{from}/merge"), json!({"into": into})).await;
        assert_eq!((merged.status(), &merged.json()["book_count"]), (200, &json!(3)));
        assert_eq!(miscounted(&shop).await, []);
        for who in [leila, karim] {
            let chosen = who.get("/me/genres").await;
            assert!(chosen.text().contains(&format!("{into}")) && !chosen.text().contains("\"roman\""), "{}", chosen.text());
        }
        assert_eq!(leads(&shop.get("/ar/genre/roman").await), (301, "/ar/genre/novel"));
        for word in ["roman", "novel", &from.to_string(), &into.to_string()] {
            assert_eq!(titles(&shop, &format!("genre={word}")).await, ["A", "B", "C"], "{word}");
        }
        let genres = shop.get(&format!("/api/v1/books/{both}")).await.json()["genres"].clone();
        assert_eq!(genres.as_array().unwrap().len(), 1);
        assert_eq!(shop.get("/api/v1/genres").await.json()["items"].as_array().unwrap().len(), 1);
        // A list that uses the old name means the other.
        book("D").genre("ROMAN").put(&shop).await;
        assert_eq!(listed(&edith, "/admin/genres").await.0, ["Novel"]);
        shop.run_jobs().await;
    }

    async fn publishers_and_series_move_with_their_numbers(shop: TestApp) {
        let with = |publisher: &'static str, series: &'static str, number: f64| move |book: &mut catalogue::NewBook| {
            book.publisher = Some(publisher.to_owned());
            book.series = Some((series.to_owned(), Some(number)));
        };
        let first = book("A").with(with("Casbah", "The Seas", 1.0)).put(&shop).await;
        book("B").with(with("Casbah Éditions", "Seas", 2.0)).put(&shop).await;
        let edith = editor(&shop).await;
        for (kind, from, into, filter) in
            [("publishers", "Casbah", "Casbah Éditions", "publisher"), ("series", "The Seas", "Seas", "series")]
        {
            let [from, into] = [key(&edith, kind, from).await, key(&edith, kind, into).await];
            let merged = edith.post(&format!("/admin/{kind}/{from}/merge"), json!({"into": into})).await;
            assert_eq!((merged.status(), &merged.json()["book_count"]), (200, &json!(2)), "{kind}");
            assert_eq!(titles(&shop, &format!("{filter}={from}")).await, ["A", "B"]);
            assert_eq!(shop.get(&format!("/en/{filter}/{from}-x")).await.status(), 301);
            assert_eq!(shop.get(&format!("/api/v1/{kind}/{from}")).await.json()["id"], into);
        }
        assert_eq!(miscounted(&shop).await, []);
        assert_eq!(shop.get(&format!("/api/v1/books/{first}")).await.json()["series"]["number"], 1.0);
        shop.run_jobs().await;
    }

    async fn the_log_holds_which_books_moved_and_a_books_history_goes_on(shop: TestApp) {
        let id = book("A").by(&["Camus, A."]).put(&shop).await;
        book("B").by(&["Albert Camus"]).put(&shop).await;
        let edith = editor(&shop).await;
        let [from, into] = [key(&edith, "authors", "Camus, A.").await, key(&edith, "authors", "Albert Camus").await];
        let path = format!("/admin/books/{id}");
        edith.patch(&path, json!({"authors": ["Lina Haddad"]})).await;
        edith.patch(&path, json!({"authors": [from]})).await;
        edith.post(&format!("/admin/authors/{from}/merge"), json!({"into": into})).await;
        let amina = shop.person("amina", Role::Admin).await;
        let log = amina.get("/admin/audit?act=name.merge").await.json();
        assert_eq!(log["items"][0]["subject_id"], into);
        assert_eq!(log["items"][0]["after"]["books"], json!([id]));
        assert_eq!(log["items"][0]["after"]["merged"]["name"], "Camus, A.");
        let told = shop.browser_of("amina").await.get("/en/admin/audit").await;
        assert!(told.text().contains("Names merged"), "{}", told.text());
        // Both changes are taken back, though they name who is somebody else by now.
        let changes = edith.get(&format!("{path}/changes")).await.json();
        for (at, name) in [(0, "Lina Haddad"), (1, "Albert Camus")] {
            let undo = format!("{path}/changes/{}/undo", changes["items"][at]["id"]);
            let undone = edith.post(&undo, json!({})).await;
            assert_eq!(undone.status(), 200, "{}", undone.text());
            assert_eq!(undone.json()["authors"][0]["name"], name);
        }
        assert_eq!(miscounted(&shop).await, []);
        // A program that knows the old key means the other.
        assert_eq!(edith.patch(&path, json!({"authors": [from]})).await.json()["authors"][0]["id"], into);
        shop.run_jobs().await;
    }
}
