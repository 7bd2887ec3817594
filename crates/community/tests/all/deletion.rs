//! What becomes of the talk of somebody whose account is deleted, and of that about a book that is removed.

use community::{Drift, recount};
use db::{Query as _, sql};
use serde_json::{Value, json};
use testing::{PASSWORD, TestApp, book, on_both_databases};

use crate::{answer, count, say, site};

async fn assert_exact(shop: &TestApp) {
    assert_eq!(recount(&shop.app.db).await.unwrap(), Drift::default());
}

on_both_databases! {
    in site();

    async fn ratings_likes_and_words_go_with_the_account(shop: TestApp) {
        let id = book("Zinc").put(&shop).await;
        let (leila, karim) = (shop.reader("leila").await, shop.reader("karim").await);
        let answered = say(&leila, id, "answered").await;
        let alone = say(&leila, id, "alone").await;
        let reply = answer(&karim, id, &answered, "a reply").await;
        let deeper = answer(&leila, id, &reply, "and back").await;
        leila.put(&format!("/comments/{}/like", reply["id"]), json!({})).await;
        karim.put(&format!("/comments/{}/like", answered["id"]), json!({})).await;
        leila.post(&format!("/comments/{}/report", reply["id"]), json!({ "reason": "spam" })).await;
        karim.post(&format!("/comments/{}/report", answered["id"]), json!({ "reason": "spam" })).await;
        for (who, value) in [(&leila, 5.0), (&karim, 2.0)] {
            who.put(&format!("/books/{id}/rating"), json!({ "value": value })).await;
        }
        let gone = leila.ask(http::Method::DELETE, "/me", Some(json!({ "password": PASSWORD }))).await;
        assert_eq!(gone.status(), 204, "{}", gone.text());
        assert_exact(&shop).await;
        let ratings = karim.get(&format!("/books/{id}/ratings")).await.json();
        assert_eq!((&ratings["average"], &ratings["count"]), (&json!(2.0), &json!(1)));
        assert_eq!(count(&karim, id).await, 1);
        let place = karim.get(&format!("/comments/{}", answered["id"])).await.json();
        assert_eq!((&place["state"], &place["text"], &place["author"]), (&json!("deleted"), &json!(""), &Value::Null));
        for nothing in [&alone, &deeper] {
            assert_eq!(karim.get(&format!("/comments/{}", nothing["id"])).await.status(), 404);
        }
        assert_eq!(karim.get(&format!("/comments/{}", reply["id"])).await.json()["like_count"], 0);
        let (words,): (i64,) = shop.app.db.one(sql!("select count(*) /* full scan: a test */ from comments where words like '%back%' or words like '%alone%'")).await.unwrap();
        assert_eq!(words, 0);
        shop.run_jobs().await;
    }

    async fn the_talk_about_a_book_goes_with_the_book(shop: TestApp) {
        let id = book("Zinc").put(&shop).await;
        let (leila, karim) = (shop.reader("leila").await, shop.reader("karim").await);
        let first = say(&leila, id, "one").await;
        answer(&karim, id, &first, "two").await;
        karim.post(&format!("/comments/{}/report", first["id"]), json!({ "reason": "spam" })).await;
        shop.app.db.execute(sql!("delete from books where id = $1", id)).await.unwrap();
        assert_eq!(leila.get("/me/comments").await.json()["items"], json!([]));
    }

    async fn what_was_counted_wrong_is_told_and_put_right(shop: TestApp) {
        let id = book("Zinc").put(&shop).await;
        let (leila, karim) = (shop.reader("leila").await, shop.reader("karim").await);
        let first = say(&leila, id, "one").await;
        answer(&karim, id, &first, "two").await;
        karim.put(&format!("/comments/{}/like", first["id"]), json!({})).await;
        karim.put(&format!("/books/{id}/rating"), json!({ "value": 3 })).await;
        assert_exact(&shop).await;
        shop.app.db.execute(sql!("update books set comment_count = 7, rated_6 = 0, rating_sum = 1 where id = $1", id)).await.unwrap();
        shop.app.db.execute(sql!("update comments set like_count = 9, reply_count = 0 where book_id = $1 and root_id is null", id)).await.unwrap();
        assert_eq!(recount(&shop.app.db).await.unwrap(), Drift { books: 1, comments: 1, orphans: 0 });
        assert_exact(&shop).await;
        shop.run_scheduled("community.recount").await;
        assert_eq!(count(&leila, id).await, 2);
        let seen = leila.get(&format!("/comments/{}", first["id"])).await.json();
        assert_eq!((&seen["like_count"], &seen["reply_count"]), (&json!(1), &json!(1)));
    }

    async fn a_comment_that_lost_its_writer_is_shown_to_nobody_and_goes(shop: TestApp) {
        let id = book("Zinc").put(&shop).await;
        let leila = shop.reader("leila").await;
        let said = say(&leila, id, "written at the last moment").await;
        shop.app.db.execute(sql!("update comments set user_id = null where book_id = $1", id)).await.unwrap();
        assert_eq!(leila.get(&format!("/comments/{}", said["id"])).await.json()["text"], "");
        assert_eq!(recount(&shop.app.db).await.unwrap(), Drift { books: 0, comments: 0, orphans: 1 });
        assert_eq!((count(&leila, id).await, leila.get(&format!("/comments/{}", said["id"])).await.status()), (0, 404));
    }
}
