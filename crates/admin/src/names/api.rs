//! Names in the API, below the path of each kind.

use axum::Extension;
use axum::extract::State;
use catalogue::edit::Who;
use catalogue::names::{self, Kind, PairPlace};
use i18n::Locale;
use utoipa_axum::{router::OpenApiRouter, routes};
use web::{
    App, Created, IfMatch, Json, List, ListQuery, NoContent, NoFilters, PagingParams, Path, Problem, Spoken,
};

use super::act::refusal;
use super::wire::{
    self, AdminName, MergeWire, MergedItem, NameItem, NamePatch, NameQuery, PairItem, SplitWire,
};
use crate::books::act::Staff;

/// The routes of a kind.
pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(all, add))
        .routes(routes!(duplicates))
        .routes(routes!(get, change, remove))
        .routes(routes!(merge))
        .routes(routes!(split))
        .routes(routes!(differs))
}

/// All names of the kind, whether or not books stand under them.
#[utoipa::path(
    get, path = "/", tag = "admin", params(NameQuery, PagingParams),
    responses((status = 200, body = List<NameItem>), (status = 422, body = Problem, content_type = "application/problem+json"))
)]
async fn all(
    State(app): State<App>,
    Spoken(l): Spoken,
    Extension(kind): Extension<Kind>,
    query: ListQuery<NameQuery>,
) -> web::Result<Json<List<NameItem>>> {
    let part = wire::part(&app, (l, kind), &query.filters, &query.paging).await?;
    Ok(Json(part.map(NameItem::from)))
}

/// Enters a name.
#[utoipa::path(
    post, path = "/", tag = "admin", request_body = NamePatch,
    responses((status = 201, body = AdminName), (status = 422, body = Problem, content_type = "application/problem+json"))
)]
async fn add(
    staff: Staff,
    Spoken(l): Spoken,
    Extension(kind): Extension<Kind>,
    Json(patch): Json<NamePatch>,
) -> web::Result<Created<Json<AdminName>>> {
    let id = staff.add_name(kind, &patch.change(kind)?).await.map_err(refusal)?;
    Ok(Created(Json(AdminName::find(&staff.app, l, kind, id).await?)))
}

/// Names that may mean the same, and of which nobody has said that they do not. They are looked for within seconds of a change.
#[utoipa::path(
    get, path = "/duplicates", tag = "admin", params(PagingParams),
    responses((status = 200, body = List<PairItem>), (status = 422, body = Problem, content_type = "application/problem+json"))
)]
async fn duplicates(
    State(app): State<App>,
    Spoken(l): Spoken,
    Extension(kind): Extension<Kind>,
    query: ListQuery<NoFilters>,
) -> web::Result<Json<List<PairItem>>> {
    let paging = query.paging.of(&format!("{} duplicates", kind.plural()));
    let after: Option<PairPlace> = paging.after()?;
    let pairs = names::pairs(&app.db, kind, l, (after, paging.rows())).await?;
    Ok(Json(paging.list(pairs, names::Pair::place).map(PairItem::from)))
}

/// A name with all that is said of it. The key of one that was put together with another answers with that other.
#[utoipa::path(
    get, path = "/{id}", tag = "admin", params(("id" = i64, Path)),
    responses((status = 200, body = AdminName), (status = 404, body = Problem, content_type = "application/problem+json"))
)]
async fn get(
    State(app): State<App>,
    Spoken(l): Spoken,
    Extension(kind): Extension<Kind>,
    Path(id): Path<i64>,
) -> web::Result<Json<AdminName>> {
    AdminName::find(&app, l, kind, id).await.map(Json)
}

/// Changes a name. With `If-Match` or `version` only if it is still as it was when it was read.
#[utoipa::path(
    patch, path = "/{id}", tag = "admin", request_body = NamePatch,
    params(("id" = i64, Path), ("If-Match" = Option<String>, Header, description = "The `ETag` of a `GET` of it")),
    responses(
        (status = 200, body = AdminName),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`changed_meanwhile`", body = Problem, content_type = "application/problem+json"),
        (status = 412, description = "`precondition_failed`", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`taken`: something has this name or word already", body = Problem, content_type = "application/problem+json"),
    )
)]
async fn change(
    staff: Staff,
    Spoken(l): Spoken,
    Extension(kind): Extension<Kind>,
    if_match: IfMatch,
    Path(id): Path<i64>,
    Json(patch): Json<NamePatch>,
) -> web::Result<Json<AdminName>> {
    let read = base(&staff, (l, kind, id), &if_match).await?;
    let base = patch.version.or(read);
    staff.change_name((kind, id), base, &patch.change(kind)?).await.map_err(refusal)?;
    AdminName::find(&staff.app, l, kind, id).await.map(Json)
}

