//! Books in the API, for those who keep them.

use axum::extract::multipart::MultipartRejection;
use axum::extract::{DefaultBodyLimit, Multipart, State};
use catalogue::Book;
use catalogue::edit::{self, Past};
use discovery::Search;
use kernel::Id;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};
use web::{
    App, Created, Error, IfMatch, Json, List, ListQuery, NoContent, OrNotFound as _, PagingParams, Path,
    Problem, Query, Spoken,
};

use super::act::{self, BULK_MOST, Bulk, PICTURE_MOST, Staff, refusal};
use super::list;
use super::patch::{BookPatch, PriceWire};
use super::wire::{AdminBook, DeskItem, DeskQuery, PastItem};
use crate::words::books as t;

/// What surrounds a picture in a body, in bytes.
const AROUND: usize = 64 * 1024;

/// The routes.
pub(super) fn routes() -> OpenApiRouter<App> {
    let covers = OpenApiRouter::new()
        .routes(routes!(set_cover, draw_cover))
        .layer(DefaultBodyLimit::max(PICTURE_MOST + AROUND));
    OpenApiRouter::new()
        .routes(routes!(all, add))
        .routes(routes!(get, change, remove))
        .routes(routes!(changes))
        .routes(routes!(undo))
        .routes(routes!(bulk))
        .routes(routes!(names))
        .merge(covers)
}

/// All books, in the shop or not.
#[utoipa::path(
    get, path = "/admin/books", tag = "admin", params(DeskQuery, PagingParams),
    responses((status = 200, body = List<DeskItem>), (status = 422, body = Problem, content_type = "application/problem+json"))
)]
async fn all(
    State(app): State<App>,
    search: Search,
    Spoken(l): Spoken,
    query: ListQuery<DeskQuery>,
) -> web::Result<Json<List<DeskItem>>> {
    let filter = list::filter(&app, &search, &query.filters).await?;
    let part = list::part(&app, (filter.as_ref(), &query.filters), &query.paging).await?;
    Ok(Json(part.map(|row| DeskItem::new(l, &row))))
}

/// Enters a book as a draft; all but the title may come later.
#[utoipa::path(
    post, path = "/admin/books", tag = "admin", request_body = BookPatch,
    responses((status = 201, body = AdminBook), (status = 422, body = Problem, content_type = "application/problem+json"))
)]
async fn add(
    staff: Staff,
    Spoken(l): Spoken,
    Json(patch): Json<BookPatch>,
) -> web::Result<Created<Json<AdminBook>>> {
    let book = staff.add(&patch.change()?).await.map_err(refusal)?;
    Ok(Created(Json(AdminBook::find(&staff.app, l, book).await?)))
}

/// A book, whatever its status.
#[utoipa::path(
    get, path = "/admin/books/{id}", tag = "admin", params(("id" = i64, Path)),
    responses((status = 200, body = AdminBook), (status = 404, body = Problem, content_type = "application/problem+json"))
)]
async fn get(
    State(app): State<App>,
    Spoken(l): Spoken,
    Path(id): Path<Id<Book>>,
) -> web::Result<Json<AdminBook>> {
    AdminBook::find(&app, l, id).await.map(Json)
}

/// Changes a book. With `If-Match` or `version` only if it is still as it was when it was read.
#[utoipa::path(
    patch, path = "/admin/books/{id}", tag = "admin", request_body = BookPatch,
    params(("id" = i64, Path), ("If-Match" = Option<String>, Header, description = "The `ETag` of `GET /admin/books/{id}`")),
    responses(
        (status = 200, body = AdminBook),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`changed_meanwhile`: which fields, and by whom; `held`: somebody has the book, so it cannot be a draft again", body = Problem, content_type = "application/problem+json"),
        (status = 412, description = "`precondition_failed`", body = Problem, content_type = "application/problem+json"),
        (status = 422, body = Problem, content_type = "application/problem+json"),
    )
)]
async fn change(
    staff: Staff,
    Spoken(l): Spoken,
    if_match: IfMatch,
    Path(id): Path<Id<Book>>,
    Json(patch): Json<BookPatch>,
) -> web::Result<Json<AdminBook>> {
    let mut base = patch.version;
    if if_match.is_given() {
        let now = AdminBook::find(&staff.app, l, id).await?;
        if_match.check(&now)?;
        base = base.or(Some(now.version));
    }
    staff.change(id, base, &patch.change()?).await.map_err(refusal)?;
    AdminBook::find(&staff.app, l, id).await.map(Json)
}

