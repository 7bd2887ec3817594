//! How a job ends other than well.

use std::fmt;

/// A job that failed in [`Worker::drain`](crate::Worker::drain).
#[derive(Debug)]
pub struct Failure {
    /// Its kind.
    pub kind: String,
    /// What it said, with its causes.
    pub error: String,
    /// Whether it was given up; otherwise it will be tried again.
    pub dead: bool,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.kind, self.error)
    }
}

/// The error of a job that will never succeed: it is dead at once instead of being tried again.
///
/// ```ignore
/// Err(SendError::Permanent(reason)) => Err(GiveUp::because(reason)),
/// ```
#[derive(Debug)]
pub struct GiveUp(String);

impl GiveUp {
    /// Why there is no use in trying again.
    pub fn because(reason: impl fmt::Display) -> anyhow::Error {
        anyhow::Error::new(Self(reason.to_string()))
    }
}

impl fmt::Display for GiveUp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
impl std::error::Error for GiveUp {}
