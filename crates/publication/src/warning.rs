//! What was wrong with a file that was taken all the same.

use std::fmt;

use serde::Serialize;

/// Something the bookseller may want to know: the book goes in, but was repaired or lost a part.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Warning {
    /// A stable, machine-readable name: `missing_file`, `repaired_markup` …
    pub code: &'static str,
    /// Plain English, naming the part concerned.
    pub message: String,
}

impl Warning {
    /// A warning with its stable `code` and an English `message`.
    pub fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self { code, message: message.into() }
    }
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}
