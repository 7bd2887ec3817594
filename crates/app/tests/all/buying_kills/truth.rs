//! What must be true in the end: what the gateway knows, what the shop wrote down and what it says are one.

use std::collections::BTreeMap;

use chargily_double::{Double, Mode, Status};
use db::{Db, Query as _, record, sql};
use kernel::Timestamp;
use serde_json::Value;

use super::buyer::api;

record! {
    struct Order {
        id: i64,
        number: String,
        user_id: i64,
        status: String,
        /// Why it is over; empty where it is not.
        reason: String,
        total: i64,
        refunded: i64,
        /// How often it was completed.
        completed: i64,
        completed_at: Option<Timestamp>,
    }
    struct Item {
        order_id: i64,
        book_id: i64,
        amount: i64,
        /// When it turned out to be in the library already, or was taken back.
        refunded_at: Option<Timestamp>,
    }
    struct Payment {
        order_id: i64,
        attempt: String,
        status: String,
        amount: i64,
        checkout_id: Option<String>,
    }
    struct Entry {
        reader: i64,
        book: i64,
        /// The order that brought it.
        brought_by: Option<i64>,
    }
    struct Receipt {
        order_id: i64,
        series: String,
        year: i64,
        number: i64,
        amount: i64,
    }
    struct Line {
        order_id: i64,
        posting: String,
        account: String,
        amount: i64,
    }
    struct Sold {
        id: i64,
        sales_count: i64,
        by_day: i64,
    }
}

/// All that the shop wrote down of buying.
pub(super) struct Books {
    orders: Vec<Order>,
    items: Vec<Item>,
    payments: Vec<Payment>,
    entries: Vec<Entry>,
    /// By order.
    refunds: Vec<(i64, i64)>,
    receipts: Vec<Receipt>,
    ledger: Vec<Line>,
    sold: Vec<Sold>,
}

impl Books {
    pub(super) async fn read(db: &Db) -> Self {
        let orders = sql!(
            "select /* full scan: a test */ o.id, o.number, o.user_id, o.status, coalesce(o.reason, '') as reason, o.total,
                    o.refunded, o.completed_at,
                    (select count(*) from order_events e where e.order_id = o.id and e.kind = 'completed') as completed
             from orders o order by o.id"
        );
        let items =
            sql!("select /* full scan: a test */ order_id, book_id, amount, refunded_at from order_items");
        let payments = sql!(
            "select /* full scan: a test */ order_id, attempt, status, amount, checkout_id from payments"
        );
        let entries = sql!(
            "select /* full scan: a test */ user_id as reader, book_id as book, order_id as brought_by
             from library_entries"
        );
        let refunds = sql!("select /* full scan: a test */ order_id, amount from refunds");
        let receipts = sql!(
            "select /* full scan: a test */ order_id, series, year, number, amount from receipts
             order by series, year, number"
        );
        let ledger = sql!("select /* full scan: a test */ order_id, posting, account, amount from ledger");
        let sold = sql!(
            "select /* full scan: a test */ id, sales_count,
                    cast(coalesce((select sum(copies) from book_sales s where s.book_id = b.id), 0) as bigint) as by_day
             from books b"
        );
        Self {
            orders: db.all(orders).await.unwrap(),
            items: db.all(items).await.unwrap(),
            payments: db.all(payments).await.unwrap(),
            entries: db.all(entries).await.unwrap(),
            refunds: db.all(refunds).await.unwrap(),
            receipts: db.all(receipts).await.unwrap(),
            ledger: db.all(ledger).await.unwrap(),
            sold: db.all(sold).await.unwrap(),
        }
    }

    fn paid(&self) -> impl Iterator<Item = &Payment> {
        self.payments.iter().filter(|payment| payment.status == "paid")
    }

    fn given_by(&self, order: i64) -> impl Iterator<Item = &Item> {
        let entries = self.entries.iter().filter(move |entry| entry.brought_by == Some(order));
        entries.map(move |entry| {
            let line = |item: &&Item| item.order_id == order && item.book_id == entry.book;
            self.items.iter().find(line).unwrap_or_else(|| panic!("order {order} brought {}", entry.book))
        })
    }

