//! A checked file becomes a book, or a further format of one.

use std::path::Path;

use db::{Query, Tx, sql};
use kernel::{Id, Isbn, Money, Random, Timestamp, seen_line};
use publication::Warning;

use super::{
    Beside, Entered, How, ImportError, Importer, Line, Outcome, Policy, Siblings, TRIES, prepare::Prepared,
    publish::publish, row::ListedBook,
};
use crate::{Book, Format, NewBook, cover::NewCover, files, media, new_book::Entry};

/// What a file is entered as.
enum Target {
    /// The shop has these bytes.
    There(Id<Book>, String),
    /// The book has no file of this format yet.
    Attach { book: Id<Book>, title: String, folder: String },
    /// A new book; where its number belongs to another, the title of that one.
    New { taken: Option<String> },
}

/// The code of the word about a number that belongs to another book.
const ISBN_TAKEN: &str = "isbn_taken";

/// A book that a file is for.
#[derive(Clone, Copy)]
pub(super) struct There<'a> {
    pub(super) id: Id<Book>,
    pub(super) title: &'a str,
    pub(super) folder: &'a str,
}

impl Importer {
    /// Stores and enters a prepared file. What a list says of the book beats what the file says.
    pub(super) async fn enter_file(
        &self,
        mut prepared: Prepared,
        listed: Option<ListedBook>,
        siblings: &mut Siblings,
        beside: &dyn Beside,
    ) -> Result<Line, ImportError> {
        let mut book = prepared.book(self.policy);
        if let Some(row) = listed {
            overlay(&mut book, row, self.policy);
        }
        let stem = prepared.path.with_extension("");
        let sibling = siblings.get(&stem).filter(|(_, format)| *format != prepared.file.format);
        let sibling = sibling.map(|(id, _)| *id);
        let mut tries = 1;
        let outcome = loop {
            match self.enter_as_found(&mut prepared, &book, sibling, beside).await {
                Err(error) if error.is_overtaken() && tries < TRIES => tries += 1,
                entered => break entered?,
            }
        };
        if let Outcome::Added { book, .. } = outcome {
            siblings.insert(stem, (book, prepared.file.format));
        }
        Ok(Line { path: prepared.path, outcome, notes: prepared.notes })
    }

    /// Enters the file as what the shop makes of it now, with a word where a part of the book had to give way.
    async fn enter_as_found(
        &self,
        prepared: &mut Prepared,
        book: &NewBook,
        sibling: Option<Id<Book>>,
        beside: &dyn Beside,
    ) -> Result<Outcome, ImportError> {
        Ok(match find_target(&self.db, prepared, book.isbn, sibling).await? {
            Target::There(id, title) => self.enter_there(id, title, book.price).await?,
            Target::Attach { book: id, title, folder } => {
                let there = There { id, title: &title, folder: &folder };
                self.attach(prepared, there, book.price, beside).await?;
                Outcome::Attached { book: id, title }
            }
            Target::New { taken } => {
                let mut book = book.clone();
                if let Some((isbn, title)) = book.isbn.zip(taken) {
                    book.isbn = None;
                    prepared.note_taken(isbn, &title);
                }
                let id = self.add(prepared, &book, beside).await?;
                Outcome::Added { book: id, title: book.title }
            }
        })
    }

    async fn add(
        &self,
        prepared: &Prepared,
        book: &NewBook,
        beside: &dyn Beside,
    ) -> Result<Id<Book>, ImportError> {
        let (folder, now) = (self.random.hex::<8>(), self.clock.now());
        media::begin_upload(&self.db, &folder, now).await?;
        let added = self.store_and_add(prepared, (book, &folder), now, beside).await;
        self.or_discard(added, &folder).await
    }

    async fn store_and_add(
        &self,
        prepared: &Prepared,
        (book, folder): (&NewBook, &str),
        now: Timestamp,
        beside: &dyn Beside,
    ) -> Result<Id<Book>, ImportError> {
        prepared.store(&self.storage, folder).await?;
        if let Some(cover) = &prepared.cover {
            cover.store(&self.storage, folder).await?;
        }
        let entered = self.db.transaction(async |tx| {
            let drawn = match &prepared.cover {
                Some(_) => None,
                None => Some(book.drawn_cover(&tx).await?),
            };
            let Some(cover) = prepared.cover.as_ref().or(drawn.as_ref()) else {
                return Err(db::Error::NotFound);
            };
            let id = book.enter(&tx, &Entry { folder, import_mark: None, cover, now }).await?;
            prepared.file.enter(&tx, id, now).await?;
            let entered = Entered::new(How::Added, (id, &book.title), prepared, None);
            beside.write(&tx, &entered).await?;
            Ok(id)
        });
        Ok(entered.await?)
    }

