//! A book as lists show it.

use std::collections::HashMap;

use db::{Query, list, record, sql};
use kernel::{Currency, Id, Language, Money, Slug, Timestamp};

use crate::{Author, Book, Cover, Format, Ratings, Series, byline::Byline};

/// A book in a list, with all that a card shows. One statement gives a whole list of them.
#[derive(Debug, Clone)]
pub struct Card {
    /// The book's key.
    pub id: Id<Book>,
    /// Its main title.
    pub title: String,
    /// Who wrote it, in order; translators and others are left to the book's page.
    pub authors: Vec<AuthorName>,
    /// The language it is written in.
    pub language: Language,
    /// Its price; `None` while it has none.
    pub price: Option<Money>,
    /// What it can be read as; empty while there is no file yet.
    pub formats: Vec<Format>,
    /// Its picture.
    pub cover: Cover,
    /// When it came into the shop.
    pub published_at: Option<Timestamp>,
    /// What readers gave it.
    pub ratings: Ratings,
    /// How many comments can be seen, replies included.
    pub comment_count: i64,
    pub(crate) folded_title: String,
    pub(crate) series: Option<Id<Series>>,
    /// Its number in its series.
    pub series_number: Option<f64>,
    pub(crate) sales_count: i64,
}

/// An author's name with its key, for a link.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
pub struct AuthorName {
    /// The author's key.
    #[schema(value_type = i64)]
    pub id: Id<Author>,
    /// The name as shown.
    pub name: String,
}

/// The columns of [`CardRow`], for statements that list books as `b`.
macro_rules! card_columns {
    () => {
        "b.id, b.title, b.authors, b.folded_title, b.language, b.price_amount, b.price_currency, b.has_epub, b.has_pdf, \
         b.cover_version, b.cover_placeholder, b.published_at, b.series_id, b.series_number, \
         b.rating_count, b.rating_sum, b.comment_count, b.sales_count"
    };
}
pub(crate) use card_columns;

impl Card {
    /// The books of these keys that everybody may see, in this order.
    pub async fn of(db: &impl Query, books: &[Id<Book>]) -> db::Result<Vec<Self>> {
        if books.is_empty() {
            return Ok(Vec::new());
        }
        let statement = sql!(
            concat!(
                "select ",
                card_columns!(),
                " from books b where b.id in ($1…) and b.status = 'published'"
            ),
            list(books.iter().copied())
        );
        Ok(in_order(db.all(statement).await?, books))
    }

    /// The books of these keys that their owners may see, in this order: those that the shop sells no more, too.
    pub async fn owned(db: &impl Query, books: &[Id<Book>]) -> db::Result<Vec<Self>> {
        if books.is_empty() {
            return Ok(Vec::new());
        }
        let statement = sql!(
            concat!("select ", card_columns!(), " from books b where b.id in ($1…) and b.status <> 'draft'"),
            list(books.iter().copied())
        );
        Ok(in_order(db.all(statement).await?, books))
    }

    /// The book that follows in a series, of those that everybody may see; told by the number and the key of the one
    /// before.
    pub async fn next_in_series(
        db: &impl Query,
        series: Id<Series>,
        (number, book): (f64, Id<Book>),
    ) -> db::Result<Option<Self>> {
        let found: Option<CardRow> = db
            .optional(sql!(
                concat!(
                    "select ",
                    card_columns!(),
                    " from books b
                     where b.series_id = $1 and (b.series_number, b.id) > ($2, $3) and b.status = 'published'
                     order by b.series_number, b.id limit 1"
                ),
                series,
                number,
                book
            ))
            .await?;
        Ok(found.map(card))
    }

    /// The readable part of the book's address.
    pub fn slug(&self) -> Slug {
        Slug::of(&self.title)
    }
}

record! {
    pub(crate) struct CardRow {
        id: Id<Book>,
        title: String,
        authors: Byline,
        folded_title: String,
        language: Language,
        price_amount: Option<i64>,
        price_currency: Option<Currency>,
        has_epub: bool,
        has_pdf: bool,
        cover_version: String,
        cover_placeholder: String,
        published_at: Option<Timestamp>,
        series_id: Option<Id<Series>>,
        series_number: Option<f64>,
        rating_count: i64,
        rating_sum: i64,
        comment_count: i64,
        sales_count: i64,
    }
}

/// The books of a list.
pub(crate) fn cards(rows: Vec<CardRow>) -> Vec<Card> {
    rows.into_iter().map(card).collect()
}

fn in_order(rows: Vec<CardRow>, books: &[Id<Book>]) -> Vec<Card> {
    let mut cards = cards(rows);
    let places: HashMap<_, _> = books.iter().enumerate().map(|(place, id)| (*id, place)).collect();
    cards.sort_by_key(|card| places.get(&card.id).copied());
    cards
}

fn card(row: CardRow) -> Card {
    Card {
        authors: row.authors.0,
        price: price(row.price_amount, row.price_currency),
        formats: formats(row.has_epub, row.has_pdf),
        cover: Cover { book: row.id, version: row.cover_version, placeholder: row.cover_placeholder },
        id: row.id,
        title: row.title,
        folded_title: row.folded_title,
        language: row.language,
        published_at: row.published_at,
        ratings: Ratings { count: row.rating_count, sum: row.rating_sum },
        comment_count: row.comment_count,
        series: row.series_id,
        series_number: row.series_number,
        sales_count: row.sales_count,
    }
}

pub(crate) fn price(amount: Option<i64>, currency: Option<Currency>) -> Option<Money> {
    Some(Money { amount: amount?, currency: currency? })
}

pub(crate) fn formats(epub: bool, pdf: bool) -> Vec<Format> {
    [(epub, Format::Epub), (pdf, Format::Pdf)]
        .into_iter()
        .filter_map(|(has, format)| has.then_some(format))
        .collect()
}
