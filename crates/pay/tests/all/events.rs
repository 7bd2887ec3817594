//! The signed event of the gateway's contract, and what is not one.

use std::path::PathBuf;

use kernel::Random;
use pay::{
    Event, EventError, Gateway, Mode, Pace,
    chargily::{Chargily, SecretKey, Settings},
};

use crate::{KEY, clock};

/// A file that belongs to the gateway's contract; it lies beside the test data.
fn fixture(name: &str) -> Vec<u8> {
    #[expect(clippy::disallowed_methods, reason = "where the test data lies is a setting of the tests alone")]
    let given = std::env::var("WARRAQ_SHARED_DATA").map(PathBuf::from);
    let data = given.unwrap_or_else(|_| std::path::absolute("../../../shared/data").unwrap());
    let file = data.join("../fixtures").join(name);
    std::fs::read(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

fn with_key(key: &str) -> Chargily {
    let settings = Settings::new(Mode::Test, SecretKey::new(key));
    Chargily::new(settings, Pace::default(), clock(), Random::seeded(1)).unwrap()
}

#[tokio::test]
async fn the_event_of_the_contract_is_taken_and_rewritten_it_is_not() {
    let (raw, signature) = (fixture("event_paid.json"), fixture("event_paid.sig"));
    assert_eq!(raw.len(), 953);
    assert_eq!(signature, b"3e83bf5b388125dfdf922c432e4284a56eabd847c37f65f61d78c1670b4344d7");
    let chargily = with_key(KEY);
    let event = chargily.verify_event(&raw, Some(&signature)).unwrap();
    let value: serde_json::Value = serde_json::from_slice(&raw).unwrap();
    let expected = Event {
        id: value["id"].as_str().unwrap().to_owned(),
        kind: "checkout.paid".to_owned(),
        checkout_id: value["data"]["id"].as_str().map(str::to_owned),
        mode: Some(Mode::Test),
    };
    assert_eq!(event, expected);

    let rewritten = value.to_string();
    assert_ne!(rewritten.as_bytes(), raw);
    assert_eq!(chargily.verify_event(rewritten.as_bytes(), Some(&signature)), Err(EventError::NotSigned));
    let other = with_key("test_sk_another_key");
    assert_eq!(other.verify_event(&raw, Some(&signature)), Err(EventError::NotSigned));
    assert_eq!(chargily.verify_event(&raw[..952], Some(&signature)), Err(EventError::NotSigned));
    assert_eq!(chargily.verify_event(&raw, None), Err(EventError::NotSigned));
}

#[tokio::test]
async fn what_is_signed_but_no_event_is_told_apart() {
    // HMAC-SHA256 of `[]` under the key.
    let signature = b"2e3072082560e7d32be1682d21c1710a83bc9de806375c6936ea418e7e0f6298";
    assert_eq!(with_key(KEY).verify_event(b"[]", Some(signature)), Err(EventError::Unreadable));
    assert_eq!(with_key(KEY).signature_header(), "signature");
}