    /// Gives a book in its folder a further file, and a price where it waits for one.
    pub(super) async fn attach(
        &self,
        prepared: &mut Prepared,
        There { id: book, title, folder }: There<'_>,
        price: Option<Money>,
        beside: &dyn Beside,
    ) -> Result<(), ImportError> {
        let now = self.clock.now();
        prepared.keep_clear(&self.db, &self.random, folder).await?;
        let prepared = &*prepared;
        let part = format!("{folder}/{}", prepared.folder());
        media::begin_upload(&self.db, &part, now).await?;
        let attached = async {
            prepared.store(&self.storage, folder).await?;
            // An EPUB's cover was made to be one; the first page of a PDF is only the best that it has.
            let cover = prepared.cover.as_ref().filter(|_| prepared.file.format == Format::Epub);
            if let Some(cover) = cover {
                cover.store(&self.storage, folder).await?;
            }
            let entered = self.db.transaction(async |tx| {
                prepared.file.enter(&tx, book, now).await?;
                if let Some(cover) = cover {
                    give_cover(&tx, book, cover).await?;
                }
                if let Some(price) = price {
                    publish(&tx, book, price, now).await?;
                }
                let entered = Entered::new(How::Attached, (book, title), prepared, None);
                beside.write(&tx, &entered).await?;
                media::keep(&tx, &part).await
            });
            Ok::<_, ImportError>(entered.await?)
        };
        let attached = attached.await;
        self.or_discard(attached, &part).await
    }

    /// On failure the folder's time is now; what removing it needs may itself have failed, so it is left to the sweep.
    pub(super) async fn or_discard<T>(
        &self,
        result: Result<T, ImportError>,
        folder: &str,
    ) -> Result<T, ImportError> {
        if result.is_err() {
            let now = self.clock.now();
            let discarded = async {
                media::discard(&self.db, folder, now).await?;
                media::sweep(&self.db, &self.storage, now).await
            };
            if let Err(e) = discarded.await {
                tracing::warn!(error = %e, "what was uploaded is removed by a later sweep");
            }
        }
        result
    }
}

/// A book that had no picture of its own takes the one that a further file brings.
pub(super) async fn give_cover(tx: &Tx, book: Id<Book>, cover: &NewCover) -> db::Result<()> {
    tx.execute(sql!(
        "update books set cover_version = $2, cover_placeholder = $3, cover_drawn = false where id = $1 and cover_drawn",
        book,
        cover.version.as_str(),
        cover.placeholder.as_str()
    ))
    .await
    .map(drop)
}

async fn find_target(
    db: &impl Query,
    prepared: &Prepared,
    isbn: Option<Isbn>,
    sibling: Option<Id<Book>>,
) -> db::Result<Target> {
    if let Some((id, title)) = files::find_by_hash(db, &prepared.file.sha256).await? {
        return Ok(Target::There(id, title));
    }
    let by_isbn: Option<(Id<Book>, String, String)> =
        db.optional(sql!("select id, title, folder from books where isbn = $1", isbn)).await?;
    let by_name: Option<(Id<Book>, String, String)> =
        db.optional(sql!("select id, title, folder from books where id = $1", sibling)).await?;
    let taken = by_isbn.as_ref().map(|book| book.1.clone());
    for (id, title, folder) in [by_isbn, by_name].into_iter().flatten() {
        let formats: Vec<(Format,)> =
            db.all(sql!("select format from book_files where book_id = $1", id)).await?;
        if !formats.contains(&(prepared.file.format,)) {
            return Ok(Target::Attach { book: id, title, folder });
        }
    }
    Ok(Target::New { taken })
}

/// What a list says of a book beats what its file says.
fn overlay(book: &mut NewBook, row: ListedBook, policy: Policy) {
    let listed = row.into_new_book(policy);
    book.title = listed.title;
    book.price = listed.price;
    book.status = listed.status;
    if !listed.contributors.is_empty() {
        book.contributors = listed.contributors;
    }
    if !listed.description.is_empty() {
        book.description = listed.description;
    }
    if listed.language != kernel::Language::UNDETERMINED {
        book.language = listed.language;
    }
    book.genres.splice(0..0, listed.genres);
    book.subtitle = listed.subtitle.or_else(|| book.subtitle.take());
    book.isbn = listed.isbn.or(book.isbn);
    book.publisher = listed.publisher.or_else(|| book.publisher.take());
    book.series = listed.series.or_else(|| book.series.take());
    book.release_date = listed.release_date.or(book.release_date);
    book.pages = listed.pages.or(book.pages);
}

impl Prepared {
    /// The part of the book's folder that is this file's.
    pub(super) fn folder(&self) -> String {
        format!("{}-{}", self.file.format, self.file.version)
    }

    /// The number belongs to another book: said once, however often it is tried.
    fn note_taken(&mut self, isbn: Isbn, title: &str) {
        let words = format!("ISBN {isbn} belongs to “{title}” already and is left out");
        self.notes.retain(|note| note.code != ISBN_TAKEN);
        self.notes.push(Warning::new(ISBN_TAKEN, words));
    }

    /// Takes another place in the book's folder where files lie in its own that are about to be removed.
    pub(super) async fn keep_clear(
        &mut self,
        db: &impl Query,
        random: &Random,
        folder: &str,
    ) -> db::Result<()> {
        if media::is_discarded(db, &format!("{folder}/{}", self.folder())).await? {
            self.file.version = format!("{}-{}", self.file.version, random.hex::<4>());
        }
        Ok(())
    }

    /// The title to fall back on: the file's name.
    pub(super) fn stem(path: &Path) -> String {
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().replace(['_', '-'], " "));
        stem.map(|stem| seen_line(&stem)).filter(|stem| !stem.is_empty()).unwrap_or_else(|| "?".to_owned())
    }
}
