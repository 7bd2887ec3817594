//! The books of the shop: the list of all of them, the form of each, their history; as pages and in the API.

pub(crate) mod act;
mod api;
mod due;
pub(crate) mod list;
pub(crate) mod logged;
pub(crate) mod pages;
mod patch;
pub(crate) mod wire;

pub(crate) use due::jobs;
pub(crate) use patch::Patch;

use utoipa_axum::router::OpenApiRouter;
use web::{App, Capability, Routes};

/// Their part of the API.
pub(crate) fn api() -> OpenApiRouter<App> {
    web::needs(Capability::EditCatalogue, api::routes())
}

/// Their pages beside others, whose paths stand after the language.
pub(crate) fn pages(routes: Routes) -> Routes {
    pages::add_to(routes)
}
