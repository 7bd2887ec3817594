//! Asks about payments of which no event came, and gives up orders that nobody pays.

use std::sync::Arc;
use std::time::Duration;

use ::pay::{CallError, Gateway};
use db::{Query as _, sql};
use jobs::{Job, Registry};
use kernel::{Id, Timestamp};
use serde::{Deserialize, Serialize};
use web::App;

use super::{AskError, Payment, ask, ask_about, walk::walk};
use crate::order;

/// How often it is looked which payments are due.
const PERIOD: Duration = Duration::from_secs(15);
/// How often the gateway's list is held against what is kept.
const NIGHTLY: Duration = Duration::from_hours(24);
/// How many are asked about each time: what the gateway bears is not known, so two questions a second at most.
const AT_ONCE: i64 = 30;
/// When to come back to a payment that could not be asked about, in seconds.
const AGAIN: i64 = 60;
/// How long an order waits for somebody to pay it, in seconds.
const WAITS: i64 = 24 * 60 * 60;

/// Asks about a payment at once: somebody waits for it.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct AskPayment {
    pub(crate) payment: i64,
}

impl Job for AskPayment {
    const KIND: &'static str = "commerce.ask_payment";
    const TRIES: u32 = 3;
}

/// Asks about a checkout of which an event told.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct AskCheckout {
    pub(crate) mode: String,
    pub(crate) checkout: String,
}

impl Job for AskCheckout {
    const KIND: &'static str = "commerce.ask_checkout";
}

/// What is done about payments later and at intervals.
pub(crate) fn jobs(gateway: Option<Arc<dyn Gateway>>) -> Registry<App> {
    let (of_payment, of_checkout, due, listed) = (gateway.clone(), gateway.clone(), gateway.clone(), gateway);
    Registry::new()
        .on::<AskPayment>(move |app: App, job: AskPayment| {
            let gateway = of_payment.clone();
            async move {
                let payment = Payment::find(&app.db, Id::new(job.payment)).await?;
                if let (Some(gateway), Some(payment)) = (gateway, payment) {
                    ask(&app, &*gateway, &payment, true).await?;
                }
                anyhow::Ok(())
            }
        })
        .on::<AskCheckout>(move |app: App, job: AskCheckout| {
            let gateway = of_checkout.clone();
            async move {
                if let Some(gateway) = gateway.filter(|gateway| gateway.mode().as_str() == job.mode) {
                    ask_about(&app, &*gateway, &job.checkout).await?;
                }
                anyhow::Ok(())
            }
        })
        .every("commerce.ask_payments", PERIOD, move |app: App| {
            let gateway = due.clone();
            async move {
                if let Some(gateway) = gateway {
                    ask_due(&app, &*gateway).await?;
                }
                anyhow::Ok(())
            }
        })
        .every("commerce.walk_payments", NIGHTLY, move |app: App| {
            let gateway = listed.clone();
            async move {
                if let Some(gateway) = gateway {
                    walk(&app, &*gateway).await?;
                }
                anyhow::Ok(())
            }
        })
        .every("commerce.give_up_orders", Duration::from_mins(10), async |app: App| {
            give_up(&app).await.map_err(anyhow::Error::from)
        })
}

async fn ask_due(app: &App, gateway: &dyn Gateway) -> db::Result<()> {
    let now = app.clock.now();
    let due: Vec<(Id<Payment>,)> = app
        .db
        .all(sql!(
            "select id from payments where next_check_at <= $1 order by next_check_at, id limit $2",
            now,
            AT_ONCE
        ))
        .await?;
    for (id,) in due {
        let Some(payment) = Payment::find(&app.db, id).await? else { continue };
        match ask(app, gateway, &payment, false).await {
            Ok(Some(_)) => {}
            // Of the gateway's other world, of which there is no key now.
            Ok(None) => put_off(app, id, now.plus_seconds(WAITS)).await?,
            Err(AskError::Database(error)) => return Err(error),
            Err(AskError::Gateway(CallError::TryLater { .. } | CallError::Unavailable { .. })) => {
                put_off(app, id, now.plus_seconds(AGAIN)).await?;
                return Ok(());
            }
            Err(AskError::Gateway(error)) => {
                tracing::error!(payment = %id, %error, "The gateway does not tell of a payment");
                put_off(app, id, now.plus_seconds(WAITS)).await?;
            }
        }
    }
    Ok(())
}

async fn put_off(app: &App, payment: Id<Payment>, until: Timestamp) -> db::Result<()> {
    app.db
        .execute(sql!(
            "update payments set next_check_at = $2 where id = $1 and next_check_at is not null",
            payment,
            until
        ))
        .await
        .map(drop)
}

/// Orders that nobody pays any more expire. Should money come for one all the same, it is delivered.
async fn give_up(app: &App) -> db::Result<()> {
    let now = app.clock.now();
    for status in [crate::OrderStatus::Pending, crate::OrderStatus::Processing] {
        let old: Vec<(Id<crate::Order>,)> = app
            .db
            .all(sql!(
                "select o.id from orders o where o.status = $1 and o.updated_at < $2
                   and not exists (select 1 from payments p where p.order_id = o.id
                                   and p.status in ('creating', 'open', 'processing', 'unknown', 'review'))
                 order by o.id limit $3",
                status,
                now.plus_seconds(-WAITS),
                AT_ONCE
            ))
            .await?;
        for (id,) in old {
            app.db.transaction(async |tx| order::expire(&tx, id, now).await).await?;
        }
    }
    Ok(())
}
