//! Asking for a payment: once, and what its answer or the lack of one means.

use std::time::Duration;

use kernel::{Currency, Money};
use pay::{
    Created, Expected, Gateway, Mode, NewCheckout, Pace, Verdict,
    chargily::{Chargily, SecretKey, SettingError, Settings},
    verdict,
};

use crate::{
    KEY, book, client, client_at, clock, hurried,
    server::{Reply, Server, checkout},
};

/// What becomes of a request that is answered like this; it must have been sent just once.
async fn outcome(reply: Reply) -> Created {
    let server = Server::answering([reply]).await;
    let created = client(&server).create(&book()).await;
    assert_eq!(server.asked().len(), 1, "sent once, whatever came back");
    created
}

async fn unknown(reply: Reply) -> String {
    match outcome(reply.clone()).await {
        Created::Unknown { why } => why,
        other => panic!("{reply:?} made {other:?}"),
    }
}

#[tokio::test]
async fn a_checkout_is_opened_and_its_page_is_shown_over_tls() {
    let server = Server::answering([Reply::checkout("pending")]).await;
    let Created::Open(opened) = client(&server).create(&book()).await else { panic!("not open") };
    assert_eq!(
        opened.pay_url.as_str(),
        "https://pay.chargily.dz/test/checkouts/01hj5n7cqpaf0mt2d0xx85tgz8/pay"
    );
    let expected = Expected {
        id: "01hj5n7cqpaf0mt2d0xx85tgz8".to_owned(),
        attempt: "attempt-1".to_owned(),
        amount: book().amount,
        mode: Mode::Test,
    };
    assert_eq!(verdict(&opened.checkout, &expected), Verdict::Pending);

    let asked = server.asked().remove(0);
    assert!(asked.starts_with("POST /test/api/v2/checkouts HTTP/1.1\r\n"), "{asked}");
    for part in [
        &format!("authorization: Bearer {KEY}\r\n"),
        "accept: application/json\r\n",
        "content-type: application/json\r\n",
        r#""amount":1200,"#,
    ] {
        assert!(asked.contains(part), "{part} is missing in {asked}");
    }
}

#[tokio::test]
async fn a_refusal_is_final_and_tells_the_log_why() {
    let body = r#"{"message":"Invalid.","errors":{"amount":["The amount field must be greater than or equal to 50."]}}"#;
    let refused = outcome(Reply::json("422 Unprocessable Content", body)).await;
    let reason =
        "status 422: Invalid.; amount: The amount field must be greater than or equal to 50.".to_owned();
    assert_eq!(refused, Created::Rejected { reason });
    for status in ["400 Bad Request", "401 Unauthorized", "403 Forbidden", "404 Not Found", "451 No"] {
        let refused = outcome(Reply::status(status, "", "<html>no</html>")).await;
        assert_eq!(refused, Created::Rejected { reason: format!("status {}", &status[..3]) });
    }
}

#[tokio::test]
async fn whatever_leaves_it_open_whether_there_is_a_checkout_is_unknown() {
    for status in [
        "408 Request Timeout",
        "429 Too Many Requests",
        "500 Oops",
        "502 Bad Gateway",
        "503 Busy",
        "302 Found",
    ] {
        let why = unknown(Reply::status(status, "location: /login\r\n", "")).await;
        assert_eq!(why, format!("status {}", &status[..3]));
    }
    let long = format!("{{\"id\":\"{}\"}}", "a".repeat(70_000));
    let elsewhere = checkout("pending").replace("pay.chargily.dz", "evil.example");
    for body in ["", "<html>Welcome</html>", "{}", "[]", "null", r#"{"id":"01hj"}"#, &long, &elsewhere] {
        let why = unknown(Reply::json("200 OK", body)).await;
        assert!(!why.contains('\n') && why.len() < 200, "{why}");
    }
}

#[tokio::test]
async fn a_connection_that_breaks_after_the_request_is_unknown() {
    unknown(Reply::Reset).await;
    unknown(Reply::Raw(String::new())).await;
    unknown(Reply::Raw("HTTP/1.1 200 OK\r\ncontent-length: 900\r\n\r\n{\"id\":".to_owned())).await;
}

#[tokio::test]
async fn silence_and_slow_drips_end_with_the_time_of_a_request() {
    let drip = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 900\r\n\r\n";
    for reply in [Reply::Silence, Reply::Drip(drip.to_owned())] {
        let server = Server::answering([reply]).await;
        let pace = Pace { total: Duration::from_millis(300), ..hurried() };
        let created = client_at(&server, pace, clock()).create(&book()).await;
        assert_eq!(created, Created::Unknown { why: "no answer in time".to_owned() });
    }
}

#[tokio::test]
async fn where_nobody_listens_nothing_was_sent() {
    // Port 1 of this machine is nobody's.
    let base = Some("http://127.0.0.1:1/test/api/v2".parse().unwrap());
    let settings = Settings { base_url: base, ..Settings::new(Mode::Test, SecretKey::new(KEY)) };
    let chargily = Chargily::new(settings, hurried(), clock(), kernel::Random::seeded(1)).unwrap();
    assert!(matches!(chargily.create(&book()).await, Created::NotSent { .. }));
}

#[tokio::test]
async fn what_cannot_be_put_to_the_gateway_is_not() {
    let server = Server::answering([Reply::checkout("pending")]).await;
    let chargily = client(&server);
    let euro = "EUR".parse().unwrap();
    for amount in [
        Money { amount: 120_050, currency: Currency::DZD },
        Money { amount: 4_900, currency: Currency::DZD },
        Money { amount: 0, currency: Currency::DZD },
        Money { amount: -120_000, currency: Currency::DZD },
        Money { amount: 120_000, currency: euro },
    ] {
        let created = chargily.create(&NewCheckout { amount, ..book() }).await;
        assert!(matches!(created, Created::Rejected { .. }), "{amount:?}: {created:?}");
    }
    assert_eq!(server.asked().len(), 0);
}

#[tokio::test]
async fn after_too_many_requests_no_further_one_is_sent_for_as_long_as_was_asked() {
    let many = Reply::status("429 Too Many Requests", "retry-after: 40\r\n", "");
    let server = Server::answering([many, Reply::checkout("pending")]).await;
    let clock = clock();
    let chargily = client_at(&server, hurried(), clock.clone());
    assert!(matches!(chargily.create(&book()).await, Created::Unknown { .. }));
    clock.advance_seconds(39);
    let Created::NotSent { after, .. } = chargily.create(&book()).await else { panic!("sent") };
    assert_eq!(after, Duration::from_secs(1));
    clock.advance_seconds(1);
    assert!(matches!(chargily.create(&book()).await, Created::Open(_)));
    assert_eq!(server.asked().len(), 2);
}

#[tokio::test]
async fn the_client_starts_only_with_settings_that_agree() {
    let start = |mode, key| {
        Chargily::new(
            Settings::new(mode, SecretKey::new(key)),
            Pace::default(),
            clock(),
            kernel::Random::system(),
        )
    };
    assert_eq!(start(Mode::Live, KEY).unwrap_err(), SettingError::OtherMode(Mode::Live));
    let chargily = start(Mode::Test, KEY).unwrap();
    assert!(!format!("{chargily:?}").contains("EXAMPLE"), "nothing prints the key");
    assert!(!chargily.capabilities().refunds);
    assert!(chargily.allows_redirect_to(&"https://pay.chargily.dz/test/checkouts/1/pay".parse().unwrap()));
    assert!(!chargily.allows_redirect_to(&"http://pay.chargily.dz/test/checkouts/1/pay".parse().unwrap()));
}
