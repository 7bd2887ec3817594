//! What admins do about refunds. Each act is one transaction under the order's lock, with its line in the audit log.

use std::sync::Arc;

use accounts::audit::{self, Actor};
use catalogue::Book;
use db::{Db, Query as _, Tx, list, record, sql};
use kernel::{Id, Money, Timestamp};
use serde_json::{Value, json};
use web::App;
use web::shop::Shop;

use super::{Refund, RefundState};
use crate::machine::OrderState;
use crate::order::refund::{Consequences, gone_back, take_effect};
use crate::order::{Till, lock};
use crate::payment::Payment;
use crate::{CancelReason, Order, OrderItem};

/// What an admin wants to be paid back.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wanted<'a> {
    /// The books; `None` for all of the order that are not paid back yet.
    pub books: Option<&'a [Id<Book>]>,
    /// Why.
    pub note: &'a str,
    /// The reference of the transfer, where the money was sent already.
    pub reference: Option<&'a str>,
    /// The reader keeps the books.
    pub keeps_books: bool,
}

/// What is done by whom, when, and on which terms.
#[derive(Debug, Clone)]
pub struct Desk<'a> {
    /// The admin.
    pub by: Actor<'a>,
    /// The shop: who sells, as the note of credit will say, and what one admin pays back without a second.
    pub shop: Arc<Shop>,
    /// The time.
    pub now: Timestamp,
}

impl<'a> Desk<'a> {
    /// Of an admin at a client.
    pub(crate) fn of(app: &App, by: Actor<'a>) -> Self {
        Self { by, shop: app.shop(), now: app.clock.now() }
    }

    fn till(&self) -> Till<'_> {
        Till::of(&self.shop, self.now)
    }
}

/// What became of that.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// It is written down; what it is worth now, its state says.
    Done(Id<Refund>),
    /// No money is held for the order.
    NotPaid,
    /// All of it is paid back, or costs nothing.
    NothingLeft,
    /// A book that is not in the order, or was paid back.
    NoSuchLine,
}

record! {
    struct Line {
        id: Id<OrderItem>,
        book_id: Option<Id<Book>>,
        amount: i64,
    }
}

/// Decides that money of an order goes back. Above the amount that the operator set, a second admin has to agree.
pub async fn ask(db: &Db, desk: Desk<'_>, order: Id<Order>, wanted: Wanted<'_>) -> db::Result<Asked> {
    let (by, till) = (desk.by, desk.till());
    db.transaction(async |tx| {
            let Some(locked) = lock(&tx, order).await? else { return Ok(Asked::NotPaid) };
            match locked.state() {
                OrderState::Completed => {}
                OrderState::Cancelled(CancelReason::Refunded) => return Ok(Asked::NothingLeft),
                _ => return Ok(Asked::NotPaid),
            }
            if locked.total == 0 {
                return Ok(Asked::NotPaid);
            }
            let lines: Vec<Line> = tx
                .all(sql!(
                    "select id, book_id, amount from order_items where order_id = $1 and refund_id is null order by position",
                    order
                ))
                .await?;
            let Some(lines) = chosen(lines, wanted.books) else { return Ok(Asked::NoSuchLine) };
            let amount = lines.iter().map(|line| line.amount).sum();
            if amount == 0 {
                return Ok(Asked::NothingLeft);
            }
            let is_agreed = desk.shop.refunds_alone.is_none_or(|most| amount <= most.amount);
            let id = write(&tx, by, (order, amount, is_agreed), wanted, till.now).await?;
            let keys = list(lines.iter().map(|line| line.id));
            tx.execute(sql!("update order_items set refund_id = $1 where id in ($2…)", id, keys)).await?;
            let said = json!({
                "refund": id, "refunded": Money { amount, currency: locked.currency }, "why": wanted.note,
            "keeps_books": wanted.keeps_books, "refund_state": if is_agreed { RefundState::Owed } else { RefundState::Waiting },
            });
            log(&tx, by, ("order.refund", order), said, till.now).await?;
            if is_agreed {
                let what = Consequences { books_go: !wanted.keeps_books, were_sold: true };
                take_effect(&tx, order, id, (what, till)).await?;
            }
            if let Some(reference) = wanted.reference.filter(|_| is_agreed) {
                send(&tx, by, (order, id, amount), reference, till.now).await?;
            }
            Ok(Asked::Done(id))
        })
        .await
}

/// The lines of the books that are wanted; `None` where one of these has no line.
fn chosen(lines: Vec<Line>, books: Option<&[Id<Book>]>) -> Option<Vec<Line>> {
    let Some(books) = books else { return Some(lines) };
    let has_line = |book: &Id<Book>| lines.iter().any(|line| line.book_id == Some(*book));
    if !books.iter().all(has_line) {
        return None;
    }
    let is_wanted = |line: &Line| line.book_id.is_some_and(|book| books.contains(&book));
    Some(lines.into_iter().filter(is_wanted).collect())
}

