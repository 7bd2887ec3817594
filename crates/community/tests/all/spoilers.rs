//! What stays folded, and for whom.

use catalogue::Book;
use db::{Query as _, sql};
use kernel::Id;
use serde_json::{Value, json};
use testing::{Program, TestApp, book, on_both_databases};

use crate::{said, say, site};

/// Lets somebody have read a part of a book.
async fn read(shop: &TestApp, username: &str, book: Id<Book>, percent: f64) {
    let done = shop.app.db.execute(sql!(
        "insert into reading_progress (user_id, book_id, percent, last_read_at)
         select id, $2, $3, $4 from users where username = $1
         on conflict (user_id, book_id) do update set percent = excluded.percent",
        username,
        book,
        percent,
        shop.app.clock.now()
    ));
    assert_eq!(done.await.unwrap(), 1);
}

/// Whether a comment is folded, its parts are, and because of how far one has read.
async fn folded(who: &Program, comment: &Value) -> (bool, bool, bool) {
    let seen = who.get(&format!("/comments/{}", comment["id"])).await.json();
    let is = |name: &str| seen[name].as_bool().unwrap();
    (is("folded"), is("folds_parts"), is("hidden_by_progress"))
}

on_both_databases! {
    in site();

    async fn what_was_written_further_on_is_folded_for_who_is_behind(shop: TestApp) {
        let id = book("Zinc").put(&shop).await;
        let (leila, karim) = (shop.reader("leila").await, shop.reader("karim").await);
        read(&shop, "leila", id, 80.0).await;
        let far = say(&leila, id, "the last chapters").await;
        assert_eq!(far["written_at_percent"], 80.0);
        assert_eq!(folded(&leila, &far).await, (false, false, false), "one's own is never folded");
        assert_eq!(folded(&karim, &far).await, (true, true, true), "who has not begun is behind");
        assert_eq!(folded(&shop.api(), &far).await, (true, true, true));
        read(&shop, "karim", id, 79.5).await;
        assert_eq!(folded(&karim, &far).await, (true, true, true));
        read(&shop, "karim", id, 80.0).await;
        assert_eq!(folded(&karim, &far).await, (false, true, false));
        let near = say(&karim, id, "here too").await;
        assert_eq!(folded(&leila, &near).await, (false, true, false));
    }

    async fn what_is_marked_is_folded_until_the_book_is_read(shop: TestApp) {
        let id = book("Zinc").put(&shop).await;
        let (leila, karim) = (shop.reader("leila").await, shop.reader("karim").await);
        let whole = said(&leila, id, json!({ "text": "She leaves.", "spoiler": true })).await;
        let part = say(&leila, id, "At last ||she leaves||. Good.").await;
        assert_eq!(part["parts"], json!([
            { "text": "At last ", "spoiler": false }, { "text": "she leaves", "spoiler": true }, { "text": ". Good.", "spoiler": false },
        ]));
        assert_eq!(whole["parts"], json!([]));
        assert_eq!(folded(&karim, &whole).await, (true, true, false));
        assert_eq!(folded(&karim, &part).await, (false, true, false));
        read(&shop, "karim", id, 100.0).await;
        assert_eq!(folded(&karim, &whole).await, (false, false, false));
    }

    async fn who_ticked_the_book_off_as_read_is_behind_nobody(shop: TestApp) {
        let id = book("Zinc").put(&shop).await;
        let (leila, karim) = (shop.reader("leila").await, shop.reader("karim").await);
        read(&shop, "leila", id, 80.0).await;
        let far = say(&leila, id, "the last chapters").await;
        let ticked = shop.app.db.execute(sql!(
            "insert into read_marks (user_id, book_id, read_at) select id, $1, $2 from users where username = 'karim'",
            id,
            shop.app.clock.now()
        ));
        assert_eq!(ticked.await.unwrap(), 1);
        assert_eq!(folded(&karim, &far).await, (false, false, false));
    }

    async fn a_reader_says_what_is_to_be_done_with_spoilers(shop: TestApp) {
        let id = book("Zinc").put(&shop).await;
        let (leila, karim) = (shop.reader("leila").await, shop.reader("karim").await);
        read(&shop, "leila", id, 80.0).await;
        let far = said(&leila, id, json!({ "text": "She leaves.", "spoiler": true })).await;
        assert_eq!(karim.get("/me").await.json()["spoilers"], "by_progress");
        let changed = karim.patch("/me", json!({ "spoilers": "always" })).await;
        assert_eq!(changed.json()["spoilers"], "always");
        assert_eq!(folded(&karim, &far).await, (false, false, true));
        karim.patch("/me", json!({ "spoilers": "never" })).await;
        read(&shop, "karim", id, 100.0).await;
        assert_eq!(folded(&karim, &far).await, (true, true, false));
        assert_eq!(karim.patch("/me", json!({ "spoilers": "sometimes" })).await.problem(), "spoilers: invalid");
    }

    async fn what_is_said_otherwise_further_on_is_of_further_on(shop: TestApp) {
        let id = book("Zinc").put(&shop).await;
        let leila = shop.reader("leila").await;
        read(&shop, "leila", id, 10.0).await;
        let path = format!("/comments/{}", say(&leila, id, "begun").await["id"]);
        read(&shop, "leila", id, 90.0).await;
        assert_eq!(leila.patch(&path, json!({ "text": "nearly done" })).await.json()["written_at_percent"], 90.0);
        read(&shop, "leila", id, 20.0).await;
        assert_eq!(leila.patch(&path, json!({ "text": "again" })).await.json()["written_at_percent"], 90.0);
    }

    async fn a_mark_shows_whose_the_book_is_and_what_they_gave_it(shop: TestApp) {
        let id = book("Zinc").put(&shop).await;
        let leila = shop.reader("leila").await;
        let said = say(&leila, id, "mine").await;
        assert_eq!((&said["owns_book"], &said["rating"]), (&json!(false), &Value::Null));
        shop.app.db.execute(sql!(
            "insert into library_entries (user_id, book_id, source, added_at)
             select id, $1, 'bought', $2 from users where username = 'leila'", id, shop.app.clock.now()
        )).await.unwrap();
        leila.put(&format!("/books/{id}/rating"), json!({ "value": 4.5 })).await;
        let seen = shop.get(&format!("/api/v1/books/{id}/comments")).await.json()["items"][0].clone();
        assert_eq!((&seen["owns_book"], &seen["rating"]), (&json!(true), &json!(4.5)));
    }
}
