//! The one place where an order changes its state, whoever wants it to: under a lock, with all that follows from it in the
//! same transaction.

use db::{Json, Query, Tx, list, record, sql};
use kernel::{Currency, Id, Timestamp};
use pay::Verdict;
use serde_json::{Value, json};
use web::UserId;

use super::{Order, Till, deliver};
use crate::machine::{self, Deed, OrderState, Step};
use crate::payment::Payment;
use crate::{CancelReason, OrderStatus, PaymentStatus};

record! {
    /// An order whose row is locked until the transaction ends.
    pub(crate) struct Locked {
        pub(crate) id: Id<Order>,
        pub(crate) number: String,
        pub(crate) user_id: Option<UserId>,
        status: OrderStatus,
        reason: Option<CancelReason>,
        pub(crate) currency: Currency,
        pub(crate) total: i64,
        pub(crate) completed_at: Option<Timestamp>,
    }

    struct Attempt {
        id: Id<Payment>,
        name: String,
        status: PaymentStatus,
        amount: i64,
        checkout_id: Option<String>,
        gateway: String,
        mode: String,
        others_live: bool,
    }
}

impl Locked {
    pub(crate) fn state(&self) -> OrderState {
        OrderState::new(self.status, self.reason)
    }
}

/// Locks an order: nobody else changes it until the transaction ends.
pub(crate) async fn lock(tx: &Tx, id: Id<Order>) -> db::Result<Option<Locked>> {
    tx.optional(sql!(
        "update orders set version = version + 1 where id = $1
         returning id, number, user_id, status, case when by_shop then 'by_shop' else reason end as reason, currency, total, completed_at",
        id
    ))
    .await
}

/// What was learnt of a payment.
#[derive(Debug, Clone)]
pub(crate) struct Heard<'a> {
    /// What the gateway says of it.
    pub(crate) verdict: &'a Verdict,
    /// How it was paid.
    pub(crate) method: Option<&'a str>,
    /// What the gateway keeps of it, in minor units.
    pub(crate) fee: Option<i64>,
    /// When to ask again, where it is not over.
    pub(crate) next_check_at: Option<Timestamp>,
}

/// Carries out what follows from what was heard of a payment; `None` where there is no such payment.
pub(crate) async fn settle(
    tx: &Tx,
    payment: Id<Payment>,
    heard: &Heard<'_>,
    till: Till<'_>,
) -> db::Result<Option<Step>> {
    let found: Option<(Id<Order>,)> =
        tx.optional(sql!("select order_id from payments where id = $1", payment)).await?;
    let Some((order,)) = found else { return Ok(None) };
    let Some(order) = lock(tx, order).await? else { return Ok(None) };
    let attempt: Attempt = tx
        .one(sql!(
            "select p.id, p.attempt as name, p.status, p.amount, p.checkout_id, p.gateway, p.mode,
                    exists (select 1 from payments o where o.order_id = p.order_id and o.id <> p.id
                            and o.status in ('creating', 'open', 'processing')) as others_live
             from payments p where p.id = $1",
            payment
        ))
        .await?;
    let step = machine::heard(order.state(), attempt.status, attempt.others_live, heard.verdict);
    if attempt.status != PaymentStatus::Paid {
        note(tx, &attempt, heard, &step, till.now).await?;
    }
    enter(tx, &order, step.order, till.now).await?;
    match step.deed {
        Deed::Nothing => {}
        Deed::Deliver => deliver::paid(tx, &order, &attempt.paid(heard), till).await?,
        Deed::PayBack => deliver::pay_back(tx, &order, &attempt.paid(heard), till).await?,
    }
    Ok(Some(step))
}

impl Attempt {
    fn paid(&self, heard: &Heard<'_>) -> deliver::Money {
        deliver::Money {
            payment: self.id,
            attempt: self.name.clone(),
            checkout: self.checkout_id.clone(),
            gateway: self.gateway.clone(),
            mode: self.mode.clone(),
            amount: self.amount,
            fee: heard.fee.unwrap_or(0),
            method: heard.method.map(str::to_owned),
        }
    }
}

