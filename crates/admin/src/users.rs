//! The shop's people: the list of all with its file, and one with what they have, what they did and what is done about them.

mod acts;
pub(crate) mod api;
mod bulk;
mod export;
mod list;
mod one;
mod parts;
mod steward;

use accounts::people::{Person, Standing};
use axum::response::Redirect;
use axum::routing::get;
use i18n::Locale;
use kernel::Timestamp;
use maud::{Markup, html};
use web::{Capability, Page, Path, Routes, UserId};

use crate::words::users as t;

/// The list, after the language.
pub(crate) const PATH: &str = "/admin/users";

/// The pages.
pub(crate) fn routes() -> Routes {
    let run = Capability::RunSite;
    let part_of_person =
        get(async |page: Page, Path((id, _)): Path<(UserId, i64)>| Redirect::to(&page.url(&path(id))));
    Routes::new()
        .needs(run, PATH, get(list::show).post(bulk::send))
        .needs(run, "/admin/users.csv", get(export::file))
        .needs(run, "/admin/users/{id}", get(one::show).post(acts::send))
        .needs(run, "/admin/users/{id}/sessions/{session}", part_of_person.post(acts::end_session))
}

/// The page of somebody.
pub(crate) fn path(id: UserId) -> String {
    format!("{PATH}/{id}")
}

/// How somebody's account stands, in a word.
fn standing(l: Locale, person: &Person, now: Timestamp) -> Markup {
    let standing = person.standing(now);
    let class = match standing {
        Standing::Active => "status status--good",
        Standing::Unverified => "status status--open",
        Standing::Suspended | Standing::Closed => "status status--bad",
    };
    html! { span class=(class) { (standing_word(l, standing)) } }
}

const fn standing_word(l: Locale, standing: Standing) -> &'static str {
    match standing {
        Standing::Active => t::state_active(l),
        Standing::Unverified => t::state_unverified(l),
        Standing::Suspended => t::state_suspended(l),
        Standing::Closed => t::state_closed(l),
    }
}
