//! Any bytes as an EPUB file: they are refused or taken, never more than that.
#![no_main]

use std::io::Write as _;

use libfuzzer_sys::fuzz_target;
use publication::{Limits, epub};

fuzz_target!(|bytes: &[u8]| {
    let Ok(mut file) = tempfile::NamedTempFile::new() else { return };
    if file.write_all(bytes).is_err() {
        return;
    }
    let mib = 1024 * 1024;
    let limits = Limits { entry_bytes: mib, media_bytes: mib, total_bytes: 4 * mib, entries: 200, ..Limits::default() };
    let mut pack = Vec::new();
    if let Ok(book) = epub::ingest(file.path(), &mut pack, &limits) {
        let stored: u64 = book.resources.iter().map(|resource| resource.length).sum();
        assert_eq!(stored, pack.len() as u64);
    }
});
