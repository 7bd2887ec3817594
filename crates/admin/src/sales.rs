//! What was sold in a month or any other days: for the books of the shop, and for settling with publishers and authors. As a
//! page, as files for a spreadsheet, and in the API. What is counted, and how, is `commerce::sales`.

mod api;
mod file;
mod page;
mod span;

use axum::routing::get;
use utoipa_axum::router::OpenApiRouter;
use web::{App, Capability, Routes};

/// The page, after the language.
const PATH: &str = "/admin/sales";
/// The same as a file.
const FILE: &str = "/admin/sales.csv";

/// The pages.
pub(crate) fn routes() -> Routes {
    let run = Capability::RunSite;
    Routes::new().needs(run, PATH, get(page::show)).needs(run, FILE, get(file::show))
}

/// The part of the API.
pub(crate) fn api() -> OpenApiRouter<App> {
    web::needs(Capability::RunSite, api::routes())
}
