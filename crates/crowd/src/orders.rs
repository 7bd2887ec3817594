//! Orders with their lines and payments, what is in libraries because of them, how it was rated, and what was paid back.

use std::collections::HashSet;

use db::{Restoring, Result, Value};
use kernel::Timestamp;

use crate::books::{Book, Counts, author, place};
use crate::chance::Chance;
use crate::plan::Plan;
use crate::rows::{Rows, row};

/// The letters of numbers, as `commerce` draws them.
const LETTERS: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
/// An odd factor mixes numbers that follow one another, and no two become the same.
const MIX: u64 = 0x5_bd1e_9955;
/// Orders that are not paid yet are among the last of so many.
const UNPAID: i64 = 2_000;

/// How many books somebody looks at before they order.
const LOOKS: usize = 40;

/// How an order ended: its state, the reason of a cancelled one, and how its payment stands.
type End = (&'static str, Option<&'static str>, &'static str);

const COMPLETED: End = ("completed", None, "paid");
const REFUNDED: End = ("cancelled", Some("refunded"), "paid");

pub(crate) async fn fill(into: &Restoring, plan: &Plan, counts: &mut Counts) -> Result<u64> {
    let mut ledger = Ledger::new(into)?;
    let mut owned = HashSet::new();
    for key in 1..=plan.orders {
        let mut chance = Chance::of("order", key);
        // Whoever had an account by then; the first ones buy most.
        let known = (plan.people * key / plan.orders).max(1);
        let buyer = chance.skewed(known) + 1;
        let end = end(&mut chance, key, plan);
        let books = basket(plan, &mut chance, |book| !owned.contains(&(buyer, book)));
        let total: i64 = books.iter().filter_map(|(_, book)| book.price).sum();
        let end = if total == 0 { COMPLETED } else { end };
        let made = plan.when(key, plan.orders);
        let order = Order { key, buyer, end, total, made };
        if end == COMPLETED {
            for (book, _) in &books {
                owned.insert((buyer, *book));
                ledger.library.push(row![buyer, *book, "bought", made, key, 0_i64]).await?;
                if let Some(sold) = counts.sold.get_mut(place(*book)) {
                    *sold += 1;
                }
                if chance.happens(150) {
                    ledger.rate(&order, *book, &mut chance, counts).await?;
                }
            }
        }
        ledger.enter(&order, &books, &mut chance).await?;
    }
    ledger.end().await
}

fn end(chance: &mut Chance, key: i64, plan: &Plan) -> End {
    let fresh = key > plan.orders - UNPAID;
    if fresh && chance.happens(300) {
        return if chance.happens(900) {
            ("pending", None, "open")
        } else {
            ("processing", None, "processing")
        };
    }
    let ends = [
        (COMPLETED, 850),
        (("cancelled", Some("expired"), "expired"), 80),
        (("cancelled", Some("failed"), "failed"), 40),
        (REFUNDED, 15),
    ];
    chance.weighed(&ends, ("cancelled", Some("by_reader"), "cancelled"))
}

/// One book, seldom more, that the buyer has not yet.
fn basket(plan: &Plan, chance: &mut Chance, is_new: impl Fn(i64) -> bool) -> Vec<(i64, Book)> {
    let mut books: Vec<(i64, Book)> = Vec::new();
    let mut wanted = 1 + chance.skewed(6);
    // Some are not sold, and some the buyer has.
    for _ in 0..LOOKS {
        let key = chance.skewed(plan.books) + 1;
        let book = Book::of(plan, key);
        if book.is_sold() && is_new(key) && books.iter().all(|(other, _)| *other != key) {
            books.push((key, book));
            wanted -= 1;
        }
        if wanted == 0 {
            break;
        }
    }
    books
}

struct Order {
    key: i64,
    buyer: i64,
    end: End,
    total: i64,
    made: Timestamp,
}

/// What of an order was asked back, and how that stands.
#[derive(Clone, Copy)]
struct Back {
    amount: i64,
    state: &'static str,
}

impl Back {
    /// All of a refunded one, and half of a few others, which stay completed.
    fn of(order: &Order, chance: &mut Chance) -> Option<Self> {
        if order.end == REFUNDED {
            return Some(Self { amount: order.total, state: chance.weighed(&[("owed", 10)], "settled") });
        }
        let asked = order.end == COMPLETED && order.total > 0 && chance.happens(10);
        let states = [("waiting", 10), ("owed", 10), ("declined", 30)];
        asked.then(|| Self { amount: order.total / 2, state: chance.weighed(&states, "settled") })
    }

    fn is_agreed(&self) -> bool {
        matches!(self.state, "owed" | "settled")
    }
}

/// All tables that an order writes into.
struct Ledger<'a> {
    orders: Rows<'a, 11>,
    items: Rows<'a, 10>,
    payments: Rows<'a, 13>,
    library: Rows<'a, 6>,
    ratings: Rows<'a, 4>,
    refunds: Rows<'a, 12>,
    lines: i64,
    paid: i64,
    sent_back: i64,
}

