//! What the page can be.

use std::collections::HashSet;

use catalogue::Book;
use db::{Query as _, Tx, list, sql};
use kernel::{Id, Timestamp, seen_line};
use web::FieldErrors;

use super::layout::{Layout, Shelf, Title};
use super::{BOOKS_MOST, CurateError, Kind, SHELVES_MOST, TITLE_MOST, resolve};
use crate::t;

/// A title as it is kept: of one line, without what nobody sees.
pub(super) fn tidied(title: &Title) -> Title {
    Title { text: seen_line(&title.text), ..title.clone() }
}

/// Refuses what the page cannot be. Only shelves that change are looked at.
pub(super) async fn check(tx: &Tx, (before, after): (&Layout, &Layout)) -> Result<(), CurateError> {
    let mut errors = FieldErrors::default();
    let own = |layout: &Layout| layout.shelves.iter().filter(|shelf| shelf.kind == Kind::Own).count();
    if own(after) > SHELVES_MOST && own(after) > own(before) {
        errors.add("titles", "too_many", t::home_too_many_shelves);
    }
    let changed = after.shelves.iter().filter(|shelf| before.shelf(&shelf.name) != Some(shelf));
    for shelf in changed {
        of_shelf(shelf, &mut errors);
        let was = before.shelf(&shelf.name);
        books(tx, (was, shelf), &mut errors).await?;
        let source = shelf.source.filter(|source| was.and_then(|was| was.source) != Some(*source));
        if let Some(source) = source
            && !resolve::is_there(tx, source).await?
        {
            errors.add("source", "unknown", t::home_source_unknown);
        }
    }
    if errors.is_empty() { Ok(()) } else { Err(CurateError::Invalid(errors)) }
}

fn of_shelf(shelf: &Shelf, errors: &mut FieldErrors) {
    if shelf.kind == Kind::Own {
        titles(shelf, errors);
    }
    if is_empty(shelf.from, shelf.until) {
        errors.add("until", "out_of_range", t::home_until_wrong);
    }
    if shelf.books.len() > BOOKS_MOST {
        errors.add("books", "too_many", t::home_too_many_books);
    }
    if shelf.books.iter().any(|placed| is_empty(placed.from, placed.until)) {
        errors.add("books", "out_of_range", t::home_until_wrong);
    }
}

fn titles(shelf: &Shelf, errors: &mut FieldErrors) {
    for title in &shelf.titles {
        let field = format!("titles.{}", title.locale.tag());
        if title.shown && title.text.is_empty() {
            errors.add(&field, "missing", t::home_title_missing);
        } else if title.text.chars().count() > TITLE_MOST {
            errors.add(&field, "too_long", t::home_title_long);
        }
    }
    if shelf.locales().next().is_none() {
        errors.add("locales", "missing", t::home_locale_missing);
    }
}

/// Whether no moment lies between the two.
fn is_empty(from: Option<Timestamp>, until: Option<Timestamp>) -> bool {
    from.zip(until).is_some_and(|(from, until)| until <= from)
}

/// Books that come to a shelf have to be in the catalogue, in the shop or not.
async fn books(tx: &Tx, (was, shelf): (Option<&Shelf>, &Shelf), errors: &mut FieldErrors) -> db::Result<()> {
    let had: HashSet<Id<Book>> =
        was.into_iter().flat_map(|was| &was.books).map(|placed| placed.book).collect();
    let new: Vec<Id<Book>> =
        shelf.books.iter().map(|placed| placed.book).filter(|book| !had.contains(book)).collect();
    if new.is_empty() || new.len() > BOOKS_MOST {
        return Ok(());
    }
    let there = there(tx, &new).await?;
    if new.iter().any(|book| !there.contains(book)) {
        errors.add("books", "unknown", t::home_book_unknown);
    }
    Ok(())
}

/// Those of the books that there are.
pub(super) async fn there(tx: &Tx, books: &[Id<Book>]) -> db::Result<HashSet<Id<Book>>> {
    let found: Vec<(Id<Book>,)> =
        tx.all(sql!("select id from books where id in ($1…)", list(books.iter().copied()))).await?;
    Ok(found.into_iter().map(|(book,)| book).collect())
}
