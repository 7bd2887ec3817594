//! Moments, and where they come from: nothing reads the system's clock but [`Clock`].

use std::{
    fmt,
    str::FromStr,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use time::{Date, Month, OffsetDateTime, Time, UtcOffset, format_description::well_known::Rfc3339};

/// A moment in UTC to the millisecond, between the years 0000 and 9999.
///
/// Its text, `YYYY-MM-DDTHH:MM:SS.mmmZ`, has a fixed width, so that texts sort as moments do: this is how both
/// databases keep it. JSON uses the same form, which is RFC 3339.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(i64);

/// The text is not a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a time: expected RFC 3339 such as 2026-11-23T10:00:00Z")]
pub struct TimestampError;

/// 0000-01-01 and 9999-12-31T23:59:59.999 in milliseconds: beyond them the text would change its width.
const RANGE: std::ops::RangeInclusive<i64> = -62_167_219_200_000..=253_402_300_799_999;

impl Timestamp {
    /// From milliseconds since 1970-01-01T00:00:00Z; what lies outside the years 0000–9999 is brought to the nearer end.
    pub fn from_millis(millis: i64) -> Self {
        Self(millis.clamp(*RANGE.start(), *RANGE.end()))
    }

    /// Milliseconds since 1970-01-01T00:00:00Z.
    pub fn as_millis(self) -> i64 {
        self.0
    }

    /// This moment moved by `seconds`, which may be negative.
    #[must_use]
    pub fn plus_seconds(self, seconds: i64) -> Self {
        Self::from_millis(self.0.saturating_add(seconds.saturating_mul(1000)))
    }

    fn date_time(self) -> OffsetDateTime {
        // In range by construction.
        OffsetDateTime::from_unix_timestamp_nanos(i128::from(self.0) * 1_000_000)
            .unwrap_or(OffsetDateTime::UNIX_EPOCH)
    }

    /// The same elsewhere. The last hours of 9999 would be of the year 10000 east of here, which no date can say: they stay
    /// in UTC.
    fn date_time_at(self, offset_hours: i8) -> OffsetDateTime {
        let at = self.date_time();
        let offset = UtcOffset::from_hms(offset_hours, 0, 0).unwrap_or(UtcOffset::UTC);
        at.checked_to_offset(offset).unwrap_or(at)
    }

    /// Year, month (1–12) and day (1–31) at `offset_hours` east of UTC, for formatters.
    pub fn date_at(self, offset_hours: i8) -> (i32, u8, u8) {
        let at = self.date_time_at(offset_hours);
        (at.year(), u8::from(at.month()), at.day())
    }

    /// Hour (0–23) and minute at `offset_hours` east of UTC, for formatters.
    pub fn clock_at(self, offset_hours: i8) -> (u8, u8) {
        let at = self.date_time_at(offset_hours);
        (at.hour(), at.minute())
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = self.date_time();
        write!(
            f,
            "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z",
            at.year(),
            u8::from(at.month()),
            at.day(),
            at.hour(),
            at.minute(),
            at.second(),
            at.millisecond()
        )
    }
}
impl fmt::Debug for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Timestamp {
    type Err = TimestampError;

    fn from_str(text: &str) -> Result<Self, TimestampError> {
        // Every row of a list has one, and ours are all written alike.
        if let Some(millis) = own_form(text) {
            return Ok(Self(millis));
        }
        let at = OffsetDateTime::parse(text, &Rfc3339).map_err(|_| TimestampError)?;
        let millis =
            i64::try_from(at.unix_timestamp_nanos().div_euclid(1_000_000)).map_err(|_| TimestampError)?;
        if RANGE.contains(&millis) { Ok(Self(millis)) } else { Err(TimestampError) }
    }
}
/// Milliseconds of a text in the very form that [`Timestamp`] is written in; `None` for any other, which may be a moment
/// nevertheless.
fn own_form(text: &str) -> Option<i64> {
    let bytes: &[u8; 24] = text.as_bytes().try_into().ok()?;
    let fits = |(at, mark): (usize, u8)| bytes[at] == mark;
    if ![(4, b'-'), (7, b'-'), (10, b'T'), (13, b':'), (16, b':'), (19, b'.'), (23, b'Z')]
        .into_iter()
        .all(fits)
    {
        return None;
    }
    let number = |range: std::ops::Range<usize>| {
        bytes[range]
            .iter()
            .try_fold(0_u16, |sum, byte| byte.is_ascii_digit().then(|| sum * 10 + u16::from(byte - b'0')))
    };
    let small = |range| number(range).and_then(|n| u8::try_from(n).ok());
    let month = Month::try_from(small(5..7)?).ok()?;
    let date = Date::from_calendar_date(i32::from(number(0..4)?), month, small(8..10)?).ok()?;
    let time = Time::from_hms_milli(small(11..13)?, small(14..16)?, small(17..19)?, number(20..23)?).ok()?;
    let at = date.with_time(time).assume_utc();
    Some(at.unix_timestamp() * 1_000 + i64::from(at.millisecond()))
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

/// Where the time comes from. Cloning shares a fixed clock, so a test moves everybody's time at once.
#[derive(Debug, Clone)]
pub struct Clock(Source);

#[derive(Debug, Clone)]
enum Source {
    System,
    Fixed(Arc<AtomicI64>),
}

impl Clock {
    /// The machine's clock.
    pub const fn system() -> Self {
        Self(Source::System)
    }

    /// A clock that stands at `at` until it is moved by [`Clock::advance_seconds`].
    pub fn fixed(at: Timestamp) -> Self {
        Self(Source::Fixed(Arc::new(AtomicI64::new(at.as_millis()))))
    }

    /// The time now.
    pub fn now(&self) -> Timestamp {
        match &self.0 {
            Source::System => Timestamp::from_millis(system_millis()),
            Source::Fixed(millis) => Timestamp::from_millis(millis.load(Ordering::SeqCst)),
        }
    }

    /// Moves a fixed clock; the machine's clock is left alone.
    pub fn advance_seconds(&self, seconds: i64) {
        if let Source::Fixed(millis) = &self.0 {
            millis.fetch_add(seconds.saturating_mul(1000), Ordering::SeqCst);
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "the one place that reads the machine's clock")]
fn system_millis() -> i64 {
    std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .ok()
        .and_then(|since| i64::try_from(since.as_millis()).ok())
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_text_has_one_width_and_any_offset_is_read() {
        let at: Timestamp = "2026-11-23T10:00:00.5+01:00".parse().unwrap();
        assert_eq!(at.to_string(), "2026-11-23T09:00:00.500Z");
        assert_eq!(at.date_at(1), (2026, 11, 23));
        assert_eq!(at.clock_at(1), (10, 0));
        assert!("2026-11-23".parse::<Timestamp>().is_err());
    }

    #[test]
    fn the_ends_of_time_are_told_anywhere() {
        let (first, last) = (Timestamp::from_millis(i64::MIN), Timestamp::from_millis(i64::MAX));
        assert_eq!((last.date_at(1), last.clock_at(1)), ((9999, 12, 31), (23, 59)));
        assert_eq!((first.date_at(-1), first.clock_at(-1)), ((-1, 12, 31), (23, 0)));
        assert_eq!(first.clock_at(1), (1, 0));
    }

    #[test]
    fn a_fixed_clock_moves_only_when_told_and_for_everybody() {
        let clock = Clock::fixed(Timestamp::from_millis(0));
        let other = clock.clone();
        clock.advance_seconds(90);
        assert_eq!(other.now().to_string(), "1970-01-01T00:01:30.000Z");
    }

    proptest! {
        #[test]
        fn texts_sort_as_moments_do(a in RANGE, b in RANGE) {
            let (a, b) = (Timestamp::from_millis(a), Timestamp::from_millis(b));
            prop_assert_eq!(a.cmp(&b), a.to_string().cmp(&b.to_string()));
            prop_assert_eq!(a.to_string().parse::<Timestamp>(), Ok(a));
        }
    }
}
