//! Which documents have the words of a query, and how well they fit.

use std::collections::HashMap;

use tantivy::{DocId, DocSet as _, TERMINATED};

use crate::answer::COUNTED_MOST;
use crate::asked::Asked;
use crate::distance::{self, Errors};
use crate::grams;
use crate::index::Error;
use crate::names;
use crate::segment::{Alternative, Segment, Understanding};
use crate::sound;

/// How well a title fits that is meant as a whole.
const WHOLE: u32 = 2_200;
/// How well a title fits that is meant as a whole, but for an article or what closes it in parentheses.
const REMEMBERED: u32 = 2_000;
/// How well a document fits of which a whole name sounds like what was typed.
const SOUNDS: u32 = 700;
/// Words that are tried as one where they are nowhere alone.
const TOGETHER_MOST: usize = 6;
/// How well a title fits at most that is meant with errors.
const NEARLY_WHOLE: u32 = 1_450;
/// Fewer documents that have the words, and words with errors are thought of.
const ENOUGH: usize = 3;
/// Documents whose titles are looked at again.
const LOOKED_AT_AGAIN: usize = 300;
/// How well something has to fit at least that does not have the words as they are.
const LEAST: u32 = 560;

/// How a document came to be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Found {
    /// With errors forgiven.
    Lenient,
    /// It has the words.
    Literal,
    /// By its whole title or its number.
    Exact,
}

/// A document of a segment that was found.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Match {
    pub(crate) doc: DocId,
    /// How well it fits, in thousandths; comparable over queries of one text only.
    pub(crate) fit: u32,
    pub(crate) found: Found,
}

/// What somebody asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// An answer to what was typed.
    Search,
    /// Something quick while they type.
    Suggest,
}

/// The documents of a segment that fit.
pub(crate) fn matches(segment: &Segment<'_>, asked: &Asked, purpose: Purpose) -> Result<Vec<Match>, Error> {
    if let Some(code) = &asked.code {
        let found = segment.code(code)?;
        if !found.is_empty() {
            return Ok(found.into_iter().map(|doc| Match { doc, fit: WHOLE, found: Found::Exact }).collect());
        }
    }
    let mut all = Collected::default();
    literal(segment, asked, &mut all)?;
    // Of one word that many titles have, or of a text that is still being typed, nobody means something else.
    let is_name = asked.words.len() > 1 && segment.is_name(&asked.words)?;
    let may_be_meant_otherwise =
        purpose == Purpose::Search && asked.words.len() > 1 && all.exact == 0 && !is_name;
    if (all.literal < ENOUGH && !is_name) || may_be_meant_otherwise {
        nearly_whole(segment, asked, &mut all)?;
    }
    if all.literal < ENOUGH && all.exact == 0 && !is_name {
        lenient(segment, asked, &mut all)?;
    }
    all.into_matches(segment, asked)
}

/// What was found so far.
#[derive(Default)]
struct Collected {
    found: HashMap<DocId, (u32, Found), Hasher>,
    literal: usize,
    exact: usize,
}

/// Documents are numbers: nothing needs to be mixed.
type Hasher = std::hash::BuildHasherDefault<Mixed>;

#[derive(Default)]
struct Mixed(u64);

impl std::hash::Hasher for Mixed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u32(u32::from(*byte));
        }
    }

    fn write_u32(&mut self, number: u32) {
        self.0 = (self.0 ^ u64::from(number)).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(29);
    }
}

impl Collected {
    fn add(&mut self, doc: DocId, fit: u32, found: Found) {
        let entry = self.found.entry(doc).or_insert((fit, found));
        entry.0 = entry.0.max(fit);
        entry.1 = entry.1.max(found);
    }

    fn into_matches(self, segment: &Segment<'_>, asked: &Asked) -> Result<Vec<Match>, Error> {
        let mut all: Vec<Match> =
            self.found.into_iter().map(|(doc, (fit, found))| Match { doc, fit, found }).collect();
        all.retain(|one| one.found > Found::Lenient || one.fit >= LEAST);
        if all.len() <= LOOKED_AT_AGAIN {
            let mut title = String::new();
            for one in &mut all {
                segment.joined(one.doc, &mut title)?;
                one.fit += begun(&title, asked);
            }
        }
        for one in &mut all {
            one.fit += segment.weight(one.doc) / 6;
        }
        Ok(all)
    }
}