async fn note(tx: &Tx, attempt: &Attempt, heard: &Heard<'_>, step: &Step, now: Timestamp) -> db::Result<()> {
    let is_over = step.payment != PaymentStatus::Review && !step.payment.is_live();
    let doubt = match heard.verdict {
        Verdict::Suspicious(why) => Some(why.to_string()),
        _ => None,
    };
    tx.execute(sql!(
        "update payments set status = $2, method = coalesce($3, method), fee = coalesce($4, fee), note = $5,
                checks = checks + 1, next_check_at = $6, settled_at = $7 where id = $1",
        attempt.id,
        step.payment,
        heard.method,
        heard.fee,
        doubt,
        // What was not paid is asked about for a week: the money may come late.
        heard.next_check_at.filter(|_| step.payment != PaymentStatus::Paid),
        is_over.then_some(now)
    ))
    .await
    .map(drop)
}

/// Writes down where an order stands now, where that is new.
pub(super) async fn enter(tx: &Tx, order: &Locked, state: OrderState, now: Timestamp) -> db::Result<()> {
    if state == order.state() {
        return Ok(());
    }
    let (status, reason) = state.words();
    let by_shop = reason == Some(CancelReason::ByShop);
    tx.execute(sql!(
        "update orders set status = $2, reason = $3, by_shop = $5, updated_at = $4,
                completed_at = case when $2 = 'completed' then coalesce(completed_at, $4) else completed_at end
         where id = $1",
        order.id,
        status,
        if by_shop { Some(CancelReason::ByReader) } else { reason },
        now,
        by_shop
    ))
    .await?;
    tell(tx, order.id, status.as_str(), json!({ "reason": reason }), now).await
}

/// Adds to an order's timeline.
pub(super) async fn tell(
    tx: &Tx,
    order: Id<Order>,
    kind: &str,
    details: Value,
    now: Timestamp,
) -> db::Result<()> {
    tx.execute(sql!(
        "insert into order_events (order_id, kind, details, at) values ($1, $2, $3, $4)",
        order,
        kind,
        Json(details),
        now
    ))
    .await
    .map(drop)
}

/// Completes an order that costs nothing.
pub(super) async fn complete_free(tx: &Tx, order: &Locked, till: Till<'_>) -> db::Result<()> {
    enter(tx, order, OrderState::Completed, till.now).await?;
    deliver::free(tx, order, till).await
}

/// Cancels an order for its reader, or for the shop; whether that can be. No payment of it may be live any more.
pub(crate) async fn cancel(
    tx: &Tx,
    order: &Locked,
    reason: CancelReason,
    now: Timestamp,
) -> db::Result<bool> {
    let Some(state) = machine::cancelled(order.state(), reason) else { return Ok(false) };
    enter(tx, order, state, now).await.map(|()| true)
}

/// Opens an order that was given up, so that it can be paid once more; whether that can be.
pub(crate) async fn reopen(tx: &Tx, order: &Locked, now: Timestamp) -> db::Result<bool> {
    let Some(state) = machine::reopened(order.state()) else { return Ok(false) };
    enter(tx, order, state, now).await.map(|()| true)
}

/// Whether a book of an order is in its reader's library: they would pay for it twice.
pub(crate) async fn has_owned(db: &impl Query, order: Id<Order>) -> db::Result<bool> {
    Ok(!owned_among(db, &[order]).await?.is_empty())
}

/// Which of some orders have such a book.
pub(crate) async fn owned_among(db: &impl Query, orders: &[Id<Order>]) -> db::Result<Vec<Id<Order>>> {
    if orders.is_empty() {
        return Ok(Vec::new());
    }
    let owned: Vec<(Id<Order>,)> = db
        .all(sql!(
            "select distinct o.id from orders o join order_items i on i.order_id = o.id
             join library_entries e on e.user_id = o.user_id and e.book_id = i.book_id
             where o.id in ($1…)",
            list(orders.iter().copied())
        ))
        .await?;
    Ok(owned.into_iter().map(|(id,)| id).collect())
}

/// Gives up an order that nobody paid in time, where no payment of it can be paid any more.
pub(crate) async fn expire(tx: &Tx, id: Id<Order>, now: Timestamp) -> db::Result<()> {
    let Some(order) = lock(tx, id).await? else { return Ok(()) };
    let waits = matches!(order.state(), OrderState::Pending | OrderState::Processing);
    if waits && Payment::live(tx, id).await?.is_none() {
        enter(tx, &order, OrderState::Cancelled(CancelReason::Expired), now).await?;
    }
    Ok(())
}
