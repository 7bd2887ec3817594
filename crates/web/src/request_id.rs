//! A name for each request, so that a reader's "it said 4f1c…-2a" leads to the lines of the log. The name is
//! answered in `x-request-id`, stands in every log line of the request, and is the reference that a 500 shows.
//!
//! A name given by the client is not taken over: it would let anybody write into our logs.

use std::fmt;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use http::{HeaderName, HeaderValue};

/// The header that carries the request's name back to the client.
pub const HEADER: HeaderName = HeaderName::from_static("x-request-id");

/// The name of one request: eight hexadecimal digits for the process, a dash, and the request's number in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestId(Arc<str>);

impl RequestId {
    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The name as a header value. It is hexadecimal, so that it always fits.
    pub(crate) fn header(&self) -> HeaderValue {
        HeaderValue::from_str(&self.0).unwrap_or(HeaderValue::from_static("-"))
    }
}

impl fmt::Display for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Hands out request names. One for a process; nodes differ by the prefix drawn at the start.
#[derive(Debug)]
pub struct RequestIds {
    prefix: u32,
    next: AtomicU64,
}

impl RequestIds {
    /// Starts counting at one, under a prefix from the operating system's chance (which seeds `RandomState`).
    pub fn new() -> Self {
        let chance = RandomState::new().build_hasher().finish();
        Self { prefix: u32::try_from(chance >> 32).unwrap_or_default(), next: AtomicU64::new(1) }
    }

    /// The next name.
    pub fn next(&self) -> RequestId {
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        RequestId(format!("{:08x}-{number:x}", self.prefix).into())
    }
}

impl Default for RequestIds {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_one_process_share_a_prefix_and_never_repeat() {
        let ids = RequestIds::new();
        let (first, second) = (ids.next(), ids.next());
        assert_ne!(first, second);
        assert_eq!(first.as_str()[..9], second.as_str()[..9]);
    }
}
