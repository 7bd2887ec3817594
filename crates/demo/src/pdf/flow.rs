//! Text flows down pages of the size A5.

use std::collections::HashMap;
use std::ops::Range;

use super::page::{Page, Piece};
use crate::letters::{self, Look, Rich};
use crate::picture::Scene;

/// A5 in points.
pub(super) const PAGE: (f32, f32) = (419.5, 595.3);
pub(super) const MARGIN: f32 = 52.0;
/// Where a page begins; its first baseline is a line below.
const HEAD: f32 = MARGIN + 10.0;
/// The last baseline of the text.
pub(super) const FOOT: f32 = PAGE.1 - 62.0;
pub(super) const MEASURE: f32 = PAGE.0 - 2.0 * MARGIN;
/// A line is stretched up to the measure while its spaces grow by less than this.
const LOOSEST: f32 = 0.8;

/// How a paragraph is set. Insets are counted from the side where its language begins.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    /// In points.
    pub(super) size: f32,
    pub(super) start: f32,
    pub(super) end: f32,
    /// Before the first line; negative for a hanging mark.
    pub(super) indent: f32,
    pub(super) align: Align,
}

/// Where a line stands in its measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Align {
    Start,
    Centre,
    /// Both edges straight, but for the last line.
    Justify,
}

/// A place in the book, for the outline.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) page: usize,
    pub(super) y: f32,
}

/// The pages as they fill.
pub(super) struct Flow {
    pub(super) right_to_left: bool,
    pub(super) pages: Vec<Page>,
    y: f32,
    /// Widths of words for size 1: books repeat theirs.
    widths: HashMap<(String, Look), f32>,
}

impl Flow {
    pub(super) fn new(right_to_left: bool) -> Self {
        Self { right_to_left, pages: Vec::new(), y: HEAD, widths: HashMap::new() }
    }

    /// Begins a page.
    pub(super) fn new_page(&mut self) -> Place {
        self.pages.push(Page::default());
        self.y = HEAD;
        Place { page: self.pages.len() - 1, y: 0.0 }
    }

    /// Where the next line will stand.
    pub(super) fn here(&self) -> Place {
        Place { page: self.pages.len().saturating_sub(1), y: self.y }
    }

    /// Leaves some points free, but nothing at the head of a page that the text ran on to.
    pub(super) fn space_above(&mut self, points: f32) {
        if self.y > HEAD {
            self.y += points;
        }
    }

    /// Leaves some points free.
    pub(super) fn skip(&mut self, points: f32) {
        self.y += points;
    }

    /// Begins a page unless so many points are left on this one.
    pub(super) fn room(&mut self, points: f32) {
        if self.y + points > FOOT {
            self.new_page();
        }
    }

    /// The distance of lines of this size, in points.
    pub(super) fn leading(&self, size: f32) -> f32 {
        size * if self.right_to_left { 1.85 } else { 1.45 }
    }

    /// Breaks a paragraph into lines and the lines into pages.
    pub(super) fn paragraph(&mut self, rich: &Rich, frame: &Frame) {
        let leading = self.leading(frame.size);
        let lines = self.lines(rich, frame);
        let count = lines.len();
        for (at, line) in lines.into_iter().enumerate() {
            // Neither the first line of a paragraph stands alone at the foot of a page nor the last at its head.
            let together = if (at == 0 && count > 1) || at + 2 == count { 2.0 } else { 1.0 };
            self.room(leading * together);
            self.y += leading;
            let indent = if at == 0 { frame.indent } else { 0.0 };
            let frame = Frame { start: frame.start + indent, ..*frame };
            self.put(rich, line, &frame, at + 1 == count);
        }
    }

