//! Dates and times of day, in the time of Algiers: UTC+1 all year round.

use std::fmt::Write;

use kernel::Timestamp;

use crate::{Locale, NO_BREAK, formats};

/// Algeria keeps Central European Time without summer time since 1981.
pub(crate) const ALGIERS: i8 = 1;

/// `22 November 2026`, `22 novembre 2026`, `22 نوفمبر 2026`.
pub fn date(l: Locale, at: Timestamp) -> String {
    let (year, month, day) = at.date_at(ALGIERS);
    calendar_date(l, year, Some(month), Some(day))
}

/// The time of day by twenty-four hours: `14:05`.
pub fn time(at: Timestamp) -> String {
    let (hour, minute) = at.clock_at(ALGIERS);
    format!("{hour:02}:{minute:02}")
}

/// The date with the time of day by twenty-four hours: `22 November 2026 at 14:05`.
pub fn date_time(l: Locale, at: Timestamp) -> String {
    let (hour, minute) = at.clock_at(ALGIERS);
    let mut text = date(l, at);
    text.push_str(match l {
        Locale::En => " at ",
        Locale::Fr => " à ",
        Locale::Ar => "، ",
    });
    let _ = write!(text, "{hour:02}:{minute:02}");
    text
}

/// `2026-11-22`: the day in Algiers, for keys.
pub fn day(at: Timestamp) -> String {
    let (year, month, day) = at.date_at(ALGIERS);
    format!("{year:04}-{month:02}-{day:02}")
}

/// `November 2026`, as a heading over what happened in it.
pub fn month(l: Locale, at: Timestamp) -> String {
    let (year, month, _) = at.date_at(ALGIERS);
    calendar_date(l, year, Some(month), None)
}

/// A date that may be known only to the month or the year, as release dates often are. `month` is 1–12, `day` 1–31;
/// a month that is none leaves the year alone.
pub fn calendar_date(l: Locale, year: i32, month: Option<u8>, day: Option<u8>) -> String {
    let Some(name) = month.and_then(|month| month_name(l, month)) else { return year.to_string() };
    match day {
        None => format!("{name}{NO_BREAK}{year}"),
        // The first of a month is an ordinal in French.
        Some(1) if l == Locale::Fr => format!("1er{NO_BREAK}{name} {year}"),
        Some(day) => format!("{day}{NO_BREAK}{name} {year}"),
    }
}

fn month_name(l: Locale, month: u8) -> Option<&'static str> {
    Some(match month {
        1 => formats::month_1(l),
        2 => formats::month_2(l),
        3 => formats::month_3(l),
        4 => formats::month_4(l),
        5 => formats::month_5(l),
        6 => formats::month_6(l),
        7 => formats::month_7(l),
        8 => formats::month_8(l),
        9 => formats::month_9(l),
        10 => formats::month_10(l),
        11 => formats::month_11(l),
        12 => formats::month_12(l),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn a_date_is_written_as_each_language_does() {
        let day = at("2026-11-22T12:00:00Z");
        assert_eq!(
            Locale::ALL.map(|l| date(l, day).replace(NO_BREAK, " ")),
            ["22 November 2026", "22 novembre 2026", "22 نوفمبر 2026"]
        );
        assert_eq!(date(Locale::Fr, at("2026-05-01T00:00:00Z")), "1er\u{a0}mai 2026");
    }

    #[test]
    fn the_day_begins_in_algiers_in_winter_and_in_summer() {
        assert_eq!(date_time(Locale::En, at("2026-12-31T23:30:00Z")), "1\u{a0}January 2027 at 00:30");
        assert_eq!(date_time(Locale::Fr, at("2026-07-14T22:59:00Z")), "14\u{a0}juillet 2026 à 23:59");
        assert_eq!(date_time(Locale::Ar, at("2026-07-14T08:05:00Z")), "14\u{a0}جويلية 2026، 09:05");
    }

    #[test]
    fn what_is_not_known_of_a_date_is_left_out() {
        assert_eq!(calendar_date(Locale::Fr, 1851, None, None), "1851");
        assert_eq!(calendar_date(Locale::En, 1851, Some(10), None), "October\u{a0}1851");
        assert_eq!(calendar_date(Locale::En, 1851, Some(13), Some(1)), "1851");
        assert_eq!(month(Locale::Ar, at("2026-08-22T12:00:00Z")), "أوت\u{a0}2026");
    }
}
