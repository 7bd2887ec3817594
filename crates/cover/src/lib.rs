//! Pictures of books: [`process`] makes an uploaded cover safe and small, [`drawn`] draws one where there is none.
//!
//! A pure library of bytes in memory: no files, no network, no clock, no threads. The same input gives the same
//! output, byte for byte, so what it makes can be thrown away and made again.

mod colour;
mod decode;
mod drawn;
mod emblem;
mod encode;
mod error;
mod limits;
mod processed;
mod size;

pub use colour::Colour;
pub use drawn::{Drawn, DrawnCover, Ground, Spine, drawn};
pub use emblem::{Emblem, emblem};
pub use error::Error;
pub use limits::Limits;
pub use processed::{Processed, Rendition, process};
pub use size::Size;
