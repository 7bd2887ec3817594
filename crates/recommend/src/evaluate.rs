//! How well the ways of learning tell what people like, measured on ratings that they were not shown.
//!
//! What somebody rated at least as well as ratings are on average counts as liked. Each way learns from the training
//! ratings, and gives everybody the twenty items that it puts first among those they have not rated there; these are
//! compared with what the same people like among the test ratings.

#![expect(clippy::cast_precision_loss, reason = "what is counted stays far below 2^52")]

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, BufRead};

use crate::{Interactions, Neighbours, cosine, ease, local};

/// How many items everybody is given.
const GIVEN: usize = 20;

/// What a rating below the average counts beside one above it: that somebody chose an item at all says something too.
const NOT_LIKED: f32 = 0.5;
/// How many neighbours of each item are weighed: more than a shop keeps, for here ways of learning are compared.
const WEIGHED: usize = 500;
/// With more items one inversion would take more memory and time than anybody has for a comparison.
const INVERTED_MOST: usize = 10_000;

/// One line of a file of ratings: `user,item,rating`.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Who rated, by any name.
    pub user: String,
    /// What was rated, by any name.
    pub item: String,
    /// How, on any scale on which more is better.
    pub rating: f32,
}

/// Reads ratings from CSV, one a line, a heading allowed. The error names the line.
pub fn read(file: impl BufRead) -> io::Result<Vec<Line>> {
    let mut lines = Vec::new();
    for (at, text) in file.lines().enumerate() {
        let text = text?;
        let fields: Vec<&str> = text.split(',').map(|field| field.trim().trim_matches('"')).collect();
        match fields.as_slice() {
            [""] => {}
            [user, item, rating, ..] => match rating.parse::<f32>() {
                Ok(rating) if rating.is_finite() => {
                    lines.push(Line { user: (*user).to_owned(), item: (*item).to_owned(), rating });
                }
                _ if at == 0 => {}
                _ => return Err(wrong(at, &format!("{rating:?} is no number"))),
            },
            _ => return Err(wrong(at, "expected user,item,rating")),
        }
    }
    Ok(lines)
}

fn wrong(at: usize, why: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, format!("line {}: {why}", at + 1))
}

/// What a way of learning reached.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// What it is called.
    pub name: &'static str,
    /// Of what people like, the share that is among the twenty; of twenty where they like more.
    pub recall: f64,
    /// The same, what stands first counting most (normalised discounted cumulative gain).
    pub ndcg: f64,
    /// The share of all items that anybody is given.
    pub coverage: f64,
}

/// What was compared.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// People who like anything among the test ratings, and have training ratings.
    pub people: usize,
    /// Items of the training ratings.
    pub items: usize,
    /// What each way reached, in a fixed order: the autoencoder (not beyond 10,000 items), its form for many items, cosine,
    /// popularity. All learn from the same weights.
    pub outcomes: Vec<Outcome>,
}

/// Compares all ways of learning.
pub fn compare(train: &[Line], test: &[Line]) -> Report {
    let data = Data::new(train, test);
    let own = &data.interactions;
    let mut outcomes = Vec::new();
    if own.items() <= INVERTED_MOST {
        outcomes.push(data.measure("ease", &by_neighbours(own, ease(own, WEIGHED))));
    }
    outcomes.push(data.measure("ease, many items", &by_neighbours(own, local(own, WEIGHED))));
    outcomes.push(data.measure("item cosine", &by_neighbours(own, cosine(own))));
    outcomes.push(data.measure("popularity", &by_popularity(own)));
    Report { people: data.liked.len(), items: own.items(), outcomes }
}

/// What an item is worth to a person, for all items.
type Scores<'a> = Box<dyn Fn(u32) -> Vec<f32> + 'a>;

fn by_neighbours(own: &Interactions, neighbours: Neighbours) -> Scores<'_> {
    Box::new(move |person| neighbours.scores(own.of_person(person)))
}

