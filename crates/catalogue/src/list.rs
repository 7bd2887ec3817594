//! Lists of published books: filtered, sorted, a part at a time.
//!
//! Each order is read from an index, starting behind the last book given. What narrows the list most decides which
//! index: that filter leads, the others are conditions on the way. Each pair of leader and order is a statement of
//! its own, because a planner that sees all filters as optional would pick no index at all.

use db::{Query, Statement, sql};
use kernel::{Id, Language};
use serde::{Deserialize, Serialize};

use crate::{
    Alphabet, Author, Card, Format, Genre, Publisher, Series,
    alphabet::Stretch,
    card::{CardRow, card_columns, cards},
    text_enum::text_enum,
};

text_enum! {
    /// The order of a list.
    pub enum Sort {
        /// Newest in the shop first.
        Newest = "newest",
        /// By title.
        Title = "title",
        /// Cheapest first; books without a price are left out.
        PriceAscending = "price_asc",
        /// Dearest first; books without a price are left out.
        PriceDescending = "price_desc",
        /// What readers think best of first; what few of them say is drawn to the middle.
        Rating = "rating",
        /// What sold most first.
        BestSelling = "best_selling",
        /// By the number in the series; only where a series is asked for.
        Series = "series",
    }
}

text_enum! {
    /// Which prices a list shows.
    pub enum PriceFilter {
        /// Books that cost nothing.
        Free = "free",
        /// Books that cost something.
        Paid = "paid",
    }
}

/// What a list is narrowed to; nothing set is every published book.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only of this genre.
    pub genre: Option<Id<Genre>>,
    /// Only by this author.
    pub author: Option<Id<Author>>,
    /// Only of this publisher.
    pub publisher: Option<Id<Publisher>>,
    /// Only of this series.
    pub series: Option<Id<Series>>,
    /// Only in this language.
    pub language: Option<Language>,
    /// Only what can be read as this.
    pub format: Option<Format>,
    /// Only free or only paid.
    pub price: Option<PriceFilter>,
    /// Only with a mean rating of at least so many tenths of a star.
    pub least_rating: Option<i64>,
}

/// The place of a book in its order: where the next part begins.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Place {
    /// In orders by text: newest, title.
    Text(String, i64),
    /// In orders by number: price, rating, copies sold, place in the series.
    Number(f64, i64),
}

/// A part of a list.
#[derive(Debug, Clone)]
pub struct Part<'a> {
    /// What the list is narrowed to.
    pub filter: &'a Filter,
    /// Its order.
    pub sort: Sort,
    /// Whose letters come first, where it is by title.
    pub alphabet: Alphabet,
    /// The place behind which the part begins.
    pub after: Option<Place>,
    /// How many rows to read.
    pub rows: i64,
}

/// The place does not belong to this order: the cursor is of another list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WrongPlace;

impl Card {
    /// A part of a list of published books.
    pub async fn list(db: &impl Query, part: Part<'_>) -> db::Result<Result<Vec<Self>, WrongPlace>> {
        let rows: Vec<CardRow> = match reading(&part) {
            Err(wrong) => return Ok(Err(wrong)),
            Ok(Reading::Once(statement)) => db.all(statement).await?,
            Ok(Reading::ByTitle(after)) => {
                part.alphabet.read(db, after, part.rows, |stretch| titled(part.filter, stretch)).await?
            }
        };
        Ok(Ok(cards(rows)))
    }

    /// The newest published books of several genres at once, a few of each; for shelves.
    pub async fn newest(db: &impl Query, filter: &Filter, rows: i64) -> db::Result<Vec<Self>> {
        let listed = Self::list(
            db,
            Part { filter, sort: Sort::Newest, alphabet: Alphabet::default(), after: None, rows },
        )
        .await?;
        Ok(listed.unwrap_or_default())
    }

