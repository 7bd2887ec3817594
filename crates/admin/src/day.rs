//! Days, as people write them into a filter: in Algeria, where the shop is.

use kernel::Timestamp;

/// By how much days begin earlier in Algiers than in Greenwich, all year, in seconds.
const ALGIERS: i64 = 60 * 60;
const DAY: i64 = 24 * 60 * 60;

/// When a day begins, written `2026-11-23`; `None` where that is none.
pub(crate) fn begins(day: &str) -> Option<Timestamp> {
    let midnight: Timestamp = format!("{day}T00:00:00Z").parse().ok()?;
    (day.len() == 10).then(|| midnight.plus_seconds(-ALGIERS))
}

/// When it is over.
pub(crate) fn ends(day: &str) -> Option<Timestamp> {
    begins(day).map(|at| at.plus_seconds(DAY))
}

/// A moment as spreadsheets read it: `2026-11-23 14:05`, by the clocks of Algiers.
pub(crate) fn for_sheet(at: Timestamp) -> String {
    let ((year, month, day), (hour, minute)) = (at.date_at(1), at.clock_at(1));
    format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_that_of_algiers() {
        let begins = begins("2026-11-23").unwrap();
        assert_eq!(begins, "2026-11-22T23:00:00Z".parse().unwrap());
        assert_eq!(ends("2026-11-23"), super::begins("2026-11-24"));
        assert_eq!(for_sheet(begins), "2026-11-23 00:00");
        assert_eq!(super::begins("yesterday"), None);
        assert_eq!(super::begins("2026-02-30"), None);
    }
}
