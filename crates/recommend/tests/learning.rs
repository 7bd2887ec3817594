//! What is learned is finite and repeatable, and better than what it is measured by.

#![expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "small numbers")]

use proptest::prelude::*;
use recommend::evaluate::{Line, compare};
use recommend::{Interactions, Neighbours, cosine, ease, local};

/// Chance that repeats, without a generator's crate: a step of PCG's multiplication.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }
}

const TASTES: usize = 8;

/// Ratings of people with taste: everybody and every book stand somewhere in eight dimensions, some books are known far
/// better than others, and people choose by both and by chance. A fifth of what each rated is the test.
fn ratings() -> (Vec<Line>, Vec<Line>) {
    let mut chance = Chance(7);
    let mut place = |spread: f64| -> [f64; TASTES] {
        std::array::from_fn(|_| {
            ((0..6).map(|_| chance.below(1_000)).sum::<u64>() as f64 / 1_000.0 - 3.0) * spread
        })
    };
    let books: Vec<[f64; TASTES]> = (0..400).map(|_| place(1.0)).collect();
    let people: Vec<[f64; TASTES]> = (0..600).map(|_| place(1.0)).collect();
    let (mut train, mut test) = (Vec::new(), Vec::new());
    let mut chance = Chance(11);
    for (user, taste) in people.iter().enumerate() {
        let mut wanted: Vec<(usize, f64, f64)> = books
            .iter()
            .enumerate()
            .map(|(item, book)| {
                let fits: f64 = taste.iter().zip(book).map(|(a, b)| a * b).sum();
                let known = 6.0 / (1.0 + item as f64 / 20.0);
                let luck = -(-((chance.below(10_000) as f64 + 0.5) / 10_000.0).ln()).ln();
                (item, fits, fits + known + luck)
            })
            .collect();
        wanted.sort_by(|a, b| b.2.total_cmp(&a.2));
        for (item, fits, _) in &wanted[..30] {
            let rating = (3.5 + fits / 2.0).clamp(1.0, 5.0) as f32;
            let line = Line { user: format!("u{user}"), item: format!("i{item}"), rating };
            if chance.below(5) == 0 { test.push(line) } else { train.push(line) }
        }
    }
    (train, test)
}

#[test]
fn the_autoencoders_beat_cosine_and_cosine_beats_popularity_where_people_have_taste() {
    let (train, test) = ratings();
    let report = compare(&train, &test);
    assert_eq!(report, compare(&train, &test), "it repeats");
    let of =
        |name: &str| report.outcomes.iter().find(|one| one.name == name).map(|one| (one.recall, one.ndcg));
    let [exact, many, plain, popular] =
        ["ease", "ease, many items", "item cosine", "popularity"].map(|name| of(name).unwrap_or_default());
    assert!(exact.0 > plain.0 && exact.1 > plain.1, "{report:#?}");
    assert!(many.0 > 0.95 * exact.0 && many.1 > 0.95 * exact.1, "{report:#?}");
    assert!(plain.0 > popular.0, "{report:#?}");
}

#[test]
fn nothing_is_learned_from_nothing() {
    let none = Interactions::new([]);
    for learned in [ease(&none, 10), local(&none, 10), cosine(&none), recommend::learn(&none)] {
        assert_eq!(learned, Neighbours::default());
    }
}

#[test]
fn what_two_people_have_together_goes_together() {
    let own = Interactions::new([(0, 0, 1.0), (0, 1, 1.0), (1, 0, 1.0), (1, 1, 1.0), (2, 2, 1.0)]);
    for learned in [ease(&own, 10), local(&own, 10), cosine(&own)] {
        assert_eq!(learned.of(0).first().map(|(item, _)| *item), Some(1), "{learned:?}");
        assert!(learned.of(2).is_empty(), "{learned:?}");
    }
}

fn weights() -> impl Strategy<Value = Vec<(u32, u32, f32)>> {
    let weight = prop_oneof![Just(1.0), Just(-1.0), Just(0.0), Just(f32::NAN), -3.0_f32..3.0];
    proptest::collection::vec((0_u32..12, 0_u32..30, weight), 0..150)
}

proptest! {
    #[test]
    fn whatever_people_did_the_weights_are_finite_and_the_same_twice(weights in weights()) {
        let own = Interactions::new(weights.clone());
        let again = Interactions::new(weights);
        for (way, learned) in [ease, local].map(|way| (way, way(&own, 5))) {
            prop_assert_eq!(&learned, &way(&again, 5));
            for item in 0..30 {
                for (other, weight) in learned.of(item) {
                    prop_assert!(weight.is_finite() && *other != item && (*other as usize) < own.items());
                }
            }
        }
    }
}
