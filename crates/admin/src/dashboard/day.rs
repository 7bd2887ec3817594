//! Days of the shop, in the time of Algiers.

use std::fmt;

use kernel::Timestamp;

/// Seconds of a day: Algeria knows no summer time.
const SECONDS: i64 = 24 * 60 * 60;
/// How far the shop's time is east of UTC, in seconds.
const EAST: i64 = 60 * 60;

/// A day, by its number since 1970-01-01 in the shop's time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Day(i64);

impl Day {
    /// The day of a moment.
    pub(super) fn of(at: Timestamp) -> Self {
        Self((at.as_millis().div_euclid(1_000) + EAST).div_euclid(SECONDS))
    }

    /// The day so many days later; earlier where negative.
    #[must_use]
    pub(super) fn plus(self, days: i64) -> Self {
        Self(self.0 + days)
    }

    /// How many days it is after another.
    pub(super) fn since(self, other: Self) -> i64 {
        self.0 - other.0
    }

    /// Its first moment.
    pub(super) fn start(self) -> Timestamp {
        Timestamp::from_millis((self.0 * SECONDS - EAST) * 1_000)
    }

    /// The first moment after it.
    pub(super) fn end(self) -> Timestamp {
        self.plus(1).start()
    }

    /// `2026-11-26` as it stands in the database.
    pub(super) fn read(text: &str) -> Option<Self> {
        format!("{text}T12:00:00Z").parse().ok().map(Self::of)
    }

    /// `2026-11`.
    pub(super) fn month(self) -> String {
        self.to_string().chars().take(7).collect()
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&i18n::day(self.start()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_at_midnight_in_algiers() {
        let late: Timestamp = "2026-11-25T23:30:00Z".parse().unwrap();
        let day = Day::of(late);
        assert_eq!(day.to_string(), "2026-11-26");
        assert_eq!(day.start().to_string(), "2026-11-25T23:00:00.000Z");
        assert_eq!(day.end(), day.plus(1).start());
        assert_eq!(Day::read("2026-11-26"), Some(day));
        assert_eq!(day.month(), "2026-11");
    }
}
