//! Places in books, as readers' programs tell them and as they are kept: Readium's locator with the CFI inside.

use catalogue::{Book, Format};
use kernel::Id;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::FieldErrors;

use crate::t;

/// The href of every place in a PDF.
pub(crate) const PDF_HREF: &str = "file.pdf";

const HREF_LONGEST: usize = 2_048;
const VERSION_LONGEST: usize = 128;
const CFI_LONGEST: usize = 2_048;
/// Characters of the text that was marked.
const QUOTE_LONGEST: usize = 5_000;
/// Characters of the text before and behind it.
const CONTEXT_LONGEST: usize = 500;
const RECTS_MOST: usize = 128;
const PAGE_MOST: u32 = 1_000_000;

/// A place in a book. What is not known here is a 422.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = ReadingLocator)]
#[serde(deny_unknown_fields)]
pub struct Locator {
    /// The form of the locator: 1.
    #[serde(default = "one")]
    #[schema(default = 1, minimum = 1, maximum = 1)]
    pub v: u32,
    /// The book, by its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<i64>)]
    pub book: Option<BookRef>,
    /// The version of the file, as in the manifest; the present one where it is absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 128)]
    pub version: Option<String>,
    /// A section's href as in the manifest; `file.pdf` in a PDF.
    #[schema(max_length = 2048)]
    pub href: String,
    /// The section's media type; `application/pdf` in a PDF.
    #[serde(rename = "type")]
    pub media_type: String,
    /// Where in the section.
    pub locations: Locations,
    /// The words that stand there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Quote>,
}

/// Where in a section or on a page a place is.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[schema(as = ReadingLocations)]
#[serde(deny_unknown_fields)]
pub struct Locations {
    /// The exact place in an EPUB; opaque to the server.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 2048)]
    pub cfi: Option<String>,
    /// How far into the section, or into the page of a PDF, at the end of what can be seen: 0 to 1.
    #[serde(default)]
    #[schema(minimum = 0.0, maximum = 1.0)]
    pub progression: f64,
    /// How far into the section what can be seen begins: 0 to 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(minimum = 0.0, maximum = 1.0)]
    pub start: Option<f64>,
    /// The page of a PDF, from 1. Of an EPUB it is passed over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(minimum = 1)]
    pub page: Option<u32>,
    /// What is marked on the page of a PDF: left, bottom, right and top, in the PDF's units.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schema(max_items = 128)]
    pub rects: Vec<[f64; 4]>,
    /// How far into the book: 0 to 1. What a client sends is passed over; what it is told is the server's own.
    #[serde(default, rename = "totalProgression", skip_serializing_if = "Option::is_none")]
    pub total_progression: Option<f64>,
}

impl Locations {
    /// How far into the book, in whole per cent.
    #[expect(clippy::cast_possible_truncation, reason = "it is between 0 and 100")]
    pub(crate) fn percent(&self) -> i64 {
        (self.total_progression.unwrap_or_default().clamp(0.0, 1.0) * 100.0) as i64
    }
}

/// The words at a place, by which it is found again in another version of the file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = ReadingQuote)]
#[serde(deny_unknown_fields)]
pub struct Quote {
    /// What stands before.
    #[serde(default)]
    #[schema(max_length = 500)]
    pub before: String,
    /// The words themselves.
    #[serde(default)]
    #[schema(max_length = 5000)]
    pub highlight: String,
    /// What stands behind.
    #[serde(default)]
    #[schema(max_length = 500)]
    pub after: String,
}

/// A book's id, as a number or written out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum BookRef {
    /// As a number.
    Number(i64),
    /// As a text.
    Text(String),
}

impl BookRef {
    fn is(&self, book: Id<Book>) -> bool {
        match self {
            Self::Number(number) => *number == book.get(),
            Self::Text(text) => text.parse() == Ok(book.get()),
        }
    }
}

fn one() -> u32 {
    1
}

