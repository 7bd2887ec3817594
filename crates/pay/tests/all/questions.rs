//! Asking what became of a payment: a few tries within a budget, and patience where it is asked for.

use std::time::Duration;

use pay::{CallError, Expiry, Gateway, Pace, Status};

use crate::{
    client, client_at, clock, hurried,
    server::{Reply, Server, checkout},
};

const ID: &str = "01hj5n7cqpaf0mt2d0xx85tgz8";

fn down() -> Reply {
    Reply::status("503 Service Unavailable", "", "<html>busy</html>")
}

#[tokio::test]
async fn a_question_is_repeated_until_it_is_answered() {
    let html = Reply::status("200 OK", "content-type: text/html\r\n", "<html>");
    let moved = Reply::status("302 Found", "location: http://127.0.0.1:1/login\r\n", "");
    let slow = Reply::status("408 Request Timeout", "", "");
    for first in [down(), slow, html, moved, Reply::Reset, Reply::json("200 OK", "")] {
        let server = Server::answering([first.clone(), Reply::checkout("paid")]).await;
        let answer = client(&server).get(ID).await.unwrap_or_else(|error| panic!("{first:?}: {error}"));
        assert_eq!(answer.status, Status::Paid);
        let asked = server.asked();
        assert_eq!(asked.len(), 2, "{first:?}");
        assert!(
            asked[1].starts_with(&format!("GET /test/api/v2/checkouts/{ID} HTTP/1.1\r\n")),
            "{}",
            asked[1]
        );
    }
}

#[tokio::test]
async fn after_three_further_tries_it_is_given_up() {
    let server = Server::answering([down()]).await;
    let error = client(&server).get(ID).await.unwrap_err();
    assert_eq!(error, CallError::Unavailable { why: "status 503".to_owned() });
    assert_eq!(server.asked().len(), 4);
}

