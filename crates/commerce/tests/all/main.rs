//! Buying through its public face: carts, orders, payments, the library.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod orders;
mod schedules;
mod till;
