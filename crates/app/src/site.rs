//! All features together: here alone stands which there are. The tests of the program are given the same.

use accounts::audit::Say;
use accounts::{Accounts, CarryOut, Export, ExtraRow, Extras, OnDelete};
use commerce::Commerce;
use commerce::cart::Carts;
use community::Community;
use discovery::Search;
use discovery::keeping::Keeping;
use web::Site;
use web::offline::Kinds;

/// The rows of the account's first page.
const ROWS: &[ExtraRow] = &[
    Commerce::LIBRARY_ROW,
    offline::ROW,
    Commerce::ROWS[0],
    Keeping::ROWS[0],
    Keeping::ROWS[1],
    Keeping::ROWS[2],
    Community::ROWS[0],
    admin::ROW,
];

/// What the features keep of somebody, and delete with the account.
const KEPT: &[fn(i18n::Locale) -> &'static str] =
    &[Commerce::KEPT[0], reading::KEPT[0], Keeping::KEPT[0], Community::KEPT[0]];

/// What the features do when an account is deleted.
const ON_DELETE: &[OnDelete] = &[Community::ON_DELETE[0], Commerce::ON_DELETE[0]];

/// What the features hand a reader of what they keep.
const EXPORT: &[Export] = &[reading::EXPORT[0]];

/// How the audit log is told.
const LOGGED: &[Say] = &[Community::LOGGED[0], Commerce::LOGGED[0], Accounts::LOGGED[0], admin::LOGGED[0]];

/// Does what was pressed before signing in: a wish is understood by the feature that left it, and by no other.
const WISH: CarryOut = |app, user, wish| {
    Box::pin(async move {
        let kept = (Keeping::WISH)(app.clone(), user, wish.clone()).await;
        if kept.is_some() { kept } else { (Commerce::WISH)(app, user, wish).await }
    })
};

/// The pages, the API and the jobs of all features; the search is for those that find books.
pub(crate) fn site(keeping: &Keeping, search: &Search, commerce: &Commerce) -> Site {
    let accounts = Accounts::new().with(Extras {
        rows: ROWS,
        kept: KEPT,
        on_delete: ON_DELETE,
        wish: Some(WISH),
        logged: LOGGED,
        named: admin::NAMED,
        on_sign_in: &[Carts::ON_SIGN_IN],
        export: EXPORT,
    });
    let (community, carts) = (Community::new(), Carts::new());
    Site::new()
        .pages(discovery::pages())
        .pages(catalogue::pages())
        .pages(reading::pages())
        .pages(offline::pages())
        .pages(keeping.pages())
        .pages(accounts.pages())
        .pages(community.pages())
        .pages(carts.pages())
        .pages(commerce.library_pages())
        .pages(commerce.pages())
        .pages(admin::pages())
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
        .api(carts.api())
        .api(admin::api())
        .sharing(Kinds::new([keeping.offline()].into_iter().chain(community.offline())))
        .sharing(keeping.marks())
        .sharing(Community::panels())
        .sharing(Carts::marks())
        .sharing(commerce.clone())
        .sharing(accounts.clone())
        .jobs(catalogue::jobs())
        .jobs(discovery::jobs())
        .jobs(reading::jobs())
        .sharing(search.clone())
        .jobs(accounts.jobs())
        .jobs(community.jobs())
        .jobs(commerce.jobs())
        .jobs(carts.jobs())
        .jobs(admin::jobs())
        .identified_by(accounts.sessions())
        .where_nothing_is(discovery::missing)
}
