//! Finds marks again when a file has been replaced: by the words that they stand at, wherever those are in the new text.
//!
//! It is done when somebody looks at their marks in the book, a bounded number at a time. What a device said of a mark stays
//! as it was, and is no older for it: only where the server found it is written beside.

use std::collections::HashMap;

use catalogue::{Book, Contents, EpubContents, File, Format, Stored};
use db::{Query as _, list, record, sql};
use kernel::Id;
use publication::epub::{self, Positions};
use web::{App, UserId};

use super::store::{Row, annotations};
use super::{Annotation, Placed};
use crate::locator::{Locations, Locator};
use crate::sync::advance;

/// The most marks that are looked for at once.
const AT_ONCE: i64 = 200;

/// A text without its spaces, in which words are found however their lines are broken.
fn bare(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

/// The text of a book, section by section.
pub(crate) struct Text {
    sections: Vec<Section>,
    positions: Positions,
    version: String,
}

struct Section {
    href: String,
    media_type: String,
    text: String,
}

/// How well a spot fits: letters around it that are the same, whether it is the same section, how near it is.
type Rank = (usize, bool, f64);

/// Where a mark is in the file of now.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Again {
    pub(crate) placed: Placed,
    pub(crate) found: Option<Locator>,
    pub(crate) position: f64,
}

impl Text {
    /// Of an EPUB, with the plain text of each section.
    pub(crate) fn new(contents: &EpubContents, version: &str, texts: Vec<String>) -> Self {
        let spans = contents.sections.iter().map(|it| (it.href.as_str(), it.size, it.linear));
        let sections = contents.sections.iter().zip(texts).map(|(section, text)| Section {
            href: section.href.clone(),
            media_type: section.media_type.clone(),
            text: bare(&text),
        });
        Self { sections: sections.collect(), positions: Positions::new(spans), version: version.to_owned() }
    }

    /// Looks for a mark that was made at `old`, which had this position.
    pub(crate) fn find(&self, old: &Locator, position: f64) -> Again {
        let quote = old.text.clone().unwrap_or_default();
        let words = bare(&quote.highlight);
        let spot = if words.is_empty() {
            let same = self.sections.iter().position(|section| section.href == old.section());
            same.map(|index| (index, old.locations.start.unwrap_or(old.locations.progression)))
        } else {
            self.spot(&words, &quote.before, &quote.after, (old.section(), position))
        };
        let Some((index, share)) = spot else { return Again { placed: Placed::Lost, found: None, position } };
        let section = &self.sections[index];
        let total = self.positions.total_progression(&section.href, share).unwrap_or(position);
        let locator = Locator {
            version: Some(self.version.clone()),
            href: section.href.clone(),
            media_type: section.media_type.clone(),
            // The exact place was one of the old file.
            locations: Locations { progression: share, start: Some(share), ..Locations::default() },
            ..old.clone()
        };
        Again { placed: Placed::Moved, found: Some(locator), position: total }
    }

    /// Of all places that have the words, the one with most of the same words around it; of those the nearest.
    fn spot(
        &self,
        words: &str,
        before: &str,
        after: &str,
        (href, position): (&str, f64),
    ) -> Option<(usize, f64)> {
        let (before, after) = (bare(before), bare(after));
        let mut best: Option<(Rank, (usize, f64))> = None;
        for (index, section) in self.sections.iter().enumerate() {
            for (at, _) in section.text.match_indices(words).take(1_000) {
                let around = same_end(&section.text[..at], &before)
                    + same_start(&section.text[at + words.len()..], &after);
                let share = share(at, section.text.len());
                let total = self.positions.total_progression(&section.href, share).unwrap_or_default();
                let rank = (around, section.href == href, -(total - position).abs());
                if best
                    .as_ref()
                    .is_none_or(|(known, _)| rank.partial_cmp(known).is_some_and(std::cmp::Ordering::is_gt))
                {
                    best = Some((rank, (index, share)));
                }
            }
        }
        best.map(|(_, spot)| spot)
    }
}

fn same_end(text: &str, wanted: &str) -> usize {
    text.chars().rev().zip(wanted.chars().rev()).take_while(|(a, b)| a == b).count()
}

fn same_start(text: &str, wanted: &str) -> usize {
    text.chars().zip(wanted.chars()).take_while(|(a, b)| a == b).count()
}

#[expect(clippy::cast_precision_loss, reason = "texts are far below 2^52 bytes")]
fn share(at: usize, length: usize) -> f64 {
    if length == 0 { 0.0 } else { at as f64 / length as f64 }
}

