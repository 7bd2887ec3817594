//! A book's text, out of the storage. Where it is not there, or was written by another release, it is made again.

use std::collections::HashMap;
use std::ops::Range;

use bytes::Bytes;
use catalogue::{EpubContents, File, Stored, text};
use publication::epub;
use search::{FoldedText, Spot};
use web::App;

use crate::access::Opened;

/// The part that is looked through.
pub(crate) async fn open(
    app: &App,
    (opened, file): (&Opened, &File),
    contents: &EpubContents,
) -> web::Result<FoldedText> {
    match app.storage.read_bytes(&opened.book.part(file, text::FOLDED), None).await {
        Ok(part) => match FoldedText::open(part) {
            Some(folded) => Ok(folded),
            None => make(app, (opened, file), contents).await,
        },
        Err(storage::Error::NotFound { .. }) => make(app, (opened, file), contents).await,
        Err(error) => Err(error.into()),
    }
}

/// The stretch of the text as it is written that has all sections in which something was found.
pub(crate) struct Plain {
    bytes: Bytes,
    start: u64,
}

impl Plain {
    /// A section's part of it.
    pub(crate) fn of(&self, folded: &FoldedText, section: usize) -> &str {
        let within = |at: u64| at.checked_sub(self.start).and_then(|at| usize::try_from(at).ok());
        let part = folded.plain(section).and_then(|range| Some(within(range.start)?..within(range.end)?));
        let bytes = part.and_then(|range| self.bytes.get(range));
        bytes.and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default()
    }
}

/// Reads what is needed to show what stands at some spots.
pub(crate) async fn plain(
    app: &App,
    (opened, file): (&Opened, &File),
    folded: &FoldedText,
    spots: &[Spot],
) -> web::Result<Plain> {
    let ranges = spots.iter().filter_map(|spot| folded.plain(spot.section));
    let whole = ranges.reduce(|a, b| a.start.min(b.start)..a.end.max(b.end));
    let Some(Range { start, end }) = whole else { return Ok(Plain { bytes: Bytes::new(), start: 0 }) };
    let key = opened.book.part(file, text::PLAIN);
    Ok(Plain { bytes: app.storage.read_bytes(&key, Some(start..end)).await?, start })
}

/// Makes both parts from the pack.
async fn make(
    app: &App,
    (opened, file): (&Opened, &File),
    contents: &EpubContents,
) -> web::Result<FoldedText> {
    let stored: HashMap<String, Stored> = (file.documents(&app.db).await?.into_iter())
        .map(|document| (epub::href(&document.path), document))
        .collect();
    let pack = opened.book.part(file, "pack");
    let mut documents = HashMap::new();
    for href in contents.texts() {
        let Some(document) = stored.get(href).filter(|document| document.length > 0) else { continue };
        let (start, length) = (document.start.unsigned_abs(), document.length.unsigned_abs());
        let bytes = app.storage.read_bytes(&pack, Some(start..start + length)).await?;
        documents.insert(href.to_owned(), (bytes, document.size.unsigned_abs(), document.gzip));
    }
    let contents = contents.clone();
    let written = tokio::task::spawn_blocking(move || {
        text::write(&contents, |href| match documents.get(href) {
            Some((bytes, size, gzip)) => epub::unpack(bytes, *size, *gzip),
            None => Ok(Vec::new()),
        })
    });
    let internal = |error: std::io::Error| web::Error::Internal(error.into());
    let parts = written.await.map_err(|e| web::Error::Internal(e.into()))?.map_err(internal)?;
    let folded = Bytes::from(parts.folded);
    app.storage.put_bytes(&opened.book.part(file, text::PLAIN), parts.plain).await?;
    app.storage.put_bytes(&opened.book.part(file, text::FOLDED), folded.clone()).await?;
    FoldedText::open(folded).ok_or_else(|| internal(std::io::ErrorKind::InvalidData.into()))
}
