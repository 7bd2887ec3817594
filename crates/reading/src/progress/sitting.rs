//! Sittings: what somebody read on one device without a long pause. They are made from the places that arrive, in whichever
//! order: places that are less than a pause apart are of one sitting.

use kernel::Timestamp;

/// So long a pause ends a sitting, in milliseconds.
pub(crate) const PAUSE: i64 = 10 * 60 * 1_000;

/// A sitting on one device.
#[derive(Debug, Clone, PartialEq)]
pub struct Sitting {
    /// Its key; `None` before it is kept.
    pub id: Option<i64>,
    /// When its first place was read.
    pub started_at: Timestamp,
    /// When its last place was read.
    pub ended_at: Timestamp,
    /// Its first place, 0 to 100.
    pub from_percent: f64,
    /// Its last place, 0 to 100.
    pub to_percent: f64,
}

impl Sitting {
    fn of(at: Timestamp, percent: f64) -> Self {
        Self { id: None, started_at: at, ended_at: at, from_percent: percent, to_percent: percent }
    }

    /// Seconds of reading.
    pub fn seconds(&self) -> i64 {
        (self.ended_at.as_millis() - self.started_at.as_millis()) / 1_000
    }

    fn is_near(&self, other: &Self) -> bool {
        let apart = |before: &Self, behind: &Self| {
            behind.started_at.as_millis().saturating_sub(before.ended_at.as_millis()) <= PAUSE
        };
        apart(self, other) && apart(other, self)
    }

    /// Both as one: its beginning is the earlier one's, its end the later one's.
    fn with(self, other: Self) -> Self {
        let (first, rest) = if self.started_at <= other.started_at { (self, other) } else { (other, self) };
        let (ended_at, to_percent) = if rest.ended_at >= first.ended_at {
            (rest.ended_at, rest.to_percent)
        } else {
            (first.ended_at, first.to_percent)
        };
        Self { id: first.id.or(rest.id), ended_at, to_percent, ..first }
    }
}

/// The sittings of one reader with one book on one device, as far as they are touched, and those that are no more.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sittings {
    /// What there is.
    pub all: Vec<Sitting>,
    /// The keys of those that are part of another one by now.
    pub gone: Vec<i64>,
}

impl Sittings {
    /// Takes in that a place was read.
    pub fn note(&mut self, at: Timestamp, percent: f64) {
        let mut one = Sitting::of(at, percent);
        let near: Vec<Sitting> = self.all.extract_if(.., |sitting| sitting.is_near(&one)).collect();
        for sitting in near {
            self.gone.extend(sitting.id.filter(|_| one.id.is_some()));
            let id = one.id.or(sitting.id);
            one = Sitting { id, ..one.with(sitting) };
        }
        self.all.push(one);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(minutes: i64) -> Timestamp {
        Timestamp::from_millis(1_700_000_000_000 + minutes * 60_000)
    }

    fn sittings(places: &[(i64, f64)]) -> Vec<(i64, i64, f64, f64)> {
        let mut sittings = Sittings::default();
        for (minutes, percent) in places {
            sittings.note(at(*minutes), *percent);
        }
        let minutes = |at: Timestamp| (at.as_millis() - 1_700_000_000_000) / 60_000;
        let told = |one: &Sitting| {
            (minutes(one.started_at), minutes(one.ended_at), one.from_percent, one.to_percent)
        };
        let mut all: Vec<_> = sittings.all.iter().map(told).collect();
        all.sort_by_key(|one| one.0);
        all
    }

    #[test]
    fn a_pause_ends_a_sitting() {
        let told = sittings(&[(0, 1.0), (8, 3.0), (16, 4.0), (27, 5.0)]);
        assert_eq!(told, [(0, 16, 1.0, 4.0), (27, 27, 5.0, 5.0)]);
    }

    #[test]
    fn a_place_that_comes_late_makes_one_sitting_of_two() {
        let mut two = Sittings {
            all: vec![
                Sitting { id: Some(1), ..Sitting::of(at(0), 1.0) },
                Sitting { id: Some(2), ..Sitting::of(at(14), 9.0) },
            ],
            gone: Vec::new(),
        };
        two.note(at(7), 5.0);
        assert_eq!(two.gone, [2]);
        let one = &two.all[0];
        assert_eq!((one.id, one.from_percent, one.to_percent, one.seconds()), (Some(1), 1.0, 9.0, 14 * 60));
    }

    proptest! {
        #[test]
        fn the_order_in_which_places_arrive_does_not_matter(
            minutes in proptest::collection::btree_set(0_i64..300, 1..40), order in proptest::collection::vec(any::<u32>(), 40)
        ) {
            let places: Vec<(i64, f64)> =
                minutes.into_iter().map(|minute| (minute, f64::from(i32::try_from(minute).unwrap()))).collect();
            let mut mixed: Vec<_> = places.iter().copied().zip(order).collect();
            mixed.sort_by_key(|(_, order)| *order);
            let mixed: Vec<_> = mixed.into_iter().map(|(place, _)| place).collect();
            prop_assert_eq!(sittings(&mixed), sittings(&places));
        }
    }
}
