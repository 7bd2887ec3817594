//! Comments and their threads.

use db::Query as _;
use serde_json::{Value, json};
use testing::{book, on_both_databases};

use crate::{answer, count, said, say, site, texts};

on_both_databases! {
    in site();

    async fn what_is_said_can_be_read_by_everybody(shop: TestApp) {
        let id = book("Zinc").put(&shop).await;
        let leila = shop.reader("leila").await;
        let told = said(&leila, id, json!({ "text": "  Un livre\r\nqui reste. ", "spoiler": false })).await;
        assert_eq!((&told["text"], &told["state"], &told["is_mine"]), (&json!("Un livre\nqui reste."), &json!("visible"), &json!(true)));
        let list = shop.get(&format!("/api/v1/books/{id}/comments")).await.json();
        assert_eq!(texts(&list), ["Un livre\nqui reste."]);
        let shown = &list["items"][0];
        assert_eq!((&shown["author"]["username"], &shown["is_mine"], &shown["replies"]), (&json!("leila"), &json!(false), &json!([])));
        assert_eq!(count(&leila, id).await, 1);
        assert_eq!(shop.get("/api/v1/books").await.json()["items"][0]["comment_count"], 1);
    }

    async fn replies_stand_in_the_thread_of_the_first_comment(shop: TestApp) {
        let id = book("Zinc").put(&shop).await;
        let (leila, karim) = (shop.reader("leila").await, shop.reader("karim").await);
        let first = say(&leila, id, "one").await;
        let second = answer(&karim, id, &first, "two").await;
        let third = answer(&leila, id, &second, "three").await;
        assert_eq!((&third["root_id"], &third["parent_id"], &third["answers"]), (&first["id"], &second["id"], &json!("karim")));
        for text in ["four", "five"] {
            answer(&karim, id, &first, text).await;
        }
        let list = shop.get(&format!("/api/v1/books/{id}/comments")).await.json();
        assert_eq!(texts(&list), ["one"]);
        assert_eq!(list["items"][0]["reply_count"], 4);
        let beginning = json!({ "items": list["items"][0]["replies"] });
        assert_eq!(texts(&beginning), ["two", "three", "four"]);
        let replies = |of: &Value| format!("/api/v1/comments/{}/replies", of["id"]);
        assert_eq!(texts(&shop.get(&replies(&first)).await.json()), ["two", "three", "four", "five"]);
        assert_eq!(texts(&shop.get(&replies(&second)).await.json()), ["three"]);
        let page = shop.get(&format!("{}?limit=3", replies(&first))).await.json();
        let next = page["next_cursor"].as_str().unwrap();
        assert_eq!(texts(&shop.get(&format!("{}?limit=3&cursor={next}", replies(&first))).await.json()), ["five"]);
        let alone = shop.get(&format!("/api/v1/comments/{}", third["id"])).await.json();
        assert_eq!((&alone["root"]["text"], &alone["parent"]["text"]), (&json!("one"), &json!("two")));
        assert_eq!(count(&leila, id).await, 5);
    }

    async fn the_list_goes_by_age_or_by_likes_a_part_at_a_time(shop: TestApp) {
        let id = book("Zinc").put(&shop).await;
        let (leila, karim) = (shop.reader("leila").await, shop.reader("karim").await);
        let mut all = Vec::new();
        for text in ["a", "b", "c", "d", "e"] {
            all.push(say(&leila, id, text).await);
        }
        for liked in [&all[1], &all[3]] {
            assert_eq!(karim.put(&format!("/comments/{}/like", liked["id"]), json!({})).await.status(), 204);
        }
        let read = async |sort: &str| {
            let (mut read, mut cursor) = (Vec::new(), String::new());
            loop {
                let list = shop.get(&format!("/api/v1/books/{id}/comments?limit=2&sort={sort}{cursor}")).await.json();
                read.extend(texts(&list));
                match list["next_cursor"].as_str() {
                    Some(next) => cursor = format!("&cursor={next}"),
                    None => return read.concat(),
                }
            }
        };
        assert_eq!(read("new").await, "edcba");
        assert_eq!(read("top").await, "dbeca");
        let page = shop.get(&format!("/api/v1/books/{id}/comments?limit=2")).await.json();
        let foreign = page["next_cursor"].as_str().unwrap();
        let answer = shop.get(&format!("/api/v1/books/{id}/comments?sort=top&cursor={foreign}")).await;
        assert_eq!(answer.problem(), "cursor: invalid_cursor");
    }

    async fn a_bar_of_the_histogram_leads_to_its_comments(shop: TestApp) {
        let id = book("Zinc").put(&shop).await;
        let (leila, karim) = (shop.reader("leila").await, shop.reader("karim").await);
        say(&leila, id, "good").await;
        say(&karim, id, "bad").await;
        leila.put(&format!("/books/{id}/rating"), json!({ "value": 4.5 })).await;
        karim.put(&format!("/books/{id}/rating"), json!({ "value": 0.5 })).await;
        let of = async |stars: i64| texts(&shop.get(&format!("/api/v1/books/{id}/comments?rating={stars}")).await.json());
        assert_eq!((of(5).await, of(1).await, of(3).await), (vec!["good".to_owned()], vec!["bad".to_owned()], vec![]));
        assert_eq!(shop.get(&format!("/api/v1/books/{id}/comments?rating=6")).await.problem(), "rating: out_of_range");
    }

    async fn only_its_writer_changes_a_comment_and_the_change_is_marked(shop: TestApp) {
        let id = book("Zinc").put(&shop).await;
        let (leila, karim) = (shop.reader("leila").await, shop.reader("karim").await);
        let said = say(&leila, id, "one").await;
        let path = format!("/comments/{}", said["id"]);
        let changed = leila.patch(&path, json!({ "spoiler": true })).await.json();
        assert_eq!((&changed["spoiler"], &changed["edited_at"]), (&json!(true), &Value::Null));
        shop.advance(60);
        let changed = leila.patch(&path, json!({ "text": "two" })).await.json();
        assert_eq!((&changed["text"], &changed["spoiler"]), (&json!("two"), &json!(true)));
        assert_eq!(changed["edited_at"], "2026-11-23T09:01:00.000Z");
        assert_eq!(karim.patch(&path, json!({ "text": "three" })).await.status(), 404);
        assert_eq!(karim.delete(&path).await.status(), 404);
        assert_eq!(leila.patch(&path, json!({ "text": " " })).await.problem(), "text: missing");
        assert_eq!(leila.patch("/comments/999", json!({ "text": "x" })).await.status(), 404);
    }

    async fn a_deleted_comment_leaves_a_place_while_there_are_replies(shop: TestApp) {
        let id = book("Zinc").put(&shop).await;
        let (leila, karim) = (shop.reader("leila").await, shop.reader("karim").await);
        let first = say(&leila, id, "one").await;
        let second = answer(&karim, id, &first, "two").await;
        let third = answer(&karim, id, &second, "three").await;
        let path = |of: &Value| format!("/comments/{}", of["id"]);
        assert_eq!(leila.delete(&path(&first)).await.status(), 204);
        assert_eq!(leila.delete(&path(&first)).await.status(), 404);
        let place = shop.get(&format!("/api/v1{}", path(&first))).await.json();
        assert_eq!((&place["state"], &place["text"], &place["author"]), (&json!("deleted"), &json!(""), &Value::Null));
        assert_eq!(count(&leila, id).await, 2);
        karim.delete(&path(&second)).await;
        let list = shop.get(&format!("/api/v1/books/{id}/comments")).await.json();
        let states: Vec<_> = list["items"][0]["replies"].as_array().unwrap().iter().map(|one| one["state"].clone()).collect();
        assert_eq!(states, ["deleted", "visible"]);
        karim.delete(&path(&third)).await;
        assert_eq!(count(&leila, id).await, 0);
        for gone in [&first, &second, &third] {
            assert_eq!(shop.get(&format!("/api/v1{}", path(gone))).await.status(), 404, "places go with the last reply");
        }
    }

    async fn what_cannot_be_said_is_refused_by_name(shop: TestApp) {
        let (id, other) = (book("Zinc").put(&shop).await, book("Plomb").put(&shop).await);
        let leila = shop.reader("leila").await;
        let path = format!("/books/{id}/comments");
        let elsewhere = say(&leila, other, "elsewhere").await;
        for (body, told) in [
            (json!({ "text": "" }), "text: missing"),
            (json!({ "text": " \u{200b}\n" }), "text: missing"),
            (json!({ "text": "ق".repeat(5_001) }), "text: too_long"),
            (json!({ "text": "x", "parent_id": 999 }), "parent_id: unknown"),
            (json!({ "text": "x", "parent_id": elsewhere["id"] }), "parent_id: unknown"),
            (json!({ "spoiler": true }), "text: missing"),
            (json!({ "text": "x", "html": true }), "html: unknown_field"),
        ] {
            let answer = leila.post(&path, body.clone()).await;
            assert_eq!((answer.status(), answer.problem().as_str()), (422, told), "{body}");
        }
        said(&leila, id, json!({ "text": "ق".repeat(5_000), "parent_id": null })).await;
        assert_eq!(leila.post("/books/999/comments", json!({ "text": "x" })).await.status(), 404);
        assert_eq!(shop.get("/api/v1/books/999/comments").await.status(), 404);
        assert_eq!(shop.get("/api/v1/comments/999").await.status(), 404);
        assert_eq!(shop.api().post(&path, json!({ "text": "x" })).await.status(), 401);
        let newcomer = shop.newcomer("nora").await;
        assert_eq!(newcomer.post(&path, json!({ "text": "x" })).await.problem(), "unverified");
        shop.run_jobs().await;
    }

    async fn likes_are_one_of_each_reader_and_none_of_the_writer(shop: TestApp) {
        let id = book("Zinc").put(&shop).await;
        let (leila, karim) = (shop.reader("leila").await, shop.reader("karim").await);
        let said = say(&leila, id, "one").await;
        let (path, like) = (format!("/comments/{}", said["id"]), format!("/comments/{}/like", said["id"]));
        for _ in 0..2 {
            assert_eq!(karim.put(&like, json!({})).await.status(), 204);
            let seen = karim.get(&path).await.json();
            assert_eq!((&seen["like_count"], &seen["is_liked"]), (&json!(1), &json!(true)));
        }
        let own = leila.put(&like, json!({})).await;
        assert_eq!((own.status(), own.problem().as_str()), (403, "own_comment"));
        for _ in 0..2 {
            assert_eq!(karim.delete(&like).await.status(), 204);
            assert_eq!(karim.get(&path).await.json()["like_count"], 0);
        }
        assert_eq!(karim.put("/comments/999/like", json!({})).await.status(), 404);
    }

    async fn a_comment_on_a_book_that_left_the_shop_is_not_there(shop: TestApp) {
        let id = book("Zinc").put(&shop).await;
        let leila = shop.reader("leila").await;
        let said = say(&leila, id, "one").await;
        shop.app.db.execute(db::sql!("update books set status = 'withdrawn' where id = $1", id)).await.unwrap();
        assert_eq!(leila.get(&format!("/comments/{}", said["id"])).await.status(), 404);
        assert_eq!(leila.get(&format!("/comments/{}/replies", said["id"])).await.status(), 404);
        assert_eq!(leila.get("/me/comments").await.json()["items"][0]["text"], "one", "its writer finds it again");
    }
}
