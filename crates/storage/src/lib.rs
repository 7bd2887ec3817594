//! The files of books, their covers and samples: in a local folder, or in an S3 bucket that any number of nodes
//! share. Everything is streamed, so memory does not grow with a file; an upload that fails leaves nothing behind.
//!
//! Keys are paths such as `books/12/cover.webp`: one folder per book, removed by [`Storage::delete_folder`].

mod error;
mod folder;
mod key;
mod place;
mod read;
mod upload;

use std::{fmt, ops::Range, path::Path as FilePath, sync::Arc, time::Duration};

use bytes::Bytes;
use futures::{StreamExt, TryStreamExt, stream::BoxStream};
use kernel::Timestamp;
use object_store::{ObjectMeta, ObjectStore, ObjectStoreExt};
use tokio::io::AsyncRead;

pub use error::Error;
pub use place::S3Settings;
pub use read::Contents;

use error::Doing;
use place::Place;

/// `Result` of everything here.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// How long a probe may take before the storage counts as not ready.
const PROBE: Duration = Duration::from_secs(3);

/// Where files are kept. Cloning is cheap and shares connections.
#[derive(Clone)]
pub struct Storage {
    store: Arc<dyn ObjectStore>,
    place: Arc<Place>,
}

/// What is known of a stored file without reading it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blob {
    /// Its key, relative to the storage's folder or prefix.
    pub key: String,
    /// In bytes.
    pub size: u64,
    /// Changes when the contents change; opaque, and not the same on a folder and a bucket.
    pub etag: Option<String>,
    /// When it was written, by the storage's clock.
    pub modified: Timestamp,
}

impl Storage {
    /// The storage at `url`: `file:FOLDER`, which is created if it is missing, or `s3://BUCKET/PREFIX`.
    ///
    /// A bucket is not contacted yet; [`Storage::ready`] does that.
    pub fn open(url: &str, s3: &S3Settings) -> Result<Self> {
        let (store, place) = place::open(url, s3)?;
        Ok(Self { store, place: Arc::new(place) })
    }

    /// Stores a small file that is in memory already, replacing what was there.
    pub async fn put_bytes(&self, key: &str, bytes: impl Into<Bytes>) -> Result<()> {
        let path = key::parse(key)?;
        let stored = self.store.put(&path, bytes.into().into()).await;
        stored.map(drop).map_err(|source| Error::from_store(Doing::Write, key, source))
    }

    /// Stores a copy of the file at `source`, replacing what was there; returns its size in bytes.
    pub async fn put_file(&self, key: &str, source: &FilePath) -> Result<u64> {
        let file = tokio::fs::File::open(source).await;
        self.put_stream(key, file.map_err(|error| Error::Source { key: key.to_owned(), source: error })?)
            .await
    }

    /// Stores what `source` yields, replacing what was there; returns its size in bytes.
    ///
    /// The file appears whole at the end or not at all, also when `source` fails or the caller goes away.
    pub async fn put_stream(&self, key: &str, source: impl AsyncRead + Send) -> Result<u64> {
        let path = key::parse(key)?;
        upload::upload(self.store.as_ref(), &path, std::pin::pin!(source))
            .await
            .map_err(|failure| failure.of(key))
    }

    /// What is known of the file at `key`.
    pub async fn blob(&self, key: &str) -> Result<Blob> {
        let path = key::parse(key)?;
        self.store.head(&path).await.map(blob).map_err(|source| Error::from_store(Doing::Read, key, source))
    }

    /// The size of the file at `key` in bytes.
    pub async fn size(&self, key: &str) -> Result<u64> {
        self.blob(key).await.map(|blob| blob.size)
    }

    /// The file at `key`, or the bytes of it in `range`, as a stream that reads no faster than it is consumed.
    ///
    /// A range that ends behind the file is cut; one that is empty or begins there is [`Error::Range`].
    pub async fn read(&self, key: &str, range: Option<Range<u64>>) -> Result<Contents> {
        read::read(self, &key::parse(key)?, key, range).await
    }

    /// The same, collected. For what is known to be small.
    pub async fn read_bytes(&self, key: &str, range: Option<Range<u64>>) -> Result<Bytes> {
        let contents = self.read(key, range).await?;
        let mut bytes =
            Vec::with_capacity(usize::try_from(contents.range.end - contents.range.start).unwrap_or(0));
        let mut stream = contents;
        while let Some(chunk) = stream.next().await {
            bytes.extend_from_slice(&chunk?);
        }
        Ok(bytes.into())
    }

    /// Removes one file. One that is not there counts as removed.
    pub async fn delete(&self, key: &str) -> Result<()> {
        let path = key::parse(key)?;
        match self.store.delete(&path).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(source) => Err(Error::from_store(Doing::Delete, key, source)),
        }
    }

    /// Removes every file whose key lies below `folder`, and on a disk the directories with them. Safe to repeat:
    /// after an error, what is left goes the next time.
    pub async fn delete_folder(&self, folder: &str) -> Result<()> {
        let path = key::parse(folder)?;
        if let Place::Folder(root) = self.place.as_ref() {
            return folder::delete(root, folder).await;
        }
        let keys = self.store.list(Some(&path)).map_ok(|meta| meta.location).boxed();
        let deleted = self.store.delete_stream(keys).try_for_each(|_| std::future::ready(Ok(()))).await;
        match deleted {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(source) => Err(Error::from_store(Doing::Delete, folder, source)),
        }
    }

    /// Every file whose key lies below `folder`, all of them if it is empty, in no order that could be relied on.
    pub fn list(&self, folder: &str) -> Result<BoxStream<'static, Result<Blob>>> {
        let path = if folder.is_empty() { None } else { Some(key::parse(folder)?) };
        let folder = folder.to_owned();
        let list = self.store.list(path.as_ref());
        Ok(list
            .map(move |meta| meta.map(blob).map_err(|e| Error::from_store(Doing::List, &folder, e)))
            .boxed())
    }

    /// Whether the storage answers, by one cheap request that ends within three seconds.
    pub async fn ready(&self) -> Result<()> {
        match self.place.as_ref() {
            Place::Folder(root) => folder::ready(root).await,
            Place::Bucket { .. } => {
                // A listing, unlike a look at one key, also notices a bucket that is not there.
                let probe = object_store::path::Path::from("ready");
                match tokio::time::timeout(PROBE, self.store.list_with_delimiter(Some(&probe))).await {
                    Ok(Ok(_)) => Ok(()),
                    Ok(Err(source)) => {
                        Err(Error::from_store(Doing::Probe, "", source).not_found_is_unavailable())
                    }
                    Err(_) => Err(Error::Slow { seconds: PROBE.as_secs() }),
                }
            }
        }
    }

    /// Removes what uploads left on a disk that were cut off by a crash, if last written before `before`; returns
    /// how many files that were. On a bucket a lifecycle rule does this, since S3 alone knows of such uploads.
    pub async fn sweep(&self, before: Timestamp) -> Result<u64> {
        match self.place.as_ref() {
            Place::Folder(root) => folder::sweep(root, before).await,
            Place::Bucket { .. } => Ok(0),
        }
    }
}

fn blob(meta: ObjectMeta) -> Blob {
    Blob {
        key: meta.location.into(),
        size: meta.size,
        etag: meta.e_tag,
        modified: Timestamp::from_millis(meta.last_modified.timestamp_millis()),
    }
}

/// The place, without secrets.
impl fmt::Display for Storage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.place, f)
    }
}

impl fmt::Debug for Storage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Storage({})", self.place)
    }
}
