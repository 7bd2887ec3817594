//! What a file really is, by its content. Its name and what the manifest calls it are hints at most.

use super::{sanitise::Served, xml};

/// How many first bytes are looked at.
pub(super) const HEAD: usize = 64 * 1024;

/// What a file is served as, with its media type; `None` for what is not served at all.
pub(super) fn classify(head: &[u8], declared: &str, path: &str) -> Option<(Served, &'static str)> {
    if let Some(known) = by_magic(head, declared) {
        return Some(known);
    }
    let extension =
        path.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase()).unwrap_or_default();
    let utf16 = head.starts_with(b"\xff\xfe") || head.starts_with(b"\xfe\xff");
    if head.contains(&0) && !utf16 {
        return None;
    }
    let says_html = matches!(declared, "application/xhtml+xml" | "text/html" | "text/x-oeb1-document")
        || (declared.is_empty() && matches!(extension.as_str(), "xhtml" | "html" | "htm"));
    let says_css =
        matches!(declared, "text/css" | "text/x-oeb1-css") || (declared.is_empty() && extension == "css");
    match root_name(head).as_deref() {
        Some("html") if says_html || declared == "application/xml" || declared == "text/xml" => {
            Some((Served::Document, "application/xhtml+xml"))
        }
        Some("svg") if !says_html => Some((Served::Drawing, "image/svg+xml")),
        _ if says_html => Some((Served::Document, "application/xhtml+xml")),
        _ if says_css => Some((Served::Style, "text/css")),
        _ => None,
    }
}

fn by_magic(head: &[u8], declared: &str) -> Option<(Served, &'static str)> {
    let at = |offset: usize, magic: &[u8]| head.get(offset..).is_some_and(|rest| rest.starts_with(magic));
    let picture = |media_type| Some((Served::Picture, media_type));
    let font = |media_type| Some((Served::Font, media_type));
    let media =
        |audio, video| Some((Served::Media, if declared.starts_with("video/") { video } else { audio }));
    match head {
        _ if at(0, b"\xff\xd8\xff") => picture("image/jpeg"),
        _ if at(0, b"\x89PNG\r\n\x1a\n") => picture("image/png"),
        _ if at(0, b"GIF87a") || at(0, b"GIF89a") => picture("image/gif"),
        _ if at(0, b"RIFF") && at(8, b"WEBP") => picture("image/webp"),
        _ if at(4, b"ftypavif") || at(4, b"ftypavis") => picture("image/avif"),
        _ if at(0, b"OTTO") => font("font/otf"),
        _ if at(0, b"\0\x01\0\0") || at(0, b"true") && declared.contains("font") => font("font/ttf"),
        _ if at(0, b"ttcf") => font("font/collection"),
        _ if at(0, b"wOFF") => font("font/woff"),
        _ if at(0, b"wOF2") => font("font/woff2"),
        _ if at(4, b"ftyp") => media("audio/mp4", "video/mp4"),
        _ if at(0, b"OggS") => media("audio/ogg", "video/ogg"),
        _ if at(0, b"\x1a\x45\xdf\xa3") => media("audio/webm", "video/webm"),
        _ if at(0, b"RIFF") && at(8, b"WAVE") => media("audio/wav", "audio/wav"),
        _ if at(0, b"fLaC") => media("audio/flac", "audio/flac"),
        _ if at(0, b"ID3") => media("audio/mpeg", "audio/mpeg"),
        // The start of a sound frame is too little to go by alone.
        [0xff, second, ..] if second & 0xe0 == 0xe0 && declared.starts_with("audio/") => {
            media("audio/mpeg", "audio/mpeg")
        }
        _ => None,
    }
}

/// The local name of the first element, if the bytes begin like XML.
fn root_name(head: &[u8]) -> Option<String> {
    let text = xml::decode(head);
    let mut rest = text.trim_start_matches('\u{feff}').trim_start();
    loop {
        let skip = |rest: &str, end: &str| rest.find(end).map(|at| at + end.len());
        let next = if rest.starts_with("<?") {
            skip(rest, "?>")?
        } else if rest.starts_with("<!--") {
            skip(rest, "-->")?
        } else if rest.starts_with("<!") {
            let subset = rest.find('[').filter(|at| rest.find('>').is_some_and(|end| *at < end));
            if subset.is_some() { skip(rest, "]>")? } else { skip(rest, ">")? }
        } else {
            break;
        };
        rest = rest[next..].trim_start();
    }
    let name = rest.strip_prefix('<')?.split(|c: char| c.is_whitespace() || matches!(c, '>' | '/')).next()?;
    Some(name.rsplit(':').next()?.to_ascii_lowercase())
}

/// Width times height of a picture by its header; `None` where the bytes do not reach to it.
pub(super) fn pixels(bytes: &[u8]) -> Option<u64> {
    imagesize::blob_size(bytes).ok().map(|size| size.width as u64 * size.height as u64)
}

/// Width and height of a picture by its header.
pub(super) fn picture_size(bytes: &[u8]) -> Option<(usize, usize)> {
    imagesize::blob_size(bytes).ok().map(|size| (size.width, size.height))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(head: &[u8], declared: &str, path: &str) -> Option<Served> {
        classify(head, declared, path).map(|(served, _)| served)
    }

    #[test]
    fn content_decides_and_names_do_not() {
        let xhtml = "application/xhtml+xml";
        for (head, declared, path, expected) in [
            (&b"<?xml version='1.0'?><!DOCTYPE html><html>"[..], xhtml, "a", Some(Served::Document)),
            (b"<!-- x --><svg:svg xmlns:svg='u'>", "image/svg+xml", "a", Some(Served::Drawing)),
            (b"<html><script>", "image/jpeg", "cover.jpg", None),
            (b"\x89PNG\r\n\x1a\n", "image/jpeg", "cover.jpg", Some(Served::Picture)),
            (b"alert(1)", "text/javascript", "a.js", None),
            (b"p{}", "text/css", "a", Some(Served::Style)),
            (b"p{}", "", "a.css", Some(Served::Style)),
            (b"MZ\0\0", "text/css", "a.css", None),
            (b"<p>fragment", xhtml, "a", Some(Served::Document)),
            (b"<ncx>", "application/x-dtbncx+xml", "a.ncx", None),
            (b"{}", "application/json", "a.json", None),
            (b"", "application/octet-stream", "a", None),
        ] {
            assert_eq!(kind(head, declared, path), expected, "{declared} {path}");
        }
    }
}
