//! A shop with the gateway's stand-in beside it, whose clock runs with the shop's.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use accounts::{Accounts, Extras};
use catalogue::Book;
use chargily_double::{Act, Config, Double, Mode};
use commerce::Commerce;
use db::{Query as _, sql};
use http::{Request, header};
use kernel::{Clock, Currency, Id, Money, Random};
use pay::Pace;
use pay::chargily::{Chargily, SecretKey, Settings};
use serde_json::{Value, json};
use testing::{Program, TestApp, TestResponse, book};
use web::{Site, UserId};

thread_local! {
    /// The stand-in of the test that runs on this thread.
    static DOUBLE: RefCell<Option<Rc<Double>>> = const { RefCell::new(None) };
}

/// When every test happens.
fn now() -> Clock {
    Clock::fixed("2026-11-23T09:00:00.000Z".parse().unwrap())
}

/// Buying, with a stand-in that [`double`] answers.
pub(crate) fn site() -> Site {
    let double = Double::start(Config { clock: now(), ..Config::default() }).unwrap();
    let settings = Settings {
        base_url: Some(double.base_url(Mode::Test).parse().unwrap()),
        ..Settings::new(pay::Mode::Test, SecretKey::new(double.key(Mode::Test)))
    };
    let chargily = Chargily::new(settings, Pace::default(), Clock::system(), Random::seeded(1)).unwrap();
    DOUBLE.set(Some(Rc::new(double)));
    let commerce = Commerce::new(Some(Arc::new(chargily)));
    let accounts = Accounts::new().with(Extras { rows: Commerce::ROWS, ..Extras::default() });
    Site::new()
        .pages(catalogue::pages())
        .pages(accounts.pages())
        .pages(commerce.pages())
        .api(catalogue::api())
        .api(accounts.api())
        .api(commerce.api())
        .root(commerce.root())
        .jobs(catalogue::jobs())
        .jobs(accounts.jobs())
        .jobs(commerce.jobs())
        .identified_by(accounts.sessions())
}

pub(crate) fn double() -> Rc<Double> {
    DOUBLE.with_borrow(|double| double.clone().unwrap())
}

/// Time passes in the shop and at the gateway.
pub(crate) fn advance(shop: &TestApp, seconds: i64) {
    shop.advance(seconds);
    double().advance(seconds);
}

pub(crate) async fn user_id(shop: &TestApp, username: &str) -> UserId {
    let (id,): (UserId,) = shop
        .app
        .db
        .one(sql!("select /* full scan: a test */ id from users where username = $1", username))
        .await
        .unwrap();
    id
}

/// Books of so many dinars, in the cart of somebody.
pub(crate) async fn fill_cart(shop: &TestApp, username: &str, prices: &[i64]) -> Vec<Id<Book>> {
    let mut books = Vec::new();
    for (at, dinars) in prices.iter().enumerate() {
        books.push(
            book(&format!("Book {at} of {username} for {dinars}"))
                .by(&["Assia Djebar"])
                .price(*dinars)
                .put(shop)
                .await,
        );
    }
    // A file of its own would only take time: no line of an order looks into it.
    let has_file =
        sql!("update books set has_epub = true where id in ($1…)", db::list(books.iter().copied()));
    shop.app.db.execute(has_file).await.unwrap();
    let user = user_id(shop, username).await;
    let money = |dinars: &i64| Money { amount: dinars * 100, currency: Currency::DZD };
    let lines: Vec<_> = books.iter().copied().zip(prices.iter().map(money)).collect();
    let now = shop.app.clock.now();
    shop.app.db.transaction(async |tx| commerce::cart::put_back(&tx, user, &lines, now).await).await.unwrap();
    books
}

/// A book that is in the shop, in the cart of somebody who saw its price.
pub(crate) async fn put_into_cart(shop: &TestApp, username: &str, book: Id<Book>, dinars: i64) {
    let (user, now) = (user_id(shop, username).await, shop.app.clock.now());
    let lines = [(book, Money { amount: dinars * 100, currency: Currency::DZD })];
    shop.app.db.transaction(async |tx| commerce::cart::put_back(&tx, user, &lines, now).await).await.unwrap();
}

/// Makes an order of what is in the cart.
pub(crate) async fn order(who: &Program) -> Value {
    let answer = who.post("/orders", json!({})).await;
    assert_eq!(answer.status(), 201, "{}", answer.text());
    answer.json()
}

/// The gateway's name for the payment of an order's page.
pub(crate) fn checkout(payment_url: &Value) -> String {
    let url = payment_url.as_str().unwrap_or_else(|| panic!("no page to pay on: {payment_url}"));
    url.rsplit('/').nth(1).unwrap().to_owned()
}

/// Somebody does something on the page to pay on.
pub(crate) fn act(checkout: &str, act: Act) {
    double().act(checkout, act).unwrap();
}

/// The gateway's last event reaches the shop, as it was signed.
pub(crate) async fn deliver_last(shop: &TestApp) -> TestResponse {
    let delivery = double().deliveries().pop().unwrap();
    let signature = delivery.signature.unwrap_or_default();
    post_event(shop, "test", delivery.body, &signature).await
}

pub(crate) async fn post_event(shop: &TestApp, mode: &str, body: String, signature: &str) -> TestResponse {
    let request = Request::post(format!("/webhooks/chargily/{mode}"))
        .header(header::CONTENT_TYPE, "application/json")
        .header("signature", signature)
        .body(body.into())
        .unwrap();
    shop.send(request).await
}

/// How an order stands: its status and the reason.
pub(crate) async fn stands(who: &Program, order: &Value) -> (String, Value) {
    let number = order["number"].as_str().unwrap();
    let order = who.get(&format!("/orders/{number}")).await.json();
    (order["status"].as_str().unwrap_or_else(|| panic!("{order}")).to_owned(), order["reason"].clone())
}

/// The books in somebody's library.
pub(crate) async fn library(shop: &TestApp, username: &str) -> Vec<Id<Book>> {
    let user = user_id(shop, username).await;
    let books: Vec<(Id<Book>,)> = shop
        .app
        .db
        .all(sql!("select book_id from library_entries where user_id = $1 order by book_id", user))
        .await
        .unwrap();
    books.into_iter().map(|(book,)| book).collect()
}

/// Looks which payments are due, as the shop does at intervals, and sends the receipts of what was paid.
pub(crate) async fn look(shop: &TestApp) {
    shop.run_scheduled("commerce.ask_payments").await;
    shop.run_jobs().await;
}

/// The sums of the ledger's accounts, and of what is to go back by hand.
pub(crate) async fn books_of_the_shop(shop: &TestApp) -> (i64, i64) {
    let (sum,): (i64,) = shop
        .app
        .db
        .one(sql!("select /* full scan: a test */ cast(coalesce(sum(amount), 0) as bigint) from ledger"))
        .await
        .unwrap();
    let (owed,): (i64,) = shop
        .app
        .db
        .one(sql!("select /* full scan: a test */ cast(coalesce(sum(amount), 0) as bigint) from refunds"))
        .await
        .unwrap();
    (sum, owed)
}
