//! Opening books: what a reader is told ([`manifest`](crate::wire)), the bytes it is given, and the pages that
//! hold the readers.
//!
//! Bytes of a book leave the server only after [`Access`] was asked for that request. Two content policies keep a
//! book from doing anything: one on each of its resources, one on the reader's page (see `policy`).

mod access;
mod api;
mod find;
mod manifest;
mod pages;
mod policy;
mod save;
mod text;
pub mod wire;

i18n::messages!();

pub use access::Access;
pub use api::routes as api;
pub use pages::routes as pages;
