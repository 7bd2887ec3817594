//! Reading a stored file, or a part of it, as a stream.

use std::{
    io::SeekFrom,
    ops::Range,
    pin::Pin,
    task::{Context, Poll},
};

use bytes::Bytes;
use futures::{Stream, StreamExt, stream::BoxStream};
use object_store::{GetOptions, GetRange, GetResult, GetResultPayload, ObjectStore, path::Path};
use tokio::io::{AsyncReadExt, AsyncSeekExt};
use tokio_util::io::ReaderStream;

use crate::{Blob, Error, Result, Storage, blob, error::Doing};

/// How much of a file on disk is read at a time: each read is a hop to another thread.
const CHUNK: usize = 64 * 1024;

/// The bytes of a file, or of a range of it: a stream, to be sent on as it comes.
pub struct Contents {
    /// The whole file, of which the stream may be a part.
    pub blob: Blob,
    /// The bytes that will come, cut to the size of the file.
    pub range: Range<u64>,
    stream: BoxStream<'static, Result<Bytes>>,
}

impl Stream for Contents {
    type Item = Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.stream.as_mut().poll_next(context)
    }
}

pub(crate) async fn read(
    storage: &Storage,
    path: &Path,
    key: &str,
    range: Option<Range<u64>>,
) -> Result<Contents> {
    let out_of_range = |range: &Range<u64>, size| Error::Range {
        key: key.to_owned(),
        start: range.start,
        end: range.end,
        size,
    };
    if let Some(range) = range.as_ref().filter(|range| range.is_empty()) {
        return Err(out_of_range(range, storage.size(key).await?));
    }
    let options = GetOptions { range: range.clone().map(GetRange::Bounded), ..GetOptions::default() };
    let result = match storage.store.get_opts(path, options).await {
        Ok(result) => result,
        Err(error @ object_store::Error::Generic { .. }) => {
            // Each store says in its own words that a range lies behind the end; the size says it for both.
            return Err(match (range, storage.size(key).await) {
                (Some(range), Ok(size)) if range.start >= size => out_of_range(&range, size),
                _ => Error::from_store(Doing::Read, key, error),
            });
        }
        Err(error) => return Err(Error::from_store(Doing::Read, key, error)),
    };
    let (meta, range) = (blob(result.meta.clone()), result.range.clone());
    Ok(Contents { blob: meta, range, stream: stream(result, key).await? })
}

async fn stream(result: GetResult, key: &str) -> Result<BoxStream<'static, Result<Bytes>>> {
    let key = key.to_owned();
    let range = result.range.clone();
    match result.payload {
        GetResultPayload::File(file, _) => {
            let mut file = tokio::fs::File::from_std(file);
            let sought = file.seek(SeekFrom::Start(range.start)).await;
            sought.map_err(|error| Error::from_disk(Doing::Read, &key, error))?;
            let bytes = ReaderStream::with_capacity(file.take(range.end - range.start), CHUNK);
            Ok(bytes
                .map(move |chunk| chunk.map_err(|error| Error::from_disk(Doing::Read, &key, error)))
                .boxed())
        }
        GetResultPayload::Stream(stream) => {
            Ok(stream.map(move |chunk| chunk.map_err(|e| Error::from_store(Doing::Read, &key, e))).boxed())
        }
    }
}
