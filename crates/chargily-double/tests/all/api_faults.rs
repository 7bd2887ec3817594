//! What goes wrong with calls of the API.

use std::time::Duration;

use chargily_double::{ApiFault, BadAnswer, Double, Endpoint, Mode, Often};
use serde_json::json;

use crate::client::{Answer, Client, asked, with_json};
use crate::double;

fn fault(double: &Double, fault: ApiFault) {
    double.turn(|knobs| knobs.api.push(fault));
}

/// A double whose next creation goes wrong, what it answers, and how many checkouts there are then.
async fn create_with(answer: BadAnswer) -> (Answer, usize) {
    let double = double();
    fault(&double, ApiFault::on(Endpoint::CreateCheckout, answer.clone(), Often::ONCE));
    let client = Client::of(&double);
    let answered = client.post("/checkouts", asked(json!({}))).await;
    assert_eq!(double.requests()[0].fault, Some(answer));
    assert_eq!(double.requests()[0].status, Some(answered.status));
    let made = double.checkouts(Mode::Test).len();
    // It was only once.
    assert_eq!(client.post("/checkouts", asked(json!({}))).await.status, 200);
    (answered, made)
}

async fn until(so: impl Fn() -> bool) {
    while !so() {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

#[tokio::test]
async fn something_is_made_and_500_answered() {
    let (answered, made) = create_with(BadAnswer::Status(500)).await;
    assert_eq!((answered.status, made), (500, 1));
    assert_eq!(answered.json(), json!({ "message": "Server Error" }));
}

#[tokio::test]
async fn nothing_need_be_made() {
    let double = double();
    let broken = ApiFault::on(Endpoint::CreateCheckout, BadAnswer::Status(502), Often::times(2));
    fault(&double, broken.without_effect());
    let client = Client::of(&double);
    for status in [502, 502, 200] {
        assert_eq!(client.post("/checkouts", asked(json!({}))).await.status, status);
    }
    assert_eq!(double.checkouts(Mode::Test).len(), 1);
}

#[tokio::test]
async fn something_is_made_and_nothing_answered() {
    let double = double();
    fault(&double, ApiFault::on(Endpoint::CreateCheckout, BadAnswer::Hang, Often::ONCE));
    let client = Client::of(&double);
    let call = with_json(client.request("POST", "/checkouts"), &asked(json!({}))).send();
    tokio::select! {
        answer = call => panic!("{answer:?}"),
        () = until(|| double.count(Endpoint::CreateCheckout) == 1) => {}
    }
    assert_eq!(double.checkouts(Mode::Test).len(), 1);
    assert_eq!(double.requests()[0].status, None);
    // Another call is answered meanwhile.
    assert_eq!(client.get("/balance").await.status, 200);
}

#[tokio::test]
async fn too_many_calls_are_refused_with_or_without_a_time_to_wait() {
    let (answered, made) = create_with(BadAnswer::TooManyRequests { retry_after_s: Some(7) }).await;
    assert_eq!((answered.status, made, answered.header("retry-after")), (429, 0, Some("7")));
    let (answered, made) = create_with(BadAnswer::TooManyRequests { retry_after_s: None }).await;
    assert_eq!((answered.status, made, answered.header("retry-after")), (429, 0, None));
}

#[tokio::test]
async fn something_is_made_and_a_page_or_nothing_answered() {
    let (answered, made) = create_with(BadAnswer::Html).await;
    assert_eq!((answered.status, made), (200, 1));
    assert!(answered.header("content-type").unwrap().starts_with("text/html"));
    let (answered, made) = create_with(BadAnswer::Empty).await;
    assert_eq!((answered.status, made, answered.text.as_str()), (200, 1, ""));
}

#[tokio::test]
async fn a_call_is_sent_elsewhere() {
    let (answered, made) = create_with(BadAnswer::Redirect("https://evil.example/login".to_owned())).await;
    assert_eq!((answered.status, made), (302, 0));
    assert_eq!(answered.header("location"), Some("https://evil.example/login"));
}

#[tokio::test]
async fn an_answer_comes_byte_by_byte() {
    let double = double();
    let client = Client::of(&double);
    fault(&double, ApiFault::on(Endpoint::CreateCheckout, BadAnswer::SlowDrip(1), Often::ONCE));
    let made = client.checkout(json!({})).await;
    assert_eq!(made["amount"], 2500);
    // Slow enough that nobody waits for its end.
    fault(&double, ApiFault::on(Endpoint::GetCheckout, BadAnswer::SlowDrip(60_000), Often::ONCE));
    let call = client.request("GET", &format!("/checkouts/{}", made["id"].as_str().unwrap()));
    let begun = call.send().await.unwrap();
    assert_eq!(begun.status(), 200);
    assert!(tokio::time::timeout(Duration::from_millis(50), begun.text()).await.is_err());
}

#[tokio::test]
async fn an_answer_breaks_off_in_the_middle() {
    let double = double();
    fault(&double, ApiFault::on(Endpoint::CreateCheckout, BadAnswer::Cut, Often::ONCE));
    let client = Client::of(&double);
    let request = with_json(client.request("POST", "/checkouts"), &asked(json!({})));
    let answer = request.send().await.unwrap();
    assert_eq!(answer.status(), 200);
    assert!(answer.text().await.is_err());
    assert_eq!(double.checkouts(Mode::Test).len(), 1);
}

#[tokio::test]
async fn the_connection_breaks_before_there_is_an_answer() {
    let double = double();
    fault(&double, ApiFault::on(Endpoint::CreateCheckout, BadAnswer::Reset, Often::ONCE));
    let client = Client::of(&double);
    let request = with_json(client.request("POST", "/checkouts"), &asked(json!({})));
    assert!(request.send().await.is_err());
    assert_eq!(double.checkouts(Mode::Test).len(), 1);
    assert_eq!(double.requests()[0].status, None);
}

#[tokio::test]
async fn a_fault_is_of_one_kind_of_calls_or_of_all() {
    let double = double();
    let client = Client::of(&double);
    let id = client.checkout_id(json!({})).await;
    let path = format!("/checkouts/{id}");
    for endpoint in [Endpoint::GetCheckout, Endpoint::ListCheckouts, Endpoint::ExpireCheckout] {
        double.turn(|knobs| {
            knobs.api = vec![ApiFault::on(endpoint, BadAnswer::Status(503), Often::ALWAYS).without_effect()];
        });
        let bad = |status: u16| status == 503;
        assert_eq!(bad(client.get(&path).await.status), endpoint == Endpoint::GetCheckout);
        assert_eq!(bad(client.get("/checkouts").await.status), endpoint == Endpoint::ListCheckouts);
        if endpoint == Endpoint::ExpireCheckout {
            let answer = client.post(&format!("{path}/expire"), json!({})).await;
            assert!(bad(answer.status));
            assert_eq!(client.status(&id).await, "pending");
        }
    }
    let all = ApiFault { on: None, ..ApiFault::on(Endpoint::Balance, BadAnswer::Status(503), Often::ALWAYS) };
    double.turn(|knobs| knobs.api = vec![all]);
    for path in ["/balance", "/checkouts", "/customers"] {
        assert_eq!(client.get(path).await.status, 503);
    }
}

#[tokio::test]
async fn whoever_has_no_key_meets_no_fault() {
    let double = double();
    fault(&double, ApiFault::on(Endpoint::Balance, BadAnswer::Status(503), Often::ONCE));
    assert_eq!(Client::of(&double).with_key("test_sk_other").get("/balance").await.status, 401);
    assert_eq!(Client::of(&double).get("/balance").await.status, 503);
}
