//! A cover for a book that has none: a ground cut from coloured paper, a thin frame, the title at the head, the author
//! at the foot, a spine on the side where the book is bound.
//!
//! Letters become outlines, because an SVG inside `<img>` loads no font and a server may have none. Only the fonts of
//! the crate `fonts` are used: Latin, Greek, Cyrillic and Arabic. A title whose letters are mostly in none of them
//! (Japanese, Hebrew, Tifinagh …) is left off whole rather than in part, and a nuqta stands in its place; a lone sign
//! that cannot be set (an emoji in an English title) is left out.

mod faces;
mod ground;
mod layout;
mod lines;
mod outline;
mod paragraph;
mod raster;
mod setting;
mod svg;
mod text;

pub use ground::Ground;

use crate::encode::Matter;
use crate::processed::Renditions;
use crate::{Error, Processed, Size};
use layout::Scene;

/// What a drawn cover shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Drawn<'a> {
    /// Title of the book, in any script; may be empty.
    pub title: &'a str,
    /// Its author or authors as one line of text; may be empty.
    pub author: &'a str,
    /// The side on which the book is bound.
    pub spine: Spine,
    /// Colour of the paper; [`Ground::of`] where nothing else decides.
    pub ground: Ground,
}

/// The side on which a book is bound: where its first page is reached from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Spine {
    /// Books read from left to right.
    Left,
    /// Books read from right to left: Arabic, Hebrew, vertical Japanese.
    Right,
}

/// A drawn cover: scalable, and as the same renditions as any other.
#[derive(Debug, Clone)]
pub struct DrawnCover {
    scene: Scene,
}

/// Draws a cover. Never fails: what cannot be set is left out (see the module).
pub fn drawn(wanted: &Drawn<'_>) -> DrawnCover {
    DrawnCover { scene: Scene::lay_out(wanted) }
}

impl DrawnCover {
    /// The cover as an SVG document of two to three, outlines only: no text, font, script, style or reference outside
    /// itself.
    pub fn svg(&self) -> String {
        svg::write(&self.scene)
    }

    /// The cover in the three widths, each drawn at its own width rather than shrunk, so that letters stay sharp.
    pub fn process(&self) -> Result<Processed, Error> {
        let [small, medium, large] = Size::ALL.map(|size| raster::draw(&self.scene, size.width()));
        let large = large?;
        let original = large.dimensions();
        Renditions { small: small?, medium: medium?, large }.finish(original, Matter::Drawing)
    }
}
