//! How often somebody may take free books and look through their library.

use std::time::Instant;

use web::{Client, Limiter, Rate, UserId};

/// The counts of one node.
pub(crate) struct Limits {
    claims: Limiter,
    searches: Limiter,
}

impl Limits {
    /// Counts that start at zero.
    pub(crate) fn new() -> Self {
        let limiter = |burst, per_second| Limiter::new(Rate { per_second, burst }, Instant::now());
        Self { claims: limiter(60, 1.0 / 10.0), searches: limiter(120, 4.0) }
    }

    /// A book taken: 60 at once, then one every 10 seconds, for each account.
    pub(crate) fn claim(&self, client: Client, user: UserId) -> web::Result<()> {
        client.within_own(&self.claims, user)
    }

    /// A library looked through for words, which reads all of it: 120 at once, then 4 a second, for each account.
    pub(crate) fn search(&self, client: Client, user: UserId, q: &str) -> web::Result<()> {
        if q.is_empty() { Ok(()) } else { client.within_own(&self.searches, user) }
    }
}
