//! Finding books: the home page with its lists, and the shelves of the API.
//!
//! What readers do (ratings, sales, reading) is not known yet, so *For you* shows what the shop has to offer and
//! says so, and *Best sellers* waits for the first sale.

mod api;
mod home;
pub mod keeping;
mod pages;
mod shelves;

i18n::messages!();

pub use api::routes as api;
pub use pages::routes as pages;
