//! The front page in the API, for those who arrange it.

use axum::extract::State;
use catalogue::Book;
use discovery::curation::{self, Change, Past};
use i18n::Locale;
use kernel::{Id, Timestamp};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use web::{App, Created, IfMatch, Json, List, ListQuery, NoFilters, PagingParams, Path, Problem, Spoken};

use super::act::{self, refusal};
use super::wire::{BooksWire, DatesWire, HomePage, OrderWire, ShelfPatch};
use crate::books::act::Staff;

/// The routes.
pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(get))
        .routes(routes!(order))
        .routes(routes!(add))
        .routes(routes!(change, remove))
        .routes(routes!(books))
        .routes(routes!(pin, unpin))
        .routes(routes!(changes))
        .routes(routes!(undo))
}

/// How the front page is arranged.
#[utoipa::path(get, path = "/admin/home", tag = "admin", responses((status = 200, body = HomePage)))]
async fn get(State(app): State<App>, Spoken(l): Spoken) -> web::Result<Json<HomePage>> {
    HomePage::find(&app, l).await.map(Json)
}

/// Does something to the page, and answers with the page. With `If-Match` or `version` only if it is still as it was when it
/// was read.
async fn done(
    staff: &Staff,
    l: Locale,
    (if_match, version): (&IfMatch, Option<i64>),
    change: &Change,
) -> web::Result<Json<HomePage>> {
    let base = base(staff, l, (if_match, version)).await?;
    act::change(staff, base, change).await.map_err(refusal)?;
    HomePage::find(&staff.app, l).await.map(Json)
}

/// The version that the caller knows, where they say so.
async fn base(
    staff: &Staff,
    l: Locale,
    (if_match, version): (&IfMatch, Option<i64>),
) -> web::Result<Option<i64>> {
    if !if_match.is_given() {
        return Ok(version);
    }
    let now = HomePage::find(&staff.app, l).await?;
    if_match.check(&now)?;
    Ok(version.or(Some(now.version)))
}

/// Puts the shelves in an order.
#[utoipa::path(
    put, path = "/admin/home/order", tag = "admin", request_body = OrderWire,
    params(("If-Match" = Option<String>, Header, description = "The `ETag` of `GET /admin/home`")),
    responses(
        (status = 200, body = HomePage),
        (status = 409, description = "`changed_meanwhile`", body = Problem, content_type = "application/problem+json"),
        (status = 412, description = "`precondition_failed`", body = Problem, content_type = "application/problem+json"),
        (status = 422, body = Problem, content_type = "application/problem+json"),
    )
)]
async fn order(
    staff: Staff,
    Spoken(l): Spoken,
    if_match: IfMatch,
    Json(body): Json<OrderWire>,
) -> web::Result<Json<HomePage>> {
    done(&staff, l, (&if_match, body.version), &Change::Order(body.shelves)).await
}

/// Makes a shelf of the shop's own, above all others. It needs a title in each language in which it is shown.
#[utoipa::path(
    post, path = "/admin/home/shelves", tag = "admin", request_body = ShelfPatch,
    responses(
        (status = 201, body = HomePage),
        (status = 409, description = "`changed_meanwhile`", body = Problem, content_type = "application/problem+json"),
        (status = 422, body = Problem, content_type = "application/problem+json"),
    )
)]
async fn add(
    staff: Staff,
    Spoken(l): Spoken,
    Json(patch): Json<ShelfPatch>,
) -> web::Result<Created<Json<HomePage>>> {
    let version = patch.version;
    let change = Change::Add(patch.draft(&staff.app).await?);
    Ok(Created(done(&staff, l, (&IfMatch::default(), version), &change).await?))
}

/// Changes a shelf: hides it, gives it dates; one of the shop's own also titles and what it is made of.
#[utoipa::path(
    patch, path = "/admin/home/shelves/{name}", tag = "admin", request_body = ShelfPatch,
    params(("name" = String, Path), ("If-Match" = Option<String>, Header, description = "The `ETag` of `GET /admin/home`")),
    responses(
        (status = 200, body = HomePage),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`changed_meanwhile`; `not_for_this_shelf`: what only a shelf of the shop's own has", body = Problem, content_type = "application/problem+json"),
        (status = 412, description = "`precondition_failed`", body = Problem, content_type = "application/problem+json"),
        (status = 422, body = Problem, content_type = "application/problem+json"),
    )
)]
async fn change(
    staff: Staff,
    Spoken(l): Spoken,
    if_match: IfMatch,
    Path(name): Path<String>,
    Json(patch): Json<ShelfPatch>,
) -> web::Result<Json<HomePage>> {
    let version = patch.version;
    let change = Change::Edit(name, patch.draft(&staff.app).await?);
    done(&staff, l, (&if_match, version), &change).await
}

/// Throws a shelf of the shop's own away. The program's own are hidden instead.
#[utoipa::path(
    delete, path = "/admin/home/shelves/{name}", tag = "admin",
    params(("name" = String, Path), ("If-Match" = Option<String>, Header, description = "The `ETag` of `GET /admin/home`")),
    responses(
        (status = 200, body = HomePage),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`not_for_this_shelf`", body = Problem, content_type = "application/problem+json"),
        (status = 412, description = "`precondition_failed`", body = Problem, content_type = "application/problem+json"),
    )
)]
async fn remove(
    staff: Staff,
    Spoken(l): Spoken,
    if_match: IfMatch,
    Path(name): Path<String>,
) -> web::Result<Json<HomePage>> {
    done(&staff, l, (&if_match, None), &Change::Remove(name)).await
}

