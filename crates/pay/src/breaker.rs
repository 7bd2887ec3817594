//! Leaves a gateway alone for a while when it is down or asks for patience; then one request tries whether it is back.

use std::{
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use kernel::{Clock, Timestamp};

/// What others are told while one request tries whether the gateway is back.
const WHILE_TRIED: Duration = Duration::from_secs(1);

#[derive(Debug)]
pub(crate) struct Breaker {
    clock: Clock,
    /// So many failures in a row begin a rest.
    limit: u32,
    rest: Duration,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    failures: u32,
    rest: Option<Rest>,
    tried: bool,
}

#[derive(Debug, Clone, Copy)]
struct Rest {
    since: Timestamp,
    length: Duration,
}

impl Rest {
    /// What is left at `now`. A clock that was set back ends it: better an early try than payments closed for a year.
    fn left(self, now: Timestamp) -> Option<Duration> {
        let passed = u64::try_from(now.as_millis() - self.since.as_millis()).ok()?;
        self.length.checked_sub(Duration::from_millis(passed)).filter(|left| !left.is_zero())
    }
}

/// One request may go out; what became of it is to be reported. Dropped unreported, it counts for nothing.
#[derive(Debug)]
pub(crate) struct Permit<'a> {
    breaker: &'a Breaker,
    trying: bool,
}

impl Breaker {
    pub(crate) fn new(clock: Clock, limit: u32, rest: Duration) -> Self {
        Self { clock, limit: limit.max(1), rest, state: Mutex::default() }
    }

    /// Leave for one request, or how long to wait.
    pub(crate) fn permit(&self) -> Result<Permit<'_>, Duration> {
        let mut state = self.state();
        let Some(rest) = state.rest else {
            return Ok(Permit { breaker: self, trying: false });
        };
        if let Some(left) = rest.left(self.clock.now()) {
            return Err(left);
        }
        if state.tried {
            return Err(WHILE_TRIED);
        }
        state.tried = true;
        Ok(Permit { breaker: self, trying: true })
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Permit<'_> {
    /// The gateway answered, be it a refusal.
    pub(crate) fn answered(self) {
        let mut state = self.breaker.state();
        state.failures = 0;
        if self.trying {
            state.rest = None;
        }
    }

    /// The gateway did not answer, or nonsense.
    pub(crate) fn failed(self) {
        let mut state = self.breaker.state();
        state.failures = state.failures.saturating_add(1);
        let begins = self.trying || (state.rest.is_none() && state.failures >= self.breaker.limit);
        if begins {
            state.rest = Some(Rest { since: self.breaker.clock.now(), length: self.breaker.rest });
            let (failures, seconds) = (state.failures, self.breaker.rest.as_secs());
            tracing::warn!(
                pay.failures = failures,
                pay.rest_s = seconds,
                "the payment gateway is left alone"
            );
        }
    }

    /// The gateway asked to be left alone for so long.
    pub(crate) fn hold(self, length: Duration) {
        self.breaker.state().rest = Some(Rest { since: self.breaker.clock.now(), length });
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        if self.trying {
            self.breaker.state().tried = false;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const REST: Duration = Duration::from_secs(30);

    fn breaker() -> (Breaker, Clock) {
        let clock = Clock::fixed(Timestamp::from_millis(1_700_000_000_000));
        (Breaker::new(clock.clone(), 5, REST), clock)
    }

    fn fail(breaker: &Breaker, times: usize) {
        (0..times).for_each(|_| breaker.permit().unwrap().failed());
    }

    #[test]
    fn five_failures_in_a_row_begin_a_rest_and_four_do_not() {
        let (breaker, _) = breaker();
        fail(&breaker, 4);
        breaker.permit().unwrap().answered();
        fail(&breaker, 4);
        assert!(breaker.permit().is_ok());
        fail(&breaker, 1);
        assert_eq!(breaker.permit().unwrap_err(), REST);
    }

    #[test]
    fn after_the_rest_one_request_tries_and_its_fate_decides() {
        let (breaker, clock) = breaker();
        fail(&breaker, 5);
        clock.advance_seconds(29);
        assert_eq!(breaker.permit().unwrap_err(), Duration::from_secs(1));
        clock.advance_seconds(1);
        let trying = breaker.permit().unwrap();
        assert_eq!(breaker.permit().unwrap_err(), WHILE_TRIED);
        trying.failed();
        assert_eq!(breaker.permit().unwrap_err(), REST);
        clock.advance_seconds(30);
        breaker.permit().unwrap().answered();
        fail(&breaker, 4);
        assert!(breaker.permit().is_ok(), "an answer ended the rest and forgot the failures");
    }

    #[test]
    fn a_try_that_was_dropped_leaves_the_next_one_free() {
        let (breaker, clock) = breaker();
        fail(&breaker, 5);
        clock.advance_seconds(30);
        drop(breaker.permit().unwrap());
        assert!(breaker.permit().is_ok());
    }

    #[test]
    fn a_clock_that_was_set_back_ends_a_rest() {
        let (breaker, clock) = breaker();
        breaker.permit().unwrap().hold(REST);
        clock.advance_seconds(-3_600);
        assert!(breaker.permit().is_ok());
    }

    #[test]
    fn an_answer_that_was_under_way_does_not_end_a_hold() {
        let (breaker, _) = breaker();
        let under_way = breaker.permit().unwrap();
        breaker.permit().unwrap().hold(REST);
        under_way.answered();
        assert_eq!(breaker.permit().unwrap_err(), REST);
    }
}
