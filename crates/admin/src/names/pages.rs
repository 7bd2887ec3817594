//! The pages of names.

mod books;
mod export;
mod form;
mod list;
mod merge;
mod new;
mod one;
mod pairs;
mod remove;
mod told;

use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::{get, post};
use catalogue::names::{self, Entry, Kind};
use i18n::Locale;
use maud::{Markup, html};
use web::{App, Capability, OrNotFound as _, Page, Routes};

use super::{kind_words, path, path_of};
use crate::words::names as t;

/// The pages of a kind, whose paths stand after the language.
pub(super) fn routes(kind: Kind) -> Routes {
    let may = Capability::EditCatalogue;
    let to = |rest: &str| format!("{}{rest}", path(kind));
    let routes = Routes::new()
        .needs(may, &to(""), get(list::show))
        .needs(may, &to(".csv"), get(export::file))
        .needs(may, &to("/new"), get(new::show).post(new::add))
        .needs(may, &to("/duplicates"), get(pairs::show).post(pairs::refuse))
        .needs(may, &to("/{id}"), get(one::show).post(one::save))
        .needs(may, &to("/{id}/books"), get(books::show).post(books::split))
        .needs(may, &to("/{id}/merge"), get(merge::ask).post(merge::merge))
        .needs(may, &to("/{id}/remove"), get(remove::ask).post(remove::remove));
    match kind {
        Kind::Genre => routes.needs(may, &to("/{id}/place"), post(list::place)),
        Kind::Series => routes.needs(may, &to("/{id}/numbers"), post(books::number)),
        Kind::Author | Kind::Publisher => routes,
    }
}

/// The ways between the four kinds.
fn kinds(page: &Page, now: Kind) -> Markup {
    let l = page.locale;
    html! {
        nav.tabs aria-label=(t::kinds(l)) {
            @for kind in Kind::ALL {
                a.tabs__tab href=(page.url(&path(kind))) data-ink aria-current=[(kind == now).then_some("page")] {
                    (kind_words(l, kind))
                }
            }
        }
    }
}

/// The way on after something was asked of what is not there: to what it was put together with meanwhile; a 404 where it was not.
async fn gone(page: &Page, app: &App, (kind, id): (Kind, i64)) -> web::Result<Response> {
    let now = names::survivor(&app.db, kind, id).await?.or_404()?;
    Ok(Redirect::to(&page.url(&path_of(kind, now))).into_response())
}

/// The way from a page about what was put together with another to that one; `rest` is the page of it that does the same.
async fn moved(page: &Page, app: &App, (kind, id): (Kind, i64), rest: &str) -> web::Result<Option<Response>> {
    let now = names::survivor(&app.db, kind, id).await?;
    Ok(now.map(|now| page.moved_to(&format!("{}{rest}", path_of(kind, now)))))
}

/// What a page about one name is about.
struct Found {
    entry: Entry,
    name: String,
}

impl Found {
    /// The one with this key; a 404 where there is none.
    async fn find(app: &App, l: Locale, kind: Kind, id: i64) -> web::Result<Self> {
        let entry = Entry::find(&app.db, kind, id).await?.or_404()?;
        // People know what books say; a genre has no other name than that of each language.
        let name = if kind == Kind::Genre { entry.name(l).to_owned() } else { entry.said.name.clone() };
        Ok(Self { entry, name })
    }

    fn path(&self) -> String {
        path_of(self.entry.kind, self.entry.id)
    }

    /// Its page in the shop, where it has one.
    fn public(&self) -> Option<String> {
        use catalogue::paths;
        let (name, id) = (&self.entry.said.name, self.entry.id);
        let path = match self.entry.kind {
            Kind::Author => paths::author(kernel::Id::new(id), name),
            Kind::Genre => paths::genre(name),
            Kind::Publisher => paths::publisher(kernel::Id::new(id), name),
            Kind::Series => paths::series(kernel::Id::new(id), name),
        };
        (self.entry.in_shop > 0 || self.entry.kind == Kind::Genre).then_some(path)
    }
}