/// Chooses all books of a shelf that stand in front, in their order.
#[utoipa::path(
    put, path = "/admin/home/shelves/{name}/books", tag = "admin", request_body = BooksWire,
    params(("name" = String, Path), ("If-Match" = Option<String>, Header, description = "The `ETag` of `GET /admin/home`")),
    responses(
        (status = 200, body = HomePage),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`changed_meanwhile`; `not_for_this_shelf`: one that is made for each reader", body = Problem, content_type = "application/problem+json"),
        (status = 412, description = "`precondition_failed`", body = Problem, content_type = "application/problem+json"),
        (status = 422, body = Problem, content_type = "application/problem+json"),
    )
)]
async fn books(
    staff: Staff,
    Spoken(l): Spoken,
    if_match: IfMatch,
    Path(name): Path<String>,
    Json(body): Json<BooksWire>,
) -> web::Result<Json<HomePage>> {
    done(&staff, l, (&if_match, body.version), &Change::Books(name, body.placed()?)).await
}

/// Puts a book in front of a shelf, or gives it other dates there.
#[utoipa::path(
    put, path = "/admin/home/shelves/{name}/books/{id}", tag = "admin", request_body = DatesWire,
    params(("name" = String, Path), ("id" = i64, Path), ("If-Match" = Option<String>, Header, description = "The `ETag` of `GET /admin/home`")),
    responses(
        (status = 200, body = HomePage),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`changed_meanwhile`; `not_for_this_shelf`", body = Problem, content_type = "application/problem+json"),
        (status = 412, description = "`precondition_failed`", body = Problem, content_type = "application/problem+json"),
        (status = 422, body = Problem, content_type = "application/problem+json"),
    )
)]
async fn pin(
    staff: Staff,
    Spoken(l): Spoken,
    if_match: IfMatch,
    Path((name, book)): Path<(String, Id<Book>)>,
    Json(body): Json<DatesWire>,
) -> web::Result<Json<HomePage>> {
    done(&staff, l, (&if_match, body.version), &Change::Pin(name, body.placed(book)?)).await
}

/// Takes a book that was chosen off a shelf.
#[utoipa::path(
    delete, path = "/admin/home/shelves/{name}/books/{id}", tag = "admin",
    params(("name" = String, Path), ("id" = i64, Path), ("If-Match" = Option<String>, Header, description = "The `ETag` of `GET /admin/home`")),
    responses(
        (status = 200, body = HomePage),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 412, description = "`precondition_failed`", body = Problem, content_type = "application/problem+json"),
    )
)]
async fn unpin(
    staff: Staff,
    Spoken(l): Spoken,
    if_match: IfMatch,
    Path((name, book)): Path<(String, Id<Book>)>,
) -> web::Result<Json<HomePage>> {
    done(&staff, l, (&if_match, None), &Change::Unpin(name, book)).await
}

/// A change of the front page.
#[derive(Debug, Serialize, ToSchema)]
struct HomeChange {
    /// The page's version with it; also the name of the change.
    version: i64,
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
    /// The key of who made it; the account may be gone since.
    actor_id: i64,
    /// Their username then.
    actor: String,
    /// What was done, as in the audit log: `home.move`.
    act: String,
    /// What changed, as it was.
    #[schema(value_type = Object)]
    before: Value,
    /// The same, as it was then.
    #[schema(value_type = Object)]
    after: Value,
    /// Whether the page as it was before is kept.
    can_be_put_back: bool,
}

impl From<Past> for HomeChange {
    fn from(past: Past) -> Self {
        Self {
            version: past.version,
            at: past.at,
            actor_id: past.actor_id,
            actor: past.actor,
            act: past.act,
            before: past.before.0,
            after: past.after.0,
            can_be_put_back: past.can_be_put_back,
        }
    }
}

/// The last hundred changes of the front page, the latest first.
#[utoipa::path(
    get, path = "/admin/home/changes", tag = "admin", params(PagingParams),
    responses((status = 200, body = List<HomeChange>), (status = 422, body = Problem, content_type = "application/problem+json"))
)]
async fn changes(State(app): State<App>, query: ListQuery<NoFilters>) -> web::Result<Json<List<HomeChange>>> {
    let rows = curation::history(&app.db, (query.paging.after()?, query.paging.rows())).await?;
    Ok(Json(query.paging.list(rows, |past| past.version).map(HomeChange::from)))
}

/// Puts the page back as it was before a change, whatever changed since. That is a change like any other, and can be taken
/// back.
#[utoipa::path(
    post, path = "/admin/home/changes/{version}/undo", tag = "admin",
    params(("version" = i64, Path), ("If-Match" = Option<String>, Header, description = "The `ETag` of `GET /admin/home`")),
    responses(
        (status = 200, body = HomePage),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`too_old`: the page before it is not kept any more", body = Problem, content_type = "application/problem+json"),
        (status = 412, description = "`precondition_failed`", body = Problem, content_type = "application/problem+json"),
    )
)]
async fn undo(
    staff: Staff,
    Spoken(l): Spoken,
    if_match: IfMatch,
    Path(version): Path<i64>,
) -> web::Result<Json<HomePage>> {
    let base = base(&staff, l, (&if_match, None)).await?;
    act::put_back(&staff, base, version).await.map_err(refusal)?;
    HomePage::find(&staff.app, l).await.map(Json)
}
