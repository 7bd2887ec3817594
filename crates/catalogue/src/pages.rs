//! The catalogue's pages.

mod book;
mod browse;
mod covers;
pub mod listing;
mod names;
mod shelfmarks;
pub mod show;

use axum::{Router, routing::get};
use web::App;

/// The pages, whose paths stand after the language.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/browse", get(browse::show))
        .route("/authors", get(names::authors))
        .route("/series", get(names::series))
        .route("/publishers", get(names::publishers))
        .route("/genre/{slug}", get(shelfmarks::genre))
        .route("/language/{language}", get(shelfmarks::language))
        .route("/author/{author}", get(shelfmarks::author))
        .route("/publisher/{publisher}", get(shelfmarks::publisher))
        .route("/series/{series}", get(shelfmarks::series))
        .route("/book/{book}", get(book::show))
}

/// What lies outside the languages: pictures.
pub fn root_routes() -> Router<App> {
    Router::new().route("/covers/{book}/{version}/{file}", get(covers::show))
}
