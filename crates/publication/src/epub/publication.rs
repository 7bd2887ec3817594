//! What comes out of an EPUB: everything a shop and a reader need, as plain data.

use serde::{Deserialize, Serialize};

use super::{
    contents::{Landmark, PageTarget, TocEntry},
    pack::Resource,
    positions::Positions,
    rendition::{Layout, Rendition},
    sanitise::WritingMode,
};
use crate::{Metadata, Warning};

/// An EPUB, read, checked and sanitised.
///
/// An *href* is in URL form, from the root of the book (`OPS/ch%201.xhtml`); a fragment may follow in contents.
#[derive(Debug, Clone)]
pub struct Publication {
    /// 16 hexadecimal digits of the source and the sanitiser: two files of one version are served alike.
    pub version: String,
    /// What the file says about the work.
    pub metadata: Metadata,
    /// The cover as it stands in the file: a JPEG, PNG, GIF or WebP, to be re-encoded before anybody sees it.
    pub cover: Option<Cover>,
    /// In which direction pages are turned.
    pub direction: Direction,
    /// In which direction lines follow each other.
    pub writing_mode: WritingMode,
    /// Layout, flow, spreads, orientation, viewport.
    pub rendition: Rendition,
    /// The reading order.
    pub sections: Vec<Section>,
    /// The table of contents; never empty where there are sections.
    pub toc: Vec<TocEntry>,
    /// Pages of the printed book.
    pub page_list: Vec<PageTarget>,
    /// Parts with known roles.
    pub landmarks: Vec<Landmark>,
    /// Index of the pack.
    pub resources: Vec<Resource>,
    /// What may be read without owning the book.
    pub sample: Sample,
    /// Words of all linear sections.
    pub words: u64,
    /// What was wrong and was dealt with.
    pub warnings: Vec<Warning>,
}

impl Publication {
    /// The percent formula over this book's sections.
    pub fn positions(&self) -> Positions {
        Positions::new(
            self.sections.iter().map(|section| (section.href.as_str(), section.size, section.linear)),
        )
    }
}

/// A cover as found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cover {
    /// Its path in the book.
    pub path: String,
    /// By content.
    pub media_type: String,
    /// The file's bytes.
    pub bytes: Vec<u8>,
}

/// Direction of page turning.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Left to right.
    #[default]
    Ltr,
    /// Right to left.
    Rtl,
}

/// One document of the reading order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Where it is served.
    pub href: String,
    /// `application/xhtml+xml` or `image/svg+xml`.
    pub media_type: String,
    /// Served bytes, uncompressed: the measure of the percent formula.
    pub size: u64,
    /// Whether it is part of reading from beginning to end.
    pub linear: bool,
    /// The CFI path of its place in the package: `/6/4`.
    pub cfi: String,
    /// Which side of a spread it asks for: `left`, `right`, `center`.
    pub spread: Option<String>,
    /// Its own layout where it differs from the book's.
    pub layout: Option<Layout>,
    /// Its title or first heading; may be empty.
    pub title: String,
    /// Words of its text.
    pub words: u64,
}

/// The part of the book that anybody may read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sample {
    /// Its sections in reading order; empty where a book is too short to have a sample.
    pub sections: Vec<SampleSection>,
    /// Whether the last section is a copy that was cut short.
    pub truncated: bool,
}

/// A section of the sample.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SampleSection {
    /// Index in [`Publication::sections`].
    pub index: usize,
    /// Where it is served in the sample: its own resource when it was cut, else the section's href.
    pub href: String,
    /// Served bytes.
    pub size: u64,
}

impl Sample {
    /// Where the href of a section (a fragment may follow) leads in the sample; `None` when it is locked.
    pub fn href(&self, sections: &[Section], href: &str) -> Option<String> {
        let (bare, fragment) =
            href.split_once('#').map_or((href, None), |(bare, fragment)| (bare, Some(fragment)));
        let found =
            self.sections.iter().find(|s| sections.get(s.index).is_some_and(|full| full.href == bare))?;
        Some(match fragment {
            Some(fragment) => format!("{}#{fragment}", found.href),
            None => found.href.clone(),
        })
    }
}
