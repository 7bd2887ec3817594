//! Buying in the JSON API.

mod orders;

use utoipa_axum::{router::OpenApiRouter, routes};
use web::{App, Capability, needs};

/// The routes, to be put below `/api/v1`.
pub(crate) fn routes() -> OpenApiRouter<App> {
    let own = OpenApiRouter::new().routes(routes!(orders::list)).routes(routes!(orders::get));
    let buy = OpenApiRouter::new()
        .routes(routes!(orders::place))
        .routes(routes!(orders::pay))
        .routes(routes!(orders::cancel));
    needs(Capability::KeepAccount, own).merge(needs(Capability::TakePart, buy))
}
