//! A book's history, and taking back what is in it.

use catalogue::Book;
use db::{Query as _, sql};
use kernel::Id;
use serde_json::{Value, json};
use testing::{Program, TestApp, book, on_both_databases};

use super::{editor, wrong};
use crate::site;

/// The keys of a book's changes, the latest first.
async fn changes(edith: &Program, id: Id<Book>) -> Vec<i64> {
    let list = edith.get(&format!("/admin/books/{id}/changes?limit=100")).await.json();
    list["items"].as_array().unwrap().iter().map(|item| item["id"].as_i64().unwrap()).collect()
}

async fn undo(edith: &Program, id: Id<Book>, change: i64) -> testing::TestResponse {
    edith.post(&format!("/admin/books/{id}/changes/{change}/undo"), json!({})).await
}

/// A book as it is, without what every change moves.
async fn state(edith: &Program, id: Id<Book>) -> Value {
    let mut book = edith.get(&format!("/admin/books/{id}")).await.json();
    for moved in ["version", "updated_at", "published_at", "genres"] {
        book.as_object_mut().unwrap().remove(moved);
    }
    book
}

/// What is counted, against what is there: the names of what differs.
pub(super) async fn miscounted(shop: &TestApp) -> Vec<(String, String)> {
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
             where bg.genre_id = g.id and b.status = 'published')
         union all select 'listed', b.title from books b join book_genres bg on bg.book_id = b.id
             where (bg.published_at is null) <> (b.status <> 'published')"
        ))
        .await
        .unwrap()
}

/// A change by chance: of one field or of several.
fn by_chance(luck: &mut u64) -> Value {
    let mut next = |below: usize| {
        *luck = luck.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(*luck >> 33).unwrap() % below
    };
    let names = ["Assia", "Kateb", "Leïla", "Mouloud"];
    let genres = ["Roman", "Poésie", "Essai"];
    let mut change = json!({});
    for _ in 0..=next(2) {
        let (field, value) = match next(9) {
            0 => ("title", json!(format!("Title {}", next(5)))),
            1 => ("authors", json!([names[next(4)], names[next(4)]])),
            2 => ("genres", json!([genres[next(3)], genres[next(3)]])),
            3 => ("publisher", [json!(null), json!("Barzakh"), json!("Casbah")][next(3)].clone()),
            4 => (
                "series",
                [json!(null), json!({"name": "Seas", "number": 1.5}), json!("Suns")][next(3)].clone(),
            ),
            5 => ("price", json!({"amount": next(9) * 1_000, "currency": "DZD"})),
            6 => ("status", json!(["draft", "published", "withdrawn"][next(3)])),
            7 => ("contributors", json!([{"name": names[next(4)]}, {"name": names[next(4)], "role": "trl"}])),
            _ => ("language", json!(["ar", "fr", "en"][next(3)])),
        };
        change[field] = value;
    }
    if change.get("contributors").is_some() {
        change.as_object_mut().unwrap().remove("authors");
    }
    change
}

on_both_databases! {
    in site();

    async fn whatever_was_changed_can_be_taken_back_one_after_the_other(shop: TestApp) {
        let id = book("The Lighthouse").genre("Roman").put(&shop).await;
        book("Another").genre("Poésie").genre("Essai").by(&["Assia", "Kateb"]).put(&shop).await;
        let edith = editor(&shop).await;
        let mut luck = 7;
        for round in 0..4 {
            let before = state(&edith, id).await;
            let known = changes(&edith, id).await.len();
            for _ in 0..6 {
                let change = by_chance(&mut luck);
                let answer = edith.patch(&format!("/admin/books/{id}"), change.clone()).await;
                assert_eq!(answer.status(), 200, "{change}: {}", answer.text());
                assert_eq!(miscounted(&shop).await, [], "{change}");
            }
            let all = changes(&edith, id).await;
            for change in &all[..all.len() - known] {
                let undone = undo(&edith, id, *change).await;
                assert_eq!(undone.status(), 200, "{}", undone.text());
            }
            assert_eq!(state(&edith, id).await, before, "round {round}");
            assert_eq!(miscounted(&shop).await, []);
        }
        shop.run_jobs().await;
    }

    async fn what_changed_since_is_not_overwritten(shop: TestApp) {
        let id = book("The Lighthouse").put(&shop).await;
        let edith = editor(&shop).await;
        let path = format!("/admin/books/{id}");
        for body in [json!({"title": "One", "subtitle": "a"}), json!({"title": "Two"}), json!({"description": "x"})] {
            assert_eq!(edith.patch(&path, body).await.status(), 200);
        }
        let all = changes(&edith, id).await;
        let first = undo(&edith, id, all[2]).await;
        assert_eq!((first.status(), first.problem().as_str()), (409, "changed_meanwhile"));
        assert!(first.text().contains("Title") && !first.text().contains("Subtitle"), "{}", first.text());
        // Another field changed since, which is no matter.
        assert_eq!(undo(&edith, id, all[1]).await.status(), 200);
        assert_eq!(edith.get(&path).await.json()["title"], "One");
        // Undoing is a change, which can be undone.
        let redo = changes(&edith, id).await[0];
        assert_eq!(undo(&edith, id, redo).await.json()["title"], "Two");
        let list = edith.get(&format!("{path}/changes")).await.json();
        assert_eq!(list["items"][0]["undoes"], redo);
        assert_eq!(list["items"][1]["undone_by"], list["items"][0]["id"]);
        assert_eq!(undo(&edith, id, 999_999).await.status(), 404);
    }

    async fn what_a_book_cannot_be_any_more_is_not_brought_back(shop: TestApp) {
        let id = book("The Lighthouse").with(|book| book.isbn = "9780306406157".parse().ok()).put(&shop).await;
        let edith = editor(&shop).await;
        edith.patch(&format!("/admin/books/{id}"), json!({"isbn": null})).await;
        let change = changes(&edith, id).await[0];
        book("The Tide").with(|book| book.isbn = "9780306406157".parse().ok()).put(&shop).await;
        assert_eq!(wrong(&undo(&edith, id, change).await), ["isbn: taken"]);
    }
}
