//! The catalogue through its public face: what an import makes of files and lists, what pages and API show of it.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod alphabets;
mod api_books;
mod api_lists;
mod beside;
mod covers;
mod import_files;
mod import_lists;
mod pages;
mod removal;
mod tally;

use web::Site;

/// The catalogue by itself.
fn site() -> Site {
    Site::new()
        .pages(catalogue::pages())
        .root(catalogue::root())
        .api(catalogue::api())
        .jobs(catalogue::jobs())
}
