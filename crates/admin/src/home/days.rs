//! Dates of shelves and books: days in the time of the shop, the last of which is still one of them.

use kernel::Timestamp;
use web::FieldErrors;

use crate::day::Day;
use crate::words::home as t;

/// The moment at which a first day begins; `None` for an empty text, and an error for one that is no day.
pub(crate) fn from(text: &str, field: &str, errors: &mut FieldErrors) -> Option<Timestamp> {
    read(text, field, errors).map(Day::start)
}

/// The moment at which a last day ends.
pub(crate) fn until(text: &str, field: &str, errors: &mut FieldErrors) -> Option<Timestamp> {
    read(text, field, errors).map(Day::end)
}

fn read(text: &str, field: &str, errors: &mut FieldErrors) -> Option<Day> {
    let text = text.trim();
    let day = Day::read(text);
    if day.is_none() && !text.is_empty() {
        errors.add(field, "invalid", t::day_wrong);
    }
    day
}

/// The moment at which the page of a day is looked at. Dates change at midnight: any moment of another day than today shows the
/// same.
pub(crate) fn moment(day: Day, now: Timestamp) -> Timestamp {
    if day == Day::of(now) { now } else { day.start() }
}

/// The first day, as fields and the API have it: `2026-12-01`.
pub(crate) fn first(from: Timestamp) -> String {
    Day::of(from).to_string()
}

/// The last day, the same.
pub(crate) fn last(until: Timestamp) -> String {
    Day::of(until).plus(-1).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_come_back_as_they_were_written() {
        let mut errors = FieldErrors::default();
        let (one, other) =
            (from("2026-12-01", "from", &mut errors), until("2026-12-01", "until", &mut errors));
        assert_eq!((one.map(first), other.map(last)), (Some("2026-12-01".into()), Some("2026-12-01".into())));
        assert!(one < other && errors.is_empty(), "a day is a whole one");
        assert_eq!(from(" ", "from", &mut errors), None);
        assert!(errors.is_empty());
        from("tomorrow", "from", &mut errors);
        assert!(errors.of("from").is_some());
    }
}
