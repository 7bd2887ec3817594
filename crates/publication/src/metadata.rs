//! What a publication says about itself, in one form for EPUB and PDF.

use kernel::{Isbn, Language};
use serde::{Deserialize, Serialize};

/// Bibliographic facts read from the file. All text is plain (never markup), trimmed, in NFC as far as the
/// file had it, and free of control characters.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Metadata {
    /// The main title. Empty only where the file names none.
    pub title: String,
    /// The subtitle, where the file sets it apart from the title.
    pub subtitle: Option<String>,
    /// Everybody who made the book, in the order of display; authors first, others with their role.
    pub authors: Vec<Contributor>,
    /// The first identifier that is a valid ISBN.
    pub isbn: Option<Isbn>,
    /// The main language; `None` where the file does not say.
    pub language: Option<Language>,
    /// The publisher's name.
    pub publisher: Option<String>,
    /// Date of publication as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub published: Option<String>,
    /// Plain text; paragraphs are parted by an empty line (`\n\n`).
    pub description: Option<String>,
    /// Subject headings, without repetition.
    pub subjects: Vec<String>,
    /// The series that the book is a part of.
    pub series: Option<Series>,
    /// What the file says about its accessibility (schema.org terms).
    pub accessibility: Accessibility,
}

/// A person or body that had a hand in the book.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contributor {
    /// The name as it is shown.
    pub name: String,
    /// MARC relator code in lower case: `aut`, `trl`, `ill`, `edt`, `nrt` …
    pub role: String,
    /// The name as it is sorted (`Melville, Herman`), where the file says so.
    pub sort_as: Option<String>,
}

impl Contributor {
    /// A contributor with the role `aut` and no sort form.
    pub fn author(name: impl Into<String>) -> Self {
        Self { name: name.into(), role: "aut".to_owned(), sort_as: None }
    }

    /// Whether this is an author (`aut`) rather than a translator, illustrator …
    pub fn is_author(&self) -> bool {
        self.role == "aut"
    }
}

/// A series and the book's place in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Series {
    /// The name of the series.
    pub name: String,
    /// The book's number, which may be a fraction (`2.5`).
    pub position: Option<f64>,
}

/// Accessibility metadata, each list in the order of the file without repetition.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Accessibility {
    /// `schema:accessMode`: `textual`, `visual` …
    pub access_modes: Vec<String>,
    /// `schema:accessModeSufficient`, each a comma-parted set.
    pub access_modes_sufficient: Vec<String>,
    /// `schema:accessibilityFeature`: `tableOfContents`, `alternativeText` …
    pub features: Vec<String>,
    /// `schema:accessibilityHazard`: `none`, `flashing` …
    pub hazards: Vec<String>,
    /// `schema:accessibilitySummary`, plain text.
    pub summary: Option<String>,
    /// `dcterms:conformsTo`: the standards claimed.
    pub conforms_to: Vec<String>,
}
