//! The history: what is looked at is written down, what is fetched ahead is not, and whoever does not want it pauses it.

use axum::body::Body;
use db::{Query as _, sql};
use discovery::keeping::{Look, Searches, View};
use http::{Method, Request};
use serde_json::{Value, json};
use testing::{Browser, Program, TestResponse, book, on_both_databases};
use web::Role;

use crate::shop as site;

const DAY: i64 = 24 * 60 * 60;

async fn viewed(program: &Program) -> Vec<String> {
    let json = program.get("/me/history").await.json();
    let items = json["items"].as_array().unwrap_or_else(|| panic!("{json}"));
    items.iter().map(|item| item["book"]["title"].as_str().unwrap_or_default().to_owned()).collect()
}

async fn with_header(browser: &Browser, path: &str, name: &str, value: &str) -> TestResponse {
    browser.send(Request::get(path).header(name, value).body(Body::empty())).await
}

on_both_databases! {
    in site();

    async fn a_look_at_a_books_page_is_written_down_once_a_day(shop: TestApp) {
        let (zinc, atlas) = (book("Zinc").put(&shop).await, book("Atlas").put(&shop).await);
        let leila = shop.reader("leila").await;
        let browser = shop.browser_of("leila").await;
        for path in [format!("/fr/book/{zinc}-zinc"), format!("/ar/book/{atlas}-atlas"), format!("/en/book/{zinc}-zinc")] {
            assert_eq!(browser.get(&path).await.status(), 200);
            shop.advance(60);
        }
        assert_eq!(viewed(&leila).await, ["Zinc", "Atlas"]);
        shop.advance(DAY);
        browser.get(&format!("/fr/book/{zinc}-zinc")).await;
        let leila = shop.sign_in("leila").await;
        assert_eq!(viewed(&leila).await, ["Zinc", "Zinc", "Atlas"], "another day is another entry");
        assert!(viewed(&shop.reader("karim").await).await.is_empty(), "a history is one's own");
    }

    async fn what_is_fetched_ahead_only_asked_after_or_led_on_is_no_look(shop: TestApp) {
        let zinc = book("Zinc").put(&shop).await;
        let leila = shop.reader("leila").await;
        let browser = shop.browser_of("leila").await;
        let page = format!("/fr/book/{zinc}-zinc");
        for (name, value) in [("sec-purpose", "prefetch;prerender"), ("purpose", "prefetch"), ("x-moz", "prefetch")] {
            assert_eq!(with_header(&browser, &page, name, value).await.status(), 200);
        }
        browser.send(Request::head(&page).body(Body::empty())).await;
        assert_eq!(browser.get(&format!("/fr/book/{zinc}-wrong")).await.status(), 301);
        leila.get(&format!("/books/{zinc}")).await;
        leila.get("/books").await;
        shop.get(&page).await;
        assert!(viewed(&leila).await.is_empty());
        assert_eq!(leila.post(&format!("/books/{zinc}/views"), Value::Null).await.status(), 204);
        assert_eq!(viewed(&leila).await, ["Zinc"], "until it says that it is shown");
        assert_eq!(leila.post("/books/999/views", Value::Null).await.status(), 404);
        assert_eq!(shop.api().post(&format!("/books/{zinc}/views"), Value::Null).await.status(), 401);
    }

    async fn an_entry_that_was_removed_is_put_back_where_it_was(shop: TestApp) {
        let zinc = book("Zinc").put(&shop).await;
        let leila = shop.reader("leila").await;
        leila.post(&format!("/books/{zinc}/views"), Value::Null).await;
        let entry = leila.get("/me/history").await.json()["items"][0].clone();
        let back = json!({ "book_id": entry["book"]["id"], "viewed_at": entry["viewed_at"] });
        leila.delete(&format!("/me/history/{}", entry["id"])).await;
        shop.advance(DAY);
        let leila = shop.sign_in("leila").await;
        let answer = leila.post("/me/history", back.clone()).await;
        let now = leila.get("/me/history").await.json();
        assert_eq!((answer.status(), &now["items"][0]["viewed_at"]), (201, &entry["viewed_at"]));
        assert_eq!(answer.json()["id"], now["items"][0]["id"]);
        leila.post("/me/history", back.clone()).await;
        assert_eq!(viewed(&leila).await, ["Zinc"], "once");
        leila.delete("/me/history").await;
        assert_eq!(leila.post("/me/history", back).await.status(), 404, "it was cleared");
        let to_come = json!({ "book_id": zinc, "viewed_at": "2096-01-01T00:00:00Z" });
        shop.advance(60);
        assert_eq!(leila.post("/me/history", to_come).await.status(), 201);
        let at = leila.get("/me/history").await.json()["items"][0]["viewed_at"].clone();
        assert_eq!(at, json!(shop.app.clock.now()));
        assert_eq!(leila.post("/me/history", json!({ "book_id": 999, "viewed_at": at })).await.status(), 404);
        assert_eq!(leila.post("/me/history", json!({ "book_id": zinc })).await.problem(), "viewed_at: missing");
    }

    async fn a_search_that_was_removed_is_put_back_where_it_was(shop: TestApp) {
        let leila = shop.reader("leila").await;
        Searches::record(&shop.app.db, user(&leila).await, "Zinc", shop.app.clock.now()).await.unwrap();
        let entry = leila.get("/me/searches").await.json()["items"][0].clone();
        leila.delete(&format!("/me/searches/{}", entry["id"])).await;
        shop.advance(60);
        let back = json!({ "text": "Zinc", "searched_at": entry["searched_at"] });
        let answer = leila.post("/me/searches", back).await;
        let now = leila.get("/me/searches").await.json()["items"][0].clone();
        assert_eq!((answer.status(), &now["searched_at"]), (201, &entry["searched_at"]));
        assert_eq!(answer.json()["id"], now["id"]);
        let long = json!({ "text": "z".repeat(201), "searched_at": entry["searched_at"] });
        assert_eq!(leila.post("/me/searches", long).await.problem(), "text: too_long");
    }

    async fn what_is_put_takes_no_body_that_it_does_not_know(shop: TestApp) {
        let zinc = book("Zinc").put(&shop).await;
        let leila = shop.reader("leila").await;
        for path in ["favorite", "bookmark", "read", "dismissal"].map(|kind| format!("/books/{zinc}/{kind}")) {
            assert_eq!(leila.put(&path, json!({ "until": "tomorrow" })).await.problem(), "until: unknown_field");
            assert_eq!(leila.put(&path, json!({})).await.status(), 204, "{path}");
            assert_eq!(leila.ask(Method::PUT, &path, None).await.status(), 204, "{path}");
        }
        assert_eq!(leila.put("/me/history/pause", json!({ "paused": true })).await.status(), 422);
        let when = json!({ "read_at": "2026-01-02T10:00:00Z" });
        leila.delete(&format!("/books/{zinc}/read")).await;
        leila.put(&format!("/books/{zinc}/read"), when).await;
        assert_eq!(leila.get("/me/read").await.json()["items"][0]["read_at"], "2026-01-02T10:00:00.000Z");
    }

    async fn a_history_that_is_paused_writes_nothing_down_and_keeps_what_it_has(shop: TestApp) {
        let (zinc, atlas) = (book("Zinc").put(&shop).await, book("Atlas").put(&shop).await);
        let leila = shop.reader("leila").await;
        let browser = shop.browser_of("leila").await;
        let not_paused = json!({ "paused": false, "paused_at": null });
        assert_eq!(leila.get("/me/history/pause").await.json(), not_paused);
        browser.get(&format!("/fr/book/{zinc}-zinc")).await;
        for _ in 0..2 {
            let answer = leila.put("/me/history/pause", Value::Null).await;
            assert_eq!(answer.json(), json!({ "paused": true, "paused_at": "2026-11-23T09:00:00.000Z" }));
            shop.advance(60);
        }
        browser.get(&format!("/fr/book/{atlas}-atlas")).await;
        Searches::record(&shop.app.db, user(&leila).await, "zinc", shop.app.clock.now()).await.unwrap();
        assert_eq!(viewed(&leila).await, ["Zinc"]);
        assert_eq!(leila.get("/me/searches").await.json()["total"], 0);
        for _ in 0..2 {
            assert_eq!(leila.delete("/me/history/pause").await.status(), 204);
        }
        assert_eq!(leila.get("/me/history/pause").await.json(), not_paused);
        browser.get(&format!("/fr/book/{atlas}-atlas")).await;
        assert_eq!(viewed(&leila).await, ["Atlas", "Zinc"]);
    }

    async fn what_was_looked_at_during_a_pause_stays_out_when_the_history_goes_on(shop: TestApp) {
        let ids = [book("Zinc").put(&shop).await, book("Atlas").put(&shop).await];
        let leila = shop.reader("leila").await;
        let browser = shop.browser_of("leila").await;
        leila.put("/me/history/pause", Value::Null).await;
        leila.post(&format!("/books/{}/views", ids[0]), Value::Null).await;
        assert_eq!(leila.delete("/me/history/pause").await.status(), 204);
        assert!(viewed(&leila).await.is_empty(), "resumed by a program");
        leila.put("/me/history/pause", Value::Null).await;
        leila.post(&format!("/books/{}/views", ids[1]), Value::Null).await;
        let resumed = browser.post("/fr/account/history/pause", &[("paused", "no")]).await;
        assert_eq!(resumed.status(), 303);
        assert!(viewed(&leila).await.is_empty(), "resumed on the page");
    }

    async fn a_look_that_another_node_writes_down_late_stays_out_when_it_fell_into_a_pause(shop: TestApp) {
        let zinc = book("Zinc").put(&shop).await;
        let leila = shop.reader("leila").await;
        let look = Look { user: user(&leila).await, book: zinc, at: shop.app.clock.now() };
        leila.put("/me/history/pause", Value::Null).await;
        shop.advance(1);
        leila.delete("/me/history/pause").await;
        let record = async |look| shop.app.db.transaction(async |tx| View::record(&tx, [look]).await).await.unwrap();
        record(look).await;
        assert!(viewed(&leila).await.is_empty());
        record(Look { at: shop.app.clock.now(), ..look }).await;
        assert_eq!(viewed(&leila).await, ["Zinc"]);
    }

    async fn the_oldest_looks_go_when_there_are_two_thousand(shop: TestApp) {
        let ids = [book("Zinc").put(&shop).await, book("Atlas").put(&shop).await];
        let leila = shop.reader("leila").await;
        let me = user(&leila).await;
        let now = shop.app.clock.now();
        // A look at each book on every day of almost three years.
        let looks: Vec<Look> = (0..1_005)
            .flat_map(|days| ids.map(|id| (id, now.plus_seconds(-days * DAY))))
            .map(|(id, at)| Look { user: me, book: id, at })
            .collect();
        for part in looks.chunks(500) {
            shop.app.db.transaction(async |tx| View::record(&tx, part.iter().copied()).await).await.unwrap();
        }
        let (count, oldest): (i64, kernel::Timestamp) = shop
            .app
            .db
            .one(sql!("select count(*), min(viewed_at) from views where user_id = $1", me))
            .await
            .unwrap();
        assert_eq!((count, oldest), (2_000, now.plus_seconds(-999 * DAY)));
    }

    async fn recommendations_are_told_of_what_is_removed_and_cleared(shop: TestApp) {
        let (zinc, atlas) = (book("Zinc").put(&shop).await, book("Atlas").put(&shop).await);
        let leila = shop.reader("leila").await;
        let browser = shop.browser_of("leila").await;
        let me = user(&leila).await;
        // Whether something was noted since it was asked last.
        let noted = async || {
            let gone = sql!("delete from changed_tastes where user_id = $1", me);
            shop.app.db.execute(gone).await.unwrap() > 0
        };
        for id in [zinc, atlas] {
            leila.post(&format!("/books/{id}/views"), Value::Null).await;
            leila.put(&format!("/books/{id}/read"), Value::Null).await;
        }
        let entries = leila.get("/me/history").await.json();
        assert!(noted().await, "a book was read");
        leila.delete(&format!("/me/history/{}", entries["items"][0]["id"])).await;
        assert!(noted().await, "one look");
        leila.delete("/me/history").await;
        assert!(noted().await, "all looks");
        leila.delete("/me/history").await;
        assert!(!noted().await, "there was nothing more");
        browser.post("/fr/account/history/clear", &[("show", "read")]).await;
        assert!(noted().await, "all that was read");
    }

    async fn one_entry_or_all_of_them_can_be_removed(shop: TestApp) {
        let (zinc, atlas) = (book("Zinc").put(&shop).await, book("Atlas").put(&shop).await);
        let leila = shop.reader("leila").await;
        let karim = shop.reader("karim").await;
        for id in [zinc, atlas] {
            leila.post(&format!("/books/{id}/views"), Value::Null).await;
            karim.post(&format!("/books/{id}/views"), Value::Null).await;
            shop.advance(60);
        }
        let entries = leila.get("/me/history").await.json();
        let id = entries["items"][0]["id"].as_i64().unwrap();
        assert_eq!(karim.delete(&format!("/me/history/{id}")).await.status(), 404, "it is not theirs");
        assert_eq!(leila.delete(&format!("/me/history/{id}")).await.status(), 204);
        assert_eq!(leila.delete(&format!("/me/history/{id}")).await.status(), 404);
        assert_eq!(viewed(&leila).await, ["Zinc"]);
        leila.post(&format!("/books/{atlas}/views"), Value::Null).await;
        shop.advance(1);
        assert_eq!(leila.delete("/me/history").await.status(), 204);
        assert!(viewed(&leila).await.is_empty(), "what waited to be written down is gone, too");
        assert_eq!(viewed(&karim).await.len(), 2);
    }

    async fn the_history_is_read_in_parts_and_looked_through(shop: TestApp) {
        let leila = shop.reader("leila").await;
        for title in ["Zinc", "Atlas", "Miel"] {
            let id = book(title).put(&shop).await;
            leila.post(&format!("/books/{id}/views"), Value::Null).await;
            shop.advance(60);
        }
        let first = leila.get("/me/history?limit=2").await.json();
        let cursor = first["next_cursor"].as_str().unwrap();
        let rest = leila.get(&format!("/me/history?limit=2&cursor={cursor}")).await.json();
        assert_eq!(rest["items"][0]["book"]["title"], "Zinc");
        assert_eq!(rest["next_cursor"], Value::Null);
        let found = leila.get("/me/history?q=atl").await.json();
        assert_eq!(found["items"].as_array().map(Vec::len), Some(1), "{found}");
        assert_eq!(found["items"][0]["viewed_at"], "2026-11-23T09:01:00.000Z");
    }

    async fn searches_are_kept_once_each_and_the_oldest_go(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let me = user(&leila).await;
        let search = async |text: &str| {
            shop.advance(1);
            Searches::record(&shop.app.db, me, text, shop.app.clock.now()).await.unwrap();
        };
        for text in ["Ouargla", "  roman ", "ouargla", "???", ""] {
            search(text).await;
        }
        let texts = async || {
            let json = leila.get("/me/searches?limit=100").await.json();
            let items = json["items"].as_array().cloned().unwrap_or_default();
            items.iter().map(|item| item["text"].as_str().unwrap_or_default().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(texts().await, ["ouargla", "roman"]);
        assert_eq!(leila.get("/me/searches?q=oua").await.json()["items"].as_array().map(Vec::len), Some(1));
        let id = leila.get("/me/searches").await.json()["items"][0]["id"].as_i64().unwrap();
        assert_eq!(shop.reader("karim").await.delete(&format!("/me/searches/{id}")).await.status(), 404);
        assert_eq!(leila.delete(&format!("/me/searches/{id}")).await.status(), 204);
        assert_eq!(texts().await, ["roman"]);
        for number in 0..205 {
            search(&format!("search {number}")).await;
        }
        let recent = Searches::recent(&shop.app.db, me, 1_000).await.unwrap();
        assert_eq!((recent.len(), recent[0].text.as_str()), (200, "search 204"));
        assert_eq!(leila.delete("/me/searches").await.status(), 204);
        assert!(texts().await.is_empty());
    }

    async fn the_page_groups_the_history_by_the_days_of_the_shop(shop: TestApp) {
        shop.account("leila", Role::Reader).await;
        let browser = shop.browser_of("leila").await;
        assert!(browser.get("/fr/account/history").await.text().contains("Les livres dont vous ouvrez la page"));
        let ids = [book("Zinc").put(&shop).await, book("Atlas").put(&shop).await, book("Miel").put(&shop).await];
        for (id, seconds) in ids.into_iter().zip([0, 40 * DAY, DAY]) {
            shop.advance(seconds);
            shop.sign_in("leila").await.post(&format!("/books/{id}/views"), Value::Null).await;
        }
        let browser = shop.browser_of("leila").await;
        let page = browser.get("/fr/account/history").await;
        let text = page.text().replace('\u{a0}', " ");
        let places = [">Aujourd’hui<", "Miel", ">Hier<", "Atlas", ">novembre 2026<", "Zinc"].map(|word| text.find(word));
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?} in {text}");
        assert_eq!(page.header("cache-control"), "private, no-cache");
        let found = browser.get("/fr/account/history?q=zin").await;
        assert!(found.text().contains("Zinc") && !found.text().contains("Miel"));
        assert!(browser.get("/ar/account/history?q=xyz").await.text().contains("لا شيء هنا يطابق «\u{2068}xyz\u{2069}»"));
    }
}

/// Whose tokens a program has.
pub(crate) async fn user(program: &Program) -> web::UserId {
    let me = program.get("/me").await.json();
    web::UserId::new(me["id"].as_i64().unwrap_or_else(|| panic!("{me}")))
}
