//! Rate limits: at most so many requests per second from one household, with a burst allowed. The generic cell
//! rate algorithm keeps one moment for each address and nothing else. Written here because the crates for it
//! bring a clock and a store of their own for these sixty lines.

use std::collections::HashMap;
use std::convert::Infallible;
use std::hash::{BuildHasher, RandomState};
use std::net::{IpAddr, Ipv4Addr};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use axum::extract::FromRequestParts;
use http::request::Parts;

use crate::client::household;
use crate::error::Error;
use crate::identity::UserId;

const SHARDS: usize = 16;
/// Addresses kept in one shard before those that are even with us are forgotten.
const TIDY_AT: usize = 4_096;
/// No shard grows past this; under an attack from more addresses the counts start afresh.
const SHARD_MOST: usize = 65_536;

/// How many requests are taken: `per_second` in the long run, `burst` at once after a rest.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rate {
    /// Requests per second in the long run; above zero.
    pub per_second: f64,
    /// Requests taken at once after a rest; at least one.
    pub burst: u32,
}

/// How far requests may be apart, and how much of that may be owed.
#[derive(Clone, Copy, Debug)]
struct Pace {
    interval: Duration,
    tolerance: Duration,
}

impl From<Rate> for Pace {
    fn from(rate: Rate) -> Self {
        let interval = Duration::from_secs_f64(1.0 / rate.per_second.max(0.001));
        Self { interval, tolerance: interval * rate.burst.saturating_sub(1) }
    }
}

/// Whose requests are counted together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Counted {
    Household(IpAddr),
    Somebody(i64),
}

/// Counts requests by household, or by who sends them. Shared by reference; the moment is passed in, so that tests need
/// not wait.
#[derive(Debug)]
pub struct Limiter {
    pace: Pace,
    started: Instant,
    hasher: RandomState,
    shards: [Mutex<HashMap<Counted, Duration>>; SHARDS],
}

impl Limiter {
    /// A limiter that begins to count at `started`.
    pub fn new(rate: Rate, started: Instant) -> Self {
        Self {
            pace: rate.into(),
            started,
            hasher: RandomState::new(),
            shards: std::array::from_fn(|_| Mutex::new(HashMap::new())),
        }
    }

    /// Counts one request from `ip` at `now`. An error holds the time after which it would be taken.
    pub fn check(&self, ip: IpAddr, now: Instant) -> Result<(), Duration> {
        self.count(Counted::Household(household(ip)), now, self.pace)
    }

    fn count(&self, key: Counted, now: Instant, pace: Pace) -> Result<(), Duration> {
        let now = now.saturating_duration_since(self.started);
        let shard = usize::try_from(self.hasher.hash_one(key)).unwrap_or_default() % SHARDS;
        let mut due = self.shards[shard].lock().unwrap_or_else(PoisonError::into_inner);
        let next = due.get(&key).copied().unwrap_or_default().max(now);
        if let Some(wait) = next.checked_sub(now + pace.tolerance).filter(|wait| !wait.is_zero()) {
            return Err(wait);
        }
        tidy(&mut due, now);
        due.insert(key, next + pace.interval);
        Ok(())
    }
}

/// The household that a request comes from, as an argument of handlers whose feature counts by it. Absent where
/// requests are not counted: in load tests, and where there is no network between.
#[derive(Clone, Copy, Debug, Default)]
pub struct Client(pub(crate) Option<IpAddr>);

impl Client {
    /// Counts a request against a rate of the feature's own.
    pub fn within(self, limiter: &Limiter) -> Result<(), Error> {
        match self.0 {
            Some(ip) => {
                limiter.check(ip, Instant::now()).map_err(|retry_after| Error::TooMany { retry_after })
            }
            None => Ok(()),
        }
    }

    /// Counts a request against what all clients may do together, as one household: whoever has many addresses has no
    /// more than that.
    pub fn within_all(self, limiter: &Limiter) -> Result<(), Error> {
        Self(self.0.map(|_| IpAddr::V4(Ipv4Addr::UNSPECIFIED))).within(limiter)
    }

