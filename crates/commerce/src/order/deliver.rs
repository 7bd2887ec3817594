//! What is done with money that came: the books go into the library, a receipt gets its number, the ledger is posted. Money
//! for what cannot be given is noted to go back.

use catalogue::{Book, Sales};
use db::{Json, Query as _, Tx, record, sql};
use kernel::{Id, Timestamp};
use serde_json::json;

use super::transition::tell;
use super::{Locked, Order};
use crate::library::{self, Source};
use crate::payment::Payment;

/// The hours by which a receipt's year begins earlier than in Greenwich: Algeria keeps one time all year.
const ALGIERS: i8 = 1;
/// The series of receipts.
const RECEIPTS: &str = "R";

/// Money that came.
pub(super) struct Money {
    pub(super) payment: Id<Payment>,
    pub(super) attempt: String,
    pub(super) amount: i64,
    pub(super) fee: i64,
    pub(super) method: Option<String>,
}

record! {
    struct Bought {
        book_id: Option<Id<Book>>,
        amount: i64,
    }
}

/// The order is paid: gives the books.
pub(super) async fn paid(tx: &Tx, order: &Locked, money: &Money, now: Timestamp) -> db::Result<()> {
    let bought = bought(tx, order.id).await?;
    let given = give(tx, order, &bought, now).await?;
    let unneeded: i64 = bought
        .iter()
        .filter(|one| one.book_id.is_none_or(|book| !given.contains(&book)))
        .map(|one| one.amount)
        .sum();
    if unneeded > 0 {
        owe(tx, order, money.payment, unneeded, now).await?;
    }
    Sales::record_all(tx, &sold(&bought, &given), now).await?;
    post(tx, order, &format!("paid:{}", money.attempt), &lines(money, unneeded), now).await?;
    receipt(tx, order, money, now).await
}

/// The order costs nothing: gives the books.
pub(super) async fn free(tx: &Tx, order: &Locked, now: Timestamp) -> db::Result<()> {
    let bought = bought(tx, order.id).await?;
    give(tx, order, &bought, now).await.map(drop)
}

/// The order was paid before: the money goes back.
pub(super) async fn pay_back(tx: &Tx, order: &Locked, money: &Money, now: Timestamp) -> db::Result<()> {
    owe(tx, order, money.payment, money.amount, now).await?;
    post(tx, order, &format!("paid:{}", money.attempt), &lines(money, money.amount), now).await?;
    tell(tx, order.id, "paid_twice", json!({ "amount": money.amount }), now).await
}

async fn bought(tx: &Tx, order: Id<Order>) -> db::Result<Vec<Bought>> {
    tx.all(sql!("select book_id, amount from order_items where order_id = $1 order by position", order)).await
}

/// Gives the books that the reader has not yet, and answers which.
async fn give(tx: &Tx, order: &Locked, bought: &[Bought], now: Timestamp) -> db::Result<Vec<Id<Book>>> {
    let Some(user) = order.user_id else { return Ok(Vec::new()) };
    let books: Vec<Id<Book>> = bought.iter().filter_map(|one| one.book_id).collect();
    let source = if order.total == 0 { Source::Claimed } else { Source::Bought };
    library::grant(tx, user, &books, source, Some(order.id.get()), now).await
}

/// What counts for the best sellers: what was given and cost something.
fn sold(bought: &[Bought], given: &[Id<Book>]) -> Vec<Id<Book>> {
    let paid = bought.iter().filter(|one| one.amount > 0).filter_map(|one| one.book_id);
    paid.filter(|book| given.contains(book)).collect()
}

/// Notes that money is to go back by hand.
async fn owe(tx: &Tx, order: &Locked, payment: Id<Payment>, amount: i64, now: Timestamp) -> db::Result<()> {
    tx.execute(sql!(
        "insert into refunds (order_id, payment_id, kind, amount, created_at)
         values ($1, $2, 'duplicate_payment', $3, $4) on conflict do nothing",
        order.id,
        payment,
        amount,
        now
    ))
    .await
    .map(drop)
}

/// The ledger's lines of money that came, of which so much is owed back: what lies at the gateway, what it keeps, what was
/// sold. They add up to nothing.
fn lines(money: &Money, owed: i64) -> [(&'static str, i64); 4] {
    [
        ("gateway", money.amount - money.fee),
        ("fees", money.fee),
        ("sales", owed - money.amount),
        ("owed", -owed),
    ]
}

async fn post(
    tx: &Tx,
    order: &Locked,
    posting: &str,
    lines: &[(&'static str, i64); 4],
    now: Timestamp,
) -> db::Result<()> {
    let [gateway, fees, sales, owed] = lines.map(|(_, amount)| amount);
    tx.execute(sql!(
        "insert into ledger (order_id, posting, account, amount, currency, at)
         select $1, $2, l.account, l.amount, $3, $4
         from (select 'gateway' as account, cast($5 as bigint) as amount union all select 'fees', cast($6 as bigint)
               union all select 'sales', cast($7 as bigint) union all select 'owed', cast($8 as bigint)) as l
         where l.amount <> 0",
        order.id,
        posting,
        order.currency,
        now,
        gateway,
        fees,
        sales,
        owed
    ))
    .await
    .map(drop)
}

/// Writes a receipt under the next number of the year: within the transaction, so that none is left out.
async fn receipt(tx: &Tx, order: &Locked, money: &Money, now: Timestamp) -> db::Result<()> {
    let (year, ..) = now.date_at(ALGIERS);
    let (number,): (i64,) = tx
        .one(sql!(
            "insert into receipt_series (series, year, last) values ($1, $2, 1)
             on conflict (series, year) do update set last = receipt_series.last + 1 returning last",
            RECEIPTS,
            i64::from(year)
        ))
        .await?;
    let details = json!({ "payment": money.payment, "method": money.method });
    tx.execute(sql!(
        "insert into receipts (order_id, series, year, number, amount, details, issued_at)
         values ($1, $2, $3, $4, $5, $6, $7)",
        order.id,
        RECEIPTS,
        i64::from(year),
        number,
        money.amount,
        Json(details),
        now
    ))
    .await
    .map(drop)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_posting_adds_up_to_nothing(amount in 0_i64..1_000_000_000, fee in 0_i64..1_000_000, owed in 0_i64..1_000_000_000) {
            let money = Money { payment: Id::new(1), attempt: String::new(), amount, fee, method: None };
            prop_assert_eq!(lines(&money, owed).iter().map(|(_, amount)| amount).sum::<i64>(), 0);
        }
    }
}
