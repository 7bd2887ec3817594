//! The cover that a few books carry themselves: a drawn picture with title and author on a plate.

use tiny_skia::{FillRule, PathBuilder, Pixmap, Rect, Transform};

use crate::book::DemoBook;
use crate::letters::{self, Look, Rich};
use crate::picture::{self, Colour};

const WIDTH: u16 = 400;
const HEIGHT: u16 = 600;
/// Pixels for each unit.
const SCALE: u8 = 2;
const PLATE: Colour = Colour(0xfb, 0xf8, 0xf1);
const INK: Colour = Colour(0x32, 0x23, 0x18);
/// Letters of the title and of the author, in units.
const TITLE: f32 = 38.0;
const AUTHOR: f32 = 19.0;
/// What a line may be wide, and the air of the plate around its lines.
const MEASURE: f32 = 330.0;
const AIR: f32 = 24.0;
/// Between the title and its author, and the line around the plate.
const GAP: f32 = 8.0;
const EDGE: f32 = 3.0;

/// The cover as PNG, 800 by 1,200 pixels. Empty only if it could not be encoded.
pub(crate) fn png(book: &DemoBook, scene: &str) -> Vec<u8> {
    let scene = picture::scene(scene, WIDTH, HEIGHT);
    let Some(mut pixmap) = picture::pixels(&scene, SCALE) else { return Vec::new() };
    let mut lines: Vec<(Rich, f32)> =
        wrap(&book.title, book).into_iter().map(|line| (Rich::plain(line, Look::Strong), TITLE)).collect();
    let title_lines = lines.len();
    lines.extend(book.authors.iter().map(|author| (Rich::plain(author.name.as_str(), Look::Text), AUTHOR)));
    plate(&mut pixmap, lines.iter().map(|(_, size)| leading(book, *size)).sum());
    let mut baseline = AIR * 2.0;
    for (at, (rich, size)) in lines.iter().enumerate() {
        if at == title_lines {
            baseline += GAP;
        }
        baseline += leading(book, *size) * 0.75;
        write(&mut pixmap, book, rich, (baseline, *size));
        baseline += leading(book, *size) * 0.25;
    }
    pixmap.encode_png().unwrap_or_default()
}

fn leading(book: &DemoBook, size: f32) -> f32 {
    size * if book.language.is_right_to_left() { 1.7 } else { 1.3 }
}

/// Breaks a title between words where it is too wide, into lines that are about as long as each other.
fn wrap(title: &str, book: &DemoBook) -> Vec<String> {
    let widest = broken(title, book, MEASURE);
    let measures = (0..20_u8).map(|step| MEASURE - 10.0 * f32::from(step));
    let narrower = measures.map(|measure| broken(title, book, measure));
    narrower.take_while(|lines| lines.len() == widest.len()).last().unwrap_or(widest)
}

fn broken(title: &str, book: &DemoBook, measure: f32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in title.split(' ') {
        let longer = lines.last().map(|line| format!("{line} {word}"));
        match longer.filter(|line| width(&Rich::plain(line.as_str(), Look::Strong), book) * TITLE <= measure)
        {
            Some(line) => {
                lines.pop();
                lines.push(line);
            }
            None => lines.push(word.to_owned()),
        }
    }
    lines
}

fn width(rich: &Rich, book: &DemoBook) -> f32 {
    letters::width(rich, 0..rich.text.len(), book.language.is_right_to_left())
}

/// The light ground of the words, from edge to edge.
fn plate(pixmap: &mut Pixmap, height: f32) {
    let height = height + GAP + AIR * 2.0;
    // Its edge shows even where the picture behind it is as light.
    for (colour, edge) in [(INK, EDGE), (PLATE, 0.0)] {
        let band = Rect::from_xywh(0.0, AIR - edge, f32::from(WIDTH), height + edge * 2.0);
        if let Some(band) = band.map(PathBuilder::from_rect) {
            pixmap.fill_path(&band, &picture::paint(colour), FillRule::Winding, scale(), None);
        }
    }
}

/// Writes a line in the middle.
fn write(pixmap: &mut Pixmap, book: &DemoBook, rich: &Rich, (baseline, size): (f32, f32)) {
    let x = (f32::from(WIDTH) - width(rich, book) * size) / 2.0;
    let runs = letters::set(rich, 0..rich.text.len(), book.language.is_right_to_left(), 0.0);
    if let Some(letters) = letters::outline(&runs, (x, baseline), size) {
        pixmap.fill_path(&letters, &picture::paint(INK), FillRule::Winding, scale(), None);
    }
}

fn scale() -> Transform {
    Transform::from_scale(f32::from(SCALE), f32::from(SCALE))
}
