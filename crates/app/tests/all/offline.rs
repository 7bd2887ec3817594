//! Favourites, ratings and comments of devices that were away, in the batch that brings places and marks: the last word counts,
//! and nothing is done twice.

use db::{Query as _, sql};
use http::Method;
use serde_json::{Value, json};
use testing::{Program, book, on_both_databases};

use crate::site;

async fn sync(who: &Program, sent_at: &str, lists: Value) -> Value {
    let mut body = json!({ "device": "phone", "sent_at": sent_at });
    for (name, items) in lists.as_object().unwrap() {
        body[name] = items.clone();
    }
    let answer = who.post("/me/sync", body).await;
    assert_eq!(answer.status(), 200, "{}", answer.text());
    answer.json()["results"].clone()
}

/// What became of the items of a list.
fn outcomes(results: &Value, kind: &str) -> Vec<String> {
    let told = |item: &Value| {
        let words = ["outcome", "code"].map(|name| item[name].as_str().unwrap_or_default());
        words.join(" ").trim().to_owned()
    };
    results[kind].as_array().unwrap_or_else(|| panic!("{kind}: {results}")).iter().map(told).collect()
}

fn favorite(book: impl Into<Value>, is_favorite: bool, updated_at: &str) -> Value {
    json!({ "book_id": book.into(), "is_favorite": is_favorite, "updated_at": updated_at })
}

fn rating(book: impl Into<Value>, value: Value, updated_at: &str) -> Value {
    json!({ "book_id": book.into(), "value": value, "updated_at": updated_at })
}

fn comment(key: &str, book: impl Into<Value>, text: &str, updated_at: &str) -> Value {
    json!({ "client_key": key, "book_id": book.into(), "text": text, "updated_at": updated_at })
}

