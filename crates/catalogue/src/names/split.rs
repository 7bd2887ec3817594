//! One name that means two is parted: some of its books go to somebody or something else. Each book is changed as if its own form
//! were filled in, so that its history has it.

use db::{Query, Tx, record, sql};
use kernel::{Id, seen_line};

use super::kind::of_kind;
use super::{Entry, Kind, NameError, Said, bylines, other, write};
use crate::edit::{self, Credit, Details, Editor, GenreWanted, Who};
use crate::{Book, Genre, Status, new_book, t};

/// The most books that are moved at once.
const BOOKS_MOST: usize = 200;

/// What became of it.
#[derive(Debug, Clone)]
pub struct Split {
    /// Whose the books are now.
    pub into: i64,
    /// What is said of it.
    pub said: Said,
    /// The books.
    pub books: Vec<Id<Book>>,
}

macro_rules! book_keys {
    ($table:literal, $books:literal, $name:literal, $book:literal) => {
        concat!("select distinct ", $book, " as book from ", $books, " where ", $name, " = $1 order by book")
    };
}

/// The keys of all books under a name.
pub(super) async fn keys(db: &impl Query, kind: Kind, id: i64) -> db::Result<Vec<Id<Book>>> {
    let rows: Vec<(Id<Book>,)> = db.all(of_kind!(kind, book_keys, id)).await?;
    Ok(rows.into_iter().map(|(book,)| book).collect())
}

record! {
    /// A book under a name.
    pub struct BookRow {
        /// The key.
        pub id: Id<Book>,
        /// The title.
        pub title: String,
        /// Where it stands.
        pub status: Status,
        /// Its number in its series.
        pub series_number: Option<f64>,
    }
}

