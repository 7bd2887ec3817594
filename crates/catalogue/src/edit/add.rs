//! A book that is entered by hand, as a draft.

use db::Tx;
use kernel::{Id, Language, seen_line};

use super::change::{Change, wanted};
use super::details::{self, Details};
use super::{Done, EditError, Editor, check, history, write};
use crate::{Book, NewBook, Status, new_book::Entry};

/// Enters a book as a draft; `folder` is one that nobody has, for its files.
pub async fn add(
    tx: &Tx,
    folder: &str,
    change: &Change,
    by: &Editor<'_>,
) -> Result<(Id<Book>, Done), EditError> {
    let new = NewBook {
        title: change.title.as_deref().map(seen_line).unwrap_or_default(),
        subtitle: None,
        contributors: Vec::new(),
        isbn: None,
        description: String::new(),
        publisher: None,
        series: None,
        language: change.language.unwrap_or(Language::UNDETERMINED),
        release_date: None,
        pages: None,
        genres: Vec::new(),
        price: None,
        status: Status::Draft,
    };
    let cover = new.drawn_cover(tx).await?;
    let entry = Entry { folder, import_mark: None, cover: &cover, now: by.now };
    let book = new.enter(tx, &entry).await?;
    let entered = Details::find(tx, book).await?.ok_or(EditError::NotFound)?;
    let after = wanted(tx, &entered, change).await?;
    let all = after.fields()?;
    check::check(tx, book, (&entered, &after), &all, by).await?;
    let (_, changed) = details::differences(&entered, &after)?;
    let version = if changed.is_empty() { 1 } else { 2 };
    if !changed.is_empty() {
        write::write(tx, book, (&entered, &after), &changed, by).await?;
    }
    let made = history::Made {
        act: "book.add",
        version,
        before: &details::Fields::new(),
        after: &all,
        undoes: None,
    };
    history::note(tx, book, &made, by).await?;
    Ok((book, Done { act: Some("book.add"), before: details::Fields::new(), after: all, version }))
}
