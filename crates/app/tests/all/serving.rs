//! `warraq serve`: opens, answers, is watched over, stops.

use std::io::Write as _;
use std::net::TcpListener;

use crate::place::Place;
use crate::running::Answer;

#[test]
fn a_new_shop_opens_by_itself_and_tells_its_address_first() {
    let place = Place::new();
    let shop = place.serve(&[]);
    assert!(shop.address.starts_with("127.0.0.1:") && !shop.address.ends_with(":0"), "{}", shop.address);
    assert_eq!(shop.get("/en/").status, 200);
    let alive = shop.get("/healthz");
    assert_eq!((alive.status, alive.body.trim()), (200, "ok"));
    let ready = shop.get("/readyz");
    assert_eq!((ready.status, ready.body.as_str()), (200, r#"{"database":"ok","media":"ok"}"#));
    shop.terminate();
    let (status, rest) = shop.ended();
    assert_eq!((status.code(), rest.as_str()), (Some(0), ""), "nothing else on standard output");
}

#[test]
fn what_is_missing_meanwhile_is_told_to_whoever_asks_whether_it_is_ready() {
    let place = Place::new();
    let shop = place.serve(&[]);
    std::fs::remove_dir_all(place.path("data/media")).unwrap();
    let ready = shop.get("/readyz");
    assert_eq!((ready.status, ready.body.as_str()), (503, r#"{"database":"ok","media":"unavailable"}"#));
    assert_eq!(ready.header("content-type"), "application/json");
    assert_eq!(shop.get("/healthz").status, 200, "it lives");
}

#[test]
fn told_to_stop_it_finishes_the_request_that_is_running() {
    let place = Place::new();
    let shop = place.serve(&[]);
    // Connections are taken up in the order in which they come: once the second is answered, the first one is held.
    let (idle, mut slow) = (shop.connect(), shop.connect());
    let form = "theme=dark&next=/en/browse";
    write!(
        slow,
        "POST /en/theme HTTP/1.1\r\nhost: {}\r\nconnection: close\r\ncontent-type: application/x-www-form-urlencoded\r\n\
         content-length: {}\r\nexpect: 100-continue\r\n\r\n",
        shop.address,
        form.len()
    )
    .unwrap();
    // The handler asks for the body: the request is under way.
    let mut goes_on = [0; 25];
    std::io::Read::read_exact(&mut slow, &mut goes_on).unwrap();
    assert!(goes_on.starts_with(b"HTTP/1.1 100 Continue"), "{goes_on:?}");
    shop.terminate();
    // A connection on which nothing was asked is closed first.
    assert!(
        std::io::Read::read(&mut &idle, &mut [0]).is_ok_and(|bytes| bytes == 0),
        "the idle one is closed"
    );
    slow.write_all(form.as_bytes()).unwrap();
    let answer = Answer::read(slow);
    assert_eq!((answer.status, answer.header("location")), (303, "/en/browse"));
    assert_eq!(shop.ended().0.code(), Some(0));
}

#[test]
fn a_port_that_is_taken_is_named() {
    let place = Place::new();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let ran = place.run(&["serve", "--listen", &address]);
    assert!(ran.failure().contains(&address) && ran.failure().contains("WARRAQ_LISTEN"), "{ran:?}");
    assert!(ran.out.is_empty());
    let metrics = [("WARRAQ_METRICS_LISTEN", address.as_str())];
    let ran = place.run_with(&["serve", "--listen", "127.0.0.1:0"], &metrics);
    assert!(ran.failure().contains("WARRAQ_METRICS_LISTEN"), "{ran:?}");
    assert!(ran.out.is_empty(), "it does not say that it listens: {ran:?}");
}

#[test]
fn metrics_are_public_only_where_the_operator_says_so() {
    let place = Place::new();
    let shop = place.serve(&[]);
    assert_eq!(shop.get("/metrics").status, 404);
    let shop = place.serve(&[("WARRAQ_METRICS_PUBLIC", "on")]);
    shop.get("/en/browse");
    let metrics = shop.get("/metrics");
    assert_eq!(metrics.status, 200);
    assert!(metrics.body.contains(r#"route="/en/browse",status="200"} 1"#), "{}", metrics.body);
}

#[test]
fn metrics_can_have_an_address_of_their_own() {
    let place = Place::new();
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
    let mut shop = place.serve(&[("WARRAQ_METRICS_LISTEN", &free)]);
    assert_eq!(shop.get("/metrics").status, 404);
    let public = std::mem::replace(&mut shop.address, free);
    assert_eq!(shop.get("/metrics").status, 200);
    assert_eq!(shop.get("/en/").status, 404, "nothing but metrics at {}", shop.address);
    shop.address = public;
    shop.terminate();
    assert_eq!(shop.ended().0.code(), Some(0));
}

#[test]
fn the_log_can_be_read_by_programs_and_holds_no_query() {
    let place = Place::new();
    let shop = place.serve(&[("WARRAQ_LOG_FORMAT", "json")]);
    let answer = shop.get("/en/browse?language=fr&utm_source=private");
    shop.terminate();
    assert_eq!(shop.ended().0.code(), Some(0));
    let log = std::fs::read_to_string(place.path("log")).unwrap();
    let lines: Vec<serde_json::Value> = log.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let line = lines.iter().find(|line| line["http.route"] == "/en/browse");
    let line = line.unwrap_or_else(|| panic!("{log}"));
    assert_eq!(line["span"]["request.id"], answer.header("x-request-id"));
    assert!(!log.contains("private"), "{log}");
}

#[test]
fn what_is_no_request_is_answered_and_does_no_harm() {
    let place = Place::new();
    let shop = place.serve(&[]);
    for bytes in [
        "NONSENSE\r\n\r\n".to_owned(),
        "GET /en/\0 HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n".to_owned(),
        "GET /en/ HTTP/1.1\r\nconnection: close\r\n\r\n".to_owned(),
        format!(
            "GET /api/v1/books?cursor={} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n",
            "a".repeat(70_000)
        ),
        format!(
            "GET /en/ HTTP/1.1\r\nhost: x\r\nx-long: {}\r\nconnection: close\r\n\r\n",
            "a".repeat(60_000)
        ),
    ] {
        let mut connection = shop.connect();
        connection.write_all(bytes.as_bytes()).unwrap();
        let answer = Answer::read(connection);
        assert!(answer.status < 500, "{}: {answer:?}", &bytes[..40.min(bytes.len())]);
    }
    for path in ["/en/", "/en/none", "/api/v1/none"] {
        let (head, whole) = (shop.ask("HEAD", path), shop.get(path));
        assert_eq!((head.status, head.body.as_str()), (whole.status, ""), "{path}");
        assert_eq!(head.header("content-type"), whole.header("content-type"), "{path}");
    }
    assert_eq!(shop.get("/readyz").status, 200);
}