/// A mark of a PDF: its page is what is known of it here.
fn on_page(old: &Locator, (version, pages): (&str, u32), position: f64) -> Again {
    let there = old.locations.page.filter(|page| (1..=pages).contains(page));
    let Some(page) = there else { return Again { placed: Placed::Lost, found: None, position } };
    let locator = Locator { version: Some(version.to_owned()), ..old.clone() };
    let share = old.locations.start.unwrap_or(old.locations.progression);
    let position = (f64::from(page - 1) + share) / f64::from(pages);
    Again { placed: Placed::Moved, found: Some(locator), position }
}

record! {
    struct StaleFile {
        book_id: Id<Book>,
        format: Format,
    }
}

/// Finds marks of a reader again in those of some books whose file is another one by now.
pub(crate) async fn place_again(app: &App, user: UserId, books: &[Id<Book>]) -> web::Result<()> {
    let stale: Vec<StaleFile> = app
        .db
        .all(sql!(
            "select distinct a.book_id, a.format from annotations a
             join book_files f on f.book_id = a.book_id and f.format = a.format
             where a.user_id = $1 and a.book_id in ($2…) and a.deleted_at is null and a.version <> f.version",
            user,
            list(books.iter().copied())
        ))
        .await?;
    for StaleFile { book_id, format } in stale {
        let Some(book) = Book::find(&app.db, book_id).await? else { continue };
        let Some(file) = book.file(format) else { continue };
        place_in(app, user, (&book, file)).await?;
    }
    Ok(())
}

async fn place_in(app: &App, user: UserId, (book, file): (&Book, &File)) -> web::Result<()> {
    let rows: Vec<Row> = app
        .db
        .all(sql!(
            annotations!(
                "a.user_id = $1 and a.book_id = $2 and a.format = $3 and a.deleted_at is null and a.version <> $4 limit $5"
            ),
            user,
            book.id,
            file.format,
            file.version.as_str(),
            AT_ONCE
        ))
        .await?;
    let marks: Vec<Annotation> = rows.into_iter().map(Annotation::from).collect();
    let found = match file.contents(&app.db).await? {
        Contents::Epub(contents) => {
            let documents = documents(app, (book, file), &contents).await?;
            let version = file.version.clone();
            let look = move || {
                let texts = documents.iter().map(|bytes| epub::plain_text(bytes)).collect();
                let text = Text::new(&contents, &version, texts);
                look_for(marks, |old, position| text.find(old, position))
            };
            tokio::task::spawn_blocking(look).await.map_err(|e| web::Error::Internal(e.into()))?
        }
        Contents::Pdf(pdf) => {
            look_for(marks, |old, position| on_page(old, (&file.version, pdf.pages), position))
        }
    };
    Ok(write(app, user, &file.version, found).await?)
}

fn look_for(marks: Vec<Annotation>, find: impl Fn(&Locator, f64) -> Again) -> Vec<(Annotation, Again)> {
    let again = |kept: Annotation| {
        let mark = kept.mark.as_ref()?;
        let again = find(&mark.locator, kept.position);
        Some((kept, again))
    };
    marks.into_iter().filter_map(again).collect()
}

/// The documents of an EPUB in the order of its sections; empty where one is not there.
async fn documents(
    app: &App,
    (book, file): (&Book, &File),
    contents: &EpubContents,
) -> web::Result<Vec<Vec<u8>>> {
    let stored = file.documents(&app.db).await?.into_iter();
    let by_href: HashMap<String, Stored> =
        stored.map(|document| (epub::href(&document.path), document)).collect();
    let pack = book.part(file, "pack");
    let mut documents = Vec::new();
    for section in &contents.sections {
        let Some(document) = by_href.get(&section.href).filter(|it| it.length > 0) else {
            documents.push(Vec::new());
            continue;
        };
        let (start, length) = (document.start.unsigned_abs(), document.length.unsigned_abs());
        let stored = app.storage.read_bytes(&pack, Some(start..start + length)).await?;
        let bytes = epub::unpack(&stored, document.size.unsigned_abs(), document.gzip);
        documents.push(bytes.map_err(|e| web::Error::Internal(e.into()))?);
    }
    Ok(documents)
}

/// Writes down where marks are, unless a device has changed them meanwhile.
async fn write(app: &App, user: UserId, version: &str, found: Vec<(Annotation, Again)>) -> db::Result<()> {
    let count = i64::try_from(found.len()).unwrap_or(i64::MAX);
    app.db
        .transaction(async |tx| {
            let last = advance(&tx, user, count).await?;
            let numbers = last - count + 1..;
            let statements = found.iter().zip(numbers).map(|((kept, again), number)| {
                sql!(
                    "update annotations set found = $4, status = $5, version = $6, position = $7, number = $8
                     where user_id = $1 and uuid = $2 and number = $3",
                    user,
                    kept.uuid.as_str(),
                    kept.number,
                    again.found.clone().map(db::Json),
                    again.placed,
                    version,
                    again.position,
                    number
                )
            });
            tx.execute_all(statements).await
        })
        .await
}

#[cfg(test)]
mod tests;
