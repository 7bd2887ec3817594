//! How large the shop is, and when things came into it.

use kernel::Timestamp;

/// For how long the shop has been there, in milliseconds: three years.
const AGE: i64 = 3 * 365 * 24 * 60 * 60 * 1_000;
/// What parts of its age are counted in.
const PARTS: i64 = 1_000_000;

/// The shop that is to be.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Plan {
    /// Its books.
    pub(crate) books: i64,
    /// Those who have an account.
    pub(crate) people: i64,
    /// What they ordered.
    pub(crate) orders: i64,
    /// Until when it has been there.
    pub(crate) until: Timestamp,
}

impl Plan {
    /// When the so many-th of some things, from 1, came: there are more of them every year.
    pub(crate) fn when(&self, number: i64, of: i64) -> Timestamp {
        let part = (number.max(0) * (PARTS * PARTS / of.max(1))).isqrt().min(PARTS);
        Timestamp::from_millis(self.until.as_millis() - AGE + AGE / PARTS * part)
    }

    /// What readers said.
    pub(crate) fn comments(&self) -> i64 {
        self.books
    }

    /// What those who run the shop did, the mails that were sent, and the files that were dropped.
    pub(crate) fn entries(&self) -> i64 {
        self.orders / 2
    }

    /// Those who wrote the books.
    pub(crate) fn authors(&self) -> i64 {
        self.books / 3 + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_come_one_after_the_other_until_now_and_more_of_them_every_year() {
        let until = Timestamp::from_millis(1_800_000_000_000);
        let plan = Plan { books: 10, people: 10, orders: 10, until };
        let all: Vec<_> = (1..=1_000).map(|number| plan.when(number, 1_000)).collect();
        assert!(all.is_sorted());
        assert!(all[999] <= until && until.as_millis() - all[999].as_millis() < 1_000);
        let half = until.plus_seconds(-AGE / 2_000);
        assert!(all.iter().filter(|at| **at > half).count() > 700);
    }
}
