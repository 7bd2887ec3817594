//! Books: a list, one, those like it.

use axum::extract::State;
use db::Db;
use kernel::{Id, Language};
use serde::Deserialize;
use utoipa::IntoParams;
use web::{App, Json, List, ListQuery, OrNotFound, PagingParams, Path, Problem, Spoken};

use crate::{
    Alphabet, Author, Book, Card, Filter, Format, Genre, Part, PriceFilter, Publisher, Reader, Series, Sort,
    Status,
    names::{self, Kind},
    t,
    wire::{BookDetail, BookItem},
};

/// What a list of books is narrowed to.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct BookFilters {
    /// A genre, by its key or its slug.
    genre: Option<String>,
    /// An author's key.
    #[param(value_type = Option<i64>)]
    author: Option<Id<Author>>,
    /// A publisher's key.
    #[param(value_type = Option<i64>)]
    publisher: Option<Id<Publisher>>,
    /// A series' key.
    #[param(value_type = Option<i64>)]
    series: Option<Id<Series>>,
    /// A language: `ar`, `fr`, `en`, …
    #[param(value_type = Option<String>, min_length = 2)]
    language: Option<Language>,
    /// What it can be read as.
    #[param(inline)]
    format: Option<Format>,
    /// Free or paid.
    #[param(inline)]
    price: Option<PriceFilter>,
    /// The least mean rating, 0 to 5. Above 0, books that nobody rated are left out.
    #[param(minimum = 0, maximum = 5)]
    min_rating: Option<f64>,
    /// The order; newest first where nothing is said, by number where a series is asked for. `rating` is what readers
    /// think best of first, where what few of them say is drawn to the middle; `best_selling` what sold most copies
    /// first, less those given back.
    #[param(inline)]
    sort: Option<Sort>,
}

impl BookFilters {
    /// The filter and the order; `None` where nothing can be found.
    async fn resolve(self, db: &Db) -> web::Result<Option<(Filter, Sort)>> {
        if self.min_rating.is_some_and(|least| !(0.0..=5.0).contains(&least)) {
            return Err(web::Error::invalid("min_rating", "out_of_range", t::rating_out_of_range));
        }
        let sort = self.sort.unwrap_or(if self.series.is_some() { Sort::Series } else { Sort::Newest });
        if sort == Sort::Series && self.series.is_none() {
            return Err(web::Error::invalid("sort", "needs_series", t::sort_needs_series));
        }
        let genre = match &self.genre {
            None => None,
            Some(word) => match Genre::by_word(db, word).await? {
                None => return Ok(None),
                found => found,
            },
        };
        let filter = Filter {
            genre,
            author: names::given(db, Kind::Author, self.author).await?,
            publisher: names::given(db, Kind::Publisher, self.publisher).await?,
            series: names::given(db, Kind::Series, self.series).await?,
            language: self.language,
            format: self.format,
            price: self.price,
            least_rating: self.min_rating.map(tenths),
        };
        Ok(Some((filter, sort)))
    }
}

/// A rating as the database has it; one between two tenths is reached by the next only.
#[expect(clippy::cast_possible_truncation, reason = "0 to 5 was checked")]
fn tenths(rating: f64) -> i64 {
    (rating * 10.0).ceil() as i64
}

/// A list of published books. By title, the letters of `Accept-Language` come first; it stays the same within one list.
#[utoipa::path(
    get, path = "/books", tag = "catalogue", params(BookFilters, PagingParams),
    responses((status = 200, body = List<BookItem>), (status = 422, body = Problem, content_type = "application/problem+json"))
)]
pub(super) async fn list(
    State(app): State<App>,
    Spoken(l): Spoken,
    reader: Reader,
    query: ListQuery<BookFilters>,
) -> web::Result<Json<List<BookItem>>> {
    let Some((filter, sort)) = query.filters.resolve(&app.db).await? else {
        return Ok(Json(List { items: Vec::new(), next_cursor: None, total: Some(0) }));
    };
    let (alphabet, paging) = (Alphabet::of(l), &query.paging);
    let part = Part { filter: &filter, sort, alphabet, after: paging.after()?, rows: paging.rows() };
    let cards = Card::list(&app.db, part).await?.map_err(|_| web::invalid_cursor())?;
    let list = query.paging.list(cards, |card| card.place(sort));
    let marks = reader.marks(list.items.iter().map(|card| card.id)).await?;
    Ok(Json(list.map(|card| BookItem::new(l, &card, marks.of(card.id)))))
}

/// A whole book. One that the shop sells no more is there for its owners.
#[utoipa::path(
    get, path = "/books/{id}", tag = "catalogue", params(("id" = i64, Path)),
    responses((status = 200, body = BookDetail), (status = 404, body = Problem, content_type = "application/problem+json"))
)]
pub(super) async fn get(
    State(app): State<App>,
    Spoken(l): Spoken,
    reader: Reader,
    Path(id): Path<Id<Book>>,
) -> web::Result<Json<BookDetail>> {
    let reading = app.db.reading().await?;
    let (book, genres) =
        futures::try_join!(Book::find_listed(&reading, id), Genre::of_book(&reading, l, id))?;
    drop(reading);
    let book = book.or_404()?;
    let marks = reader.marks_of_page(id, []).await?;
    if book.status != Status::Published && !marks.of(id).is_owned {
        return Err(web::Error::NotFound);
    }
    Ok(Json(BookDetail::new(l, &book, &genres, marks.of(id))))
}

/// Books like this one: of its series, its authors, its genres. To somebody signed in without those that are *not for
/// them*.
#[utoipa::path(
    get, path = "/books/{id}/similar", tag = "catalogue", params(("id" = i64, Path), PagingParams),
    responses(
        (status = 200, body = List<BookItem>),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 422, body = Problem, content_type = "application/problem+json")
    )
)]
pub(super) async fn similar(
    State(app): State<App>,
    Spoken(l): Spoken,
    reader: Reader,
    Path(id): Path<Id<Book>>,
    query: ListQuery<web::NoFilters>,
) -> web::Result<Json<List<BookItem>>> {
    query.paging.whole()?;
    let book = Book::find_published(&app.db, id).await?.or_404()?;
    let cards = Card::similar(&app.db, book.id, i64::from(query.paging.limit())).await?;
    let marks = reader.marks(cards.iter().map(|card| card.id)).await?;
    let wanted = cards.iter().filter(|card| !marks.of(card.id).is_dismissed);
    let items = wanted.map(|card| BookItem::new(l, card, marks.of(card.id))).collect();
    Ok(Json(List { items, next_cursor: None, total: None }))
}
