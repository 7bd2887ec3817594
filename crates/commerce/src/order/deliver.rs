//! What is done with money that came: the books go into the library, a receipt is issued, the ledger is posted. Money for
//! what cannot be given is noted to go back.

use catalogue::{Book, Sales};
use db::{Query as _, Tx, record, sql};
use kernel::Id;
use serde_json::json;

use super::ledger::{self, Posting};
use super::transition::tell;
use super::{Locked, Order, OrderItem, Till, refund};
use crate::library::{self, Source};
use crate::payment::Payment;
use crate::receipts::{self, Issue, Paid};

/// Money that came.
pub(super) struct Money {
    pub(super) payment: Id<Payment>,
    pub(super) attempt: String,
    pub(super) checkout: Option<String>,
    pub(super) gateway: String,
    pub(super) mode: String,
    pub(super) amount: i64,
    pub(super) fee: i64,
    pub(super) method: Option<String>,
}

impl Money {
    /// The name of its posting: it comes once.
    fn posting(&self) -> String {
        format!("paid:{}", self.attempt)
    }

    fn on_paper(&self) -> Paid {
        Paid {
            gateway: self.gateway.clone(),
            is_test: self.mode != "live",
            checkout: self.checkout.clone(),
            method: self.method.clone(),
        }
    }
}

record! {
    struct Bought {
        id: Id<OrderItem>,
        book_id: Option<Id<Book>>,
        amount: i64,
    }
}

/// The order is paid: gives the books.
pub(super) async fn paid(tx: &Tx, order: &Locked, money: &Money, till: Till<'_>) -> db::Result<()> {
    let bought = bought(tx, order.id).await?;
    let given = give(tx, order, &bought, till).await?;
    Sales::record_all(tx, &sold(&bought, &given), till.now, 1).await?;
    let posting = Posting::sold(money.amount, money.fee);
    ledger::post(tx, order, (&money.posting(), posting), till.now).await?;
    let issue = Issue::receipt(order.id, money.amount, money.on_paper());
    receipts::issue(tx, order, issue, till).await?;
    // What was in the library already, or is no more, was paid for nothing.
    let unneeded = |one: &&Bought| one.amount > 0 && one.book_id.is_none_or(|book| !given.contains(&book));
    let unneeded: Vec<&Bought> = bought.iter().filter(unneeded).collect();
    if unneeded.is_empty() {
        return Ok(());
    }
    let amount = unneeded.iter().map(|one| one.amount).sum();
    let lines: Vec<Id<OrderItem>> = unneeded.iter().map(|one| one.id).collect();
    refund::of_unneeded(tx, order, (money.payment, amount, &lines), till).await
}

/// The order costs nothing: gives the books.
pub(super) async fn free(tx: &Tx, order: &Locked, till: Till<'_>) -> db::Result<()> {
    let bought = bought(tx, order.id).await?;
    give(tx, order, &bought, till).await.map(drop)
}

/// The order was paid before: the money goes back.
pub(super) async fn pay_back(tx: &Tx, order: &Locked, money: &Money, till: Till<'_>) -> db::Result<()> {
    refund::owe(tx, order, (money.payment, money.amount), till.now).await?;
    let posting = Posting::unneeded(money.amount, money.fee);
    ledger::post(tx, order, (&money.posting(), posting), till.now).await?;
    tell(tx, order.id, "paid_twice", json!({ "amount": money.amount }), till.now).await
}

async fn bought(tx: &Tx, order: Id<Order>) -> db::Result<Vec<Bought>> {
    tx.all(sql!("select id, book_id, amount from order_items where order_id = $1 order by position", order))
        .await
}

/// Gives the books that the reader has not yet, and answers which.
async fn give(tx: &Tx, order: &Locked, bought: &[Bought], till: Till<'_>) -> db::Result<Vec<Id<Book>>> {
    let Some(user) = order.user_id else { return Ok(Vec::new()) };
    let books: Vec<Id<Book>> = bought.iter().filter_map(|one| one.book_id).collect();
    let source = if order.total == 0 { Source::Claimed } else { Source::Bought };
    library::grant(tx, user, &books, source, Some(order.id.get()), till.now).await
}

/// What counts for the best sellers: what was given and cost something.
fn sold(bought: &[Bought], given: &[Id<Book>]) -> Vec<Id<Book>> {
    let paid = bought.iter().filter(|one| one.amount > 0).filter_map(|one| one.book_id);
    paid.filter(|book| given.contains(book)).collect()
}
