//! Finds marks again when a file has been replaced: by the words that they stand at, wherever those are in the new text.
//!
//! It is done in the background, for all readers of a file together (see [`place`]). What a device said of a mark stays as it
//! was, and is no older for it: only where the server found it is written beside.

pub(crate) mod place;
mod progress;

use catalogue::EpubContents;
use publication::epub::Positions;

use super::Placed;
use crate::locator::{Locations, Locator};

/// A text without its spaces, in which words are found however their lines are broken.
fn bare(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

/// The text of a book, section by section.
pub(crate) struct Text {
    sections: Vec<Section>,
    positions: Positions,
    version: String,
}

struct Section {
    href: String,
    media_type: String,
    text: String,
}

/// How well a spot fits: letters around it that are the same, whether it is the same section, how near it is.
type Rank = (usize, bool, f64);

/// Where a mark is in the file of now.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Again {
    pub(crate) placed: Placed,
    pub(crate) found: Option<Locator>,
    pub(crate) position: f64,
}

impl Text {
    /// Of an EPUB, with the plain text of each section.
    pub(crate) fn new(contents: &EpubContents, version: &str, texts: Vec<String>) -> Self {
        let spans = contents.sections.iter().map(|it| (it.href.as_str(), it.size, it.linear));
        let sections = contents.sections.iter().zip(texts).map(|(section, text)| Section {
            href: section.href.clone(),
            media_type: section.media_type.clone(),
            text: bare(&text),
        });
        Self { sections: sections.collect(), positions: Positions::new(spans), version: version.to_owned() }
    }

    /// Looks for a mark that was made at `old`, which had this position.
    pub(crate) fn find(&self, old: &Locator, position: f64) -> Again {
        let quote = old.text.clone().unwrap_or_default();
        let words = bare(&quote.highlight);
        let spot = if words.is_empty() {
            let same = self.sections.iter().position(|section| section.href == old.section());
            same.map(|index| (index, old.locations.start.unwrap_or(old.locations.progression)))
        } else {
            self.spot(&words, &quote.before, &quote.after, (old.section(), position))
        };
        let Some((index, share)) = spot else { return Again { placed: Placed::Lost, found: None, position } };
        let section = &self.sections[index];
        let total = self.positions.total_progression(&section.href, share).unwrap_or(position);
        let locator = Locator {
            version: Some(self.version.clone()),
            href: section.href.clone(),
            media_type: section.media_type.clone(),
            // The exact place was one of the old file.
            locations: Locations { progression: share, start: Some(share), ..Locations::default() },
            ..old.clone()
        };
        Again { placed: Placed::Moved, found: Some(locator), position: total }
    }

    /// As far into the book as a place was that is not there any more.
    pub(crate) fn at(&self, old: &Locator, position: f64) -> Option<Locator> {
        let (index, share) = self.positions.locate(position)?;
        let section = self.sections.get(index)?;
        Some(Locator {
            version: Some(self.version.clone()),
            href: section.href.clone(),
            media_type: section.media_type.clone(),
            locations: Locations { progression: share, ..Locations::default() },
            text: None,
            ..old.clone()
        })
    }

    /// Of all places that have the words, the one with most of the same words around it; of those the nearest.
    fn spot(
        &self,
        words: &str,
        before: &str,
        after: &str,
        (href, position): (&str, f64),
    ) -> Option<(usize, f64)> {
        let (before, after) = (bare(before), bare(after));
        let mut best: Option<(Rank, (usize, f64))> = None;
        for (index, section) in self.sections.iter().enumerate() {
            for (at, _) in section.text.match_indices(words).take(1_000) {
                let around = same_end(&section.text[..at], &before)
                    + same_start(&section.text[at + words.len()..], &after);
                let share = share(at, section.text.len());
                let total = self.positions.total_progression(&section.href, share).unwrap_or_default();
                let rank = (around, section.href == href, -(total - position).abs());
                if best
                    .as_ref()
                    .is_none_or(|(known, _)| rank.partial_cmp(known).is_some_and(std::cmp::Ordering::is_gt))
                {
                    best = Some((rank, (index, share)));
                }
            }
        }
        best.map(|(_, spot)| spot)
    }
}

fn same_end(text: &str, wanted: &str) -> usize {
    text.chars().rev().zip(wanted.chars().rev()).take_while(|(a, b)| a == b).count()
}

fn same_start(text: &str, wanted: &str) -> usize {
    text.chars().zip(wanted.chars()).take_while(|(a, b)| a == b).count()
}

#[expect(clippy::cast_precision_loss, reason = "texts are far below 2^52 bytes")]
fn share(at: usize, length: usize) -> f64 {
    if length == 0 { 0.0 } else { at as f64 / length as f64 }
}

/// A mark of a PDF: its page is what is known of it here.
fn on_page(old: &Locator, (version, pages): (&str, u32), position: f64) -> Again {
    let there = old.locations.page.filter(|page| (1..=pages).contains(page));
    let Some(page) = there else { return Again { placed: Placed::Lost, found: None, position } };
    let locator = Locator { version: Some(version.to_owned()), ..old.clone() };
    let share = old.locations.start.unwrap_or(old.locations.progression);
    let position = (f64::from(page - 1) + share) / f64::from(pages);
    Again { placed: Placed::Moved, found: Some(locator), position }
}

/// The page of a PDF that is as far into the book as a place was that is not there any more.
fn at_page(old: &Locator, (version, pages): (&str, u32), position: f64) -> Locator {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and the pages")]
    let page = (position.clamp(0.0, 1.0) * f64::from(pages)).ceil() as u32;
    let locations = Locations { page: Some(page.clamp(1, pages.max(1))), ..Locations::default() };
    Locator { version: Some(version.to_owned()), locations, text: None, ..old.clone() }
}

#[cfg(test)]
mod tests;
