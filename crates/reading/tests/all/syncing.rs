//! What was done offline is sent in one batch, answered item by item, and brings what was done elsewhere.

use http::{Method, Request};
use serde_json::{Value, json};
use testing::{Program, book, on_both_databases, shared_data};

use crate::opened::Opened;
use crate::{site, take};

pub(crate) fn uuid(number: usize) -> String {
    format!("0e984725-c51c-4bf4-9960-{number:012x}")
}

fn mark(trees: &Opened, number: usize, updated_at: &str, note: &str) -> Value {
    json!({
        "uuid": uuid(number), "book_id": trees.id, "kind": "highlight", "note": note, "updated_at": updated_at,
        "locator": trees.place(1, 0.5),
    })
}

fn deleted(trees: &Opened, number: usize, updated_at: &str) -> Value {
    json!({ "uuid": uuid(number), "book_id": trees.id, "deleted": true, "updated_at": updated_at })
}

async fn sync(who: &Program, body: Value) -> Value {
    let answer = who.post("/me/sync", body).await;
    assert_eq!(answer.status(), 200, "{}", answer.text());
    answer.json()
}

/// What became of the items of a kind.
fn outcomes(answer: &Value, kind: &str) -> Vec<String> {
    let told = |item: &Value| match item["code"].as_str() {
        Some(code) => format!("{} {code}", item["outcome"].as_str().unwrap()),
        None => item["outcome"].as_str().unwrap().to_owned(),
    };
    answer["results"][kind]
        .as_array()
        .unwrap_or_else(|| panic!("{kind}: {answer}"))
        .iter()
        .map(told)
        .collect()
}

