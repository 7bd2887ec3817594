//! Random histories of two devices: they read, mark, change and delete, offline and with clocks wrong by hours, and send what
//! they did in any order, in part again, with answers that are lost. In the end both devices and the server have the same, and it
//! is what was done last; nothing is lost that was not deleted.
//!
//! `PROPTEST_CASES=100000 cargo test -p reading --lib shelf` runs many more.

use std::collections::BTreeMap;

use catalogue::Format;
use proptest::prelude::*;

use super::*;
use crate::annotation::{Colour, Kind, Mark, Wish};
use crate::locator::{Locations, Locator};
use crate::measure::Measured;
use crate::sending::Device;

const BOOK: Id<Book> = Id::new(7);

#[derive(Debug, Clone, Copy)]
enum Step {
    Read(u8),
    Mark,
    Change(usize),
    Delete(usize),
    Sync,
    /// The server hears it, and the device does not hear the answer.
    SyncUnheard,
    /// Something that was sent before arrives once more, word for word.
    Repeat(usize),
    /// The clock is put right, or wrong; only where nothing waits to be sent.
    Clock(i64),
}

fn steps() -> impl Strategy<Value = Vec<(usize, Step, i64)>> {
    let step = prop_oneof![
        3 => (0_u8..=100).prop_map(Step::Read),
        4 => Just(Step::Mark),
        4 => any::<usize>().prop_map(Step::Change),
        2 => any::<usize>().prop_map(Step::Delete),
        3 => Just(Step::Sync),
        2 => Just(Step::SyncUnheard),
        2 => any::<usize>().prop_map(Step::Repeat),
        1 => (-12_i64..=12).prop_map(Step::Clock),
    ];
    proptest::collection::vec((0_usize..2, step, 1_i64..5_000_000), 1..80)
}

fn locator(share: f64) -> Locator {
    Locator {
        v: 1,
        book: None,
        version: Some("v".to_owned()),
        href: "a.xhtml".to_owned(),
        media_type: "application/xhtml+xml".to_owned(),
        locations: Locations { progression: share, ..Locations::default() },
        text: None,
    }
}

/// What a device sends.
#[derive(Debug, Clone, Default)]
struct Batch {
    sent_at: i64,
    reads: Vec<ReadIn>,
    changes: Vec<Change>,
}

/// What somebody has: the place, and each mark's note; `None` where it is deleted.
#[derive(Debug, Clone, Default, PartialEq)]
struct Replica {
    percent: Option<f64>,
    notes: BTreeMap<String, Option<String>>,
}

impl Replica {
    fn of(shelf: &Shelf) -> Self {
        let note = |kept: &Annotation| (kept.uuid.clone(), kept.mark.as_ref().map(|mark| mark.note.clone()));
        Self {
            percent: shelf.progress.get(&BOOK).map(|progress| progress.percent),
            notes: shelf.annotations.values().map(note).collect(),
        }
    }
}

#[derive(Default)]
struct Server {
    shelf: Shelf,
    arrivals: HashMap<(usize, i64), i64>,
    /// Of the last change of the place.
    moved: i64,
}

impl Server {
    /// The numbers of the last change before and after.
    fn work_in(&mut self, device: usize, batch: &Batch, now: i64) -> (i64, i64) {
        let received = *self.arrivals.entry((device, batch.sent_at)).or_insert(now);
        let sending = Sending {
            device: Device { id: format!("device {device}"), name: String::new() },
            sent_at: Some(Timestamp::from_millis(batch.sent_at)),
            received_at: Timestamp::from_millis(received),
        };
        let before = self.shelf.number;
        self.shelf.touched = Touched::default();
        for read in &batch.reads {
            self.shelf.read(&sending, read);
        }
        for change in &batch.changes {
            self.shelf.mark(&sending, change);
        }
        self.moved = self.shelf.touched.progress.get(&BOOK).copied().unwrap_or(self.moved);
        (before, self.shelf.number)
    }
}

#[derive(Default)]
struct Reader {
    clock: i64,
    has: Replica,
    outbox: Batch,
    sent: Vec<Batch>,
    cursor: i64,
}

impl Reader {
    fn keep(&mut self, now: i64, uuid: &str, note: Option<String>) {
        let mark = note.as_ref().map(|note| Mark {
            kind: Kind::Highlight,
            colour: Some(Colour::Blue),
            note: note.clone(),
            locator: locator(0.5),
            format: Format::Epub,
            version: "v".to_owned(),
            position: 0.5,
        });
        self.outbox.changes.retain(|change| change.uuid != uuid);
        self.outbox.changes.push(Change {
            uuid: uuid.to_owned(),
            book: Some(BOOK),
            wish: mark.map_or(Wish::Deleted, Wish::Is),
            created_at: None,
            when: When::Told(Timestamp::from_millis(now + self.clock)),
            only_if: None,
        });
        self.has.notes.insert(uuid.to_owned(), note);
    }

