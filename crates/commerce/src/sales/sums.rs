//! The lines of a time, added up: all of them, and for each book, publisher and author.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use db::Query;
use kernel::Id;
use web::Vat;

use super::{Sold, Span};
use crate::Order;

/// Lines read at a time.
const BATCH: i64 = 2_000;

/// Amounts, in minor units.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Totals {
    /// Copies sold.
    pub copies: i64,
    /// Copies paid back.
    pub copies_back: i64,
    /// What was paid.
    pub sold: i64,
    /// What was paid back.
    pub refunded: i64,
    /// The tax that what was paid, less what was paid back, contains.
    pub tax: i64,
    /// What the gateway kept, as far as that is known.
    pub fees: i64,
}

/// What stands under one name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The key of the book or the publisher, where it is there.
    pub id: Option<i64>,
    /// Its name; empty where there is none, such as for books without a publisher.
    pub name: String,
    /// What is told beside the name: the authors of a book.
    pub more: String,
    /// What was sold of it.
    pub totals: Totals,
}

/// All of a time.
#[derive(Debug, Clone, Default)]
pub struct Summary {
    /// Everything.
    pub totals: Totals,
    /// Orders with something to pay that were paid.
    pub orders: i64,
    /// By book, what brought most first.
    pub books: Vec<Group>,
    /// By publisher.
    pub publishers: Vec<Group>,
    /// By authors, as they are named together on a book.
    pub authors: Vec<Group>,
}

impl Totals {
    /// What was paid, less what was paid back.
    pub fn net(&self) -> i64 {
        self.sold - self.refunded
    }

    fn add(&mut self, line: &Sold) {
        if line.is_refund {
            self.copies_back += 1;
            self.refunded -= line.amount;
        } else {
            self.copies += 1;
            self.sold += line.amount;
        }
        self.tax += line.tax;
        self.fees += line.fee.unwrap_or(0);
    }
}

impl Summary {
    /// Adds up the very lines that are listed, so that the two cannot differ.
    pub async fn of(db: &impl Query, span: Span, vat: Option<Vat>) -> db::Result<Self> {
        let mut sums = Sums::default();
        let mut after = None;
        loop {
            let lines = Sold::lines(db, span, (after, BATCH), vat).await?;
            for line in &lines {
                sums.add(line);
            }
            let is_last = i64::try_from(lines.len()).is_ok_and(|rows| rows < BATCH);
            match lines.last() {
                Some(last) if !is_last => after = Some(last.place()),
                _ => return Ok(sums.finish()),
            }
        }
    }
}

/// What is being added up.
#[derive(Default)]
struct Sums {
    totals: Totals,
    orders: HashSet<Id<Order>>,
    // A book that was deleted is told by its title.
    books: HashMap<(Option<i64>, String), Group>,
    publishers: HashMap<Option<i64>, Group>,
    authors: HashMap<String, Group>,
}

impl Sums {
    fn add(&mut self, line: &Sold) {
        self.totals.add(line);
        if !line.is_refund {
            self.orders.insert(line.order_id);
        }
        let book = line.book.map(Id::get);
        let title = if book.is_some() { String::new() } else { line.title.clone() };
        to(&mut self.books, (book, title), line, || (book, line.title.clone(), line.authors.clone()));
        let publisher = line.publisher.as_ref().map(|(id, _)| id.get());
        let name = || line.publisher.as_ref().map(|(_, name)| name.clone()).unwrap_or_default();
        to(&mut self.publishers, publisher, line, || (publisher, name(), String::new()));
        to(&mut self.authors, line.authors.clone(), line, || (None, line.authors.clone(), String::new()));
    }

    fn finish(self) -> Summary {
        Summary {
            totals: self.totals,
            orders: i64::try_from(self.orders.len()).unwrap_or(i64::MAX),
            books: sorted(self.books.into_values()),
            publishers: sorted(self.publishers.into_values()),
            authors: sorted(self.authors.into_values()),
        }
    }
}

fn to<K: Eq + Hash>(
    groups: &mut HashMap<K, Group>,
    key: K,
    line: &Sold,
    named: impl FnOnce() -> (Option<i64>, String, String),
) {
    let group = groups.entry(key).or_insert_with(|| {
        let (id, name, more) = named();
        Group { id, name, more, totals: Totals::default() }
    });
    group.totals.add(line);
}

fn sorted(groups: impl Iterator<Item = Group>) -> Vec<Group> {
    let mut groups: Vec<Group> = groups.collect();
    groups.sort_by(|a, b| {
        let key = |group: &Group| (-group.totals.net(), group.id);
        key(a).cmp(&key(b)).then_with(|| a.name.cmp(&b.name))
    });
    groups
}
