//! How often one household may change what it keeps, and look through it. Whole neighbourhoods share an address behind
//! their carrier, so the numbers are generous.

use std::time::Instant;

use web::{Client, Limiter, Rate};

/// The counts of one node.
pub(crate) struct Limits {
    change: Limiter,
    search: Limiter,
}

impl Limits {
    /// Counts that start at zero.
    pub(crate) fn new() -> Self {
        let limiter = |burst, per_second| Limiter::new(Rate { per_second, burst }, Instant::now());
        Self { change: limiter(300, 5.0), search: limiter(120, 4.0) }
    }

    /// Something kept, removed or cleared: 300 at once, then 5 a second.
    pub(crate) fn change(&self, client: Client) -> web::Result<()> {
        client.within(&self.change)
    }

    /// A list looked through for words, which reads all of it: 120 at once, then 4 a second.
    pub(crate) fn search(&self, client: Client, q: &str) -> web::Result<()> {
        if q.is_empty() { Ok(()) } else { client.within(&self.search) }
    }
}
