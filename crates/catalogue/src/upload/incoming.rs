//! The bytes of a file as they come in: counted, hashed, and looked at, so that what is no book, or too large, ends early.

use std::{
    io,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    task::{Context, Poll, ready},
};

use bytes::Bytes;
use futures::{Stream, StreamExt as _};
use publication::{Kind, Limits};
use sha2::{Digest as _, Sha256};
use tokio::io::{AsyncRead, ReadBuf};

use super::Refusal;

/// How much of a file tells its kind, in bytes.
const HEAD: usize = 1024;

/// A stream that is read as a file.
pub(super) struct Incoming<S> {
    stream: S,
    chunk: Bytes,
    limits: Limits,
    digest: Sha256,
    head: Vec<u8>,
    most: Option<u64>,
    bytes: Arc<AtomicI64>,
    /// Why it is not read any further.
    pub(super) refusal: Option<Refusal>,
}

impl<S> Incoming<S> {
    /// `bytes` tells others how many have come.
    pub(super) fn new(stream: S, limits: Limits, bytes: Arc<AtomicI64>) -> Self {
        Self {
            stream,
            chunk: Bytes::new(),
            limits,
            digest: Sha256::new(),
            head: Vec::with_capacity(HEAD),
            most: None,
            bytes,
            refusal: None,
        }
    }

    /// The SHA-256 of all that came, in hexadecimal digits.
    pub(super) fn sha256(self) -> String {
        self.digest
            .finalize()
            .iter()
            .fold(String::with_capacity(64), |text, byte| format!("{text}{byte:02x}"))
    }

    /// Looks at bytes, and says whether more may come.
    fn look(&mut self, chunk: &[u8]) -> Result<(), Refusal> {
        self.digest.update(chunk);
        let more = i64::try_from(chunk.len()).unwrap_or(i64::MAX);
        let bytes = self.bytes.fetch_add(more, Ordering::Relaxed).saturating_add(more);
        if self.most.is_none() {
            let missing = HEAD - self.head.len();
            self.head.extend_from_slice(&chunk[..chunk.len().min(missing)]);
            if self.head.len() == HEAD {
                self.find_kind()?;
            }
        }
        match self.most {
            Some(most) if bytes.unsigned_abs() > most => {
                Err(Refusal::new("too_large", format!("the file is larger than {most} bytes")))
            }
            _ => Ok(()),
        }
    }

    /// What it is decides how large it may be.
    fn find_kind(&mut self) -> Result<(), Refusal> {
        let kind = publication::sniff_bytes(&self.head)
            .map_err(|rejection| Refusal::new(rejection.code(), rejection.to_string()))?;
        self.most = Some(match kind {
            Kind::Epub => self.limits.epub_bytes,
            Kind::Pdf => self.limits.pdf_bytes,
        });
        Ok(())
    }

    fn stop(&mut self, refusal: Refusal) -> io::Error {
        self.refusal = Some(refusal);
        io::Error::other("the file is refused")
    }
}

impl<S: Stream<Item = io::Result<Bytes>> + Unpin> AsyncRead for Incoming<S> {
    fn poll_read(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let this = self.get_mut();
        while this.chunk.is_empty() {
            match ready!(this.stream.poll_next_unpin(context)) {
                Some(chunk) => {
                    let chunk = chunk?;
                    if let Err(refusal) = this.look(&chunk) {
                        return Poll::Ready(Err(this.stop(refusal)));
                    }
                    this.chunk = chunk;
                }
                None if this.most.is_none() => {
                    // A file shorter than what usually tells.
                    return Poll::Ready(this.find_kind().map_err(|refusal| this.stop(refusal)));
                }
                None => return Poll::Ready(Ok(())),
            }
        }
        let count = this.chunk.len().min(buffer.remaining());
        buffer.put_slice(&this.chunk.split_to(count));
        Poll::Ready(Ok(()))
    }
}
