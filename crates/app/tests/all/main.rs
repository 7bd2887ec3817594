//! The program as its operator meets it: started as a process, told by its settings, spoken to over HTTP, stopped by
//! a signal.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod full_disk;
mod hostile;
mod importing;
mod place;
mod refusals;
mod running;
mod sample;
mod schema;
mod serving;
mod settings;
mod usage;

use accounts::Accounts;
use web::Site;

/// All features together, as `serve` puts them.
fn site() -> Site {
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
