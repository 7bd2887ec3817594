//! The list of all books: what it is narrowed to, and a part of it.

use catalogue::edit::{self, DeskFilter, DeskPart, DeskPlace, DeskRow, DeskSort, Order};
use catalogue::{Book, Genre};
use db::Db;
use discovery::Search;
use kernel::Id;
use web::{App, List, Paging};

use super::wire::DeskQuery;

/// How many books of the search's index are looked at.
const FOUND_MOST: usize = 500;

/// The filter; `None` where nothing can be found.
pub(crate) async fn filter(app: &App, search: &Search, query: &DeskQuery) -> web::Result<Option<DeskFilter>> {
    let genre = match query.genre.as_deref().filter(|word| !word.is_empty()) {
        None => None,
        Some(word) => match Genre::by_word(&app.db, word).await? {
            None => return Ok(None),
            found => found,
        },
    };
    let found = match query.q.as_deref().map(str::trim).filter(|words| !words.is_empty()) {
        None => None,
        Some(words) => Some(found(app, search, words).await?),
    };
    let (status, language, format, lacking) = (query.status, query.language, query.format, query.missing);
    Ok(Some(DeskFilter { status, genre, language, format, lacking, found }))
}

/// The books that words find: in the shop by the search's index, all by how they begin.
async fn found(app: &App, search: &Search, words: &str) -> web::Result<Vec<Id<Book>>> {
    let mut found = edit::candidates(&app.db, words).await?;
    for book in discovery::find_books(search, words, FOUND_MOST).await {
        if !found.contains(&book) {
            found.push(book);
        }
    }
    Ok(found)
}

/// A part of the list.
pub(super) async fn part(
    app: &App,
    (filter, query): (Option<&DeskFilter>, &DeskQuery),
    paging: &Paging,
) -> web::Result<List<DeskRow>> {
    let (sort, order) = query.sorted();
    let list = paging.clone().of(&format!("/admin/books {sort} {order}"));
    let after: Option<DeskPlace> = list.after()?;
    let Some(filter) = filter else { return Ok(list.list(Vec::new(), |row: &DeskRow| row.place(sort))) };
    let part = DeskPart { filter, sort, order, after, rows: list.rows() };
    let rows = edit::list(&app.db, part).await?.ok_or_else(web::invalid_cursor)?;
    Ok(list.list(rows, |row| row.place(sort)))
}

/// Books of a batch of keys.
const KEYS_AT_ONCE: i64 = 500;

/// The keys of books that a filter lets through, some at a time, and the place to go on from. Titles hardly ever change while
/// somebody fetches them; what lacks something has one order only.
pub(crate) async fn keys(
    db: &Db,
    filter: &DeskFilter,
    after: Option<DeskPlace>,
) -> db::Result<(Vec<Id<Book>>, Option<DeskPlace>)> {
    let has_one_order = filter.lacking.is_some() && filter.found.is_none();
    let sort = if has_one_order { DeskSort::Updated } else { DeskSort::Title };
    let part = DeskPart { filter, sort, order: Order::Ascending, after, rows: KEYS_AT_ONCE };
    let rows = edit::list(db, part).await?.unwrap_or_default();
    let next = rows.last().map(|row| row.place(sort));
    Ok((rows.iter().map(|row| row.id).collect(), next))
}

/// The titles of books, by their keys.
pub(super) async fn titles(app: &App, books: &[Id<Book>]) -> web::Result<Vec<(Id<Book>, String)>> {
    let filter = DeskFilter { found: Some(books.to_vec()), ..DeskFilter::default() };
    let rows = i64::try_from(books.len()).unwrap_or(i64::MAX);
    let part =
        DeskPart { filter: &filter, sort: DeskSort::Title, order: Order::Ascending, after: None, rows };
    let rows = edit::list(&app.db, part).await?.unwrap_or_default();
    Ok(rows.into_iter().map(|row| (row.id, row.title)).collect())
}
