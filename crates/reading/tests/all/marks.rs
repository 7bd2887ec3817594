//! Markers, highlights and notes: made, listed, changed, deleted, taken along, found again in another version of the file.

use catalogue::Book;
use db::{Query as _, sql};
use http::{Method, Request};
use serde_json::{Value, json};
use testing::{Program, TestApp, TestResponse, hostile_words, on_both_databases};

use crate::opened::{Opened, is_near};
use crate::site;

fn uuid(number: u32) -> String {
    format!("0e984725-c51c-4bf4-9960-{number:012x}")
}

fn highlight(trees: &Opened, number: u32, (section, progression): (usize, f64), note: &str) -> Value {
    json!({
        "uuid": uuid(number), "kind": "highlight", "colour": "green", "note": note,
        "locator": trees.place(section, progression),
    })
}

async fn make(trees: &Opened, who: &Program, mark: Value) -> Value {
    let made = who.post(&trees.path("annotations"), mark).await;
    assert_eq!(made.status(), 201, "{}", made.text());
    made.json()
}

async fn notes(trees: &Opened, who: &Program, query: &str) -> Vec<String> {
    let list = who.get(&trees.path(&format!("annotations{query}"))).await.json();
    let note = |item: &Value| item["note"].as_str().unwrap().to_owned();
    list["items"].as_array().unwrap_or_else(|| panic!("{list}")).iter().map(note).collect()
}

