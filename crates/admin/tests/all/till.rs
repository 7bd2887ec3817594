//! The panel of a shop that sells, with the gateway's stand-in beside it, whose clock runs with the shop's.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use accounts::{Accounts, Extras};
use chargily_double::{Act, Config, Double, Mode};
use commerce::Commerce;
use community::Community;
use db::{Query as _, sql};
use kernel::{Clock, Currency, Money, Random};
use pay::Pace;
use pay::chargily::{Chargily, SecretKey, Settings};
use serde_json::{Value, json};
use testing::{Browser, Program, TestApp, TestResponse, book};
use web::{Site, UserId};

thread_local! {
    /// The stand-in of the test that runs on this thread.
    static DOUBLE: RefCell<Option<Rc<Double>>> = const { RefCell::new(None) };
}

/// The panel, with all that it looks after.
pub(crate) fn site() -> Site {
    let clock = Clock::fixed("2026-11-23T09:00:00.000Z".parse().unwrap());
    let double = Double::start(Config { clock, ..Config::default() }).unwrap();
    let settings = Settings {
        base_url: Some(double.base_url(Mode::Test).parse().unwrap()),
        ..Settings::new(pay::Mode::Test, SecretKey::new(double.key(Mode::Test)))
    };
    let chargily = Chargily::new(settings, Pace::default(), Clock::system(), Random::seeded(1)).unwrap();
    DOUBLE.set(Some(Rc::new(double)));
    let commerce = Commerce::new(Some(Arc::new(chargily)));
    let accounts = Accounts::new().with(Extras {
        rows: &[admin::ROW],
        logged: const { &[Community::LOGGED[0], Commerce::LOGGED[0], Accounts::LOGGED[0], admin::LOGGED[0]] },
        named: admin::NAMED,
        ..Extras::default()
    });
    let community = Community::new();
    Site::new()
        .pages(catalogue::pages())
        .pages(accounts.pages())
        .pages(community.pages())
        .pages(commerce.library_pages())
        .pages(commerce.pages())
        .pages(admin::pages())
        .api(catalogue::api())
        .api(accounts.api())
        .api(community.api())
        .api(commerce.api())
        .api(admin::api())
        .root(commerce.root())
        .sharing(Community::panels())
        .sharing(commerce.clone())
        .sharing(accounts.clone())
        .jobs(catalogue::jobs())
        .jobs(accounts.jobs())
        .jobs(community.jobs())
        .jobs(commerce.jobs())
        .jobs(admin::jobs())
        .identified_by(accounts.sessions())
}

fn double() -> Rc<Double> {
    DOUBLE.with_borrow(|double| double.clone().unwrap())
}

/// The key of somebody's account.
pub(crate) async fn user_id(shop: &TestApp, username: &str) -> UserId {
    let (id,): (UserId,) = shop
        .app
        .db
        .one(sql!("select /* full scan: a test */ id from users where username = $1", username))
        .await
        .unwrap();
    id
}

/// An order of books at these prices, not paid yet.
pub(crate) async fn order(shop: &TestApp, who: &Program, username: &str, prices: &[i64]) -> Value {
    let user = user_id(shop, username).await;
    let mut lines = Vec::new();
    for (at, dinars) in prices.iter().enumerate() {
        let title = format!("Book {at} of {username} for {dinars}");
        let id = book(&title).by(&["Assia Djebar"]).price(*dinars).put(shop).await;
        lines.push((id, Money { amount: dinars * 100, currency: Currency::DZD }));
    }
    let keys = db::list(lines.iter().map(|(book, _)| *book));
    shop.app.db.execute(sql!("update books set has_epub = true where id in ($1…)", keys)).await.unwrap();
    let now = shop.app.clock.now();
    shop.app.db.transaction(async |tx| commerce::cart::put_back(&tx, user, &lines, now).await).await.unwrap();
    let answer = who.post("/orders", json!({})).await;
    assert_eq!(answer.status(), 201, "{}", answer.text());
    answer.json()
}

/// Somebody pays an order at the gateway, which the shop has not heard of.
pub(crate) fn pay(order: &Value) {
    let url = order["payment_url"].as_str().unwrap();
    double().act(url.rsplit('/').nth(1).unwrap(), Act::Pay).unwrap();
}

/// An order that is paid.
pub(crate) async fn paid(shop: &TestApp, who: &Program, username: &str, prices: &[i64]) -> Value {
    let made = order(shop, who, username, prices).await;
    pay(&made);
    shop.advance(61);
    double().advance(61);
    shop.run_scheduled("commerce.ask_payments").await;
    shop.run_jobs().await;
    made
}

/// What people call an order.
pub(crate) fn number(order: &Value) -> &str {
    order["number"].as_str().unwrap()
}

/// How many books somebody has.
pub(crate) async fn books_of(who: &Program) -> usize {
    who.get("/me/library").await.json()["items"].as_array().unwrap().len()
}

/// What a page says, without the marks that isolate names.
pub(crate) fn words(answer: &TestResponse) -> String {
    answer.text().chars().filter(|c| !('\u{2066}'..='\u{2069}').contains(c)).collect()
}

/// The same of a page that is there.
pub(crate) async fn page(who: &Browser, path: &str) -> String {
    let answer = who.get(path).await;
    assert_eq!(answer.status(), 200, "{path}: {}", answer.text());
    words(&answer)
}
