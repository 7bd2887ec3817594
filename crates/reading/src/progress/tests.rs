//! Places that arrive in any order.

use proptest::prelude::*;

use super::*;
use crate::locator::Locations;

fn read(total: f64) -> Read {
    Read {
        locator: Locator {
            v: 1,
            book: None,
            version: None,
            href: "a.xhtml".to_owned(),
            media_type: "application/xhtml+xml".to_owned(),
            locations: Locations { progression: total, ..Locations::default() },
            text: None,
        },
        measured: Measured { total, page: None, at_end: total >= 0.98, in_text: true },
        anew: false,
    }
}

fn at(minutes: i64) -> Timestamp {
    Timestamp::from_millis(1_700_000_000_000 + minutes * 60_000)
}

fn device(id: &str) -> Device {
    Device { id: id.to_owned(), name: String::new() }
}

fn percent_elsewhere(progress: &Progress, asking: &str) -> Option<f64> {
    progress.elsewhere(Some(asking)).map(|place| place.percent)
}

#[test]
fn an_older_place_is_never_taken_but_offered_where_it_is_further_on() {
    let (phone, tablet) = (device("phone"), device("tablet"));
    let mut progress = Progress::default();
    assert!(progress.take(&read(0.25), at(10), &phone));
    assert!(!progress.take(&read(0.5), at(5), &tablet));
    assert!(!progress.take(&read(0.75), at(10), &tablet), "as late is not later");
    assert_eq!((progress.percent, progress.last_read_at), (25.0, Some(at(10))));
    assert_eq!(percent_elsewhere(&progress, "phone"), Some(75.0));
    assert_eq!(percent_elsewhere(&progress, "tablet"), None);
    assert_eq!(progress.started_at, Some(at(5)));
}

#[test]
fn what_is_finished_stays_so_until_it_is_begun_anew() {
    let phone = device("phone");
    let mut progress = Progress::default();
    progress.take(&read(0.99), at(10), &phone);
    progress.take(&read(0.1), at(20), &phone);
    progress.take(&read(1.0), at(30), &phone);
    assert_eq!((progress.percent, progress.finished_at), (100.0, Some(at(10))));
    progress.take(&Read { anew: true, ..read(0.0) }, at(40), &phone);
    assert_eq!((progress.percent, progress.finished_at, progress.started_at), (0.0, None, Some(at(40))));
    progress.take(&read(1.0), at(35), &device("tablet"));
    assert_eq!(progress.finished_at, None, "that was the time before");
    assert_eq!(percent_elsewhere(&progress, "phone"), None, "and so was its place");
    progress.take(&read(0.98), at(50), &phone);
    assert_eq!(progress.finished_at, Some(at(50)));
}

#[test]
fn what_somebody_says_of_the_end_counts_until_they_say_otherwise() {
    let phone = device("phone");
    let mut progress = Progress::default();
    progress.say_finished(true, at(5));
    assert_eq!(
        (progress.percent, progress.finished_at, progress.last_read_at),
        (0.0, Some(at(5)), Some(at(5)))
    );
    progress.take(&read(0.4), at(10), &phone);
    assert_eq!(
        (progress.percent, progress.finished_at),
        (40.0, Some(at(5))),
        "reading on takes nothing back"
    );
    progress.say_finished(false, at(20));
    assert_eq!((progress.percent, progress.finished_at, progress.started_at), (40.0, None, Some(at(20))));
    progress.say_finished(false, at(30));
    assert_eq!(progress.started_at, Some(at(20)), "what is not finished is not begun once more");
    progress.take(&read(1.0), at(40), &phone);
    assert_eq!(progress.finished_at, Some(at(40)));
}

#[test]
fn what_is_known_only_as_a_percentage_is_no_place_and_keeps_its_time() {
    let mut progress = Progress { percent: 40.0, last_read_at: Some(at(10)), ..Progress::default() };
    assert!(!progress.take(&read(0.1), at(9), &device("phone")));
    assert!(progress.take(&read(0.2), at(11), &device("phone")));
    assert_eq!((progress.percent, progress.started_at), (20.0, Some(at(9))));
}

fn arrivals() -> impl Strategy<Value = Vec<(u8, bool, usize)>> {
    proptest::collection::vec((0_u8..=100, proptest::bool::weighted(0.1), 0_usize..3), 1..40)
}

proptest! {
    #[test]
    fn the_order_in_which_places_arrive_does_not_matter(
        arrivals in arrivals(), order in proptest::collection::vec(any::<u32>(), 40)
    ) {
        let devices = ["phone", "tablet", "desk"].map(device);
        let taken = |order: Vec<usize>| {
            let mut progress = Progress::default();
            for index in order {
                let (percent, anew, by) = arrivals[index];
                let place = Read { anew, ..read(f64::from(percent) / 100.0) };
                progress.take(&place, at(i64::try_from(index).unwrap()), &devices[by]);
            }
            progress.devices.sort_by(|a, b| a.device.id.cmp(&b.device.id));
            progress
        };
        let in_time = taken((0..arrivals.len()).collect());
        let mut mixed: Vec<usize> = (0..arrivals.len()).collect();
        mixed.sort_by_key(|index| order[*index]);
        let mixed = taken(mixed);
        let finished = |progress: &Progress| progress.finished_at.is_some();
        prop_assert_eq!(finished(&mixed), finished(&in_time));
        let rest = |progress: Progress| Progress { finished_at: None, ..progress };
        prop_assert_eq!(rest(mixed), rest(in_time));
    }
}
