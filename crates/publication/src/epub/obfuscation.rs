//! Font obfuscation (IDPF and Adobe): not protection, only a hindrance to taking the font out of the book. Undone at
//! ingest, since browsers cannot. Any other algorithm in `encryption.xml` is digital rights management.

use std::collections::HashMap;

use sha1::{Digest, Sha1};

use super::{names, xml::Tree};
use crate::{Limits, Rejection};

const ENCRYPTION: &str = "META-INF/encryption.xml";

/// How a font was obfuscated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Algorithm {
    /// SHA-1 of the unique identifier over the first 1,040 bytes.
    Idpf,
    /// The identifier's UUID over the first 1,024 bytes.
    Adobe,
}

/// Which files are obfuscated, and how.
#[derive(Debug, Default)]
pub(super) struct Obfuscation {
    files: HashMap<String, Algorithm>,
}

impl Obfuscation {
    /// Reads `encryption.xml`, refusing what cannot be undone.
    pub(super) fn parse(bytes: &[u8], limits: &Limits) -> Result<Self, Rejection> {
        let tree = Tree::parse(ENCRYPTION, bytes, limits.depth)?;
        let mut files = HashMap::new();
        for data in tree.root().descendants().filter(|element| element.name() == "EncryptedData") {
            let algorithm = data.child("EncryptionMethod").and_then(|method| method.attribute("Algorithm"));
            let algorithm = match algorithm.unwrap_or_default() {
                "http://www.idpf.org/2008/embedding" => Algorithm::Idpf,
                "http://ns.adobe.com/pdf/enc#RC" => Algorithm::Adobe,
                other => return Err(Rejection::Protected(format!("encryption ({other})"))),
            };
            for reference in data.descendants().filter(|element| element.name() == "CipherReference") {
                let uri = reference.attribute("URI").unwrap_or_default();
                if let names::Target::Inside { path, .. } = names::resolve("root", uri) {
                    files.insert(path, algorithm);
                }
            }
        }
        Ok(Self { files })
    }

    /// The key for the file at `path`, if it is obfuscated and the book's identifiers give one.
    pub(super) fn key(&self, path: &str, identifiers: &Identifiers) -> Option<Key> {
        match self.files.get(path)? {
            Algorithm::Idpf => {
                let id: String =
                    identifiers.unique.chars().filter(|c| !matches!(c, ' ' | '\t' | '\r' | '\n')).collect();
                Some(Key { bytes: Sha1::digest(id.as_bytes()).to_vec(), covered: 1040 })
            }
            Algorithm::Adobe => {
                let bytes = identifiers.uuid()?;
                Some(Key { bytes, covered: 1024 })
            }
        }
    }
}

/// The package's identifiers, as the algorithms want them.
#[derive(Debug, Default)]
pub(super) struct Identifiers {
    /// The one that the package calls unique.
    pub unique: String,
    /// All of them, in order.
    pub all: Vec<String>,
}

impl Identifiers {
    fn uuid(&self) -> Option<Vec<u8>> {
        std::iter::once(&self.unique).chain(&self.all).find_map(|id| {
            let hex: String = id.rsplit(':').next()?.chars().filter(|c| *c != '-').collect();
            if hex.len() != 32 || !hex.bytes().all(|b| b.is_ascii_hexdigit()) {
                return None;
            }
            (0..16).map(|i| u8::from_str_radix(&hex[2 * i..2 * i + 2], 16).ok()).collect()
        })
    }
}

/// Restores the bytes of one font as they pass.
#[derive(Debug, Clone)]
pub(super) struct Key {
    bytes: Vec<u8>,
    covered: usize,
}

impl Key {
    /// Restores `chunk`, which starts `offset` bytes into the file.
    pub(super) fn apply(&self, offset: usize, chunk: &mut [u8]) {
        let covered = self.covered.saturating_sub(offset);
        for (i, byte) in chunk.iter_mut().take(covered).enumerate() {
            *byte ^= self.bytes[(offset + i) % self.bytes.len()];
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(algorithm: &str) -> Result<Obfuscation, Rejection> {
        let xml = format!(
            "<encryption xmlns='urn:oasis:names:tc:opendocument:xmlns:container'>\
             <e:EncryptedData xmlns:e='http://www.w3.org/2001/04/xmlenc#'><e:EncryptionMethod Algorithm='{algorithm}'/>\
             <e:CipherData><e:CipherReference URI='OPS/a%20b.otf'/></e:CipherData></e:EncryptedData></encryption>"
        );
        Obfuscation::parse(xml.as_bytes(), &Limits::default())
    }

    #[test]
    fn both_algorithms_undo_themselves_in_any_chunks() {
        let ids = Identifiers {
            unique: " urn:uuid:12345678-9abc-def0-1234-56789abcdef0\n".to_owned(),
            all: Vec::new(),
        };
        for algorithm in ["http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"] {
            let key = with(algorithm).ok().and_then(|o| o.key("OPS/a b.otf", &ids));
            if algorithm.contains("adobe") {
                assert!(key.is_none(), "an identifier with a line break is not a UUID");
                continue;
            }
            let key = key.expect("listed");
            let mut whole = vec![7_u8; 3000];
            key.apply(0, &mut whole);
            assert!(whole[..1040].iter().any(|b| *b != 7) && whole[1040..].iter().all(|b| *b == 7));
            for (i, chunk) in whole.chunks_mut(100).enumerate() {
                key.apply(i * 100, chunk);
            }
            assert!(whole.iter().all(|b| *b == 7));
        }
    }

    #[test]
    fn adobe_takes_the_first_uuid_among_the_identifiers() {
        let ids = Identifiers {
            unique: "isbn".to_owned(),
            all: vec!["urn:uuid:00000000-0000-0000-0000-0000000000ff".to_owned()],
        };
        let key = with("http://ns.adobe.com/pdf/enc#RC").ok().and_then(|o| o.key("OPS/a b.otf", &ids));
        let mut bytes = [0_u8; 32];
        key.expect("a UUID").apply(0, &mut bytes);
        assert_eq!((bytes[15], bytes[31], bytes[0]), (0xff, 0xff, 0));
    }

    #[test]
    fn any_other_algorithm_is_protection() {
        let aes = with("http://www.w3.org/2001/04/xmlenc#aes128-cbc");
        assert_eq!(aes.map_err(|r| r.code()).err(), Some("protected"));
    }
}
