//! All features together: here alone stands which there are. The tests of the program are given the same.

use accounts::{Accounts, ExtraRow, Extras};
use commerce::Commerce;
use community::Community;
use discovery::Search;
use discovery::keeping::Keeping;
use web::Site;

/// The rows of the account's first page.
const ROWS: &[ExtraRow] =
    &[Keeping::ROWS[0], Keeping::ROWS[1], Keeping::ROWS[2], Community::ROWS[0], Community::ROWS[1]];

/// What the features keep of somebody, and delete with the account.
const KEPT: &[fn(i18n::Locale) -> &'static str] = &[Keeping::KEPT[0], Community::KEPT[0]];

/// The pages, the API and the jobs of all features; the search is for those that find books.
pub(crate) fn site(keeping: &Keeping, search: &Search, commerce: &Commerce) -> Site {
    let accounts = Accounts::new().with(Extras {
        rows: ROWS,
        kept: KEPT,
        on_delete: Community::ON_DELETE,
        wish: Some(Keeping::WISH),
        logged: Community::LOGGED,
    });
    let community = Community::new();
    Site::new()
        .pages(discovery::pages())
        .pages(catalogue::pages())
        .pages(reading::pages())
        .pages(keeping.pages())
        .pages(accounts.pages())
        .pages(community.pages())
        .root(catalogue::root())
        .root(accounts.root())
        .root(commerce.root())
        .api(catalogue::api())
        .api(discovery::api())
        .api(reading::api())
        .api(keeping.api())
        .api(accounts.api())
        .api(community.api())
        .api(commerce.api())
        .sharing(keeping.marks())
        .sharing(Community::panels())
        .jobs(catalogue::jobs())
        .jobs(discovery::jobs())
        .sharing(search.clone())
        .jobs(accounts.jobs())
        .jobs(community.jobs())
        .jobs(commerce.jobs())
        .identified_by(accounts.sessions())
}