    /// Where the book stands in an order.
    pub fn place(&self, sort: Sort) -> Place {
        let id = self.id.get();
        match sort {
            Sort::Newest => Place::Text(self.published_at.map(|at| at.to_string()).unwrap_or_default(), id),
            Sort::Title => Place::Text(self.folded_title.clone(), id),
            #[expect(clippy::cast_precision_loss, reason = "prices stay far below 2^53")]
            Sort::PriceAscending | Sort::PriceDescending => {
                Place::Number(self.price.map_or(0, |price| price.amount) as f64, id)
            }
            #[expect(clippy::cast_precision_loss, reason = "a score is at most 50 million")]
            Sort::Rating => Place::Number(self.ratings.score() as f64, id),
            #[expect(clippy::cast_precision_loss, reason = "copies stay far below 2^53")]
            Sort::BestSelling => Place::Number(self.sales_count as f64, id),
            Sort::Series => Place::Number(self.series_number.unwrap_or(NO_NUMBER), id),
        }
    }
}

/// Where books without a number stand in their series: at the end.
pub(crate) const NO_NUMBER: f64 = 1e9;

/// Above every time that is kept.
const AFTER_ALL_TIMES: &str = "~";

/// A list of books with every filter but the one that leads.
macro_rules! listed {
    ($from:literal, $lead:literal, $order:literal) => {
        concat!(
            "select ",
            card_columns!(),
            " from ",
            $from,
            " where b.status = 'published' and ",
            $lead,
            " and (cast($1 as bigint) is null
                   or exists (select 1 from book_genres f where f.book_id = b.id and f.genre_id = $1))
              and (cast($2 as bigint) is null
                   or exists (select 1 from book_authors f where f.book_id = b.id and f.author_id = $2))
              and (cast($3 as bigint) is null or b.publisher_id = $3)
              and (cast($4 as bigint) is null or b.series_id = $4)
              and (cast($5 as text) is null or b.language = $5)
              and (cast($6 as boolean) is null or b.has_epub = $6)
              and (cast($7 as boolean) is null or b.has_pdf = $7)
              and (cast($8 as boolean) is null or (b.price_amount = 0) = $8)
              and (cast($12 as bigint) is null
                   or (b.rating_sum + b.rating_count / 2) / nullif(b.rating_count, 0) >= $12)
             order by ",
            $order,
            " limit $11"
        )
    };
}

/// A statement of [`listed!`] with its arguments.
macro_rules! ordered {
    ($part:expr, $key:expr, $id:expr, $from:literal, $lead:literal, $order:literal) => {
        ordered!($part.filter, $part.rows, $key, $id, $from, $lead, $order,)
    };
    ($filter:expr, $rows:expr, $key:expr, $id:expr, $from:literal, $lead:literal, $order:literal, $($end:expr)?) => {{
        let filter = $filter;
        sql!(
            listed!($from, $lead, $order),
            filter.genre,
            filter.author,
            filter.publisher,
            filter.series,
            filter.language,
            filter.format.filter(|format| *format == Format::Epub).map(|_| true),
            filter.format.filter(|format| *format == Format::Pdf).map(|_| true),
            filter.price.map(|price| price == PriceFilter::Free),
            $key,
            $id,
            $rows,
            // Nothing asks for nothing, and books without a rating have no mean.
            filter.least_rating.filter(|least| *least > 0)
            $(, $end)?
        )
    }};
}

/// How a part of a list is read.
enum Reading {
    Once(Statement),
    /// From behind a title.
    ByTitle(Option<(String, i64)>),
}

fn reading(part: &Part<'_>) -> Result<Reading, WrongPlace> {
    Ok(Reading::Once(match part.sort {
        Sort::Title => return text_place(part.after.clone()).map(Reading::ByTitle),
        Sort::Newest => newest(part)?,
        Sort::PriceAscending => {
            let (amount, id) = whole_place(part.after.clone(), (-1, 0))?;
            ordered!(
                part,
                amount,
                id,
                "books b",
                "(b.price_amount, b.id) > ($9, $10)",
                "b.price_amount, b.id"
            )
        }
        Sort::PriceDescending => {
            let (amount, id) = whole_place(part.after.clone(), (i64::MAX, i64::MAX))?;
            ordered!(
                part,
                amount,
                id,
                "books b",
                "(b.price_amount, b.id) < ($9, $10)",
                "b.price_amount desc, b.id desc"
            )
        }
        Sort::Rating => {
            let (score, id) = whole_place(part.after.clone(), (i64::MAX, i64::MAX))?;
            ordered!(
                part,
                score,
                id,
                "books b",
                "(b.rating_score, b.id) < ($9, $10)",
                "b.rating_score desc, b.id desc"
            )
        }
        Sort::BestSelling => {
            let (copies, id) = whole_place(part.after.clone(), (i64::MAX, i64::MAX))?;
            ordered!(
                part,
                copies,
                id,
                "books b",
                "(b.sales_count, b.id) < ($9, $10)",
                "b.sales_count desc, b.id desc"
            )
        }
        Sort::Series => {
            let (number, id) = number_place(part.after.clone(), (-1e9, 0))?;
            ordered!(
                part,
                number,
                id,
                "books b",
                "b.series_id = $4 and (coalesce(b.series_number, 1e9), b.id) > ($9, $10)",
                "coalesce(b.series_number, 1e9), b.id"
            )
        }
    }))
}

