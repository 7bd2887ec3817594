//! All books, in the shop or not, as those look through them who keep them.

mod candidates;
mod statement;

use db::{Query, record, sql};
use kernel::{Currency, Id, Language, Money, Timestamp};
use serde::{Deserialize, Serialize};

pub use candidates::candidates;

use crate::{
    AuthorName, Book, Cover, Format, Genre, Ratings, Status, byline::Byline, card, text_enum::text_enum,
};

text_enum! {
    /// The order of the books.
    pub enum DeskSort {
        /// By when anything of them changed last.
        Updated = "updated",
        /// By title.
        Title = "title",
        /// By price; what has none is cheapest.
        Price = "price",
        /// By copies sold.
        Sales = "sales",
        /// By what readers think of them.
        Rating = "rating",
    }
}

text_enum! {
    /// Which way.
    pub enum Order {
        /// The smallest, the earliest, A first.
        Ascending = "asc",
        /// The largest, the latest, Z first.
        Descending = "desc",
    }
}

text_enum! {
    /// What a book may lack.
    pub enum Lacking {
        /// A file to read.
        Files = "files",
        /// A picture of its own.
        Cover = "cover",
        /// A description.
        Description = "description",
        /// A price.
        Price = "price",
        /// That it came into the shop at the time that was set for it.
        Publication = "publication",
    }
}

/// What the list is narrowed to.
#[derive(Debug, Clone, Default)]
pub struct DeskFilter {
    /// Only of this status.
    pub status: Option<Status>,
    /// Only of this genre.
    pub genre: Option<Id<Genre>>,
    /// Only in this language.
    pub language: Option<Language>,
    /// Only what has this file.
    pub format: Option<Format>,
    /// Only what lacks this. Such a list is always sorted by when anything changed.
    pub lacking: Option<Lacking>,
    /// Only these, which a search found.
    pub found: Option<Vec<Id<Book>>>,
}

/// Where a part begins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum DeskPlace {
    /// In orders by text.
    Text(String, i64),
    /// In orders by number.
    Number(i64, i64),
}

/// A part of the list.
#[derive(Debug, Clone)]
pub struct DeskPart<'a> {
    /// What it is narrowed to.
    pub filter: &'a DeskFilter,
    /// Its order.
    pub sort: DeskSort,
    /// Which way.
    pub order: Order,
    /// The place behind which it begins.
    pub after: Option<DeskPlace>,
    /// How many rows.
    pub rows: i64,
}

record! {
    struct Row {
        id: Id<Book>,
        title: String,
        authors: Byline,
        status: Status,
        language: Language,
        price_amount: Option<i64>,
        price_currency: Option<Currency>,
        has_epub: bool,
        has_pdf: bool,
        cover_version: String,
        cover_placeholder: String,
        cover_drawn: bool,
        folded_title: String,
        sales_count: i64,
        rating_count: i64,
        rating_sum: i64,
        rating_score: i64,
        updated_at: Timestamp,
        version: i64,
        publish_at: Option<Timestamp>,
        publish_missed_at: Option<Timestamp>,
    }
}

/// A book in the list.
#[derive(Debug, Clone)]
pub struct DeskRow {
    /// Its key.
    pub id: Id<Book>,
    /// Its title.
    pub title: String,
    /// Who wrote it.
    pub authors: Vec<AuthorName>,
    /// Draft, published or withdrawn.
    pub status: Status,
    /// The language it is written in.
    pub language: Language,
    /// Its price.
    pub price: Option<Money>,
    /// What it can be read as.
    pub formats: Vec<Format>,
    /// Its picture.
    pub cover: Cover,
    /// Whether that was drawn for want of one.
    pub cover_drawn: bool,
    /// Copies sold.
    pub sales: i64,
    /// What readers gave it.
    pub ratings: Ratings,
    /// When anything changed.
    pub updated_at: Timestamp,
    /// Its version.
    pub version: i64,
    /// When it comes into the shop by itself.
    pub publish_at: Option<Timestamp>,
    /// The time at which it was to come into the shop, and could not.
    pub publish_missed_at: Option<Timestamp>,
    folded_title: String,
    score: i64,
}

impl DeskRow {
    /// Where it stands in an order.
    pub fn place(&self, sort: DeskSort) -> DeskPlace {
        let id = self.id.get();
        match sort {
            DeskSort::Updated => DeskPlace::Text(self.updated_at.to_string(), id),
            DeskSort::Title => DeskPlace::Text(self.folded_title.clone(), id),
            DeskSort::Price => DeskPlace::Number(self.price.map_or(-1, |price| price.amount), id),
            DeskSort::Sales => DeskPlace::Number(self.sales, id),
            DeskSort::Rating => DeskPlace::Number(self.score, id),
        }
    }

    fn of(row: Row) -> Self {
        Self {
            price: card::price(row.price_amount, row.price_currency),
            formats: card::formats(row.has_epub, row.has_pdf),
            cover: Cover { book: row.id, version: row.cover_version, placeholder: row.cover_placeholder },
            ratings: Ratings { count: row.rating_count, sum: row.rating_sum },
            id: row.id,
            title: row.title,
            authors: row.authors.0,
            status: row.status,
            language: row.language,
            cover_drawn: row.cover_drawn,
            sales: row.sales_count,
            updated_at: row.updated_at,
            version: row.version,
            publish_at: row.publish_at,
            publish_missed_at: row.publish_missed_at,
            folded_title: row.folded_title,
            score: row.rating_score,
        }
    }
}

/// A part of the list; `None` where the place is one of another order.
pub async fn list(db: &impl Query, part: DeskPart<'_>) -> db::Result<Option<Vec<DeskRow>>> {
    let has_many = match part.filter.genre {
        Some(genre) => has_many(db, genre).await?,
        None => false,
    };
    let Ok(statement) = statement::of(&part, has_many) else { return Ok(None) };
    let rows: Vec<Row> = db.all(statement).await?;
    Ok(Some(rows.into_iter().map(DeskRow::of).collect()))
}

/// From so many books on a genre's list is found faster in the order of all books than by sorting them.
const MANY: i64 = 2_000;

async fn has_many(db: &impl Query, genre: Id<Genre>) -> db::Result<bool> {
    let (books,): (i64,) = db
        .one(sql!(
            "select count(*) from (select book_id from book_genres where genre_id = $1 limit $2) as counted",
            genre,
            MANY
        ))
        .await?;
    Ok(books == MANY)
}

/// Behind all texts.
const LAST: &str = "\u{10ffff}";