    /// Puts one line on the current baseline.
    pub(super) fn put(&mut self, rich: &Rich, line: Range<usize>, frame: &Frame, last: bool) {
        let measure = MEASURE - frame.start - frame.end;
        let natural = frame.size * letters::width(rich, line.clone(), self.right_to_left);
        let left = measure - natural;
        let spaces = rich.text.get(line.clone()).map_or(0, |text| text.matches(' ').count());
        let each = left / frame.size / f32::from(u16::try_from(spaces.max(1)).unwrap_or(u16::MAX));
        // A line a little too wide, because letters reach into a space, is drawn together wherever it stands.
        let justified =
            spaces > 0 && (left < 0.0 || frame.align == Align::Justify && !last && each < LOOSEST);
        let runs = letters::set(rich, line, self.right_to_left, if justified { each } else { 0.0 });
        let beyond = match frame.align {
            _ if justified => 0.0,
            Align::Centre => left / 2.0,
            Align::Start | Align::Justify if self.right_to_left => left,
            Align::Start | Align::Justify => 0.0,
        };
        let inset = if self.right_to_left { frame.end } else { frame.start };
        let (x, baseline) = (MARGIN + inset + beyond, self.y);
        self.add(Piece::Runs { runs, x, baseline, size: frame.size });
    }

    fn add(&mut self, piece: Piece) {
        if let Some(page) = self.pages.last_mut() {
            page.pieces.push(piece);
        }
    }

    /// A thin line across the measure, or the part of it from the start.
    pub(super) fn rule(&mut self, part: f32) {
        let width = MEASURE * part;
        let x = if self.right_to_left { PAGE.0 - MARGIN - width } else { MARGIN };
        self.add(Piece::Rule { x, y: self.y, width });
    }

    /// A picture across two thirds of the measure.
    pub(super) fn picture(&mut self, scene: Scene) {
        let width = MEASURE * 0.68;
        let scale = width / f32::from(scene.width);
        let height = scale * f32::from(scene.height);
        self.room(height + 30.0);
        let (x, y) = ((PAGE.0 - width) / 2.0, self.y + 8.0);
        self.add(Piece::Picture { scene, x, y, scale });
        self.y += height + 12.0;
    }

    /// The ranges of text that fit on a line each.
    pub(super) fn lines(&mut self, rich: &Rich, frame: &Frame) -> Vec<Range<usize>> {
        let measure = (MEASURE - frame.start - frame.end) / frame.size;
        let space = self.space();
        let (mut lines, mut start, mut end) = (Vec::new(), 0, 0);
        let mut width = frame.indent / frame.size;
        for word in words(&rich.text) {
            let word_width = self.word_width(rich, word.clone());
            if end > start && width + space + word_width > measure {
                lines.push(start..end);
                (start, width) = (word.start, 0.0);
            } else if end > start {
                width += space;
            } else {
                start = word.start;
            }
            width += word_width;
            end = word.end;
        }
        if end > start {
            lines.push(start..end);
        }
        lines
    }

    /// The width of a space for size 1, as it is between letters of the book's script.
    fn space(&mut self) -> f32 {
        let letters = if self.right_to_left { "ا ا" } else { "n n" };
        let mut width = |text: &str| self.word_width(&Rich::plain(text, Look::Text), 0..text.len());
        let (apart, joined) = (width(letters), width(&letters.replace(' ', "")));
        apart - joined
    }

    fn word_width(&mut self, rich: &Rich, range: Range<usize>) -> f32 {
        let right_to_left = self.right_to_left;
        let measure = || letters::width(rich, range.clone(), right_to_left);
        match rich.stretches(range.clone()).as_slice() {
            [(_, look)] => {
                let key = (rich.text.get(range.clone()).unwrap_or_default().to_owned(), *look);
                *self.widths.entry(key).or_insert_with(measure)
            }
            _ => measure(),
        }
    }
}

/// The words between spaces; a no-break space is no end of a word.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    text.split(' ').filter_map(move |word| {
        let start = at;
        at += word.len() + 1;
        (!word.is_empty()).then_some(start..start + word.len())
    })
}