impl Locator {
    /// The format of the file that it is in; `None` where its type is none of a section's.
    pub fn format(&self) -> Option<Format> {
        match self.media_type.as_str() {
            "application/pdf" => Some(Format::Pdf),
            "application/xhtml+xml" | "image/svg+xml" => Some(Format::Epub),
            _ => None,
        }
    }

    /// Notes what is wrong with it by itself, whatever the file.
    pub(crate) fn check(&self, book: Id<Book>, errors: &mut FieldErrors) {
        let mut wrong = |field: &str, code| errors.add(&format!("locator.{field}"), code, t::locator_invalid);
        if self.v != 1 {
            wrong("v", "unknown");
        }
        if self.book.as_ref().is_some_and(|named| !named.is(book)) {
            wrong("book", "mismatch");
        }
        if self.version.as_ref().is_some_and(|it| it.is_empty() || it.len() > VERSION_LONGEST) {
            wrong("version", "invalid");
        }
        if self.href.is_empty() || self.href.len() > HREF_LONGEST || has_control(&self.href) {
            wrong("href", "invalid");
        }
        match self.format() {
            None => wrong("type", "unknown"),
            Some(Format::Pdf) if self.href != PDF_HREF => wrong("href", "unknown"),
            Some(_) => {}
        }
        self.locations.check(self.format(), &mut wrong);
        if let Some(text) = &self.text {
            for (field, part, most) in [
                ("text.before", &text.before, CONTEXT_LONGEST),
                ("text.highlight", &text.highlight, QUOTE_LONGEST),
                ("text.after", &text.after, CONTEXT_LONGEST),
            ] {
                if part.chars().count() > most {
                    wrong(field, "too_long");
                }
            }
        }
    }

    /// The section, without what stands behind a `#`.
    pub(crate) fn section(&self) -> &str {
        self.href.split('#').next().unwrap_or_default()
    }
}

impl PartialEq for Locations {
    /// Whether it is the same place. How far into the book that is follows from it, and a number may come back from JSON as its
    /// neighbour.
    fn eq(&self, other: &Self) -> bool {
        let near = |a: f64, b: f64| (a - b).abs() <= 1e-9 * a.abs().max(1.0);
        let starts = match (self.start, other.start) {
            (Some(a), Some(b)) => near(a, b),
            (a, b) => a.is_none() && b.is_none(),
        };
        let edges = |locations: &Self| locations.rects.iter().flatten().copied().collect::<Vec<f64>>();
        let (own, others) = (edges(self), edges(other));
        self.cfi == other.cfi
            && self.page == other.page
            && near(self.progression, other.progression)
            && starts
            && own.len() == others.len()
            && own.iter().zip(others).all(|(a, b)| near(*a, b))
    }
}

impl Locations {
    fn check(&self, format: Option<Format>, wrong: &mut impl FnMut(&str, &'static str)) {
        if self.cfi.as_ref().is_some_and(|cfi| cfi.len() > CFI_LONGEST || has_control(cfi)) {
            wrong("locations.cfi", "invalid");
        }
        let within = |share: f64| (0.0..=1.0).contains(&share);
        if !within(self.progression) {
            wrong("locations.progression", "out_of_range");
        }
        if self.start.is_some_and(|start| !within(start)) {
            wrong("locations.start", "out_of_range");
        }
        match (format, self.page) {
            (Some(Format::Pdf), None) => wrong("locations.page", "missing"),
            (_, Some(page)) if !(1..=PAGE_MOST).contains(&page) => wrong("locations.page", "out_of_range"),
            _ => {}
        }
        if self.rects.len() > RECTS_MOST {
            wrong("locations.rects", "too_many");
        } else if self.rects.iter().flatten().any(|edge| !(-1e7..=1e7).contains(edge)) {
            wrong("locations.rects", "out_of_range");
        }
    }
}

fn has_control(text: &str) -> bool {
    text.chars().any(char::is_control)
}
