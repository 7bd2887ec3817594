//! Genres, authors, publishers, series. Their books are lists of `/books`. The key of something that was put together with
//! another answers with that other, whose `id` says so.

use axum::extract::State;
use kernel::Id;
use web::{App, Json, List, ListQuery, NoFilters, OrNotFound, PagingParams, Path, Problem, Spoken};

use crate::{
    Author, Genre, Publisher, Series,
    wire::{GenreItem, Shelfmark},
};

/// Genres in their order.
#[utoipa::path(
    get, path = "/genres", tag = "catalogue", params(PagingParams),
    responses((status = 200, body = List<GenreItem>), (status = 422, body = Problem, content_type = "application/problem+json"))
)]
pub(super) async fn genres(
    State(app): State<App>,
    Spoken(l): Spoken,
    query: ListQuery<NoFilters>,
) -> web::Result<Json<List<GenreItem>>> {
    // A few dozen at most, so they are read whole and cut here.
    let mut genres = Genre::all(&app.db, l).await?;
    let total = i64::try_from(genres.len()).unwrap_or(i64::MAX);
    if let Some(last) = query.paging.after::<i64>()? {
        let given = genres.iter().position(|genre| genre.id.get() == last).ok_or_else(web::invalid_cursor)?;
        genres.drain(..=given);
    }
    let list = query.paging.list(genres, |genre| genre.id);
    Ok(Json(list.map(Into::into).with_total(total)))
}

/// An author; its books are `/books?author=`. The key of one that was put together with another answers with that other.
#[utoipa::path(
    get, path = "/authors/{id}", tag = "catalogue", params(("id" = i64, Path)),
    responses((status = 200, body = Shelfmark), (status = 404, body = Problem, content_type = "application/problem+json"))
)]
pub(super) async fn author(
    State(app): State<App>,
    Path(id): Path<Id<Author>>,
) -> web::Result<Json<Shelfmark>> {
    let it = Author::find_now(&app.db, id).await?.or_404()?;
    let slug = it.slug().to_string();
    Ok(Json(Shelfmark { id: it.id.get(), slug, name: it.name, book_count: it.book_count }))
}

/// A publisher; its books are `/books?publisher=`. The key of one that was put together with another answers with that other.
#[utoipa::path(
    get, path = "/publishers/{id}", tag = "catalogue", params(("id" = i64, Path)),
    responses((status = 200, body = Shelfmark), (status = 404, body = Problem, content_type = "application/problem+json"))
)]
pub(super) async fn publisher(
    State(app): State<App>,
    Path(id): Path<Id<Publisher>>,
) -> web::Result<Json<Shelfmark>> {
    let it = Publisher::find_now(&app.db, id).await?.or_404()?;
    let slug = it.slug().to_string();
    Ok(Json(Shelfmark { id: it.id.get(), slug, name: it.name, book_count: it.book_count }))
}

/// A series; its books are `/books?series=`. The key of one that was put together with another answers with that other.
#[utoipa::path(
    get, path = "/series/{id}", tag = "catalogue", params(("id" = i64, Path)),
    responses((status = 200, body = Shelfmark), (status = 404, body = Problem, content_type = "application/problem+json"))
)]
pub(super) async fn series(
    State(app): State<App>,
    Path(id): Path<Id<Series>>,
) -> web::Result<Json<Shelfmark>> {
    let it = Series::find_now(&app.db, id).await?.or_404()?;
    let slug = it.slug().to_string();
    Ok(Json(Shelfmark { id: it.id.get(), slug, name: it.name, book_count: it.book_count }))
}
