//! What a reader is told about a book: the manifest of `/books/{id}/manifest`, and what was found in it.

use serde::Serialize;
use utoipa::ToSchema;

use crate::Access;
use crate::locator::Locator;

/// The manifest of one of a book's files.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[serde(tag = "format", rename_all = "lowercase")]
pub enum Manifest {
    /// Of an EPUB.
    Epub(EpubManifest),
    /// Of a PDF.
    Pdf(PdfManifest),
}

/// How to read an EPUB. Every `href` is a URL reference relative to `base`.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct EpubManifest {
    /// Changes with the file; resources of a version never change.
    pub version: String,
    /// The book's title.
    pub title: String,
    /// BCP 47; `und` where unknown.
    pub language: String,
    /// `ltr` or `rtl`: the direction of page turning.
    pub direction: String,
    /// `horizontal-tb`, `vertical-rl` or `vertical-lr`.
    pub writing_mode: String,
    /// `reflowable` or `fixed`.
    pub layout: String,
    /// `auto`, `paginated`, `scrolled-continuous` or `scrolled-doc`.
    pub flow: String,
    /// When two pages stand side by side: `auto`, `none`, `landscape`, `both`.
    pub spread: String,
    /// The size of fixed pages where sections do not say their own.
    pub viewport: Option<ViewportItem>,
    /// Where resources are served, ending in a slash.
    pub base: String,
    /// The reading order.
    pub sections: Vec<SectionItem>,
    /// The table of contents.
    pub toc: Vec<TocItem>,
    /// Pages of the printed book.
    pub page_list: Vec<PageItem>,
    /// Parts with known roles.
    pub landmarks: Vec<LandmarkItem>,
    /// How much of it the caller may read.
    pub access: Access,
}

/// A size in CSS pixels.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
pub struct ViewportItem {
    /// Across.
    pub width: f64,
    /// Down.
    pub height: f64,
}

/// A document of the reading order.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SectionItem {
    /// Where it is served.
    pub href: String,
    /// Its media type.
    #[serde(rename = "type")]
    pub media_type: String,
    /// Bytes as served: the measure of percentages.
    pub size: u64,
    /// Whether it is part of reading from beginning to end.
    pub linear: bool,
    /// The path of its place for CFIs: `/6/4`.
    pub cfi: String,
    /// The side of a spread it asks for.
    pub spread: Option<String>,
    /// Its own layout where it differs from the book's.
    pub layout: Option<String>,
    /// Whether it lies outside what the caller may read.
    pub locked: bool,
    /// How much of it is in the sample, from its beginning, 0 to 1: words of that part give nothing away that anybody could
    /// not read.
    pub sample: f64,
}

/// A line of the table of contents.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(no_recursion)]
pub struct TocItem {
    /// Plain text.
    pub label: String,
    /// Where it leads; null for a heading that leads nowhere.
    pub href: Option<String>,
    /// Whether it leads outside what the caller may read.
    pub locked: bool,
    /// Lines below it.
    pub children: Vec<TocItem>,
}

/// A page of the printed book.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PageItem {
    /// The number as printed.
    pub label: String,
    /// Where it begins.
    pub href: String,
}

/// A part with a known role.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct LandmarkItem {
    /// An `epub:type` term.
    #[serde(rename = "type")]
    pub kind: String,
    /// Plain text.
    pub label: String,
    /// Where it begins.
    pub href: String,
}

/// How to read a PDF.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PdfManifest {
    /// Changes with the file.
    pub version: String,
    /// The book's title.
    pub title: String,
    /// BCP 47; `und` where unknown.
    pub language: String,
    /// `ltr` or `rtl`: the direction of page turning.
    pub direction: String,
    /// Pages that the caller may read.
    pub pages: u32,
    /// Pages of the sample, from the first on: words of these give nothing away that anybody could not read.
    pub sample_pages: u32,
    /// Numbers printed on the pages; empty when they are 1, 2, 3 …
    pub page_labels: Vec<String>,
    /// The table of contents.
    pub outline: Vec<OutlineItem>,
    /// How much of it the caller may read.
    pub access: Access,
    /// Where the file is served, with ranges.
    pub url: String,
}

/// A line of a PDF's table of contents.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(no_recursion)]
pub struct OutlineItem {
    /// Plain text.
    pub label: String,
    /// The page it leads to, from 1; null when it leads nowhere.
    pub page: Option<u32>,
    /// Whether it leads outside what the caller may read.
    pub locked: bool,
    /// Lines below it.
    pub children: Vec<OutlineItem>,
}

/// Where a book has what was looked for.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct FoundPassage {
    /// The place, with its words: as it can be kept as the place last read, or marked.
    pub locator: Locator,
    /// Which of the manifest's sections it is in, from 0.
    pub section: usize,
    /// Which one it is of those in its section, from 0.
    pub nth: usize,
    /// The line of the contents that it lies behind; null before the first, and where several lead into its section.
    pub chapter: Option<String>,
}
