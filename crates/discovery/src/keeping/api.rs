//! What readers keep, in the JSON API. Keeping what is kept, and removing what is not, changes nothing.

mod history;

use catalogue::Book;
use kernel::Id;
use utoipa_axum::{router::OpenApiRouter, routes};
use web::{
    App, Capability, Json, List, ListQuery, NoContent, NoFields, OptionalJson, PagingParams, Path, Problem,
    Spoken, needs,
};

use super::own::Own;
use super::wire::{BookmarkItem, FavoriteItem, NewReadMark, ReadItem, Shown, Sought};
use super::{Bookmark, Dismissal, Favorite, Part, ReadMark};

/// The body of a request that says everything by its address.
type Bare = OptionalJson<NoFields>;

/// The routes, to be put below `/api/v1`.
pub(super) fn routes() -> OpenApiRouter<App> {
    let own = OpenApiRouter::new()
        .routes(routes!(add_favorite, remove_favorite))
        .routes(routes!(add_bookmark, remove_bookmark))
        .routes(routes!(add_read, remove_read))
        .routes(routes!(add_dismissal, remove_dismissal))
        .routes(routes!(favorites))
        .routes(routes!(bookmarks))
        .routes(routes!(read))
        .merge(history::routes());
    needs(Capability::KeepAccount, own)
}

/// Makes a book a favourite. `list_full` after 10,000.
#[utoipa::path(
    put, path = "/books/{id}/favorite", tag = "mine", params(("id" = i64, Path)),
    responses(
        (status = 204),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`list_full`", body = Problem, content_type = "application/problem+json")
    )
)]
async fn add_favorite(own: Own, Path(book): Path<Id<Book>>, _: Bare) -> web::Result<NoContent> {
    own.keep(&Favorite::LIST, book).await?;
    Ok(NoContent)
}

/// Makes a book a favourite no more.
#[utoipa::path(
    delete, path = "/books/{id}/favorite", tag = "mine", params(("id" = i64, Path)), responses((status = 204))
)]
async fn remove_favorite(own: Own, Path(book): Path<Id<Book>>) -> web::Result<NoContent> {
    own.let_go(&Favorite::LIST, book).await?;
    Ok(NoContent)
}

/// Keeps a book to be read later. `list_full` after 10,000.
#[utoipa::path(
    put, path = "/books/{id}/bookmark", tag = "mine", params(("id" = i64, Path)),
    responses(
        (status = 204),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`list_full`", body = Problem, content_type = "application/problem+json")
    )
)]
async fn add_bookmark(own: Own, Path(book): Path<Id<Book>>, _: Bare) -> web::Result<NoContent> {
    own.keep(&Bookmark::LIST, book).await?;
    Ok(NoContent)
}

/// Keeps a book for later no more.
#[utoipa::path(
    delete, path = "/books/{id}/bookmark", tag = "mine", params(("id" = i64, Path)), responses((status = 204))
)]
async fn remove_bookmark(own: Own, Path(book): Path<Id<Book>>) -> web::Result<NoContent> {
    own.let_go(&Bookmark::LIST, book).await?;
    Ok(NoContent)
}

/// Ticks a book off as read, wherever it was read; a body may say when. One that is ticked off keeps its time.
/// `list_full` after 10,000.
#[utoipa::path(
    put, path = "/books/{id}/read", tag = "mine", params(("id" = i64, Path)), request_body = Option<NewReadMark>,
    responses(
        (status = 204),
        (status = 422, body = Problem, content_type = "application/problem+json"),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`list_full`", body = Problem, content_type = "application/problem+json")
    )
)]
async fn add_read(
    own: Own,
    Path(book): Path<Id<Book>>,
    OptionalJson(mark): OptionalJson<NewReadMark>,
) -> web::Result<NoContent> {
    match mark.read_at {
        Some(at) => own.keep_since(&ReadMark::LIST, book, at).await?,
        None => own.keep(&ReadMark::LIST, book).await?,
    }
    Ok(NoContent)
}

/// Takes the tick away.
#[utoipa::path(
    delete, path = "/books/{id}/read", tag = "mine", params(("id" = i64, Path)), responses((status = 204))
)]
async fn remove_read(own: Own, Path(book): Path<Id<Book>>) -> web::Result<NoContent> {
    own.let_go(&ReadMark::LIST, book).await?;
    Ok(NoContent)
}