on_both_databases! {
    in site();

    async fn each_item_is_answered_for_itself(shop: TestApp) {
        let (leila, karim) = (shop.reader("leila").await, shop.reader("karim").await);
        let trees = Opened::trees(&shop, &leila).await;
        let other = Opened::of(&shop, &karim, "The Waste Land", "epub/wasteland.epub").await;
        let place = |opened: &Opened, read_at: &str| json!({ "book_id": opened.id, "locator": opened.place(1.min(opened.sections.len() - 1), 0.5), "read_at": read_at });
        let mut older_version = mark(&trees, 3, "2026-11-23T08:00:00Z", "from another version");
        older_version["locator"]["version"] = json!("first");
        let mut wrong = mark(&trees, 4, "2026-11-23T08:00:00Z", "");
        wrong["kind"] = json!("note");
        let body = json!({
            "device": { "id": "phone", "name": "Phone" }, "sent_at": "2026-11-23T09:00:00Z",
            "progress": [
                place(&trees, "2026-11-23T08:30:00Z"), place(&trees, "2026-11-23T08:00:00Z"), place(&other, "2026-11-23T08:00:00Z"),
                { "book_id": 999, "locator": trees.place(0, 0.5), "read_at": "2026-11-23T08:00:00Z" }, { "book_id": trees.id }, 7,
            ],
            "annotations": [
                mark(&trees, 1, "2026-11-23T08:00:00Z", "first"), mark(&trees, 1, "2026-11-23T07:00:00Z", "older"),
                deleted(&trees, 2, "2026-11-23T08:00:00Z"), mark(&trees, 2, "2026-11-23T07:59:00Z", "too late"),
                older_version, wrong, { "uuid": "x", "book_id": trees.id, "deleted": true, "updated_at": "2026-11-23T08:00:00Z" },
            ],
            "favorites": [{ "book_id": 1 }, {}], "stars": [],
        });
        let answer = sync(&leila, body.clone()).await;
        assert_eq!(
            outcomes(&answer, "progress"),
            ["applied", "kept", "refused not_owned", "refused not_found", "refused invalid", "refused invalid"]
        );
        assert_eq!(
            outcomes(&answer, "annotations"),
            ["applied", "kept", "applied", "kept", "applied", "refused invalid", "refused invalid"]
        );
        assert_eq!(outcomes(&answer, "favorites"), ["refused unknown_kind", "refused unknown_kind"]);
        assert_eq!(outcomes(&answer, "stars"), Vec::<String>::new());
        let results = &answer["results"];
        assert_eq!(results["progress"][1]["state"]["updated_at"], "2026-11-23T08:30:00.000Z");
        assert_eq!(results["progress"][1]["state"]["device"]["name"], "Phone");
        assert_eq!(results["annotations"][1]["state"]["note"], "first");
        assert_eq!(results["annotations"][3]["state"]["deleted"], true);
        assert_eq!(results["annotations"][5]["errors"][0]["field"], "note", "{results}");
        assert_eq!((&answer["changes"]["progress"], &answer["more"]), (&json!([]), &json!(false)));

        let again = sync(&leila, body).await;
        assert_eq!(again["results"]["progress"], results["progress"], "the same batch leaves the same state");
        assert_eq!(outcomes(&again, "annotations"), outcomes(&answer, "annotations"));
        shop.run_jobs().await;
        let list = leila.get(&trees.path("annotations")).await.json();
        let status = |at: usize| list["items"][at]["status"].as_str().unwrap().to_owned();
        assert_eq!((list["items"].as_array().unwrap().len(), status(0)), (2, "placed".to_owned()));
        assert_eq!(status(1), "moved", "{list}");
    }

    async fn a_batch_that_comes_again_later_overwrites_nothing(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let trees = Opened::trees(&shop, &leila).await;
        let body = json!({
            "device": "phone", "sent_at": "2026-11-23T12:00:00Z",
            "progress": [{ "book_id": trees.id, "locator": trees.place(1, 0.1), "read_at": "2026-11-23T11:59:00Z" }],
            "annotations": [mark(&trees, 1, "2026-11-23T11:58:00Z", "of the phone")],
        });
        sync(&leila, body.clone()).await;
        shop.advance(120);
        leila.patch(&format!("/annotations/{}", uuid(1)), json!({ "note": "of the desk" })).await;
        trees.read(&leila, trees.place(2, 0.1), "desk", "2026-11-23T09:02:00Z").await;
        shop.advance(120);
        let again = sync(&leila, body).await;
        assert_eq!((outcomes(&again, "progress"), outcomes(&again, "annotations")), (vec!["kept".to_owned()], vec!["kept".to_owned()]));
        assert_eq!(again["results"]["annotations"][0]["state"]["note"], "of the desk");
        assert_eq!(again["results"]["progress"][0]["state"]["device"]["id"], "desk");
    }

    async fn a_device_hears_of_what_changed_behind_its_cursor(shop: TestApp) {
        let (leila, karim) = (shop.reader("leila").await, shop.reader("karim").await);
        let trees = Opened::trees(&shop, &leila).await;
        crate::give(&shop, &karim, trees.id).await;
        let of = |device: &str, since: &Value, marks: Vec<Value>| json!({
            "device": device, "sent_at": "2026-11-23T09:00:00Z", "since": since, "annotations": marks,
        });
        let first = sync(&leila, of("phone", &Value::Null, vec![mark(&trees, 1, "2026-11-23T08:00:00Z", "one"), mark(&trees, 2, "2026-11-23T08:00:00Z", "two")])).await;
        assert_eq!(first["changes"]["annotations"], json!([]), "its own are no news");
        let desk = sync(&leila, of("desk", &Value::Null, vec![])).await;
        assert_eq!(desk["changes"]["annotations"].as_array().unwrap().len(), 2);
        trees.read(&leila, trees.place(1, 0.5), "desk", "2026-11-23T08:30:00Z").await;
        sync(&leila, of("desk", &desk["cursor"], vec![deleted(&trees, 1, "2026-11-23T08:40:00Z")])).await;
        let phone = sync(&leila, of("phone", &first["cursor"], vec![])).await;
        assert_eq!(phone["changes"]["annotations"], json!([{ "uuid": uuid(1), "book_id": trees.id, "deleted": true, "updated_at": "2026-11-23T08:40:00.000Z" }]));
        assert_eq!((&phone["changes"]["progress"][0]["book_id"], &phone["changes"]["progress"][0]["device"]["id"]), (&json!(trees.id), &json!("desk")));
        let nothing = sync(&leila, of("phone", &phone["cursor"], vec![])).await;
        assert_eq!((&nothing["changes"], &nothing["cursor"]), (&json!({ "progress": [], "annotations": [] }), &phone["cursor"]));
        let karim = sync(&karim, of("phone", &Value::Null, vec![])).await;
        assert_eq!(karim["changes"]["annotations"], json!([]), "nothing of somebody else's");
    }

    async fn many_changes_come_in_parts(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let trees = Opened::trees(&shop, &leila).await;
        for batch in 0..3 {
            let marks: Vec<Value> = (0..250).map(|at| mark(&trees, batch * 250 + at, "2026-11-23T08:00:00Z", "")).collect();
            let sent_at = format!("2026-11-23T09:00:0{batch}Z");
            let answer = sync(&leila, json!({ "device": "phone", "sent_at": sent_at, "annotations": marks })).await;
            assert!(outcomes(&answer, "annotations").iter().all(|outcome| outcome == "applied"));
        }
        let (mut since, mut known, mut parts) = (Value::Null, std::collections::BTreeSet::new(), 0);
        loop {
            let part = sync(&leila, json!({ "device": "desk", "sent_at": "2026-11-23T09:00:00Z", "since": since })).await;
            let told = part["changes"]["annotations"].as_array().unwrap();
            known.extend(told.iter().map(|it| it["uuid"].as_str().unwrap().to_owned()));
            since = part["cursor"].clone();
            parts += 1;
            if part["more"] == false {
                break;
            }
        }
        assert_eq!((known.len(), parts), (750, 2));
    }

    async fn what_is_no_batch_is_refused_whole(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let with = |name: &str, value: Value| {
            let mut body = json!({ "device": "phone", "sent_at": "2026-11-23T09:00:00Z" });
            body[name] = value;
            body
        };
        for (body, problem) in [
            (with("device", json!("")), "device: invalid"),
            (with("sent_at", json!("now")), "sent_at: invalid"),
            (with("sent_at", Value::Null), "sent_at: invalid"),
            (with("since", json!("c-1")), "since: invalid_cursor"),
            (with("since", json!("' or 1=1")), "since: invalid_cursor"),
            (with("progress", json!({})), "progress: invalid"),
            (with("colour", json!("blue")), "colour: unknown_field"),
            (with("progress", json!(vec![0; 301])), "items: too_many"),
            (with("favorites", json!(vec![0; 301])), "items: too_many"),
        ] {
            let answer = leila.post("/me/sync", body.clone()).await;
            assert_eq!((answer.status(), answer.problem().as_str()), (422, problem), "{body}");
        }
        assert_eq!(shop.api().post("/me/sync", with("since", Value::Null)).await.status(), 401);
        let deep = format!("{{\"device\":\"phone\",\"x\":{}{}}}", "[".repeat(100_000), "]".repeat(100_000));
        for (body, status) in [(deep, 422), ("x".repeat(3 << 20), 413), (String::new(), 400)] {
            let request = Request::builder().method(Method::POST).uri("/api/v1/me/sync").header("content-type", "application/json");
            let request = request.header("authorization", format!("Bearer {}", leila.access));
            assert_eq!(shop.send(request.body(axum::body::Body::from(body)).unwrap()).await.status(), status);
        }
    }

    async fn what_is_one_s_own_can_be_deleted_after_the_book_was_taken_back(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let trees = Opened::trees(&shop, &leila).await;
        let of = |marks: Value, sent_at: &str| json!({ "device": "phone", "sent_at": sent_at, "annotations": marks });
        sync(&leila, of(json!([mark(&trees, 1, "2026-11-23T08:00:00Z", "one"), mark(&trees, 2, "2026-11-23T08:00:00Z", "two")]), "2026-11-23T09:00:00Z")).await;
        take(&shop, &leila, trees.id).await;
        let answer = sync(&leila, of(json!([mark(&trees, 1, "2026-11-23T08:30:00Z", "other"), deleted(&trees, 2, "2026-11-23T08:30:00Z")]), "2026-11-23T09:00:01Z")).await;
        assert_eq!(outcomes(&answer, "annotations"), ["refused not_owned", "applied"]);
        assert_eq!(leila.delete(&format!("/annotations/{}", uuid(1))).await.status(), 204);
    }

    async fn the_desk_and_the_phone_at_once_lose_nothing(shop: TestApp) {
        let leila = shop.reader("leila").await;
        let id = book("Trees").price(0).file(shared_data("epub/trees.epub")).put(&shop).await;
        let trees = Opened::open(&leila, id).await;
        let batches = (0..12).map(|at| json!({
            "device": format!("device {}", at % 3), "sent_at": format!("2026-11-23T09:00:{at:02}Z"),
            "progress": [{ "book_id": id, "locator": trees.place(1, 0.5), "read_at": format!("2026-11-23T08:00:{at:02}Z") }],
            "annotations": [mark(&trees, at, "2026-11-23T08:00:00Z", ""), mark(&trees, 99, &format!("2026-11-23T08:{at:02}:00Z"), &at.to_string())],
        }));
        futures::future::join_all(batches.map(|body| sync(&leila, body))).await;
        let list = leila.get(&trees.path("annotations?limit=100")).await.json();
        let items = list["items"].as_array().unwrap();
        let last = items.iter().find(|it| it["uuid"] == uuid(99)).unwrap();
        assert_eq!((items.len(), &last["note"]), (13, &json!("11")));
    }
}