/// A stretch of the titles.
fn titled(filter: &Filter, stretch: Stretch) -> Statement {
    let Stretch { text, id, end, rows } = stretch;
    ordered!(
        filter,
        rows,
        text,
        id,
        "books b",
        "(b.folded_title, b.id) > ($9, $10) and b.folded_title < $13",
        "b.folded_title, b.id",
        end
    )
}

/// Newest first, by the index of whatever narrows the list most.
fn newest(part: &Part<'_>) -> Result<Statement, WrongPlace> {
    let Part { filter, .. } = part;
    let (at, id) = text_place(part.after.clone())?.unwrap_or_else(|| (AFTER_ALL_TIMES.to_owned(), i64::MAX));
    let behind_of_book =
        (filter.series, filter.author, filter.publisher, filter.genre, filter.price, filter.language);
    Ok(match behind_of_book {
        (Some(_), ..) => ordered!(
            part,
            at,
            id,
            "books b",
            "b.series_id = $4 and (b.published_at, b.id) < ($9, $10)",
            "b.published_at desc, b.id desc"
        ),
        (_, Some(_), ..) => ordered!(
            part,
            at,
            id,
            "books b join (select distinct book_id from book_authors where author_id = $2) w on w.book_id = b.id",
            "(b.published_at, b.id) < ($9, $10)",
            "b.published_at desc, b.id desc"
        ),
        (_, _, Some(_), ..) => ordered!(
            part,
            at,
            id,
            "books b",
            "b.publisher_id = $3 and (b.published_at, b.id) < ($9, $10)",
            "b.published_at desc, b.id desc"
        ),
        (_, _, _, Some(_), ..) => ordered!(
            part,
            at,
            id,
            "book_genres bg join books b on b.id = bg.book_id",
            "bg.genre_id = $1 and (bg.published_at, bg.book_id) < ($9, $10)",
            "bg.published_at desc, bg.book_id desc"
        ),
        (_, _, _, _, Some(PriceFilter::Free), _) => ordered!(
            part,
            at,
            id,
            "books b",
            "b.price_amount = 0 and (b.published_at, b.id) < ($9, $10)",
            "b.published_at desc, b.id desc"
        ),
        (.., Some(_)) => ordered!(
            part,
            at,
            id,
            "books b",
            "b.language = $5 and (b.published_at, b.id) < ($9, $10)",
            "b.published_at desc, b.id desc"
        ),
        _ => ordered!(
            part,
            at,
            id,
            "books b",
            "(b.published_at, b.id) < ($9, $10)",
            "b.published_at desc, b.id desc"
        ),
    })
}

fn text_place(after: Option<Place>) -> Result<Option<(String, i64)>, WrongPlace> {
    match after {
        None => Ok(None),
        Some(Place::Text(key, id)) => Ok(Some((key, id))),
        Some(Place::Number(..)) => Err(WrongPlace),
    }
}

fn number_place(after: Option<Place>, start: (f64, i64)) -> Result<(f64, i64), WrongPlace> {
    match after {
        None => Ok(start),
        Some(Place::Number(key, id)) => Ok((key, id)),
        Some(Place::Text(..)) => Err(WrongPlace),
    }
}

fn whole_place(after: Option<Place>, start: (i64, i64)) -> Result<(i64, i64), WrongPlace> {
    #[expect(clippy::cast_possible_truncation, reason = "it was given out as a whole number")]
    match after {
        None => Ok(start),
        Some(place) => number_place(Some(place), (0.0, 0)).map(|(key, id)| (key as i64, id)),
    }
}
