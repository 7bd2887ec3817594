//! The sample of a file gets another length. The file is taken apart again as it came, and what comes of it takes the place of
//! what is there in one transaction, as that of a replaced file does: until then the old sample is read, and whoever is in the
//! middle of it is told by the version.

use std::path::{Path, PathBuf};

use db::{Query, Tx, sql};
use futures::StreamExt as _;
use jobs::Job;
use kernel::{Id, Timestamp};
use publication::{Rejection, SampleLength};
use serde::{Deserialize, Serialize};
use tempfile::TempDir;
use tokio::io::AsyncWriteExt as _;

use super::{
    Beside, ImportError, Importer, TRIES, Target,
    file::There,
    prepare::{Prepared, off_thread},
    replace::present,
};
use crate::{Book, Format, files};

/// Cuts the sample of a file again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CutSample {
    /// The book.
    pub book: Id<Book>,
    /// Which of its files.
    pub format: Format,
}

impl Job for CutSample {
    const KIND: &'static str = "catalogue.cut_sample";
}

/// Notes that a file's sample is to have another length, and has that done.
pub(crate) async fn want(
    tx: &Tx,
    (book, format): (Id<Book>, Format),
    length: &str,
    now: Timestamp,
) -> db::Result<()> {
    tx.execute(sql!(
        "update book_files set sample_wanted = case when sample = $3 then null else $3 end, sample_trouble = null
         where book_id = $1 and format = $2",
        book,
        format,
        length
    ))
    .await?;
    jobs::enqueue(tx, &CutSample { book, format }, now).await
}

/// What a file's sample is to be; `None` where that is what it is.
async fn wanted(db: &impl Query, target: Target) -> db::Result<Option<SampleLength>> {
    let row: Option<(Option<String>,)> = db
        .optional(sql!(
            "select sample_wanted from book_files where book_id = $1 and format = $2",
            target.book,
            target.format
        ))
        .await?;
    Ok(row.and_then(|(wanted,)| wanted?.parse().ok()))
}

impl Importer {
    /// Cuts the sample of a file again, if that is wanted still; `beside` is written where it takes its place. What is done
    /// twice has the effect of once.
    pub async fn recut(&self, target: Target, beside: &dyn Beside) -> Result<(), ImportError> {
        for _ in 0..TRIES {
            let Some(length) = wanted(&self.db, target).await? else { return Ok(()) };
            let Some(book) = Book::find(&self.db, target.book).await? else { return Ok(()) };
            let Some(old) = present(&self.db, target.book, target.format).await? else { return Ok(()) };
            let work = TempDir::new_in(&self.work)?;
            let key = files::key(&book.folder, target.format, &old.version, source_name(target.format));
            let path = self.fetch(&key, work.path(), target.format).await?;
            let mut prepared =
                match self.take_apart_again(path, (old.sha256.clone(), old.bytes), length).await? {
                    Ok(prepared) => prepared,
                    Err(rejection) => return self.tell_trouble(target, length, &rejection).await,
                };
            let place = There { id: book.id, title: &book.title, folder: &book.folder };
            if self.replace(&mut prepared, place, &old, beside).await? {
                return Ok(());
            }
            // The file is another one by now, or another length is wanted: look again.
        }
        Err(ImportError::CutOff)
    }

    /// What comes of the file with a sample of this length. The book keeps the picture that it has.
    async fn take_apart_again(
        &self,
        path: PathBuf,
        (sha256, bytes): (String, i64),
        length: SampleLength,
    ) -> Result<Result<Prepared, Rejection>, ImportError> {
        let importer = self.clone();
        off_thread(move || match importer.take_apart(&path, (sha256, bytes), length) {
            Ok(mut prepared) => {
                prepared.cover = None;
                Ok(Ok(prepared))
            }
            Err(Rejection::Io(error)) => Err(error.into()),
            Err(rejection) => Ok(Err(rejection)),
        })
        .await
    }

    async fn fetch(&self, key: &str, work: &Path, format: Format) -> Result<PathBuf, ImportError> {
        let path = work.join(source_name(format));
        let mut contents = self.storage.read(key, None).await?;
        let mut file = tokio::fs::File::create(&path).await?;
        while let Some(chunk) = contents.next().await {
            file.write_all(&chunk?).await?;
        }
        file.flush().await?;
        Ok(path)
    }

    async fn tell_trouble(
        &self,
        target: Target,
        length: SampleLength,
        rejection: &Rejection,
    ) -> Result<(), ImportError> {
        self.db
            .execute(sql!(
                "update book_files set sample_wanted = null, sample_trouble = $4
                 where book_id = $1 and format = $2 and sample_wanted = $3",
                target.book,
                target.format,
                length.to_string(),
                rejection.code()
            ))
            .await?;
        Ok(())
    }
}

/// What a file as it came is called in the storage.
fn source_name(format: Format) -> &'static str {
    match format {
        Format::Epub => "source.epub",
        Format::Pdf => "source.pdf",
    }
}