impl<'a> Ledger<'a> {
    fn new(into: &'a Restoring) -> Result<Self> {
        let text = |text: &str| Value::Text(text.to_owned());
        Ok(Self {
            orders: Rows::of(
                into,
                "orders",
                ORDER,
                &[("version", Value::Int(0)), ("by_shop", Value::Bool(false)), ("currency", text("DZD"))],
            )?,
            items: Rows::of(into, "order_items", ITEM, &[])?,
            payments: Rows::of(
                into,
                "payments",
                PAYMENT,
                &[
                    ("gateway", text("chargily")),
                    ("mode", text("test")),
                    ("currency", text("DZD")),
                    ("checks", Value::Int(1)),
                ],
            )?,
            library: Rows::of(
                into,
                "library_entries",
                ["user_id", "book_id", "source", "added_at", "order_id", "extra_downloads"],
                &[],
            )?,
            ratings: Rows::of(into, "ratings", ["user_id", "book_id", "value", "updated_at"], &[])?,
            refunds: Rows::of(into, "refunds", REFUND, &[("keeps_books", Value::Bool(false))])?,
            lines: 0,
            paid: 0,
            sent_back: 0,
        })
    }

    async fn enter(&mut self, order: &Order, books: &[(i64, Book)], chance: &mut Chance) -> Result<()> {
        let (status, reason, _) = order.end;
        let later = order.made.plus_seconds(60 + chance.below(900));
        let back = Back::of(order, chance);
        let open = matches!(status, "pending" | "processing");
        self.orders
            .push(row![
                order.key,
                number(order.key),
                order.buyer,
                status,
                reason,
                order.total,
                back.filter(Back::is_agreed).map_or(0, |back| back.amount),
                chance.weighed(&[("fr", 480), ("ar", 440)], "en"),
                order.made,
                if open { order.made } else { later },
                matches!(order.end, COMPLETED | REFUNDED).then_some(later),
            ])
            .await?;
        for (position, (key, book)) in (0_i64..).zip(books) {
            self.lines += 1;
            let price = book.price.unwrap_or(0);
            self.items
                .push(row![
                    self.lines,
                    order.key,
                    position,
                    *key,
                    book.title.as_str(),
                    author(book.author).shown,
                    book.formats,
                    price,
                    price,
                    (order.end == REFUNDED).then_some(later),
                ])
                .await?;
        }
        if order.total > 0 {
            self.pay(order, later, chance).await?;
        }
        match back {
            Some(back) => self.give_back(order, (later, back), chance).await,
            None => Ok(()),
        }
    }

