//! How long a job that failed waits before it is tried again.

use kernel::{Random, Timestamp};

/// The pause after the first failure, in milliseconds; each further one is three times as long.
const FIRST: i64 = 5_000;
/// The longest pause, in milliseconds: six hours.
const LONGEST: i64 = 6 * 60 * 60 * 1_000;

/// When to try again after the `tries`th failure: later each time, and by a quarter earlier or later at random, so
/// that jobs which failed together do not come back together.
pub(crate) fn retry_at(now: Timestamp, tries: u32, random: &Random) -> Timestamp {
    let pause = 3_i64.saturating_pow(tries.saturating_sub(1)).saturating_mul(FIRST).min(LONGEST);
    let chance = i64::from(u16::from_le_bytes(random.bytes()));
    let jitter = pause / 2 * chance / i64::from(u16::MAX) - pause / 4;
    Timestamp::from_millis(now.as_millis() + pause + jitter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_to_six_hours_and_differ() {
        let (start, random) = (Timestamp::from_millis(0), Random::seeded(1));
        let seconds = |tries| retry_at(start, tries, &random).as_millis() / 1_000;
        for (tries, pause) in [(1, 5), (2, 15), (3, 45), (7, 3_645), (12, 21_600), (u32::MAX, 21_600)] {
            let taken = seconds(tries);
            assert!((pause * 3 / 4 - 1..=pause * 5 / 4).contains(&taken), "after {tries}: {taken} s");
        }
        let pauses: std::collections::HashSet<_> = (0..20).map(|_| seconds(9)).collect();
        assert!(pauses.len() > 10, "{pauses:?}");
    }
}
