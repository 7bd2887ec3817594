//! What follows in an order when money of it is to go back, in the transaction in which that was decided: the lines are
//! marked, the books are taken back, they no longer count as sold, the ledger is posted, a note of credit is issued.

use catalogue::{Book, Sales};
use db::{Query as _, Tx, list, record, sql};
use kernel::{Id, Timestamp};
use serde_json::json;

use super::ledger::{self, Posting};
use super::transition::{enter, tell};
use super::{Locked, Order, OrderItem, Till, lock};
use crate::payment::Payment;
use crate::receipts::{self, Issue};
use crate::refund::Refund;
use crate::{library, machine};

/// What is done beside the money.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Consequences {
    /// The books leave the library, where the order brought them.
    pub(crate) books_go: bool,
    /// They had been counted as sold.
    pub(crate) were_sold: bool,
}

record! {
    struct Line {
        book_id: Option<Id<Book>>,
        amount: i64,
    }

    struct Remaining {
        remaining: i64,
    }
}

/// A refund takes effect, of the lines that bear its key.
pub(crate) async fn take_effect(
    tx: &Tx,
    order: Id<Order>,
    refund: Id<Refund>,
    (what, till): (Consequences, Till<'_>),
) -> db::Result<()> {
    let Some(order) = lock(tx, order).await? else { return Ok(()) };
    let lines: Vec<Line> = tx
        .all(sql!(
            "update order_items set refunded_at = $2 where refund_id = $1 and refunded_at is null returning book_id, amount",
            refund,
            till.now
        ))
        .await?;
    let amount: i64 = lines.iter().map(|line| line.amount).sum();
    let rest: Remaining = tx
        .one(sql!(
            "select count(*) as remaining from order_items where order_id = $1 and refunded_at is null and amount > 0",
            order.id
        ))
        .await?;
    tx.execute(sql!("update orders set refunded = refunded + $2 where id = $1", order.id, amount)).await?;
    if rest.remaining == 0 {
        let_go_of_free(tx, &order, refund, till.now).await?;
    }
    if !what.books_go && what.were_sold {
        keep(tx, &order, &lines).await?;
    }
    if what.books_go {
        let books: Vec<Id<Book>> = lines.iter().filter_map(|line| line.book_id).collect();
        library::take_back(tx, order.id.get(), &books).await?;
    }
    if what.were_sold {
        let paid = lines.iter().filter(|line| line.amount > 0);
        let sold: Vec<Id<Book>> = paid.filter_map(|line| line.book_id).collect();
        // As if they had not been sold on the day on which they were.
        Sales::record_all(tx, &sold, order.completed_at.unwrap_or(till.now), -1).await?;
    }
    let posting = Posting::taken_back(amount);
    ledger::post(tx, &order, (&format!("refund:{refund}"), posting), till.now).await?;
    receipts::issue(tx, &order, Issue::credit(order.id, amount, refund), till).await?;
    let details = json!({ "amount": amount });
    match machine::refunded(order.state(), rest.remaining == 0) {
        Some(state) if state != order.state() => enter(tx, &order, state, till.now).await,
        _ => tell(tx, order.id, "refunded", details, till.now).await,
    }
}

/// All money of an order goes back: what cost nothing in it stays with the reader, who could have taken it anyway.
async fn let_go_of_free(tx: &Tx, order: &Locked, refund: Id<Refund>, now: Timestamp) -> db::Result<()> {
    let free: Vec<Line> = tx
        .all(sql!(
            "update order_items set refund_id = $2, refunded_at = $3 where order_id = $1 and refunded_at is null
             returning book_id, amount",
            order.id,
            refund,
            now
        ))
        .await?;
    let books: Vec<Id<Book>> = free.iter().filter_map(|line| line.book_id).collect();
    if books.is_empty() {
        return Ok(());
    }
    tx.execute(sql!(
        "update library_entries set source = 'claimed', order_id = null where order_id = $1 and book_id in ($2…)",
        order.id,
        list(books)
    ))
    .await
    .map(drop)
}

/// The reader keeps the books: from now on they are a gift, no longer this order's.
async fn keep(tx: &Tx, order: &Locked, lines: &[Line]) -> db::Result<()> {
    let books: Vec<Id<Book>> = lines.iter().filter_map(|line| line.book_id).collect();
    if books.is_empty() {
        return Ok(());
    }
    tx.execute(sql!(
        "update library_entries set source = 'given', order_id = null where order_id = $1 and book_id in ($2…)",
        order.id,
        list(books)
    ))
    .await
    .map(drop)
}

/// Notes that money has to go back which came a second time.
pub(super) async fn owe(
    tx: &Tx,
    order: &Locked,
    (payment, amount): (Id<Payment>, i64),
    now: Timestamp,
) -> db::Result<Option<Id<Refund>>> {
    let owed: Option<(Id<Refund>,)> = tx
        .optional(sql!(
            "insert into refunds (order_id, payment_id, kind, amount, created_at, approved_at)
             values ($1, $2, 'duplicate_payment', $3, $4, $4) on conflict do nothing returning id",
            order.id,
            payment,
            amount,
            now
        ))
        .await?;
    Ok(owed.map(|(id,)| id))
}

/// Money came for lines that cannot be given: it goes back, and the order is paid without them.
pub(super) async fn of_unneeded(
    tx: &Tx,
    order: &Locked,
    (payment, amount, lines): (Id<Payment>, i64, &[Id<OrderItem>]),
    till: Till<'_>,
) -> db::Result<()> {
    let Some(refund) = owe(tx, order, (payment, amount), till.now).await? else { return Ok(()) };
    tx.execute(sql!(
        "update order_items set refund_id = $1 where id in ($2…)",
        refund,
        list(lines.iter().copied())
    ))
    .await?;
    let what = Consequences { books_go: false, were_sold: false };
    take_effect(tx, order.id, refund, (what, till)).await
}

/// The money of a refund went back.
pub(crate) async fn gone_back(
    tx: &Tx,
    order: Id<Order>,
    (refund, amount): (Id<Refund>, i64),
    now: Timestamp,
) -> db::Result<()> {
    let Some(order) = lock(tx, order).await? else { return Ok(()) };
    let posting = Posting::gone_back(amount);
    ledger::post(tx, &order, (&format!("settled:{refund}"), posting), now).await?;
    tell(tx, order.id, "money_sent", json!({ "amount": amount }), now).await
}
