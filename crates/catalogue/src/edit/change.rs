//! A change of a book as somebody asks for it, and how it is made.

use db::Tx;
use kernel::{Id, Isbn, Language, Money, Timestamp, seen_line};
use publication::SampleLength;

use super::details::{self, Details, Fields};
use super::{Done, EditError, Editor, Picture, check, history, resolve, write};
use crate::{Author, Book, Genre, PageCount, ReleaseDate, Status};

/// Somebody or something that books stand under, by the key or by the name; a new name is entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    /// What has this key.
    Key(i64),
    /// What has this name, however it is written.
    Named(String),
}

/// Somebody who is to be named as one who made the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credit {
    /// Who.
    pub who: Who,
    /// A MARC relator code: `aut`, `trl`, …
    pub role: String,
}

/// A genre, by its key, its word in addresses, or its name in any language. There is no such thing as a new one here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GenreWanted {
    /// Its key.
    Key(Id<Genre>),
    /// Its word or its name.
    Word(String),
}

/// What is to change; what is `None` stays as it is.
#[derive(Debug, Clone, Default)]
pub struct Change {
    /// The main title.
    pub title: Option<String>,
    /// What stands below it; empty for nothing.
    pub subtitle: Option<String>,
    /// What it is about.
    pub description: Option<String>,
    /// Everybody who made it, in order.
    pub contributors: Option<Vec<Credit>>,
    /// Those who wrote it, in order; those of other roles stay behind them.
    pub authors: Option<Vec<Who>>,
    /// Its genres, in order.
    pub genres: Option<Vec<GenreWanted>>,
    /// A genre to be added at the end.
    pub add_genre: Option<GenreWanted>,
    /// A genre to be taken away.
    pub remove_genre: Option<GenreWanted>,
    /// Who publishes it.
    pub publisher: Option<Option<Who>>,
    /// Its series and the number there.
    pub series: Option<Option<(Who, Option<f64>)>>,
    /// Its number.
    pub isbn: Option<Option<Isbn>>,
    /// The language it is written in.
    pub language: Option<Language>,
    /// When it came out.
    pub release_date: Option<Option<ReleaseDate>>,
    /// Its length.
    pub page_count: Option<Option<PageCount>>,
    /// Its price.
    pub price: Option<Option<Money>>,
    /// Draft, published or withdrawn.
    pub status: Option<Status>,
    /// When it comes into the shop by itself. Whoever changes its status by hand takes that back.
    pub publish_at: Option<Option<Timestamp>>,
    /// Its picture; `None` within for one that is drawn.
    pub cover: Option<Option<Picture>>,
    /// How much of its EPUB anybody may read.
    pub sample_epub: Option<SampleLength>,
    /// The same of its PDF.
    pub sample_pdf: Option<SampleLength>,
}

impl Change {
    /// Only these genres.
    pub fn word(word: &str) -> GenreWanted {
        word.trim().parse().map_or_else(|_| GenreWanted::Word(word.trim().to_owned()), GenreWanted::Key)
    }
}

/// How a change comes about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum How {
    /// Somebody asks for it.
    Asked,
    /// It takes this one back.
    Undoing(i64),
    /// The time has come that was set for it.
    Due,
}

/// Changes a book. `base` is the version that the caller knows; `None` where they do not mind what changed since.
pub async fn change(
    tx: &Tx,
    book: Id<Book>,
    base: Option<i64>,
    change: &Change,
    by: &Editor<'_>,
) -> Result<Done, EditError> {
    let version = details::lock(tx, book).await?.ok_or(EditError::NotFound)?;
    if let Some(base) = base.filter(|base| *base < version) {
        history::meanwhile(tx, book, base).await?;
    }
    let before = Details::find(tx, book).await?.ok_or(EditError::NotFound)?;
    let after = wanted(tx, &before, change).await?;
    make(tx, (book, version), (&before, &after), by, How::Asked).await
}

/// Makes one state of a locked book of another, by the rules, and writes it down.
pub(super) async fn make(
    tx: &Tx,
    (book, version): (Id<Book>, i64),
    (before, after): (&Details, &Details),
    by: &Editor<'_>,
    how: How,
) -> Result<Done, EditError> {
    let (was, is) = details::differences(before, after)?;
    if is.is_empty() {
        return Ok(Done { act: None, before: was, after: is, version });
    }
    check::check(tx, book, (before, after), &is, by).await?;
    write::write(tx, book, (before, after), &is, by).await?;
    let (act, undoes) = match how {
        How::Asked => (act(&is, after), None),
        How::Undoing(past) => ("book.undo", Some(past)),
        How::Due => ("book.publish_due", None),
    };
    let version = version + 1;
    history::note(tx, book, &history::Made { act, version, before: &was, after: &is, undoes }, by).await?;
    Ok(Done { act: Some(act), before: was, after: is, version })
}

/// What a change is called.
fn act(changed: &Fields, after: &Details) -> &'static str {
    let only = |name: &str| changed.len() == 1 && changed.contains_key(name);
    if changed.contains_key("status") {
        return match after.status {
            Status::Draft => "book.put_back",
            Status::Published => "book.publish",
            Status::Withdrawn => "book.withdraw",
        };
    }
    if only("price") {
        "book.price"
    } else if only("cover") {
        "book.cover"
    } else if only("sample_epub") || only("sample_pdf") {
        "book.sample"
    } else if only("publish_at") {
        if after.publish_at.is_some() { "book.schedule" } else { "book.unschedule" }
    } else {
        "book.change"
    }
}

/// The book as it is to be.
pub(super) async fn wanted(tx: &Tx, before: &Details, change: &Change) -> Result<Details, EditError> {
    let text = |new: &Option<String>, old: &str| new.as_deref().map_or_else(|| old.to_owned(), seen_line);
    let optional = |new: &Option<String>, old: &Option<String>| match new {
        Some(text) => Some(seen_line(text)).filter(|text| !text.is_empty()),
        None => old.clone(),
    };
    let status = change.status.unwrap_or(before.status);
    let planned = before.publish_at.filter(|_| status == before.status);
    Ok(Details {
        title: text(&change.title, &before.title),
        subtitle: optional(&change.subtitle, &before.subtitle),
        description: change
            .description
            .as_deref()
            .map_or_else(|| before.description.clone(), check::paragraphs),
        contributors: resolve::contributors(tx, before, change).await?,
        genres: resolve::genres(tx, before, change).await?,
        publisher: match &change.publisher {
            Some(publisher) => resolve::publisher(tx, publisher.as_ref()).await?,
            None => before.publisher.clone(),
        },
        series: match &change.series {
            Some(series) => resolve::series(tx, series.as_ref()).await?,
            None => before.series.clone(),
        },
        isbn: change.isbn.unwrap_or(before.isbn),
        language: change.language.unwrap_or(before.language),
        release_date: change.release_date.unwrap_or(before.release_date),
        page_count: change.page_count.unwrap_or(before.page_count),
        price: change.price.unwrap_or(before.price),
        status,
        publish_at: change.publish_at.unwrap_or(planned),
        cover: change.cover.clone().unwrap_or_else(|| before.cover.clone()),
        sample_epub: change
            .sample_epub
            .map(|length| length.to_string())
            .or_else(|| before.sample_epub.clone()),
        sample_pdf: change.sample_pdf.map(|length| length.to_string()).or_else(|| before.sample_pdf.clone()),
    })
}

/// The key of an author.
pub(super) fn author(key: i64) -> Id<Author> {
    Id::new(key)
}
