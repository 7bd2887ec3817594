//! All of a book that can be changed, as it is kept in its history.

use db::{Json, Query, Tx, record, sql};
use kernel::{Currency, Id, Isbn, Language, Money, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::sample;
use crate::{Author, Book, Genre, PageCount, ReleaseDate, Status, card::price};

/// Fields by their names.
pub type Fields = serde_json::Map<String, Value>;

/// All of a book that can be changed.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Details {
    /// The main title.
    pub title: String,
    /// What stands below it.
    pub subtitle: Option<String>,
    /// Everybody who made it, in order.
    pub contributors: Vec<Person>,
    /// Its genres, in order; a genre's name is its word in addresses.
    pub genres: Vec<Named>,
    /// Who publishes it.
    pub publisher: Option<Named>,
    /// Its place in a series.
    pub series: Option<InSeries>,
    /// Its number.
    pub isbn: Option<Isbn>,
    /// What it is about.
    pub description: String,
    /// The language it is written in.
    pub language: Language,
    /// When it came out.
    pub release_date: Option<ReleaseDate>,
    /// Its length.
    pub page_count: Option<PageCount>,
    /// Its price.
    pub price: Option<Money>,
    /// Draft, published or withdrawn.
    pub status: Status,
    /// When it comes into the shop by itself.
    #[serde(default)]
    pub publish_at: Option<Timestamp>,
    /// The picture that it was given; `None` for one that is drawn.
    pub cover: Option<Picture>,
    /// How much of its EPUB anybody may read, or soon may: a [`SampleLength`](publication::SampleLength); `None` where it has none.
    #[serde(default)]
    pub sample_epub: Option<String>,
    /// The same of its PDF.
    #[serde(default)]
    pub sample_pdf: Option<String>,
}

/// Somebody who had a hand in it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Person {
    /// Their key.
    pub id: Id<Author>,
    /// Their name, as it was then.
    pub name: String,
    /// A MARC relator code.
    pub role: String,
}

/// A key with the name that it had.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Named {
    /// The key.
    pub id: i64,
    /// The name.
    pub name: String,
}

/// A place in a series.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct InSeries {
    /// The series' key.
    pub id: i64,
    /// Its name.
    pub name: String,
    /// The number there.
    pub number: Option<f64>,
}

/// A picture that a book was given.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Picture {
    /// Its version.
    pub version: String,
    /// What is shown until it has come.
    pub placeholder: String,
}

record! {
    struct Row {
        title: String,
        subtitle: Option<String>,
        isbn: Option<Isbn>,
        description: String,
        publisher_id: Option<i64>,
        publisher: Option<String>,
        series_id: Option<i64>,
        series: Option<String>,
        series_number: Option<f64>,
        language: Language,
        release_date: Option<ReleaseDate>,
        pages_min: Option<u32>,
        pages_max: Option<u32>,
        price_amount: Option<i64>,
        price_currency: Option<Currency>,
        status: Status,
        publish_at: Option<Timestamp>,
        cover_version: String,
        cover_drawn: bool,
        cover_placeholder: String,
    }

    struct PersonRow {
        id: Id<Author>,
        name: String,
        role: String,
    }

    struct GenreRow {
        id: Id<Genre>,
        slug: String,
    }
}

async fn read(db: &impl Query, book: Id<Book>) -> db::Result<Option<Details>> {
    let row: Option<Row> = db
            .optional(sql!(
                "select b.title, b.subtitle, b.isbn, b.description, b.publisher_id, p.name as publisher, b.series_id,
                        s.name as series, b.series_number, b.language, b.release_date, b.pages_min, b.pages_max,
                        b.price_amount, b.price_currency, b.status, b.publish_at, b.cover_version, b.cover_drawn,
                        b.cover_placeholder
                 from books b left join publishers p on p.id = b.publisher_id left join series s on s.id = b.series_id
                 where b.id = $1",
                book
            ))
            .await?;
    let Some(row) = row else { return Ok(None) };
    let people: Vec<PersonRow> = db
        .all(sql!(
            "select a.id, a.name, ba.role from book_authors ba join authors a on a.id = ba.author_id
                 where ba.book_id = $1 order by ba.position",
            book
        ))
        .await?;
    let genres: Vec<GenreRow> = db
        .all(sql!(
            "select g.id, g.slug from book_genres bg join genres g on g.id = bg.genre_id
                 where bg.book_id = $1 order by bg.position",
            book
        ))
        .await?;
    let samples = sample::of(db, book).await?;
    Ok(Some(Details::of(row, people, genres, samples)))
}

