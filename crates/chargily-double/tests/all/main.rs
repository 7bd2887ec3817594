//! The double through its public faces: the API over HTTP, the pay page, the events that arrive, and the control
//! routes and methods that tests of the shop use.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod api_faults;
mod auth;
mod balance;
mod checkouts;
mod client;
mod clock;
mod control;
mod create;
mod delivery_faults;
mod events;
mod lists;
mod page;
mod program;
mod resources;
mod shop;
mod wrong_contents;

use chargily_double::{Config, Double};
use kernel::{Clock, Random, Timestamp};

use client::Client;
use shop::Shop;

/// When every test happens: the created_at of the documentation's example.
const NOW: i64 = 1_703_144_567;

/// A double whose clock stands at [`NOW`].
fn double() -> Double {
    double_with(|_| {})
}

/// The same, with its configuration changed.
fn double_with(change: impl FnOnce(&mut Config)) -> Double {
    let mut config = Config {
        clock: Clock::fixed(Timestamp::from_millis(NOW * 1000)),
        random: Random::seeded(7),
        ..Config::default()
    };
    change(&mut config);
    Double::start(config).unwrap()
}

/// A double, a client of its test mode, and a shop that takes its events.
async fn scene() -> (Double, Client, Shop) {
    let double = double();
    let client = Client::of(&double);
    (double, client, Shop::open().await)
}

/// Where the captured event of the shared test data is; beside the folder of books that other tests read.
fn fixture_path() -> std::path::PathBuf {
    shared().join("../fixtures/event_paid.json")
}

#[expect(clippy::disallowed_methods, reason = "tests are told of the folder by their environment")]
fn shared() -> std::path::PathBuf {
    let given = std::env::var("WARRAQ_SHARED_DATA").map(std::path::PathBuf::from);
    given.unwrap_or_else(|_| "../../../shared/data".into())
}
