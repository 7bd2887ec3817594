//! A POST with a key is done once, whatever becomes of who sent it and of who does it.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use commerce::idempotency::{IdempotencyKey, Ticket, once};
use http::StatusCode;
use serde_json::{Value, json};
use testing::{TestApp, on_both_databases};
use tokio::sync::Notify;
use web::{Error, UserId};

use crate::library::site;

const DAY: i64 = 24 * 60 * 60;

/// Something that counts how often it was done.
#[derive(Clone, Default)]
struct Work(Arc<AtomicUsize>);

impl Work {
    fn times(&self) -> usize {
        self.0.load(Ordering::SeqCst)
    }

    fn done(&self) -> (StatusCode, Value) {
        (StatusCode::CREATED, json!({ "number": self.0.fetch_add(1, Ordering::SeqCst) + 1 }))
    }
}

async fn send(
    shop: &TestApp,
    user: i64,
    route: &str,
    body: &Value,
    work: &Work,
) -> web::Result<(u16, Value)> {
    let (key, work) = (IdempotencyKey::named("k-1"), work.clone());
    let answer = once(&shop.app, UserId::new(user), route, (key, body), async move |_| Ok(work.done())).await;
    answer.map(|(status, web::Json(body))| (status.as_u16(), body))
}

fn status(result: &web::Result<(u16, Value)>) -> u16 {
    result.as_ref().map_or_else(|error| error.status().as_u16(), |(status, _)| *status)
}

on_both_databases! {
    in site();

    async fn what_is_sent_again_is_answered_alike_and_done_once(shop: TestApp) {
        let work = Work::default();
        for _ in 0..3 {
            let answer = send(&shop, 1, "/orders", &json!({ "a": 1, "b": 2 }), &work).await.unwrap();
            assert_eq!(answer, (201, json!({ "number": 1 })));
        }
        let turned = send(&shop, 1, "/orders", &json!({ "b": 2, "a": 1 }), &work).await.unwrap();
        assert_eq!((turned.0, work.times()), (201, 1), "the order of its fields makes no other body");
    }

    async fn another_body_under_the_same_key_is_refused(shop: TestApp) {
        let work = Work::default();
        send(&shop, 1, "/orders", &json!({ "a": 1 }), &work).await.unwrap();
        assert_eq!(status(&send(&shop, 1, "/orders", &json!({ "a": 2 }), &work).await), 422);
        assert_eq!(work.times(), 1);
    }

    async fn a_key_is_its_owners_and_its_paths(shop: TestApp) {
        let work = Work::default();
        for (user, route) in [(1, "/orders"), (2, "/orders"), (1, "/orders/7/pay")] {
            send(&shop, user, route, &Value::Null, &work).await.unwrap();
        }
        assert_eq!(work.times(), 3);
    }

    async fn what_failed_is_not_kept(shop: TestApp) {
        let refuse = || once(&shop.app, UserId::new(1), "/orders", (IdempotencyKey::named("k-1"), &Value::Null), async |_| {
            Err(Error::invalid("a", "missing", |_| "missing"))
        });
        for _ in 0..2 {
            assert_eq!(refuse().await.unwrap_err().status(), 422);
        }
        let work = Work::default();
        assert_eq!(status(&send(&shop, 1, "/orders", &Value::Null, &work).await), 201);
    }

    async fn after_a_day_a_key_is_new(shop: TestApp) {
        let work = Work::default();
        send(&shop, 1, "/orders", &Value::Null, &work).await.unwrap();
        shop.advance(DAY - 1);
        send(&shop, 1, "/orders", &Value::Null, &work).await.unwrap();
        assert_eq!(work.times(), 1);
        shop.advance(2);
        send(&shop, 1, "/orders", &json!({ "a": 2 }), &work).await.unwrap();
        assert_eq!(work.times(), 2);
        shop.advance(DAY + 1);
        shop.run_scheduled("commerce.idempotency").await;
        send(&shop, 1, "/orders", &Value::Null, &work).await.unwrap();
        assert_eq!(work.times(), 3);
    }

    async fn while_it_is_done_it_is_busy_and_who_hung_up_finds_it_done(shop: TestApp) {
        let (begun, go_on, work) = (Arc::new(Notify::new()), Arc::new(Notify::new()), Work::default());
        let slow = {
            let (shop, begun, go_on, work) = (shop.clone(), Arc::clone(&begun), Arc::clone(&go_on), work.clone());
            tokio::spawn(async move {
                let key = IdempotencyKey::named("k-1");
                once(&shop.app, UserId::new(1), "/orders", (key, &Value::Null), async move |_| {
                    begun.notify_one();
                    go_on.notified().await;
                    Ok(work.done())
                })
                .await
                .map(drop)
            })
        };
        begun.notified().await;
        let second = send(&shop, 1, "/orders", &Value::Null, &work).await;
        let Err(Error::Refused(reason)) = second else { panic!("{second:?}") };
        assert_eq!((reason.status, reason.code, reason.retry_after.is_some()), (StatusCode::CONFLICT, "in_progress", true));
        slow.abort();
        go_on.notify_one();
        loop {
            match send(&shop, 1, "/orders", &Value::Null, &work).await {
                Ok(answer) => break assert_eq!(answer, (201, json!({ "number": 1 }))),
                Err(_) => tokio::task::yield_now().await,
            }
        }
        assert_eq!(work.times(), 1);
    }

    async fn a_key_whose_holder_died_is_free_after_a_minute(shop: TestApp) {
        let work = Work::default();
        die(&shop, async |_, _| {}).await;
        assert_eq!(status(&send(&shop, 1, "/orders", &Value::Null, &work).await), 409);
        shop.advance(61);
        assert_eq!(status(&send(&shop, 1, "/orders", &Value::Null, &work).await), 201);
        assert_eq!(work.times(), 1);
    }

    async fn what_a_holder_noted_before_it_died_is_answered(shop: TestApp) {
        let work = Work::default();
        die(&shop, async |shop: TestApp, ticket: Ticket| {
            let noted = shop.app.db.transaction(async |tx| {
                ticket.note(&tx, StatusCode::CREATED, &json!({ "number": 7 })).await
            });
            noted.await.unwrap();
        })
        .await;
        shop.advance(61);
        let answer = send(&shop, 1, "/orders", &Value::Null, &work).await.unwrap();
        assert_eq!((answer, work.times()), ((201, json!({ "number": 7 })), 0));
    }

    async fn without_a_key_everything_is_done_each_time(shop: TestApp) {
        let work = Work::default();
        for _ in 0..2 {
            let work = work.clone();
            let answer = once(&shop.app, UserId::new(1), "/orders", (IdempotencyKey::default(), &Value::Null), async move |_| Ok(work.done()));
            assert_eq!(answer.await.unwrap().0, 201);
        }
        assert_eq!(work.times(), 2);
    }
}

/// Takes the key, does something, and ends as a process does that is killed: nothing is said any more.
async fn die<W: Future<Output = ()> + Send + 'static>(
    shop: &TestApp,
    work: impl FnOnce(TestApp, Ticket) -> W + Send,
) {
    let key = IdempotencyKey::named("k-1");
    let theirs = shop.clone();
    let died = once(&shop.app, UserId::new(1), "/orders", (key, &Value::Null), move |ticket| {
        let work = work(theirs, ticket);
        async move {
            work.await;
            panic!("killed")
        }
    });
    assert_eq!(died.await.unwrap_err().status(), 500);
}
