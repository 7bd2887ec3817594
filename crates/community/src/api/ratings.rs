//! What readers give books.

use axum::extract::State;
use catalogue::Book;
use kernel::Id;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{App, Caller, Json, NoContent, OrNotFound as _, Path, Problem};

use crate::rating;
use crate::talker::{Talker, stars};
use crate::wire::RatingsItem;

/// What readers give a book: mean, count, spread, and what the caller gives it.
#[utoipa::path(
    get, path = "/books/{id}/ratings", tag = "talk", params(("id" = i64, Path)),
    responses(
        (status = 200, body = RatingsItem),
        (status = 404, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn get(
    State(app): State<App>,
    caller: Caller,
    Path(book): Path<Id<Book>>,
) -> web::Result<Json<RatingsItem>> {
    let user = caller.identity().map(|identity| identity.user);
    let ratings = rating::ratings_of(&app.db, user, book).await?.or_404()?;
    Ok(Json(ratings.into()))
}

/// A rating.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct Given {
    /// From 0 to 5, one decimal.
    #[schema(minimum = 0, maximum = 5, example = 4.5)]
    value: f64,
}

/// Gives a book a rating, or another one. Answers what all readers give it then.
#[utoipa::path(
    put, path = "/books/{id}/rating", tag = "talk", params(("id" = i64, Path)), request_body = Given,
    responses(
        (status = 200, body = RatingsItem),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`value`: `out_of_range` or `too_fine`", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn rate(
    talker: Talker,
    Path(book): Path<Id<Book>>,
    Json(given): Json<Given>,
) -> web::Result<Json<RatingsItem>> {
    let value = stars(given.value)?;
    talker.rate(book, Some(value)).await?;
    let ratings = rating::ratings_of(&talker.app.db, Some(talker.me.user), book).await?.or_404()?;
    Ok(Json(ratings.into()))
}

/// Takes one's rating of a book back.
#[utoipa::path(
    delete, path = "/books/{id}/rating", tag = "talk", params(("id" = i64, Path)), responses((status = 204))
)]
pub(super) async fn unrate(talker: Talker, Path(book): Path<Id<Book>>) -> web::Result<NoContent> {
    talker.rate(book, None).await.map(|()| NoContent)
}
