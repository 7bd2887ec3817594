//! PDFs through the child process: every file of the shared data, hostile ones, and what the copies hold.
//!
//! The data lies beside the repository (`../shared/data`, or where `WARRAQ_SHARED_DATA` says).

#![expect(clippy::expect_used, reason = "a test stops where its scaffolding breaks")]

#[path = "pdf/made.rs"]
mod made;

#[path = "pdf/containment.rs"]
mod containment;
#[path = "pdf/copies.rs"]
mod copies;
#[path = "pdf/corpus.rs"]
mod corpus;
#[path = "pdf/hostile.rs"]
mod hostile;

use std::path::{Path, PathBuf};

use publication::{
    Limits, Rejection,
    pdf::{self, Child, Publication},
};
use tempfile::TempDir;

/// The child of this crate.
fn child() -> Child {
    Child { program: env!("CARGO_BIN_EXE_pdf-child").into(), args: Vec::new() }
}

/// Takes a file in; the folder keeps what was written.
fn ingest(source: &Path) -> (TempDir, Result<Publication, Rejection>) {
    let folder = tempfile::tempdir().expect("a folder for the output");
    let result = pdf::ingest(source, folder.path(), &child(), &Limits::default());
    (folder, result)
}

/// Takes bytes in.
fn ingest_bytes(bytes: &[u8]) -> (TempDir, Result<Publication, Rejection>) {
    let source = tempfile::NamedTempFile::new().expect("a file for the source");
    std::fs::write(source.path(), bytes).expect("the source is written");
    ingest(source.path())
}

/// The codes of a publication's warnings.
fn codes(publication: &Publication) -> Vec<&'static str> {
    publication.warnings.iter().map(|warning| warning.code).collect()
}

/// A folder of the shared data.
fn shared(folder: &str) -> PathBuf {
    let beside = std::path::absolute("../../../shared/data").expect("the folder of the crate");
    std::env::var_os("WARRAQ_SHARED_DATA").map_or(beside, PathBuf::from).join(folder)
}

/// The PDFs of a folder of the shared data, by name.
fn shared_pdfs(folder: &str) -> Vec<PathBuf> {
    let folder = shared(folder);
    let entries = std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "pdf"));
    files.sort();
    assert!(!files.is_empty(), "no PDFs in {}", folder.display());
    files
}