async fn if_match(shop: &TestApp, who: &Program, method: Method, path: &str, etag: &str) -> TestResponse {
    let request = Request::builder().method(method).uri(format!("/api/v1{path}"));
    let request = request.header("authorization", format!("Bearer {}", who.access)).header("if-match", etag);
    let request = request.header("content-type", "application/json");
    shop.send(request.body(axum::body::Body::from(r#"{"note":"changed"}"#)).unwrap()).await
}

/// Gives the book another version of its file, with the same text.
async fn replace_file(shop: &TestApp, trees: &Opened) {
    let book = Book::find(&shop.app.db, trees.id).await.unwrap().unwrap();
    let pack = book.part(&book.files[0], "pack");
    let bytes = shop.app.storage.read_bytes(&pack, None).await.unwrap();
    let renamed = sql!("update book_files set version = 'second' where book_id = $1", trees.id);
    shop.app.db.execute(renamed).await.unwrap();
    let book = Book::find(&shop.app.db, trees.id).await.unwrap().unwrap();
    shop.app.storage.put_bytes(&book.part(&book.files[0], "pack"), bytes).await.unwrap();
}

on_both_databases! {
    in site();

    async fn marks_are_made_listed_changed_and_deleted(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let trees = Opened::trees(&shop, &leila).await;
        let last = highlight(&trees, 1, (2, 0.5), "last");
        let made = make(&trees, &leila, last.clone()).await;
        assert_eq!((&made["kind"], &made["colour"], &made["status"]), (&json!("highlight"), &json!("green"), &json!("placed")));
        assert!(is_near(&made["percent"], trees.percent(2, 0.5)), "{made}");
        make(&trees, &leila, json!({ "uuid": uuid(2), "kind": "marker", "locator": trees.place(0, 0.5) })).await;
        make(&trees, &leila, json!({ "uuid": uuid(3), "kind": "note", "note": " as typed\r\n ", "locator": trees.place(1, 0.5) })).await;
        make(&trees, &leila, json!({ "uuid": uuid(4), "kind": "highlight", "color": "pink", "locator": trees.place(1, 0.7) })).await;
        assert_eq!(notes(&trees, &leila, "").await, ["", " as typed\r\n ", "", "last"]);
        assert_eq!(notes(&trees, &leila, "?kind=highlight&colour=green").await, ["last"]);
        assert_eq!(notes(&trees, &leila, "?kind=note").await, [" as typed\r\n "]);
        assert_eq!(leila.get(&trees.path("annotations?colour=red")).await.problem(), "colour: invalid");
        let page = leila.get(&trees.path("annotations?limit=3")).await.json();
        let next = page["next_cursor"].as_str().unwrap();
        assert_eq!(notes(&trees, &leila, &format!("?cursor={next}")).await, ["last"]);

        let again = leila.post(&trees.path("annotations"), last).await;
        assert_eq!((again.status(), again.json()), (200, made), "sent again it is the same mark");
        let path = format!("/annotations/{}", uuid(1));
        let changed = leila.patch(&path, json!({ "note": "other words", "colour": "blue", "device": "phone" })).await;
        assert_eq!(changed.status(), 200, "{}", changed.text());
        let changed = changed.json();
        assert_eq!((&changed["note"], &changed["colour"], &changed["device"]), (&json!("other words"), &json!("blue"), &json!("phone")));
        assert_eq!(leila.get(&path).await.json(), changed);
        assert_eq!((leila.delete(&path).await.status(), leila.delete(&path).await.status()), (204, 204));
        for gone in [leila.get(&path).await, leila.patch(&path, json!({ "note": "back" })).await] {
            assert_eq!(gone.status(), 404);
        }
        assert_eq!(notes(&trees, &leila, "").await.len(), 3);
        let (left,): (i64,) = shop.app.db
            .one(sql!("select /* full scan: a test */ count(*) from annotations where note <> '' and deleted_at is not null"))
            .await
            .unwrap();
        assert_eq!(left, 0, "nothing of the words stays");
    }

    async fn an_older_word_does_not_bring_back_what_was_deleted(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let trees = Opened::trees(&shop, &leila).await;
        let mark = |updated: &str, note: &str| {
            let mut mark = highlight(&trees, 1, (1, 0.5), note);
            mark["updated_at"] = json!(updated);
            mark
        };
        make(&trees, &leila, mark("2026-11-23T08:00:00Z", "first")).await;
        let older = leila.post(&trees.path("annotations"), mark("2026-11-23T07:00:00Z", "older")).await;
        assert_eq!((older.status(), &older.json()["note"]), (200, &json!("first")));
        let newer = leila.post(&trees.path("annotations"), mark("2026-11-23T08:30:00Z", "newer")).await;
        assert_eq!((newer.status(), &newer.json()["note"]), (200, &json!("newer")));
        leila.delete(&format!("/annotations/{}", uuid(1))).await;
        for late in ["2026-11-23T08:40:00Z", "2026-11-23T09:00:00Z"] {
            let late = leila.post(&trees.path("annotations"), mark(late, "late")).await;
            assert_eq!(late.status(), 410, "{}", late.text());
        }
        let anew = leila.post(&trees.path("annotations"), highlight(&trees, 1, (1, 0.5), "no time")).await;
        assert_eq!(anew.status(), 410);
        shop.advance(60);
        let later = leila.post(&trees.path("annotations"), mark("2026-11-23T09:00:30Z", "changed since")).await;
        assert_eq!((later.status(), &later.json()["note"]), (201, &json!("changed since")));
    }

    async fn marks_are_nobody_elses(shop: TestApp) {
        let (leila, karim) = (shop.reader("leila").await, shop.reader("karim").await);
        let trees = Opened::trees(&shop, &leila).await;
        crate::give(&shop, &karim, trees.id).await;
        make(&trees, &leila, highlight(&trees, 1, (1, 0.5), "mine")).await;
        let path = format!("/annotations/{}", uuid(1));
        for answer in [karim.get(&path).await, karim.patch(&path, json!({ "note": "theirs" })).await, karim.delete(&path).await] {
            assert_eq!(answer.status(), 404);
        }
        assert_eq!(shop.api().get(&path).await.status(), 401);
        assert!(notes(&trees, &karim, "").await.is_empty());
        make(&trees, &karim, highlight(&trees, 1, (1, 0.5), "of the same name")).await;
        karim.delete(&path).await;
        assert_eq!(notes(&trees, &leila, "").await, ["mine"]);
        for nobody in ["/annotations/1", "/annotations/../../etc/passwd", &format!("/annotations/{}", uuid(9))] {
            assert_eq!(leila.get(nobody).await.status(), 404, "{nobody}");
            assert_eq!(leila.delete(nobody).await.status(), 404, "{nobody}");
        }
    }

    async fn a_mark_is_changed_only_as_the_caller_knows_it(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let trees = Opened::trees(&shop, &leila).await;
        make(&trees, &leila, highlight(&trees, 1, (1, 0.5), "first")).await;
        let path = format!("/annotations/{}", uuid(1));
        let known = leila.get(&path).await.header("etag").to_owned();
        let changed = if_match(&shop, &leila, Method::PATCH, &path, &known).await;
        assert_eq!((changed.status(), &changed.json()["note"]), (200, &json!("changed")));
        for method in [Method::PATCH, Method::DELETE] {
            assert_eq!(if_match(&shop, &leila, method, &path, &known).await.status(), 412);
        }
        assert_eq!(if_match(&shop, &leila, Method::DELETE, &path, changed.header("etag")).await.status(), 204);
    }

    async fn what_is_no_mark_is_refused(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let trees = Opened::trees(&shop, &leila).await;
        let with = |name: &str, value: Value| {
            let mut mark = highlight(&trees, 1, (1, 0.5), "note");
            mark[name] = value;
            mark
        };
        for (body, problem) in [
            (with("uuid", json!("1")), "uuid: invalid"),
            (with("kind", json!("bookmark")), "kind: invalid"),
            (with("kind", json!("marker")), "colour: not_allowed"),
            (with("colour", json!("red")), "colour: invalid"),
            (with("note", json!("é".repeat(5_001))), "note: too_long"),
            (with("locator", json!({ "href": "x", "type": "application/xhtml+xml", "locations": {} })), "locator.href: unknown"),
            (with("locator", json!({ "href": "x" })), "locator.type: missing"),
            (with("stars", json!(5)), "stars: unknown_field"),
        ] {
            let answer = leila.post(&trees.path("annotations"), body.clone()).await;
            assert_eq!((answer.status(), answer.problem().as_str()), (422, problem), "{body}");
        }
        let empty = json!({ "uuid": uuid(1), "kind": "note", "note": " \n", "locator": trees.place(0, 0.0) });
        assert_eq!(leila.post(&trees.path("annotations"), empty).await.problem(), "note: missing");
        make(&trees, &leila, json!({ "uuid": uuid(1), "kind": "note", "note": "é".repeat(5_000), "locator": trees.place(0, 0.0) })).await;
        let path = format!("/annotations/{}", uuid(1));
        for (body, problem) in [
            (json!({ "note": "" }), "kind: unfit"),
            (json!({ "kind": "marker", "colour": "blue" }), "kind: unfit"),
            (json!({ "note": "x".repeat(5_001) }), "note: too_long"),
            (json!({ "locator": trees.place(0, 2.0) }), "locator.locations.progression: out_of_range"),
            (json!({ "uuid": uuid(2) }), "uuid: unknown_field"),
        ] {
            assert_eq!(leila.patch(&path, body.clone()).await.problem(), problem, "{body}");
        }
        let wasteland = Opened::of(&shop, &leila, "The Waste Land", "epub/wasteland.epub").await;
        let other = leila.post(&wasteland.path("annotations"), highlight(&wasteland, 1, (0, 0.5), "")).await;
        assert_eq!((other.status(), other.problem().as_str()), (409, "uuid_taken"));
    }

    async fn hostile_words_are_kept_as_they_were_typed_and_are_no_markup_in_what_is_taken_along(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let trees = Opened::trees(&shop, &leila).await;
        for (number, words) in (0_u32..).zip(hostile_words().into_iter().filter(|words| !words.contains('\0'))) {
            let mut mark = highlight(&trees, number, (1, 0.5), &words);
            mark["locator"]["text"] = json!({ "highlight": words.chars().take(400).collect::<String>() });
            let made = make(&trees, &leila, mark).await;
            assert_eq!(made["note"], json!(words));
        }
        let markdown = leila.get(&trees.path("annotations/export")).await;
        assert!(markdown.header("content-type").starts_with("text/markdown"));
        let plain = markdown.text().replace("\\<", "");
        assert!(!plain.contains('<'), "{plain}");
        let json = leila.get(&trees.path("annotations/export?format=json")).await;
        assert!(json.header("content-disposition").starts_with("attachment"));
        assert_eq!(json.header("x-content-type-options"), "nosniff");
    }

    async fn all_marks_of_a_book_are_taken_along(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let trees = Opened::trees(&shop, &leila).await;
        let mut mark = highlight(&trees, 1, (1, 0.5), "A thought.\nAnd another.");
        mark["locator"]["text"] = json!({ "before": "x", "highlight": "the old oak", "after": "y" });
        make(&trees, &leila, mark).await;
        make(&trees, &leila, json!({ "uuid": uuid(2), "kind": "marker", "locator": trees.place(0, 0.5) })).await;
        let markdown = leila.get(&trees.path("annotations/export?format=markdown")).await;
        let percent = trees.percent(1, 0.5).floor();
        for line in ["# Trees\n\nLina Haddad\n", &format!("## Highlight · \u{2068}{percent}\u{2069}%\n\n> the old oak\n\nA thought\\.\n\nAnd another\\.\n"), "## Bookmark · "] {
            assert!(markdown.text().contains(line), "{line}: {}", markdown.text());
        }
        assert_eq!(markdown.header("content-disposition"), "attachment; filename=\"trees.md\"");
        let json = leila.get(&trees.path("annotations/export?format=json")).await.json();
        assert_eq!((&json["book"]["title"], json["annotations"].as_array().unwrap().len()), (&json!("Trees"), 2));
        assert_eq!(leila.get(&trees.path("annotations/export?format=pdf")).await.problem(), "format: invalid");
    }

    async fn how_far_another_device_came_is_found_again_in_another_version_of_the_file(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let trees = Opened::trees(&shop, &leila).await;
        trees.read(&leila, trees.place(1, 0.2), "phone", "2026-11-23T08:00:00Z").await;
        trees.read(&leila, trees.place(2, 0.5), "tablet", "2026-11-23T07:00:00Z").await;
        make(&trees, &leila, highlight(&trees, 1, (1, 0.5), "")).await;
        let before = leila.get(&trees.path("progress?device=phone")).await.json();
        replace_file(&shop, &trees).await;
        shop.run_scheduled("reading.place_again").await;
        let phone = leila.get(&trees.path("progress?device=phone")).await.json();
        assert_eq!((&before["elsewhere"]["locator"]["version"], &phone["elsewhere"]["locator"]["version"]), (&json!(trees.version), &json!("second")), "{phone}");
        assert!(is_near(&phone["elsewhere"]["percent"], trees.percent(2, 0.5)), "{phone}");
        assert_eq!(phone["elsewhere"]["device"]["id"], "tablet");
    }

    async fn in_another_version_of_the_file_marks_are_found_again_or_told_as_lost(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let trees = Opened::trees(&shop, &leila).await;
        let chapter = format!("/books/{}/resources/{}/{}", trees.id, trees.version, trees.sections[2].0);
        let chapter = leila.get(&chapter).await;
        let words = publication::epub::plain_text(chapter.bytes()).split("\n\n").last().unwrap().chars().take(60).collect::<String>();
        for (number, words) in [(1, words.as_str()), (2, "Call me Ishmael, said no tree.")] {
            let mut mark = highlight(&trees, number, (0, 0.2), words);
            mark["locator"]["text"] = json!({ "highlight": words });
            make(&trees, &leila, mark).await;
        }
        replace_file(&shop, &trees).await;
        let before = leila.get(&trees.path("annotations")).await.json();
        assert_eq!(before["items"][0]["status"], "placed", "to look changes nothing");
        shop.run_scheduled("reading.place_again").await;
        let list = leila.get(&trees.path("annotations")).await.json();
        let item = |note: &str| list["items"].as_array().unwrap().iter().find(|it| it["note"] == *note).unwrap().clone();
        let (moved, lost) = (item(&words), item("Call me Ishmael, said no tree."));
        assert_eq!((&moved["status"], &moved["locator"]["href"], &moved["locator"]["version"]), (&json!("moved"), &json!(trees.sections[2].0), &json!("second")), "{list}");
        assert_eq!((&moved["locator"]["locations"]["cfi"], &moved["locator"]["text"]["highlight"]), (&Value::Null, &json!(words)));
        assert_eq!((&lost["status"], &lost["locator"]["href"]), (&json!("lost"), &json!(trees.sections[0].0)));
        assert_eq!(notes(&trees, &leila, "?status=lost").await.len(), 1);
        assert_eq!(leila.get(&trees.path("annotations")).await.json(), list, "once is enough");
        let path = format!("/annotations/{}", uuid(2));
        let renamed = leila.patch(&path, json!({ "note": "still lost" })).await.json();
        assert_eq!(renamed["status"], "lost", "other words are no other place");
        let now = Opened::open(&leila, trees.id).await;
        let found = leila.patch(&path, json!({ "locator": now.place(1, 0.5) })).await.json();
        assert_eq!(found["status"], "placed");
    }
}
