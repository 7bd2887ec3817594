//! How often one account may write, like, rate and report, from wherever it is used. How often it may write, the owner decides.

use std::time::Instant;

use web::{Client, Limiter, Rate, UserId};

/// The counts of one node.
pub(crate) struct Limits {
    write: Limiter,
    write_long: Limiter,
    rate: Limiter,
    like: Limiter,
    report: Limiter,
}

/// How often somebody writes who writes so many comments a minute.
fn writing(per_minute: u32) -> Rate {
    Rate { per_second: f64::from(per_minute) / 60.0, burst: per_minute.saturating_mul(2) }
}

impl Limits {
    /// Counts that start at zero.
    pub(crate) fn new() -> Self {
        let limiter =
            |burst, seconds: f64| Limiter::new(Rate { per_second: 1.0 / seconds, burst }, Instant::now());
        Self {
            // Its rate is told with each count.
            write: limiter(10, 12.0),
            write_long: limiter(60, 60.0),
            rate: limiter(60, 2.0),
            like: limiter(60, 2.0),
            report: limiter(10, 60.0),
        }
    }

    /// A comment, or other words for one: as many a minute as the owner takes, twice as many at once after a rest; in the long
    /// run one a minute after the first 60.
    pub(crate) fn write(&self, client: Client, user: UserId, per_minute: u32) -> web::Result<()> {
        client.within_own_at(&self.write, user, writing(per_minute))?;
        client.within_own(&self.write_long, user)
    }

    /// A rating given, changed or taken back: 60 at once, then one every 2 seconds.
    pub(crate) fn rate(&self, client: Client, user: UserId) -> web::Result<()> {
        client.within_own(&self.rate, user)
    }

    /// A like given or taken back: 60 at once, then one every 2 seconds.
    pub(crate) fn like(&self, client: Client, user: UserId) -> web::Result<()> {
        client.within_own(&self.like, user)
    }

    /// A report: 10 at once, then one a minute.
    pub(crate) fn report(&self, client: Client, user: UserId) -> web::Result<()> {
        client.within_own(&self.report, user)
    }
}
