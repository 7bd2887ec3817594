//! A list that changes the shop, looked at first: of each line it is known what would happen before anything does. New books
//! come in as drafts, those that are there get another price, and what cannot be understood is refused line by line.

use std::collections::HashMap;

use db::{Query, Tx, list, record, sql};
use kernel::{Currency, Id, Money, Timestamp};

use super::{
    Policy,
    lists::{CsvLine, ListError, read_lines},
    row::{LeftOut, ListedBook},
};
use crate::{Book, NewBook, Status, card::price, new_book::Entry};

/// The most lines of a list: what can be done while somebody waits.
pub const LINES_MOST: usize = 2_000;
/// Books that are looked up at once.
const BATCH: usize = 250;

/// A list, and what each of its lines would do.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The headings, as they stand there.
    pub headings: Vec<String>,
    /// The lines in their order.
    pub lines: Vec<Line>,
}

/// A line of a list.
#[derive(Debug, Clone)]
pub struct Line {
    /// Its number in the file, from 1.
    pub line: u64,
    /// Its cells, as they stand there.
    pub cells: Vec<String>,
    /// The title; empty where there is none.
    pub title: String,
    /// What it would do.
    pub would: Would,
}

/// What a line would do.
#[derive(Debug, Clone)]
pub enum Would {
    /// Add a book, as a draft.
    Add(Box<Addition>),
    /// Change a book's price.
    Price {
        /// The book.
        book: Id<Book>,
        /// What it costs now.
        was: Option<Money>,
        /// What it would cost.
        is: Money,
    },
    /// Nothing: the book is there.
    Nothing {
        /// The book.
        book: Id<Book>,
    },
    /// Nothing, because something is wrong with it.
    Refuse(Vec<Wrong>),
}

/// A book that a list would add.
#[derive(Debug, Clone)]
pub struct Addition {
    /// As it would be.
    pub book: NewBook,
    /// By what it is found again where it has no number.
    mark: Option<String>,
}

/// What is wrong with a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// It has no title.
    NoTitle,
    /// A cell that cannot be read.
    Unreadable(LeftOut),
    /// It names a book of the shop that is not there.
    NoSuchBook(String),
    /// A line before it is about the same book.
    Twice(u64),
}

/// A list cannot be read at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// It is no text in UTF-8.
    #[error("it is not UTF-8")]
    NotUtf8,
    /// It has no column for titles.
    #[error("it has no column for titles")]
    NoTitles,
    /// It is no CSV.
    #[error("it is no CSV")]
    NoList,
    /// It has more lines than can be done at once.
    #[error("it has more than {LINES_MOST} lines")]
    TooLong,
}

impl From<ListError> for Unreadable {
    fn from(error: ListError) -> Self {
        if matches!(error, ListError::NoTitle) { Self::NoTitles } else { Self::NoList }
    }
}

/// A book that is there.
#[derive(Debug, Clone, Copy)]
struct There {
    book: Id<Book>,
    price: Option<Money>,
}

record! {
    /// A book that is there, by one of its names.
    struct Row {
        name: String,
        id: Id<Book>,
        price_amount: Option<i64>,
        price_currency: Option<Currency>,
    }
}

/// What the shop has of a list.
#[derive(Debug, Default)]
struct Known {
    ids: HashMap<String, There>,
    isbns: HashMap<String, There>,
    marks: HashMap<String, There>,
}

/// Notes books that are there.
fn note(rows: Vec<Row>, known: &mut HashMap<String, There>) {
    let there =
        |row: Row| (row.name, There { book: row.id, price: price(row.price_amount, row.price_currency) });
    known.extend(rows.into_iter().map(there));
}

/// Reads a list and finds out what each of its lines would do. `own` is the currency of prices that name none.
pub async fn plan(db: &impl Query, bytes: &[u8], own: Currency) -> db::Result<Result<Plan, Unreadable>> {
    let Ok(text) = std::str::from_utf8(bytes) else { return Ok(Err(Unreadable::NotUtf8)) };
    let (headings, lines) = match read_lines(text, own) {
        Ok(read) => read,
        Err(error) => return Ok(Err(error.into())),
    };
    if lines.len() > LINES_MOST {
        return Ok(Err(Unreadable::TooLong));
    }
    let known = known(db, &lines).await?;
    let mut seen = HashMap::new();
    let lines = lines.into_iter().map(|line| decide(line, &known, &mut seen));
    Ok(Ok(Plan { headings, lines: lines.collect() }))
}

