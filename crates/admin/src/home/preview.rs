//! The front page of a day in the API, as a visitor will see it, for those who arrange it.

use axum::extract::State;
use discovery::SeenShelf;
use i18n::Locale;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};
use web::{App, Error, Json, Problem, Query, Spoken};

use super::days;
use crate::day::Day;
use crate::words::home as t;

/// The route.
pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(preview))
}

/// Which page.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
struct Asked {
    /// The day, in the time of the shop: `2026-12-01`. Without it today.
    at: Option<String>,
    /// The language of the page: `en`, `fr`, `ar`. Without it that of the answer.
    #[param(value_type = Option<String>)]
    locale: Option<Locale>,
}

/// The front page of a day.
#[derive(Debug, Serialize, ToSchema)]
struct HomePreview {
    /// The day.
    at: String,
    /// The language of the page.
    #[schema(value_type = String)]
    locale: Locale,
    /// The shelves that have something on them, in their order.
    shelves: Vec<SeenShelf>,
}

/// The front page as a visitor will see it on a day.
#[utoipa::path(
    get, path = "/admin/home/preview", tag = "admin", params(Asked),
    responses((status = 200, body = HomePreview), (status = 422, body = Problem, content_type = "application/problem+json"))
)]
async fn preview(
    State(app): State<App>,
    Spoken(l): Spoken,
    Query(asked): Query<Asked>,
) -> web::Result<Json<HomePreview>> {
    let now = app.clock.now();
    let day = match &asked.at {
        Some(text) => Day::read(text).ok_or_else(|| Error::invalid("at", "invalid", t::day_wrong))?,
        None => Day::of(now),
    };
    let locale = asked.locale.unwrap_or(l);
    let shelves = discovery::seen_home(&app.db, locale, days::moment(day, now)).await?;
    Ok(Json(HomePreview { at: day.to_string(), locale, shelves }))
}
