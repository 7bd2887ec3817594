//! The whole catalogue as a list, a batch at a time, in the columns that an import reads: imported again it changes nothing.

use std::collections::HashMap;

use db::{Query, list, record, sql};
use kernel::{Currency, Id, Isbn, Language};

use crate::{Book, PageCount, ReleaseDate, Status, byline::Byline, card::price};

/// The headings, in the order of the cells.
pub const EXPORTED: [&str; 17] = [
    "Shop ID",
    "Title",
    "Subtitle",
    "Authors",
    "ISBN",
    "Publisher",
    "Language",
    "Release date",
    "Pages",
    "Genres",
    "Price",
    "Currency",
    "Description",
    "Series",
    "Series number",
    "Status",
    "Formats",
];

/// Books of a batch.
const BATCH: i64 = 500;

record! {
    struct Row {
        id: Id<Book>,
        title: String,
        subtitle: Option<String>,
        authors: Byline,
        isbn: Option<Isbn>,
        publisher: Option<String>,
        language: Language,
        release_date: Option<ReleaseDate>,
        pages_min: Option<u32>,
        pages_max: Option<u32>,
        price_amount: Option<i64>,
        price_currency: Option<Currency>,
        description: String,
        series: Option<String>,
        series_number: Option<f64>,
        status: Status,
        has_epub: bool,
        has_pdf: bool,
    }
}

/// What a line is made of.
macro_rules! books {
    ($which:literal) => {
        concat!(
            "select b.id, b.title, b.subtitle, b.authors, b.isbn, p.name as publisher, b.language, b.release_date,
                    b.pages_min, b.pages_max, b.price_amount, b.price_currency, b.description, s.name as series,
                    b.series_number, b.status, b.has_epub, b.has_pdf
             from books b left join publishers p on p.id = b.publisher_id left join series s on s.id = b.series_id
             where ",
            $which
        )
    };
}

/// The books behind a key, each as a line, and the key to go on from; `None` behind the last one.
pub async fn exported(db: &impl Query, after: i64) -> db::Result<(Vec<Vec<String>>, Option<i64>)> {
    let rows: Vec<Row> = db.all(sql!(books!("b.id > $1 order by b.id limit $2"), after, BATCH)).await?;
    let next = rows.last().map(|row| row.id.get());
    Ok((lines(db, rows).await?, next))
}

/// The books of these keys, each as a line, in the order of the keys.
pub async fn exported_of(db: &impl Query, keys: &[Id<Book>]) -> db::Result<Vec<Vec<String>>> {
    if keys.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows: Vec<Row> = db.all(sql!(books!("b.id in ($1…)"), list(keys.iter().copied()))).await?;
    let places: HashMap<Id<Book>, usize> = keys.iter().copied().zip(0..).collect();
    rows.sort_by_key(|row| places.get(&row.id).copied());
    lines(db, rows).await
}

async fn lines(db: &impl Query, rows: Vec<Row>) -> db::Result<Vec<Vec<String>>> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let mut genres: HashMap<Id<Book>, Vec<String>> = HashMap::new();
    let named: Vec<(Id<Book>, String)> = db
        .all(sql!(
            "select bg.book_id, g.slug from book_genres bg join genres g on g.id = bg.genre_id
             where bg.book_id in ($1…) order by bg.book_id, bg.position",
            list(rows.iter().map(|row| row.id))
        ))
        .await?;
    for (book, name) in named {
        genres.entry(book).or_default().push(name);
    }
    let cells = rows.into_iter().map(|row| {
        let genres = genres.remove(&row.id).unwrap_or_default();
        cells(row, &genres)
    });
    Ok(cells.collect())
}

fn cells(row: Row, genres: &[String]) -> Vec<String> {
    let price = price(row.price_amount, row.price_currency);
    let pages = row.pages_min.zip(row.pages_max).map(|(min, max)| PageCount { min, max });
    let formats = [(row.has_epub, "EPUB"), (row.has_pdf, "PDF")];
    let formats = formats.into_iter().filter(|(has, _)| *has).map(|(_, name)| name).collect::<Vec<_>>();
    let text = |value: Option<String>| value.unwrap_or_default();
    vec![
        row.id.to_string(),
        row.title,
        text(row.subtitle),
        row.authors.names().collect::<Vec<_>>().join("; "),
        text(row.isbn.map(|isbn| isbn.to_string())),
        text(row.publisher),
        if row.language == Language::UNDETERMINED { String::new() } else { row.language.to_string() },
        text(row.release_date.map(|date| date.to_string())),
        text(
            pages.map(
                |PageCount { min, max }| if min == max { min.to_string() } else { format!("{min}-{max}") },
            ),
        ),
        genres.join("; "),
        text(price.map(kernel::Money::major)),
        text(price.map(|price| price.currency.to_string())),
        row.description,
        text(row.series),
        text(row.series_number.map(|number| number.to_string())),
        row.status.as_str().to_owned(),
        formats.join("; "),
    ]
}
