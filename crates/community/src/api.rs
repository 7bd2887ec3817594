//! The talk in the JSON API.

mod comments;
mod moderation;
mod own;
mod ratings;

use utoipa_axum::{router::OpenApiRouter, routes};
use web::{App, Capability, needs};

pub(crate) use moderation::{NewAct, decide};

/// The routes, to be put below `/api/v1`.
pub(crate) fn routes() -> OpenApiRouter<App> {
    let open = OpenApiRouter::new()
        .routes(routes!(ratings::get))
        .routes(routes!(comments::list))
        .routes(routes!(comments::get))
        .routes(routes!(comments::replies));
    let talk = OpenApiRouter::new()
        .routes(routes!(ratings::rate))
        .routes(routes!(comments::post))
        .routes(routes!(comments::change))
        .routes(routes!(comments::like))
        .routes(routes!(comments::report));
    // Whoever may not write may still take back what they wrote.
    let own = OpenApiRouter::new()
        .routes(routes!(ratings::unrate))
        .routes(routes!(comments::remove))
        .routes(routes!(comments::unlike))
        .routes(routes!(own::comments))
        .routes(routes!(own::ratings))
        .routes(routes!(own::notices));
    let moderate = OpenApiRouter::new()
        .routes(routes!(moderation::list))
        .routes(routes!(moderation::get))
        .routes(routes!(moderation::act));
    open.merge(needs(Capability::Talk, talk))
        .merge(needs(Capability::KeepAccount, own))
        .merge(needs(Capability::Moderate, moderate))
}