/// Throws a draft away that nobody has. What was in the shop is withdrawn instead.
#[utoipa::path(
    delete, path = "/admin/books/{id}", tag = "admin", params(("id" = i64, Path)),
    responses(
        (status = 204),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`not_a_draft`, `held`", body = Problem, content_type = "application/problem+json"),
    )
)]
async fn remove(staff: Staff, Path(id): Path<Id<Book>>) -> web::Result<NoContent> {
    staff.remove(id).await.map_err(refusal)?;
    Ok(NoContent)
}

/// Which names.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct NamesQuery {
    /// Whose.
    #[param(inline)]
    kind: edit::NameOf,
    /// How they begin.
    #[param(max_length = 200)]
    q: String,
}

/// A name that the shop has.
#[derive(Debug, Serialize, ToSchema)]
struct NameItem {
    id: i64,
    name: String,
}

/// Up to ten.
#[derive(Debug, Serialize, ToSchema)]
struct Names {
    items: Vec<NameItem>,
}

/// Names that begin so, to be suggested while one is typed.
#[utoipa::path(
    get, path = "/admin/books/names", tag = "admin", params(NamesQuery),
    responses((status = 200, body = Names), (status = 422, body = Problem, content_type = "application/problem+json"))
)]
async fn names(State(app): State<App>, Query(wanted): Query<NamesQuery>) -> web::Result<Json<Names>> {
    let known = edit::names(&app.db, wanted.kind, &wanted.q).await?;
    Ok(Json(Names { items: known.into_iter().map(|one| NameItem { id: one.id, name: one.name }).collect() }))
}

/// Which changes.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct ChangesQuery {
    /// Only those of this field; so far only of the price.
    #[param(inline)]
    field: Option<OfField>,
}

/// A field whose changes can be asked for.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
enum OfField {
    /// The price.
    Price,
}

/// What was changed of a book, the latest first.
#[utoipa::path(
    get, path = "/admin/books/{id}/changes", tag = "admin", params(("id" = i64, Path), ChangesQuery, PagingParams),
    responses(
        (status = 200, body = List<PastItem>),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 422, body = Problem, content_type = "application/problem+json"),
    )
)]
async fn changes(
    State(app): State<App>,
    Path(id): Path<Id<Book>>,
    query: ListQuery<ChangesQuery>,
) -> web::Result<Json<List<PastItem>>> {
    edit::Details::find(&app.db, id).await?.or_404()?;
    let of_price = query.filters.field.is_some();
    let rows = edit::history(&app.db, id, of_price, (query.paging.after()?, query.paging.rows())).await?;
    Ok(Json(query.paging.list(rows, |past| past.id).map(PastItem::from)))
}

/// Takes a change back, where what it changed is as it left it. That is a change like any other, and can be taken back.
#[utoipa::path(
    post, path = "/admin/books/{id}/changes/{change}/undo", tag = "admin",
    params(("id" = i64, Path), ("change" = i64, Path)),
    responses(
        (status = 200, body = AdminBook),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`changed_meanwhile`: which fields, and by whom; `not_undoable`; `held`", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "It would be what a book cannot be", body = Problem, content_type = "application/problem+json"),
    )
)]
async fn undo(
    staff: Staff,
    Spoken(l): Spoken,
    Path((id, past)): Path<(Id<Book>, Id<Past>)>,
) -> web::Result<Json<AdminBook>> {
    staff.undo(id, past).await.map_err(refusal)?;
    AdminBook::find(&staff.app, l, id).await.map(Json)
}

/// What is to be done to several books.
#[derive(Debug, Deserialize, ToSchema)]
struct BulkWire {
    /// Which; at most 200.
    #[schema(value_type = Vec<i64>, max_items = 200)]
    ids: Vec<Id<Book>>,
    #[schema(inline)]
    act: BulkAct,
    /// For `price`.
    price: Option<PriceWire>,
    /// For `add_genre` and `remove_genre`: its key, its word or its name.
    genre: Option<String>,
}

/// What.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum BulkAct {
    /// They come into the shop.
    Publish,
    /// They are sold no more.
    Withdraw,
    /// They cost this.
    Price,
    /// They get this genre as well.
    AddGenre,
    /// They lose it.
    RemoveGenre,
}

