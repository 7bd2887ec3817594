//! Text as glyphs: fonts chosen by character, letters joined, directions in visual order. PDFs and covers are set by it.

mod face;
mod line;
mod outline;
mod rich;

pub(crate) use face::{FaceId, Look, bytes};
pub(crate) use line::{Run, set, width};
pub(crate) use outline::outline;
pub(crate) use rich::Rich;
