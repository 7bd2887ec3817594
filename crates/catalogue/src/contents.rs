//! What a reader is told about a file: kept with it as JSON, written once when it comes in.

use publication::{epub, pdf};
use serde::{Deserialize, Serialize};

/// The contents of a book's file.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(tag = "format", rename_all = "lowercase")]
pub enum Contents {
    /// Of an EPUB.
    Epub(Box<EpubContents>),
    /// Of a PDF.
    Pdf(PdfContents),
}

/// What an EPUB's reader needs: see [`epub::Publication`], whose fields these are.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[expect(missing_docs, reason = "documented where they come from")]
pub struct EpubContents {
    pub title: String,
    pub direction: epub::Direction,
    pub writing_mode: epub::WritingMode,
    pub rendition: epub::Rendition,
    pub sections: Vec<epub::Section>,
    pub toc: Vec<epub::TocEntry>,
    pub page_list: Vec<epub::PageTarget>,
    pub landmarks: Vec<epub::Landmark>,
    pub sample: epub::Sample,
    pub words: u64,
}

/// What a PDF's reader needs: see [`pdf::Publication`].
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PdfContents {
    /// The file's own title.
    pub title: String,
    /// Pages of the whole book.
    pub pages: u32,
    /// Pages of the sample; `None` where there is none.
    pub sample_pages: Option<u32>,
    /// Whether the rewritten copy is served (`reading.pdf`) or the file as it came.
    pub rewritten: bool,
    /// Whether the file asks to be read from right to left.
    pub right_to_left: Option<bool>,
    /// Numbers printed on the pages; empty when they are 1, 2, 3 …
    pub page_labels: Vec<String>,
    /// The table of contents.
    pub outline: Vec<pdf::OutlineItem>,
}
