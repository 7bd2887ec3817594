//! A book that is described in full, with the files that belong to it: how the sample shop is filled.

use std::path::PathBuf;

use db::{Query, sql};
use kernel::Id;

use super::{ImportError, Importer, LookedAt, Outcome};
use crate::{Book, NewBook, new_book::Entry};

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
        let (folder, now) = (self.random.hex::<8>(), self.clock.now());
        let entered = self.db.transaction(async |tx| {
            let cover = book.drawn_cover(tx).await?;
            book.enter(tx, &Entry { folder: &folder, import_mark: Some(mark), cover: &cover, now }).await
        });
        let id = entered.await.map_err(ImportError::from)?;
        for path in files {
            match self.prepare(path.clone()).await? {
                LookedAt::File(prepared) => {
                    self.attach(&prepared, id, &folder).await?;
                }
                LookedAt::Nothing(line) => {
                    let reason = match line.outcome {
                        Outcome::Refused { reason } => reason,
                        _ => "another book has this file".to_owned(),
                    };
                    return Err(AddError::Refused { path: path.clone(), reason });
                }
                LookedAt::List(path, _) => {
                    return Err(AddError::Refused { path, reason: "a list is no book".to_owned() });
                }
            }
        }
        Ok(Some(id))
    }
}
