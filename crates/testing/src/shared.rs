//! Where the files are that tests read but the project does not contain.

use std::path::PathBuf;

/// A file or folder of the shared test data: `epub/moby-dick.epub`.
pub fn shared_data(path: &str) -> PathBuf {
    let found = root().join(path);
    assert!(found.exists(), "{}: there is no such test data", found.display());
    found
}

#[expect(clippy::disallowed_methods, reason = "tests are told of the folder by their environment")]
fn root() -> PathBuf {
    let given = std::env::var("WARRAQ_SHARED_DATA").map(PathBuf::from);
    // Tests run in the folder of their crate, wherever they were built.
    given.or_else(|_| std::path::absolute("../../../shared/data")).unwrap_or_else(|e| panic!("{e}"))
}
