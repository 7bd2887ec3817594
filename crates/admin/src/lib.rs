//! The panel from which the shop is run: pages over all features, and the part of the API that does the same. What they change is
//! changed by the features, in whose transactions the audit log is written.
//!
//! A part of the panel is a module with its pages and its API, and a set of words of its own.

mod ask;
mod books;
mod bulk;
mod dashboard;
mod day;
mod home;
mod names;
mod orders;
mod pager;
mod refunds;
mod sales;
mod settings;
mod system;
mod uploads;
mod users;
pub mod words;

pub use system::logged::kind_word as job_word;
pub use system::{Machinery, Parts};

use jobs::Registry;
use utoipa_axum::router::OpenApiRouter;
use web::{App, Capability, Routes};

use pager::pager;

/// The panel's pages, whose paths stand after the language.
pub fn pages() -> Routes {
    settings::pages(system::add(books::pages(bulk::pages(uploads::pages(dashboard::pages(Routes::new()))))))
        .merge(names::pages())
        .merge(orders::routes())
        .merge(refunds::routes())
        .merge(users::routes())
        .merge(home::routes())
        .merge(sales::routes())
}

/// The panel's part of the API.
pub fn api() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(books::api())
        .merge(bulk::api())
        .merge(dashboard::api())
        .merge(names::api())
        .merge(uploads::api())
        .merge(users::api::routes())
        .merge(home::api())
        .merge(sales::api())
        .merge(system::api::routes())
        .merge(settings::api())
}

/// What the panel does in the background.
pub fn jobs() -> Registry<App> {
    dashboard::jobs().merge(uploads::jobs()).merge(books::jobs())
}

/// How the audit log is told.
pub const LOGGED: &[accounts::audit::Say] = &[say];

/// What the audit log calls the panel's things by.
pub const NAMED: &[accounts::audit::Named] = &[orders::NAMED];

/// Says what any part of the panel has words for.
fn say(l: i18n::Locale, part: accounts::audit::Part<'_>) -> Option<String> {
    let parts: [accounts::audit::Say; 6] = [
        uploads::say,
        books::logged::say,
        names::logged::say,
        home::logged::say,
        system::logged::say,
        settings::logged::say,
    ];
    parts.into_iter().find_map(|say| say(l, part))
}

/// The panel's row on the account's first page.
pub const ROW: accounts::ExtraRow = accounts::ExtraRow {
    icon: ui::Icon::Settings,
    label: words::panel::title,
    hint: words::panel::hint,
    path: web::admin::Section::Dashboard.path(),
    needs: Capability::EnterPanel,
};
