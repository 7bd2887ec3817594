//! The catalogue's part of the JSON API.

mod books;
mod names;

use utoipa_axum::{router::OpenApiRouter, routes};
use web::App;

/// The routes, to be put below `/api/v1`.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(books::list))
        .routes(routes!(books::get))
        .routes(routes!(books::similar))
        .routes(routes!(names::genres))
        .routes(routes!(names::author))
        .routes(routes!(names::publisher))
        .routes(routes!(names::series))
}
