//! Buying: carts, orders, payments, the library, receipts.
//!
//! [`machine`] says what becomes of an order when something is heard of it.

mod api;
mod buying;
pub mod cart;
pub mod desk;
mod feature;
pub mod idempotency;
pub mod library;
mod logged;
pub mod machine;
pub mod number;
mod order;
mod pages;
mod payment;
mod receipts;
pub mod refund;
pub mod sales;
mod secret;
mod webhook;
mod wire;
mod words;

i18n::messages!();

pub use feature::Commerce;
pub use order::{EventDetails, Order, OrderEvent, OrderItem, sample};
pub use payment::Payment;
pub use receipts::{Receipt, method, sample_mail};
pub use refund::{Refund, RefundKind, RefundState};
pub use words::{CancelReason, OrderStatus, PaymentStatus};
