//! EPUB 2 and 3.
//!
//! [`ingest`] does it all: opens the archive as if its author were an enemy (`archive`, `container`, `obfuscation`),
//! reads the package (`package`, `description`, `contents`), makes every document, drawing and style sheet safe
//! (`sanitise`), and writes the pack (`pack`). [`Positions`] has the formula of reading progress.

mod archive;
mod assemble;
mod container;
mod contents;
mod cover;
mod dates;
mod description;
mod files;
#[cfg(feature = "fuzzing")]
pub mod fuzzing;
mod ingest;
mod media;
mod names;
mod obfuscation;
mod pack;
mod package;
mod plain;
mod positions;
mod publication;
mod rendition;
mod sample;
mod sanitise;
mod warnings;
mod xml;

pub use contents::{Landmark, PageTarget, TocEntry};
pub use ingest::{ingest, ingest_with};
pub use names::href;
pub use pack::{Resource, unpack};
pub use plain::{count_words, plain_text};
pub use positions::Positions;
pub use publication::{Cover, Direction, Publication, Sample, SampleSection, Section};
pub use rendition::{Layout, Rendition, Viewport};
pub use sanitise::WritingMode;
