//! A single file enters the shop: as whatever it is, or as the file of one book in the place of the one that it has. A
//! replaced file's folder goes once its successor is in; readers' places follow by the versions that they name.

use std::path::PathBuf;

use db::{Json, Query, Tx, record, sql};
use kernel::{Id, Timestamp};
use publication::SampleLength;

use super::{
    Beside, Entered, How, ImportError, Importer, Line, LookedAt, Outcome, Siblings, TRIES,
    file::{There, give_cover},
    prepare::Prepared,
};
use crate::{Book, File, Format, NewFile, Status, changes, media};

/// The file of a book.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Target {
    /// The book.
    pub book: Id<Book>,
    /// What the file has to be.
    pub format: Format,
}

/// What became of a single file.
#[derive(Debug)]
pub enum Put {
    /// It is in: what was written beside it says how.
    Entered,
    /// The book has this very file; of a file without a target, some book has.
    Unchanged {
        /// The book.
        book: Id<Book>,
        /// Its title.
        title: String,
    },
    /// It cannot go in.
    Refused {
        /// Why, for a program: a [`publication::Rejection::code`], or `unreadable`.
        code: &'static str,
        /// Why, for a person.
        reason: String,
    },
    /// Another book has this file.
    OfAnother {
        /// That book.
        book: Id<Book>,
        /// Its title.
        title: String,
    },
    /// It is no file of the format that it was brought as.
    OtherFormat(Format),
    /// The book is gone.
    NoBook,
}

/// What became of a wish to remove a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Removed {
    /// It is gone.
    Yes {
        /// What it was.
        file: RemovedFile,
    },
    /// Without it there would be nothing to read in a book that is sold or owned.
    IsLast,
    /// The book has no such file, or there is no such book.
    NotThere,
}

/// A file that was removed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RemovedFile {
    /// Its version.
    pub version: String,
    /// Its size.
    pub bytes: i64,
}

record! {
    /// The file that a book has.
    pub(super) struct Present {
        id: Id<File>,
        pub(super) version: String,
        pub(super) sha256: String,
        pub(super) bytes: i64,
    }
}

impl Importer {
    /// Takes one file in as what the shop makes of it: a new book, or a further format of one.
    pub async fn take_in(&self, path: PathBuf, beside: &dyn Beside) -> Result<Put, ImportError> {
        match self.prepare(path).await? {
            LookedAt::File(prepared) => {
                let line = self.enter_file(*prepared, None, &mut Siblings::new(), beside).await?;
                Ok(put(line))
            }
            LookedAt::There(_, book, title) => Ok(Put::Unchanged { book, title }),
            LookedAt::Nothing(line) => Ok(put(line)),
            LookedAt::List(..) => Ok(Put::NoBook),
        }
    }

    /// Gives a book a file, in the place of the one of that format that it has.
    pub async fn put_file(
        &self,
        path: PathBuf,
        target: Target,
        beside: &dyn Beside,
    ) -> Result<Put, ImportError> {
        let sample = kept_sample(&self.db, target).await?;
        match self.prepare_with(path, sample).await? {
            LookedAt::File(prepared) if prepared.file.format != target.format => {
                Ok(Put::OtherFormat(prepared.file.format))
            }
            LookedAt::File(mut prepared) => self.put_prepared(&mut prepared, target, beside).await,
            LookedAt::There(_, book, title) if book == target.book => Ok(Put::Unchanged { book, title }),
            LookedAt::There(_, book, title) => Ok(Put::OfAnother { book, title }),
            LookedAt::Nothing(line) => Ok(put(line)),
            LookedAt::List(..) => Ok(Put::NoBook),
        }
    }

    async fn put_prepared(
        &self,
        prepared: &mut Prepared,
        Target { book, format }: Target,
        beside: &dyn Beside,
    ) -> Result<Put, ImportError> {
        let mut tries = 1;
        loop {
            let Some(there) = Book::find(&self.db, book).await? else { return Ok(Put::NoBook) };
            let place = There { id: book, title: &there.title, folder: &there.folder };
            let put = match present(&self.db, book, format).await? {
                Some(old) if old.sha256 == prepared.file.sha256 => {
                    return Ok(Put::Unchanged { book, title: there.title });
                }
                Some(old) => self.replace(prepared, place, &old, beside).await,
                None => self.attach(prepared, place, None, beside).await.map(|()| true),
            };
            match put {
                Ok(true) => return Ok(Put::Entered),
                // Somebody replaced it meanwhile: look again.
                Ok(false) if tries < TRIES => tries += 1,
                Ok(false) => return Err(ImportError::CutOff),
                Err(error) if error.is_overtaken() && tries < TRIES => tries += 1,
                Err(error) => return Err(error),
            }
        }
    }

