//! Random histories of two devices through the public face, as `shelf` tries them by the hundred without a database: both
//! devices and the server end with what was done last.

use std::collections::BTreeMap;

use kernel::{Random, Timestamp};
use serde_json::{Value, json};
use testing::{Program, TestApp, book, on_both_databases, shared_data};

use crate::opened::Opened;
use crate::site;

/// What somebody has: each mark's note, `None` where it is deleted; and how far they are.
#[derive(Debug, Clone, Default, PartialEq)]
struct Replica {
    notes: BTreeMap<String, Option<String>>,
    place: Option<String>,
}

struct Device {
    name: &'static str,
    /// How far its clock is wrong, in seconds.
    clock: i64,
    has: Replica,
    marks: BTreeMap<String, Value>,
    places: Vec<Value>,
    cursor: Value,
    sent: Vec<Value>,
}

impl Device {
    fn new(name: &'static str, clock: i64) -> Self {
        Self {
            name,
            clock,
            has: Replica::default(),
            marks: BTreeMap::new(),
            places: Vec::new(),
            cursor: Value::Null,
            sent: Vec::new(),
        }
    }

    fn keep(&mut self, trees: &Opened, now: Timestamp, uuid: &str, note: Option<&str>) {
        let told = now.plus_seconds(self.clock);
        let mark = match note {
            Some(note) => json!({
                "uuid": uuid, "book_id": trees.id, "kind": "highlight", "note": note, "updated_at": told,
                "locator": trees.place(1, 0.5),
            }),
            None => json!({ "uuid": uuid, "book_id": trees.id, "deleted": true, "updated_at": told }),
        };
        self.marks.insert(uuid.to_owned(), mark);
        self.has.notes.insert(uuid.to_owned(), note.map(str::to_owned));
    }

    fn read(&mut self, trees: &Opened, now: Timestamp, progression: f64) {
        let place = trees.place(1, progression);
        self.has.place = Some(place["locations"]["progression"].to_string());
        let read_at = now.plus_seconds(self.clock);
        self.places.push(json!({ "book_id": trees.id, "locator": place, "read_at": read_at }));
    }

    async fn sync(&mut self, who: &Program, now: Timestamp, is_heard: bool) {
        let marks: Vec<&Value> = self.marks.values().collect();
        let body = json!({
            "device": self.name, "sent_at": now.plus_seconds(self.clock), "since": self.cursor,
            "progress": self.places, "annotations": marks,
        });
        self.sent.push(body.clone());
        let answer = who.post("/me/sync", body).await;
        assert_eq!(answer.status(), 200, "{}", answer.text());
        if !is_heard {
            return;
        }
        let answer = answer.json();
        self.marks.clear();
        self.places.clear();
        self.cursor = answer["cursor"].clone();
        let all = |list: &Value| list.as_array().cloned().unwrap_or_default();
        let states = |kind: &str| -> Vec<Value> {
            let answered = all(&answer["results"][kind]).into_iter();
            answered.map(|item| item["state"].clone()).chain(all(&answer["changes"][kind])).collect()
        };
        for state in states("annotations") {
            let note = (state["deleted"] != true).then(|| state["note"].as_str().unwrap().to_owned());
            self.has.notes.insert(state["uuid"].as_str().unwrap().to_owned(), note);
        }
        for state in states("progress") {
            self.has.place = Some(state["locator"]["locations"]["progression"].to_string());
        }
    }
}

/// One history of some forty steps.
async fn history(shop: &TestApp, leila: &Program, trees: &Opened, random: &Random) {
    let dice = |sides: u8| random.bytes::<1>()[0] % sides;
    let hours = i64::from(dice(24)) - 12;
    let mut devices = [Device::new("phone", hours * 3_600), Device::new("desk", -hours * 1_800)];
    let mut done = Replica::default();
    for step in 0..40 {
        shop.advance(1 + i64::from(dice(4)));
        let now = shop.app.clock.now();
        let device = &mut devices[usize::from(dice(2))];
        let known: Vec<String> = device
            .has
            .notes
            .iter()
            .filter(|(_, note)| note.is_some())
            .map(|(uuid, _)| uuid.clone())
            .collect();
        let one = known.get(usize::from(dice(200)).checked_rem(known.len()).unwrap_or_default());
        match (dice(9), one) {
            (0 | 1, _) => {
                let uuid = format!("{}-0000-4000-8000-{step:012x}", random.hex::<4>());
                device.keep(trees, now, &uuid, Some("new"));
                done.notes.insert(uuid, Some("new".to_owned()));
            }
            (2 | 3, Some(uuid)) => {
                let note = format!("changed in step {step}");
                device.keep(trees, now, uuid, Some(&note));
                done.notes.insert(uuid.clone(), Some(note));
            }
            (4, Some(uuid)) => {
                device.keep(trees, now, uuid, None);
                done.notes.insert(uuid.clone(), None);
            }
            (5, _) => {
                device.read(trees, now, f64::from(dice(101)) / 100.0);
                done.place.clone_from(&device.has.place);
            }
            (6, _) => device.sync(leila, now, false).await,
            (7, _) if !device.sent.is_empty() => {
                let batch = &device.sent[usize::from(dice(200)) % device.sent.len()];
                assert_eq!(leila.post("/me/sync", batch.clone()).await.status(), 200);
            }
            _ => device.sync(leila, now, true).await,
        }
    }
    for _ in 0..2 {
        for device in &mut devices {
            shop.advance(1);
            device.sync(leila, shop.app.clock.now(), true).await;
        }
    }
    let list = leila.get(&trees.path("annotations?limit=100")).await.json();
    let there = list["items"].as_array().unwrap().len();
    assert_eq!(
        there,
        done.notes.values().filter(|note| note.is_some()).count(),
        "nothing is lost that was not deleted"
    );
    for device in devices {
        assert_eq!(device.has, done, "{}", device.name);
    }
}

on_both_databases! {
    in site();

    async fn two_devices_and_the_server_end_with_what_was_done_last(shop: TestApp) {
        let random = Random::seeded(1_001);
        let id = book("Trees").price(0).file(shared_data("epub/trees.epub")).put(&shop).await;
        for number in 0..4 {
            let leila = shop.reader(&format!("leila-{number}")).await;
            let trees = Opened::open(&leila, id).await;
            history(&shop, &leila, &trees, &random).await;
        }
    }
}
