//! Orders as the API shows them.

use catalogue::Book;
use catalogue::wire::Money;
use i18n::Locale;
use kernel::{Id, Timestamp};
use serde::Serialize;
use utoipa::ToSchema;

use crate::{CancelReason, Order, OrderItem, OrderStatus};

/// An order.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OrderWire {
    /// What people call it.
    number: String,
    status: OrderStatus,
    /// Why it is cancelled; null where it is not.
    reason: Option<CancelReason>,
    total: Money,
    /// What of the total was paid back.
    refunded: Money,
    items: Vec<ItemWire>,
    /// Where it is paid, where that was asked for; null for what costs nothing, and where the gateway did not answer:
    /// `POST /orders/{number}/pay` asks again.
    payment_url: Option<String>,
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    #[schema(value_type = String, format = DateTime)]
    updated_at: Timestamp,
    /// When it was paid.
    #[schema(value_type = Option<String>, format = DateTime)]
    completed_at: Option<Timestamp>,
}

/// A book as it was bought.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ItemWire {
    /// Null where the book is gone.
    #[schema(value_type = Option<i64>)]
    book_id: Option<Id<Book>>,
    title: String,
    /// In one line.
    authors: String,
    isbn: Option<String>,
    formats: Vec<String>,
    price: Money,
    /// When it was taken back and paid back.
    #[schema(value_type = Option<String>, format = DateTime)]
    refunded_at: Option<Timestamp>,
}

impl OrderWire {
    pub(crate) fn new(l: Locale, order: Order, items: Vec<OrderItem>, payment_url: Option<String>) -> Self {
        let money = |amount| Money::new(l, kernel::Money { amount, currency: order.currency });
        let item = |item: OrderItem| ItemWire {
            book_id: item.book_id,
            title: item.title,
            authors: item.authors,
            isbn: item.isbn,
            formats: item.formats.split(',').filter(|word| !word.is_empty()).map(str::to_owned).collect(),
            price: money(item.amount),
            refunded_at: item.refunded_at,
        };
        Self {
            items: items.into_iter().map(item).collect(),
            total: money(order.total),
            refunded: money(order.refunded),
            number: order.number,
            status: order.status,
            reason: order.reason,
            payment_url,
            created_at: order.created_at,
            updated_at: order.updated_at,
            completed_at: order.completed_at,
        }
    }
}
