//! Opening books: what a reader is told ([`manifest`](crate::wire)), the bytes it is given, the pages that hold the readers,
//! the words that are found in them; and what is kept of reading: places, sittings, marks, from one device or many (`sync`).
//!
//! Bytes of a book leave the server only after [`Access`] was asked for that request. Two content policies keep a
//! book from doing anything: one on each of its resources, one on the reader's page (see `policy`).

mod access;
mod annotation;
mod api;
mod export;
mod find;
mod intake;
mod limits;
mod locator;
mod manifest;
mod measure;
mod measures;
mod pages;
mod policy;
mod progress;
mod save;
mod sending;
mod shelf;
mod sync;
mod text;
mod told;
pub mod wire;

i18n::messages!();

pub use access::Access;
pub use api::routes as api;
pub use pages::routes as pages;

/// What this feature does in the background.
pub fn jobs() -> jobs::Registry<web::App> {
    annotation::again::place::jobs()
}

/// A file of a book has taken another one's place: what its readers marked is found again in it. Enqueued in the transaction
/// that replaces it.
pub async fn find_again(
    tx: &db::Tx,
    book: kernel::Id<catalogue::Book>,
    format: catalogue::Format,
    now: kernel::Timestamp,
) -> db::Result<()> {
    jobs::enqueue(tx, &annotation::again::place::PlaceAgain { book, format }, now).await
}

/// What is kept of a reader, for their account's page.
pub const KEPT: &[fn(i18n::Locale) -> &'static str] = &[t::kept_reading];

/// What of it is handed to a reader who asks for all that is kept of them.
pub const EXPORT: &[accounts::Export] = &[|app, user| Box::pin(export::export(app, user))];
