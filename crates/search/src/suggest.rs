//! Suggestions while somebody types: what begins so, and what nearly does.

use tantivy::DocAddress;

use crate::asked::Asked;
use crate::document::Kind;
use crate::index::{Error, Index};
use crate::matching::{Found, Match, Purpose, matches};
use crate::segment::Segment;

/// Something that may be meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// What it is.
    pub kind: Kind,
    /// Its key among those of its kind.
    pub id: u64,
    /// What it is called: all its titles.
    pub titles: Vec<String>,
    /// How well it fits; comparable within an answer.
    pub fit: u32,
    /// Whether it has what was typed, without an error.
    pub literal: bool,
}

impl Index {
    /// The best suggestions of each of these kinds, at most `limit` of each, best first.
    pub fn suggest(&self, text: &str, kinds: &[Kind], limit: usize) -> Result<Vec<Suggestion>, Error> {
        let searcher = self.reader.searcher();
        let asked = Asked::new(text);
        let mut all: Vec<(Kind, u32, Match)> = Vec::new();
        for (number, reader) in searcher.segment_readers().iter().enumerate() {
            let segment = Segment::open(reader, &self.fields)?;
            let mut found = matches(&segment, &asked, Purpose::Suggest)?;
            found.sort_unstable_by_key(|one| (std::cmp::Reverse(one.fit), one.doc));
            for &kind in kinds {
                let of_kind = found.iter().filter(|one| segment.is(one.doc, kind)).take(limit);
                all.extend(of_kind.map(|one| (kind, u32::try_from(number).unwrap_or_default(), *one)));
            }
        }
        all.sort_by_key(|(_, segment, one)| {
            (std::cmp::Reverse((one.found > Found::Lenient, one.fit)), *segment, one.doc)
        });
        let mut suggestions = Vec::new();
        for &kind in kinds {
            for (_, segment, one) in all.iter().filter(|one| one.0 == kind).take(limit) {
                let document = searcher.doc(DocAddress::new(*segment, one.doc))?;
                let Some(shown) = self.fields.shown(&document) else { continue };
                let Some(id) = self.fields.id(&document) else { continue };
                let literal = one.found > Found::Lenient;
                suggestions.push(Suggestion { kind, id, titles: shown.titles, fit: one.fit, literal });
            }
        }
        suggestions.sort_by_key(|one| std::cmp::Reverse((one.literal, one.fit)));
        Ok(suggestions)
    }
}
