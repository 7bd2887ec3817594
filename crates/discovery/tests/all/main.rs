//! Finding books through its public face: the lists of the home page, what readers keep, and its history.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod bookmarks;
mod favourites;
mod history;
mod keeping_pages;
mod lists;

use accounts::{Accounts, Extras};
use discovery::keeping::Keeping;
use web::Site;

/// Discovery by itself.
fn site() -> Site {
    Site::new().pages(discovery::pages()).api(discovery::api())
}

/// With the books and the people that there are to keep and to keep for.
fn shop() -> Site {
    let keeping = Keeping::new();
    let accounts = Accounts::new().with(Extras { rows: Keeping::ROWS, kept: Keeping::KEPT });
    site()
        .pages(catalogue::pages())
        .pages(keeping.pages())
        .pages(accounts.pages())
        .api(catalogue::api())
        .api(keeping.api())
        .api(accounts.api())
        .sharing(keeping.marks())
        .jobs(accounts.jobs())
        .identified_by(accounts.sessions())
}
