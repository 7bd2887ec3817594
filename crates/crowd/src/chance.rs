//! Numbers that look like chance and are the same every time.

/// A stream of numbers (SplitMix64) that depends on nothing but what it is of.
#[derive(Debug, Clone)]
pub(crate) struct Chance(u64);

impl Chance {
    /// The stream of the so many-th thing of a kind.
    pub(crate) fn of(kind: &str, number: i64) -> Self {
        let seed = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        let named = kind.bytes().chain(number.to_le_bytes()).fold(0xcbf2_9ce4_8422_2325, seed);
        Self(named)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from 0 up to, but not, `end`; 0 where that is none.
    pub(crate) fn below(&mut self, end: i64) -> i64 {
        let end = u64::try_from(end).unwrap_or(0).max(1);
        i64::try_from(self.next() % end).unwrap_or(0)
    }

    /// The same, small numbers far more often than large ones: a few books sell, a few people buy.
    pub(crate) fn skewed(&mut self, end: i64) -> i64 {
        let below = self.below(end) + 1;
        let below = self.below(below) + 1;
        self.below(below)
    }

    /// Whether something happens that does so many times in a thousand.
    pub(crate) fn happens(&mut self, in_a_thousand: i64) -> bool {
        self.below(1_000) < in_a_thousand
    }

    /// One of a list.
    pub(crate) fn one<T: Copy>(&mut self, list: &[T]) -> Option<T> {
        let at = self.below(i64::try_from(list.len()).unwrap_or(i64::MAX));
        list.get(usize::try_from(at).ok()?).copied()
    }

    /// One of some words, each with how many times in a thousand it is that one; the last takes what is left.
    pub(crate) fn weighed<T: Copy>(&mut self, weights: &[(T, i64)], last: T) -> T {
        let mut at = self.below(1_000);
        for (word, weight) in weights {
            at -= weight;
            if at < 0 {
                return *word;
            }
        }
        last
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_thing_is_always_of_the_same_chance_and_another_one_of_another() {
        let draw = |kind: &str, number| {
            let mut chance = Chance::of(kind, number);
            [chance.below(1_000_000), chance.below(1_000_000), chance.skewed(1_000_000)]
        };
        assert_eq!(draw("book", 7), draw("book", 7));
        assert_ne!(draw("book", 7), draw("book", 8));
        assert_ne!(draw("book", 7), draw("order", 7));
    }

    #[test]
    fn small_numbers_are_drawn_far_more_often_where_they_are_to_be() {
        let mut chance = Chance::of("test", 1);
        let small = (0..1_000).filter(|_| chance.skewed(1_000) < 100).count();
        assert!((500..800).contains(&small), "{small}");
    }
}
