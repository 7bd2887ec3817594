//! When the gateway is asked about a payment of which no event came: soon at first, then ever more rarely, for a week. A
//! payment that was paid in the seventh minute is delivered by the ninth.

use kernel::{Random, Timestamp};

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// Minutes after it was opened at which it is asked about first.
const FIRST: [i64; 4] = [1, 2, 3, 5];
/// Then every three minutes until here: the page to pay on is dead after thirty.
const OFTEN_UNTIL: i64 = 41;
/// Then at these moments, in seconds, and daily until the end.
const LATER: [i64; 3] = [2 * HOUR, 6 * HOUR, DAY];
const END: i64 = 7 * DAY;
/// Later moments are moved by chance, up to so much, so that many payments do not come due together.
const JITTER: i64 = 20;

/// The first moment after `now` at which to ask about a payment that was opened then; `None` once a week has passed.
pub fn next(opened: Timestamp, now: Timestamp, random: &Random) -> Option<Timestamp> {
    let age = seconds(opened, now);
    let moment = moments().find(|moment| *moment > age)?;
    // The first ones are what a reader waits for.
    let jitter = if moment > FIRST[3] * MINUTE { i64::from(random.bytes::<1>()[0]) % JITTER } else { 0 };
    Some(opened.plus_seconds(moment + jitter))
}

fn seconds(from: Timestamp, to: Timestamp) -> i64 {
    (to.as_millis() - from.as_millis()).max(0) / 1_000
}

fn moments() -> impl Iterator<Item = i64> {
    let first = FIRST.into_iter().map(|minutes| minutes * MINUTE);
    let often = (FIRST[3] + 3..=OFTEN_UNTIL).step_by(3).map(|minutes| minutes * MINUTE);
    let daily = (2..=END / DAY).map(|days| days * DAY);
    first.chain(often).chain(LATER).chain(daily)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_payment_is_asked_about_for_a_week_at_the_times_that_were_agreed() {
        let (opened, random) = (Timestamp::from_millis(0), Random::seeded(7));
        let (mut now, mut asked) = (opened, Vec::new());
        while let Some(moment) = next(opened, now, &random) {
            asked.push(seconds(opened, moment));
            now = moment;
        }
        let minutes: Vec<i64> = asked.iter().map(|seconds| seconds / MINUTE).collect();
        assert_eq!(minutes[..7], [1, 2, 3, 5, 8, 11, 14]);
        assert_eq!(minutes[15..19], [41, 120, 360, 1440]);
        assert_eq!(asked.last().map(|last| last / DAY), Some(7));
        assert!(asked.windows(2).all(|two| two[0] < two[1]), "{asked:?}");
    }
}
