//! Markers, highlights and notes.

use axum::response::{IntoResponse as _, Response};
use catalogue::Book;
use http::{HeaderValue, header};
use kernel::{Id, Timestamp};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use web::{
    App, Caching, Created, Error, FieldErrors, IfMatch, Json, List, ListQuery, NoContent, OrNotFound as _,
    PagingParams, Path, Problem, Query, UserId,
};

use super::desk::Desk;
use crate::annotation::list::Wanted;
use crate::annotation::{self, Annotation, Change, Colour, ExportFormat, Kind, Outcome, Placed, When, Wish};
use crate::intake::{self, Intake, MarkWord, PatchWord, Uuid, Versions};
use crate::locator::Locator;
use crate::sending::{Device, DeviceWord};
use crate::sync::{self, Batch};
use crate::t;
use crate::told::AnnotationItem;

/// Which marks.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Filters {
    #[param(inline)]
    kind: Option<Kind>,
    #[param(inline)]
    #[serde(alias = "color")]
    colour: Option<Colour>,
    /// `lost`: those whose words are not in the file any more.
    #[param(inline)]
    status: Option<Placed>,
}

/// One's marks in a book, in the order of its text.
#[utoipa::path(
    get, path = "/books/{id}/annotations", tag = "reading", params(("id" = i64, Path), Filters, PagingParams),
    responses(
        (status = 200, body = List<AnnotationItem>),
        (status = 403, description = "`not_owned`", body = Problem, content_type = "application/problem+json"),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 422, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn list(
    desk: Desk,
    Path(book): Path<Id<Book>>,
    ListQuery { filters, paging }: ListQuery<Filters>,
) -> web::Result<Json<List<AnnotationItem>>> {
    desk.may_read(book).await?;
    let wanted = Wanted { kind: filters.kind, colour: filters.colour, status: filters.status };
    let part = (paging.after()?, paging.rows());
    let rows = Annotation::list(&desk.app.db, (desk.user, book), wanted, part).await?;
    Ok(Json(paging.list(rows, Annotation::place).filter_map(|mark| AnnotationItem::new(&mark))))
}

/// A mark to be made.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct NewAnnotation {
    /// Made by the device, in the usual form of 36 characters: sent again, it is the same mark.
    #[schema(min_length = 36, max_length = 36)]
    uuid: String,
    kind: Kind,
    locator: Locator,
    /// Of a highlight `yellow` where it is absent; of a note as wished; a marker has none.
    #[serde(alias = "color")]
    colour: Option<Colour>,
    /// Plain text, kept as it was typed; a note must have some.
    #[serde(default)]
    #[schema(max_length = 5000)]
    note: String,
    device: Option<DeviceWord>,
    /// When it was made, by the device's clock.
    #[schema(value_type = Option<String>, format = DateTime)]
    created_at: Option<Timestamp>,
    /// When it was changed last, by the device's clock; now where it is absent.
    #[schema(value_type = Option<String>, format = DateTime)]
    updated_at: Option<Timestamp>,
    /// When this is sent, by the device's clock.
    #[schema(value_type = Option<String>, format = DateTime)]
    sent_at: Option<Timestamp>,
}

