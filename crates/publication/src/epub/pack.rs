//! The pack: one file that holds every served resource of a book, each by itself a gzip member where that makes it
//! smaller, one after the other. Its index is a list of [`Resource`], so that one ranged read gives any of them.

use std::io::{self, Read as _, Write};

use flate2::{Compression, read::GzDecoder, write::GzEncoder};
use serde::{Deserialize, Serialize};

use crate::Rejection;

/// One served resource and its place in the pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resource {
    /// Its path in the book, decoded: what the path of a request must equal after percent-decoding.
    pub path: String,
    /// The media type by content, to be sent as it is.
    pub media_type: String,
    /// Bytes when served plain.
    pub size: u64,
    /// Where it begins in the pack, in bytes.
    pub offset: u64,
    /// Bytes in the pack.
    pub length: u64,
    /// Whether those bytes are gzip: they can be sent as they are with `Content-Encoding: gzip`.
    pub gzip: bool,
    /// Whether the sample needs it. What does not stays locked to those who do not own the book.
    pub in_sample: bool,
}

impl Resource {
    /// The bytes to serve, from the bytes stored in the pack.
    ///
    /// # Errors
    /// When `stored` is not what was written.
    pub fn decode(&self, stored: &[u8]) -> io::Result<Vec<u8>> {
        unpack(stored, self.size, self.gzip)
    }
}

/// The `size` bytes to serve, from those stored in the pack, plainly or as gzip.
///
/// # Errors
/// When `stored` is not what was written.
pub fn unpack(stored: &[u8], size: u64, gzip: bool) -> io::Result<Vec<u8>> {
    if !gzip {
        return Ok(stored.to_vec());
    }
    let mut bytes = Vec::new();
    GzDecoder::new(stored).take(size).read_to_end(&mut bytes)?;
    if bytes.len() as u64 == size { Ok(bytes) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
}

/// Appends resources to a pack.
pub(super) struct Pack<'w, W: Write> {
    out: Counted<'w, W>,
    /// The index so far.
    pub resources: Vec<Resource>,
}

struct Counted<'w, W: Write> {
    inner: &'w mut W,
    bytes: u64,
}

impl<W: Write> Write for Counted<'_, W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = self.inner.write(bytes)?;
        self.bytes += count as u64;
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

impl<'w, W: Write> Pack<'w, W> {
    pub(super) fn new(inner: &'w mut W) -> Self {
        Self { out: Counted { inner, bytes: 0 }, resources: Vec::new() }
    }

    /// Adds text, compressed unless that makes it longer.
    pub(super) fn text(&mut self, path: &str, media_type: &str, text: &str) -> io::Result<()> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(text.as_bytes())?;
        let packed = encoder.finish()?;
        let gzip = packed.len() < text.len();
        let offset = self.out.bytes;
        self.out.write_all(if gzip { &packed } else { text.as_bytes() })?;
        self.index(path, media_type, text.len() as u64, offset, gzip);
        Ok(())
    }

    /// Adds what `fill` hands over chunk by chunk; compressed where the media type says that it pays.
    pub(super) fn stream(
        &mut self,
        path: &str,
        media_type: &str,
        fill: impl FnOnce(&mut dyn FnMut(&[u8]) -> io::Result<bool>) -> Result<(), Rejection>,
    ) -> Result<(), Rejection> {
        let gzip = matches!(media_type, "font/otf" | "font/ttf" | "font/collection");
        let offset = self.out.bytes;
        let mut size = 0;
        if gzip {
            let mut encoder = GzEncoder::new(&mut self.out, Compression::default());
            fill(&mut |chunk| {
                size += chunk.len() as u64;
                encoder.write_all(chunk).map(|()| true)
            })?;
            encoder.finish()?;
        } else {
            fill(&mut |chunk| {
                size += chunk.len() as u64;
                self.out.write_all(chunk).map(|()| true)
            })?;
        }
        self.index(path, media_type, size, offset, gzip);
        Ok(())
    }

    fn index(&mut self, path: &str, media_type: &str, size: u64, offset: u64, gzip: bool) {
        self.resources.push(Resource {
            path: path.to_owned(),
            media_type: media_type.to_owned(),
            size,
            offset,
            length: self.out.bytes - offset,
            gzip,
            in_sample: false,
        });
    }

    /// Writes out what is buffered and gives the index.
    pub(super) fn finish(self) -> io::Result<Vec<Resource>> {
        self.out.inner.flush()?;
        Ok(self.resources)
    }
}
