//! How far one is in a book, and the places to go back to.

use catalogue::Book;
use kernel::{Id, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{FieldErrors, Json, List, ListQuery, NoFilters, PagingParams, Path, Problem, Query};

use super::desk::Desk;
use crate::intake::{Intake, Versions};
use crate::locator::Locator;
use crate::progress::history::PastPlace;
use crate::progress::{Progress, finish};
use crate::sending::DeviceWord;
use crate::sync::{self, Batch};
use crate::told::{PlaceItem, ProgressItem};

/// A place that was read.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct ReadPlace {
    locator: Locator,
    device: DeviceWord,
    /// When it was read, by the device's clock.
    #[schema(value_type = String, format = DateTime)]
    read_at: Timestamp,
    /// When this is sent, by the device's clock: by it a wrong clock is put right.
    #[schema(value_type = Option<String>, format = DateTime)]
    sent_at: Option<Timestamp>,
    /// Whether the reader begins the book once more here: what was finished is not any longer.
    #[serde(default)]
    anew: bool,
}

/// Whether what was sent counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(super) enum Won {
    /// It does.
    Applied,
    /// Something later is kept.
    Kept,
}

/// What became of a place.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ReadAnswer {
    outcome: Won,
    #[serde(flatten)]
    progress: ProgressItem,
}

/// Who asks.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Asking {
    /// The device's random text: the place of another one is offered to it.
    #[param(max_length = 64)]
    device: Option<String>,
}

/// How far one is in a book. Before it was opened the percentage is 0 and all else null.
#[utoipa::path(
    get, path = "/books/{id}/progress", tag = "reading", params(("id" = i64, Path), Asking),
    responses(
        (status = 200, body = ProgressItem),
        (status = 403, description = "`not_owned`", body = Problem, content_type = "application/problem+json"),
        (status = 404, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn get(
    desk: Desk,
    Path(book): Path<Id<Book>>,
    Query(asking): Query<Asking>,
) -> web::Result<Json<ProgressItem>> {
    desk.may_read(book).await?;
    let progress = Progress::of(&desk.app.db, desk.user, &[book]).await?.remove(&book).unwrap_or_default();
    Ok(Json(ProgressItem::new(&progress, asking.device.as_deref())))
}

/// Tells where one is in a book. Only a place that was read later than the one kept is taken; the answer tells which is.
#[utoipa::path(
    put, path = "/books/{id}/progress", tag = "reading", params(("id" = i64, Path)), request_body = ReadPlace,
    responses(
        (status = 200, body = ReadAnswer),
        (status = 403, description = "`not_owned`", body = Problem, content_type = "application/problem+json"),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`locator.…`, `device`: what is not a place in this book", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn put(
    desk: Desk,
    Path(book): Path<Id<Book>>,
    Json(new): Json<ReadPlace>,
) -> web::Result<Json<ReadAnswer>> {
    desk.limits.read(desk.client, desk.user)?;
    let files = desk.open(book).await?;
    let intake = Intake { book, files: &files, versions: Versions::Present };
    let mut errors = FieldErrors::default();
    let device = new.device.read(&mut errors);
    let read = intake.read(new.locator, new.read_at, new.anew);
    let read = match read {
        Ok(read) if errors.is_empty() => read,
        Ok(_) => return Err(errors.into()),
        Err(wrong) => {
            errors.append(wrong);
            return Err(errors.into());
        }
    };
    let batch = Batch { device, sent_at: new.sent_at, reads: vec![read], ..Batch::default() };
    let worked = sync::work_in(&desk.app.db, desk.user, &batch, desk.app.clock.now()).await?;
    let progress = worked.shelf.progress.get(&book).cloned().unwrap_or_default();
    let outcome = if worked.reads.first() == Some(&true) { Won::Applied } else { Won::Kept };
    Ok(Json(ReadAnswer { outcome, progress: ProgressItem::new(&progress, Some(&batch.device.id)) }))
}

/// Says that one has finished a book, wherever one is in it: as at the end of its text, it is ticked off as read.
#[utoipa::path(
    put, path = "/books/{id}/progress/finished", tag = "reading", params(("id" = i64, Path)),
    responses(
        (status = 200, body = ProgressItem),
        (status = 403, description = "`not_owned`", body = Problem, content_type = "application/problem+json"),
        (status = 404, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn finish(desk: Desk, Path(book): Path<Id<Book>>) -> web::Result<Json<ProgressItem>> {
    say_finished(&desk, book, true).await
}

/// Says that one has not: it is read once more from now on. Without effect where it was not finished.
#[utoipa::path(
    delete, path = "/books/{id}/progress/finished", tag = "reading", params(("id" = i64, Path)),
    responses(
        (status = 200, body = ProgressItem),
        (status = 403, description = "`not_owned`", body = Problem, content_type = "application/problem+json"),
        (status = 404, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn unfinish(desk: Desk, Path(book): Path<Id<Book>>) -> web::Result<Json<ProgressItem>> {
    say_finished(&desk, book, false).await
}

async fn say_finished(desk: &Desk, book: Id<Book>, is: bool) -> web::Result<Json<ProgressItem>> {
    desk.limits.read(desk.client, desk.user)?;
    desk.may_read(book).await?;
    let progress = finish::say(&desk.app.db, desk.user, book, (is, desk.app.clock.now())).await?;
    Ok(Json(ProgressItem::new(&progress, None)))
}

/// Places to go back to: what each device was at, the latest first; at most the last 50 that differ by a minute.
#[utoipa::path(
    get, path = "/books/{id}/places", tag = "reading", params(("id" = i64, Path), PagingParams),
    responses(
        (status = 200, body = List<PlaceItem>),
        (status = 403, description = "`not_owned`", body = Problem, content_type = "application/problem+json"),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 422, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn places(
    desk: Desk,
    Path(book): Path<Id<Book>>,
    ListQuery { paging, .. }: ListQuery<NoFilters>,
) -> web::Result<Json<List<PlaceItem>>> {
    desk.may_read(book).await?;
    let rows = PastPlace::list(&desk.app.db, (desk.user, book), paging.after()?, paging.rows()).await?;
    Ok(Json(paging.list(rows, PastPlace::place).map(PlaceItem::from)))
}
