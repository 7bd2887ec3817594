//! Telling an EPUB from a PDF by its first bytes, never by its name.

use std::{fs::File, io::Read, path::Path};

use serde::{Deserialize, Serialize};

use crate::Rejection;

/// The two kinds of file a book comes as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// EPUB 2 or 3.
    Epub,
    /// PDF of any version.
    Pdf,
}

impl Kind {
    /// `epub` or `pdf`: also the usual file name extension.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Epub => "epub",
            Self::Pdf => "pdf",
        }
    }

    /// The IANA media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Epub => "application/epub+zip",
            Self::Pdf => "application/pdf",
        }
    }
}

/// How far into a file a PDF's signature may stand (PDF 1.7, implementation note 13).
const HEAD: u64 = 1024;

/// Looks at the first kilobyte of the file at `path`. A zip archive counts as an EPUB here; ingesting it then
/// says whether it is one.
///
/// # Errors
/// [`Rejection::NotAPublication`] for anything else (an empty file too), [`Rejection::Io`] when the file cannot be read.
pub fn sniff(path: &Path) -> Result<Kind, Rejection> {
    let mut head = Vec::new();
    File::open(path)?.take(HEAD).read_to_end(&mut head)?;
    sniff_bytes(&head)
}

/// [`sniff`] for bytes at hand: the first kilobyte is enough.
pub fn sniff_bytes(head: &[u8]) -> Result<Kind, Rejection> {
    if head.is_empty() {
        return Err(Rejection::NotAPublication("the file is empty".to_owned()));
    }
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return Ok(Kind::Epub);
    }
    if head.windows(5).any(|window| window == b"%PDF-") {
        return Ok(Kind::Pdf);
    }
    Err(Rejection::NotAPublication("its first bytes are of another kind of file".to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_bytes_decide() {
        assert_eq!(sniff_bytes(b"PK\x03\x04rest").ok(), Some(Kind::Epub));
        assert_eq!(sniff_bytes(b"\xef\xbb\xbfjunk\n%PDF-1.7").ok(), Some(Kind::Pdf));
        for not in [&b""[..], b"<html>", b"PK", b"Rar!"] {
            assert_eq!(sniff_bytes(not).map_err(|r| r.code()), Err("not_a_publication"));
        }
    }
}
