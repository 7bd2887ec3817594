//! The history, in the JSON API: looks, searches, and whether they are written down.
//!
//! Reading a book through the API is no look at it: programs fetch ahead and keep lists in step. A program whose reader
//! opens the page of a book says so.

use catalogue::Book;
use kernel::Id;
use utoipa_axum::{router::OpenApiRouter, routes};
use web::{App, Error, Json, List, ListQuery, NoContent, PagingParams, Path, Problem, Spoken};

use crate::keeping::own::Own;
use crate::keeping::wire::{PauseItem, SearchItem, Shown, Sought, ViewItem};
use crate::keeping::{History, Part, Search, Searches, View, is_published};

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(look))
        .routes(routes!(list, clear))
        .routes(routes!(remove))
        .routes(routes!(pause_state, pause, resume))
        .routes(routes!(searches, clear_searches))
        .routes(routes!(remove_search))
}

/// Says that one looks at a book: pages that were fetched ahead report so when they are opened, and apps when they show
/// a book. Looks of one day are one entry. Nothing is written down while the history is paused.
#[utoipa::path(
    post, path = "/books/{id}/views", tag = "mine", params(("id" = i64, Path)),
    responses((status = 204), (status = 404, body = Problem, content_type = "application/problem+json"))
)]
async fn look(own: Own, Path(book): Path<Id<Book>>) -> web::Result<NoContent> {
    own.may_change()?;
    if !is_published(&own.app.db, book).await? {
        return Err(Error::NotFound);
    }
    own.keeping.note(&own.app, own.user, book);
    Ok(NoContent)
}

/// The books one looked at, the latest first; one entry for a book and a day.
#[utoipa::path(
    get, path = "/me/history", tag = "mine", params(Sought, PagingParams),
    responses((status = 200, body = List<ViewItem>), (status = 422, body = Problem, content_type = "application/problem+json"))
)]
async fn list(own: Own, Spoken(l): Spoken, query: ListQuery<Sought>) -> web::Result<Json<List<ViewItem>>> {
    let q = query.filters.words()?;
    own.may_search(q)?;
    own.keeping.flush(&own.app.db).await?;
    let part = Part { q, after: query.paging.after()?, rows: query.paging.rows() };
    let rows = View::list(&own.app.db, own.user, part).await?;
    let list = query.paging.list(rows, View::place);
    let shown = Shown::of(&own.app, &own.reader, list.items.iter().map(|one| one.book_id)).await?;
    let item = |one: View| Some(ViewItem::new(&one, shown.item(l, one.book_id)?));
    Ok(Json(list.filter_map(item)))
}

/// Clears the history of looks.
#[utoipa::path(delete, path = "/me/history", tag = "mine", responses((status = 204)))]
async fn clear(own: Own) -> web::Result<NoContent> {
    own.may_change()?;
    own.keeping.clear_views(&own.app, own.user).await?;
    Ok(NoContent)
}

/// Removes one entry of the history.
#[utoipa::path(
    delete, path = "/me/history/{id}", tag = "mine", params(("id" = i64, Path)),
    responses((status = 204), (status = 404, body = Problem, content_type = "application/problem+json"))
)]
async fn remove(own: Own, Path(id): Path<Id<View>>) -> web::Result<NoContent> {
    own.may_change()?;
    if View::remove(&own.app.db, own.user, id).await? { Ok(NoContent) } else { Err(Error::NotFound) }
}

/// Whether the history is paused.
#[utoipa::path(get, path = "/me/history/pause", tag = "mine", responses((status = 200, body = PauseItem)))]
async fn pause_state(own: Own) -> web::Result<Json<PauseItem>> {
    Ok(Json(History::of(&own.app.db, own.user).await?.into()))
}

/// Pauses the history: looks and searches are not written down any more. What is there stays.
#[utoipa::path(put, path = "/me/history/pause", tag = "mine", responses((status = 200, body = PauseItem)))]
async fn pause(own: Own) -> web::Result<Json<PauseItem>> {
    own.may_change()?;
    own.keeping.pause(&own.app, own.user).await?;
    Ok(Json(History::of(&own.app.db, own.user).await?.into()))
}

/// Writes looks and searches down again.
#[utoipa::path(delete, path = "/me/history/pause", tag = "mine", responses((status = 204)))]
async fn resume(own: Own) -> web::Result<NoContent> {
    own.may_change()?;
    own.keeping.resume(&own.app, own.user).await?;
    Ok(NoContent)
}

/// What one searched for, the latest first; each text once.
#[utoipa::path(
    get, path = "/me/searches", tag = "mine", params(Sought, PagingParams),
    responses((status = 200, body = List<SearchItem>), (status = 422, body = Problem, content_type = "application/problem+json"))
)]
async fn searches(own: Own, query: ListQuery<Sought>) -> web::Result<Json<List<SearchItem>>> {
    let q = query.filters.words()?;
    own.may_search(q)?;
    let part = Part { q, after: query.paging.after()?, rows: query.paging.rows() };
    let rows = Searches::list(&own.app.db, own.user, part).await?;
    Ok(Json(query.paging.list(rows, Search::place).map(SearchItem::from)))
}

/// Clears the history of searches.
#[utoipa::path(delete, path = "/me/searches", tag = "mine", responses((status = 204)))]
async fn clear_searches(own: Own) -> web::Result<NoContent> {
    own.may_change()?;
    Searches::clear(&own.app.db, own.user).await?;
    Ok(NoContent)
}

/// Removes one search from the history.
#[utoipa::path(
    delete, path = "/me/searches/{id}", tag = "mine", params(("id" = i64, Path)),
    responses((status = 204), (status = 404, body = Problem, content_type = "application/problem+json"))
)]
async fn remove_search(own: Own, Path(id): Path<Id<Search>>) -> web::Result<NoContent> {
    own.may_change()?;
    if Searches::remove(&own.app.db, own.user, id).await? { Ok(NoContent) } else { Err(Error::NotFound) }
}
