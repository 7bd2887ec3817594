//! A book that is described in full, with the files that belong to it: how the sample shop is filled.

use std::path::{Path, PathBuf};

use db::{Query, sql};
use kernel::{Id, Timestamp};

use super::{ImportError, Importer, Line, LookedAt, Outcome, prepare::Prepared};
use crate::{Book, Format, NewBook, media, new_book::Entry};

/// A described book could not be entered.
#[derive(Debug, thiserror::Error)]
pub enum AddError {
    /// The machine failed.
    #[error(transparent)]
    Import(#[from] ImportError),
    /// One of its files was refused.
    #[error("{}: {reason}", path.display())]
    Refused {
        /// Which file.
        path: PathBuf,
        /// Why.
        reason: String,
    },
}

/// What is about to become a book.
struct Entered<'a> {
    book: &'a NewBook,
    mark: &'a str,
    prepared: &'a [Prepared],
}

impl Importer {
    /// Enters a book as described, with its files. `None` where the shop has it: by its ISBN, or by `mark` where it
    /// has none.
    pub async fn add_book(
        &self,
        book: &NewBook,
        mark: &str,
        files: &[PathBuf],
    ) -> Result<Option<Id<Book>>, AddError> {
        let known: Option<(Id<Book>,)> = self
            .db
            .optional(sql!("select id from books where isbn = $1 or import_mark = $2", book.isbn, mark))
            .await
            .map_err(ImportError::from)?;
        if known.is_some() {
            return Ok(None);
        }
        // All are looked at before anything is entered, so that a book never stands there with half of its files.
        let mut prepared = Vec::with_capacity(files.len());
        for path in files {
            prepared.push(self.prepare_own(path).await?);
        }
        let (folder, now) = (self.random.hex::<8>(), self.clock.now());
        media::begin_upload(&self.db, &folder, now).await.map_err(ImportError::from)?;
        let entry = Entered { book, mark, prepared: &prepared };
        let entered = self.store_and_enter(&entry, &folder, now).await;
        Ok(Some(self.or_discard(entered, &folder).await?))
    }

    /// A file that has to be one of this book alone.
    async fn prepare_own(&self, path: &Path) -> Result<Prepared, AddError> {
        let reason = match self.prepare(path.to_owned()).await? {
            LookedAt::File(prepared) => return Ok(*prepared),
            LookedAt::Nothing(Line { outcome: Outcome::Refused { reason, .. }, .. }) => reason,
            LookedAt::Nothing(_) | LookedAt::There(..) => "another book has this file".to_owned(),
            LookedAt::List(..) => "a list is no book".to_owned(),
        };
        Err(AddError::Refused { path: path.to_owned(), reason })
    }

    async fn store_and_enter(
        &self,
        entry: &Entered<'_>,
        folder: &str,
        now: Timestamp,
    ) -> Result<Id<Book>, ImportError> {
        for prepared in entry.prepared {
            prepared.store(&self.storage, folder).await?;
        }
        // An EPUB's cover was made to be one; the first page of a PDF is only the best that it has.
        let of_epub = entry.prepared.iter().find(|prepared| prepared.file.format == Format::Epub);
        let brought = of_epub.and_then(|prepared| prepared.cover.as_ref());
        if let Some(cover) = brought {
            cover.store(&self.storage, folder).await?;
        }
        let entered = self.db.transaction(async |tx| {
            let drawn = match brought {
                Some(_) => None,
                None => Some(entry.book.drawn_cover(&tx).await?),
            };
            let cover = brought.or(drawn.as_ref()).ok_or(db::Error::NotFound)?;
            let place = Entry { folder, import_mark: Some(entry.mark), cover, now };
            let id = entry.book.enter(&tx, &place).await?;
            for prepared in entry.prepared {
                prepared.file.enter(&tx, id, now).await?;
            }
            Ok::<_, db::Error>(id)
        });
        Ok(entered.await?)
    }
}