    fn read(&mut self, now: i64, percent: u8) {
        let total = f64::from(percent) / 100.0;
        let measured = Measured { total, page: None, at_end: percent >= 98, in_text: true };
        self.has.percent = Some(total * 100.0);
        self.outbox.reads.push(ReadIn {
            book: BOOK,
            read_at: Timestamp::from_millis(now + self.clock),
            read: Read { locator: locator(total), measured, anew: false },
        });
    }

    fn sync(&mut self, index: usize, now: i64, server: &mut Server, is_heard: bool) {
        let batch = Batch { sent_at: now + self.clock, ..self.outbox.clone() };
        let (before, end) = server.work_in(index, &batch, now);
        self.sent.push(batch.clone());
        if !is_heard {
            return;
        }
        self.outbox = Batch::default();
        let all = Replica::of(&server.shelf);
        // The answers to what was sent, and what changed elsewhere since the cursor.
        let is_news = |number: i64| (self.cursor + 1..=before).contains(&number);
        if !batch.reads.is_empty() || is_news(server.moved) {
            self.has.percent = all.percent;
        }
        let answered = batch.changes.iter().map(|change| change.uuid.clone());
        let news = server.shelf.annotations.values().filter(|kept| is_news(kept.number));
        let told: Vec<String> = answered.chain(news.map(|kept| kept.uuid.clone())).collect();
        for uuid in told {
            if let Some(note) = all.notes.get(&uuid) {
                self.has.notes.insert(uuid, note.clone());
            }
        }
        self.cursor = end;
    }

    /// One of the marks that it knows, if there is any.
    fn one_of(&self, index: usize) -> Option<String> {
        let there: Vec<_> = self.has.notes.iter().filter(|(_, note)| note.is_some()).collect();
        there.get(index.checked_rem(there.len())?).map(|(uuid, _)| (*uuid).clone())
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, ..ProptestConfig::default() })]

    #[test]
    fn two_devices_and_the_server_end_with_what_was_done_last(steps in steps(), clocks in (-12_i64..12, -12_i64..12)) {
        let hour = 3_600_000;
        let mut server = Server::default();
        let mut readers = [Reader::default(), Reader::default()];
        (readers[0].clock, readers[1].clock) = (clocks.0 * hour, clocks.1 * hour);
        let mut done = Replica::default();
        let mut now = 1_700_000_000_000_i64;
        for (index, (who, step, gap)) in steps.into_iter().enumerate() {
            now += gap;
            let reader = &mut readers[who];
            match step {
                Step::Read(percent) => {
                    reader.read(now, percent);
                    done.percent = reader.has.percent;
                }
                Step::Mark => {
                    let uuid = format!("mark {index}");
                    reader.keep(now, &uuid, Some("new".to_owned()));
                    done.notes.insert(uuid, Some("new".to_owned()));
                }
                Step::Change(one) => if let Some(uuid) = reader.one_of(one) {
                    let note = Some(format!("changed in step {index}"));
                    reader.keep(now, &uuid, note.clone());
                    done.notes.insert(uuid, note);
                },
                Step::Delete(one) => if let Some(uuid) = reader.one_of(one) {
                    reader.keep(now, &uuid, None);
                    done.notes.insert(uuid, None);
                },
                Step::Sync => reader.sync(who, now, &mut server, true),
                Step::SyncUnheard => reader.sync(who, now, &mut server, false),
                Step::Repeat(one) => if let Some(at) = one.checked_rem(reader.sent.len()) {
                    let batch = reader.sent[at].clone();
                    server.work_in(who, &batch, now);
                },
                Step::Clock(hours) => {
                    let waits = !reader.outbox.reads.is_empty() || !reader.outbox.changes.is_empty();
                    if !waits {
                        reader.clock = hours * hour;
                    }
                }
            }
        }
        for _ in 0..2 {
            for (who, reader) in readers.iter_mut().enumerate() {
                now += 1;
                reader.sync(who, now, &mut server, true);
            }
        }
        prop_assert_eq!(&Replica::of(&server.shelf), &done);
        prop_assert_eq!(&readers[0].has, &done);
        prop_assert_eq!(&readers[1].has, &done);
    }
}

#[test]
fn a_book_has_room_for_ten_thousand_marks_and_for_another_where_one_was_deleted() {
    let mut shelf = Shelf { counts: HashMap::from([(BOOK, annotation::MOST)]), ..Shelf::default() };
    let sending = Sending {
        device: Device::default(),
        sent_at: None,
        received_at: Timestamp::from_millis(1_700_000_000_000),
    };
    let mut reader = Reader::default();
    reader.keep(1_000, "a", Some("one too many".to_owned()));
    let change = reader.outbox.changes[0].clone();
    assert_eq!(shelf.mark(&sending, &change), Outcome::TooMany);
    shelf.counts.insert(BOOK, annotation::MOST - 1);
    assert_eq!(shelf.mark(&sending, &change), Outcome::Applied);
    assert_eq!(shelf.counts[&BOOK], annotation::MOST);
}
