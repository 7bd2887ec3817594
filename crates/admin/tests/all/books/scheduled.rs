//! Books that come into the shop by themselves, at a time that somebody set.

use catalogue::{Book, Status};
use db::{Query as _, sql};
use kernel::{Id, Timestamp};
use serde_json::{Value, json};
use testing::{Program, TestApp, TestResponse, book, on_both_databases};
use web::Role;

use super::undoing::miscounted;
use super::{editor, wrong};
use crate::site;

const HOUR: i64 = 3_600;

/// A draft with a price.
async fn draft(shop: &TestApp) -> Id<Book> {
    book("The Lighthouse").genre("Roman").with(|book| book.status = Status::Draft).put(shop).await
}

/// A moment so many seconds from now.
fn later(shop: &TestApp, seconds: i64) -> Timestamp {
    shop.app.clock.now().plus_seconds(seconds)
}

async fn schedule(edith: &Program, id: Id<Book>, at: Timestamp) -> TestResponse {
    edith.patch(&format!("/admin/books/{id}"), json!({ "publish_at": at })).await
}

/// Lets time go by, and what is due be done.
async fn pass(shop: &TestApp, seconds: i64) {
    shop.advance(seconds);
    shop.run_scheduled("catalogue.publish_due").await;
}

/// The book as those see it who keep it. Tokens are short-lived, and time goes by here.
async fn read(shop: &TestApp, id: Id<Book>) -> Value {
    shop.sign_in("edith").await.get(&format!("/admin/books/{id}")).await.json()
}

/// In how many of the places where readers find books this one is.
async fn seen(shop: &TestApp, id: Id<Book>) -> usize {
    let mut seen = 0;
    for list in ["/fr/new", "/fr/genre/roman", "/api/v1/books", "/api/v1/books?genre=roman"] {
        seen += usize::from(shop.get(list).await.text().contains("The Lighthouse"));
    }
    for place in [format!("/fr/book/{id}-the-lighthouse"), format!("/api/v1/books/{id}")] {
        seen += usize::from(shop.get(&place).await.status() == 200);
    }
    seen
}

/// All of them.
const EVERYWHERE: usize = 6;

