//! The panel through its public face.

mod front;

use accounts::{Accounts, Extras};
use community::Community;
use web::Site;

/// The panel, with all that it looks after.
fn site() -> Site {
    let accounts = Accounts::new().with(Extras { rows: &[admin::ROW], ..Extras::default() });
    let community = Community::new();
    Site::new()
        .pages(catalogue::pages())
        .pages(accounts.pages())
        .pages(community.pages())
        .pages(admin::pages())
        .api(catalogue::api())
        .api(accounts.api())
        .api(community.api())
        .api(admin::api())
        .sharing(Community::panels())
        .jobs(catalogue::jobs())
        .jobs(accounts.jobs())
        .jobs(community.jobs())
        .identified_by(accounts.sessions())
}
