//! Buying through its public face: carts, orders, payments, the library.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod cart;
mod idempotency;
mod library;
mod order_pages;
mod orders;
mod pages;
mod receipts;
mod refunds;
mod schedules;
mod till;
