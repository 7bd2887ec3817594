//! Files out of the storage, whole or in part: one byte range of RFC 9110, which is what PDF viewers, download
//! managers and media elements ask for. Nothing is held in memory; the bytes stream from the storage to the client.

use std::ops::Range;

use axum::body::Body;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use storage::{Blob, Storage};

use crate::caching::Caching;
use crate::conditional;
use crate::error::{Error, Result};

/// A stored file and how to hand it out.
#[derive(Clone, Copy, Debug)]
pub struct Served<'a> {
    /// Where it lies in the storage.
    pub key: &'a str,
    /// Its `Content-Type`.
    pub media_type: &'a str,
    /// How long it may be kept.
    pub caching: Caching,
    /// The name to save it under; `None` shows it in place.
    pub download: Option<&'a str>,
}

/// Answers with the file, the part that `request` asks for, 304 if the client has it, or 416. The caller has checked
/// that the reader may have it.
pub async fn serve(storage: &Storage, request: &HeaderMap, file: &Served<'_>) -> Result<Response> {
    let known = |etag: &HeaderValue| {
        request.get(header::IF_NONE_MATCH).is_some_and(|known| conditional::none_match_holds(known, etag))
    };
    if !request.contains_key(header::RANGE) {
        let contents = storage.read(file.key, None).await?;
        let (blob, size) = (contents.blob.clone(), contents.blob.size);
        if known(&etag_of(&blob)) {
            return Ok(answer(file, &blob, StatusCode::NOT_MODIFIED, 0..0, Body::empty()));
        }
        return Ok(answer(file, &blob, StatusCode::OK, 0..size, Body::from_stream(contents)));
    }
    let blob = storage.blob(file.key).await?;
    let etag = etag_of(&blob);
    if known(&etag) {
        return Ok(answer(file, &blob, StatusCode::NOT_MODIFIED, 0..0, Body::empty()));
    }
    let wanted = request.get(header::RANGE).filter(|_| if_range_holds(request, &etag));
    match wanted.map_or(Asked::Whole, |value| parse(value, blob.size)) {
        Asked::Whole => {
            let body = Body::from_stream(storage.read(file.key, None).await?);
            Ok(answer(file, &blob, StatusCode::OK, 0..blob.size, body))
        }
        Asked::Part(range) => {
            let body = Body::from_stream(storage.read(file.key, Some(range.clone())).await?);
            Ok(answer(file, &blob, StatusCode::PARTIAL_CONTENT, range, body))
        }
        Asked::Nothing => Ok(beyond_the_end(blob.size)),
    }
}

fn answer(file: &Served<'_>, blob: &Blob, status: StatusCode, range: Range<u64>, body: Body) -> Response {
    let mut response = (status, file.caching, body).into_response();
    let headers = response.headers_mut();
    headers.insert(header::ETAG, etag_of(blob));
    if file.caching == Caching::Private {
        headers.insert(header::VARY, HeaderValue::from_static("authorization, cookie"));
    }
    headers.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    if status != StatusCode::NOT_MODIFIED {
        let media_type = HeaderValue::from_str(file.media_type);
        headers.insert(
            header::CONTENT_TYPE,
            media_type.unwrap_or(HeaderValue::from_static("application/octet-stream")),
        );
        headers.insert(header::CONTENT_LENGTH, HeaderValue::from(range.end - range.start));
        if let Some(name) = file.download {
            headers.insert(header::CONTENT_DISPOSITION, attachment(name));
        }
    }
    if status == StatusCode::PARTIAL_CONTENT {
        let text = format!("bytes {}-{}/{}", range.start, range.end - 1, blob.size);
        headers.extend(HeaderValue::try_from(text).map(|value| (header::CONTENT_RANGE, value)).ok());
    }
    response
}

