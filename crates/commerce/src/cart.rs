//! Carts: of a reader, or of a visitor's browser, which shows a token for it.
//!
//! Whoever changes a cart locks it first, by moving its version: a cart that is being turned into an order, or united with
//! another, is not changed meanwhile. [`Quote`] says what its books cost now.

mod change;
mod lock;
mod quote;

pub use change::{clear, put_back};
pub use quote::{Dropped, Line, Quote, Reason};

/// The most books in a cart.
pub const MOST: usize = 50;

/// Marks the keys of carts: `Id<Cart>`.
#[derive(Debug)]
pub enum Cart {}
