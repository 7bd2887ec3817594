//! The books that uploads became, as a list of uploads shows them.

use db::{Query, list, record, sql};
use kernel::{Currency, Id, Language, Money};

use crate::{Book, Cover, Status, byline::Byline, card::price};

/// A book that an upload became, whatever its status.
#[derive(Debug, Clone)]
pub struct Brought {
    /// Its key.
    pub id: Id<Book>,
    /// Its title.
    pub title: String,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// The language it is written in.
    pub language: Language,
    /// Its price.
    pub price: Option<Money>,
    /// Draft, published or withdrawn.
    pub status: Status,
    /// Its picture.
    pub cover: Cover,
}

record! {
    struct Row {
        id: Id<Book>,
        title: String,
        authors: Byline,
        language: Language,
        price_amount: Option<i64>,
        price_currency: Option<Currency>,
        status: Status,
        cover_version: String,
        cover_placeholder: String,
    }
}

impl Brought {
    /// Those of these keys, in no order.
    pub async fn of(db: &impl Query, books: &[Id<Book>]) -> db::Result<Vec<Self>> {
        if books.is_empty() {
            return Ok(Vec::new());
        }
        let rows: Vec<Row> = db
            .all(sql!(
                "select id, title, authors, language, price_amount, price_currency, status, cover_version, cover_placeholder
                 from books where id in ($1…)",
                list(books.iter().copied())
            ))
            .await?;
        Ok(rows.into_iter().map(Self::from).collect())
    }
}

impl From<Row> for Brought {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            title: row.title,
            authors: row.authors.names().map(str::to_owned).collect(),
            language: row.language,
            price: price(row.price_amount, row.price_currency),
            status: row.status,
            cover: Cover { book: row.id, version: row.cover_version, placeholder: row.cover_placeholder },
        }
    }
}
