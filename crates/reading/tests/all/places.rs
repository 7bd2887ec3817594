//! Where one is in a book: measured by the server, merged by when it was read, and no device's place is lost.

use db::{Query as _, sql};
use serde_json::{Value, json};
use testing::{PASSWORD, book, on_both_databases, shared_data};

use crate::opened::{Opened, is_near};
use crate::{give, me, set_status, site, take};

on_both_databases! {
    in site();

    async fn the_percentage_is_the_servers_own(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let trees = Opened::trees(&shop, &leila).await;
        let before = leila.get(&trees.path("progress")).await.json();
        assert_eq!((&before["percent"], &before["locator"], &before["updated_at"]), (&json!(0.0), &Value::Null, &Value::Null));
        let told = trees.read(&leila, trees.place(1, 0.5), "phone", "2026-11-23T08:00:00Z").await;
        let percent = trees.percent(1, 0.5);
        assert!(is_near(&told["percent"], percent), "{told} {percent}");
        assert!(is_near(&told["locator"]["locations"]["totalProgression"], percent / 100.0), "{told}");
        assert_eq!((&told["outcome"], &told["updated_at"]), (&json!("applied"), &json!("2026-11-23T08:00:00.000Z")));
        assert_eq!((&told["page"], &told["device"]), (&json!(4), &json!({ "id": "phone", "name": "" })));
        assert_eq!((&told["started_at"], &told["finished_at"], &told["elsewhere"]), (&told["updated_at"], &Value::Null, &Value::Null));
        let again = leila.get(&trees.path("progress")).await;
        assert_eq!(again.json()["locator"], told["locator"]);
        let etag = ("if-none-match", again.header("etag"));
        let bearer = format!("Bearer {}", leila.access);
        let path = format!("/api/v1{}", trees.path("progress"));
        assert_eq!(shop.get_with(&path, &[etag, ("authorization", &bearer)]).await.status(), 304);
        let card = leila.get(&format!("/books/{}", trees.id)).await.json();
        assert!(is_near(&card["progress_percent"], percent), "{card}");
        let entry = leila.get("/me/library?state=reading").await.json()["items"][0].clone();
        assert_eq!(entry["last_read_at"], told["updated_at"]);
    }

    async fn a_place_that_was_read_earlier_is_not_taken_but_offered_and_kept(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let trees = Opened::trees(&shop, &leila).await;
        trees.read(&leila, trees.place(1, 0.2), "phone", "2026-11-23T08:00:00Z").await;
        let named = json!({ "id": "tablet", "name": "Leïla’s tablet" });
        let body = json!({ "locator": trees.place(2, 0.5), "device": named, "read_at": "2026-11-23T07:00:00Z" });
        let late = leila.put(&trees.path("progress"), body.clone()).await.json();
        assert_eq!((&late["outcome"], &late["device"]["id"]), (&json!("kept"), &json!("phone")));
        assert_eq!(late["elsewhere"], Value::Null, "the tablet itself is further on");
        let phone = leila.get(&trees.path("progress?device=phone")).await.json();
        assert!(is_near(&phone["percent"], trees.percent(1, 0.2)));
        assert!(is_near(&phone["elsewhere"]["percent"], trees.percent(2, 0.5)), "{phone}");
        assert_eq!((&phone["elsewhere"]["device"], &phone["started_at"]), (&named, &json!("2026-11-23T07:00:00.000Z")));
        let same = trees.read(&leila, trees.place(2, 0.9), "desk", "2026-11-23T08:00:00Z").await;
        assert_eq!(same["outcome"], "kept", "as late is not later");
        leila.put(&trees.path("progress"), body).await;
        let places = leila.get(&trees.path("places?limit=2")).await.json();
        let told = |at: usize| (places["items"][at]["device"]["id"].clone(), places["items"][at]["read_at"].clone());
        assert_eq!(told(0), (json!("phone"), json!("2026-11-23T08:00:00.000Z")));
        assert_eq!(told(1), (json!("desk"), json!("2026-11-23T08:00:00.000Z")));
        let next = places["next_cursor"].as_str().unwrap();
        let rest = leila.get(&trees.path(&format!("places?cursor={next}"))).await.json();
        assert_eq!((&rest["items"][0]["device"], rest["items"].as_array().unwrap().len()), (&named, 1));
    }

    async fn the_page_of_a_reader_tells_where_its_book_was_left(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let trees = Opened::trees(&shop, &leila).await;
        let browser = shop.browser_of("leila").await;
        let told = async || {
            let page = browser.get(&format!("/fr/read/{}", trees.id)).await;
            let (_, data) = page.text().split_once("id=\"reader-data\">").unwrap();
            serde_json::from_str::<Value>(data.split_once("</script>").unwrap().0).unwrap()["reader"]["progress"].clone()
        };
        assert_eq!(told().await, leila.get(&trees.path("progress")).await.json());
        trees.read(&leila, trees.place(1, 0.5), "phone", "2026-11-23T08:00:00Z").await;
        let left = told().await;
        assert_eq!(left["device"]["id"], "phone");
        assert_eq!(left, leila.get(&trees.path("progress")).await.json());
    }

    async fn a_clock_that_is_wrong_by_hours_is_put_right(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let trees = Opened::trees(&shop, &leila).await;
        let put = async |place, read: &str, sent: Option<&str>| {
            let body = json!({ "locator": place, "device": "phone", "read_at": read, "sent_at": sent });
            leila.put(&trees.path("progress"), body).await.json()
        };
        let ahead = put(trees.place(0, 0.5), "2026-11-23T12:50:00Z", Some("2026-11-23T13:00:00Z")).await;
        assert_eq!((&ahead["outcome"], &ahead["updated_at"]), (&json!("applied"), &json!("2026-11-23T08:50:00.000Z")));
        let future = put(trees.place(1, 0.5), "2027-01-01T00:00:00Z", None).await;
        assert_eq!((&future["outcome"], &future["updated_at"]), (&json!("applied"), &json!("2026-11-23T09:00:00.000Z")));
        shop.advance(60);
        let behind = put(trees.place(2, 0.5), "2020-01-01T00:00:00Z", Some("2020-01-01T00:00:10Z")).await;
        assert_eq!((&behind["outcome"], &behind["updated_at"]), (&json!("applied"), &json!("2026-11-23T09:00:50.000Z")));
        shop.advance(60);
        let again = put(trees.place(2, 0.5), "2020-01-01T00:00:00Z", Some("2020-01-01T00:00:10Z")).await;
        assert_eq!(again, behind, "sent again word for word, it arrived when it did first");
    }

    async fn what_is_finished_stays_so_until_it_is_begun_anew(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let trees = Opened::trees(&shop, &leila).await;
        let finished = trees.read(&leila, trees.place(2, 0.99), "phone", "2026-11-23T08:00:00Z").await;
        assert_eq!(finished["finished_at"], "2026-11-23T08:00:00.000Z");
        assert_eq!(leila.get("/me/library?state=finished").await.json()["items"].as_array().unwrap().len(), 1);
        let back = trees.read(&leila, trees.place(0, 0.5), "phone", "2026-11-23T08:10:00Z").await;
        assert_eq!(back["finished_at"], finished["finished_at"]);
        let body = json!({ "locator": trees.place(0, 0.1), "device": "phone", "read_at": "2026-11-23T08:20:00Z", "anew": true });
        let anew = leila.put(&trees.path("progress"), body).await.json();
        assert_eq!((&anew["finished_at"], &anew["started_at"]), (&Value::Null, &json!("2026-11-23T08:20:00.000Z")));
        assert_eq!(leila.get("/me/library?state=reading").await.json()["items"].as_array().unwrap().len(), 1);
    }

    async fn a_book_is_finished_also_by_its_readers_own_word(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let trees = Opened::trees(&shop, &leila).await;
        let stranger = shop.reader("karim").await;
        let priced = book("Priced").price(1_250).put(&shop).await;
        assert_eq!(stranger.put(&format!("/books/{priced}/progress/finished"), Value::Null).await.problem(), "not_owned");
        let states = async |state: &str| leila.get(&format!("/me/library?state={state}")).await.json()["items"].as_array().unwrap().len();

        let path = trees.path("progress/finished");
        let told = leila.put(&path, Value::Null).await.json();
        assert_eq!((&told["percent"], told["finished_at"].is_string()), (&json!(0.0), true), "also one that was never opened here");
        assert_eq!(states("finished").await, 1);
        let ticked: (i64,) = shop.app.db.one(sql!("select count(*) from read_marks")).await.unwrap();
        assert_eq!(ticked.0, 1, "it is ticked off as read");
        assert_eq!(leila.put(&path, Value::Null).await.json()["finished_at"], told["finished_at"], "said again it is the same");
        let news = leila.post("/me/sync", json!({ "device": "desk", "sent_at": "2026-11-23T09:00:00Z" })).await.json();
        assert_eq!(news["changes"]["progress"][0]["finished_at"], told["finished_at"], "other devices hear of it");
        assert_eq!(leila.delete(&path).await.json()["finished_at"], Value::Null);
        assert_eq!((states("finished").await, states("reading").await), (0, 1));

        let browser = shop.browser_of("leila").await;
        let library = browser.get("/en/library").await;
        assert!(library.text().contains("Mark as finished"), "{}", library.text());
        let form = format!("/en/book/{}/finished?next=/en/library", trees.id);
        let answer = browser.post(&form, &[("finished", "yes")]).await;
        assert_eq!((answer.status(), answer.header("location")), (303, "/en/library"));
        let library = browser.get("/en/library").await;
        let has = |words| library.text().contains(words);
        assert!(has("Marked as finished.") && has("Mark as not finished"), "{}", library.text());
        browser.post(&form, &[("finished", "no")]).await;
        assert_eq!(states("finished").await, 0);
        let away = browser.post(&form.replace("next=/en/library", "next=//elsewhere.example"), &[("finished", "yes")]).await;
        assert_eq!(away.header("location"), format!("/en/book/{}", trees.id));
    }

    async fn of_a_book_that_one_has_finished_nobody_asks_whether_it_is_read(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let trees = Opened::trees(&shop, &leila).await;
        let browser = shop.browser_of("leila").await;
        let moved = browser.get(&format!("/en/book/{}", trees.id)).await;
        for (finished, words) in [("no", "Mark as finished"), ("yes", "Mark as not finished"), ("no", "Mark as finished")] {
            browser.post(&format!("/en/book/{}/finished", trees.id), &[("finished", finished)]).await;
            let page = browser.get(moved.header("location")).await;
            assert!(page.text().contains(&format!("<span>{words}</span>")), "{words}: {}", page.text());
            assert_eq!(page.text().contains("keep--read"), finished == "no", "{words}: {}", page.text());
        }
    }

    async fn a_pdf_has_pages(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let id = book("Outline").file(shared_data("pdf/pdflatex-outline.pdf")).put(&shop).await;
        give(&shop, &leila, id).await;
        let pages = leila.get(&format!("/books/{id}/manifest")).await.json()["pages"].as_u64().unwrap();
        let pages = u32::try_from(pages).unwrap();
        let put = async |page: u32, locations: Value| {
            let mut locator = json!({ "href": "file.pdf", "type": "application/pdf", "locations": locations });
            if page > 0 {
                locator["locations"]["page"] = json!(page);
            }
            let body = json!({ "locator": locator, "device": "phone", "read_at": "2026-11-23T08:00:00Z" });
            leila.put(&format!("/books/{id}/progress"), body).await
        };
        let told = put(2, json!({ "progression": 0.25, "rects": [[0, 0, 10.5, 20]] })).await.json();
        assert!(is_near(&told["percent"], 125.0 / f64::from(pages)), "{told}");
        assert_eq!(told["page"], 2);
        assert_eq!(put(0, json!({ "progression": 0.5 })).await.problem(), "locator.locations.page: missing");
        assert_eq!(put(pages + 1, json!({})).await.problem(), "locator.locations.page: unknown");
    }

    async fn only_who_may_read_all_of_a_book_keeps_a_place_in_it(shop: TestApp) {
        let (leila, karim) = (shop.reader("leila").await, shop.reader("karim").await);
        let trees = Opened::trees(&shop, &leila).await;
        let body = json!({ "locator": trees.place(0, 0.5), "device": "phone", "read_at": "2026-11-23T08:00:00Z" });
        let paths = ["progress", "places", "annotations", "annotations/export"];
        for path in paths {
            assert_eq!(karim.get(&trees.path(path)).await.problem(), "not_owned", "{path}");
            assert_eq!(shop.api().get(&trees.path(path)).await.status(), 401, "{path}");
            assert_eq!(leila.get(&format!("/books/999/{path}")).await.status(), 404, "{path}");
            assert_eq!(leila.get(&trees.path(path)).await.status(), 200, "{path}");
        }
        assert_eq!(karim.put(&trees.path("progress"), body.clone()).await.problem(), "not_owned");
        assert_eq!(shop.api().put(&trees.path("progress"), body.clone()).await.status(), 401);
        set_status(&shop, trees.id, "withdrawn").await;
        assert_eq!(karim.put(&trees.path("progress"), body.clone()).await.status(), 404);
        assert_eq!(leila.put(&trees.path("progress"), body.clone()).await.status(), 200);
        take(&shop, &leila, trees.id).await;
        assert_eq!(leila.put(&trees.path("progress"), body.clone()).await.status(), 404);
        set_status(&shop, trees.id, "published").await;
        assert_eq!(leila.put(&trees.path("progress"), body.clone()).await.problem(), "not_owned");
        shop.app.db.execute(sql!("update books set price_amount = 0 where id = $1", trees.id)).await.unwrap();
        assert_eq!(karim.put(&trees.path("progress"), body.clone()).await.status(), 200, "it is free");
        set_status(&shop, trees.id, "draft").await;
        assert_eq!(leila.put(&trees.path("progress"), body).await.status(), 404);
    }

    async fn what_is_no_place_in_the_book_is_refused(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let trees = Opened::trees(&shop, &leila).await;
        let with = |path: &str, value: Value| {
            let mut body = json!({ "locator": trees.place(0, 0.5), "device": "phone", "read_at": "2026-11-23T08:00:00Z" });
            *body.pointer_mut(path).unwrap_or_else(|| panic!("{path}")) = value;
            body
        };
        let added = |path: &str, name: &str, value: Value| {
            let mut body = with("/device", json!("phone"));
            body.pointer_mut(path).unwrap()[name] = value;
            body
        };
        let long = "x".repeat(5_001);
        for (body, problem) in [
            (with("/locator/v", json!(2)), "locator.v: unknown"),
            (with("/locator/book", json!(trees.id.get() + 1)), "locator.book: mismatch"),
            (with("/locator/version", json!("another")), "locator.version: unknown"),
            (with("/locator/href", json!("c9.xhtml")), "locator.href: unknown"),
            (with("/locator/href", json!("../../../etc/passwd")), "locator.href: unknown"),
            (with("/locator/href", json!(long)), "locator.href: invalid"),
            (with("/locator/type", json!("text/html")), "locator.type: unknown"),
            (with("/locator/type", json!("image/svg+xml")), "locator.type: mismatch"),
            (with("/locator/type", json!("application/pdf")), "locator.href: unknown, locator.locations.page: missing"),
            (with("/locator/locations/progression", json!(1.5)), "locator.locations.progression: out_of_range"),
            (with("/locator/locations/progression", json!(-0.1)), "locator.locations.progression: out_of_range"),
            (with("/locator/locations/cfi", json!("a\u{0}b")), "locator.locations.cfi: invalid"),
            (with("/locator/locations/cfi", json!(long)), "locator.locations.cfi: invalid"),
            (added("/locator/locations", "rects", json!([[0, 0, 1e9, 1]])), "locator.locations.rects: out_of_range"),
            (added("/locator/locations", "rects", json!(vec![[0, 0, 1, 1]; 129])), "locator.locations.rects: too_many"),
            (added("/locator/locations", "page", json!(0)), "locator.locations.page: out_of_range"),
            (added("/locator", "text", json!({ "highlight": long })), "locator.text.highlight: too_long"),
            (added("/locator", "text", json!({ "before": long })), "locator.text.before: too_long"),
            (added("/locator", "koboSpan", json!("x")), "locator.koboSpan: unknown_field"),
            (with("/device", json!("")), "device: invalid"),
            (with("/device", json!("d".repeat(65))), "device: invalid"),
            (with("/device", json!({ "id": "phone", "name": "n".repeat(61) })), "device.name: invalid"),
            (with("/device", json!({ "id": "phone", "color": "red" })), "device: invalid"),
            (with("/read_at", json!("yesterday")), "read_at: invalid"),
        ] {
            let answer = leila.put(&trees.path("progress"), body.clone()).await;
            assert_eq!((answer.status(), answer.problem().as_str()), (422, problem), "{body}");
        }
        let nothing = leila.get(&trees.path("progress")).await.json();
        assert_eq!(nothing["updated_at"], Value::Null);
    }

    async fn each_sitting_is_written_down(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let trees = Opened::trees(&shop, &leila).await;
        for (progression, at) in [(0.1, "08:00"), (0.5, "08:09"), (0.9, "08:18"), (0.2, "08:40"), (0.3, "08:10")] {
            trees.read(&leila, trees.place(1, progression), "phone", &format!("2026-11-23T{at}:00Z")).await;
        }
        trees.read(&leila, trees.place(2, 0.5), "desk", "2026-11-23T08:09:00Z").await;
        let sittings: Vec<(String, i64)> = shop.app.db
            .all(sql!(
                "select started_at, seconds from reading_sessions where user_id = $1 order by device_id, started_at",
                me(&leila).await
            ))
            .await
            .unwrap();
        let told = |at: &str, seconds| (format!("2026-11-23T{at}:00.000Z"), seconds);
        assert_eq!(sittings, [told("08:09", 0), told("08:00", 18 * 60), told("08:40", 0)]);
    }

    async fn the_history_is_bounded(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let trees = Opened::trees(&shop, &leila).await;
        for minute in 0..60 {
            let device = format!("device {}", minute / 2);
            trees.read(&leila, trees.place(1, 0.5), &device, &format!("2026-11-23T07:{minute:02}:00Z")).await;
        }
        let places = leila.get(&trees.path("places?limit=100")).await.json();
        let items = places["items"].as_array().unwrap();
        assert_eq!((items.len(), &items[49]["read_at"]), (50, &json!("2026-11-23T07:10:00.000Z")));
        let (devices,): (i64,) = shop.app.db
            .one(sql!("select count(*) from reading_devices where user_id = $1", me(&leila).await))
            .await
            .unwrap();
        assert_eq!(devices, 20);
    }

    async fn whoever_has_not_verified_their_address_keeps_places_too(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let trees = Opened::trees(&shop, &leila).await;
        shop.app.db.execute(sql!("update books set price_amount = 0 where id = $1", trees.id)).await.unwrap();
        let sara = shop.newcomer("sara").await;
        shop.run_jobs().await;
        let told = trees.read(&sara, trees.place(1, 0.5), "phone", "2026-11-23T08:00:00Z").await;
        assert_eq!(told["outcome"], "applied");
    }

    async fn all_of_it_goes_with_the_account(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let trees = Opened::trees(&shop, &leila).await;
        trees.read(&leila, trees.place(1, 0.5), "phone", "2026-11-23T08:00:00Z").await;
        let mark = json!({ "uuid": "0e984725-c51c-4bf4-9960-e1c80e27aba0", "kind": "marker", "locator": trees.place(1, 0.5) });
        assert_eq!(leila.post(&trees.path("annotations"), mark).await.status(), 201);
        leila.post("/me/sync", json!({ "device": "phone", "sent_at": "2026-11-23T09:00:00Z", "stars": [0] })).await;
        let count = async || {
            let (count,): (i64,) = shop.app.db
                .one(sql!(
                    "select /* full scan: a test */ (select count(*) from reading_progress) + (select count(*) from reading_clocks)
                       + (select count(*) from reading_sendings) + (select count(*) from reading_devices)
                       + (select count(*) from reading_places) + (select count(*) from reading_sessions)
                       + (select count(*) from annotations) as count"
                ))
                .await
                .unwrap();
            count
        };
        assert_eq!(count().await, 7);
        let gone = leila.ask(http::Method::DELETE, "/me", Some(json!({ "password": PASSWORD }))).await;
        assert_eq!(gone.status(), 204, "{}", gone.text());
        assert_eq!(count().await, 0);
        shop.run_jobs().await;
    }
}
