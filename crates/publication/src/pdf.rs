//! PDF files: what is in them, a picture of page 1, a copy for reading and a sample.
//!
//! Everything that parses a PDF runs in a child process that limits its own memory, processor time and output,
//! because a stack overflow or a hang inside a parser cannot be caught. The child is any program that calls
//! [`child_main`]; the caller hands its path in as a [`Child`]. A child that crashes, is killed or answers nonsense
//! makes the file a [`Rejection::Damaged`], never a panic here.
//!
//! The *reading copy* is the file rewritten so that a browser can open page 1 after a few requests (the pages'
//! dictionaries packed together in object streams) and with everything active taken out: scripts, launches,
//! attachments, films, forms that send. The *sample* is a PDF of its own that holds nothing of later pages.

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use crate::{Limits, Metadata, Rejection, SampleLength, Warning};

mod active;
mod answer;
mod bombs;
mod child;
mod copy;
mod facts;
mod inside;
mod inspect;
mod labels;
mod names;
mod objects;
mod open;
mod outline;
mod pages;
mod render;
mod sample;
mod text;
mod wire;
mod write;
mod xmp;

pub use inside::child_main;

/// Changes whenever the same source would give other copies, so that caches keyed by version notice.
const REVISION: &str = "pdf-1";

/// The program that parses PDFs on our behalf, and the arguments that make it call [`child_main`] with what follows.
#[derive(Debug, Clone)]
pub struct Child {
    /// Path of the program, usually the running one.
    pub program: PathBuf,
    /// Arguments before ours, for example a hidden subcommand.
    pub args: Vec<OsString>,
}

/// A PDF that was taken. The paths are of files in the output folder given to [`ingest`].
#[derive(Debug, Clone)]
pub struct Publication {
    /// First 16 hexadecimal digits of the SHA-256 of the source and the revision of the rewriting.
    pub version: String,
    /// What the file says about itself; an empty title where it has none worth showing.
    pub metadata: Metadata,
    /// Number of pages, at least 1.
    pub pages: u32,
    /// The numbers printed on the pages, one for each; empty when they are 1, 2, 3 …
    pub page_labels: Vec<String>,
    /// Sizes of the first pages (at most 16) as shown.
    pub page_sizes: Vec<PageSize>,
    /// Whether the file asks to be read from right to left; `None` when it does not say.
    pub right_to_left: Option<bool>,
    /// The table of contents.
    pub outline: Vec<OutlineItem>,
    /// Words in the whole book, estimated from some of its pages; `None` where no text can be read out (scans).
    pub words: Option<u64>,
    /// Page 1 as a picture; `None` when it could not be drawn.
    pub cover: Option<Cover>,
    /// The copy to serve to readers; `None` when the source itself is to be served (very large, or not rewritable).
    pub reading: Option<PathBuf>,
    /// The first pages as a PDF of their own; `None` when they could not be cut out.
    pub sample: Option<Sample>,
    /// What the bookseller may want to know.
    pub warnings: Vec<Warning>,
    /// The most memory that a child held, in bytes.
    pub peak_memory: u64,
}

/// Width and height of a page in points (1/72 inch), turned as shown.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct PageSize {
    /// From left to right.
    pub width: f32,
    /// From top to bottom.
    pub height: f32,
}

/// An entry of the table of contents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutlineItem {
    /// What is shown.
    pub label: String,
    /// The page it leads to, from 1; `None` when it leads nowhere in this book.
    pub page: Option<u32>,
    /// Entries below it.
    pub children: Vec<OutlineItem>,
}

/// A picture of page 1 on white, at most 800 × 1600 pixels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cover {
    /// A PNG file.
    pub path: PathBuf,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
}

/// A PDF of the first pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sample {
    /// The PDF file.
    pub path: PathBuf,
    /// How many pages it has: a tenth of the book, at least 1, at most 30, where nobody decided otherwise.
    pub pages: u32,
}

/// Takes the PDF at `source` in, writing copies into `out_dir`, an empty folder that exists. Blocks for up to
/// 50 seconds, so call it off the async threads.
///
/// # Errors
///
/// Any [`Rejection`] but `Protected`; whatever was written into `out_dir` by then is the caller's to remove.
pub fn ingest(
    source: &Path,
    out_dir: &Path,
    child: &Child,
    limits: &Limits,
) -> Result<Publication, Rejection> {
    ingest_with(source, out_dir, child, limits, SampleLength::default())
}

/// The same with a sample of another length.
///
/// # Errors
///
/// As of [`ingest`].
pub fn ingest_with(
    source: &Path,
    out_dir: &Path,
    child: &Child,
    limits: &Limits,
    sample: SampleLength,
) -> Result<Publication, Rejection> {
    let size = std::fs::metadata(source)?.len();
    if size > limits.pdf_bytes {
        return Err(Rejection::TooLarge { what: format!("{size} bytes"), limit: limits.pdf_bytes });
    }
    if crate::sniff(source)? != crate::Kind::Pdf {
        return Err(Rejection::NotAPublication("its first bytes are not those of a PDF".to_owned()));
    }
    let version = answer::version(source, sample)?;
    let run = child::Run { child, source, out_dir, size, limits, sample };
    let (inspected, peak) = run.inspect()?;
    let (drawn, drawing_peak) = run.draw();
    Ok(answer::publication(answer::Parts {
        version,
        out_dir,
        inspected,
        drawn,
        peak_memory: peak.max(drawing_peak),
    }))
}