macro_rules! book_rows {
    ($table:literal, $books:literal, $name:literal, $book:literal) => {
        concat!(
            "select id, title, status, series_number from books
             where id in (select ",
            $book,
            " from ",
            $books,
            " where ",
            $name,
            " = $1 and ",
            $book,
            " > $2 order by ",
            $book,
            " limit $3) order by id limit $3"
        )
    };
}

/// A part of the books under a name, in the shop or not, behind one of them.
pub async fn books(
    db: &impl Query,
    (kind, id): (Kind, i64),
    after: Option<Id<Book>>,
    rows: i64,
) -> db::Result<Vec<BookRow>> {
    let after = after.map_or(0, Id::get);
    db.all(of_kind!(kind, book_rows, id, after, rows)).await
}

/// The books of a series in their order, up to so many.
pub async fn series_numbers(db: &impl Query, series: i64, rows: i64) -> db::Result<Vec<BookRow>> {
    db.all(sql!(
        "select id, title, status, series_number from books where series_id = $1
         order by coalesce(series_number, 1e9), id limit $2",
        series,
        rows
    ))
    .await
}

/// Numbers books of a series; each is changed as if its own form were filled in.
pub async fn number(
    tx: &Tx,
    series: i64,
    numbers: &[(Id<Book>, Option<f64>)],
    by: &Editor<'_>,
) -> Result<(), NameError> {
    if numbers.len() > BOOKS_MOST {
        return Err(NameError::invalid("book_ids", "too_many", t::edit_too_many));
    }
    write::lock(tx, Kind::Series, series).await?.ok_or(NameError::NotFound)?;
    for (book, number) in numbers {
        let before = Details::find(tx, *book).await?;
        let stands = before.and_then(|book| book.series).is_some_and(|known| known.id == series);
        if !stands {
            return Err(NameError::invalid("book_ids", "unknown", t::name_books_unknown));
        }
        let place = Some(Some((Who::Key(series), *number)));
        edit::change(tx, *book, None, &edit::Change { series: place, ..edit::Change::default() }, by).await?;
    }
    Ok(())
}

/// Gives books of one name to another, by its key or by its name; a new one is entered. `base` is the version of the one that the
/// caller knows, where it matters to them.
pub async fn split(
    tx: &Tx,
    (kind, from): (Kind, i64),
    base: Option<i64>,
    to: &Who,
    books: &[Id<Book>],
    by: &Editor<'_>,
) -> Result<Split, NameError> {
    if books.is_empty() {
        return Err(NameError::invalid("book_ids", "missing", t::name_books_missing));
    }
    if books.len() > BOOKS_MOST {
        return Err(NameError::invalid("book_ids", "too_many", t::edit_too_many));
    }
    let version = write::lock(tx, kind, from).await?.ok_or(NameError::NotFound)?;
    if base.is_some_and(|base| base != version) {
        return Err(NameError::Meanwhile);
    }
    if let Who::Named(name) = to {
        part_with(tx, (kind, from), &seen_line(name)).await?;
    }
    let into = target(tx, kind, to).await?;
    if into == from {
        return Err(NameError::invalid("name", "same", t::name_same));
    }
    for book in books {
        let before = Details::find(tx, *book).await?;
        let change = before.as_ref().and_then(|before| change(kind, (from, into), before));
        let change =
            change.ok_or_else(|| NameError::invalid("book_ids", "unknown", t::name_books_unknown))?;
        edit::change(tx, *book, None, &change, by).await?;
    }
    let entry = Entry::find(tx, kind, into).await?.ok_or(NameError::NotFound)?;
    Ok(Split { into, said: entry.said, books: books.to_vec() })
}

macro_rules! changed {
    ($table:literal, $books:literal, $name:literal, $book:literal) => {
        concat!("update ", $table, " set version = version + 1, compared = false where id = $1")
    };
}

/// What somebody is to be called from now on is no other name of the one whose books they get: two that were put together by
/// mistake are parted so.
async fn part_with(tx: &Tx, (kind, from): (Kind, i64), name: &str) -> db::Result<()> {
    if other::take_off(tx, (kind, from), name).await? {
        tx.execute(of_kind!(kind, changed, from)).await?;
        bylines::tell_search(tx, kind, from).await?;
    }
    Ok(())
}

/// The key of whoever the books go to.
async fn target(tx: &Tx, kind: Kind, to: &Who) -> Result<i64, NameError> {
    let name = match to {
        Who::Key(key) => {
            let known = Entry::find(tx, kind, *key).await?;
            return known
                .map(|entry| entry.id)
                .ok_or_else(|| NameError::invalid("into", "unknown", t::edit_unknown));
        }
        Who::Named(name) => seen_line(name),
    };
    if name.is_empty() {
        return Err(NameError::invalid("name", "missing", t::edit_name_missing));
    }
    Ok(match kind {
        Kind::Author => {
            let person = new_book::NewContributor { name, role: "aut".to_owned(), sort_as: None };
            new_book::contributor(tx, &person).await?.id.get()
        }
        Kind::Genre => Genre::named_or_new(tx, &name).await?.get(),
        Kind::Publisher => new_book::publisher_id(tx, &name).await?.get(),
        Kind::Series => new_book::series_id(tx, &name).await?.get(),
    })
}

/// How a book changes; `None` where it does not stand under the name.
fn change(kind: Kind, (from, into): (i64, i64), book: &Details) -> Option<edit::Change> {
    let moved = |key: i64| if key == from { into } else { key };
    let none = edit::Change::default();
    match kind {
        Kind::Author => {
            book.contributors.iter().any(|person| person.id.get() == from).then_some(())?;
            let credits = book
                .contributors
                .iter()
                .map(|person| Credit { who: Who::Key(moved(person.id.get())), role: person.role.clone() });
            Some(edit::Change { contributors: Some(credits.collect()), ..none })
        }
        Kind::Genre => {
            book.genres.iter().any(|genre| genre.id == from).then_some(())?;
            let genres = book.genres.iter().map(|genre| GenreWanted::Key(Id::new(moved(genre.id))));
            Some(edit::Change { genres: Some(genres.collect()), ..none })
        }
        Kind::Publisher => {
            book.publisher.as_ref().filter(|publisher| publisher.id == from)?;
            Some(edit::Change { publisher: Some(Some(Who::Key(into))), ..none })
        }
        Kind::Series => {
            let series = book.series.as_ref().filter(|series| series.id == from)?;
            Some(edit::Change { series: Some(Some((Who::Key(into), series.number))), ..none })
        }
    }
}
