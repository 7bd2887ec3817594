//! Names that books stand under, looked after: authors, genres, publishers and series, as pages and in the API. The four are
//! looked after in the same way; which of them is meant is said by an extension that is laid around the routes of each.

mod act;
mod api;
pub(crate) mod logged;
mod pages;
mod wire;

use axum::Extension;
use catalogue::names::Kind;
use i18n::Locale;
use utoipa_axum::router::OpenApiRouter;
use web::{App, Capability, Routes};

use crate::words::names as t;

/// Their part of the API.
pub(crate) fn api() -> OpenApiRouter<App> {
    let of_kind = |kind: Kind| {
        let routes = web::needs(Capability::EditCatalogue, api::routes());
        OpenApiRouter::new().nest(&path(kind), routes.layer(Extension(kind)))
    };
    Kind::ALL.into_iter().map(of_kind).fold(OpenApiRouter::new(), OpenApiRouter::merge)
}

/// Their pages, whose paths stand after the language.
pub(crate) fn pages() -> Routes {
    let of_kind = |kind: Kind| pages::routes(kind).layer(Extension(kind));
    Kind::ALL.into_iter().map(of_kind).fold(Routes::new(), Routes::merge)
}

/// The list of a kind, after the language.
fn path(kind: Kind) -> String {
    format!("/admin/{}", kind.plural())
}

/// The page of one.
fn path_of(kind: Kind, id: i64) -> String {
    format!("{}/{id}", path(kind))
}

/// What several of a kind are called.
const fn kind_words(l: Locale, kind: Kind) -> &'static str {
    match kind {
        Kind::Author => t::authors(l),
        Kind::Genre => t::genres(l),
        Kind::Publisher => t::publishers(l),
        Kind::Series => t::series(l),
    }
}
