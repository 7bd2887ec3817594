//! Issues a receipt, or a note of credit.

use db::{Json, Query as _, Tx, record, sql};
use kernel::{Id, Timestamp};

use super::{CREDITS, Credited, Details, Line, Paid, Party, RECEIPTS, Receipt, ReceiptMail, name};
use crate::Order;
use crate::order::{Locked, Till};
use crate::refund::Refund;

/// The hours by which a receipt's year begins earlier than in Greenwich: Algeria keeps one time all year.
const ALGIERS: i8 = 1;

/// What is to be issued.
#[derive(Debug)]
pub(crate) struct Issue {
    order: Id<Order>,
    amount: i64,
    about: About,
}

#[derive(Debug)]
enum About {
    Payment(Paid),
    Refund(Id<Refund>),
}

impl Issue {
    /// A receipt for money that came.
    pub(crate) fn receipt(order: Id<Order>, amount: i64, paid: Paid) -> Self {
        Self { order, amount, about: About::Payment(paid) }
    }

    /// A note of credit for the lines of a refund.
    pub(crate) fn credit(order: Id<Order>, amount: i64, refund: Id<Refund>) -> Self {
        Self { order, amount, about: About::Refund(refund) }
    }
}

record! {
    struct Buyer {
        username: String,
        name: String,
        email: String,
    }

    struct OrderLine {
        title: String,
        authors: String,
        isbn: Option<String>,
        amount: i64,
    }

    struct Numbered {
        series: String,
        year: i64,
        number: i64,
        details: Json<Details>,
    }
}

/// Issues it under the next number of the year: within the transaction, so that none is left out. Whoever bought is sent it.
pub(crate) async fn issue(tx: &Tx, order: &Locked, new: Issue, till: Till<'_>) -> db::Result<()> {
    let details = details(tx, order, &new, till).await?;
    let series = if details.paid.is_some() { RECEIPTS } else { CREDITS };
    let (year, number) = next(tx, series, till.now).await?;
    let (receipt,): (Id<Receipt>,) = tx
        .one(sql!(
            "insert into receipts (order_id, series, year, number, amount, details, issued_at)
             values ($1, $2, $3, $4, $5, $6, $7) returning id",
            order.id,
            series,
            year,
            number,
            new.amount,
            Json(details),
            till.now
        ))
        .await?;
    let Some(user) = order.user_id else { return Ok(()) };
    jobs::enqueue(tx, &ReceiptMail { user, receipt: receipt.get() }, till.now).await
}

/// The year in whose series a paper is numbered that is issued now.
pub(super) fn year(now: Timestamp) -> i64 {
    let (year, ..) = now.date_at(ALGIERS);
    i64::from(year)
}

async fn next(tx: &Tx, series: &str, now: Timestamp) -> db::Result<(i64, i64)> {
    let year = year(now);
    let (number,): (i64,) = tx
        .one(sql!(
            "insert into receipt_series (series, year, last) values ($1, $2, 1)
             on conflict (series, year) do update set last = receipt_series.last + 1 returning last",
            series,
            year
        ))
        .await?;
    Ok((year, number))
}

async fn details(tx: &Tx, order: &Locked, new: &Issue, till: Till<'_>) -> db::Result<Details> {
    let buyer: Option<Buyer> =
        tx.optional(sql!("select username, name, email from users where id = $1", order.user_id)).await?;
    let buyer = buyer.map(|buyer| {
        let name = if buyer.name.is_empty() { buyer.username } else { buyer.name };
        Party { name, email: buyer.email }
    });
    let (paid, refund) = match &new.about {
        About::Payment(paid) => (Some(paid.clone()), None),
        About::Refund(refund) => (None, Some(*refund)),
    };
    let lines: Vec<OrderLine> = tx
        .all(sql!(
            "select title, authors, isbn, amount from order_items
             where order_id = $1 and (cast($2 as bigint) is null or refund_id = $2) order by position",
            new.order,
            refund
        ))
        .await?;
    let line = |line: OrderLine| Line {
        title: line.title,
        authors: line.authors,
        isbn: line.isbn,
        amount: line.amount,
    };
    Ok(Details {
        seller: till.seller.clone(),
        buyer,
        order: order.number.clone(),
        currency: order.currency,
        credits: if paid.is_some() { None } else { credited(tx, new.order).await? },
        paid,
        lines: lines.into_iter().map(line).collect(),
    })
}

/// The receipt that a note of credit is about.
async fn credited(tx: &Tx, order: Id<Order>) -> db::Result<Option<Credited>> {
    let receipt: Option<Numbered> = tx
        .optional(sql!(
            "select series, year, number, details from receipts where order_id = $1 and series = $2 order by id limit 1",
            order,
            RECEIPTS
        ))
        .await?;
    Ok(receipt.map(|one| Credited {
        receipt: name(&one.series, one.year, one.number),
        is_test: one.details.0.paid.is_some_and(|paid| paid.is_test),
    }))
}
