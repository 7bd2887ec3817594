//! The history, in the JSON API: looks, searches, and whether they are written down.
//!
//! Reading a book through the API is no look at it: programs fetch ahead and keep lists in step. A program whose reader
//! opens the page of a book says so.

use catalogue::Book;
use kernel::Id;
use utoipa_axum::{router::OpenApiRouter, routes};
use web::{
    App, Created, Error, Json, List, ListQuery, NoContent, NoFields, OptionalJson, PagingParams, Path,
    Problem, Spoken,
};

use crate::keeping::own::Own;
use crate::keeping::wire::{
    EntryBack, LONGEST, PauseItem, SearchBack, SearchItem, Shown, Sought, ViewBack, ViewItem,
};
use crate::keeping::{History, Part, Search, Searches, View};
use crate::t;

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(look))
        .routes(routes!(list, put_back, clear))
        .routes(routes!(remove))
        .routes(routes!(pause_state, pause, resume))
        .routes(routes!(searches, put_search_back, clear_searches))
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
    if !Book::is_published(&own.app.db, book).await? {
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

/// Puts an entry back that was removed: undoes that. There is one entry for a book and a day.
#[utoipa::path(
    post, path = "/me/history", tag = "mine", request_body = ViewBack,
    responses(
        (status = 201, body = EntryBack),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 422, body = Problem, content_type = "application/problem+json")
    )
)]
async fn put_back(own: Own, Json(view): Json<ViewBack>) -> web::Result<Created<Json<EntryBack>>> {
    let id = own.put_view_back(view.book_id, view.viewed_at).await?;
    Ok(Created(Json(EntryBack { id: id.get() })))
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
    if View::remove(&own.app.db, own.user, id).await?.is_some() {
        Ok(NoContent)
    } else {
        Err(Error::NotFound)
    }
}

/// Whether the history is paused.
#[utoipa::path(get, path = "/me/history/pause", tag = "mine", responses((status = 200, body = PauseItem)))]
async fn pause_state(own: Own) -> web::Result<Json<PauseItem>> {
    Ok(Json(History::of(&own.app.db, own.user).await?.into()))
}

/// Pauses the history: looks and searches are not written down any more. What is there stays.
#[utoipa::path(put, path = "/me/history/pause", tag = "mine", responses((status = 200, body = PauseItem)))]
async fn pause(own: Own, _: OptionalJson<NoFields>) -> web::Result<Json<PauseItem>> {
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

/// Puts a search back that was removed: undoes that. One made since stays as it is.
#[utoipa::path(
    post, path = "/me/searches", tag = "mine", request_body = SearchBack,
    responses(
        (status = 201, body = EntryBack),
        (status = 422, body = Problem, content_type = "application/problem+json")
    )
)]
async fn put_search_back(own: Own, Json(search): Json<SearchBack>) -> web::Result<Created<Json<EntryBack>>> {
    if search.text.chars().count() > LONGEST {
        return Err(Error::invalid("text", "too_long", t::sought_too_long));
    }
    let id = own.put_search_back(&search.text, search.searched_at).await?;
    Ok(Created(Json(EntryBack { id: id.get() })))
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
    if Searches::remove(&own.app.db, own.user, id).await?.is_some() {
        Ok(NoContent)
    } else {
        Err(Error::NotFound)
    }
}