impl Details {
    /// Those of a book; `None` where there is none.
    pub async fn find(db: &impl Query, book: Id<Book>) -> db::Result<Option<Self>> {
        read(db, book).await
    }

    fn of(
        row: Row,
        people: Vec<PersonRow>,
        genres: Vec<GenreRow>,
        [sample_epub, sample_pdf]: [Option<String>; 2],
    ) -> Self {
        let person = |row: PersonRow| Person { id: row.id, name: row.name, role: row.role };
        let series = row.series_id.zip(row.series);
        let picture = Picture { version: row.cover_version, placeholder: row.cover_placeholder };
        Self {
            title: row.title,
            subtitle: row.subtitle,
            contributors: people.into_iter().map(person).collect(),
            genres: genres.into_iter().map(|genre| Named { id: genre.id.get(), name: genre.slug }).collect(),
            publisher: row.publisher_id.zip(row.publisher).map(|(id, name)| Named { id, name }),
            series: series.map(|(id, name)| InSeries { id, name, number: row.series_number }),
            isbn: row.isbn,
            description: row.description,
            language: row.language,
            release_date: row.release_date,
            page_count: row.pages_min.zip(row.pages_max).map(|(min, max)| PageCount { min, max }),
            price: price(row.price_amount, row.price_currency),
            status: row.status,
            publish_at: row.publish_at,
            cover: (!row.cover_drawn).then_some(picture),
            sample_epub,
            sample_pdf,
        }
    }

    /// All fields by their names.
    pub(super) fn fields(&self) -> db::Result<Fields> {
        match serde_json::to_value(self) {
            Ok(Value::Object(fields)) => Ok(fields),
            // No number of ours is beyond JSON.
            _ => Err(db::Error::Check("a book that cannot be told".to_owned())),
        }
    }

    /// The same book with some fields as they are given.
    pub(super) fn with(&self, fields: &Fields) -> db::Result<Self> {
        let mut all = self.fields()?;
        all.extend(fields.clone());
        serde_json::from_value(Value::Object(all)).map_err(|error| db::Error::Check(error.to_string()))
    }
}

/// What differs between two states of a book: the fields of each that the other has otherwise.
pub(super) fn differences(before: &Details, after: &Details) -> db::Result<(Fields, Fields)> {
    let (mut was, mut is) = (before.fields()?, after.fields()?);
    was.retain(|name, value| is.get(name).is_none_or(|other| !same(value, other)));
    is.retain(|name, _| was.contains_key(name));
    Ok((was, is))
}

/// Whether two values say the same: what has a key is told by it, whatever it is called meanwhile.
pub(super) fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        (Value::Object(one), Value::Object(other)) => {
            let named = one.contains_key("id");
            let told = |name: &&String| !(named && *name == "name");
            one.keys().filter(told).all(|name| one.get(name) == other.get(name))
                && one.contains_key("id") == other.contains_key("id")
        }
        (one, other) => one == other,
    }
}

/// Locks the book's row until the transaction ends: its version, and which picture it shows where that is drawn.
pub(super) async fn lock(tx: &Tx, book: Id<Book>) -> db::Result<Option<i64>> {
    let row: Option<(i64,)> =
        tx.optional(sql!("update books set version = version where id = $1 returning version", book)).await?;
    Ok(row.map(|(version,)| version))
}

/// Fields as the database keeps them.
pub(super) fn json(fields: &Fields) -> Json<Value> {
    Json(Value::Object(fields.clone()))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_has_a_key_is_told_by_it() {
        assert!(same(&json!([{"id": 7, "name": "Old"}]), &json!([{"id": 7, "name": "New"}])));
        assert!(!same(&json!([{"id": 7, "name": "A"}]), &json!([{"id": 8, "name": "A"}])));
        assert!(!same(
            &json!({"id": 7, "name": "A", "number": 1.0}),
            &json!({"id": 7, "name": "A", "number": 2.0})
        ));
        assert!(!same(&json!(null), &json!({"id": 7})));
        assert!(!same(&json!({"amount": 1}), &json!({"amount": 2})));
    }
}
