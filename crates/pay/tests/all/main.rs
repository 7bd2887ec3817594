//! The client of Chargily Pay against small servers that misbehave, and the signatures of the gateway's contract.
#![expect(clippy::unwrap_used, reason = "a test ends at what it did not expect")]

mod creating;
mod double;
mod events;
mod questions;
mod server;

use std::time::Duration;

use kernel::{Clock, Currency, Language, Money, Random, Timestamp};
use pay::{
    Mode, NewCheckout, Pace,
    chargily::{Chargily, SecretKey, Settings},
};

const KEY: &str = "test_sk_EXAMPLE_not_a_real_key_0000000000000";

/// Waits for nothing between tries; a request ends after a time that a busy machine keeps too.
fn hurried() -> Pace {
    Pace {
        total: Duration::from_secs(30),
        budget: Duration::from_mins(1),
        waits: vec![Duration::ZERO; 3],
        ..Pace::default()
    }
}

fn clock() -> Clock {
    Clock::fixed(Timestamp::from_millis(1_770_000_000_000))
}

fn client_at(server: &server::Server, pace: Pace, clock: Clock) -> Chargily {
    let settings = Settings {
        base_url: Some(server.base().parse().unwrap()),
        ..Settings::new(Mode::Test, SecretKey::new(KEY))
    };
    Chargily::new(settings, pace, clock, Random::seeded(1)).unwrap()
}

fn client(server: &server::Server) -> Chargily {
    client_at(server, hurried(), clock())
}

fn book() -> NewCheckout {
    NewCheckout {
        attempt: "attempt-1".to_owned(),
        order: "order-1".to_owned(),
        amount: Money { amount: 120_000, currency: Currency::DZD },
        success_url: "https://shop.example/orders/1/paid".parse().unwrap(),
        failure_url: "https://shop.example/orders/1/failed".parse().unwrap(),
        // Nobody listens there: what the stand-in sends is read from its own records.
        webhook_url: "http://127.0.0.1:1/hooks/chargily/test".parse().unwrap(),
        language: Language::FRENCH,
        description: "The Lighthouse".to_owned(),
    }
}
