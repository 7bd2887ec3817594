//! Carts: of a reader, or of a visitor's browser, which shows a token for it.
//!
//! Whoever changes a cart locks it first, by moving its version: a cart that is being turned into an order, or united with
//! another, is not changed meanwhile. [`Quote`] says what its books cost now. Reading a cart changes nothing: what cannot
//! be had any more, and what costs something else, is told until whoever fills it has taken note ([`take_note`]).

mod api;
mod change;
mod feature;
mod lock;
mod pages;
mod quote;
mod sweep;
mod unite;

pub use change::{Added, Refusal, Standing, add, clear, put_back, remove, take_note};
pub use feature::Carts;
pub use quote::{Dropped, Line, Quote, Reason};
pub use unite::{United, unite};

/// The most books in a cart.
pub const MOST: usize = 50;

/// Marks the keys of carts: `Id<Cart>`.
#[derive(Debug)]
pub enum Cart {}
