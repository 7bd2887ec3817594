//! Where everything stands on a drawn cover.
//!
//! Measures are those of the design's specimen: CSS pixels on a card of 132 by 198.

use super::faces::Typeface;
use super::paragraph::{Glyph, Line, Paragraph};
use super::setting::{Measure, Setting, Step, fit};
use super::text::settable;
use super::{Drawn, Spine};
use crate::Colour;

pub(super) const WIDTH: f32 = 132.0;
pub(super) const HEIGHT: f32 = 198.0;
/// From the edge to the outside of the frame, which is one pixel thick.
pub(super) const FRAME: f32 = 6.0;
pub(super) const FRAME_OPACITY: f32 = 0.35;
/// Width of the shaded strip along the spine.
pub(super) const SPINE: f32 = 7.0;
/// Centre of the nuqta, and half its diagonal.
pub(super) const NUQTA: (f32, f32, f32) = (66.0, 84.0, 14.0);

const MARGIN: f32 = 16.0;
const TOP: f32 = 18.0;
const FOOT: f32 = 184.0;
/// Least distance between title and author.
const GAP: f32 = 8.0;
const AUTHOR_OPACITY: f32 = 0.9;

const TITLE_STEPS: [Step; 6] = [
    Step { size: 16.0, most: 4 },
    Step { size: 14.5, most: 5 },
    Step { size: 13.0, most: 6 },
    Step { size: 11.8, most: 7 },
    Step { size: 10.6, most: 8 },
    Step { size: 9.6, most: 9 },
];
const AUTHOR_STEPS: [Step; 3] =
    [Step { size: 11.5, most: 2 }, Step { size: 10.2, most: 2 }, Step { size: 9.2, most: 3 }];

/// A drawn cover as things to be painted, lowest first: ground, frame, blocks of text or the nuqta, spine.
#[derive(Debug, Clone)]
pub(super) struct Scene {
    pub(super) ground: Colour,
    pub(super) ink: Colour,
    pub(super) spine: Spine,
    pub(super) blocks: Vec<Block>,
    pub(super) nuqta: bool,
}

/// Text of one typeface, size and opacity.
#[derive(Debug, Clone)]
pub(super) struct Block {
    pub(super) part: Part,
    pub(super) size: f32,
    pub(super) opacity: f32,
    /// Origins in pixels of the card.
    pub(super) glyphs: Vec<Glyph>,
}

/// What a block of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Title,
    Author,
}

impl Part {
    pub(super) fn typeface(self) -> &'static Typeface {
        match self {
            Self::Title => Typeface::title(),
            Self::Author => Typeface::author(),
        }
    }
}

impl Scene {
    pub(super) fn lay_out(wanted: &Drawn<'_>) -> Self {
        let title = settable(wanted.title, Typeface::title());
        let author = settable(wanted.author, Typeface::author());
        let author = author.as_deref().map(set_author);
        let author_height = author.as_ref().map_or(0.0, Setting::height);
        let title = title.as_deref().map(|title| set_title(title, FOOT - author_height - GAP - TOP));
        let right = match (&title, &author) {
            (Some(setting), _) | (None, Some(setting)) => setting.right_to_left,
            (None, None) => wanted.spine == Spine::Right,
        };
        let mut blocks = Vec::new();
        if let Some(setting) = &title {
            blocks.push(place(setting, Part::Title, TOP, right));
        }
        if let Some(setting) = &author {
            blocks.push(place(setting, Part::Author, FOOT - setting.height(), right));
        }
        Self {
            ground: wanted.ground.colour(),
            ink: wanted.ground.ink(),
            spine: wanted.spine,
            blocks,
            nuqta: title.is_none(),
        }
    }
}

fn set_title(text: &str, room: f32) -> Setting {
    let paragraph = Paragraph::new(text, Typeface::title());
    // Arabic stands taller than Latin and takes its dots above and below.
    let leading = match (paragraph.arabic, paragraph.right_to_left) {
        (true, true) => 1.59,
        (true, false) => 1.42,
        (false, _) => 1.25,
    };
    fit(&paragraph, &TITLE_STEPS, &Measure { width: WIDTH - 2.0 * MARGIN, room, leading })
}

fn set_author(text: &str) -> Setting {
    let paragraph = Paragraph::new(text, Typeface::author());
    let leading = if paragraph.arabic { 1.5 } else { 1.35 };
    fit(&paragraph, &AUTHOR_STEPS, &Measure { width: WIDTH - 2.0 * MARGIN, room: HEIGHT / 4.0, leading })
}

/// Puts a setting on the card with its first line at `top`, along the left or the right margin.
fn place(setting: &Setting, part: Part, top: f32, right: bool) -> Block {
    let mut glyphs = Vec::new();
    let mut line_top = top;
    for Line { width, glyphs: line } in &setting.lines {
        let left = if right { WIDTH - MARGIN - width * setting.size } else { MARGIN };
        let baseline = line_top + setting.baseline();
        glyphs.extend(line.iter().map(|glyph| Glyph {
            x: left + glyph.x * setting.size,
            y: baseline + glyph.y * setting.size,
            ..*glyph
        }));
        line_top += setting.line_height;
    }
    let opacity = if part == Part::Author { AUTHOR_OPACITY } else { 1.0 };
    Block { part, size: setting.size, opacity, glyphs }
}
