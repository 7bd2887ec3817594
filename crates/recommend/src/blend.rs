//! A list for one person: what their items speak for, blended with what the items are about, and mixed.
//!
//! Each part of an item's score has a cause, and the strongest cause is the reason that is given: so reasons are true
//! because nothing else put the item there.

use std::collections::{BTreeMap, BTreeSet};

/// What is known about an item, by the caller's own keys.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Features {
    /// Who made it.
    pub authors: Vec<i64>,
    /// The series that it belongs to.
    pub series: Option<i64>,
    /// What it is about.
    pub genres: Vec<i64>,
    /// The language that it is in.
    pub language: i64,
}

/// An item that somebody had to do with.
#[derive(Debug, Clone, PartialEq)]
pub struct Liked {
    /// The item.
    pub item: i64,
    /// How much they are drawn to it; negative where they did not like it.
    pub weight: f32,
    /// Whether it can be named as a reason: what somebody only looked at is not.
    pub named: bool,
    /// What is known about it.
    pub features: Features,
    /// What it speaks for, learned from everybody; empty where nobody knows.
    pub neighbours: Vec<(i64, f32)>,
}

/// Somebody.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Person {
    /// What they had to do with.
    pub liked: Vec<Liked>,
    /// The genres that they say they like.
    pub genres: BTreeSet<i64>,
    /// What they are never given: what they have, what they know, what they do not want.
    pub excluded: BTreeSet<i64>,
}

/// An item that may be given.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// The item.
    pub item: i64,
    /// What is known about it.
    pub features: Features,
    /// How popular it is, 0 to 1.
    pub popularity: f32,
}

/// Why an item is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Because {
    /// Who likes this item of theirs likes that one too.
    Item(i64),
    /// It goes on with a series of which they like an item.
    Series(i64),
    /// It is by somebody of whom they like an item.
    Author(i64),
    /// It is of a genre that they like.
    Genre(i64),
    /// Many like it.
    Popular,
}

/// An item that is given.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pick {
    /// The item.
    pub item: i64,
    /// Why.
    pub because: Because,
    /// How well it fits; what stands first fits best, but for the mixing.
    pub score: f32,
}

// How much the parts count. What everybody's behaviour says is at most 1 for the best of the candidates.
const SERIES: f32 = 0.6;
const AUTHOR: f32 = 0.4;
const GENRE: f32 = 0.35;
const LANGUAGE: f32 = 0.25;
const POPULAR: f32 = 0.15;
/// What a genre counts that somebody says they like, beside an item of it that they like.
const SAID: f32 = 1.5;
/// How much an item loses that is just like one before it.
const ALIKE: f32 = 0.4;
/// How many items there are at most by one author, and of one series.
const OF_ONE_AUTHOR: usize = 3;
const OF_ONE_SERIES: usize = 2;

/// The items that fit somebody best, the best first, never one that is excluded.
pub fn recommend(person: &Person, candidates: &[Candidate], most: usize) -> Vec<Pick> {
    let taste = Taste::of(person);
    let own: BTreeSet<i64> = person.liked.iter().map(|liked| liked.item).collect();
    let mut seen = BTreeSet::new();
    let scored = candidates
        .iter()
        .filter(|one| {
            !person.excluded.contains(&one.item) && !own.contains(&one.item) && seen.insert(one.item)
        })
        .map(|one| (one, taste.pick(one)))
        .filter(|(_, pick)| pick.score.is_finite() && pick.score > 0.0);
    mixed(scored.collect(), most)
}

/// What somebody likes.
struct Taste {
    /// What each item is worth for what everybody did, and the item of theirs that says so most.
    items: BTreeMap<i64, (f32, Option<i64>)>,
    authors: BTreeMap<i64, f32>,
    series: BTreeMap<i64, f32>,
    genres: BTreeMap<i64, f32>,
    languages: BTreeMap<i64, f32>,
    /// What can be named: an item of it is.
    named: BTreeSet<Because>,
}

impl Taste {
    fn of(person: &Person) -> Self {
        let mut taste = Self {
            items: of_neighbours(&person.liked),
            authors: BTreeMap::new(),
            series: BTreeMap::new(),
            genres: person.genres.iter().map(|genre| (*genre, SAID)).collect(),
            languages: BTreeMap::new(),
            named: person.genres.iter().map(|genre| Because::Genre(*genre)).collect(),
        };
        for liked in person.liked.iter().filter(|liked| liked.weight.is_finite()) {
            taste.add(liked);
        }
        for weights in [&mut taste.authors, &mut taste.series, &mut taste.genres] {
            // The more, the better, and never more than 1.
            for weight in weights.values_mut() {
                *weight /= 1.0 + weight.abs();
            }
        }
        let all: f32 = taste.languages.values().sum();
        for weight in taste.languages.values_mut() {
            *weight /= all;
        }
        taste
    }

