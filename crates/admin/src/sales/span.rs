//! Of which days somebody wants to know what was sold: a month, or from one day to another.

use commerce::sales::Span;
use kernel::{Currency, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::FieldErrors;

use crate::day::Day;
use crate::words::sales as t;

/// The most days that are added up at once.
const MOST: i64 = 3 * 366;

/// What the lines are added up by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(super) enum By {
    /// For each book.
    #[default]
    Books,
    /// For each publisher.
    Publishers,
    /// For each author, or the authors of a book together.
    Authors,
    /// Not at all: every line.
    Lines,
}

impl By {
    pub(super) const ALL: [Self; 4] = [Self::Books, Self::Publishers, Self::Authors, Self::Lines];

    /// As addresses have it.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Books => "books",
            Self::Publishers => "publishers",
            Self::Authors => "authors",
            Self::Lines => "lines",
        }
    }
}

/// From a day to another, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Days {
    pub(super) first: Day,
    pub(super) last: Day,
}

impl Days {
    /// What is asked for: `from` and `to`, else `month`, else the month that lasts.
    pub(super) fn read((month, from, to): (&str, &str, &str), now: Timestamp) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        if from.is_empty() && to.is_empty() {
            let days = if month.is_empty() { Some(Self::month(Day::of(now))) } else { Self::of_month(month) };
            return days.ok_or_else(|| FieldErrors::one("month", "invalid", t::month_wrong));
        }
        let mut day = |name: &str, text: &str| {
            let day = Day::read(text);
            if day.is_none() {
                errors.add(name, "invalid", t::day_wrong);
            }
            day
        };
        let days = day("from", from).zip(day("to", to)).map(|(first, last)| Self { first, last });
        match days {
            Some(days) if days.last < days.first => Err(FieldErrors::one("to", "out_of_range", t::to_wrong)),
            Some(days) if days.last.since(days.first) > MOST => {
                Err(FieldErrors::one("to", "out_of_range", t::too_many_days))
            }
            Some(days) => Ok(days),
            None => Err(errors),
        }
    }

    /// Of `2026-11`.
    fn of_month(month: &str) -> Option<Self> {
        (month.len() == 7).then(|| Day::read(&format!("{month}-01"))).flatten().map(Self::month)
    }

    /// The month that a day is in.
    pub(super) fn month(day: Day) -> Self {
        let month = day.month();
        let is_in = |day: &Day| day.month() == month;
        // No month has more than 31 days.
        let first = (0..31).map(|n| day.plus(-n)).take_while(is_in).last().unwrap_or(day);
        let last = (0..31).map(|n| day.plus(n)).take_while(is_in).last().unwrap_or(day);
        Self { first, last }
    }

    /// The month before the first day, and the one after the last.
    pub(super) fn around(self) -> (Self, Self) {
        (Self::month(self.first.plus(-1)), Self::month(self.last.plus(1)))
    }

    /// Whether they are a whole month.
    pub(super) fn is_month(self) -> bool {
        self == Self::month(self.first)
    }

    pub(super) fn span(self, currency: Currency) -> Span {
        Span { from: self.first.start(), until: self.last.end(), currency }
    }

    /// As a part of a file's name.
    pub(super) fn name(self) -> String {
        if self.is_month() { self.first.month() } else { format!("{}-{}", self.first, self.last) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(month: &str, from: &str, to: &str) -> Result<String, String> {
        let now: Timestamp = "2026-11-30T23:30:00Z".parse().unwrap();
        let told = |errors: FieldErrors| errors.iter().map(|error| error.field.clone()).collect::<String>();
        Days::read((month, from, to), now).map(|days| format!("{}..{}", days.first, days.last)).map_err(told)
    }

    #[test]
    fn a_month_has_all_its_days_and_the_shop_its_own_midnight() {
        assert_eq!(read("", "", "").unwrap(), "2026-12-01..2026-12-31", "it is December in Algiers already");
        assert_eq!(read("2028-02", "", "").unwrap(), "2028-02-01..2028-02-29");
        assert_eq!(read("2026-11", "2026-11-05", "2026-11-05").unwrap(), "2026-11-05..2026-11-05");
        for (month, from, to, field) in [
            ("2026-13", "", "", "month"),
            ("2026-1", "", "", "month"),
            ("", "2026-11-05", "", "to"),
            ("", "x", "2026-11-05", "from"),
            ("", "2026-11-05", "2026-11-04", "to"),
            ("", "2001-01-01", "2026-11-04", "to"),
            ("0000-01", "", "", "month"),
            ("9999-12", "", "", "month"),
            ("", "9999-12-31", "9999-12-31", "fromto"),
        ] {
            assert_eq!(read(month, from, to).unwrap_err(), field, "{month} {from} {to}");
        }
    }

    #[test]
    fn the_months_around_are_whole_ones() {
        let days = Days::of_month("2026-01").unwrap();
        let (before, after) = days.around();
        assert_eq!((before.name(), after.name()), ("2025-12".to_owned(), "2026-02".to_owned()));
        assert!(days.is_month() && !Days { first: days.first.plus(1), ..days }.is_month());
    }
}
