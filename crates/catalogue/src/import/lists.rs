//! Lists of books: CSV with a header line, and the JSON of the mobile app.

use std::{
    fs::File,
    io::{self, BufRead as _, BufReader, Read as _},
    path::Path,
};

use kernel::{Currency, fold, seen_line};
use serde_json::{Map, Value};

use super::Policy;
use super::row::{ListedBook, read_language, read_price, split_names};
use crate::{NewBook, ReleaseDate};

/// The list cannot be read at all.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ListError {
    #[error("{0}")]
    Io(#[from] std::io::Error),
    #[error("this is no list: {0}")]
    Csv(#[from] csv::Error),
    #[error("this is no list in JSON: at line {}, column {} it cannot be read", .0.line(), .0.column())]
    Json(#[from] serde_json::Error),
    #[error("this is no list of books: it has to be written as [{{\"bookName\": \"…\", …}}, …]")]
    NoBooks,
    #[error(
        "the list has no column for the title; its first line must name the columns (title, authors, isbn, …)"
    )]
    NoTitle,
}

/// The longest line of headers that is looked at, in bytes.
const LONGEST_HEADER: u64 = 64 * 1024;

/// The columns that are understood, each under the names that lists give it.
const COLUMNS: &[(Column, &[&str])] = &[
    (Column::Title, &["title", "name", "titre"]),
    (Column::Subtitle, &["subtitle"]),
    (Column::Authors, &["authors", "author", "auteur", "auteurs"]),
    (Column::Isbn, &["isbn", "isbn10", "isbn 10"]),
    (Column::Isbn13, &["isbn13", "isbn 13", "ean"]),
    (Column::Publisher, &["publisher", "editeur"]),
    (Column::Language, &["language", "language code", "lang", "langue"]),
    (
        Column::Date,
        &["release date", "published", "publication date", "original publication year", "year", "date"],
    ),
    (Column::Pages, &["pages", "page count", "number of pages"]),
    (Column::Genres, &["genres", "genre", "categories", "category"]),
    (Column::Price, &["price", "prix"]),
    (Column::Currency, &["currency", "devise"]),
    (Column::Description, &["description", "bio", "summary", "resume"]),
    (Column::Series, &["series", "serie"]),
    (Column::Number, &["series number", "number", "volume"]),
    (Column::File, &["file", "path", "epub", "pdf"]),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Title,
    Subtitle,
    Authors,
    Isbn,
    Isbn13,
    Publisher,
    Language,
    Date,
    Pages,
    Genres,
    Price,
    Currency,
    Description,
    Series,
    Number,
    File,
}

/// The books of a CSV list, as an import would enter them; rows that are none are left out. Errors are for a person.
pub fn read_books(path: &Path, own: Currency) -> Result<Vec<NewBook>, String> {
    let rows = read_csv(path, own).map_err(|error| error.to_string())?;
    Ok(rows.into_iter().flatten().map(|row| row.into_new_book(Policy::Draft)).collect())
}

/// Reads a CSV list; `own` is the currency of prices that name none. A row without a title, or one that is no row,
/// is an error of its own with its line number.
pub(crate) fn read_csv(path: &Path, own: Currency) -> Result<Vec<Result<ListedBook, String>>, ListError> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).delimiter(separator(path)?).from_path(path)?;
    let columns: Vec<Option<Column>> = reader.headers()?.iter().map(column).collect();
    if !columns.contains(&Some(Column::Title)) {
        return Err(ListError::NoTitle);
    }
    let rows = reader.into_records().map(|record| {
        let record = record.map_err(|e| e.to_string())?;
        let line = record.position().map_or(0, csv::Position::line);
        let field = |wanted: Column| {
            let found = columns.iter().position(|column| *column == Some(wanted));
            found.and_then(|index| record.get(index)).unwrap_or_default()
        };
        csv_row(&field, own).ok_or_else(|| format!("line {line} has no title"))
    });
    Ok(rows.collect())
}

/// What stands between the names of the columns: where the comma divides decimals, as in French, spreadsheets write
/// semicolons.
fn separator(path: &Path) -> io::Result<u8> {
    let mut header = Vec::new();
    BufReader::new(File::open(path)?.take(LONGEST_HEADER)).read_until(b'\n', &mut header)?;
    Ok(separator_of(&String::from_utf8_lossy(&header)))
}

fn separator_of(header: &str) -> u8 {
    let count = |separator: u8| header.matches(char::from(separator)).count();
    // Of equals the last is taken, so that a single column is a list with commas.
    [b'\t', b';', b','].into_iter().max_by_key(|separator| count(*separator)).unwrap_or(b',')
}

/// A line of a CSV list.
pub(crate) struct CsvLine {
    /// Its number in the file, from 1.
    pub(crate) line: u64,
    /// Its cells.
    pub(crate) cells: Vec<String>,
    /// The key that the shop's own lists give each book.
    pub(crate) shop_id: String,
    /// The book; `None` where it has no title.
    pub(crate) row: Option<ListedBook>,
}

/// The heading of a book's key in the shop's own lists; other lists have ids of their own.
pub(crate) const SHOP_ID: &str = "shop id";