fn beyond_the_end(size: u64) -> Response {
    let mut response = Error::from_status(StatusCode::RANGE_NOT_SATISFIABLE).into_response();
    let text = HeaderValue::try_from(format!("bytes */{size}"));
    response.headers_mut().extend(text.map(|value| (header::CONTENT_RANGE, value)).ok());
    response
}

fn etag_of(blob: &Blob) -> HeaderValue {
    let opaque = blob.etag.as_deref().unwrap_or_default().trim_matches('"');
    HeaderValue::try_from(format!("\"{opaque}\"")).unwrap_or(HeaderValue::from_static("\"\""))
}

/// `If-Range` keeps parts of two versions from being put together: only the very same tag will do.
fn if_range_holds(request: &HeaderMap, etag: &HeaderValue) -> bool {
    request.get(header::IF_RANGE).is_none_or(|held| held == etag)
}

#[derive(Debug, PartialEq, Eq)]
enum Asked {
    /// No range, several ranges, or none that can be read: RFC 9110 lets all of these be answered with the whole.
    Whole,
    Part(Range<u64>),
    /// A range that lies behind the end.
    Nothing,
}

fn parse(value: &HeaderValue, size: u64) -> Asked {
    let part = value
        .to_str()
        .ok()
        .and_then(|text| text.trim().strip_prefix("bytes="))
        .filter(|ranges| !ranges.contains(','))
        .and_then(|range| range.trim().split_once('-'));
    let Some((first, last)) = part else { return Asked::Whole };
    let range = match (first.parse::<u64>(), last.parse::<u64>()) {
        (Ok(first), Ok(last)) if first <= last => first..last.saturating_add(1).min(size),
        (Ok(first), Err(_)) if last.is_empty() => first..size,
        (Err(_), Ok(suffix)) if first.is_empty() => size.saturating_sub(suffix)..size,
        _ => return Asked::Whole,
    };
    if range.start < range.end { Asked::Part(range) } else { Asked::Nothing }
}

/// A file name in both forms of RFC 6266: plain for old clients, and as it is.
fn attachment(name: &str) -> HeaderValue {
    let plain: String = name
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() || " .-_()".contains(c) { c } else { '_' })
        .collect();
    let escaped = percent(name);
    HeaderValue::try_from(format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{escaped}"))
        .unwrap_or(HeaderValue::from_static("attachment"))
}

fn percent(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            escaped.push(char::from(byte));
        } else {
            escaped.push_str(&format!("%{byte:02X}"));
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_three_forms_of_a_range_are_read() {
        let parse = |text: &'static str| parse(&HeaderValue::from_static(text), 100);
        assert_eq!(parse("bytes=0-9"), Asked::Part(0..10));
        assert_eq!(parse("bytes=90-"), Asked::Part(90..100));
        assert_eq!(parse("bytes=-10"), Asked::Part(90..100));
        assert_eq!(parse("bytes=-1000"), Asked::Part(0..100));
        assert_eq!(parse("bytes=90-18446744073709551615"), Asked::Part(90..100));
    }

    #[test]
    fn what_lies_behind_the_end_is_nothing_and_what_cannot_be_read_is_the_whole() {
        let parse = |text: &'static str| parse(&HeaderValue::from_static(text), 100);
        for nothing in ["bytes=100-", "bytes=200-300", "bytes=-0"] {
            assert_eq!(parse(nothing), Asked::Nothing, "{nothing}");
        }
        for whole in ["bytes=5-2", "bytes=a-b", "bytes=0-1,5-6", "pages=1-2", "bytes=-", "bytes=9"] {
            assert_eq!(parse(whole), Asked::Whole, "{whole}");
        }
    }

    #[test]
    fn a_name_in_arabic_is_kept() {
        let value = attachment("كتاب \"1\".epub");
        assert_eq!(
            value.to_str().unwrap(),
            "attachment; filename=\"____ _1_.epub\"; filename*=UTF-8''%D9%83%D8%AA%D8%A7%D8%A8%20%221%22.epub"
        );
    }
}
