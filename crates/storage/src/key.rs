//! Which keys there may be: such as are the same path on every file system and in every bucket.

use object_store::path::Path;

use crate::{Error, Result};

/// S3 allows 1,024 bytes; a prefix has to fit as well.
const MOST_BYTES: usize = 512;

/// Most file systems allow 255 bytes, and an unfinished upload's name is a little longer than its key's.
const MOST_SEGMENT_BYTES: usize = 200;

/// A valid key as a path. Segments are ASCII letters, digits, `.`, `-` and `_`, and do not begin with a dot, so that
/// neither `..` nor a hidden file can be named.
pub(crate) fn parse(key: &str) -> Result<Path> {
    let reason = if key.len() > MOST_BYTES {
        Some("longer than 512 bytes")
    } else {
        key.split('/').find_map(complaint)
    };
    match reason {
        Some(reason) => Err(Error::Key { key: key.chars().take(MOST_BYTES).collect(), reason }),
        None => Ok(Path::from(key)),
    }
}

fn complaint(segment: &str) -> Option<&'static str> {
    if segment.is_empty() {
        Some("an empty segment, or a slash at an end")
    } else if segment.starts_with('.') {
        Some("a segment that begins with a dot")
    } else if segment.len() > MOST_SEGMENT_BYTES {
        Some("a segment longer than 200 bytes")
    } else if segment.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_')) {
        None
    } else {
        Some("a character other than A–Z, a–z, 0–9, dot, hyphen and underscore")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_the_same_path_everywhere() {
        for good in ["books/12/cover.webp", "a", "A-b_c.D/9", "books/12/file.epub..zip"] {
            assert_eq!(parse(good).unwrap().as_ref(), good);
        }
    }

    #[test]
    fn a_key_cannot_leave_its_place() {
        let (long, wide) = ("a/".repeat(300) + "a", "a".repeat(201));
        for bad in [
            "",
            "/",
            "/etc/passwd",
            "a/",
            "a//b",
            ".",
            "..",
            "../a",
            "a/../b",
            "a/./b",
            ".hidden",
            "a b",
            "a\\b",
            "a:b",
            "a%2e%2e",
            "é",
            "a\0",
            "a\n",
            "a#1",
            "C:/x",
            &long,
            &wide,
        ] {
            assert!(matches!(parse(bad), Err(Error::Key { .. })), "{bad:?}");
        }
    }
}
