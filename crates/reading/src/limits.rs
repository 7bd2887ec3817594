//! How often one account may send what it reads and marks, from wherever it is used.

use std::sync::Arc;
use std::time::Instant;

use web::{Client, Limiter, Rate, UserId};

/// The counts of one node. Cloning shares them.
#[derive(Clone)]
pub(crate) struct Limits(Arc<Counts>);

struct Counts {
    read: Limiter,
    mark: Limiter,
    sync: Limiter,
    export: Limiter,
}

impl Limits {
    /// Counts that start at zero.
    pub(crate) fn new() -> Self {
        let limiter =
            |burst, seconds: f64| Limiter::new(Rate { per_second: 1.0 / seconds, burst }, Instant::now());
        Self(Arc::new(Counts {
            read: limiter(120, 1.0),
            mark: limiter(120, 1.0),
            sync: limiter(60, 2.0),
            export: limiter(20, 10.0),
        }))
    }

    /// A place: 120 at once, then one a second.
    pub(crate) fn read(&self, client: Client, user: UserId) -> web::Result<()> {
        client.within_own(&self.0.read, user)
    }

    /// A mark made, changed or deleted: 120 at once, then one a second.
    pub(crate) fn mark(&self, client: Client, user: UserId) -> web::Result<()> {
        client.within_own(&self.0.mark, user)
    }

    /// A batch: 60 at once, then one every two seconds.
    pub(crate) fn sync(&self, client: Client, user: UserId) -> web::Result<()> {
        client.within_own(&self.0.sync, user)
    }

    /// All marks of a book in a file: 20 at once, then one every ten seconds.
    pub(crate) fn export(&self, client: Client, user: UserId) -> web::Result<()> {
        client.within_own(&self.0.export, user)
    }
}