#[expect(clippy::cast_precision_loss, reason = "far fewer people than 2^24")]
fn by_popularity(own: &Interactions) -> Scores<'_> {
    let counts: Vec<f32> = own.all_items().map(|item| own.of_item(item).len() as f32).collect();
    Box::new(move |_| counts.clone())
}

struct Data {
    interactions: Interactions,
    /// What each person rated in training, liked or not: they are not given it again.
    rated: BTreeMap<u32, BTreeSet<u32>>,
    /// What each person likes among the test ratings.
    liked: BTreeMap<u32, BTreeSet<u32>>,
}

impl Data {
    fn new(train: &[Line], test: &[Line]) -> Self {
        let mean = train.iter().map(|line| f64::from(line.rating)).sum::<f64>() / train.len().max(1) as f64;
        let good = |line: &Line| f64::from(line.rating) >= mean;
        let (users, items) = (numbered(train, |line| &line.user), numbered(train, |line| &line.item));
        let mut rated: BTreeMap<u32, BTreeSet<u32>> = BTreeMap::new();
        let mut weights = Vec::with_capacity(train.len());
        for line in train {
            let (user, item) = (users[line.user.as_str()], items[line.item.as_str()]);
            rated.entry(user).or_default().insert(item);
            weights.push((user, item, if good(line) { 1.0 } else { NOT_LIKED }));
        }
        let mut liked: BTreeMap<u32, BTreeSet<u32>> = BTreeMap::new();
        for line in test.iter().filter(|line| good(line)) {
            let pair = users.get(line.user.as_str()).zip(items.get(line.item.as_str()));
            if let Some((user, item)) = pair.filter(|(user, item)| !rated[user].contains(item)) {
                liked.entry(*user).or_default().insert(*item);
            }
        }
        Self { interactions: Interactions::new(weights), rated, liked }
    }

    fn measure(&self, name: &'static str, scores: &Scores<'_>) -> Outcome {
        let (mut recall, mut ndcg) = (0.0, 0.0);
        let mut given = BTreeSet::new();
        for (person, liked) in &self.liked {
            let first = first(&scores(*person), &self.rated[person]);
            let most = liked.len().min(GIVEN);
            let hits: Vec<usize> = (0..first.len()).filter(|at| liked.contains(&first[*at])).collect();
            recall += hits.len() as f64 / most as f64;
            ndcg += hits.into_iter().map(gain).sum::<f64>() / (0..most).map(gain).sum::<f64>();
            given.extend(first);
        }
        let people = self.liked.len().max(1) as f64;
        let coverage = given.len() as f64 / self.interactions.items().max(1) as f64;
        Outcome { name, recall: recall / people, ndcg: ndcg / people, coverage }
    }
}

/// What a hit at a place counts, from 0.
fn gain(place: usize) -> f64 {
    1.0 / (place as f64 + 2.0).log2()
}

/// Names numbered in the order of their first use.
fn numbered<'a>(lines: &'a [Line], name: impl Fn(&'a Line) -> &'a String) -> BTreeMap<&'a str, u32> {
    let mut numbers = BTreeMap::new();
    for line in lines {
        let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
        numbers.entry(name(line).as_str()).or_insert(next);
    }
    numbers
}

/// The items that are worth most, but for those that are known; of equals the one with the lower number.
fn first(scores: &[f32], known: &BTreeSet<u32>) -> Vec<u32> {
    let mut items: Vec<(u32, f32)> =
        (0_u32..).zip(scores.iter().copied()).filter(|(item, _)| !known.contains(item)).collect();
    let best = |a: &(u32, f32), b: &(u32, f32)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
    if items.len() > GIVEN {
        items.select_nth_unstable_by(GIVEN, best);
        items.truncate(GIVEN);
    }
    items.sort_by(best);
    items.into_iter().map(|(item, _)| item).collect()
}
