//! Many who sign in at once: memory stays bounded, and the program goes on answering others.

use std::io::Write as _;
use std::thread;
use std::time::{Duration, Instant};

use crate::place::Place;
use crate::running::{Answer, Running};

/// How many sign in at once.
const RUSH: usize = 200;
/// What the program may take at most, in KiB. Two hundred hashes at once would take almost four gigabytes.
const MEMORY_MOST: u64 = 256 * 1024;

fn sign_in(shop: &Running, password: &str) -> Answer {
    let body = format!(r#"{{"login":"leila","password":"{password}"}}"#);
    let mut connection = shop.connect();
    write!(
        connection,
        "POST /api/v1/auth/sign-in HTTP/1.1\r\nhost: {}\r\nconnection: close\r\ncontent-type: application/json\r\n\
         content-length: {}\r\n\r\n{body}",
        shop.address,
        body.len()
    )
    .unwrap();
    Answer::read(connection)
}

#[test]
fn two_hundred_sign_ins_at_once_neither_fill_the_memory_nor_keep_others_waiting() {
    let place = Place::new();
    let new = ["user", "create", "--email", "leila@exemple.dz", "--username", "leila", "--role", "reader"];
    let made = place.run(&new);
    let password = made.done().trim().rsplit(' ').next().unwrap().to_owned();
    // Without the limits of one household, which would turn most of them away.
    let shop = place.serve(&[("WARRAQ_RATE_LIMITS", "off")]);
    let answers = thread::scope(|scope| {
        let rush: Vec<_> = (0..RUSH).map(|_| scope.spawn(|| sign_in(&shop, &password))).collect();
        let mut asked = 0;
        while rush.iter().any(|one| !one.is_finished()) {
            let began = Instant::now();
            assert_eq!(shop.get("/healthz").status, 200);
            assert!(began.elapsed() < Duration::from_secs(1), "{:?} for /healthz", began.elapsed());
            asked += 1;
        }
        assert!(asked > 1, "the rush was over at once");
        rush.into_iter().map(|one| one.join().unwrap()).collect::<Vec<_>>()
    });
    let count = |status| answers.iter().filter(|answer| answer.status == status).count();
    assert_eq!(
        count(200) + count(503),
        RUSH,
        "{:?}",
        answers.iter().find(|answer| !matches!(answer.status, 200 | 503))
    );
    assert!(count(200) >= 100, "{} got in", count(200));
    let busy = answers.iter().filter(|answer| answer.status == 503);
    assert!(busy.into_iter().all(|answer| answer.header("retry-after") == "5"));
    assert!(shop.peak_memory() < MEMORY_MOST, "{} KiB", shop.peak_memory());
    assert_eq!(sign_in(&shop, &password).status, 200);
}