/// *Not for me*: never recommends a book again. `list_full` after 10,000.
#[utoipa::path(
    put, path = "/books/{id}/dismissal", tag = "mine", params(("id" = i64, Path)),
    responses(
        (status = 204),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`list_full`", body = Problem, content_type = "application/problem+json")
    )
)]
async fn add_dismissal(own: Own, Path(book): Path<Id<Book>>, _: Bare) -> web::Result<NoContent> {
    own.keep(&Dismissal::LIST, book).await?;
    Ok(NoContent)
}

/// Lets a book be recommended again.
#[utoipa::path(
    delete, path = "/books/{id}/dismissal", tag = "mine", params(("id" = i64, Path)), responses((status = 204))
)]
async fn remove_dismissal(own: Own, Path(book): Path<Id<Book>>) -> web::Result<NoContent> {
    own.let_go(&Dismissal::LIST, book).await?;
    Ok(NoContent)
}

/// One's favourites, the latest first. Books that are not in the shop at the moment are left out, and come back with
/// it.
#[utoipa::path(
    get, path = "/me/favorites", tag = "mine", params(Sought, PagingParams),
    responses((status = 200, body = List<FavoriteItem>), (status = 422, body = Problem, content_type = "application/problem+json"))
)]
async fn favorites(
    own: Own,
    Spoken(l): Spoken,
    query: ListQuery<Sought>,
) -> web::Result<Json<List<FavoriteItem>>> {
    let q = query.filters.words()?;
    own.may_search(q)?;
    let part = Part { q, after: query.paging.after()?, rows: query.paging.rows() };
    let rows = Favorite::list(&own.app.db, own.user, part).await?;
    let list = query.paging.list(rows, Favorite::place);
    let shown = Shown::of(&own.app, &own.reader, list.items.iter().map(|one| one.book_id)).await?;
    let item = |one: Favorite| Some(FavoriteItem::new(l, shown.item(l, one.book_id)?, &one));
    Ok(Json(list.filter_map(item)))
}

/// What one keeps for later, the latest first.
#[utoipa::path(
    get, path = "/me/bookmarks", tag = "mine", params(Sought, PagingParams),
    responses((status = 200, body = List<BookmarkItem>), (status = 422, body = Problem, content_type = "application/problem+json"))
)]
async fn bookmarks(
    own: Own,
    Spoken(l): Spoken,
    query: ListQuery<Sought>,
) -> web::Result<Json<List<BookmarkItem>>> {
    let q = query.filters.words()?;
    own.may_search(q)?;
    let part = Part { q, after: query.paging.after()?, rows: query.paging.rows() };
    let rows = Bookmark::list(&own.app.db, own.user, part).await?;
    let list = query.paging.list(rows, Bookmark::place);
    let shown = Shown::of(&own.app, &own.reader, list.items.iter().map(|one| one.book_id)).await?;
    let item = |one: Bookmark| {
        Some(BookmarkItem { book: shown.item(l, one.book_id)?, bookmarked_at: one.created_at })
    };
    Ok(Json(list.filter_map(item)))
}

/// What one has ticked off as read, the latest first.
#[utoipa::path(
    get, path = "/me/read", tag = "mine", params(Sought, PagingParams),
    responses((status = 200, body = List<ReadItem>), (status = 422, body = Problem, content_type = "application/problem+json"))
)]
async fn read(own: Own, Spoken(l): Spoken, query: ListQuery<Sought>) -> web::Result<Json<List<ReadItem>>> {
    let q = query.filters.words()?;
    own.may_search(q)?;
    let part = Part { q, after: query.paging.after()?, rows: query.paging.rows() };
    let rows = ReadMark::list(&own.app.db, own.user, part).await?;
    let list = query.paging.list(rows, ReadMark::place);
    let shown = Shown::of(&own.app, &own.reader, list.items.iter().map(|one| one.book_id)).await?;
    let item = |one: ReadMark| Some(ReadItem::new(shown.item(l, one.book_id)?, &one));
    Ok(Json(list.filter_map(item)))
}
