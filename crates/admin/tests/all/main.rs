//! The panel through its public face.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod adding;
mod books;
mod bulk;
mod dashboard;
mod front;
mod home;
mod names;
mod orders;
mod sales;
mod samples;
mod settings;
mod system;
mod till;
mod uploads;
mod users;
mod wishes;

use accounts::{Accounts, Extras};
use commerce::Commerce;
use community::Community;
use web::Site;

/// The panel, with all that it looks after.
fn site() -> Site {
    let accounts =
        Accounts::new().with(Extras { rows: &[admin::ROW], logged: admin::LOGGED, ..Extras::default() });
    let (community, commerce) = (Community::new(), Commerce::new(None));
    Site::new()
        .pages(discovery::pages())
        .pages(catalogue::pages())
        .root(catalogue::root())
        .pages(accounts.pages())
        .pages(community.pages())
        .pages(admin::pages())
        .api(catalogue::api())
        .api(accounts.api())
        .api(community.api())
        .api(reading::api())
        .api(commerce.api())
        .api(admin::api())
        .sharing(Community::panels())
        .jobs(catalogue::jobs())
        .jobs(discovery::jobs())
        .jobs(accounts.jobs())
        .jobs(community.jobs())
        .jobs(reading::jobs())
        .jobs(commerce.jobs())
        .jobs(admin::jobs())
        .identified_by(accounts.sessions())
}
