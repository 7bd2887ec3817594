//! Why the program stops: one line, which says what is wrong and what to do next.

use std::fmt;

/// A line for standard error.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Failure(String);

impl Failure {
    /// A failure in one line; line breaks of a cause are joined.
    pub(crate) fn new(line: impl AsRef<str>) -> Self {
        Self(
            line.as_ref()
                .split('\n')
                .map(str::trim)
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(" "),
        )
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
