//! The shelves of the JSON API.

use axum::extract::State;
use catalogue::{Reader, Sort, wire::BookItem};
use i18n::Locale;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};
use web::{App, Json, List, ListQuery, NoFilters, Paging, PagingParams, Problem, Spoken};

use crate::{shelves::Shelf, t};

/// The routes, to be put below `/api/v1`.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(for_you))
        .routes(routes!(new))
        .routes(routes!(best_sellers))
        .routes(routes!(free))
}

/// A book with the reason why it is shown.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct Recommended {
    /// The book.
    #[serde(flatten)]
    book: BookItem,
    /// Why it is shown, in the language of the answer.
    reason: String,
}

/// The time over which sales are counted.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
enum Window {
    /// A week.
    #[serde(rename = "7d")]
    Week,
    /// A month.
    #[serde(rename = "30d")]
    Month,
    /// As long as the shop exists.
    #[serde(rename = "all")]
    All,
}

/// Which best sellers.
#[derive(Debug, Clone, Copy, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "checked already; sales to count come with buying")]
struct Counted {
    /// The time over which sales are counted; 30 days where nothing is said.
    #[param(inline)]
    window: Option<Window>,
}

async fn part(
    (app, reader): (&App, &Reader),
    l: Locale,
    shelf: Shelf,
    paging: &Paging,
) -> web::Result<List<BookItem>> {
    let cards = shelf.part(&app.db, paging.after()?, paging.rows()).await?;
    let list = paging.list(cards, |card| card.place(Sort::Newest));
    let marks = reader.marks(list.items.iter().map(|card| card.id)).await?;
    Ok(list.map(|card| BookItem::new(l, &card, marks.of(card.id))))
}

/// Books for the caller. To a visitor the shop shows what is new.
#[utoipa::path(
    get, path = "/shelves/for-you", tag = "shelves", params(PagingParams),
    responses((status = 200, body = List<Recommended>), (status = 422, body = Problem, content_type = "application/problem+json"))
)]
async fn for_you(
    State(app): State<App>,
    Spoken(l): Spoken,
    reader: Reader,
    query: ListQuery<NoFilters>,
) -> web::Result<Json<List<Recommended>>> {
    let list = part((&app, &reader), l, Shelf::New, &query.paging).await?;
    Ok(Json(list.map(|book| Recommended { book, reason: t::reason_new(l).to_owned() })))
}

/// The newest books.
#[utoipa::path(
    get, path = "/shelves/new", tag = "shelves", params(PagingParams),
    responses((status = 200, body = List<BookItem>), (status = 422, body = Problem, content_type = "application/problem+json"))
)]
async fn new(
    State(app): State<App>,
    Spoken(l): Spoken,
    reader: Reader,
    query: ListQuery<NoFilters>,
) -> web::Result<Json<List<BookItem>>> {
    part((&app, &reader), l, Shelf::New, &query.paging).await.map(Json)
}

/// What sells best; free books apart. Empty until something was sold.
#[utoipa::path(
    get, path = "/shelves/best-sellers", tag = "shelves", params(Counted, PagingParams),
    responses((status = 200, body = List<BookItem>), (status = 422, body = Problem, content_type = "application/problem+json"))
)]
async fn best_sellers(query: ListQuery<Counted>) -> web::Result<Json<List<BookItem>>> {
    query.paging.whole()?;
    Ok(Json(List { items: Vec::new(), next_cursor: None, total: Some(0) }))
}

/// Books that cost nothing, newest first.
#[utoipa::path(
    get, path = "/shelves/free", tag = "shelves", params(PagingParams),
    responses((status = 200, body = List<BookItem>), (status = 422, body = Problem, content_type = "application/problem+json"))
)]
async fn free(
    State(app): State<App>,
    Spoken(l): Spoken,
    reader: Reader,
    query: ListQuery<NoFilters>,
) -> web::Result<Json<List<BookItem>>> {
    part((&app, &reader), l, Shelf::Free, &query.paging).await.map(Json)
}