on_both_databases! {
    in site();

    async fn the_same_batch_twice_has_the_effect_of_once(shop: TestApp) {
        let id = book("Zinc").put(&shop).await.get();
        let leila = shop.reader("leila").await;
        let lists = json!({
            "favorites": [favorite(id, true, "2026-11-23T08:00:00Z"), favorite(999, true, "2026-11-23T08:00:00Z"), { "book_id": id }, 7],
            "ratings": [rating(id, json!(4.5), "2026-11-23T08:00:00Z"), rating(id, json!(4.25), "2026-11-23T08:00:00Z"), rating(999, json!(1), "2026-11-23T08:00:00Z")],
            "comments": [
                comment("one", id, "Written on a train", "2026-11-23T08:00:00Z"), comment("two", id, " ", "2026-11-23T08:00:00Z"),
                comment("", id, "no name", "2026-11-23T08:00:00Z"), comment("three", 999, "no book", "2026-11-23T08:00:00Z"),
                { "client_key": "four", "book_id": id, "parent_key": "one", "text": "and on", "updated_at": "2026-11-23T08:01:00Z" },
                { "client_key": "five", "book_id": id, "parent_key": "none", "text": "to nobody", "updated_at": "2026-11-23T08:01:00Z" },
            ],
        });
        let first = sync(&leila, "2026-11-23T09:00:00Z", lists.clone()).await;
        let again = sync(&leila, "2026-11-23T09:00:00Z", lists.clone()).await;
        let later = sync(&leila, "2026-11-23T09:00:01Z", lists).await;
        for kind in ["favorites", "ratings"] {
            assert_eq!(first[kind], again[kind], "the same batch");
        }
        assert_eq!(outcomes(&first, "comments"), outcomes(&again, "comments"));
        assert_eq!(outcomes(&first, "favorites"), ["applied", "refused not_found", "refused invalid", "refused invalid"]);
        assert_eq!(outcomes(&first, "ratings"), ["applied", "refused invalid", "refused not_found"]);
        let comments = ["applied", "refused invalid", "refused invalid", "refused not_found", "applied", "refused invalid"];
        assert_eq!(outcomes(&first, "comments"), comments);
        assert_eq!(outcomes(&later, "comments"), comments, "put together anew with the same keys");
        assert_eq!(first["favorites"][0]["state"], json!({ "book_id": id, "is_favorite": true, "updated_at": "2026-11-23T08:00:00.000Z" }));
        assert_eq!(first["ratings"][0]["state"], json!({ "book_id": id, "value": 4.5, "updated_at": "2026-11-23T08:00:00.000Z" }));
        assert_eq!(first["ratings"][1]["errors"][0]["code"], "too_fine");
        assert_eq!(first["comments"][5]["errors"][0]["field"], "parent_key");
        assert_eq!(first["comments"][4]["state"]["parent_id"], first["comments"][0]["state"]["id"]);
        let whole = leila.get(&format!("/books/{id}")).await.json();
        assert_eq!((&whole["is_favorite"], &whole["my_rating"], &whole["comment_count"]), (&json!(true), &json!(4.5), &json!(2)));
        assert_eq!(whole["rating_count"], 1);
    }

    async fn an_older_word_overwrites_nothing_newer_whatever_it_says(shop: TestApp) {
        let id = book("Zinc").put(&shop).await.get();
        let leila = shop.reader("leila").await;
        let (kept, rated) = (format!("/books/{id}/favorite"), format!("/books/{id}/rating"));
        // Said at nine, online, and taken back: nothing of either is left but when.
        leila.put(&kept, json!({})).await;
        leila.put(&rated, json!({ "value": 3 })).await;
        leila.delete(&kept).await;
        leila.delete(&rated).await;
        let of = |at: &str| json!({ "favorites": [favorite(id, true, at)], "ratings": [rating(id, json!(5), at)] });
        let old = sync(&leila, "2026-11-23T09:00:00Z", of("2026-11-23T08:59:00Z")).await;
        assert_eq!((outcomes(&old, "favorites"), outcomes(&old, "ratings")), (vec!["kept".to_owned()], vec!["kept".to_owned()]));
        assert_eq!((&old["favorites"][0]["state"]["is_favorite"], &old["ratings"][0]["state"]["value"]), (&json!(false), &Value::Null));
        shop.advance(600);
        let new = sync(&leila, "2026-11-23T09:10:00Z", of("2026-11-23T09:05:00Z")).await;
        assert_eq!((outcomes(&new, "favorites"), outcomes(&new, "ratings")), (vec!["applied".to_owned()], vec!["applied".to_owned()]));
        // A tablet that was away since before says the contrary, by a clock that is a day ahead.
        let none = json!({ "favorites": [favorite(id, false, "2026-11-24T09:02:00Z")], "ratings": [rating(id, Value::Null, "2026-11-24T09:02:00Z")] });
        let tablet = sync(&leila, "2026-11-24T09:10:00Z", none).await;
        assert_eq!((outcomes(&tablet, "favorites"), outcomes(&tablet, "ratings")), (vec!["kept".to_owned()], vec!["kept".to_owned()]));
        // The same with a word that is the later one.
        let none = json!({ "favorites": [favorite(id, false, "2026-11-24T09:06:00Z")], "ratings": [rating(id, Value::Null, "2026-11-24T09:06:00Z")] });
        let tablet = sync(&leila, "2026-11-24T09:10:00.001Z", none).await;
        assert_eq!((outcomes(&tablet, "favorites"), outcomes(&tablet, "ratings")), (vec!["applied".to_owned()], vec!["applied".to_owned()]));
        let whole = leila.get(&format!("/books/{id}")).await.json();
        assert_eq!((&whole["is_favorite"], &whole["my_rating"], &whole["rating_count"]), (&json!(false), &Value::Null, &json!(0)));
    }

    async fn many_devices_end_alike_in_whatever_order_they_come(shop: TestApp) {
        let id = book("Zinc").put(&shop).await.get();
        let words = [("08:10", true, 1.0), ("08:40", false, 2.0), ("08:30", true, 3.0), ("08:20", false, 4.0)];
        let orders = [[0, 1, 2, 3], [3, 2, 1, 0], [1, 3, 0, 2], [2, 0, 3, 1]];
        for (turn, order) in orders.into_iter().enumerate() {
            let reader = shop.reader(&format!("reader{turn}")).await;
            for device in order {
                let (time, is_favorite, value) = words[device];
                // Each clock is wrong by another number of hours.
                let at = |day: &str, time: &str| format!("2026-11-{day}T{time}:00Z");
                let day = ["23", "24", "22", "21"][device];
                let lists = json!({
                    "favorites": [favorite(id, is_favorite, &at(day, time))], "ratings": [rating(id, json!(value), &at(day, time))],
                });
                sync(&reader, &at(day, "09:00"), lists).await;
            }
            let whole = reader.get(&format!("/books/{id}")).await.json();
            assert_eq!((&whole["is_favorite"], &whole["my_rating"]), (&json!(false), &json!(2.0)), "{order:?}");
        }
        let whole = shop.api().get(&format!("/books/{id}")).await.json();
        assert_eq!((&whole["rating_count"], &whole["average_rating"]), (&json!(4), &json!(2.0)));
    }

    async fn other_words_under_the_same_name_change_the_comment_if_they_are_later(shop: TestApp) {
        let id = book("Zinc").put(&shop).await.get();
        let leila = shop.reader("leila").await;
        let send = async |sent_at: &str, text: &str, at: &str| {
            sync(&leila, sent_at, json!({ "comments": [comment("one", id, text, at)] })).await["comments"][0].clone()
        };
        let first = send("2026-11-23T09:00:00Z", "First", "2026-11-23T08:00:00Z").await;
        shop.advance(300);
        let older = send("2026-11-23T09:05:00Z", "Older", "2026-11-23T07:00:00Z").await;
        assert_eq!((&older["outcome"], &older["state"]["text"]), (&json!("kept"), &json!("First")));
        let newer = send("2026-11-23T09:05:01Z", "Newer", "2026-11-23T09:03:00Z").await;
        assert_eq!((&newer["outcome"], &newer["state"]["text"]), (&json!("applied"), &json!("Newer")));
        assert_eq!(newer["state"]["id"], first["state"]["id"]);
        let path = format!("/comments/{}", first["state"]["id"]);
        shop.advance(300);
        leila.patch(&path, json!({ "text": "Said online" })).await;
        let late = send("2026-11-23T09:10:01Z", "Late", "2026-11-23T09:08:00Z").await;
        assert_eq!((&late["outcome"], &late["state"]["text"]), (&json!("kept"), &json!("Said online")));
        assert_eq!(leila.delete(&path).await.status(), 204);
        let gone = send("2026-11-23T09:10:02Z", "First", "2026-11-23T09:10:00Z").await;
        assert_eq!((&gone["outcome"], &gone["state"]), (&json!("kept"), &json!({ "client_key": "one", "deleted": true })));
        assert_eq!(leila.get(&format!("/books/{id}")).await.json()["comment_count"], 0, "a comment that is gone stays so");
    }

    async fn other_words_for_what_was_posted_online_and_nobody_heard_of_change_it(shop: TestApp) {
        let id = book("Zinc").put(&shop).await.get();
        let leila = shop.reader("leila").await;
        let body = json!({ "text": "Before the tunnel", "client_key": "one" });
        let posted = leila.post(&format!("/books/{id}/comments"), body).await.json();
        shop.advance(300);
        let send = async |sent_at: &str, text: &str, at: &str| {
            sync(&leila, sent_at, json!({ "comments": [comment("one", id, text, at)] })).await["comments"][0].clone()
        };
        let at = &shop.app.clock.now().to_string();
        let told = send(at, "Behind the tunnel", at).await;
        assert_eq!((&told["outcome"], &told["state"]["text"]), (&json!("applied"), &json!("Behind the tunnel")));
        assert_eq!(told["state"]["id"], posted["id"]);
        assert_eq!(leila.get(&format!("/books/{id}")).await.json()["comment_count"], 1);
    }

    async fn what_is_too_much_or_not_allowed_yet_waits(shop: TestApp) {
        let id = book("Zinc").put(&shop).await.get();
        let shop = shop.seen_from("192.0.2.1:1");
        let (leila, nadia) = (shop.reader("leila").await, shop.newcomer("nadia").await);
        let many: Vec<_> = (0..14).map(|at| comment(&format!("key {at}"), id, &format!("number {at}"), "2026-11-23T08:00:00Z")).collect();
        let lists = json!({ "comments": many, "favorites": [favorite(id, true, "2026-11-23T08:00:00Z")] });
        let told = sync(&leila, "2026-11-23T09:00:00Z", lists).await;
        let comments = outcomes(&told, "comments");
        assert_eq!(comments.iter().filter(|it| *it == "applied").count(), 10, "{comments:?}");
        assert!(comments[10..].iter().all(|it| it == "later too_many_requests"), "{comments:?}");
        assert!((1..=12).contains(&told["comments"][10]["retry_after"].as_u64().unwrap()), "{told}");
        assert_eq!(outcomes(&told, "favorites"), ["applied"], "the rest is not held up");

        let lists = json!({
            "comments": [comment("a", id, "Hello", "2026-11-23T08:00:00Z")], "ratings": [rating(id, json!(2), "2026-11-23T08:00:00Z")],
            "favorites": [favorite(id, true, "2026-11-23T08:00:00Z")],
        });
        let told = sync(&nadia, "2026-11-23T09:00:00Z", lists).await;
        assert_eq!(outcomes(&told, "comments"), ["later unverified"]);
        assert_eq!((outcomes(&told, "ratings"), outcomes(&told, "favorites")), (vec!["later unverified".to_owned()], vec!["applied".to_owned()]));
        shop.run_jobs().await; // the mail to the newcomer
    }

    async fn a_comment_that_would_be_held_is_held(shop: TestApp) {
        let id = book("Zinc").put(&shop).await.get();
        let leila = shop.reader("leila").await;
        let lists = json!({ "comments": [comment("a", id, "See https://example.org", "2026-11-23T08:00:00Z")] });
        let told = sync(&leila, "2026-11-23T09:00:00Z", lists).await;
        assert_eq!((&told["comments"][0]["outcome"], &told["comments"][0]["state"]["state"]), (&json!("applied"), &json!("held")));
        assert_eq!(shop.api().get(&format!("/books/{id}/comments")).await.json()["items"], json!([]));
    }

    async fn nobody_can_fill_the_database_with_words(shop: TestApp) {
        let id = book("Zinc").put(&shop).await.get();
        let leila = shop.reader("leila").await;
        let lists = json!({ "favorites": [favorite(id, false, "2020-01-01T08:00:00Z")] });
        sync(&leila, "2026-11-23T09:00:00Z", lists).await;
        let words: (i64,) = shop.app.db.one(sql!("select count(*) from favorite_words")).await.unwrap();
        assert_eq!(words.0, 0, "a word from long ago changes nothing and is not kept");
        assert_eq!(leila.ask(Method::GET, "/me/favorites", None).await.json()["items"], json!([]));
    }
}
