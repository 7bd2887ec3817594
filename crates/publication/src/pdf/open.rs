//! Opens a PDF with lopdf within limits, in the child, and says why when it cannot be opened.

use std::path::Path;

use lopdf::{Document, Error, FilterFunc, LoadOptions, Object, ObjectId, xref::XrefRecovery};

use super::wire::{Finding, Order, Refusal};

/// An opened document with what was noticed while opening.
pub(super) struct Opened {
    pub(super) document: Document,
    /// The cross-reference table was rebuilt by scanning, so that parts may be missing.
    pub(super) rebuilt: bool,
    pub(super) findings: Vec<Finding>,
}

/// Opens `source`. A file that asks for a password is refused; one that opens with the empty password (the author
/// only restricted printing or copying) is taken, since every reader shows it without asking.
pub(super) fn open(source: &Path, order: &Order) -> Result<Opened, Refusal> {
    let bytes =
        std::fs::read(source).map_err(|error| Refusal::damaged(format!("cannot be read: {error}")))?;
    if !has_header(&bytes) {
        return Err(Refusal::NotAPdf);
    }
    let options = LoadOptions {
        filter: order.lean.then_some(without_structure as FilterFunc),
        max_decompressed_size: Some(usize::try_from(order.stream).unwrap_or(usize::MAX)),
        ..LoadOptions::default()
    };
    let document = Document::load_mem_with_options(&bytes, options).map_err(|error| refusal(&error))?;
    drop(bytes);
    if document.trailer.has(b"Encrypt") {
        return Err(Refusal::Password);
    }
    let mut findings = Vec::new();
    if document.was_encrypted() {
        findings.push(Finding::OwnerPassword);
    }
    let rebuilt = document.xref_recovery == Some(XrefRecovery::Reconstructed);
    if document.xref_recovery.is_some() {
        findings.push(Finding::Repaired);
    }
    Ok(Opened { document, rebuilt, findings })
}

/// Readers accept junk before the header, but not much.
fn has_header(bytes: &[u8]) -> bool {
    bytes.iter().take(1024 + 5).copied().collect::<Vec<u8>>().windows(5).any(|window| window == b"%PDF-")
}

/// Drops elements of the logical structure: large tagged books hold hundreds of thousands of them.
fn without_structure(id: ObjectId, object: &mut Object) -> Option<(ObjectId, Object)> {
    let element = matches!(object, Object::Dictionary(dictionary)
        if dictionary.has_type(b"StructElem")
            || (dictionary.has(b"S") && dictionary.has(b"P") && dictionary.has(b"K")));
    // lopdf takes the copy for members of object streams only, and the object itself otherwise; a stream is no member.
    let copy = if matches!(object, Object::Stream(_)) { Object::Null } else { object.clone() };
    (!element).then_some((id, copy))
}

fn refusal(error: &Error) -> Refusal {
    match error {
        Error::InvalidPassword | Error::UnsupportedSecurityHandler(_) | Error::Decryption(_) => {
            Refusal::Password
        }
        Error::Decompress(lopdf::DecompressError::MemoryLimitExceeded { .. }) => {
            Refusal::Bomb("a stream inflates beyond the limit".into())
        }
        other => Refusal::damaged(other.to_string()),
    }
}
