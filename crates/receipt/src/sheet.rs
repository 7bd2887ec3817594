//! Pages, and where the next thing stands on them.

use std::rc::Rc;

use crate::style::{BOTTOM, Colour, MARGIN, MEASURE, PAGE, Style, TOP};
use crate::tags::NodeId;
use crate::text::{Block, TextLine};

/// At which end of its column a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Align {
    /// Where lines of the receipt begin.
    Start,
    /// Where they end.
    End,
}

/// A column, counted from where lines of the receipt begin.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Column {
    pub(crate) from: f32,
    pub(crate) width: f32,
    pub(crate) align: Align,
}

impl Column {
    /// From here, that wide, its text at its start.
    pub(crate) const fn new(from: f32, width: f32) -> Self {
        Self { from, width, align: Align::Start }
    }

    /// That wide, at the far end of the page, its text at its end.
    pub(crate) const fn last(width: f32) -> Self {
        Self { from: MEASURE - width, width, align: Align::End }
    }
}

/// Whose words a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Owner {
    /// A part of the receipt.
    Part(NodeId),
    /// Nobody's: it repeats what was read already, or counts pages.
    Repeated,
}

/// A place: a page, and how far down on it, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Place {
    pub(crate) page: usize,
    pub(crate) y: f32,
}

impl Place {
    /// Further down by this much.
    pub(crate) fn down(self, by: f32) -> Self {
        Self { y: self.y + by, ..self }
    }

    /// Whichever of the two comes later.
    pub(crate) fn later(self, other: Self) -> Self {
        if (other.page, other.y) > (self.page, self.y) { other } else { self }
    }
}

/// A thing at its place, in points from the top left corner of its page.
pub(crate) enum Piece {
    Text {
        line: Rc<TextLine>,
        x: f32,
        baseline: f32,
        colour: Colour,
        owner: Owner,
    },
    Rule {
        x: f32,
        y: f32,
        width: f32,
        height: f32,
        colour: Colour,
    },
    /// The rhombic dot, by its middle and half its width.
    Nuqta {
        x: f32,
        y: f32,
        half: f32,
    },
}

/// What is repeated at the head of pages: columns of lines, and what they take.
#[derive(Clone, Default)]
pub(crate) struct Repeated {
    lines: Vec<(Rc<TextLine>, Style, Column, f32)>,
    rule: Option<(f32, Colour)>,
    height: f32,
}

/// The pages of a receipt. Each of its methods gives back where the next thing may stand.
pub(crate) struct Sheet {
    pub(crate) pages: Vec<Vec<Piece>>,
    /// Where the text of each page begins.
    tops: Vec<f32>,
    right_to_left: bool,
    /// Put at the head of every page that is begun.
    pub(crate) repeated: Option<Repeated>,
}

impl Sheet {
    pub(crate) fn new(right_to_left: bool) -> Self {
        Self { pages: vec![Vec::new()], tops: vec![TOP], right_to_left, repeated: None }
    }

    /// The place of the first thing.
    pub(crate) const fn start() -> Place {
        Place { page: 0, y: TOP }
    }

    /// Sets a text, its lines one below the other, over as many pages as it takes.
    pub(crate) fn put(&mut self, at: Place, block: Block, column: Column, owner: Owner) -> Place {
        let style = block.style;
        block.lines.into_iter().fold(at, |at, line| {
            let at = self.room(at, style.leading);
            self.line(at, Rc::new(line), style, column, owner);
            at.down(style.leading)
        })
    }

    /// A place where this much fits: here, or at the head of the next page.
    pub(crate) fn room(&mut self, at: Place, height: f32) -> Place {
        let top = self.tops.get(at.page).copied().unwrap_or(TOP);
        if at.y + height <= BOTTOM || at.y <= top { at } else { self.next(at) }
    }

    /// Like [`room`](Self::room), but stays here if no page is as long.
    pub(crate) fn keep(&mut self, at: Place, height: f32) -> Place {
        let repeated = self.repeated.as_ref().map_or(0.0, |repeated| repeated.height);
        if TOP + repeated + height > BOTTOM { at } else { self.room(at, height) }
    }

    fn next(&mut self, at: Place) -> Place {
        let page = at.page + 1;
        if page == self.pages.len() {
            self.pages.push(Vec::new());
            self.tops.push(TOP);
            if let Some(repeated) = self.repeated.clone() {
                let start = Place { page, y: TOP };
                self.repeat(start, &repeated, Owner::Repeated, Owner::Repeated);
                self.tops[page] = TOP + repeated.height;
            }
        }
        Place { page, y: self.tops.get(page).copied().unwrap_or(TOP) }
    }

    /// Makes a head of two columns with a rule below, which can be put here and repeated.
    pub(crate) fn head(columns: [(Block, Column); 2], below: f32, colour: Colour, height: f32) -> Repeated {
        let mut lines = Vec::new();
        let mut deepest = 0.0_f32;
        for (block, column) in columns {
            deepest = deepest.max(block.height());
            let style = block.style;
            let mut y = 0.0;
            for line in block.lines {
                lines.push((Rc::new(line), style, column, y));
                y += style.leading;
            }
        }
        Repeated { lines, rule: Some((deepest + below, colour)), height: deepest + below + height }
    }

    /// Puts a head, the words of its first and of its other columns being of these owners.
    pub(crate) fn repeat(&mut self, at: Place, head: &Repeated, first: Owner, other: Owner) -> Place {
        for (line, style, column, y) in &head.lines {
            let owner = if column.align == Align::Start { first } else { other };
            self.line(at.down(*y), Rc::clone(line), *style, *column, owner);
        }
        if let Some((y, colour)) = head.rule {
            self.rule(at.down(y), Column::new(0.0, MEASURE), 0.8, colour);
        }
        at.down(head.height)
    }

    /// One line, whose top is here.
    pub(crate) fn line(&mut self, at: Place, line: Rc<TextLine>, style: Style, column: Column, owner: Owner) {
        let spare = (column.width - line.width).max(0.0);
        let from = if column.align == Align::End { column.from + spare } else { column.from };
        let (x, baseline) = (self.across(from, line.width), at.y + style.baseline());
        self.add(at, Piece::Text { line, x, baseline, colour: style.colour, owner });
    }

    /// A rule of this thickness across a column.
    pub(crate) fn rule(&mut self, at: Place, column: Column, height: f32, colour: Colour) {
        let x = self.across(column.from, column.width);
        self.add(at, Piece::Rule { x, y: at.y, width: column.width, height, colour });
    }

    /// The rhombic dot, whose middle stands at this height.
    pub(crate) fn nuqta(&mut self, at: Place, half: f32) {
        let x = self.across(0.0, 2.0 * half) + half;
        self.add(at, Piece::Nuqta { x, y: at.y, half });
    }

    fn add(&mut self, at: Place, piece: Piece) {
        if let Some(page) = self.pages.get_mut(at.page) {
            page.push(piece);
        }
    }

    /// The left end of what begins `from` points after where lines begin, and is that wide.
    fn across(&self, from: f32, width: f32) -> f32 {
        if self.right_to_left { PAGE.0 - MARGIN - from - width } else { MARGIN + from }
    }
}
