//! Where the files are that tests read but the project does not contain.

use std::path::{Path, PathBuf};

/// A file or folder of the shared test data: `epub/moby-dick.epub`.
pub fn shared_data(path: &str) -> PathBuf {
    let found = root().join(path);
    assert!(found.exists(), "{}: there is no such test data", found.display());
    found
}

#[expect(clippy::disallowed_methods, reason = "tests are told of the folder by their environment")]
fn root() -> PathBuf {
    let given = std::env::var("WARRAQ_SHARED_DATA").map(PathBuf::from);
    given.unwrap_or_else(|_| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data"))
}
