//! The time of an answer does not tell who has an account.

use std::time::{Duration, Instant};

use axum::body::Body;
use http::Request;
use serde_json::{Value, json};
use testing::{Engine, PASSWORD, TestApp, address};
use web::Role;

use crate::site;

/// How many tries of each kind are compared.
#[expect(clippy::disallowed_methods, reason = "`make audit` asks for more by an environment variable")]
fn tries() -> u32 {
    std::env::var("WARRAQ_TIMING_TRIES").ok().and_then(|number| number.parse().ok()).unwrap_or(20)
}

/// How many comparisons there are at most.
const ROUNDS: u32 = 6;
/// The difference that is allowed between the medians.
const ALLOWED: Duration = Duration::from_millis(5);

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

/// Makes a try: its number, and whether it is about somebody who is known.
type Try<'a> = &'a (dyn Fn(u32, bool) -> Request<Body> + Sync);

fn api(path: &str, body: &Value) -> Request<Body> {
    let request = Request::post(format!("/api/v1{path}")).header("content-type", "application/json");
    request.body(Body::from(body.to_string())).unwrap()
}

fn form(path: &str, fields: &str) -> Request<Body> {
    let request = Request::post(path).header("content-type", "application/x-www-form-urlencoded");
    request.body(Body::from(fields.to_owned())).unwrap()
}

/// The medians of the times for somebody known and somebody unknown, asked in turns.
async fn medians(shop: &TestApp, attempt: Try<'_>, from: u32) -> [Duration; 2] {
    let mut times = [Vec::new(), Vec::new()];
    // The first of each fills caches.
    for number in 0..=tries() {
        // Whichever comes second may profit from the first.
        for second in [false, true] {
            let known = second == number.is_multiple_of(2);
            let request = attempt(from + number, known);
            let began = Instant::now();
            let status = shop.send(request).await.status();
            let took = began.elapsed();
            assert!(matches!(status, 201 | 202 | 401 | 422), "{status}");
            if number > 0 {
                times[usize::from(known)].push(took);
            }
        }
        // Locks are over by then.
        shop.advance(10);
    }
    times.map(median)
}

/// Compares them. Other work on the machine may blur one comparison; what is different is so in each of them.
async fn compare(shop: &TestApp, what: &str, attempt: Try<'_>) {
    let mut told = Vec::new();
    for round in 0..ROUNDS {
        let [unknown, known] = medians(shop, attempt, round * (tries() + 1)).await;
        if known.abs_diff(unknown) < ALLOWED {
            return;
        }
        told.push(format!("{known:?} for a known one, {unknown:?} for an unknown one"));
    }
    panic!("{what}: {told:#?}");
}

async fn all(shop: TestApp) {
    shop.account("leila", Role::Reader).await;
    let name = |known: bool| if known { "leila" } else { "nobody" };
    let guess =
        |login: String| api("/auth/sign-in", &json!({ "login": login, "password": "guessed wrongly" }));
    compare(&shop, "sign-in by username", &|_, known| guess(name(known).to_owned())).await;
    compare(&shop, "sign-in by address", &|_, known| guess(address(name(known)))).await;
    compare(&shop, "a mail's link", &|_, known| {
        let account = if known { "1" } else { "999" };
        form("/en/verify", &format!("account={account}&code=ABCDEFG&password=guessed+wrongly"))
    })
    .await;
    compare(&shop, "sign-up", &|number, known| {
        let username = format!("{}-{number}", name(known));
        let new = json!({ "username": username, "email": address(name(known)), "password": PASSWORD });
        api("/auth/sign-up", &new)
    })
    .await;
    compare(&shop, "a forgotten password", &|_, known| {
        api("/auth/forgot-password", &json!({ "email": address(name(known)) }))
    })
    .await;
    shop.run_jobs().await;
}

#[test]
fn known_and_unknown_take_the_same_time_on_sqlite() {
    testing::run(Engine::Sqlite, site(), all);
}

#[test]
fn known_and_unknown_take_the_same_time_on_postgres() {
    testing::run(Engine::Postgres, site(), all);
}
