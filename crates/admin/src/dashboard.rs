//! `/admin`: how the shop does, and what needs somebody. Every day is counted once and kept ([`figures`]); pages and API add days
//! up and hold them against the time before.

mod api;
mod figures;
mod file;
mod page;
mod period;
mod steps;
mod top;
mod waiting;

use axum::routing::get;
use utoipa_axum::{router::OpenApiRouter, routes};
use web::admin::Section;
use web::{App, Capability, Routes, needs};

pub(crate) use figures::jobs;

/// The pages.
pub(crate) fn pages(routes: Routes) -> Routes {
    routes.needs(Capability::EnterPanel, Section::Dashboard.path(), get(page::show)).needs(
        Capability::EditCatalogue,
        file::PATH,
        get(file::show),
    )
}

/// The part of the API.
pub(crate) fn api() -> OpenApiRouter<App> {
    needs(Capability::EditCatalogue, OpenApiRouter::new().routes(routes!(api::stats)))
}