/// Marks something. A mark that is there already is answered with 200, as it is kept: what was changed later counts.
#[utoipa::path(
    post, path = "/books/{id}/annotations", tag = "reading", params(("id" = i64, Path)), request_body = NewAnnotation,
    responses(
        (status = 201, body = AnnotationItem),
        (status = 200, description = "It is there already", body = AnnotationItem),
        (status = 403, description = "`not_owned`", body = Problem, content_type = "application/problem+json"),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`uuid_taken`: by a mark in another book; `too_many_annotations`", body = Problem, content_type = "application/problem+json"),
        (status = 410, description = "It was deleted later", body = Problem, content_type = "application/problem+json"),
        (status = 422, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn post(
    desk: Desk,
    Path(book): Path<Id<Book>>,
    Json(new): Json<NewAnnotation>,
) -> web::Result<Response> {
    desk.limits.mark(desk.client, desk.user)?;
    let files = desk.open(book).await?;
    let intake = Intake { book, files: &files, versions: Versions::Present };
    let device = device(new.device)?;
    let word =
        MarkWord { uuid: new.uuid, kind: new.kind, locator: new.locator, colour: new.colour, note: new.note };
    let (uuid, mark) = intake.mark(word)?;
    let wish = if new.updated_at.is_some() { Wish::Is(mark) } else { Wish::New(mark) };
    let change = intake::change(uuid, Some(book), wish, (new.created_at, new.updated_at));
    let before = Annotation::find(&desk.app.db, desk.user, &change.uuid).await?;
    let item = worked_in(&desk.app, desk.user, (device, new.sent_at), change).await?;
    Ok(match before {
        Some(_) => Json(item).into_response(),
        None => Created(Json(item)).into_response(),
    })
}

/// A mark of one's own.
#[utoipa::path(
    get, path = "/annotations/{uuid}", tag = "reading", params(("uuid" = String, Path, min_length = 36, max_length = 36)),
    responses(
        (status = 200, body = AnnotationItem),
        (status = 404, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn get(desk: Desk, Path(uuid): Path<String>) -> web::Result<Json<AnnotationItem>> {
    let uuid = Uuid::read(&uuid).or_404()?;
    let found = Annotation::find(&desk.app.db, desk.user, &uuid.0).await?.or_404()?;
    Ok(Json(AnnotationItem::new(&found).or_404()?))
}

/// What is to be otherwise; absent fields stay as they are.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct ChangedAnnotation {
    kind: Option<Kind>,
    #[serde(alias = "color")]
    colour: Option<Colour>,
    /// Plain text, kept as it was typed.
    #[schema(max_length = 5000)]
    note: Option<String>,
    locator: Option<Locator>,
    device: Option<DeviceWord>,
    /// When it was changed, by the device's clock; now where it is absent.
    #[schema(value_type = Option<String>, format = DateTime)]
    updated_at: Option<Timestamp>,
    /// When this is sent, by the device's clock.
    #[schema(value_type = Option<String>, format = DateTime)]
    sent_at: Option<Timestamp>,
}

/// Changes a mark of one's own. Where something later is kept, that is the answer.
#[utoipa::path(
    patch, path = "/annotations/{uuid}", tag = "reading",
    params(("uuid" = String, Path, min_length = 36, max_length = 36), ("If-Match" = Option<String>, Header)),
    request_body = ChangedAnnotation,
    responses(
        (status = 200, body = AnnotationItem),
        (status = 403, description = "`not_owned`", body = Problem, content_type = "application/problem+json"),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 412, body = Problem, content_type = "application/problem+json"),
        (status = 422, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn change(
    desk: Desk,
    known: IfMatch,
    Path(uuid): Path<String>,
    Json(changed): Json<ChangedAnnotation>,
) -> web::Result<Json<AnnotationItem>> {
    desk.limits.mark(desk.client, desk.user)?;
    let uuid = Uuid::read(&uuid).or_404()?;
    let found = Annotation::find(&desk.app.db, desk.user, &uuid.0).await?.or_404()?;
    let files = desk.open(found.book).await?;
    let intake = Intake { book: found.book, files: &files, versions: Versions::Present };
    let device = device(changed.device)?;
    let word = PatchWord {
        kind: changed.kind,
        colour: changed.colour,
        note: changed.note,
        locator: changed.locator,
    };
    let wish = Wish::Changed(intake.patch(word)?);
    let change = intake::change(uuid, None, wish, (None, changed.updated_at));
    let change = Change { only_if: known_as(&known, &found)?, ..change };
    worked_in(&desk.app, desk.user, (device, changed.sent_at), change).await.map(Json)
}

/// By which device, and when.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Deleting {
    /// The device's random text.
    #[param(max_length = 64)]
    device: Option<String>,
}

/// Deletes a mark of one's own, for good: older words about it from a device that was away do not bring it back.
#[utoipa::path(
    delete, path = "/annotations/{uuid}", tag = "reading",
    params(("uuid" = String, Path, min_length = 36, max_length = 36), Deleting, ("If-Match" = Option<String>, Header)),
    responses(
        (status = 204),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 412, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn remove(
    desk: Desk,
    known: IfMatch,
    Path(uuid): Path<String>,
    Query(deleting): Query<Deleting>,
) -> web::Result<NoContent> {
    desk.limits.mark(desk.client, desk.user)?;
    let uuid = Uuid::read(&uuid).or_404()?;
    let device = device(deleting.device.map(DeviceWord::Id))?;
    let change = intake::change(uuid, None, Wish::Deleted, (None, None));
    let found = Annotation::find(&desk.app.db, desk.user, &change.uuid).await?;
    let only_if = match &found {
        Some(found) => known_as(&known, found)?,
        None => None,
    };
    let batch = Batch { device, changes: vec![Change { only_if, ..change }], ..Batch::default() };
    let worked = sync::work_in(&desk.app.db, desk.user, &batch, desk.app.clock.now()).await?;
    told(worked.changes.first().copied()).map(|()| NoContent)
}

/// In which form.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Form {
    #[param(inline, default = "markdown")]
    format: Option<ExportFormat>,
}

/// All of one's marks in a book, in a file.
#[utoipa::path(
    get, path = "/books/{id}/annotations/export", tag = "reading", params(("id" = i64, Path), Form),
    responses(
        (status = 200, description = "The file", content((String = "text/markdown"), (Vec<AnnotationItem> = "application/json"))),
        (status = 403, description = "`not_owned`", body = Problem, content_type = "application/problem+json"),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 422, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn export(
    desk: Desk,
    Path(id): Path<Id<Book>>,
    Query(form): Query<Form>,
) -> web::Result<Response> {
    desk.limits.export(desk.client, desk.user)?;
    desk.may_read(id).await?;
    let book = Book::find(&desk.app.db, id).await?.or_404()?;
    let marks = Annotation::all(&desk.app.db, desk.user, id).await?;
    let (media_type, ending, body) = match form.format.unwrap_or(ExportFormat::Markdown) {
        ExportFormat::Markdown => (
            "text/markdown; charset=utf-8",
            "md",
            annotation::markdown(&book, &marks, desk.locale).into_bytes(),
        ),
        ExportFormat::Json => {
            let body = annotation::export_json(&book, &marks, desk.app.clock.now());
            ("application/json", "json", body.map_err(|e| Error::Internal(e.into()))?)
        }
    };
    let name = format!("attachment; filename=\"{}.{ending}\"", book.slug());
    let name = HeaderValue::from_str(&name).map_err(|e| Error::Internal(e.into()))?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(media_type)),
        (header::CONTENT_DISPOSITION, name),
        (header::VARY, HeaderValue::from_static("accept-language, authorization, cookie")),
    ];
    Ok((Caching::NoStore, headers, body).into_response())
}

fn device(word: Option<DeviceWord>) -> web::Result<Device> {
    let mut errors = FieldErrors::default();
    let device = word.map(|word| word.read(&mut errors)).unwrap_or_default();
    errors.into_result().map(|()| device)
}

/// The number of a mark that the caller knows as it is; a 412 where they know it otherwise.
fn known_as(known: &IfMatch, found: &Annotation) -> web::Result<Option<i64>> {
    if !known.is_given() {
        return Ok(None);
    }
    known.check(&AnnotationItem::new(found).or_404()?)?;
    Ok(Some(found.number))
}

/// Works one change in, and tells the mark as it is then.
async fn worked_in(
    app: &App,
    user: UserId,
    (device, sent_at): (Device, Option<Timestamp>),
    change: Change,
) -> web::Result<AnnotationItem> {
    let sent_at = sent_at.filter(|_| matches!(change.when, When::Told(_)));
    let uuid = change.uuid.clone();
    let batch = Batch { device, sent_at, changes: vec![change], ..Batch::default() };
    let worked = sync::work_in(&app.db, user, &batch, app.clock.now()).await?;
    told(worked.changes.first().copied())?;
    let kept = worked.shelf.annotations.get(&uuid).or_404()?;
    AnnotationItem::new(kept).ok_or(Error::Gone)
}

/// What the caller hears where something was not done.
fn told(outcome: Option<Outcome>) -> web::Result<()> {
    match outcome {
        Some(Outcome::Applied | Outcome::Kept) => Ok(()),
        Some(Outcome::Missing) | None => Err(Error::NotFound),
        Some(Outcome::Stale) => Err(Error::stale()),
        Some(Outcome::OtherBook) => Err(Error::conflict("uuid_taken", t::uuid_taken)),
        Some(Outcome::TooMany) => Err(Error::conflict("too_many_annotations", |l| {
            t::marks_too_many(l, &i18n::number(l, annotation::MOST))
        })),
        Some(Outcome::Unfit) => Err(Error::invalid("kind", "unfit", t::mark_unfit)),
    }
}
