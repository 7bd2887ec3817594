//! The front page: the order of its shelves, which are hidden, shelves of the shop's own, books put in front, with dates; as
//! pages and in the API. What it is and by which rules it changes is `discovery::curation`.

pub(crate) mod act;
mod api;
pub(crate) mod days;
pub(crate) mod logged;
mod pages;
mod preview;
mod wire;

use utoipa_axum::router::OpenApiRouter;
use web::{App, Capability, Routes};

pub(crate) use pages::{label, path as shelf_path};

/// Its part of the API.
pub(crate) fn api() -> OpenApiRouter<App> {
    web::needs(Capability::EditCatalogue, api::routes().merge(preview::routes()))
}

/// Its pages, whose paths stand after the language.
pub(crate) fn routes() -> Routes {
    pages::routes()
}
