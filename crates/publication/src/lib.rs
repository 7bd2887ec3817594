//! Opens, checks and sanitises EPUB and PDF files.
//!
//! A pure library: no database, no web, no async. A file comes in as a path; out come its [`Metadata`], its
//! cover and contents, and (for EPUB) a *pack* of sanitised resources that is safe to serve. Books are hostile
//! content: everything is bounded by [`Limits`], nothing is fetched, and no name inside a file ever becomes a
//! path on disk.
//!
//! ```no_run
//! # fn main() -> Result<(), publication::Rejection> {
//! let source = std::path::Path::new("moby-dick.epub");
//! if publication::sniff(source)? == publication::Kind::Epub {
//!     let mut pack = std::fs::File::create("moby-dick.pack")?;
//!     let book = publication::epub::ingest(source, &mut pack, &publication::Limits::default())?;
//!     assert_eq!(book.metadata.title, "Moby-Dick");
//! }
//! # Ok(())
//! # }
//! ```

pub mod epub;
mod kind;
mod limits;
mod metadata;
pub mod pdf;
mod rejection;
mod sample_length;
mod warning;

pub use kind::{Kind, sniff, sniff_bytes};
pub use limits::Limits;
pub use metadata::{Accessibility, Contributor, Metadata, Series};
pub use rejection::Rejection;
pub use sample_length::{NotALength, SampleLength};
pub use warning::Warning;
