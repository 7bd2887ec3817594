//! Accounts in the JSON API.

mod audit;
mod auth;
mod export;
mod me;
mod me_password;
mod me_picture;
mod me_sessions;
mod wire;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use web::{App, Capability, needs};

pub(crate) use me_picture::file;
pub use wire::Patch;

/// The routes, to be put below `/api/v1`.
pub(crate) fn routes() -> OpenApiRouter<App> {
    let open = OpenApiRouter::new()
        .routes(routes!(auth::sign_up))
        .routes(routes!(auth::sign_in))
        .routes(routes!(auth::refresh))
        .routes(routes!(auth::forgot_password))
        .routes(routes!(auth::reset_password));
    let own = OpenApiRouter::new()
        .routes(routes!(auth::sign_out))
        .routes(routes!(auth::verify_email))
        .routes(routes!(auth::resend))
        .routes(routes!(me::get, me::change, me::delete))
        .routes(routes!(me::change_email))
        .routes(routes!(export::get))
        .routes(routes!(me_password::change))
        .routes(routes!(me::genres, me::set_genres))
        .routes(routes!(me_sessions::list, me_sessions::end_others))
        .routes(routes!(me_sessions::end))
        .merge(me_picture::routes());
    let run = OpenApiRouter::new().routes(routes!(audit::list));
    open.merge(needs(Capability::KeepAccount, own)).merge(needs(Capability::RunSite, run))
}
