//! The answer to a search: filtered, counted, sorted, a page of it.

use std::collections::BTreeMap;

use tantivy::columnar::Column;
use tantivy::{DocAddress, DocId};

use crate::asked::Asked;
use crate::correct;
use crate::document::{FACETS, Kind};
use crate::index::{Error, Index};
use crate::matching::{Found, Match, Purpose, matches};
use crate::segment::Segment;

/// What is counted and sorted at most: the best of them. More is never read to its end, and a word that half of a
/// large shop has takes no longer than another.
pub const COUNTED_MOST: usize = 10_000;
/// With so many that have the words, those with errors have to fit very well.
const ENOUGH: usize = 3;
/// How well that is.
const VERY_WELL: u32 = 1_000;

/// The order of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// What fits best first.
    Fit,
    /// By a number of the documents, the least first.
    Ascending(usize),
    /// By a number of the documents, the greatest first.
    Descending(usize),
}

/// The place of a hit in its order: its key there, and its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// What the order goes by.
    pub key: u64,
    /// The document's id.
    pub id: u64,
}

/// What is looked for.
#[derive(Debug, Clone)]
pub struct Request<'a> {
    /// What was typed.
    pub text: &'a str,
    /// What kind of thing is looked for.
    pub kind: Kind,
    /// For each facet the values of which a document has to have one; none: anything goes.
    pub filters: [Vec<u64>; FACETS],
    /// The facets to count.
    pub counted: &'a [usize],
    /// The order of the hits.
    pub order: Order,
    /// The place behind which the page begins.
    pub after: Option<Place>,
    /// How many hits to give.
    pub limit: usize,
}

impl<'a> Request<'a> {
    /// The best hits for a text.
    pub fn best(text: &'a str, kind: Kind, limit: usize) -> Self {
        Self { text, kind, filters: Default::default(), counted: &[], order: Order::Fit, after: None, limit }
    }
}

/// A document that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// Its place in the order; its id among it.
    pub place: Place,
    /// Whether its whole title was typed, or its number.
    pub exact: bool,
}

/// What was found.
#[derive(Debug, Clone, Default)]
pub struct Answer {
    /// A page of it.
    pub hits: Vec<Hit>,
    /// How many there are, up to [`COUNTED_MOST`].
    pub total: usize,
    /// For each facet that was to be counted, how many there are of each value, were its own filter lifted.
    pub facets: [BTreeMap<u64, usize>; FACETS],
    /// What was probably meant, where what was typed is nowhere.
    pub corrected: Option<String>,
}

/// A match with the segment it is in.
#[derive(Clone, Copy)]
struct Candidate {
    segment: usize,
    it: Match,
    /// Facets whose filters it fails, as bits.
    fails: u16,
}

impl Index {
    /// Searches the state of the last commit.
    pub fn search(&self, request: &Request<'_>) -> Result<Answer, Error> {
        let searcher = self.reader.searcher();
        let readers = searcher.segment_readers();
        let segments: Vec<Segment<'_>> =
            readers.iter().map(|reader| Segment::open(reader, &self.fields)).collect::<Result<_, _>>()?;
        let asked = Asked::new(request.text);
        let mut all = Vec::new();
        for (number, segment) in segments.iter().enumerate() {
            let found = matches(segment, &asked, Purpose::Search)?;
            let of_kind = found.into_iter().filter(|one| segment.is(one.doc, request.kind));
            all.extend(of_kind.map(|it| Candidate { segment: number, it, fails: 0 }));
        }
        keep_the_best(&mut all);
        let columns: Vec<_> = segments.iter().map(Segment::facets).collect::<Result<_, _>>()?;
        filter(&mut all, &columns, &request.filters);
        let facets = count(&all, &columns, request.counted);
        all.retain(|one| one.fails == 0);
        let total = all.len();
        let best = all.iter().max_by_key(|one| one.it.fit).copied();
        let hits = page(&segments, all, request)?;
        let corrected = match best {
            Some(best) if best.it.found == Found::Lenient => {
                let address = DocAddress::new(u32::try_from(best.segment).unwrap_or_default(), best.it.doc);
                let document = searcher.doc(address)?;
                self.fields.shown(&document).and_then(|shown| correct::corrected(&asked, &shown))
            }
            _ => None,
        };
        Ok(Answer { hits, total, facets, corrected })
    }
}

fn keep_the_best(all: &mut Vec<Candidate>) {
    let literal = all.iter().filter(|one| one.it.found > Found::Lenient).count();
    if literal >= ENOUGH {
        all.retain(|one| one.it.found > Found::Lenient || one.it.fit >= VERY_WELL);
    }
    if all.len() > COUNTED_MOST {
        all.select_nth_unstable_by_key(COUNTED_MOST, |one| std::cmp::Reverse(one.it.fit));
        all.truncate(COUNTED_MOST);
    }
}

/// Notes which filters each candidate fails, and drops those that fail two.
fn filter(all: &mut Vec<Candidate>, columns: &[[Column<u64>; FACETS]], filters: &[Vec<u64>; FACETS]) {
    for (facet, wanted) in filters.iter().enumerate().filter(|(_, wanted)| !wanted.is_empty()) {
        for one in &mut *all {
            let column = &columns[one.segment][facet];
            if !column.values_for_doc(one.it.doc).any(|value| wanted.contains(&value)) {
                one.fails |= 1 << facet;
            }
        }
        all.retain(|one| one.fails.count_ones() < 2);
    }
}

/// Counts the values of each facet among those that fail no other's filter.
fn count(
    all: &[Candidate],
    columns: &[[Column<u64>; FACETS]],
    counted: &[usize],
) -> [BTreeMap<u64, usize>; FACETS] {
    std::array::from_fn(|facet| {
        let mut counts = BTreeMap::new();
        if !counted.contains(&facet) {
            return counts;
        }
        for one in all.iter().filter(|one| one.fails & !(1 << facet) == 0) {
            for value in columns[one.segment][facet].values_for_doc(one.it.doc) {
                *counts.entry(value).or_insert(0) += 1;
            }
        }
        counts
    })
}

fn page(segments: &[Segment<'_>], all: Vec<Candidate>, request: &Request<'_>) -> Result<Vec<Hit>, Error> {
    let keys: Vec<Option<Column<u64>>> = match request.order {
        Order::Fit => segments.iter().map(|_| None).collect(),
        Order::Ascending(order) | Order::Descending(order) => {
            segments.iter().map(|segment| segment.order(order).map(Some)).collect::<Result<_, _>>()?
        }
    };
    let key = |one: &Candidate| match &keys[one.segment] {
        None => Some(u64::from(one.it.fit)),
        Some(column) => column.first(one.it.doc as DocId),
    };
    let mut hits: Vec<Hit> = all
        .iter()
        .filter_map(|one| {
            let place = Place { key: key(one)?, id: segments[one.segment].id(one.it.doc) };
            Some(Hit { place, exact: one.it.found == Found::Exact })
        })
        .collect();
    // Every order ends with the newest first among equals, so that a place says where one is.
    let rank = |place: Place| match request.order {
        Order::Ascending(_) => (place.key, u64::MAX - place.id),
        Order::Fit | Order::Descending(_) => (u64::MAX - place.key, u64::MAX - place.id),
    };
    if let Some(after) = request.after {
        hits.retain(|hit| rank(hit.place) > rank(after));
    }
    if hits.len() > request.limit && request.limit > 0 {
        hits.select_nth_unstable_by_key(request.limit - 1, |hit| rank(hit.place));
    }
    hits.truncate(request.limit);
    hits.sort_unstable_by_key(|hit| rank(hit.place));
    Ok(hits)
}