/// The version that a program read, where it says what it read; a 412 where it is not so any more.
async fn base(
    staff: &Staff,
    (l, kind, id): (Locale, Kind, i64),
    if_match: &IfMatch,
) -> web::Result<Option<i64>> {
    if !if_match.is_given() {
        return Ok(None);
    }
    let now = AdminName::find(&staff.app, l, kind, id).await?;
    if_match.check(&now)?;
    Ok(Some(now.version))
}

/// Throws a name away under which no book stands. What has books is put together with another instead.
#[utoipa::path(
    delete, path = "/{id}", tag = "admin",
    params(("id" = i64, Path), ("If-Match" = Option<String>, Header, description = "The `ETag` of a `GET` of it")),
    responses(
        (status = 204),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`has_books`, `changed_meanwhile`", body = Problem, content_type = "application/problem+json"),
        (status = 412, description = "`precondition_failed`", body = Problem, content_type = "application/problem+json"),
    )
)]
async fn remove(
    staff: Staff,
    Spoken(l): Spoken,
    Extension(kind): Extension<Kind>,
    if_match: IfMatch,
    Path(id): Path<i64>,
) -> web::Result<NoContent> {
    let base = base(&staff, (l, kind, id), &if_match).await?;
    staff.remove_name(kind, id, base).await.map_err(refusal)?;
    Ok(NoContent)
}

/// Puts a name into another, for good: its books stand under the other, which is found by what this one was called, and its key and
/// its address lead there for ever.
#[utoipa::path(
    post, path = "/{id}/merge", tag = "admin", request_body = MergeWire,
    params(("id" = i64, Path), ("If-Match" = Option<String>, Header, description = "The `ETag` of a `GET` of it")),
    responses(
        (status = 200, body = MergedItem),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`changed_meanwhile`", body = Problem, content_type = "application/problem+json"),
        (status = 412, description = "`precondition_failed`", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`into`: `same`, `unknown`", body = Problem, content_type = "application/problem+json"),
    )
)]
async fn merge(
    staff: Staff,
    Spoken(l): Spoken,
    Extension(kind): Extension<Kind>,
    if_match: IfMatch,
    Path(id): Path<i64>,
    Json(body): Json<MergeWire>,
) -> web::Result<Json<MergedItem>> {
    let base = base(&staff, (l, kind, id), &if_match).await?;
    let merged = staff.merge_names(kind, (id, body.into), base).await.map_err(refusal)?;
    let name = AdminName::find(&staff.app, l, kind, merged.into.id).await?;
    Ok(Json(MergedItem { name, moved: merged.books.len() }))
}

/// Gives some books of a name to another one, which is entered where it is new. Each book's history has it.
#[utoipa::path(
    post, path = "/{id}/split", tag = "admin", request_body = SplitWire,
    params(("id" = i64, Path), ("If-Match" = Option<String>, Header, description = "The `ETag` of a `GET` of it")),
    responses(
        (status = 200, description = "Whose the books are now", body = AdminName),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`changed_meanwhile`", body = Problem, content_type = "application/problem+json"),
        (status = 412, description = "`precondition_failed`", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`book_ids`: `missing`, `unknown`, `too_many`; `name`: `missing`, `same`", body = Problem, content_type = "application/problem+json"),
    )
)]
async fn split(
    staff: Staff,
    Spoken(l): Spoken,
    Extension(kind): Extension<Kind>,
    if_match: IfMatch,
    Path(id): Path<i64>,
    Json(body): Json<SplitWire>,
) -> web::Result<Json<AdminName>> {
    let to = body.into.map_or_else(|| Who::Named(body.name.clone().unwrap_or_default()), Who::Key);
    let base = base(&staff, (l, kind, id), &if_match).await?;
    let split = staff.split_name((kind, id), base, &to, &body.book_ids).await.map_err(refusal)?;
    AdminName::find(&staff.app, l, kind, split.into).await.map(Json)
}

/// Notes that two names do not mean the same, so that nobody is asked again.
#[utoipa::path(
    put, path = "/{id}/different/{other}", tag = "admin", params(("id" = i64, Path), ("other" = i64, Path)),
    responses(
        (status = 204),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`other`: `same`", body = Problem, content_type = "application/problem+json"),
    )
)]
async fn differs(
    staff: Staff,
    Extension(kind): Extension<Kind>,
    Path(pair): Path<(i64, i64)>,
) -> web::Result<NoContent> {
    staff.refuse_pair(kind, pair).await.map_err(refusal)?;
    Ok(NoContent)
}