impl BulkWire {
    fn bulk(&self) -> web::Result<Bulk> {
        if self.ids.len() > BULK_MOST {
            return Err(Error::invalid("ids", "too_many", t::bulk_too_many));
        }
        let genre = || {
            let word = self.genre.as_deref().map(str::trim).filter(|word| !word.is_empty());
            word.map(str::to_owned).ok_or_else(|| Error::invalid("genre", "missing", t::bulk_genre_missing))
        };
        Ok(match self.act {
            BulkAct::Publish => Bulk::Publish,
            BulkAct::Withdraw => Bulk::Withdraw,
            BulkAct::Price => match &self.price {
                Some(price) => Bulk::Price(price.money()),
                None => return Err(Error::invalid("price", "missing", t::bulk_price_missing)),
            },
            BulkAct::AddGenre => Bulk::AddGenre(genre()?),
            BulkAct::RemoveGenre => Bulk::RemoveGenre(genre()?),
        })
    }
}

/// What became of a book.
#[derive(Debug, Serialize, ToSchema)]
struct OutcomeItem {
    #[schema(value_type = i64)]
    id: Id<Book>,
    /// Whether it is as it was asked for.
    done: bool,
    /// Whether anything had to change.
    changed: bool,
    /// Why it was not done: a code as in a problem, or that of the wrong value.
    code: Option<String>,
    /// The same in words.
    message: Option<String>,
}

/// What became of all.
#[derive(Debug, Serialize, ToSchema)]
struct Outcomes {
    items: Vec<OutcomeItem>,
}

/// Does the same to several books, each by itself: what cannot be done to one is done to the others.
#[utoipa::path(
    post, path = "/admin/books/bulk", tag = "admin", request_body = BulkWire,
    responses((status = 200, body = Outcomes), (status = 422, body = Problem, content_type = "application/problem+json"))
)]
async fn bulk(staff: Staff, Spoken(l): Spoken, Json(body): Json<BulkWire>) -> web::Result<Json<Outcomes>> {
    let bulk = body.bulk()?;
    let outcomes = staff.bulk(&body.ids, &bulk).await;
    let items = outcomes.into_iter().map(|(id, done)| match done {
        Ok(done) => OutcomeItem { id, done: true, changed: done.act.is_some(), code: None, message: None },
        Err(error) => OutcomeItem {
            id,
            done: false,
            changed: false,
            code: Some(code(&error).to_owned()),
            message: Some(act::refused(l, &error)),
        },
    });
    Ok(Json(Outcomes { items: items.collect() }))
}

fn code(error: &edit::EditError) -> &'static str {
    match error {
        edit::EditError::Database(_) => "unavailable",
        edit::EditError::NotFound => "not_found",
        edit::EditError::Invalid(errors) => errors.iter().next().map_or("invalid", |error| error.code),
        edit::EditError::Meanwhile { .. } => "changed_meanwhile",
        edit::EditError::Final => "not_undoable",
        edit::EditError::Held => "held",
        edit::EditError::NotADraft => "not_a_draft",
    }
}

/// A picture: JPEG, PNG, WebP or GIF of at most 20 MiB.
#[derive(ToSchema)]
#[expect(dead_code, reason = "only describes the body")]
struct CoverUpload {
    #[schema(value_type = String, format = Binary)]
    file: Vec<u8>,
}

/// Gives a book a picture of its own.
#[utoipa::path(
    put, path = "/admin/books/{id}/cover", tag = "admin", params(("id" = i64, Path)),
    request_body(content = CoverUpload, content_type = "multipart/form-data"),
    responses(
        (status = 200, body = AdminBook),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 413, body = Problem, content_type = "application/problem+json"),
        (status = 415, body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`file`: `missing`, `unsupported`, `too_large`, `damaged`", body = Problem, content_type = "application/problem+json"),
    )
)]
async fn set_cover(
    staff: Staff,
    Spoken(l): Spoken,
    Path(id): Path<Id<Book>>,
    body: Result<Multipart, MultipartRejection>,
) -> web::Result<Json<AdminBook>> {
    edit::Details::find(&staff.app.db, id).await?.or_404()?;
    staff.set_cover(id, act::file(body).await?).await?;
    AdminBook::find(&staff.app, l, id).await.map(Json)
}

/// Has the cover drawn again.
#[utoipa::path(
    delete, path = "/admin/books/{id}/cover", tag = "admin", params(("id" = i64, Path)),
    responses((status = 204), (status = 404, body = Problem, content_type = "application/problem+json"))
)]
async fn draw_cover(staff: Staff, Path(id): Path<Id<Book>>) -> web::Result<NoContent> {
    staff.draw_cover(id).await.map_err(refusal)?;
    Ok(NoContent)
}
