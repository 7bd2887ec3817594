//! Finding books through its public face: the lists of the home page, the shelves, recommendations, what readers keep, and
//! its history.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod best;
mod bookmarks;
mod favourites;
mod for_you;
mod history;
mod home;
mod keeping_pages;
mod lists;
mod missing;
mod previews;
mod requests;
mod search;

use accounts::{Accounts, Extras};
use discovery::keeping::Keeping;
use web::Site;

/// Discovery by itself.
fn site() -> Site {
    Site::new()
        .pages(discovery::pages())
        .api(discovery::api())
        .jobs(discovery::jobs())
        .where_nothing_is(discovery::missing)
}

/// With the books and the people that there are to keep and to keep for.
fn shop() -> Site {
    let keeping = Keeping::new();
    let accounts = Accounts::new().with(Extras {
        rows: Keeping::ROWS,
        kept: Keeping::KEPT,
        wish: Some(Keeping::WISH),
        ..Extras::default()
    });
    site()
        .pages(catalogue::pages())
        .pages(keeping.pages())
        .pages(accounts.pages())
        .api(catalogue::api())
        .api(keeping.api())
        .api(accounts.api())
        .sharing(keeping.marks())
        .jobs(catalogue::jobs())
        .jobs(accounts.jobs())
        .identified_by(accounts.sessions())
}
