//! All features together: here alone stands which there are. The tests of the program are given the same.

use accounts::Accounts;
use web::Site;

/// The pages, the API and the jobs of all features.
pub(crate) fn site() -> Site {
    let accounts = Accounts::new();
    Site::new()
        .pages(discovery::pages())
        .pages(catalogue::pages())
        .pages(reading::pages())
        .pages(accounts.pages())
        .root(catalogue::root())
        .root(accounts.root())
        .api(catalogue::api())
        .api(discovery::api())
        .api(reading::api())
        .api(accounts.api())
        .jobs(accounts.jobs())
        .identified_by(accounts.sessions())
}