/// What it adds that some words, read as one, are how the title begins: `the h collins` means a book by Collins.
fn begun(title: &str, asked: &Asked) -> u32 {
    let mut longest = 0;
    for start in 0..asked.words.len() {
        let mut run = String::new();
        for word in &asked.words[start..] {
            run.push_str(&word.exact);
            if !title.starts_with(&run) {
                break;
            }
            longest = longest.max(run.chars().count());
        }
    }
    match longest {
        0 | 1 => 0,
        2 | 3 => 60,
        4..=7 => 160,
        _ => 220,
    }
}

/// Those that have the words as they are, or the whole title.
fn literal(segment: &Segment<'_>, asked: &Asked, all: &mut Collected) -> Result<(), Error> {
    if !asked.joined.is_empty() {
        let (whole, begun) = segment.whole(&asked.joined)?;
        let remembered = segment.remembered(&asked.remembered)?;
        all.exact = whole.len() + remembered.len();
        for doc in whole {
            all.add(doc, WHOLE, Found::Exact);
        }
        for doc in remembered {
            all.add(doc, REMEMBERED, Found::Exact);
        }
        for doc in begun {
            let share = 400 * asked.letters.len() / segment.letters(doc).max(1);
            all.add(doc, 900 + u32::try_from(share).unwrap_or_default(), Found::Literal);
        }
    }
    let last = asked.words.len().saturating_sub(1);
    let how = |place: usize| {
        if place == last { Understanding::Unfinished } else { Understanding::Literal }
    };
    for (doc, fit) in with_words(segment, asked, how, 0)? {
        all.add(doc, fit, Found::Literal);
    }
    for doc in segment.sounding(&asked.words)? {
        all.add(doc, SOUNDS, Found::Literal);
    }
    if all.found.is_empty() {
        together(segment, asked, all)?;
    }
    all.literal = all.found.len();
    Ok(())
}

/// Those that have two neighbours as one word: `mc carthy` means McCarthy.
fn together(segment: &Segment<'_>, asked: &Asked, all: &mut Collected) -> Result<(), Error> {
    if asked.words.len() > TOGETHER_MOST {
        return Ok(());
    }
    for (place, pair) in names::pairs(&asked.words).enumerate() {
        let mut other = asked.clone();
        other.words.splice(place..place + 2, [pair]);
        for (doc, fit) in with_words(segment, &other, |_| Understanding::Literal, 0)? {
            all.add(doc, fit, Found::Literal);
        }
    }
    Ok(())
}

/// Those that have the words with errors, and in the end those that lack one.
fn lenient(segment: &Segment<'_>, asked: &Asked, all: &mut Collected) -> Result<(), Error> {
    let lacking = usize::from(asked.wanted().len() > 1);
    for (doc, fit) in with_words(segment, asked, |_| Understanding::Lenient, lacking)? {
        all.add(doc, fit, Found::Lenient);
    }
    Ok(())
}

/// Those whose title is what was typed but for a few errors.
fn nearly_whole(segment: &Segment<'_>, asked: &Asked, all: &mut Collected) -> Result<(), Error> {
    if asked.letters.is_empty() {
        return Ok(());
    }
    let mut title = String::new();
    for doc in grams::alike(segment, &asked.joined)? {
        segment.joined(doc, &mut title)?;
        let meant: Vec<char> = title.chars().collect();
        let Errors { whole, beginning } = distance::errors(&asked.letters, &meant);
        let forgiven = distance::forgiven(asked.letters.len());
        let share = |errors: usize, of: usize| {
            let of = u32::try_from(of).unwrap_or(u32::MAX).max(1);
            1_000 - (1_000 * u32::try_from(errors).unwrap_or(u32::MAX)).div_ceil(of).min(1_000)
        };
        if whole <= forgiven {
            let longer = asked.letters.len().max(meant.len());
            all.add(doc, NEARLY_WHOLE * share(whole, longer) / 1_000, Found::Lenient);
        } else if beginning <= forgiven && asked.letters.len() > 4 {
            all.add(doc, 950 * share(beginning, asked.letters.len()) / 1_000, Found::Lenient);
        }
    }
    Ok(())
}

/// A document with the word, how well it fits in thousandths, and whether it stands in the title.
type Entry = (DocId, u16, bool);

