//! Favourites: kept once, seen everywhere, found again, gone with the book and the account.

use db::{Query as _, sql};
use serde_json::{Value, json};
use testing::{PASSWORD, TestResponse, book, on_both_databases};
use web::Role;

use crate::shop as site;

fn titles(answer: &TestResponse) -> Vec<String> {
    let json = answer.json();
    let items = json["items"].as_array().unwrap_or_else(|| panic!("{json}"));
    items.iter().map(|item| item["title"].as_str().unwrap_or_default().to_owned()).collect()
}

on_both_databases! {
    in site();

    async fn a_cursor_of_the_favourites_is_none_of_another_list(shop: TestApp) {
        let leila = shop.reader("leila").await;
        for title in ["Zinc", "Atlas"] {
            let id = book(title).put(&shop).await;
            for kind in ["favorite", "bookmark"] {
                leila.put(&format!("/books/{id}/{kind}"), Value::Null).await;
            }
        }
        let first = leila.get("/me/favorites?limit=1").await.json();
        let cursor = first["next_cursor"].as_str().unwrap();
        let second = leila.get(&format!("/me/favorites?limit=1&cursor={cursor}")).await.json();
        assert_eq!((second["items"].as_array().unwrap().len(), &second["next_cursor"]), (1, &Value::Null));
        for path in ["/me/bookmarks", "/me/read", "/me/history", "/me/searches", "/books"] {
            let answer = leila.get(&format!("{path}?cursor={cursor}")).await;
            assert_eq!(
                (answer.status(), answer.problem().as_str()),
                (422, "cursor: invalid_cursor"),
                "{path}"
            );
        }
    }

    async fn a_favourite_is_kept_once_and_removed_once(shop: TestApp) {
        let zinc = book("Zinc").put(&shop).await;
        let leila = shop.reader("leila").await;
        for _ in 0..2 {
            assert_eq!(leila.put(&format!("/books/{zinc}/favorite"), Value::Null).await.status(), 204);
        }
        let list = leila.get("/me/favorites").await.json();
        assert_eq!(list["items"].as_array().map(Vec::len), Some(1), "{list}");
        assert_eq!(list["items"][0]["favorited_at"], "2026-11-23T09:00:00.000Z");
        assert_eq!(list["items"][0]["price_then"]["amount"], 95_000);
        assert_eq!(list["items"][0]["is_favorite"], true);
        for _ in 0..2 {
            assert_eq!(leila.delete(&format!("/books/{zinc}/favorite")).await.status(), 204);
        }
        assert_eq!(leila.get("/me/favorites").await.json(), json!({ "items": [], "next_cursor": null, "total": 0 }));
    }

    async fn whoever_keeps_a_book_and_lets_it_go_at_once_is_never_told_that_the_list_is_full(shop: TestApp) {
        let path = format!("/books/{}/favorite", book("Zinc").put(&shop).await);
        let leila = shop.reader("leila").await;
        let presses = (0..60).map(async |number| {
            let answer = if number % 2 == 0 { leila.put(&path, Value::Null).await } else { leila.delete(&path).await };
            answer.status()
        });
        assert_eq!(futures::future::join_all(presses).await, [204; 60]);
    }

    async fn what_is_not_for_a_reader_is_not_similar_to_anything(shop: TestApp) {
        let zinc = book("Zinc").genre("Roman").put(&shop).await;
        let atlas = book("Atlas").genre("Roman").put(&shop).await;
        let leila = shop.reader("leila").await;
        shop.run_scheduled("catalogue.similar").await;
        let path = format!("/books/{atlas}/similar");
        assert_eq!(titles(&leila.get(&path).await), ["Zinc"]);
        leila.put(&format!("/books/{zinc}/dismissal"), Value::Null).await;
        assert_eq!(titles(&leila.get(&path).await), Vec::<String>::new());
        assert_eq!(titles(&shop.api().get(&path).await), ["Zinc"]);
        let page = format!("/en/book/{atlas}-atlas");
        assert!(!shop.browser_of("leila").await.get(&page).await.text().contains("Zinc"));
        assert!(shop.get(&page).await.text().contains("Zinc"));
    }

    async fn every_answer_tells_a_reader_their_own_favourites(shop: TestApp) {
        let zinc = book("Zinc").genre("Roman").put(&shop).await;
        let atlas = book("Atlas").genre("Roman").put(&shop).await;
        let leila = shop.reader("leila").await;
        leila.put(&format!("/books/{zinc}/favorite"), Value::Null).await;
        leila.put(&format!("/books/{zinc}/bookmark"), Value::Null).await;
        leila.put(&format!("/books/{atlas}/read"), Value::Null).await;
        let karim = shop.reader("karim").await;
        shop.run_scheduled("catalogue.similar").await;
        for path in ["/books", "/shelves/new", &format!("/books/{atlas}/similar")] {
            let favourites = |answer: TestResponse| {
                let json = answer.json();
                let items = json["items"].as_array().cloned().unwrap_or_default();
                items.iter().filter(|item| item["is_favorite"] == true).count()
            };
            assert_eq!(favourites(leila.get(path).await), 1, "{path}");
            assert_eq!(favourites(karim.get(path).await), 0, "{path}");
            assert_eq!(favourites(shop.api().get(path).await), 0, "{path}");
        }
        let marks = |json: Value| ["is_favorite", "is_bookmarked", "is_read"].map(|mark| json[mark] == true);
        assert_eq!(marks(leila.get(&format!("/books/{zinc}")).await.json()), [true, true, false]);
        assert_eq!(marks(leila.get(&format!("/books/{atlas}")).await.json()), [false, false, true]);
        assert_eq!(marks(karim.get(&format!("/books/{zinc}")).await.json()), [false; 3]);
    }

    async fn what_is_owned_read_and_rated_is_told_its_reader(shop: TestApp) {
        let zinc = book("Zinc").file(testing::shared_data("epub/trees.epub")).put(&shop).await;
        let leila = shop.reader("leila").await;
        let me = leila.get("/me").await.json()["id"].as_i64().unwrap();
        let now = shop.app.clock.now();
        for change in [
            sql!("insert into library_entries (user_id, book_id, source, added_at) values ($1, $2, 'bought', $3)", me, zinc, now),
            sql!("insert into reading_progress (user_id, book_id, percent, last_read_at) values ($1, $2, 42.5, $3)", me, zinc, now),
            sql!("insert into ratings (user_id, book_id, value, updated_at) values ($1, $2, 45, $3)", me, zinc, now),
        ] {
            shop.app.db.execute(change).await.unwrap();
        }
        let whole = leila.get(&format!("/books/{zinc}")).await.json();
        assert_eq!((&whole["is_owned"], &whole["progress_percent"], &whole["my_rating"]), (&json!(true), &json!(42.5), &json!(4.5)));
        let page = shop.browser_of("leila").await.get("/fr/new").await;
        let text = page.text().replace(['\u{a0}', '\u{2068}', '\u{2069}'], " ");
        assert!(text.contains("badge--owned") && text.contains("42 %"), "{text}");
        let others = shop.reader("karim").await.get(&format!("/books/{zinc}")).await.json();
        assert_eq!((&others["is_owned"], &others["my_rating"]), (&json!(false), &Value::Null));
    }

    async fn the_list_is_read_in_parts_and_looked_through(shop: TestApp) {
        let leila = shop.reader("leila").await;
        for (title, author) in [("Zinc", "Lina Haddad"), ("L’Île bleue", "Samir Ben Ali"), ("مدينة الورق", "كريم عمران")] {
            let id = book(title).by(&[author]).put(&shop).await;
            shop.advance(60);
            leila.put(&format!("/books/{id}/favorite"), Value::Null).await;
        }
        assert_eq!(titles(&leila.get("/me/favorites").await), ["مدينة الورق", "L’Île bleue", "Zinc"]);
        let first = leila.get("/me/favorites?limit=2").await;
        let cursor = first.json()["next_cursor"].as_str().unwrap_or_default().to_owned();
        assert_eq!(titles(&leila.get(&format!("/me/favorites?limit=2&cursor={cursor}")).await), ["Zinc"]);
        for (q, found) in [
            ("ile", vec!["L’Île bleue"]),
            ("ali%20bleue", vec!["L’Île bleue"]),
            ("haddad", vec!["Zinc"]),
            ("%D9%85%D8%AF%D9%8A%D9%86%D9%87", vec!["مدينة الورق"]),
            ("nothing", vec![]),
        ] {
            assert_eq!(titles(&leila.get(&format!("/me/favorites?q={q}")).await), found, "{q}");
        }
        assert_eq!(leila.get(&format!("/me/favorites?q={}", "x".repeat(201))).await.problem(), "q: too_long");
        assert_eq!(leila.get("/me/favorites?cursor=x").await.status(), 422);
    }

    async fn only_what_can_be_seen_is_kept(shop: TestApp) {
        let zinc = book("Zinc").put(&shop).await;
        let draft = book("Draft").with(|book| book.status = catalogue::Status::Draft).put(&shop).await;
        let leila = shop.reader("leila").await;
        for path in [format!("/books/{draft}/favorite"), "/books/999/bookmark".to_owned(), "/books/999/read".to_owned()] {
            assert_eq!(leila.put(&path, Value::Null).await.status(), 404, "{path}");
            assert_eq!(leila.delete(&path).await.status(), 204, "{path}");
        }
        leila.put(&format!("/books/{zinc}/favorite"), Value::Null).await;
        let withdraw = sql!("update books set status = 'withdrawn' where id = $1", zinc);
        shop.app.db.execute(withdraw).await.unwrap();
        assert!(titles(&leila.get("/me/favorites").await).is_empty());
        let publish = sql!("update books set status = 'published' where id = $1", zinc);
        shop.app.db.execute(publish).await.unwrap();
        assert_eq!(titles(&leila.get("/me/favorites").await), ["Zinc"], "it comes back with the book");
    }

    async fn whoever_is_not_signed_in_keeps_nothing_and_whoever_is_not_verified_may(shop: TestApp) {
        let zinc = book("Zinc").put(&shop).await;
        let nobody = shop.api();
        for what in ["favorite", "bookmark", "read"] {
            assert_eq!(nobody.put(&format!("/books/{zinc}/{what}"), Value::Null).await.status(), 401, "{what}");
            assert_eq!(nobody.delete(&format!("/books/{zinc}/{what}")).await.status(), 401, "{what}");
        }
        for path in ["/me/favorites", "/me/bookmarks", "/me/read", "/me/history", "/me/searches"] {
            assert_eq!(nobody.get(path).await.status(), 401, "{path}");
        }
        let newcomer = shop.newcomer("leila").await;
        shop.run_jobs().await;
        assert_eq!(newcomer.put(&format!("/books/{zinc}/favorite"), Value::Null).await.status(), 204);
        assert_eq!(titles(&newcomer.get("/me/favorites").await), ["Zinc"]);
    }

    async fn favourites_go_with_the_book_and_with_the_account(shop: TestApp) {
        let zinc = book("Zinc").put(&shop).await;
        let atlas = book("Atlas").put(&shop).await;
        let leila = shop.reader("leila").await;
        for id in [zinc, atlas] {
            for what in ["favorite", "bookmark", "read"] {
                leila.put(&format!("/books/{id}/{what}"), Value::Null).await;
            }
            assert_eq!(leila.post(&format!("/books/{id}/views"), Value::Null).await.status(), 204);
        }
        leila.get("/me/history").await;
        let gone = catalogue::Book::find(&shop.app.db, zinc).await.unwrap().unwrap();
        let now = shop.app.clock.now();
        shop.app.db.transaction(async |tx| gone.remove(&tx, now).await).await.unwrap();
        assert_eq!(titles(&leila.get("/me/favorites").await), ["Atlas"]);
        assert_eq!(leila.delete_me().await.status(), 204);
        for (count,) in [
            shop.app.db.one::<(i64,)>(sql!("/* full scan: a test */ select count(*) from favorites")).await.unwrap(),
            shop.app.db.one(sql!("/* full scan: a test */ select count(*) from bookmarks")).await.unwrap(),
            shop.app.db.one(sql!("/* full scan: a test */ select count(*) from read_marks")).await.unwrap(),
            shop.app.db.one(sql!("/* full scan: a test */ select count(*) from views")).await.unwrap(),
        ] {
            assert_eq!(count, 0);
        }
        shop.run_jobs().await;
    }

    async fn a_household_that_changes_too_much_is_held_back(shop: TestApp) {
        let zinc = book("Zinc").put(&shop).await;
        shop.account("leila", Role::Reader).await;
        let shop = shop.seen_from("192.0.2.1:4000");
        let leila = shop.sign_in("leila").await;
        let mut last = 204;
        for _ in 0..400 {
            let answer = leila.delete(&format!("/books/{zinc}/favorite")).await;
            last = answer.status();
            if last != 204 {
                assert!(!answer.header("retry-after").is_empty());
                break;
            }
        }
        assert_eq!(last, 429);
    }
}

trait DeleteMe {
    /// Deletes one's account.
    async fn delete_me(&self) -> TestResponse;
}

impl DeleteMe for testing::Program {
    async fn delete_me(&self) -> TestResponse {
        self.ask(http::Method::DELETE, "/me", Some(json!({ "password": PASSWORD }))).await
    }
}
