//! The pages.

mod away;
mod downloads;
mod install;

use axum::Router;
use axum::routing::get;
use web::App;

/// What is kept on the device.
pub(crate) const DOWNLOADS: &str = "/account/downloads";
/// How the shop is installed.
const INSTALL: &str = "/install";
/// The library, which the shop keeps under this path.
const LIBRARY: &str = "/library";
/// The page in place of others.
const AWAY: &str = "/offline";

/// The pages, whose paths stand after the language. Nobody has to be signed in for them: a device without a connection
/// cannot ask who it is.
pub fn routes() -> Router<App> {
    Router::new()
        .route(AWAY, get(away::show))
        .route(DOWNLOADS, get(downloads::show))
        .route(INSTALL, get(install::show))
}