/// The documents that have all of the words but `lacking` of them, with how well they fit.
fn with_words(
    segment: &Segment<'_>,
    asked: &Asked,
    how: impl Fn(usize) -> Understanding,
    lacking: usize,
) -> Result<Vec<(DocId, u32)>, Error> {
    let mut lists = Vec::new();
    let mut unheard = 0;
    for (place, word) in asked.wanted() {
        let list = segment.alternatives(word, how(place))?;
        if list.is_empty() && sound::key(&word.exact).is_none() {
            unheard += 1;
        }
        lists.push(list);
    }
    // Of a name in the other script, short words say too little to be heard.
    if unheard > 0 && lists.iter().any(|list| list.iter().any(|one| one.by_sound)) {
        lists.retain(|list| !list.is_empty());
    }
    let size = |list: &Vec<Alternative>| list.iter().map(|one| u64::from(one.documents())).sum::<u64>();
    lists.sort_by_key(size);
    // Who lacks so many has one of the rarest: only those are read as a whole, the others asked about what they gave.
    let driving = (lacking + 1).min(lists.len());
    let mut docs: Vec<Entry> = Vec::new();
    for list in &lists[..driving] {
        docs.extend(gathered(list)?);
    }
    docs.sort_unstable();
    docs.dedup_by_key(|entry| entry.0);
    let docs: Vec<DocId> = docs.into_iter().map(|entry| entry.0).collect();
    let mut sums: Vec<(u32, u32, usize)> = vec![(0, 0, 0); docs.len()];
    for list in &lists {
        for (sum, fit) in sums.iter_mut().zip(fits(list, &docs, size(list))?) {
            match fit {
                Some((fit, in_title)) => {
                    sum.0 += u32::from(fit);
                    sum.1 += u32::from(in_title);
                }
                None => sum.2 += 1,
            }
        }
    }
    let words = u32::try_from(lists.len()).unwrap_or(u32::MAX).max(1);
    let mut found = Vec::new();
    for (doc, (fit, in_title, lacks)) in docs.into_iter().zip(sums) {
        if lacks <= lacking && fit > 0 {
            let share = 200 * in_title / segment.title_words(doc).max(in_title).max(1);
            found.push((doc, fit / words + share));
        }
    }
    if lacking > 0 {
        found.retain(|(_, fit)| *fit >= LEAST);
    }
    // More than is ever counted: the best of them are enough.
    if found.len() > COUNTED_MOST {
        found.select_nth_unstable_by_key(COUNTED_MOST, |one| std::cmp::Reverse(one.1));
        found.truncate(COUNTED_MOST);
    }
    small_words(segment, asked, &mut found)?;
    Ok(found)
}

/// Small words need not be there; of documents that are alike, they tell the one that is meant.
fn small_words(segment: &Segment<'_>, asked: &Asked, found: &mut [(DocId, u32)]) -> Result<(), Error> {
    if found.len() > LOOKED_AT_AGAIN || asked.wanted().len() == asked.words.len() {
        return Ok(());
    }
    let docs: Vec<DocId> = found.iter().map(|one| one.0).collect();
    for word in asked.words.iter().filter(|word| word.is_small()) {
        let list = segment.in_title(word)?;
        for (one, fit) in found.iter_mut().zip(fits(&list, &docs, u64::MAX)?) {
            one.1 += if fit.is_some() { 30 } else { 0 };
        }
    }
    Ok(())
}

/// The documents of some alternatives, each with the best fit, in order.
fn gathered(list: &[Alternative]) -> Result<Vec<Entry>, Error> {
    let mut all = Vec::new();
    for one in list {
        let mut postings = one.postings()?;
        while postings.doc() != TERMINATED {
            all.push((postings.doc(), one.fit, one.in_title));
            postings.advance();
        }
    }
    // Runs in order already, which this sort is good at.
    all.sort_by_key(|entry| (entry.0, std::cmp::Reverse(entry.1)));
    all.dedup_by_key(|entry| entry.0);
    Ok(all)
}

/// How well each of `docs` fits, if at all.
fn fits(list: &[Alternative], docs: &[DocId], size: u64) -> Result<Vec<Option<(u16, bool)>>, Error> {
    let mut fits = vec![None; docs.len()];
    let mut enter = |place: usize, one: &Alternative| {
        let entry: &mut Option<(u16, bool)> = &mut fits[place];
        if entry.is_none_or(|(fit, _)| fit < one.fit) {
            *entry = Some((one.fit, one.in_title));
        }
    };
    let few = (docs.len() * list.len()) as u64 > size;
    for one in list {
        let mut postings = one.postings()?;
        if few {
            while postings.doc() != TERMINATED {
                if let Ok(place) = docs.binary_search(&postings.doc()) {
                    enter(place, one);
                }
                postings.advance();
            }
            continue;
        }
        for (place, doc) in docs.iter().enumerate() {
            if postings.doc() < *doc {
                postings.seek(*doc);
            }
            if postings.doc() == *doc {
                enter(place, one);
            }
        }
    }
    Ok(fits)
}
