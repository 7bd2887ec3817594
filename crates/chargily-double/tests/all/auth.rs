//! Keys and paths: who may call, and what there is.

use chargily_double::{Config, Double, Mode};
use serde_json::json;

use crate::client::{Client, http, read, with_json};
use crate::{double, double_with};

#[tokio::test]
async fn each_mode_takes_its_own_key_alone() {
    let double = double();
    for mode in Mode::ALL {
        let other = double.key(mode.other()).to_owned();
        assert_eq!(Client::in_mode(&double, mode).get("/balance").await.status, 200);
        let refused = Client::in_mode(&double, mode).with_key(&other).get("/balance").await;
        assert_eq!((refused.status, refused.json()), (401, json!({ "message": "Unauthenticated." })));
    }
    let url = format!("{}/balance", double.base_url(Mode::Test));
    assert_eq!(read(http().get(url).send().await).await.unwrap().status, 401);
}

#[tokio::test]
async fn what_is_not_there_is_not_found_and_updates_are_posts() {
    let double = double();
    let client = Client::of(&double);
    assert_eq!(client.get("/refunds").await.status, 404);
    assert_eq!(client.delete("/checkouts/01x").await.status, 405);
    assert_eq!(client.delete("/prices/01x").await.status, 405);
    let put = with_json(client.request("PUT", "/customers/01x"), &json!({}));
    assert_eq!(read(put.send().await).await.unwrap().status, 405);
}

#[tokio::test]
async fn no_address_that_others_could_reach_is_taken() {
    for listen in ["0.0.0.0:0", "[::]:0", "192.0.2.1:0"] {
        let started = Double::start(Config { listen: listen.parse().unwrap(), ..Config::default() });
        assert!(started.is_err_and(|error| error.to_string().contains("not an address of this machine")));
    }
}

#[tokio::test]
async fn keys_must_look_like_those_of_their_mode() {
    for key in ["live_sk_x", "test_sk_", ""] {
        assert!(Double::start(Config { test_key: key.to_owned(), ..Config::default() }).is_err(), "{key}");
    }
}

#[tokio::test]
async fn it_ends_when_it_is_dropped() {
    let double = double_with(|_| {});
    let client = Client::of(&double);
    assert_eq!(client.get("/balance").await.status, 200);
    drop(double);
    // Its threads end on their own, soon.
    while client.request("GET", "/balance").send().await.is_ok() {}
}
