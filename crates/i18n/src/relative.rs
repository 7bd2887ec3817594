//! How long ago something was, as talk and history say it.

use kernel::Timestamp;

use crate::{Locale, date::ALGIERS, formats};

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// `just now`, `5 minutes ago`, `yesterday`, `3 weeks ago`; the largest unit that fits, rounded down.
/// What lies after `now` (another machine's clock) is `just now`.
pub fn relative(l: Locale, at: Timestamp, now: Timestamp) -> String {
    let seconds = (now.as_millis() - at.as_millis()) / 1000;
    if seconds < MINUTE {
        return formats::just_now(l).to_owned();
    }
    if seconds < HOUR {
        return formats::minutes_ago(l, seconds / MINUTE);
    }
    if seconds < DAY {
        return formats::hours_ago(l, seconds / HOUR);
    }
    // From here on days are those of the calendar, so that `yesterday` is never the day before it.
    match midnights(now) - midnights(at) {
        ..=1 => formats::yesterday(l).to_owned(),
        days @ 2..7 => formats::days_ago(l, days),
        days @ 7..30 => formats::weeks_ago(l, days / 7),
        days @ 30..365 => formats::months_ago(l, days / 30),
        days => formats::years_ago(l, days / 365),
    }
}

/// How many midnights of Algiers lie between two moments: 0 is the same day, 1 the day before.
pub fn days_between(at: Timestamp, now: Timestamp) -> i64 {
    midnights(now) - midnights(at)
}

/// Days since 1970 in Algiers.
fn midnights(at: Timestamp) -> i64 {
    (at.as_millis() + i64::from(ALGIERS) * HOUR * 1000).div_euclid(DAY * 1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ago(seconds: i64) -> [String; 3] {
        let now: Timestamp = "2026-11-22T12:00:00Z".parse().unwrap();
        Locale::ALL.map(|l| relative(l, now.plus_seconds(-seconds), now).replace('\u{a0}', " "))
    }

    #[test]
    fn each_unit_has_its_words() {
        for (seconds, expected) in [
            (-500, ["just now", "à l’instant", "الآن"]),
            (59, ["just now", "à l’instant", "الآن"]),
            (60, ["1 minute ago", "il y a 1 minute", "قبل دقيقة واحدة"]),
            (120, ["2 minutes ago", "il y a 2 minutes", "قبل دقيقتين"]),
            (5 * HOUR, ["5 hours ago", "il y a 5 heures", "قبل 5 ساعات"]),
            (23 * HOUR, ["23 hours ago", "il y a 23 heures", "قبل 23 ساعة"]),
            (DAY, ["yesterday", "hier", "أمس"]),
            (2 * DAY, ["2 days ago", "il y a 2 jours", "قبل يومين"]),
            (15 * DAY, ["2 weeks ago", "il y a 2 semaines", "قبل أسبوعين"]),
            (100 * DAY, ["3 months ago", "il y a 3 mois", "قبل 3 أشهر"]),
            (364 * DAY, ["12 months ago", "il y a 12 mois", "قبل 12 شهرًا"]),
            (40 * 366 * DAY, ["40 years ago", "il y a 40 ans", "قبل 40 سنة"]),
        ] {
            assert_eq!(ago(seconds), expected, "{seconds}");
        }
    }

    #[test]
    fn yesterday_is_the_calendar_s() {
        // 13:00 in Algiers: 36 hours ago was 01:00 yesterday, 38 hours ago 23:00 the day before.
        assert_eq!(ago(36 * HOUR)[0], "yesterday");
        assert_eq!(ago(38 * HOUR)[0], "2 days ago");
    }
}
