//! What is wrong in a message file, and where.

use std::fmt;

/// One thing to mend. Its text is `file:line: reason`, which editors make a link of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file, as its [`Source`](crate::Source) names it.
    pub path: String,
    /// From 1.
    pub line: usize,
    /// A sentence that says what to write instead, where that is known.
    pub reason: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.line, self.reason)
    }
}