#[tokio::test]
async fn what_would_be_refused_again_is_asked_once() {
    for (reply, expected) in [
        (Reply::json("404 Not Found", "{}"), CallError::NotFound),
        (
            Reply::json("401 Unauthorized", r#"{"message":"Unauthenticated."}"#),
            CallError::Refused { reason: "status 401: Unauthenticated.".to_owned() },
        ),
    ] {
        let server = Server::answering([reply]).await;
        assert_eq!(client(&server).get(ID).await.unwrap_err(), expected);
        assert_eq!(server.asked().len(), 1);
    }
}

#[tokio::test]
async fn an_id_that_would_lead_elsewhere_is_not_asked_for() {
    let server = Server::answering([Reply::checkout("paid")]).await;
    let chargily = client(&server);
    for id in ["", "../balance", "a/expire", "a?page=1", "é"] {
        assert_eq!(chargily.get(id).await.unwrap_err(), CallError::NotFound, "{id}");
        assert_eq!(chargily.expire(id).await.unwrap_err(), CallError::NotFound, "{id}");
    }
    assert_eq!(server.asked().len(), 0);
}

#[tokio::test]
async fn too_many_requests_hand_the_waiting_back_to_the_caller() {
    for (header, seconds) in
        [("", 15), ("retry-after: 3\r\n", 15), ("retry-after: 60\r\n", 60), ("retry-after: soon\r\n", 15)]
    {
        let server = Server::answering([Reply::status("429 Too Many Requests", header, "")]).await;
        let chargily = client(&server);
        for _ in 0..2 {
            let Err(CallError::TryLater { after, .. }) = chargily.get(ID).await else { panic!("answered") };
            assert_eq!(after, Duration::from_secs(seconds), "{header}");
        }
        assert_eq!(server.asked().len(), 1, "the gateway is left alone meanwhile");
    }
}

#[tokio::test]
async fn a_gateway_that_is_down_is_left_alone_and_tried_again_later() {
    let script = std::iter::repeat_n(down(), 6).chain([Reply::checkout("paid")]);
    let server = Server::answering(script).await;
    let clock = clock();
    let chargily = client_at(&server, hurried(), clock.clone());
    assert!(matches!(chargily.get(ID).await, Err(CallError::Unavailable { .. })));
    assert!(
        matches!(chargily.get(ID).await, Err(CallError::TryLater { .. })),
        "the fifth failure began a rest"
    );
    assert!(matches!(chargily.get(ID).await, Err(CallError::TryLater { .. })));
    assert_eq!(server.asked().len(), 5);
    clock.advance_seconds(30);
    assert!(
        matches!(chargily.get(ID).await, Err(CallError::TryLater { .. })),
        "one try failed: another rest"
    );
    assert_eq!(server.asked().len(), 6);
    clock.advance_seconds(30);
    assert!(chargily.get(ID).await.is_ok());
    assert_eq!(server.asked().len(), 7);
}

#[tokio::test]
async fn the_budget_ends_a_question_however_many_tries_are_left() {
    let server = Server::answering([Reply::Silence]).await;
    let pace = Pace { budget: Duration::from_millis(200), ..hurried() };
    let error = client_at(&server, pace, clock()).get(ID).await.unwrap_err();
    assert_eq!(error, CallError::Unavailable { why: "no answer in 200ms".to_owned() });
}

#[tokio::test]
async fn large_and_dripping_answers_are_cut_off() {
    let server = Server::answering([Reply::json("200 OK", &" ".repeat(65 * 1024))]).await;
    let error = client(&server).get(ID).await.unwrap_err();
    assert_eq!(error, CallError::Unavailable { why: "the answer is longer than 65536 bytes".to_owned() });
    let head = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n";
    let endless = format!("{head}{}", format!("400\r\n{}\r\n", "a".repeat(1_024)).repeat(100));
    let server = Server::answering([Reply::Drip(endless)]).await;
    let error = client(&server).get(ID).await.unwrap_err();
    assert_eq!(error, CallError::Unavailable { why: "the answer is longer than 65536 bytes".to_owned() });
    let server =
        Server::answering([Reply::Drip("HTTP/1.1 200 OK\r\ncontent-length: 900\r\n\r\n".to_owned())]).await;
    let pace = Pace { total: Duration::from_millis(200), waits: Vec::new(), ..hurried() };
    let error = client_at(&server, pace, clock()).get(ID).await.unwrap_err();
    assert_eq!(error, CallError::Unavailable { why: "no answer in time".to_owned() });
}

#[tokio::test]
async fn closing_says_what_became_of_it() {
    let server = Server::answering([
        down(),
        Reply::checkout("expired"),
        Reply::json("400 Bad Request", "{}"),
        Reply::json("403 Forbidden", "{}"),
        Reply::json("404 Not Found", "{}"),
    ])
    .await;
    let chargily = client(&server);
    let Ok(Expiry::Expired(closed)) = chargily.expire(ID).await else { panic!("not closed") };
    assert_eq!(closed.status, Status::Expired);
    assert_eq!(chargily.expire(ID).await, Ok(Expiry::AlreadyExpired));
    assert_eq!(chargily.expire(ID).await, Ok(Expiry::NotPending));
    assert_eq!(chargily.expire(ID).await, Err(CallError::NotFound));
    assert!(server.asked()[1].starts_with(&format!("POST /test/api/v2/checkouts/{ID}/expire HTTP/1.1\r\n")));
}

#[tokio::test]
async fn pages_are_read_one_by_one_though_each_is_long() {
    let row = checkout("pending").replacen('{', &format!("{{\"account\":\"{}\",", "a".repeat(3_000)), 1);
    let rows = vec![row; 50].join(",");
    let first = format!(r#"{{"data":[{rows}],"next_page_url":"http://elsewhere.example/?page=2"}}"#);
    let last = r#"{"data":[],"next_page_url":null}"#;
    let server = Server::answering([Reply::json("200 OK", &first), Reply::json("200 OK", last)]).await;
    let chargily = client(&server);
    let page = chargily.list(1).await.unwrap();
    assert_eq!((page.checkouts.len(), page.unreadable, page.next), (50, 0, Some(2)));
    assert_eq!(page.checkouts[0].attempt.as_deref(), Some("attempt-1"));
    assert_eq!(chargily.list(2).await.unwrap().next, None);
    assert!(server.asked()[1].starts_with("GET /test/api/v2/checkouts?page=2&per_page=50 HTTP/1.1\r\n"));
}
