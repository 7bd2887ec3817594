//! Reading's part of the JSON API: manifests, resources, files.

mod files;
mod find;
mod manifest;
mod resources;

use utoipa_axum::{router::OpenApiRouter, routes};
use web::App;

/// The routes, to be put below `/api/v1`.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(manifest::get))
        .routes(routes!(resources::get))
        .routes(routes!(find::get))
        .routes(routes!(files::get))
        .routes(routes!(files::link))
        .routes(routes!(files::sample))
}
