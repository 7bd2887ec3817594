//! Storing a stream: in one piece if it is small, else in parts of which few are in memory at a time.

use std::io;

use bytes::{BufMut, Bytes, BytesMut};
use object_store::{MultipartUpload, ObjectStore, ObjectStoreExt, path::Path};
use tokio::{
    io::{AsyncRead, AsyncReadExt},
    task::JoinSet,
};

use crate::{Error, error::Doing};

/// S3 wants at least 5 MiB and at most 10,000 parts: this allows files of 58 GiB.
const PART: usize = 6 * 1024 * 1024;

/// Parts under way while the next one is read. Memory is `PART` times one more than this.
const UNDER_WAY: usize = 2;

/// Why an upload ended; the key is added by [`Failure::of`].
pub(crate) enum Failure {
    Source(io::Error),
    Store(object_store::Error),
    /// A part's task was cancelled or panicked, which only a runtime that shuts down does.
    Task(tokio::task::JoinError),
}

impl Failure {
    pub(crate) fn of(self, key: &str) -> Error {
        match self {
            Self::Source(source) => Error::Source { key: key.to_owned(), source },
            Self::Store(source) => Error::from_store(Doing::Write, key, source),
            Self::Task(source) => {
                Error::Unavailable { doing: Doing::Write, key: key.to_owned(), source: Box::new(source) }
            }
        }
    }
}

/// Stores all of `source` at `path`; returns how many bytes that were.
pub(crate) async fn upload(
    store: &dyn ObjectStore,
    path: &Path,
    mut source: impl AsyncRead + Unpin,
) -> Result<u64, Failure> {
    let first = next_part(&mut source).await?;
    if first.len() < PART {
        let size = first.len() as u64;
        store.put(path, first.into()).await.map_err(Failure::Store)?;
        return Ok(size);
    }
    let upload = store.put_multipart(path).await.map_err(Failure::Store)?;
    let mut unfinished = Unfinished { upload: Some(upload), parts: JoinSet::new() };
    match unfinished.send(first, source).await {
        Ok(size) => unfinished.complete().await.map(|()| size),
        Err(failure) => {
            unfinished.abort().await;
            Err(failure)
        }
    }
}

/// A full part, or at the end of the source what is left of it.
async fn next_part(source: &mut (impl AsyncRead + Unpin)) -> Result<Bytes, Failure> {
    // Limited, since a full buffer would otherwise grow, and be copied, for the read that finds the end.
    let mut part = BytesMut::with_capacity(PART).limit(PART);
    while source.read_buf(&mut part).await.map_err(Failure::Source)? > 0 {}
    Ok(part.into_inner().freeze())
}

/// An upload of parts that must be completed or aborted: on S3 parts are kept, and paid for, until then.
struct Unfinished {
    /// Taken when it is over.
    upload: Option<Box<dyn MultipartUpload>>,
    /// Tasks, so that parts go on while the next one is read.
    parts: JoinSet<object_store::Result<()>>,
}

impl Unfinished {
    /// Sends everything, beginning with the part that was read already; returns how many bytes that were.
    async fn send(&mut self, first: Bytes, mut source: impl AsyncRead + Unpin) -> Result<u64, Failure> {
        let (mut part, mut size) = (first, 0);
        while let (false, Some(upload)) = (part.is_empty(), self.upload.as_mut()) {
            size += part.len() as u64;
            if self.parts.len() == UNDER_WAY {
                finish_one(&mut self.parts).await?;
            }
            self.parts.spawn(upload.put_part(part.into()));
            part = next_part(&mut source).await?;
        }
        while !self.parts.is_empty() {
            finish_one(&mut self.parts).await?;
        }
        Ok(size)
    }

    async fn complete(mut self) -> Result<(), Failure> {
        let Some(upload) = self.upload.as_mut() else { return Ok(()) };
        match upload.complete().await {
            Ok(_) => {
                self.upload = None;
                Ok(())
            }
            Err(error) => {
                self.abort().await;
                Err(Failure::Store(error))
            }
        }
    }

    async fn abort(mut self) {
        if let Some(upload) = self.upload.take() {
            abort(upload, std::mem::take(&mut self.parts)).await;
        }
    }
}

/// The caller went away in the middle, as a browser does that cancels.
impl Drop for Unfinished {
    fn drop(&mut self) {
        if let (Some(upload), Ok(runtime)) = (self.upload.take(), tokio::runtime::Handle::try_current()) {
            runtime.spawn(abort(upload, std::mem::take(&mut self.parts)));
        }
    }
}

/// Waits for the parts under way before aborting: one that is cut off may still be stored by a server that has
/// received it, behind the abort that should have removed it.
async fn abort(mut upload: Box<dyn MultipartUpload>, mut parts: JoinSet<object_store::Result<()>>) {
    while parts.join_next().await.is_some() {}
    // The upload has failed already; that it cannot be cleared away either changes nothing for the caller.
    let _ = upload.abort().await;
}

async fn finish_one(parts: &mut JoinSet<object_store::Result<()>>) -> Result<(), Failure> {
    match parts.join_next().await {
        None | Some(Ok(Ok(()))) => Ok(()),
        Some(Ok(Err(error))) => Err(Failure::Store(error)),
        Some(Err(error)) => Err(Failure::Task(error)),
    }
}
