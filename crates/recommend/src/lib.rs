//! Recommending: which items go together, learned from what people did ([`learn`]), and a list for one person made of
//! that and of what is known about the items ([`recommend`]).
//!
//! This crate knows neither databases nor books. Items and people are small numbers, weights are what the caller makes
//! of their behaviour, and the same input gives the same output, bit for bit.

mod blend;
mod cosine;
mod dense;
mod ease;
pub mod evaluate;
mod interactions;
mod local;
mod neighbours;

pub use blend::{Because, Candidate, Features, Liked, Person, Pick, recommend};
pub use cosine::cosine;
pub use ease::ease;
pub use interactions::Interactions;
pub use local::local;
pub use neighbours::Neighbours;

/// How many items are at most learned from by one inversion: two matrices of so many squared, of four bytes each.
pub const DENSE_MOST: usize = 2_500;
/// How many neighbours are kept of each item.
pub const KEPT: usize = 40;

/// Learns which items go together, by whichever way fits their number.
pub fn learn(interactions: &Interactions) -> Neighbours {
    if interactions.items() <= DENSE_MOST { ease(interactions, KEPT) } else { local(interactions, KEPT) }
}