    /// Every payment that the gateway knows as paid is one that the shop took, and no other is.
    pub(super) fn agree_with(&self, double: &Double) {
        let checkouts = double.checkouts(Mode::Test);
        for checkout in &checkouts {
            let of_it = |payment: &&Payment| payment.checkout_id.as_deref() == Some(&checkout.id);
            let taken: Vec<i64> = self.paid().filter(of_it).map(|payment| payment.amount).collect();
            let due = if checkout.status == Status::Paid { vec![checkout.amount * 100] } else { Vec::new() };
            assert_eq!(taken, due, "{} is {:?}", checkout.id, checkout.history);
        }
        for payment in self.paid() {
            let is_there = checkouts.iter().any(|one| payment.checkout_id.as_ref() == Some(&one.id));
            assert!(is_there, "the gateway knows nothing of {}", payment.attempt);
        }
    }

    /// What was paid is in the library, or goes back; what was not is not there.
    pub(super) fn are_right(&self) {
        for order in &self.orders {
            self.is_right(order);
        }
        for entry in &self.entries {
            if entry.brought_by.is_none() {
                // What was free in an order whose money went back is the reader's own.
                let is_free = |item: &Item| {
                    (item.book_id, item.amount, item.refunded_at.is_some()) == (entry.book, 0, true)
                };
                assert!(self.items.iter().any(is_free), "book {} came by no order", entry.book);
                continue;
            }
            let by = self.orders.iter().find(|order| Some(order.id) == entry.brought_by);
            let by = by.unwrap_or_else(|| panic!("book {} came by no order", entry.book));
            assert_eq!((by.status.as_str(), by.user_id), ("completed", entry.reader), "{}", by.number);
        }
    }

    fn is_right(&self, order: &Order) {
        let number = &order.number;
        let sum = |amounts: &mut dyn Iterator<Item = i64>| amounts.sum::<i64>();
        let paid = sum(&mut self.paid().filter(|one| one.order_id == order.id).map(|one| one.amount));
        let given = sum(&mut self.given_by(order.id).map(|item| item.amount));
        let back = sum(&mut self.refunds.iter().filter(|one| one.0 == order.id).map(|one| one.1));
        assert_eq!(paid, given + back, "{number}: paid, given and to go back");
        let is_due = paid > 0 || order.total == 0;
        let items: Vec<&Item> = self.items.iter().filter(|item| item.order_id == order.id).collect();
        let nothing_is_left = items.iter().all(|item| item.refunded_at.is_some());
        let stands = match (order.status.as_str(), order.reason.as_str()) {
            ("completed", _) => !nothing_is_left,
            ("cancelled", "refunded") => nothing_is_left,
            _ => false,
        };
        assert_eq!(stands, is_due, "{number} is {} {}", order.status, order.reason);
        assert_eq!((order.completed, order.completed_at.is_some()), (i64::from(is_due), is_due), "{number}");
        let has = |book: i64| self.entries.iter().any(|one| (one.reader, one.book) == (order.user_id, book));
        assert!(!is_due || items.iter().all(|item| has(item.book_id)), "{number}: a book is missing");
        let gave_nothing = self.given_by(order.id).next().is_none();
        assert!(is_due || (gave_nothing && back == 0), "{number} was not paid");
        let papers = |series: &str| -> Vec<i64> {
            let of_it = |one: &&Receipt| one.order_id == order.id && one.series == series;
            self.receipts.iter().filter(of_it).map(|one| one.amount).collect()
        };
        assert_eq!(papers("R"), if paid > 0 { vec![order.total] } else { Vec::new() }, "{number}: receipts");
        assert_eq!(papers("C").iter().sum::<i64>(), order.refunded, "{number}: notes of credit");
        let taken_back = items.iter().filter(|item| item.refunded_at.is_some()).map(|item| item.amount);
        assert_eq!(taken_back.sum::<i64>(), order.refunded, "{number}: lines paid back");
    }

