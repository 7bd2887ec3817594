//! The shop on a device: the page that stands in for others while there is no connection, the books that are kept there, and
//! how the shop is installed.
//!
//! None of these pages knows anything of who looks at them: what is on a device only its scripts know
//! (`assets/ts/offline`, `assets/ts/worker`). So they are the same for everybody, and the service worker keeps them for the
//! time when the server cannot be asked.

mod pages;

i18n::messages!();

pub use pages::routes as pages;

/// Its row on the account's first page.
pub const ROW: accounts::ExtraRow = accounts::ExtraRow {
    icon: ui::Icon::Phone,
    label: t::downloads_title,
    hint: t::downloads_hint,
    path: pages::DOWNLOADS,
    needs: web::Capability::KeepAccount,
};
