//! Sizes, colours and measures of a receipt, in points.

use crate::face::Look;

/// A4.
pub(crate) const PAGE: (f32, f32) = (595.28, 841.89);
/// From the edge of the paper to the text, on both sides.
pub(crate) const MARGIN: f32 = 56.0;
/// Where a page begins, and where the text must end.
pub(crate) const TOP: f32 = 60.0;
pub(crate) const BOTTOM: f32 = PAGE.1 - 76.0;
/// The line of the foot begins here.
pub(crate) const FOOT: f32 = PAGE.1 - 52.0;
/// How wide the text is.
pub(crate) const MEASURE: f32 = PAGE.0 - 2.0 * MARGIN;
/// Where the second column begins, counted from where lines begin: buyer, seller's address and sums stand under each
/// other.
pub(crate) const SECOND: f32 = 276.0;
/// Between two columns.
pub(crate) const GAP: f32 = 20.0;
/// The widest that amounts of books may be.
pub(crate) const AMOUNTS: f32 = 110.0;

/// Red, green and blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Colour(pub(crate) u8, pub(crate) u8, pub(crate) u8);

// Of the light theme: ink, ink-2, ink-3, line, rubric.
pub(crate) const INK: Colour = Colour(0x26, 0x1c, 0x14);
pub(crate) const PALE: Colour = Colour(0x60, 0x56, 0x4d);
pub(crate) const PALER: Colour = Colour(0x73, 0x6a, 0x61);
pub(crate) const HAIR: Colour = Colour(0xda, 0xd7, 0xd2);
pub(crate) const RUBRIC: Colour = Colour(0xcc, 0x35, 0x26);

/// How a text is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Style {
    pub(crate) look: Look,
    pub(crate) size: f32,
    /// From one line to the next.
    pub(crate) leading: f32,
    pub(crate) colour: Colour,
}

impl Style {
    /// Where letters stand, counted from the top of their line: the same for every face, so that what stands beside
    /// each other is level.
    pub(crate) fn baseline(self) -> f32 {
        (self.leading - self.size) / 2.0 + self.size * 0.82
    }
}

/// The styles of a receipt in one direction. Arabic needs more room between lines, and more size where text is small.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Styles {
    pub(crate) shop: Style,
    pub(crate) heading: Style,
    pub(crate) small: Style,
    pub(crate) label: Style,
    pub(crate) body: Style,
    pub(crate) title: Style,
    pub(crate) sum: Style,
    pub(crate) foot: Style,
}

impl Styles {
    pub(crate) const fn new(right_to_left: bool) -> Self {
        let (more, room) = if right_to_left { (0.75, 1.14) } else { (0.0, 1.0) };
        Self {
            shop: Style { look: Look::Strong, size: 17.0, leading: 22.0 * room, colour: INK },
            heading: Style { look: Look::Strong, size: 25.0, leading: 32.0 * room, colour: INK },
            small: Style { look: Look::Text, size: 8.25 + more, leading: 12.5 * room, colour: PALE },
            label: Style { look: Look::Text, size: 8.25 + more, leading: 14.5 * room, colour: PALER },
            body: Style { look: Look::Text, size: 9.25 + more, leading: 14.5 * room, colour: INK },
            title: Style { look: Look::Strong, size: 10.5, leading: 15.0 * room, colour: INK },
            sum: Style { look: Look::Strong, size: 13.5, leading: 20.0 * room, colour: INK },
            foot: Style { look: Look::Text, size: 7.5 + more, leading: 11.0 * room, colour: PALER },
        }
    }
}
