//! A picture for a book: made small and stored before the book shows it.

use db::{Db, Query as _, sql};
use kernel::{Id, Timestamp};
use storage::Storage;

use super::details::Picture;
use crate::{Book, cover::NewCover, media};

/// Where pictures are stored.
#[derive(Clone, Copy)]
pub struct PictureStore<'a> {
    /// The database, which lists what is about to be stored.
    pub db: &'a Db,
    /// The media storage.
    pub storage: &'a Storage,
    /// The time.
    pub now: Timestamp,
}

/// A picture could not be stored.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database did not answer.
    #[error(transparent)]
    Database(#[from] db::Error),
    /// The storage did not.
    #[error(transparent)]
    Storage(#[from] storage::Error),
}

impl PictureStore<'_> {
    /// Stores a picture in the folder of a book, for a change to show it; `None` where there is no such book. What no
    /// change shows is swept away after a day.
    pub async fn put(
        &self,
        book: Id<Book>,
        bytes: Vec<u8>,
        processed: cover::Processed,
    ) -> Result<Option<Picture>, StoreError> {
        let row: Option<(String, String)> =
            self.db.optional(sql!("select folder, cover_version from books where id = $1", book)).await?;
        let Some((folder, shown)) = row else { return Ok(None) };
        let cover = NewCover::brought(bytes, processed);
        if cover.version != shown {
            media::begin_upload(self.db, &format!("{folder}/cover-{}", cover.version), self.now).await?;
            cover.store(self.storage, &folder).await?;
        }
        Ok(Some(Picture { version: cover.version, placeholder: cover.placeholder }))
    }
}
