//! The names that content streams use: everything that looks like `/Name` in them. Taking a few too many (a name
//! quoted in a string) is harmless; taking too few would lose pictures.

use std::collections::BTreeSet;

use lopdf::{Document, Object};

use super::objects::resolve;

/// The most inflated bytes of one content stream; the check for bombs has been here before.
const CONTENT: usize = 32 * 1024 * 1024;
/// Streams looked through for one page or font.
const STREAMS: usize = 2_000;

/// The names in the streams that `object` is or holds: a content stream, an array of them, a dictionary of glyphs.
pub(super) fn used_names(document: &Document, object: &Object) -> BTreeSet<Vec<u8>> {
    let mut names = BTreeSet::new();
    let mut waiting = vec![object];
    let mut left = STREAMS;
    while let Some(object) = waiting.pop() {
        match resolve(document, object) {
            Object::Array(parts) if left > 0 => waiting.extend(parts.iter().take(left)),
            Object::Dictionary(glyphs) if left > 0 => {
                waiting.extend(glyphs.iter().take(left).map(|(_, glyph)| glyph));
            }
            Object::Stream(stream) if left > 0 => {
                left -= 1;
                collect(&stream.get_plain_content_with_limit(CONTENT).unwrap_or_default(), &mut names);
            }
            _ => {}
        }
    }
    names
}

fn collect(content: &[u8], names: &mut BTreeSet<Vec<u8>>) {
    let mut rest = content;
    while let Some(start) = rest.iter().position(|byte| *byte == b'/') {
        rest = rest.get(start + 1..).unwrap_or_default();
        let end = rest.iter().position(|byte| is_end(*byte)).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        // Names of resources are short; what is longer is picture data that happens to hold a slash.
        if name.len() <= 127 {
            names.insert(unescaped(name));
        }
        rest = after;
    }
}

fn is_end(byte: u8) -> bool {
    byte.is_ascii_whitespace() || byte == 0 || b"()<>[]{}/%".contains(&byte)
}

/// `#20` in a name stands for a space.
fn unescaped(name: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(name.len());
    let mut rest = name;
    while let Some((first, after)) = rest.split_first() {
        let code =
            after.get(..2).and_then(|code| u8::from_str_radix(std::str::from_utf8(code).ok()?, 16).ok());
        match code {
            Some(code) if *first == b'#' => {
                plain.push(code);
                rest = after.get(2..).unwrap_or_default();
            }
            _ => {
                plain.push(*first);
                rest = after;
            }
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::collect;

    #[test]
    fn names_end_at_delimiters_and_may_be_escaped() {
        let mut names = BTreeSet::new();
        collect(b"/F1 12 Tf/Im#201 Do[/Cs8]cs (x) Tj /GS0gs", &mut names);
        let names: Vec<_> = names.iter().map(|name| String::from_utf8_lossy(name).into_owned()).collect();
        assert_eq!(names, ["Cs8", "F1", "GS0gs", "Im 1"]);
    }
}
