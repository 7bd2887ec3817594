//! Counts what the streams of a document inflate to, so that a small file that would fill a browser's memory is
//! refused. Pictures are judged by their pixels instead, since blank scans inflate a thousandfold in all honesty.

use std::io::{self, Read};

use flate2::read::ZlibDecoder;
use lopdf::{DecompressError, Dictionary, Document, Error, Object, Stream};

use super::{
    objects::entry,
    wire::{Order, Refusal},
};

const MIB: u64 = 1024 * 1024;

/// Refuses a document that inflates beyond the limits of `order`.
pub(super) fn check(document: &Document, order: &Order) -> Result<(), Refusal> {
    let mut total = 0;
    for object in document.objects.values() {
        let Object::Stream(stream) = object else { continue };
        if stream.dict.has_type(b"ObjStm") || stream.dict.has_type(b"XRef") {
            continue; // Bounded when the document was opened.
        }
        let filters = stream.filters().unwrap_or_default();
        let inflating = filters.iter().filter(|filter| inflates(filter)).count();
        if is_picture(document, &stream.dict, order)? && inflating < 2 {
            continue;
        }
        let limit = if is_font(&stream.dict) { order.font } else { order.stream };
        let inflated = match (inflating, filters.as_slice()) {
            (0, _) => continue,
            (1, [b"FlateDecode"]) => count(&stream.content, limit),
            _ => decode(stream, limit)?,
        };
        let stored = (stream.content.len() as u64).max(1);
        if inflated > limit || (inflated > MIB && inflated / stored > order.ratio) {
            return Err(bomb());
        }
        total += inflated;
        if total > order.total {
            return Err(Refusal::TooLarge {
                what: "its streams inflate to too many bytes".into(),
                limit: order.total,
            });
        }
    }
    Ok(())
}

fn bomb() -> Refusal {
    Refusal::Bomb("a small part of it inflates to an enormous size".into())
}

fn inflates(filter: &[u8]) -> bool {
    matches!(
        filter,
        b"FlateDecode" | b"Fl" | b"LZWDecode" | b"LZW" | b"RunLengthDecode" | b"RL" | b"BrotliDecode"
    )
}

fn is_font(dictionary: &Dictionary) -> bool {
    dictionary.has(b"Length1")
        || dictionary
            .get(b"Subtype")
            .and_then(Object::as_name)
            .is_ok_and(|subtype| matches!(subtype, b"Type1C" | b"CIDFontType0C" | b"OpenType"))
}

/// Whether this is a picture, of a size that can be borne.
fn is_picture(document: &Document, dictionary: &Dictionary, order: &Order) -> Result<bool, Refusal> {
    if entry(document, dictionary, b"Subtype").as_name().ok() != Some(b"Image") {
        return Ok(false);
    }
    let side = |key: &[u8]| {
        entry(document, dictionary, key).as_i64().map_or(0, |side| u64::try_from(side).unwrap_or(0))
    };
    if side(b"Width").saturating_mul(side(b"Height")) > order.pixels {
        return Err(Refusal::TooLarge { what: "a picture has too many pixels".into(), limit: order.pixels });
    }
    Ok(true)
}

/// Inflated size of a zlib stream, up to one byte over `limit`; a damaged one counts as far as it goes.
fn count(content: &[u8], limit: u64) -> u64 {
    let mut counter = Counter(0);
    let _ = io::copy(&mut ZlibDecoder::new(content).take(limit + 1), &mut counter);
    counter.0
}

struct Counter(u64);

impl io::Write for Counter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Size after all filters that lopdf knows; what it cannot decode is none of its business.
fn decode(stream: &Stream, limit: u64) -> Result<u64, Refusal> {
    match stream.decompressed_content_with_limit(usize::try_from(limit).unwrap_or(usize::MAX)) {
        Ok(content) => Ok(content.len() as u64),
        Err(Error::Decompress(
            DecompressError::MemoryLimitExceeded { .. } | DecompressError::TooManyFilters { .. },
        )) => Err(bomb()),
        Err(_) => Ok(0),
    }
}
