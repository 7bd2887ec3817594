//! What was sold and paid back from one moment to another, line by line, for the books of the shop and for settling with
//! publishers: an order counts when it was paid, what went back when that was decided, as in the figures of the panel.
//!
//! Tax and the gateway's fee belong to a receipt and to a payment. Each line bears its part of them, cut so that the lines
//! of an order add up to what its receipt says, whatever the rounding.

mod sums;

use std::collections::HashMap;

use catalogue::{Book, Publisher};
use db::{Json, Query, list, record, sql};
use kernel::{Currency, Id, Timestamp};
use web::Vat;

use crate::Order;
use crate::receipts::{self, CREDITS, Details, RECEIPTS};

pub use sums::{Group, Summary, Totals};

/// From one moment to another, the last not included, in a currency.
#[derive(Debug, Clone, Copy)]
pub struct Span {
    /// The first moment.
    pub from: Timestamp,
    /// The first one after it.
    pub until: Timestamp,
    /// Of what was sold in this currency.
    pub currency: Currency,
}

/// Where a part of the lines ends: when it was, and the line.
pub type SalesPlace = (Timestamp, i64);

/// A book that was sold, or paid back.
#[derive(Debug, Clone)]
pub struct Sold {
    /// When it was paid, or decided to be paid back.
    pub at: Timestamp,
    place: i64,
    /// Whether money went back.
    pub is_refund: bool,
    /// The order's key.
    pub order_id: Id<Order>,
    /// What people call the order.
    pub order: String,
    /// The number of the receipt, or of the note of credit.
    pub receipt: Option<String>,
    /// The book; `None` where it was deleted.
    pub book: Option<Id<Book>>,
    /// Its title, as it was then.
    pub title: String,
    /// Its authors, as they were then.
    pub authors: String,
    /// Its number, as it was then.
    pub isbn: Option<String>,
    /// Who publishes it now.
    pub publisher: Option<(Id<Publisher>, String)>,
    /// What was paid, in minor units; below zero where it was paid back.
    pub amount: i64,
    /// The tax that this contains.
    pub tax: i64,
    /// Its part of what the gateway kept; `None` where that is not known.
    pub fee: Option<i64>,
}

record! {
    struct Row {
        at: Timestamp,
        place: i64,
        is_refund: bool,
        order_id: Id<Order>,
        number: String,
        book_id: Option<Id<Book>>,
        title: String,
        authors: String,
        isbn: Option<String>,
        publisher_id: Option<Id<Publisher>>,
        publisher: Option<String>,
        amount: i64,
        amount_before: i64,
        whole: i64,
        fee: Option<i64>,
    }

    struct Paper {
        order_id: Id<Order>,
        series: String,
        year: i64,
        number: i64,
        amount: i64,
        details: Json<Details>,
        issued_at: Timestamp,
    }
}

impl Sold {
    /// Where it stands.
    pub fn place(&self) -> SalesPlace {
        (self.at, self.place)
    }

    /// The lines of a time, the first one first: up to `rows` behind a place. `vat` is for what has no receipt.
    pub async fn lines(
        db: &impl Query,
        span: Span,
        (after, rows): (Option<SalesPlace>, i64),
        vat: Option<Vat>,
    ) -> db::Result<Vec<Self>> {
        let (at, place) = after.unwrap_or((span.from, -1));
        // A line is there twice where it was paid back, so its key alone does not say which is meant.
        let found: Vec<Row> = db
            .all(sql!(
                "select at, place, is_refund, order_id, number, book_id, title, authors, isbn, publisher_id, publisher, amount,
                        amount_before, whole, fee from (
                     select * from (
                         select o.completed_at as at, 2 * i.id as place, false as is_refund, o.id as order_id, o.number, i.book_id,
                                i.title, i.authors, i.isbn, p.id as publisher_id, p.name as publisher, i.amount,
                                (select cast(coalesce(sum(x.amount), 0) as bigint) from order_items x
                                 where x.order_id = o.id and x.id < i.id) as amount_before,
                                o.total as whole,
                                (select cast(sum(m.fee) as bigint) from payments m
                                 where m.order_id = o.id and m.status = 'paid') as fee
                         from orders o join order_items i on i.order_id = o.id
                         left join books b on b.id = i.book_id left join publishers p on p.id = b.publisher_id
                         where o.completed_at >= $1 and o.completed_at < $2 and o.currency = $3 and i.amount > 0
                           and (o.completed_at > $1 or 2 * i.id > $4)
                         order by o.completed_at, i.id limit $5
                     ) as sold
                     union all
                     select * from (
                         select r.approved_at as at, 2 * i.id + 1 as place, true as is_refund, o.id as order_id, o.number, i.book_id,
                                i.title, i.authors, i.isbn, p.id as publisher_id, p.name as publisher, i.amount,
                                (select cast(coalesce(sum(x.amount), 0) as bigint) from order_items x
                                 where x.refund_id = r.id and x.id < i.id) as amount_before,
                                (select cast(sum(x.amount) as bigint) from order_items x where x.refund_id = r.id) as whole,
                                cast(null as bigint) as fee
                         from refunds r join order_items i on i.refund_id = r.id join orders o on o.id = i.order_id
                         left join books b on b.id = i.book_id left join publishers p on p.id = b.publisher_id
                         where r.approved_at >= $1 and r.approved_at < $2 and o.currency = $3 and i.amount > 0
                           and (r.approved_at > $1 or 2 * i.id + 1 > $4)
                         order by r.approved_at, i.id limit $5
                     ) as back
                 ) as lines order by at, place limit $5",
                at,
                span.until,
                span.currency.code(),
                place,
                rows
            ))
            .await?;
        let papers = papers(db, &found).await?;
        Ok(found.into_iter().map(|row| sold(row, &papers, vat)).collect())
    }
}

