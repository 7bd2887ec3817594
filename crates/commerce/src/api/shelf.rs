//! Books in somebody's library, for admins.

use accounts::audit::Actor;
use axum::extract::State;
use catalogue::Book;
use http::StatusCode;
use kernel::{Id, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{
    App, Client, Error, Json, NoContent, OptionalJson, OrNotFound as _, Path, Problem, Signed, UserId,
};

use crate::library::Source;
use crate::library::give::{self, Shelf, Taken};
use crate::t;

/// The most downloads that can be allowed beside the usual ones.
const EXTRA_MOST: i64 = 1_000;

/// A book in somebody's library, as an admin sees it.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct GivenWire {
    #[schema(value_type = i64)]
    book_id: Id<Book>,
    /// How it came.
    source: Source,
    #[schema(value_type = String, format = DateTime)]
    added_at: Timestamp,
    /// Downloads in thirty days beside the usual twenty.
    extra_downloads: i64,
}

/// What is allowed.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Gift {
    /// Downloads in thirty days beside the usual twenty, 0 to 1000; as before where it is left out.
    #[schema(minimum = 0, maximum = 1000)]
    extra_downloads: Option<i64>,
}

/// Gives somebody a book, or more downloads of one that they have.
#[utoipa::path(
    put, path = "/admin/users/{user_id}/library/{book_id}", tag = "admin", request_body = Option<Gift>,
    params(("user_id" = i64, Path), ("book_id" = i64, Path)),
    responses(
        (status = 200, description = "They had it before", body = GivenWire),
        (status = 201, description = "They have it since now", body = GivenWire),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`extra_downloads`: `out_of_range`", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn put(
    State(app): State<App>,
    Signed(me): Signed,
    client: Client,
    Path((user, book)): Path<(UserId, Id<Book>)>,
    OptionalJson(gift): OptionalJson<Gift>,
) -> web::Result<(StatusCode, Json<GivenWire>)> {
    if gift.extra_downloads.is_some_and(|extra| !(0..=EXTRA_MOST).contains(&extra)) {
        return Err(Error::invalid("extra_downloads", "out_of_range", t::extra_downloads_wrong));
    }
    let at = Shelf { by: Actor::from((&*me, client)), user, book };
    let given = give::give(&app.db, at, gift.extra_downloads, app.clock.now()).await?;
    let (given, is_new) = given.or_404()?;
    let status = if is_new { StatusCode::CREATED } else { StatusCode::OK };
    let wire = GivenWire {
        book_id: given.book_id,
        source: given.source,
        added_at: given.added_at,
        extra_downloads: given.extra_downloads,
    };
    Ok((status, Json(wire)))
}

/// Takes back a book that was given, or taken for nothing. One that was bought goes with a refund.
#[utoipa::path(
    delete, path = "/admin/users/{user_id}/library/{book_id}", tag = "admin",
    params(("user_id" = i64, Path), ("book_id" = i64, Path)),
    responses(
        (status = 204),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`bought`", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn delete(
    State(app): State<App>,
    Signed(me): Signed,
    client: Client,
    Path((user, book)): Path<(UserId, Id<Book>)>,
) -> web::Result<NoContent> {
    let at = Shelf { by: Actor::from((&*me, client)), user, book };
    match give::take(&app.db, at, app.clock.now()).await? {
        Taken::Yes => Ok(NoContent),
        Taken::NotThere => Err(Error::NotFound),
        Taken::Bought => Err(Error::conflict("bought", t::take_bought)),
    }
}