fn decide(line: CsvLine, known: &Known, seen: &mut HashMap<String, u64>) -> Line {
    let CsvLine { line, cells, shop_id, row } = line;
    let title = row.as_ref().map(|row| row.title.clone()).unwrap_or_default();
    let would = match row {
        None => Would::Refuse(vec![Wrong::NoTitle]),
        Some(row) if !row.notes.is_empty() => {
            Would::Refuse(row.notes.into_iter().map(Wrong::Unreadable).collect())
        }
        Some(row) => would(row, (line, &shop_id), known, seen),
    };
    Line { line, cells, title, would }
}

fn would(
    row: ListedBook,
    (line, shop_id): (u64, &str),
    known: &Known,
    seen: &mut HashMap<String, u64>,
) -> Would {
    let mark = row.mark();
    let there = if shop_id.is_empty() {
        match row.isbn {
            Some(isbn) => known.isbns.get(&isbn.to_string()),
            None => known.marks.get(&mark),
        }
    } else {
        let found = known.ids.get(shop_id);
        if found.is_none() {
            return Would::Refuse(vec![Wrong::NoSuchBook(shop_id.to_owned())]);
        }
        found
    };
    let name = match (there, row.isbn) {
        (Some(there), _) => there.book.to_string(),
        (None, Some(isbn)) => isbn.to_string(),
        (None, None) => mark.clone(),
    };
    if let Some(before) = seen.get(&name) {
        return Would::Refuse(vec![Wrong::Twice(*before)]);
    }
    seen.insert(name, line);
    match (there, row.price) {
        (Some(there), Some(is)) if there.price != Some(is) => {
            Would::Price { book: there.book, was: there.price, is }
        }
        (Some(there), _) => Would::Nothing { book: there.book },
        (None, _) => {
            let mark = row.isbn.is_none().then_some(mark);
            let book = NewBook { status: Status::Draft, ..row.into_new_book(Policy::Draft) };
            Would::Add(Box::new(Addition { book, mark }))
        }
    }
}

async fn known(db: &impl Query, lines: &[CsvLine]) -> db::Result<Known> {
    let mut known = Known::default();
    for part in lines.chunks(BATCH) {
        let ids: Vec<i64> = part.iter().filter_map(|line| line.shop_id.parse().ok()).collect();
        let rows: Vec<Row> = db
            .all(sql!(
                "select cast(id as text) as name, id, price_amount, price_currency from books where id in ($1…)",
                list(ids)
            ))
            .await?;
        note(rows, &mut known.ids);
        let isbns = part.iter().filter_map(|line| line.row.as_ref()?.isbn);
        let rows: Vec<Row> = db
            .all(sql!(
                "select isbn as name, id, price_amount, price_currency from books where isbn in ($1…)",
                list(isbns.collect::<Vec<_>>())
            ))
            .await?;
        note(rows, &mut known.isbns);
        let marks = part.iter().filter_map(|line| line.row.as_ref().map(ListedBook::mark));
        let rows: Vec<Row> = db
            .all(sql!(
                "select import_mark as name, id, price_amount, price_currency from books where import_mark in ($1…)",
                list(marks.collect::<Vec<_>>())
            ))
            .await?;
        note(rows, &mut known.marks);
    }
    Ok(known)
}

impl Addition {
    /// Enters the book, with a drawn cover, in a folder of this name.
    pub async fn enter(&self, tx: &Tx, folder: &str, now: Timestamp) -> db::Result<Id<Book>> {
        let cover = self.book.drawn_cover(tx).await?;
        let entry = Entry { folder, import_mark: self.mark.as_deref(), cover: &cover, now };
        self.book.enter(tx, &entry).await
    }
}