/// Receipts and notes of credit of the orders in some lines.
async fn papers(db: &impl Query, rows: &[Row]) -> db::Result<HashMap<Id<Order>, Vec<Paper>>> {
    let mut orders: Vec<Id<Order>> = rows.iter().map(|row| row.order_id).collect();
    orders.sort_unstable();
    orders.dedup();
    let mut papers: HashMap<Id<Order>, Vec<Paper>> = HashMap::new();
    if orders.is_empty() {
        return Ok(papers);
    }
    let found: Vec<Paper> = db
        .all(sql!(
            "select order_id, series, year, number, amount, details, issued_at from receipts
             where order_id in ($1…) order by id",
            list(orders)
        ))
        .await?;
    for paper in found {
        papers.entry(paper.order_id).or_default().push(paper);
    }
    Ok(papers)
}

fn sold(row: Row, papers: &HashMap<Id<Order>, Vec<Paper>>, vat: Option<Vat>) -> Sold {
    let series = if row.is_refund { CREDITS } else { RECEIPTS };
    let of_order = papers.get(&row.order_id).into_iter().flatten();
    // A note of credit is issued in the transaction in which the refund is decided, of its whole amount.
    let is_its = |paper: &&Paper| {
        paper.series == series && (!row.is_refund || (paper.issued_at, paper.amount) == (row.at, row.whole))
    };
    let paper = of_order.clone().find(is_its);
    let vat = paper.map_or(vat, |paper| paper.details.0.seller.vat);
    let sign = if row.is_refund { -1 } else { 1 };
    let part = |of: &dyn Fn(i64) -> i64| of(row.amount_before + row.amount) - of(row.amount_before);
    Sold {
        at: row.at,
        place: row.place,
        is_refund: row.is_refund,
        order_id: row.order_id,
        receipt: paper.map(|paper| receipts::name(&paper.series, paper.year, paper.number)),
        book: row.book_id,
        amount: sign * row.amount,
        tax: sign * vat.map_or(0, |vat| part(&|amount| vat.contained_in(amount))),
        fee: row.fee.map(|fee| part(&|amount| share(fee, amount, row.whole))),
        order: row.number,
        title: row.title,
        authors: row.authors,
        isbn: row.isbn,
        publisher: row.publisher_id.zip(row.publisher),
    }
}

/// What of a fee falls to a part of the whole.
fn share(fee: i64, part: i64, whole: i64) -> i64 {
    if whole <= 0 {
        return 0;
    }
    i64::try_from(i128::from(fee) * i128::from(part) / i128::from(whole)).unwrap_or(fee)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_of_a_fee_add_up_to_it() {
        let (fee, prices) = (1_001, [333, 333, 334, 90_000, 7]);
        let whole: i64 = prices.iter().sum();
        let mut before = 0;
        let parts = prices.map(|price| {
            before += price;
            share(fee, before, whole) - share(fee, before - price, whole)
        });
        assert_eq!(parts.iter().sum::<i64>(), fee);
        assert_eq!(share(fee, 5, 0), 0);
    }
}