    /// Receipts and notes of credit have no gap; each payment is posted once, and every posting adds up to nothing.
    pub(super) fn balance(&self) {
        let mut last = BTreeMap::new();
        for receipt in &self.receipts {
            let before = last.insert((&receipt.series, receipt.year), receipt.number).unwrap_or(0);
            assert_eq!(
                receipt.number,
                before + 1,
                "a number of {} {} is missing",
                receipt.series,
                receipt.year
            );
        }
        let mut postings: BTreeMap<&str, (i64, i64, i64)> = BTreeMap::new();
        for line in &self.ledger {
            let (sum, came, order) = postings.entry(&line.posting).or_insert((0, 0, line.order_id));
            *sum += line.amount;
            *came += if matches!(line.account.as_str(), "gateway" | "fees") { line.amount } else { 0 };
            assert_eq!(*order, line.order_id, "{}", line.posting);
        }
        let due = self.paid().map(|one| (format!("paid:{}", one.attempt), (0, one.amount, one.order_id)));
        let (came, back): (BTreeMap<_, _>, BTreeMap<_, _>) = postings
            .into_iter()
            .map(|(posting, sums)| (posting.to_owned(), sums))
            .partition(|(posting, _)| posting.starts_with("paid:"));
        assert_eq!(came, due.collect());
        assert!(back.values().all(|(sum, came, _)| (*sum, *came) == (0, 0)), "{back:?}");
        let credits = self.receipts.iter().filter(|one| one.series == "C").count();
        assert_eq!(back.len(), credits, "{back:?}");
        let owed: i64 =
            self.ledger.iter().filter(|line| line.account == "owed").map(|line| line.amount).sum();
        assert_eq!(-owed, self.refunds.iter().map(|one| one.1).sum::<i64>());
    }

    /// The counts of sales are what counting again gives.
    pub(super) fn count_sales(&self) {
        let mut copies: BTreeMap<i64, i64> = BTreeMap::new();
        for item in self.orders.iter().flat_map(|order| self.given_by(order.id)) {
            *copies.entry(item.book_id).or_default() += i64::from(item.amount > 0);
        }
        for book in &self.sold {
            let counted = copies.get(&book.id).copied().unwrap_or(0);
            assert_eq!((book.sales_count, book.by_day), (counted, counted), "sales of book {}", book.id);
        }
    }

    /// A reader is told by the API what the shop wrote down.
    pub(super) fn are_told(&self, shop: &str, user: i64, token: &str) {
        let told = whole_list(shop, "/me/library", token);
        let mut told: Vec<i64> = told.iter().filter_map(|one| one["book"]["id"].as_i64()).collect();
        told.sort_unstable();
        let mine = self.entries.iter().filter(|entry| entry.reader == user);
        let mut mine: Vec<i64> = mine.map(|entry| entry.book).collect();
        mine.sort_unstable();
        assert_eq!(told, mine, "the library of reader {user}");
        let word = |one: &Value, name: &str| one[name].as_str().unwrap_or_default().to_owned();
        let told = whole_list(shop, "/orders", token);
        let told: BTreeMap<_, _> =
            told.iter().map(|one| (word(one, "number"), word(one, "status"))).collect();
        let mine = self.orders.iter().filter(|order| order.user_id == user);
        let mine: BTreeMap<_, _> = mine.map(|one| (one.number.clone(), one.status.clone())).collect();
        assert_eq!(told, mine, "the orders of reader {user}");
    }

    /// Orders, those of them that were paid, and payments that go back.
    pub(super) fn counts(&self) -> (usize, usize, usize) {
        let paid = self.receipts.iter().filter(|one| one.series == "R").count();
        (self.orders.len(), paid, self.refunds.len())
    }
}

fn whole_list(shop: &str, path: &str, token: &str) -> Vec<Value> {
    let (mut all, mut cursor) = (Vec::new(), String::new());
    loop {
        let (status, json, text) =
            api(shop, ("GET", &format!("{path}?limit=50{cursor}")), token, "").unwrap();
        assert_eq!(status, 200, "{text}");
        all.extend(json["items"].as_array().unwrap().iter().cloned());
        match json["next_cursor"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => return all,
        }
    }
}