    /// Counts a request against what one account may do, from wherever it is used.
    pub fn within_own(self, limiter: &Limiter, user: UserId) -> Result<(), Error> {
        self.count_own(limiter, user, limiter.pace)
    }

    /// The same where the owner decides the rate meanwhile.
    pub fn within_own_at(self, limiter: &Limiter, user: UserId, rate: Rate) -> Result<(), Error> {
        self.count_own(limiter, user, rate.into())
    }

    fn count_own(self, limiter: &Limiter, user: UserId, pace: Pace) -> Result<(), Error> {
        match self.0 {
            Some(_) => limiter
                .count(Counted::Somebody(user.get()), Instant::now(), pace)
                .map_err(|retry_after| Error::TooMany { retry_after }),
            None => Ok(()),
        }
    }

    /// The address, for the audit log and nothing else; absent where requests are not counted.
    pub fn address(self) -> Option<IpAddr> {
        self.0
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Client {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(parts.extensions.get::<Self>().copied().unwrap_or_default())
    }
}

fn tidy(due: &mut HashMap<Counted, Duration>, now: Duration) {
    if due.len() < TIDY_AT || !due.len().is_multiple_of(TIDY_AT) {
        return;
    }
    due.retain(|_, moment| *moment > now);
    if due.len() >= SHARD_MOST {
        due.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RATE: Rate = Rate { per_second: 2.0, burst: 3 };

    #[test]
    fn a_burst_is_taken_and_what_follows_waits_for_its_turn() {
        let start = Instant::now();
        let limiter = Limiter::new(RATE, start);
        let ip = IpAddr::from([192, 0, 2, 1]);
        for _ in 0..3 {
            assert_eq!(limiter.check(ip, start), Ok(()));
        }
        assert_eq!(limiter.check(ip, start), Err(Duration::from_millis(500)));
        assert_eq!(limiter.check(ip, start + Duration::from_millis(500)), Ok(()));
    }

    #[test]
    fn households_do_not_pay_for_each_other() {
        let start = Instant::now();
        let limiter = Limiter::new(Rate { per_second: 1.0, burst: 1 }, start);
        assert!(limiter.check(IpAddr::from([192, 0, 2, 1]), start).is_ok());
        assert!(limiter.check(IpAddr::from([192, 0, 2, 2]), start).is_ok());
        assert!(limiter.check(IpAddr::from([192, 0, 2, 1]), start).is_err());
    }

    #[test]
    fn all_clients_together_are_one_household_where_they_are_counted_so() {
        let limiter = Limiter::new(Rate { per_second: 0.1, burst: 2 }, Instant::now());
        let client = |last| Client(Some(IpAddr::from([192, 0, 2, last])));
        assert!(client(1).within_all(&limiter).is_ok() && client(2).within_all(&limiter).is_ok());
        assert!(client(3).within_all(&limiter).is_err());
        assert!(Client(None).within_all(&limiter).is_ok(), "load tests are not counted");
    }

    #[test]
    fn an_account_is_counted_wherever_it_is_used() {
        let limiter = Limiter::new(Rate { per_second: 0.1, burst: 1 }, Instant::now());
        let client = |last| Client(Some(IpAddr::from([192, 0, 2, last])));
        let (leila, karim) = (UserId::new(1), UserId::new(2));
        assert!(client(1).within_own(&limiter, leila).is_ok());
        assert!(client(2).within_own(&limiter, leila).is_err());
        assert!(client(1).within_own(&limiter, karim).is_ok());
        assert!(Client(None).within_own(&limiter, leila).is_ok(), "load tests are not counted");
    }

    #[test]
    fn addresses_that_are_even_are_forgotten() {
        let start = Instant::now();
        let limiter = Limiter::new(Rate { per_second: 1_000.0, burst: 1 }, start);
        for number in 0..200_000_u32 {
            let ip = IpAddr::from(number.to_be_bytes());
            assert!(limiter.check(ip, start + Duration::from_millis(u64::from(number))).is_ok());
        }
        let kept: usize = limiter.shards.iter().map(|shard| shard.lock().unwrap().len()).sum();
        assert!(kept <= SHARDS * (TIDY_AT + 1), "{kept} addresses kept");
    }
}
