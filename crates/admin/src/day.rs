//! Days of the shop, in the time of Algiers, as lists are narrowed and figures are counted by them.

use std::fmt;

use kernel::Timestamp;

/// Seconds of a day: Algeria knows no summer time.
const SECONDS: i64 = 24 * 60 * 60;
/// The days that somebody may ask for: from 2000-01-01 to 2199-12-31. The ends of the calendar are no days of a shop, and the
/// days around them could not be told.
const KNOWN: std::ops::RangeInclusive<i64> = 10_957..=84_005;
/// How far the shop's time is east of UTC, in seconds.
const EAST: i64 = 60 * 60;

/// A day, by its number since 1970-01-01 in the shop's time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Day(i64);

impl Day {
    /// The day of a moment.
    pub(crate) fn of(at: Timestamp) -> Self {
        Self((at.as_millis().div_euclid(1_000) + EAST).div_euclid(SECONDS))
    }

    /// The day so many days later; earlier where negative.
    #[must_use]
    pub(crate) fn plus(self, days: i64) -> Self {
        Self(self.0 + days)
    }

    /// How many days it is after another.
    pub(crate) fn since(self, other: Self) -> i64 {
        self.0 - other.0
    }

    /// Its first moment.
    pub(crate) fn start(self) -> Timestamp {
        Timestamp::from_millis((self.0 * SECONDS - EAST) * 1_000)
    }

    /// The first moment after it.
    pub(crate) fn end(self) -> Timestamp {
        self.plus(1).start()
    }

    /// Of `2026-11-26`, as the database and date fields have it; `None` where that is no day, or none that the shop deals with.
    pub(crate) fn read(text: &str) -> Option<Self> {
        if text.len() != 10 {
            return None;
        }
        let noon: Timestamp = format!("{text}T12:00:00Z").parse().ok()?;
        Some(Self::of(noon)).filter(|day| KNOWN.contains(&day.0))
    }

    /// `2026-11`.
    pub(crate) fn month(self) -> String {
        self.to_string().chars().take(7).collect()
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&i18n::day(self.start()))
    }
}

/// A moment as spreadsheets read it: `2026-11-23 14:05`.
pub(crate) fn for_sheet(at: Timestamp) -> String {
    format!("{} {}", i18n::day(at), i18n::time(at))
}

/// The same as fields have it: `2026-11-23T14:05`.
pub(crate) fn for_field(at: Timestamp) -> String {
    format!("{}T{}", i18n::day(at), i18n::time(at))
}

/// A moment of a field, which tells it without seconds; `None` where that is none of a day that the shop deals with.
pub(crate) fn moment(text: &str) -> Option<Timestamp> {
    let (day, time) = text.trim().split_once('T').filter(|(_, time)| time.len() == 5)?;
    Day::read(day)?;
    let here: Timestamp = format!("{day}T{time}:00Z").parse().ok()?;
    Some(here.plus_seconds(-EAST))
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
        assert_eq!(for_sheet(day.start()), "2026-11-26 00:00");
        assert_eq!((Day::read("yesterday"), Day::read("2026-02-30")), (None, None));
    }

    #[test]
    fn a_moment_of_a_field_is_one_in_algiers_and_comes_back_as_it_was_written() {
        let at = moment(" 2026-12-01T00:30 ").unwrap();
        assert_eq!(at.to_string(), "2026-11-30T23:30:00.000Z");
        assert_eq!(for_field(at), "2026-12-01T00:30");
        for wrong in [
            "",
            "2026-12-01",
            "2026-12-01T",
            "2026-12-01T24:30",
            "2026-02-30T10:00",
            "1999-01-01T10:00",
            "2026-12-01T1:000",
        ] {
            assert_eq!(moment(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn the_ends_of_the_calendar_are_no_days_of_the_shop() {
        for known in ["2000-01-01", "2199-12-31"] {
            assert_eq!(Day::read(known).map(|day| day.to_string()).as_deref(), Some(known));
        }
        for unknown in ["0000-01-01", "1999-12-31", "2200-01-01", "9999-12-31"] {
            assert_eq!(Day::read(unknown), None, "{unknown}");
        }
    }
}