    async fn pay(&mut self, order: &Order, later: Timestamp, chance: &mut Chance) -> Result<()> {
        self.paid += 1;
        let (_, _, status) = order.end;
        // Of a few payments nobody knows what became of them.
        let in_doubt = matches!(status, "expired" | "failed") && chance.happens(5);
        let status = if in_doubt { "review" } else { status };
        let open = matches!(status, "open" | "processing");
        self.payments
            .push(row![
                self.paid,
                format!("crowd-{}", order.key),
                order.key,
                status,
                order.total,
                format!("01crowd{:012}", order.key),
                format!("return-{}", order.key),
                chance.weighed(&[("edahabia", 700)], "cib"),
                (status == "paid").then_some(order.total / 50),
                order.made,
                order.made,
                order.made.plus_seconds(1_800),
                (!open).then_some(later),
            ])
            .await
    }

    async fn give_back(
        &mut self,
        order: &Order,
        (at, back): (Timestamp, Back),
        chance: &mut Chance,
    ) -> Result<()> {
        self.sent_back += 1;
        let asked = at.plus_seconds(chance.below(864_000));
        let agreed = back.is_agreed().then(|| asked.plus_seconds(3_600));
        let sent = (back.state == "settled").then(|| asked.plus_seconds(86_400));
        self.refunds
            .push(row![
                self.sent_back,
                order.key,
                self.paid,
                "refund",
                back.amount,
                "Le fichier ne s’ouvre pas.",
                sent.map(|_| format!("VIR-{}", order.key)),
                chance.below(3) + 1,
                asked,
                agreed,
                (back.state == "declined").then(|| asked.plus_seconds(7_200)),
                sent,
            ])
            .await
    }

    async fn rate(
        &mut self,
        order: &Order,
        book: i64,
        chance: &mut Chance,
        counts: &mut Counts,
    ) -> Result<()> {
        let halves = 10 - chance.skewed(10);
        let of_book = counts.rated.get_mut(place(book));
        if let Some(count) = of_book.and_then(|stars| stars.get_mut(usize::try_from(halves).ok()?)) {
            *count += 1;
        }
        self.ratings.push(row![order.buyer, book, halves * 5, order.made.plus_seconds(604_800)]).await
    }

    async fn end(self) -> Result<u64> {
        self.items.end().await?;
        self.payments.end().await?;
        self.library.end().await?;
        self.ratings.end().await?;
        self.refunds.end().await?;
        self.orders.end().await
    }
}

/// The number that people call an order by.
fn number(key: i64) -> String {
    let mixed = u64::try_from(key).unwrap_or(0).wrapping_mul(MIX) & ((1 << 40) - 1);
    let letter = |at: u32| {
        let index = usize::try_from(mixed >> (5 * at) & 31).unwrap_or(0);
        LETTERS.get(index).copied().map_or('A', char::from)
    };
    (0..8).map(letter).collect()
}

const ORDER: [&str; 11] = [
    "id",
    "number",
    "user_id",
    "status",
    "reason",
    "total",
    "refunded",
    "language",
    "created_at",
    "updated_at",
    "completed_at",
];
const ITEM: [&str; 10] = [
    "id",
    "order_id",
    "position",
    "book_id",
    "title",
    "authors",
    "formats",
    "list_amount",
    "amount",
    "refunded_at",
];
const PAYMENT: [&str; 13] = [
    "id",
    "attempt",
    "order_id",
    "status",
    "amount",
    "checkout_id",
    "return_hash",
    "method",
    "fee",
    "created_at",
    "opened_at",
    "expires_at",
    "settled_at",
];
const REFUND: [&str; 12] = [
    "id",
    "order_id",
    "payment_id",
    "kind",
    "amount",
    "note",
    "reference",
    "asked_by",
    "created_at",
    "approved_at",
    "declined_at",
    "settled_at",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_orders_have_the_same_number() {
        let numbers: HashSet<String> = (1..=20_000).map(number).collect();
        assert_eq!(numbers.len(), 20_000);
        assert!(numbers.iter().all(|number| number.len() == 8));
    }
}
