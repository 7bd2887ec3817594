//! Reading's part of the JSON API: manifests, resources, files, places, marks.

mod annotations;
mod desk;
mod files;
mod find;
mod manifest;
mod offline;
mod progress;
mod resources;
mod sync;

use axum::Extension;
use axum::extract::DefaultBodyLimit;
use utoipa_axum::{router::OpenApiRouter, routes};
use web::{App, Capability, needs};

use crate::limits::Limits;
use crate::measures::Measures;

/// The routes, to be put below `/api/v1`.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(manifest::get))
        .routes(routes!(resources::get))
        .routes(routes!(find::get))
        .routes(routes!(files::get))
        .routes(routes!(files::link))
        .routes(routes!(files::sample))
        .merge(needs(Capability::KeepAccount, own()))
}

/// What readers keep of their own: everybody with an account, also before the address is verified.
fn own() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(progress::get, progress::put))
        .routes(routes!(progress::places))
        .routes(routes!(progress::finish, progress::unfinish))
        .routes(routes!(offline::copy))
        .routes(routes!(offline::leases))
        .routes(routes!(annotations::list, annotations::post))
        .routes(routes!(annotations::export))
        .routes(routes!(annotations::get, annotations::change, annotations::remove))
        .merge(OpenApiRouter::new().routes(routes!(sync::post)).layer(DefaultBodyLimit::max(sync::BODY_MOST)))
        .layer(Extension(Limits::new()))
        .layer(Extension(Measures::default()))
}
