//! Buying in the JSON API.

mod admin;
mod orders;
mod refunds;
mod shelf;

use utoipa_axum::{router::OpenApiRouter, routes};
use web::{App, Capability, needs};

/// The routes, to be put below `/api/v1`.
pub(crate) fn routes() -> OpenApiRouter<App> {
    let own = OpenApiRouter::new()
        .routes(routes!(orders::list))
        .routes(routes!(orders::get))
        .routes(routes!(orders::receipt))
        .routes(routes!(orders::mail_receipt));
    let buy = OpenApiRouter::new()
        .routes(routes!(orders::place))
        .routes(routes!(orders::pay))
        .routes(routes!(orders::cancel));
    let run = OpenApiRouter::new()
        .routes(routes!(admin::list))
        .routes(routes!(admin::get))
        .routes(routes!(admin::ask))
        .routes(routes!(admin::cancel))
        .routes(routes!(admin::receipt))
        .routes(routes!(admin::findings))
        .routes(routes!(refunds::make))
        .routes(routes!(refunds::list))
        .routes(routes!(refunds::approve))
        .routes(routes!(refunds::decline))
        .routes(routes!(refunds::settle))
        .routes(routes!(shelf::put, shelf::delete));
    needs(Capability::KeepAccount, own)
        .merge(needs(Capability::TakePart, buy))
        .merge(needs(Capability::RunSite, run))
}
