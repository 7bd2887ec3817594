//! How long the client waits, and how often it tries.

use std::time::Duration;

/// The client's patience. The default is for a shop; tests hurry it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pace {
    /// For a connection, TLS included.
    pub connect: Duration,
    /// For one request with its whole answer, however slowly it drips.
    pub total: Duration,
    /// For a question with all its tries and waits. Creating is one request, within `total`.
    pub budget: Duration,
    /// The waits before further tries of a question; as many further tries as waits. Up to half as much is added by
    /// chance, so that many clients do not come back at once.
    pub waits: Vec<Duration>,
    /// After so many failures in a row the gateway is left alone.
    pub failures: u32,
    /// How long it is left alone; then one request tries whether it is back.
    pub rest: Duration,
    /// The least time that it is left alone when it says that it was asked too much (429).
    pub least_hold: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(5),
            total: Duration::from_secs(15),
            budget: Duration::from_secs(20),
            waits: [500, 1_000, 2_000].map(Duration::from_millis).to_vec(),
            failures: 5,
            rest: Duration::from_secs(30),
            least_hold: Duration::from_secs(15),
        }
    }
}
