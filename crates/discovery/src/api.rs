//! The shelves of the JSON API.

use std::collections::HashMap;

use axum::extract::State;
use catalogue::{Book, Card, Format, PriceFilter, Reader, Sort, wire::BookItem};
use i18n::Locale;
use kernel::{Id, Language, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};
use web::{
    App, Caller, Capability, Json, List, ListQuery, NoFilters, Paging, PagingParams, Problem, Signed, Spoken,
    UserId, needs,
};

use crate::best::{self, Span};
use crate::common::Common;
use crate::continue_reading::Begun;
use crate::for_you::Recommendation;
use crate::shelves::Shelf;

/// The routes, to be put below `/api/v1`.
pub fn routes() -> OpenApiRouter<App> {
    let own = needs(Capability::KeepAccount, OpenApiRouter::new().routes(routes!(continue_reading)));
    OpenApiRouter::new()
        .routes(routes!(for_you))
        .routes(routes!(new))
        .routes(routes!(best_sellers))
        .routes(routes!(free))
        .merge(own)
        .merge(crate::search::routes())
        .merge(crate::requests::api())
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

/// Which best sellers.
#[derive(Debug, Clone, Copy, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Counted {
    /// The time over which sales are counted; 30 days where nothing is said.
    #[param(inline)]
    window: Option<Span>,
    /// `free` for the ranks of books that cost nothing, which are ranked apart.
    #[param(inline)]
    price: Option<PriceFilter>,
    /// Only in this language.
    #[param(value_type = Option<String>)]
    language: Option<Language>,
    /// Only what can be read as this.
    #[param(inline)]
    format: Option<Format>,
}

/// A book with its rank.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct BestSeller {
    /// Its place among all that were sold in this time, from 1.
    rank: i64,
    /// The book.
    #[serde(flatten)]
    book: BookItem,
}

/// A book that the caller is reading.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct BeingRead {
    /// The book.
    #[serde(flatten)]
    book: BookItem,
    /// When they read in it last.
    #[schema(value_type = String, format = DateTime)]
    last_read_at: Timestamp,
}

/// The books of these keys as the caller is told of them, in this order; one that is not there any more is left out.
async fn items(
    (app, reader): (&App, &Reader),
    l: Locale,
    books: impl Iterator<Item = Id<Book>>,
) -> web::Result<HashMap<Id<Book>, BookItem>> {
    let books: Vec<_> = books.collect();
    let cards = Card::of(&app.db, &books).await?;
    let marks = reader.marks(books).await?;
    Ok(cards.iter().map(|card| (card.id, BookItem::new(l, card, marks.of(card.id)))).collect())
}

/// A list in which each row has its book.
fn with_books<R, T>(
    list: List<R>,
    mut items: HashMap<Id<Book>, BookItem>,
    book: impl Fn(&R) -> Id<Book>,
    told: impl Fn(R, BookItem) -> T,
) -> List<T> {
    let List { items: rows, next_cursor, total } = list;
    let made = rows.into_iter().filter_map(|row| items.remove(&book(&row)).map(|item| told(row, item)));
    List { items: made.collect(), next_cursor, total }
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

/// Books for the caller, each with the reason. To visitors, and to readers of whom nothing is known yet, the shop shows
/// what its editors put forward.
#[utoipa::path(
    get, path = "/shelves/for-you", tag = "shelves", params(PagingParams),
    responses((status = 200, body = List<Recommended>), (status = 422, body = Problem, content_type = "application/problem+json"))
)]
async fn for_you(
    State(app): State<App>,
    Spoken(l): Spoken,
    reader: Reader,
    caller: Caller,
    query: ListQuery<NoFilters>,
) -> web::Result<Json<List<Recommended>>> {
    let after: i64 = query.paging.after()?.unwrap_or(0);
    let own = match caller.identity() {
        Some(me) => Recommendation::list(&app.db, l, me.user, after, query.paging.rows()).await?,
        None => Vec::new(),
    };
    if own.is_empty() && after == 0 {
        let me = caller.identity().map(|me| me.user);
        return picks((&app, &reader), l, me, query.paging.limit()).await.map(Json);
    }
    let list = query.paging.list(own, |one| one.rank);
    let books = items((&app, &reader), l, list.items.iter().map(|one| one.book_id)).await?;
    Ok(Json(with_books(
        list,
        books,
        |one| one.book_id,
        |one, book| Recommended { book, reason: one.words(l) },
    )))
}

async fn picks(
    (app, reader): (&App, &Reader),
    l: Locale,
    me: Option<UserId>,
    limit: u32,
) -> web::Result<List<Recommended>> {
    let (why, mut picks) = Common::read(&app.db, i64::from(limit)).await?.offered(&app.db, me).await?;
    picks.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    let books = items((app, reader), l, picks.iter().copied()).await?;
    // One part is all there is; how many stand behind it nobody counts.
    let list = List { items: picks, next_cursor: None, total: None };
    Ok(with_books(list, books, |book| *book, |_, book| Recommended { book, reason: why.words(l).to_owned() }))
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

/// What sells best, at most a hundred books; those that cost nothing apart. Counted at least once an hour, and empty until
/// something was sold.
#[utoipa::path(
    get, path = "/shelves/best-sellers", tag = "shelves", params(Counted, PagingParams),
    responses((status = 200, body = List<BestSeller>), (status = 422, body = Problem, content_type = "application/problem+json"))
)]
async fn best_sellers(
    State(app): State<App>,
    Spoken(l): Spoken,
    reader: Reader,
    query: ListQuery<Counted>,
) -> web::Result<Json<List<BestSeller>>> {
    let Counted { window, price, language, format } = query.filters;
    let free = price == Some(PriceFilter::Free);
    let wanted = best::Chosen { span: window.unwrap_or_default(), free, language, format };
    let after = query.paging.after()?.unwrap_or(0);
    let ranked = best::part(&app.db, wanted, after, query.paging.rows()).await?;
    let list = query.paging.list(ranked, |row| row.rank);
    let books = items((&app, &reader), l, list.items.iter().map(|row| row.book_id)).await?;
    Ok(Json(with_books(list, books, |row| row.book_id, |row, book| BestSeller { rank: row.rank, book })))
}

/// What the caller has begun and not finished, the book read last first.
#[utoipa::path(
    get, path = "/shelves/continue-reading", tag = "shelves", params(PagingParams),
    responses(
        (status = 200, body = List<BeingRead>),
        (status = 401, body = Problem, content_type = "application/problem+json"),
        (status = 422, body = Problem, content_type = "application/problem+json")
    )
)]
async fn continue_reading(
    State(app): State<App>,
    Spoken(l): Spoken,
    Signed(me): Signed,
    reader: Reader,
    query: ListQuery<NoFilters>,
) -> web::Result<Json<List<BeingRead>>> {
    let begun = Begun::list(&app.db, me.user, query.paging.after()?, query.paging.rows()).await?;
    let list = query.paging.list(begun, Begun::place);
    let books = items((&app, &reader), l, list.items.iter().map(|one| one.book_id)).await?;
    Ok(Json(with_books(
        list,
        books,
        |one| one.book_id,
        |one, book| BeingRead {
            book: BookItem { progress_percent: Some(one.percent), ..book },
            last_read_at: one.last_read_at,
        },
    )))
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