async fn write(
    tx: &Tx,
    by: Actor<'_>,
    (order, amount, is_agreed): (Id<Order>, i64, bool),
    wanted: Wanted<'_>,
    now: Timestamp,
) -> db::Result<Id<Refund>> {
    let payment: Option<(Id<Payment>,)> = tx
        .optional(sql!(
            "select id from payments where order_id = $1 and status = 'paid' order by settled_at, id limit 1",
            order
        ))
        .await?;
    let (id,): (Id<Refund>,) = tx
        .one(sql!(
            "insert into refunds (order_id, payment_id, kind, amount, note, reference, keeps_books, asked_by, created_at,
                                  approved_by, approved_at)
             values ($1, $2, 'refund', $3, $4, $5, $6, $7, $8, $9, $10) returning id",
            order,
            payment.map(|(id,)| id),
            amount,
            wanted.note,
            wanted.reference,
            wanted.keeps_books,
            by.user,
            now,
            is_agreed.then_some(by.user),
            is_agreed.then_some(now)
        ))
        .await?;
    Ok(id)
}

/// What became of a decision about a refund.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decided {
    /// It is done.
    Yes,
    /// There is no such refund.
    NoSuchRefund,
    /// It does not stand so that this can be done.
    WrongState,
    /// Whoever asked for it cannot agree to it.
    OneselfAsked,
}

/// A second admin agrees: the refund takes effect.
pub async fn approve(db: &Db, desk: Desk<'_>, refund: Id<Refund>) -> db::Result<Decided> {
    let (by, till) = (desk.by, desk.till());
    db.transaction(async |tx| {
        let refund = match stands(&tx, refund, RefundState::Waiting).await? {
            Ok(refund) => refund,
            Err(why) => return Ok(why),
        };
        if refund.asked_by == Some(by.user) {
            return Ok(Decided::OneselfAsked);
        }
        tx.execute(sql!(
            "update refunds set approved_by = $2, approved_at = $3 where id = $1",
            refund.id,
            by.user,
            till.now
        ))
        .await?;
        let said = json!({ "refund": refund.id, "refund_state": RefundState::Owed });
        log(&tx, by, ("order.refund_approve", refund.order_id), said, till.now).await?;
        let what = Consequences { books_go: !refund.keeps_books, were_sold: true };
        take_effect(&tx, refund.order_id, refund.id, (what, till)).await?;
        if let Some(reference) = &refund.reference {
            let about = (refund.order_id, refund.id, refund.amount);
            send(&tx, by, about, reference, till.now).await?;
        }
        Ok(Decided::Yes)
    })
    .await
}

/// A refund that waits is not to be: nothing of it happens. Whoever asked may take it back themselves.
pub async fn decline(db: &Db, desk: Desk<'_>, refund: Id<Refund>) -> db::Result<Decided> {
    let (by, now) = (desk.by, desk.now);
    db.transaction(async |tx| {
        let refund = match stands(&tx, refund, RefundState::Waiting).await? {
            Ok(refund) => refund,
            Err(why) => return Ok(why),
        };
        tx.execute(sql!("update order_items set refund_id = null where refund_id = $1", refund.id)).await?;
        tx.execute(sql!("update refunds set declined_at = $2 where id = $1", refund.id, now)).await?;
        let said = json!({ "refund": refund.id, "refund_state": RefundState::Declined });
        log(&tx, by, ("order.refund_decline", refund.order_id), said, now).await?;
        Ok(Decided::Yes)
    })
    .await
}

/// The money that is owed was sent, under this reference.
pub async fn settle(db: &Db, desk: Desk<'_>, (refund, reference): (Id<Refund>, &str)) -> db::Result<Decided> {
    let (by, now) = (desk.by, desk.now);
    db.transaction(async |tx| {
        let refund = match stands(&tx, refund, RefundState::Owed).await? {
            Ok(refund) => refund,
            Err(why) => return Ok(why),
        };
        send(&tx, by, (refund.order_id, refund.id, refund.amount), reference, now).await?;
        Ok(Decided::Yes)
    })
    .await
}

/// A refund with its order locked, if it stands so.
async fn stands(tx: &Tx, id: Id<Refund>, wanted: RefundState) -> db::Result<Result<Refund, Decided>> {
    let order: Option<(Id<Order>,)> =
        tx.optional(sql!("select order_id from refunds where id = $1", id)).await?;
    let Some((order,)) = order else { return Ok(Err(Decided::NoSuchRefund)) };
    lock(tx, order).await?;
    let Some(refund) = Refund::find(tx, id).await? else { return Ok(Err(Decided::NoSuchRefund)) };
    Ok(if refund.state() == wanted { Ok(refund) } else { Err(Decided::WrongState) })
}

async fn send(
    tx: &Tx,
    by: Actor<'_>,
    (order, refund, amount): (Id<Order>, Id<Refund>, i64),
    reference: &str,
    now: Timestamp,
) -> db::Result<()> {
    tx.execute(sql!(
        "update refunds set reference = $2, settled_by = $3, settled_at = $4 where id = $1",
        refund,
        reference,
        by.user,
        now
    ))
    .await?;
    gone_back(tx, order, (refund, amount), now).await?;
    let said = json!({ "refund": refund, "refund_state": RefundState::Settled, "reference": reference });
    log(tx, by, ("order.refund_settle", order), said, now).await
}

async fn log(
    tx: &Tx,
    by: Actor<'_>,
    (act, order): (&'static str, Id<Order>),
    after: Value,
    now: Timestamp,
) -> db::Result<()> {
    let act =
        audit::Act { act, subject_kind: "order", subject_id: order.get(), before: &json!({}), after: &after };
    audit::note(tx, by, act, now).await
}