on_both_databases! {
    in site();

    async fn a_scheduled_book_is_hidden_until_its_time_and_then_in_the_shop_as_by_hand(shop: TestApp) {
        let (id, edith) = (draft(&shop).await, editor(&shop).await);
        let at = later(&shop, HOUR);
        let set = schedule(&edith, id, at).await;
        assert_eq!((&set.json()["status"], &set.json()["publish_at"]), (&json!("draft"), &json!(at)), "{}", set.text());
        assert_eq!(edith.get("/admin/books").await.json()["items"][0]["publish_at"], json!(at));
        pass(&shop, HOUR - 1).await;
        assert_eq!((seen(&shop, id).await, read(&shop, id).await["status"].clone()), (0, json!("draft")));
        pass(&shop, 1).await;
        assert_eq!(seen(&shop, id).await, EVERYWHERE);
        let published = read(&shop, id).await;
        assert_eq!((&published["published_at"], &published["publish_at"]), (&json!(at), &Value::Null));
        assert_eq!(miscounted(&shop).await, []);

        let past = shop.sign_in("edith").await.get(&format!("/admin/books/{id}/changes")).await.json();
        let told: Vec<_> = past["items"].as_array().unwrap().iter().map(|it| (it["act"].clone(), it["actor"].clone())).collect();
        assert_eq!(told, [(json!("book.publish_due"), json!("edith")), (json!("book.schedule"), json!("edith"))]);
        let log = shop.person("amina", Role::Admin).await.get("/admin/audit?subject_kind=book").await.json();
        let (entry, first) = (&log["items"][0], &log["items"][1]);
        assert_eq!((&entry["act"], &entry["actor"]), (&json!("book.publish_due"), &first["actor"]), "{log}");
        assert_eq!((&entry["before"]["publish_at"], &entry["after"]["status"]), (&json!(at), &json!("published")));

        pass(&shop, HOUR).await;
        assert_eq!(read(&shop, id).await["version"], published["version"], "that was once");
        shop.run_jobs().await;
    }

    async fn a_time_is_moved_and_taken_back_and_whoever_publishes_or_withdraws_takes_it_back(shop: TestApp) {
        let (id, edith) = (draft(&shop).await, editor(&shop).await);
        let path = format!("/admin/books/{id}");
        schedule(&edith, id, later(&shop, 60)).await;
        let moved = later(&shop, 180);
        assert_eq!(schedule(&edith, id, moved).await.json()["publish_at"], json!(moved));
        pass(&shop, 60).await;
        assert_eq!(seen(&shop, id).await, 0);
        let same = edith.patch(&path, json!({ "status": "draft", "title": "The Lighthouse" })).await.json();
        assert_eq!(same["publish_at"], json!(moved), "it is a draft already");
        assert_eq!(edith.patch(&path, json!({ "publish_at": null })).await.json()["publish_at"], Value::Null);
        pass(&shop, 120).await;
        assert_eq!(seen(&shop, id).await, 0);

        schedule(&edith, id, later(&shop, 60)).await;
        let published = edith.patch(&path, json!({ "status": "published" })).await.json();
        assert_eq!((&published["status"], &published["publish_at"]), (&json!("published"), &Value::Null));
        let back = later(&shop, 60);
        let away = edith.patch(&path, json!({ "status": "withdrawn", "publish_at": back })).await.json();
        assert_eq!((&away["status"], &away["publish_at"]), (&json!("withdrawn"), &json!(back)), "it comes back by itself");
        assert_eq!(edith.patch(&path, json!({ "status": "draft" })).await.json()["publish_at"], Value::Null);
        pass(&shop, 60).await;
        assert_eq!((seen(&shop, id).await, miscounted(&shop).await), (0, vec![]));
        shop.run_jobs().await;
    }

    async fn a_server_that_was_off_publishes_what_became_due_and_it_is_new_from_then_on(shop: TestApp) {
        let (id, edith) = (draft(&shop).await, editor(&shop).await);
        let other = book("The Tide").with(|book| book.status = Status::Withdrawn).put(&shop).await;
        schedule(&edith, id, later(&shop, HOUR)).await;
        schedule(&edith, other, later(&shop, 2 * HOUR)).await;
        pass(&shop, 72 * HOUR).await;
        let now = json!(later(&shop, 0));
        for book in [id, other] {
            let published = read(&shop, book).await;
            assert_eq!((&published["status"], &published["published_at"]), (&json!("published"), &now));
        }
        shop.run_jobs().await;
    }

    async fn what_cannot_be_published_any_more_stays_a_draft_and_somebody_is_told(shop: TestApp) {
        let (id, edith) = (draft(&shop).await, editor(&shop).await);
        let at = later(&shop, 60);
        schedule(&edith, id, at).await;
        // No door of the shop does that.
        shop.app.db.execute(sql!("update books set price_amount = null, price_currency = null where id = $1", id)).await.unwrap();
        pass(&shop, 60).await;
        let (left, path) = (read(&shop, id).await, format!("/admin/books/{id}"));
        assert_eq!((&left["status"], &left["publish_at"], &left["publish_missed_at"]), (&json!("draft"), &Value::Null, &json!(at)));
        assert_eq!(edith.get(&format!("{path}/changes")).await.json()["items"][0]["act"], "book.publish_missed");
        let waiting = async || edith.get("/admin/stats").await.json()["waiting"].clone();
        let missed = json!({ "kind": "books_not_published", "count": 1 });
        let waits = waiting().await;
        assert!(waits.as_array().unwrap().contains(&missed), "{waits}");
        assert_eq!(edith.get("/admin/books?missing=publication").await.json()["items"][0]["id"], json!(id));
        let desk = shop.browser_of("edith").await;
        assert!(desk.get(&format!("/en{path}")).await.text().contains("could not be. Check its price"));
        pass(&shop, 60).await;
        assert_eq!(read(&shop, id).await["version"], left["version"], "that was once");

        let price = json!({ "amount": 95_000, "currency": "DZD" });
        edith.patch(&path, json!({ "price": price, "publish_at": later(&shop, 60) })).await;
        assert!(!waiting().await.as_array().unwrap().contains(&missed), "another time was set");
        pass(&shop, 60).await;
        assert_eq!(seen(&shop, id).await, EVERYWHERE);
        shop.run_jobs().await;
    }

    async fn a_time_that_cannot_be_is_told_field_by_field(shop: TestApp) {
        let (id, edith) = (draft(&shop).await, editor(&shop).await);
        let free = book("The Tide").with(|book| (book.status, book.price) = (Status::Draft, None)).put(&shop).await;
        let sold = book("The Sea").put(&shop).await;
        let (now, soon) = (later(&shop, 0), later(&shop, 60));
        for (book, body, expected) in [
            (id, json!({ "publish_at": now }), "publish_at: past"),
            (id, json!({ "publish_at": "2020-01-01T00:00:00Z" }), "publish_at: past"),
            (id, json!({ "publish_at": "tomorrow" }), "publish_at: invalid"),
            (id, json!({ "publish_at": soon, "status": "published" }), "publish_at: published"),
            (sold, json!({ "publish_at": soon }), "publish_at: published"),
            (free, json!({ "publish_at": soon }), "price: needed"),
            (id, json!({ "publish_at": soon, "price": null }), "price: needed"),
        ] {
            assert_eq!(wrong(&edith.patch(&format!("/admin/books/{book}"), body.clone()).await), [expected], "{body}");
        }
        assert_eq!(schedule(&edith, id, soon).await.status(), 200);
        let path = format!("/admin/books/{id}");
        assert_eq!(wrong(&edith.patch(&path, json!({ "price": null })).await), ["price: needed"], "while it has its time");
        // A time that has come is no hindrance to whoever changes something else.
        shop.advance(60);
        assert_eq!(edith.patch(&path, json!({ "subtitle": "A tale" })).await.status(), 200);
        let entered = json!({ "title": "The Tower", "price": { "amount": 0, "currency": "DZD" }, "publish_at": later(&shop, 60) });
        let entered = edith.post("/admin/books", entered).await;
        assert_eq!(entered.json()["publish_at"], json!(later(&shop, 60)), "{}", entered.text());
    }

    async fn what_was_planned_is_taken_back_and_brought_back_by_its_history(shop: TestApp) {
        let (id, edith) = (draft(&shop).await, editor(&shop).await);
        let path = format!("/admin/books/{id}");
        let undo = async || {
            let past = edith.get(&format!("{path}/changes")).await.json()["items"][0]["id"].clone();
            edith.post(&format!("{path}/changes/{past}/undo"), json!({})).await
        };
        let at = later(&shop, 60);
        schedule(&edith, id, at).await;
        assert_eq!(undo().await.json()["publish_at"], Value::Null);
        assert_eq!(undo().await.json()["publish_at"], json!(at));
        edith.patch(&path, json!({ "status": "published" })).await;
        let back = undo().await.json();
        assert_eq!((&back["status"], &back["publish_at"]), (&json!("draft"), &json!(at)), "as it was before");
        pass(&shop, 60).await;
        let back = undo().await.json();
        assert_eq!((&back["status"], &back["publish_at"]), (&json!("draft"), &Value::Null), "that time is over");

        schedule(&edith, id, later(&shop, 60)).await;
        edith.patch(&path, json!({ "publish_at": null })).await;
        shop.advance(60);
        assert_eq!(wrong(&undo().await), ["publish_at: past"]);
        assert_eq!(miscounted(&shop).await, []);
        shop.run_jobs().await;
    }

    async fn the_page_sets_a_time_of_algiers_says_it_in_words_and_takes_it_back(shop: TestApp) {
        let (id, _) = (draft(&shop).await, editor(&shop).await);
        let desk = shop.browser_of("edith").await;
        let path = format!("admin/books/{id}");
        let set = async |locale: &str, at: &str, act: &str| {
            desk.post(&format!("/{locale}/{path}/schedule"), &[("publish_at", at), ("act", act)]).await
        };
        assert_eq!(set("fr", "2026-12-24T00:30", "").await.header("location"), format!("/fr/{path}/offer"));
        assert_eq!(read(&shop, id).await["publish_at"], "2026-12-23T23:30:00.000Z");
        let plain = |page: &TestResponse| page.text().replace(['\u{2068}', '\u{2069}'], "").replace('\u{a0}', " ");
        for (locale, words) in [
            ("en", "published on 24 December 2026 at 00:30, Algiers time"),
            ("fr", "publié le 24 décembre 2026 à 00:30, heure d’Alger"),
            ("ar", "سيُنشر يوم 24 ديسمبر 2026، 00:30 بتوقيت الجزائر"),
        ] {
            let page = desk.get(&format!("/{locale}/{path}/offer")).await;
            assert!(plain(&page).contains(words) && page.text().contains("value=\"2026-12-24T00:30\""), "{}", page.text());
        }
        assert!(plain(&desk.get("/en/admin/books").await).contains("Scheduled for 24 December 2026 at 00:30"));
        for (at, words) in [("24/12/2026", "Enter a day and a time."), ("2026-01-01T10:00", "This time is past.")] {
            let wrong = set("en", at, "").await;
            assert_eq!(wrong.status(), 422);
            let kept = format!("value=\"{at}\"");
            assert!(wrong.text().contains(words) && wrong.text().contains(&kept) && wrong.text().contains("href=\"#publish_at\""));
        }
        assert_eq!(set("en", "", "cancel").await.status(), 303);
        assert_eq!(read(&shop, id).await["publish_at"], Value::Null);
        let free = book("The Tide").with(|book| (book.status, book.price) = (Status::Draft, None)).put(&shop).await;
        let refused = desk.post(&format!("/en/admin/books/{free}/schedule"), &[("publish_at", "2026-12-24T00:30")]).await;
        assert!(refused.status() == 422 && refused.text().contains("href=\"#price\""), "{}", refused.text());
    }

    async fn only_who_keeps_the_books_sets_a_time(shop: TestApp) {
        let (id, at) = (draft(&shop).await, later(&shop, 60));
        for role in [Role::Reader, Role::Moderator] {
            let who = shop.person(role.as_str(), role).await;
            assert_eq!(schedule(&who, id, at).await.status(), 403);
            let desk = shop.browser_of(role.as_str()).await;
            let set = desk.post(&format!("/fr/admin/books/{id}/schedule"), &[("publish_at", "2026-12-24T00:30")]).await;
            assert_eq!(set.status(), 403);
        }
        assert_eq!(schedule(&shop.api(), id, at).await.status(), 401);
        pass(&shop, 60).await;
        assert_eq!(seen(&shop, id).await, 0);
    }
}
