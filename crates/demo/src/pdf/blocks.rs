//! Sets the blocks of a chapter.

use super::flow::{Align, Flow, Frame, MEASURE, Place};
use crate::letters::{Look, Rich};
use crate::picture;
use crate::text::{Block, Chapter, Text};

/// Text for reading, in points.
const BODY: f32 = 10.8;
const SMALL: f32 = 9.2;
/// Before the first line of a paragraph, and of what stands in from the margin.
const INDENT: f32 = 14.0;
const INSET: f32 = 22.0;

const PARAGRAPH: Frame = Frame { size: BODY, start: 0.0, end: 0.0, indent: 0.0, align: Align::Justify };
const CENTRED: Frame = Frame { align: Align::Centre, ..PARAGRAPH };

/// A section's title and where it begins.
pub(super) struct Section {
    pub(super) title: String,
    pub(super) place: Place,
}

/// Sets a chapter from the head of a new page; its sections come back for the outline.
pub(super) fn chapter(flow: &mut Flow, chapter: &Chapter) -> Vec<Section> {
    flow.skip(36.0);
    heading(flow, &Rich::of(&chapter.title, Look::Strong), 17.0);
    flow.skip(18.0);
    let mut sections = Vec::new();
    let mut follows_paragraph = false;
    for piece in &chapter.blocks {
        if let Block::Heading(title) = piece {
            flow.room(90.0);
            flow.space_above(16.0);
            sections.push(Section { title: title.bare(), place: flow.here() });
            let frame = Frame { size: 12.5, align: Align::Start, ..PARAGRAPH };
            flow.paragraph(&Rich::of(title, Look::Strong), &frame);
            flow.skip(4.0);
        } else {
            block(flow, piece, follows_paragraph);
        }
        follows_paragraph = matches!(piece, Block::Paragraph(..));
    }
    notes(flow, &chapter.notes);
    sections
}

/// A title in the middle of the line.
pub(super) fn heading(flow: &mut Flow, title: &Rich, size: f32) {
    let widest = Frame { size, ..CENTRED };
    let lines = flow.lines(title, &widest).len();
    // As narrow as the same number of lines can be, so that none of them is left with a single word.
    let insets = (0..25_u8).map(|step| 4.0 * f32::from(step));
    let narrower = insets.map(|inset| Frame { start: inset, end: inset, ..widest });
    let fits = |frame: &Frame| flow.lines(title, frame).len() == lines;
    let frame = if lines > 1 { narrower.take_while(fits).last() } else { None };
    flow.paragraph(title, &frame.unwrap_or(widest));
}

/// A line of the title page.
pub(super) fn centred(flow: &mut Flow, text: &str) {
    flow.paragraph(&Rich::plain(text, Look::Text), &Frame { size: 12.0, ..CENTRED });
}

fn block(flow: &mut Flow, block: &Block, follows_paragraph: bool) {
    match block {
        // Sections are set by the chapter, which collects them.
        Block::Heading(_) => {}
        Block::Paragraph(text, _) => {
            let indent = if follows_paragraph { INDENT } else { 0.0 };
            flow.paragraph(&Rich::of(text, Look::Text), &Frame { indent, ..PARAGRAPH });
        }
        Block::Verse(stanzas) => verse(flow, stanzas),
        Block::Quote(text) => spaced(flow, |flow| {
            let frame = Frame { start: INSET, end: INSET, ..PARAGRAPH };
            let look = if flow.right_to_left { Look::Text } else { Look::Italic };
            flow.paragraph(&Rich::of(text, look), &frame);
        }),
        Block::List { ordered, items } => spaced(flow, |flow| list(flow, *ordered, items)),
        Block::Table { caption, head, rows } => {
            spaced(flow, |flow| table(flow, caption.as_ref(), head, rows));
        }
        Block::Picture { name, caption } => spaced(flow, |flow| {
            flow.picture(picture::scene(name, 600, 400));
            flow.paragraph(&Rich::of(caption, Look::Text), &Frame { size: SMALL, ..CENTRED });
        }),
        Block::Formula { plain, .. } => spaced(flow, |flow| {
            flow.paragraph(&Rich::plain(plain, Look::Italic), &CENTRED);
        }),
    }
}

/// Something with air above and below.
fn spaced(flow: &mut Flow, set: impl FnOnce(&mut Flow)) {
    flow.space_above(7.0);
    set(flow);
    flow.skip(8.0);
}

fn verse(flow: &mut Flow, stanzas: &[Vec<Text>]) {
    for stanza in stanzas {
        for line in stanza {
            let frame = Frame { start: INSET, align: Align::Start, ..PARAGRAPH };
            flow.paragraph(&Rich::of(line, Look::Text), &frame);
        }
        flow.skip(9.0);
    }
}

fn list(flow: &mut Flow, ordered: bool, items: &[Text]) {
    for (number, item) in (1..).zip(items) {
        let mark = if ordered { format!("{number}.\u{a0}") } else { "–\u{a0}\u{a0}".to_owned() };
        let frame = Frame { start: INSET, indent: -INSET / 2.0, align: Align::Start, ..PARAGRAPH };
        flow.paragraph(&Rich::after(&mark, &Rich::of(item, Look::Text)), &frame);
    }
}

/// Columns of one width, a rule below the head and below each row.
fn table(flow: &mut Flow, caption: Option<&Text>, head: &[Text], rows: &[Vec<Text>]) {
    flow.room(70.0);
    // Letters of the line above reach below their baseline.
    flow.space_above(flow.leading(SMALL) * 0.4);
    flow.rule(1.0);
    row(flow, head, Look::Strong);
    for cells in rows {
        row(flow, cells, Look::Text);
    }
    if let Some(caption) = caption {
        flow.paragraph(&Rich::of(caption, Look::Text), &Frame { size: SMALL, ..CENTRED });
    }
}

fn row(flow: &mut Flow, cells: &[Text], look: Look) {
    const GAP: f32 = 8.0;
    let column = MEASURE / f32::from(u16::try_from(cells.len().max(1)).unwrap_or(1));
    let leading = flow.leading(SMALL);
    let mut set = Vec::new();
    for (at, cell) in (0_u16..).zip(cells) {
        let start = column * f32::from(at);
        let frame = Frame {
            size: SMALL,
            start,
            end: MEASURE - start - column + GAP,
            indent: 0.0,
            align: Align::Start,
        };
        let rich = Rich::of(cell, look);
        let lines = flow.lines(&rich, &frame);
        set.push((rich, frame, lines));
    }
    let height = set.iter().map(|(_, _, lines)| lines.len()).max().unwrap_or_default();
    flow.room(leading * f32::from(u16::try_from(height).unwrap_or(1)) + 6.0);
    flow.skip(1.0);
    for line in 0..height {
        flow.skip(leading);
        for (rich, frame, lines) in &set {
            if let Some(range) = lines.get(line) {
                flow.put(rich, range.clone(), frame, true);
            }
        }
    }
    flow.skip(5.0);
    flow.rule(1.0);
}

fn notes(flow: &mut Flow, notes: &[Text]) {
    if notes.is_empty() {
        return;
    }
    flow.skip(20.0);
    flow.room(40.0);
    flow.rule(0.25);
    flow.skip(4.0);
    for (number, note) in (1..).zip(notes) {
        let rich = Rich::after(&format!("{number}.\u{a0}"), &Rich::of(note, Look::Text));
        flow.paragraph(&rich, &Frame { size: SMALL, ..PARAGRAPH });
    }
}