    fn add(&mut self, liked: &Liked) {
        let Liked { weight, features, .. } = liked;
        let named = liked.named && *weight > 0.0;
        for author in &features.authors {
            *self.authors.entry(*author).or_default() += weight;
            self.named.extend(named.then_some(Because::Author(*author)));
        }
        if let Some(series) = features.series {
            *self.series.entry(series).or_default() += weight;
            self.named.extend(named.then_some(Because::Series(series)));
        }
        for genre in &features.genres {
            *self.genres.entry(*genre).or_default() += weight;
            self.named.extend(named.then_some(Because::Genre(*genre)));
        }
        if *weight > 0.0 {
            *self.languages.entry(features.language).or_default() += weight;
        }
    }

    fn pick(&self, one: &Candidate) -> Pick {
        let Candidate { item, features, popularity } = one;
        let weight = |weights: &BTreeMap<i64, f32>, key: &i64| weights.get(key).copied().unwrap_or(0.0);
        let best = |weights: &BTreeMap<i64, f32>, keys: &[i64]| {
            let weights = keys.iter().map(|key| (weight(weights, key), *key));
            weights.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)))
        };
        let (worth, says) = self.items.get(item).copied().unwrap_or((0.0, None));
        let mut causes: Vec<(f32, Because)> =
            says.map(|says| (worth, Because::Item(says))).into_iter().collect();
        let mut score = worth;
        let mut add = |strength: f32, because: Because| {
            score += strength;
            if self.named.contains(&because) {
                causes.push((strength, because));
            }
        };
        if let Some(series) = features.series {
            add(SERIES * weight(&self.series, &series), Because::Series(series));
        }
        if let Some((strength, author)) = best(&self.authors, &features.authors) {
            add(AUTHOR * strength, Because::Author(author));
        }
        if let Some((strength, genre)) = best(&self.genres, &features.genres) {
            add(GENRE * strength, Because::Genre(genre));
        }
        score += LANGUAGE * weight(&self.languages, &features.language) + POPULAR * popularity;
        let strongest = causes
            .into_iter()
            .filter(|(strength, _)| *strength > POPULAR * popularity)
            .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        Pick { item: *item, because: strongest.map_or(Because::Popular, |(_, because)| because), score }
    }
}

/// What everything somebody did speaks for; the best is 1.
fn of_neighbours(liked: &[Liked]) -> BTreeMap<i64, (f32, Option<i64>)> {
    let mut sums: BTreeMap<i64, (f32, f32, Option<i64>)> = BTreeMap::new();
    for one in liked {
        for (item, strength) in &one.neighbours {
            let part = one.weight * strength;
            if !part.is_finite() {
                continue;
            }
            let (sum, most, says) = sums.entry(*item).or_default();
            *sum += part;
            if one.named && one.weight > 0.0 && part > *most {
                (*most, *says) = (part, Some(one.item));
            }
        }
    }
    let best = sums.values().map(|(sum, ..)| *sum).fold(0.0_f32, f32::max);
    let scale = if best > 0.0 { 1.0 / best } else { 1.0 };
    sums.into_iter().map(|(item, (sum, _, says))| (item, (sum * scale, says))).collect()
}

/// The best, mixed: what is like those before it moves back, and nobody fills the list alone.
fn mixed(scored: Vec<(&Candidate, Pick)>, most: usize) -> Vec<Pick> {
    let mut left: Vec<(&Candidate, Pick, f32)> =
        scored.into_iter().map(|(one, pick)| (one, pick, 0.0)).collect();
    let mut picks = Vec::new();
    let mut authors: BTreeMap<i64, usize> = BTreeMap::new();
    let mut series: BTreeMap<i64, usize> = BTreeMap::new();
    while picks.len() < most {
        let worth = |(_, pick, alike): &(&Candidate, Pick, f32)| pick.score - ALIKE * alike;
        let next = (0..left.len()).max_by(|a, b| {
            let (a, b) = (&left[*a], &left[*b]);
            worth(a).total_cmp(&worth(b)).then(b.1.item.cmp(&a.1.item))
        });
        let Some(next) = next else { break };
        let (chosen, pick, _) = left.swap_remove(next);
        picks.push(pick);
        for author in &chosen.features.authors {
            *authors.entry(*author).or_default() += 1;
        }
        if let Some(one) = chosen.features.series {
            *series.entry(one).or_default() += 1;
        }
        left.retain(|(one, ..)| {
            let full = |author| authors.get(author).is_some_and(|count| *count >= OF_ONE_AUTHOR);
            let told =
                one.features.series.and_then(|one| series.get(&one)).is_some_and(|it| *it >= OF_ONE_SERIES);
            !told && !one.features.authors.iter().any(full)
        });
        for (one, _, alike) in &mut left {
            *alike = alike.max(similarity(&one.features, &chosen.features));
        }
    }
    picks
}

/// How alike two items are in what they are about, 0 to 1.
fn similarity(a: &Features, b: &Features) -> f32 {
    let share = |one: &[i64], other: &[i64]| one.iter().any(|key| other.contains(key));
    if a.series.is_some() && a.series == b.series {
        1.0
    } else if share(&a.authors, &b.authors) {
        0.8
    } else if share(&a.genres, &b.genres) {
        0.3
    } else {
        0.0
    }
}
