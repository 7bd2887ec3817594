//! A list holds nothing that it must not hold, and says why truly.

use std::collections::BTreeSet;

use proptest::prelude::*;
use recommend::{Because, Candidate, Features, Liked, Person, Pick, recommend};

fn features() -> impl Strategy<Value = Features> {
    let some = |most: i64| proptest::collection::vec(0..most, 0..3);
    (some(6), proptest::option::of(0_i64..4), some(5), 0_i64..2)
        .prop_map(|(authors, series, genres, language)| Features { authors, series, genres, language })
}

fn liked() -> impl Strategy<Value = Liked> {
    let weight = prop_oneof![Just(f32::NAN), -1.0_f32..2.0];
    let neighbours =
        proptest::collection::vec((0_i64..40, prop_oneof![Just(f32::INFINITY), -1.0_f32..1.0]), 0..10);
    (0_i64..40, weight, any::<bool>(), features(), neighbours).prop_map(
        |(item, weight, named, features, neighbours)| Liked { item, weight, named, features, neighbours },
    )
}

fn person() -> impl Strategy<Value = Person> {
    let some = || proptest::collection::btree_set(0_i64..40, 0..8);
    let genres = proptest::collection::btree_set(0_i64..5, 0..3);
    (proptest::collection::vec(liked(), 0..8), genres, some()).prop_map(|(liked, genres, excluded)| Person {
        liked,
        genres,
        excluded,
    })
}

fn candidates() -> impl Strategy<Value = Vec<Candidate>> {
    let one = (0_i64..40, features(), 0.0_f32..1.0).prop_map(|(item, features, popularity)| Candidate {
        item,
        features,
        popularity,
    });
    proptest::collection::vec(one, 0..40)
}

/// Whether somebody likes an item of which this holds, and it may be named.
fn likes(person: &Person, holds: impl Fn(&Liked) -> bool) -> bool {
    person.liked.iter().any(|liked| liked.named && liked.weight > 0.0 && holds(liked))
}

fn is_true(person: &Person, features: &[&Features], pick: &Pick) -> bool {
    let has = |holds: &dyn Fn(&Features) -> bool| features.iter().any(|one| holds(one));
    match pick.because {
        Because::Item(item) => likes(person, |liked| {
            liked.item == item
                && liked.neighbours.iter().any(|(other, strength)| *other == pick.item && *strength > 0.0)
        }),
        Because::Series(series) => {
            has(&|one| one.series == Some(series))
                && likes(person, |liked| liked.features.series == Some(series))
        }
        Because::Author(author) => {
            has(&|one| one.authors.contains(&author))
                && likes(person, |liked| liked.features.authors.contains(&author))
        }
        Because::Genre(genre) => {
            has(&|one| one.genres.contains(&genre))
                && (person.genres.contains(&genre)
                    || likes(person, |liked| liked.features.genres.contains(&genre)))
        }
        Because::Popular => true,
    }
}

proptest! {
    #[test]
    fn a_list_repeats_has_nothing_twice_and_nothing_that_is_excluded(person in person(), all in candidates()) {
        let picks = recommend(&person, &all, 12);
        prop_assert_eq!(&picks, &recommend(&person, &all, 12));
        prop_assert!(picks.len() <= 12);
        let own: BTreeSet<i64> = person.liked.iter().map(|liked| liked.item).collect();
        let mut seen = BTreeSet::new();
        for pick in &picks {
            prop_assert!(pick.score.is_finite());
            prop_assert!(seen.insert(pick.item));
            prop_assert!(!person.excluded.contains(&pick.item) && !own.contains(&pick.item));
            let features: Vec<&Features> =
                all.iter().filter(|one| one.item == pick.item).map(|one| &one.features).collect();
            prop_assert!(is_true(&person, &features, pick), "{pick:?}");
        }
    }
}

fn about(author: i64, series: Option<i64>, genre: i64) -> Features {
    Features { authors: vec![author], series, genres: vec![genre], language: 0 }
}

fn candidate(item: i64, features: Features) -> Candidate {
    Candidate { item, features, popularity: 0.1 }
}

#[test]
fn nobody_fills_a_list_alone_and_what_is_not_liked_stays_away() {
    let liked =
        |item, weight, features| Liked { item, weight, named: true, features, neighbours: Vec::new() };
    let person = Person {
        liked: vec![liked(1, 1.0, about(1, None, 1)), liked(2, -1.5, about(9, None, 9))],
        ..Person::default()
    };
    let mut all: Vec<Candidate> = (10..30).map(|item| candidate(item, about(1, None, 1))).collect();
    all.push(candidate(40, about(2, None, 1)));
    all.push(candidate(50, about(9, None, 9)));
    let picks = recommend(&person, &all, 12);
    assert_eq!(picks.iter().filter(|pick| (10..30).contains(&pick.item)).count(), 3, "{picks:?}");
    assert!(picks.iter().any(|pick| pick.item == 40 && pick.because == Because::Genre(1)), "{picks:?}");
    assert!(picks.iter().all(|pick| pick.item != 50), "{picks:?}");
}

#[test]
fn who_only_says_which_genres_they_like_is_given_those() {
    let person = Person { genres: BTreeSet::from([3]), ..Person::default() };
    let all = [candidate(1, about(1, None, 2)), candidate(2, about(2, None, 3))];
    let picks: Vec<_> = recommend(&person, &all, 5).iter().map(|pick| (pick.item, pick.because)).collect();
    assert_eq!(picks, [(2, Because::Genre(3)), (1, Because::Popular)]);
}