    /// Stores the file beside the old one and lets it take its place; false where that is another one by now.
    pub(super) async fn replace(
        &self,
        prepared: &mut Prepared,
        there: There<'_>,
        old: &Present,
        beside: &dyn Beside,
    ) -> Result<bool, ImportError> {
        let now = self.clock.now();
        prepared.keep_clear(&self.db, &self.random, there.folder).await?;
        let prepared = &*prepared;
        let part = format!("{}/{}", there.folder, prepared.folder());
        media::begin_upload(&self.db, &part, now).await?;
        let replaced = async {
            prepared.store(&self.storage, there.folder).await?;
            let cover = prepared.cover.as_ref().filter(|_| prepared.file.format == Format::Epub);
            if let Some(cover) = cover {
                cover.store(&self.storage, there.folder).await?;
            }
            let entered = self.db.transaction(async |tx| {
                if !prepared.file.take_place_of(&tx, old, now).await? {
                    return Err(db::Error::Conflict);
                }
                note_files(&tx, there.id, now).await?;
                if let Some(cover) = cover {
                    give_cover(&tx, there.id, cover).await?;
                }
                let instead_of = Some((old.version.as_str(), old.bytes));
                let book = (there.id, there.title);
                beside.write(&tx, &Entered::new(How::Replaced, book, prepared, instead_of)).await?;
                let old_part = format!("{}/{}-{}", there.folder, prepared.file.format, old.version);
                media::discard(&tx, &old_part, now).await?;
                media::keep(&tx, &part).await
            });
            Ok::<_, ImportError>(entered.await?)
        };
        let replaced = replaced.await;
        match self.or_discard(replaced, &part).await {
            Ok(()) => Ok(true),
            Err(ImportError::Database(db::Error::Conflict)) => Ok(false),
            Err(error) => Err(error),
        }
    }
}

impl NewFile {
    /// Takes the place of a file that has still this version.
    async fn take_place_of(&self, tx: &Tx, old: &Present, now: Timestamp) -> db::Result<bool> {
        let replaced = tx
            .execute(sql!(
                "update book_files set version = $3, sha256 = $4, bytes = $5, sample_bytes = $6, contents = $7,
                     warnings = $8, created_at = $9, sample = $10, sample_trouble = null,
                     sample_wanted = case when sha256 <> $4 or sample_wanted = $10 then null else sample_wanted end
                 where id = $1 and version = $2",
                old.id,
                old.version.as_str(),
                self.version.as_str(),
                self.sha256.as_str(),
                self.bytes,
                self.sample_bytes,
                Json(&self.contents),
                Json(&self.warnings),
                now,
                self.sample.to_string()
            ))
            .await?;
        if replaced == 0 {
            return Ok(false);
        }
        tx.execute(sql!("delete from book_resources where file_id = $1", old.id)).await?;
        self.enter_resources(tx, old.id.get()).await?;
        Ok(true)
    }
}

impl Book {
    /// Takes a file away from a book; its folder goes when the transaction is done. What is sold or owned keeps one.
    pub async fn remove_file(&self, tx: &Tx, format: Format, now: Timestamp) -> db::Result<Removed> {
        // The lock under which the files of a book are counted.
        let status: Option<(Status,)> = tx
            .optional(sql!(
                "update books set version = version + 1, updated_at = $2 where id = $1 returning status",
                self.id,
                now
            ))
            .await?;
        let Some((status,)) = status else { return Ok(Removed::NotThere) };
        let formats: Vec<(Format,)> =
            tx.all(sql!("select format from book_files where book_id = $1", self.id)).await?;
        let Some(old) = present(tx, self.id, format).await? else { return Ok(Removed::NotThere) };
        if formats.len() == 1 && status != Status::Draft {
            return Ok(Removed::IsLast);
        }
        tx.execute(sql!("delete from book_files where id = $1", old.id)).await?;
        let (epub, pdf) = (format == Format::Epub, format == Format::Pdf);
        tx.execute(sql!(
            "update books set has_epub = has_epub and not $2, has_pdf = has_pdf and not $3 where id = $1",
            self.id,
            epub,
            pdf
        ))
        .await?;
        changes::note(tx, self.id).await?;
        media::discard(tx, &format!("{}/{format}-{}", self.folder, old.version), now).await?;
        Ok(Removed::Yes { file: RemovedFile { version: old.version, bytes: old.bytes } })
    }
}

pub(super) async fn present(db: &impl Query, book: Id<Book>, format: Format) -> db::Result<Option<Present>> {
    db.optional(sql!(
        "select id, version, sha256, bytes from book_files where book_id = $1 and format = $2",
        book,
        format
    ))
    .await
}

/// How much of a book's next file is its sample: what was decided of the one before, but for where that ends, which is a place in
/// that very file.
async fn kept_sample(db: &impl Query, target: Target) -> db::Result<SampleLength> {
    let row: Option<(String,)> = db
        .optional(sql!(
            "select coalesce(sample_wanted, sample) as sample from book_files where book_id = $1 and format = $2",
            target.book,
            target.format
        ))
        .await?;
    let length = row.and_then(|(sample,)| sample.parse().ok()).unwrap_or_default();
    Ok(if matches!(length, SampleLength::Through(_)) { SampleLength::Usual } else { length })
}

/// The files of a book are others than they were.
async fn note_files(tx: &Tx, book: Id<Book>, now: Timestamp) -> db::Result<()> {
    tx.execute(sql!("update books set updated_at = $2, version = version + 1 where id = $1", book, now))
        .await?;
    changes::note(tx, book).await
}

fn put(line: Line) -> Put {
    match line.outcome {
        Outcome::Added { .. } | Outcome::Attached { .. } => Put::Entered,
        Outcome::Published { book, title } | Outcome::Unchanged { book, title } => {
            Put::Unchanged { book, title }
        }
        Outcome::Refused { code, reason } => Put::Refused { code, reason },
        Outcome::List { .. } => Put::NoBook,
    }
}
