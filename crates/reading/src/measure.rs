//! How far into a book a place is: measured here, with the sections of the stored manifest, and never taken from a client.

use std::collections::HashMap;

use catalogue::{Contents, EpubContents, Format};
use publication::epub::{Layout, Positions};

use crate::locator::Locator;

/// Who is so far through the text, from 0 to 1, is at its end.
const END: f64 = 0.98;
/// From here on one is at the end of the book, end matter and all.
const VERY_END: f64 = 0.999;
/// End matter stands in the second half of a book; what is named so before it is something else.
const END_MATTER_FROM: f64 = 0.5;
/// A page of a flowing section, in bytes: as the readers count them.
const BYTES_PER_PAGE: u64 = 1_024;

/// The parts that stand behind the text, as landmarks name them.
#[rustfmt::skip]
const END_MATTER: &[&str] = &[
    "acknowledgments", "appendix", "backmatter", "bibliography", "colophon", "contributors", "copyright-page",
    "credits", "endnotes", "glossary", "index", "notes", "other-credits", "rearnote", "rearnotes",
];

/// What a place amounts to in its book.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measured {
    /// How much of the book lies before it, 0 to 1.
    pub total: f64,
    /// The page, from 1.
    pub page: Option<u32>,
    /// Whether somebody who reads here is at the end of the text.
    pub at_end: bool,
    /// Whether it is in the text: not in a note beside it, nor in the end matter.
    pub in_text: bool,
}

/// A file of a book, by which places in it are measured.
#[derive(Debug, Clone)]
pub struct Measure {
    /// Its format.
    pub format: Format,
    /// Its version now.
    pub version: String,
    kind: Kind,
}

#[derive(Debug, Clone)]
enum Kind {
    Epub { positions: Positions, sections: HashMap<String, Section>, text_end: f64 },
    Pdf { pages: u32 },
}

#[derive(Debug, Clone)]
struct Section {
    media_type: String,
    linear: bool,
    pages_before: u64,
    pages: u64,
}

impl Measure {
    /// By what is kept of a file.
    pub fn new(version: String, contents: &Contents) -> Self {
        match contents {
            Contents::Epub(epub) => Self { format: Format::Epub, version, kind: Kind::epub(epub) },
            Contents::Pdf(pdf) => Self { format: Format::Pdf, version, kind: Kind::Pdf { pages: pdf.pages } },
        }
    }

    /// Measures a place; `None` where the file has none such.
    pub fn of(&self, place: &Locator) -> Option<Measured> {
        match &self.kind {
            Kind::Epub { positions, sections, text_end } => {
                let section = sections.get(place.section())?;
                let at = &place.locations;
                let total = positions.total_progression(place.section(), at.progression)?;
                let before_end = total <= text_end + 1e-9;
                let at_end = (before_end && total >= END * text_end) || total >= VERY_END;
                Some(Measured {
                    total,
                    page: section.page(at.progression, at.start),
                    at_end: section.linear && at_end,
                    in_text: section.linear && before_end,
                })
            }
            Kind::Pdf { pages } => {
                let page = place.locations.page.filter(|page| (1..=*pages).contains(page))?;
                let total = (f64::from(page - 1) + place.locations.progression) / f64::from(*pages);
                Some(Measured { total, page: Some(page), at_end: total >= END, in_text: true })
            }
        }
    }

    /// The media type of the section that a place is in; `None` where there is no such section.
    pub fn media_type(&self, place: &Locator) -> Option<&str> {
        match &self.kind {
            Kind::Epub { sections, .. } => {
                sections.get(place.section()).map(|section| section.media_type.as_str())
            }
            Kind::Pdf { .. } => Some("application/pdf"),
        }
    }
}

impl Measure {
    /// How much memory it takes, in sections.
    pub(crate) fn weight(&self) -> usize {
        match &self.kind {
            Kind::Epub { sections, .. } => sections.len().max(1),
            Kind::Pdf { .. } => 1,
        }
    }
}

impl Kind {
    fn epub(epub: &EpubContents) -> Self {
        let spans = epub.sections.iter().map(|section| (section.href.as_str(), section.size, section.linear));
        let positions = Positions::new(spans);
        let mut sections = HashMap::new();
        let mut pages_before = 0;
        for section in &epub.sections {
            let fixed = section.layout.unwrap_or(epub.rendition.layout) == Layout::Fixed;
            let pages = match (section.linear, fixed) {
                (false, _) => 0,
                (true, true) => 1,
                (true, false) => section.size.div_ceil(BYTES_PER_PAGE).max(1),
            };
            let here = Section {
                media_type: section.media_type.clone(),
                linear: section.linear,
                pages_before,
                pages,
            };
            // A section that the spine names twice is where it stands first.
            sections.entry(section.href.clone()).or_insert(here);
            pages_before += pages;
        }
        let landmarks = epub.landmarks.iter().map(|mark| (mark.kind.as_str(), mark.href.as_str()));
        let text_end = text_end(landmarks, &positions);
        Self::Epub { positions, sections, text_end }
    }
}

