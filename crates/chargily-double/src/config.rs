//! What the double is started with.

use std::net::{Ipv4Addr, SocketAddr};

use kernel::{Clock, Random};
use serde::{Deserialize, Serialize};

use crate::knobs::Knobs;

/// The gateway's two worlds: neither knows the other's keys or checkouts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// Play money: `/test/api/v2`, keys `test_sk_…`.
    Test,
    /// True money at the true gateway: `/api/v2`, keys `live_sk_…`.
    Live,
}

impl Mode {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Test, Self::Live];

    /// What paths of the mode begin with, the pages' among them: `/test`, or nothing.
    pub const fn prefix(self) -> &'static str {
        match self {
            Self::Test => "/test",
            Self::Live => "",
        }
    }

    /// What secret keys of the mode begin with.
    pub const fn key_prefix(self) -> &'static str {
        match self {
            Self::Test => "test_sk_",
            Self::Live => "live_sk_",
        }
    }

    /// The other mode.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Test => Self::Live,
            Self::Live => Self::Test,
        }
    }

    pub(crate) const fn index(self) -> usize {
        match self {
            Self::Test => 0,
            Self::Live => 1,
        }
    }
}

/// How a double is started. `Config::default()` takes a free port, keys that are plainly examples, and the machine's
/// clock and chance.
#[derive(Debug, Clone)]
pub struct Config {
    /// Where to listen: an address of this machine only; port 0 takes a free one.
    pub listen: SocketAddr,
    /// The secret key of the test mode, which calls must bring and events are signed with.
    pub test_key: String,
    /// The secret key of the live mode.
    pub live_key: String,
    /// Where the time comes from. The double can be moved on besides.
    pub clock: Clock,
    /// Where ids come from.
    pub random: Random,
    /// The knobs to begin with, and to go back to.
    pub knobs: Knobs,
}

impl Config {
    pub(crate) fn key(&self, mode: Mode) -> &str {
        match mode {
            Mode::Test => &self.test_key,
            Mode::Live => &self.live_key,
        }
    }
}

impl Default for Config {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
            test_key: "test_sk_EXAMPLE_not_a_real_key".to_owned(),
            live_key: "live_sk_EXAMPLE_not_a_real_key".to_owned(),
            clock: Clock::system(),
            random: Random::system(),
            knobs: Knobs::default(),
        }
    }
}
