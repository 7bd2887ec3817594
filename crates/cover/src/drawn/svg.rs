//! A drawn cover as an SVG document, small enough to send with every list.
//!
//! Coordinates are whole twentieths of a card's pixel, so that numbers are short; strokes are relative; a letter that
//! comes twice is written once and used.

use std::collections::HashMap;
use std::fmt::Write as _;

use harfrust::font::glyph::outline::PathElement;

use super::Spine;
use super::layout::{Block, FRAME, FRAME_OPACITY, HEIGHT, NUQTA, SPINE, Scene, WIDTH};
use super::outline::outline;
use super::paragraph::Glyph;

const UNITS: f32 = 20.0;

/// Writes the document.
pub(super) fn write(scene: &Scene) -> String {
    let (width, height, ink) = (unit(WIDTH), unit(HEIGHT), scene.ink);
    let mut svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {width} {height}">"#
    );
    let (from, to) = match scene.spine {
        Spine::Left => (0, 1),
        Spine::Right => (1, 0),
    };
    let mut letters = Letters::default();
    let blocks: String = scene.blocks.iter().map(|block| letters.block(block, &ink.to_string())).collect();
    let _ = write!(
        svg,
        r##"<defs><linearGradient id="s" x1="{from}" x2="{to}"><stop stop-opacity=".2"/><stop offset=".6" stop-color="#fff" stop-opacity=".133"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></linearGradient>{}</defs><path fill="{}" d="M0 0h{width}v{height}H0z"/>"##,
        letters.shared, scene.ground
    );
    let (frame, half) = (unit(FRAME + 0.5), unit(1.0));
    let (across, down) = (unit(WIDTH - 2.0 * FRAME - 1.0), unit(HEIGHT - 2.0 * FRAME - 1.0));
    let _ = write!(
        svg,
        r#"<path fill="none" stroke="{ink}" stroke-width="{half}" opacity="{FRAME_OPACITY}" d="M{frame} {frame}h{across}v{down}h-{across}z"/>"#
    );
    if scene.nuqta {
        let (x, y, half) = (unit(NUQTA.0), unit(NUQTA.1 - NUQTA.2), unit(NUQTA.2));
        let _ =
            write!(svg, r#"<path fill="{ink}" d="M{x} {y}l{half} {half}-{half} {half}-{half}-{half}z"/>"#);
    }
    svg.push_str(&blocks);
    let (left, strip) = (if scene.spine == Spine::Left { 0 } else { unit(WIDTH - SPINE) }, unit(SPINE));
    let _ = write!(svg, r#"<path fill="url(#s)" d="M{left} 0h{strip}v{height}h-{strip}z"/></svg>"#);
    svg
}

/// Letters that come more than once, written before all else.
#[derive(Default)]
struct Letters {
    shared: String,
    count: usize,
}

impl Letters {
    fn block(&mut self, block: &Block, ink: &str) -> String {
        let key = |glyph: &Glyph| (glyph.face, glyph.id.to_u32());
        let mut times = HashMap::new();
        for glyph in &block.glyphs {
            *times.entry(key(glyph)).or_insert(0) += 1;
        }
        let mut names: HashMap<_, usize> = HashMap::new();
        let (mut once, mut uses) = (String::new(), String::new());
        for glyph in &block.glyphs {
            let elements = outline(block.part.typeface(), glyph.face, glyph.id);
            if elements.is_empty() {
                continue;
            }
            let (x, y) = (unit(glyph.x), unit(glyph.y));
            if times.get(&key(glyph)).is_some_and(|&times| times < 2) {
                Strokes::new(&mut once, x, y).draw(&elements, block.size);
                continue;
            }
            let name = *names.entry(key(glyph)).or_insert_with(|| {
                self.count += 1;
                let mut path = String::new();
                Strokes::new(&mut path, 0, 0).draw(&elements, block.size);
                let _ = write!(self.shared, r#"<path id="g{}" d="{path}"/>"#, self.count);
                self.count
            });
            let _ = write!(uses, r##"<use href="#g{name}" x="{x}" y="{y}"/>"##);
        }
        let opacity =
            if block.opacity < 1.0 { format!(r#" opacity="{}""#, block.opacity) } else { String::new() };
        format!(r#"<g fill="{ink}"{opacity}><path d="{once}"/>{uses}</g>"#)
    }
}

/// Writes path data with relative coordinates, each a difference of rounded places so that no error adds up.
struct Strokes<'a> {
    out: &'a mut String,
    origin: (i32, i32),
    /// Where the pen is.
    at: (i32, i32),
    /// Where the contour began, which closing goes back to.
    began: (i32, i32),
    command: char,
    /// Control point of the curve just drawn, which the next may mirror.
    control: Option<(i32, i32)>,
}

impl<'a> Strokes<'a> {
    fn new(out: &'a mut String, x: i32, y: i32) -> Self {
        Self { out, origin: (x, y), at: (0, 0), began: (0, 0), command: ' ', control: None }
    }

    fn draw(&mut self, elements: &[PathElement], size: f32) {
        let (x0, y0) = self.origin;
        let place = |x: f32, y: f32| (x0 + unit(x * size), y0 + unit(y * size));
        for element in elements {
            match *element {
                PathElement::MoveTo { x, y } => self.begin(place(x, y)),
                PathElement::LineTo { x, y } => self.line(place(x, y)),
                PathElement::QuadTo { cx0, cy0, x, y } => self.bow(place(cx0, cy0), place(x, y)),
                PathElement::CurveTo { cx0, cy0, cx1, cy1, x, y } => {
                    self.curve('c', &[place(cx0, cy0), place(cx1, cy1), place(x, y)]);
                    self.control = None;
                }
                PathElement::Close => {
                    self.out.push('z');
                    (self.command, self.at, self.control) = ('z', self.began, None);
                }
            }
        }
    }

    fn begin(&mut self, to: (i32, i32)) {
        let _ = write!(self.out, "M{}", to.0);
        self.number(to.1);
        (self.at, self.began, self.command, self.control) = (to, to, 'M', None);
    }

    fn line(&mut self, to: (i32, i32)) {
        let (x, y) = (to.0 - self.at.0, to.1 - self.at.1);
        match (x, y) {
            (0, 0) => return,
            (x, 0) => self.strokes('h', &[x]),
            (0, y) => self.strokes('v', &[y]),
            (x, y) => self.strokes('l', &[x, y]),
        }
        (self.at, self.control) = (to, None);
    }

    /// A quadratic curve. TrueType leaves out points half-way between two controls, so that most curves mirror the one
    /// before, which `t` says in half the digits; a unit's difference is taken, never a sum of them.
    fn bow(&mut self, control: (i32, i32), to: (i32, i32)) {
        if control == self.at && to == self.at {
            return;
        }
        let mirrored = self.control.map(|last| (2 * self.at.0 - last.0, 2 * self.at.1 - last.1));
        match mirrored {
            Some(near) if (near.0 - control.0).abs() <= 1 && (near.1 - control.1).abs() <= 1 => {
                self.curve('t', &[to]);
                self.control = mirrored;
            }
            _ => {
                self.curve('q', &[control, to]);
                self.control = Some(control);
            }
        }
    }

    fn curve(&mut self, command: char, points: &[(i32, i32)]) {
        let numbers: Vec<i32> =
            points.iter().flat_map(|point| [point.0 - self.at.0, point.1 - self.at.1]).collect();
        self.strokes(command, &numbers);
        self.at = points.last().copied().unwrap_or(self.at);
    }

    fn strokes(&mut self, command: char, numbers: &[i32]) {
        for (index, &number) in numbers.iter().enumerate() {
            if index == 0 && self.command != command {
                let _ = write!(self.out, "{command}{number}");
            } else {
                self.number(number);
            }
        }
        self.command = command;
    }

    /// A number after another: a minus sign parts them as well as a space.
    fn number(&mut self, number: i32) {
        let _ = if number < 0 { write!(self.out, "{number}") } else { write!(self.out, " {number}") };
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a card has a few thousand units")]
fn unit(pixels: f32) -> i32 {
    (pixels * UNITS).round() as i32
}
