//! Buying: carts, orders, payments, the library, receipts.
//!
//! [`machine`] says what becomes of an order when something is heard of it.

pub mod cart;
pub mod machine;
pub mod number;
pub mod payment;
mod words;

i18n::messages!();

pub use words::{CancelReason, OrderStatus, PaymentStatus};