/// Where the text ends and what stands behind it begins, 0 to 1.
fn text_end<'a>(landmarks: impl Iterator<Item = (&'a str, &'a str)>, positions: &Positions) -> f64 {
    let is_end = |kind: &str| kind.split_whitespace().any(|term| END_MATTER.contains(&term));
    let starts = landmarks
        .filter(|(kind, _)| is_end(kind))
        .filter_map(|(_, href)| positions.total_progression(href, 0.0))
        .filter(|start| *start >= END_MATTER_FROM);
    starts.fold(1.0, f64::min)
}

impl Section {
    /// The page at the beginning of what can be seen, or, where only its end is known, at the end.
    fn page(&self, end: f64, start: Option<f64>) -> Option<u32> {
        if self.pages == 0 {
            return u32::try_from(self.pages_before).ok().map(|page| page.max(1));
        }
        #[expect(clippy::cast_precision_loss, reason = "books have far fewer than 2^52 pages")]
        let pages = self.pages as f64;
        let within = match start {
            Some(start) => (start * pages + 1e-6).floor(),
            None => (end * pages - 1e-6).ceil() - 1.0,
        };
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "between two page numbers"
        )]
        let within = within.clamp(0.0, pages - 1.0) as u64;
        u32::try_from(self.pages_before + within + 1).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locator::Locations;

    fn epub(sections: &[(&str, u64, bool)], landmarks: &[(&str, &str)]) -> Measure {
        let positions = Positions::new(sections.iter().copied());
        let mut pages_before = 0;
        let mut by_href = HashMap::new();
        for (href, size, linear) in sections {
            let pages = if *linear { size.div_ceil(BYTES_PER_PAGE) } else { 0 };
            let media_type = "application/xhtml+xml".to_owned();
            let section = Section { media_type, linear: *linear, pages_before, pages };
            by_href.insert((*href).to_owned(), section);
            pages_before += pages;
        }
        let text_end = text_end(landmarks.iter().copied(), &positions);
        let kind = Kind::Epub { positions, sections: by_href, text_end };
        Measure { format: Format::Epub, version: "v".to_owned(), kind }
    }

    fn at(measure: &Measure, href: &str, progression: f64) -> Measured {
        let place = Locator {
            v: 1,
            book: None,
            version: None,
            href: href.to_owned(),
            media_type: "application/xhtml+xml".to_owned(),
            locations: Locations { progression, ..Locations::default() },
            text: None,
        };
        measure.of(&place).unwrap()
    }

    const BOOK: &[(&str, u64, bool)] = &[
        ("preface", 10_000, true),
        ("text", 80_000, true),
        ("index", 10_000, true),
        ("aside", 5_000, false),
    ];

    #[test]
    fn a_book_ends_with_its_text_and_not_with_what_stands_behind_it() {
        let measure = epub(BOOK, &[("bodymatter", "text"), ("backmatter", "index#top")]);
        for (href, progression, ends) in [
            ("text", 0.96, false),
            ("text", 0.985, true),
            ("text", 1.0, true),
            ("index", 0.5, false),
            ("index", 1.0, true),
            ("aside", 1.0, false),
        ] {
            assert_eq!(at(&measure, href, progression).at_end, ends, "{href} {progression}");
        }
        assert!(!at(&measure, "index", 0.5).in_text && !at(&measure, "aside", 0.0).in_text);
    }

    #[test]
    fn where_nothing_is_said_of_an_end_or_it_is_at_the_beginning_all_of_the_book_is_text() {
        for landmarks in [&[][..], &[("copyright-page", "preface")], &[("acknowledgments", "text")]] {
            let measure = epub(BOOK, landmarks);
            assert!(!at(&measure, "text", 1.0).at_end && at(&measure, "index", 0.9).at_end, "{landmarks:?}");
        }
    }

    #[test]
    fn pages_are_those_of_the_readers() {
        let measure = epub(&[("a", 2_048, true), ("b", 1_000, true), ("note", 10, false)], &[]);
        let page = |href, progression| at(&measure, href, progression).page;
        assert_eq!([page("a", 0.0), page("a", 0.5), page("a", 0.6), page("a", 1.0)], [1, 1, 2, 2].map(Some));
        assert_eq!([page("b", 1.0), page("note", 0.5)], [Some(3), Some(3)]);
    }
}