/// Reads a CSV list that is in memory: its headings, and its lines.
pub(crate) fn read_lines(text: &str, own: Currency) -> Result<(Vec<String>, Vec<CsvLine>), ListError> {
    let header = text.lines().next().unwrap_or_default();
    let mut reader =
        csv::ReaderBuilder::new().flexible(true).delimiter(separator_of(header)).from_reader(text.as_bytes());
    let headings = reader.headers()?.clone();
    let columns: Vec<Option<Column>> = headings.iter().map(column).collect();
    if !columns.contains(&Some(Column::Title)) {
        return Err(ListError::NoTitle);
    }
    let shop_id = headings.iter().position(|heading| fold(heading.trim_start_matches('\u{feff}')) == SHOP_ID);
    let mut lines = Vec::new();
    for record in reader.into_records() {
        let record = record?;
        let cells: Vec<String> = record.iter().map(plain).collect();
        let cell = |index: usize| cells.get(index).map(String::as_str);
        let field = |wanted: Column| {
            let found = columns.iter().position(|column| *column == Some(wanted));
            found.and_then(cell).unwrap_or_default()
        };
        let row = csv_row(&field, own);
        let shop_id = shop_id.and_then(cell).unwrap_or_default().trim().to_owned();
        let line = record.position().map_or(0, csv::Position::line);
        lines.push(CsvLine { line, cells, shop_id, row });
    }
    Ok((headings.iter().map(str::to_owned).collect(), lines))
}

/// A cell without the mark that keeps spreadsheets from taking it for a formula, and with plain ends of lines.
fn plain(cell: &str) -> String {
    let marked = cell.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@', '\t', '\r']));
    marked.unwrap_or(cell).replace("\r\n", "\n")
}

fn column(header: &str) -> Option<Column> {
    let header = fold(header.trim_start_matches('\u{feff}'));
    COLUMNS.iter().find(|(_, names)| names.contains(&header.as_str())).map(|(column, _)| *column)
}

fn csv_row<'r>(field: &dyn Fn(Column) -> &'r str, own: Currency) -> Option<ListedBook> {
    let mut book = ListedBook {
        title: seen_line(field(Column::Title)),
        subtitle: seen(field(Column::Subtitle)),
        authors: split_names(field(Column::Authors)),
        publisher: seen(field(Column::Publisher)),
        genres: split_names(field(Column::Genres)),
        description: field(Column::Description).trim().to_owned(),
        file: filled(field(Column::File)).map(Into::into),
        ..ListedBook::default()
    };
    if book.title.is_empty() {
        return None;
    }
    book.read_isbn(field(Column::Isbn13));
    book.read_isbn(field(Column::Isbn));
    book.language = book.read("language", field(Column::Language), read_language);
    book.release_date = book.read("date", field(Column::Date), str::parse::<ReleaseDate>);
    book.pages = book.read("number of pages", field(Column::Pages), str::parse);
    let own = book.read("currency", field(Column::Currency), str::parse).unwrap_or(own);
    book.price = book.read("price", field(Column::Price), |text| read_price(text, own));
    if let Some(series) = seen(field(Column::Series)) {
        let number = book.read("number in the series", field(Column::Number), str::parse);
        book.series = Some((series, number));
    }
    book.split_series();
    Some(book)
}

fn filled(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// A name, where something of it can be seen.
fn seen(text: &str) -> Option<String> {
    Some(seen_line(text)).filter(|name| !name.is_empty())
}

/// Reads a list of the mobile app. A book's rating and its picture's path are the app's own affair.
pub(crate) fn read_json(path: &Path, own: Currency) -> Result<Vec<Result<ListedBook, String>>, ListError> {
    let Value::Array(rows) = serde_json::from_reader(BufReader::new(File::open(path)?))? else {
        return Err(ListError::NoBooks);
    };
    let rows = rows.iter().enumerate().map(|(index, row)| {
        let row = row.as_object().ok_or_else(|| {
            format!("book {} is none: a book is written as {{\"bookName\": \"…\", …}}", index + 1)
        })?;
        app_row(row, own).ok_or_else(|| format!("book {} has no title (bookName)", index + 1))
    });
    Ok(rows.collect())
}

fn app_row(row: &Map<String, Value>, own: Currency) -> Option<ListedBook> {
    let text = |name: &str| row.get(name).map(words).unwrap_or_default();
    let genres = row.get("bookGenres").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let mut book = ListedBook {
        title: seen(&text("bookName"))?,
        authors: split_names(&text("authorName")),
        publisher: seen(&text("publisher")),
        genres: genres.iter().filter_map(|genre| seen(&words(genre))).collect(),
        description: text("bio").trim().to_owned(),
        ..ListedBook::default()
    };
    book.read_isbn(&text("isbn"));
    book.language = book.read("language", &text("language"), read_language);
    book.release_date = book.read("date", &text("bookReleaseDate"), ReleaseDate::from_month_day_year);
    book.pages = book.read("number of pages", &text("number of pages"), str::parse);
    book.price = book.read("price", &text("bookPrice"), |text| read_price(text, own));
    Some(book)
}

/// What a field says, whether it is written as a text or as a number.
fn words(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    }
}
