//! The PDF of a book: a title page, then each chapter on a new page, with running page numbers, subset fonts and an
//! outline.

mod face;
mod flow;
mod line;

use std::io::Write;

use krilla::Document;
use krilla::destination::XyzDestination;
use krilla::geom::Point;
use krilla::metadata::{Metadata, TextDirection};
use krilla::outline::{Outline, OutlineNode};

use crate::book::DemoBook;
use crate::error::Error;
use crate::text::{Block, Chapter, Manuscript, Text};
use crate::words;
use face::Faces;
use flow::{Flow, Style};

/// Writes the PDF of a book. Fails with [`Error::NotOffered`] for a book that has none.
pub fn write_pdf(book: &DemoBook, mut into: impl Write) -> Result<(), Error> {
    if !book.formats.pdf {
        return Err(Error::NotOffered { slug: book.slug.to_owned(), format: "PDF" });
    }
    let bytes = document(book, &book.manuscript())?;
    into.write_all(&bytes)?;
    Ok(())
}

fn document(book: &DemoBook, manuscript: &Manuscript) -> Result<Vec<u8>, Error> {
    let faces = Faces::load().ok_or_else(|| Error::Pdf("a font cannot be read".to_owned()))?;
    let mut document = Document::new();
    let mut flow = Flow::new(&faces, book.language.is_right_to_left());
    title_page(book, &mut flow);
    let mut outline = Outline::new();
    for part in &manuscript.parts {
        let (mut chapters, mut begins) = (Vec::new(), None);
        for chapter in &part.chapters {
            let page = flow.new_page();
            begins.get_or_insert(page);
            set_chapter(&mut flow, chapter, &words::of(book.language).notes);
            let label = chapter.title.bare();
            if !label.is_empty() {
                chapters.push(OutlineNode::new(label, XyzDestination::new(page, Point::from_xy(0.0, 0.0))));
            }
        }
        add_part(&mut outline, part.title.as_deref().zip(begins), chapters);
    }
    flow.draw(&mut document)?;
    document.set_outline(outline);
    document.set_metadata(metadata(book));
    document.finish().map_err(|error| Error::Pdf(format!("{error:?}")))
}

/// Chapters stand below their part, which begins where the first of them does; those of a book without parts stand at
/// the top.
fn add_part(outline: &mut Outline, part: Option<(&str, usize)>, chapters: Vec<OutlineNode>) {
    let Some((title, page)) = part else {
        for chapter in chapters {
            outline.push_child(chapter);
        }
        return;
    };
    let place = XyzDestination::new(page, Point::from_xy(0.0, 0.0));
    let mut node = OutlineNode::new(title.to_owned(), place).with_open(true);
    for chapter in chapters {
        node.push_child(chapter);
    }
    outline.push_child(node);
}

fn metadata(book: &DemoBook) -> Metadata {
    let direction = if book.language.is_right_to_left() {
        TextDirection::RightToLeft
    } else {
        TextDirection::LeftToRight
    };
    Metadata::new()
        .title(book.title.clone())
        .authors(book.authors.iter().map(|author| author.name.clone()).collect())
        .language(book.language.to_string())
        .text_direction(direction)
}

fn title_page(book: &DemoBook, flow: &mut Flow<'_>) {
    flow.new_page();
    flow.skip(120.0);
    flow.paragraph(&book.title, Style::Title);
    if let Some(subtitle) = &book.subtitle {
        flow.skip(8.0);
        flow.paragraph(subtitle, Style::Centred);
    }
    flow.skip(40.0);
    for author in &book.authors {
        flow.paragraph(&author.name, Style::Centred);
    }
    flow.skip(180.0);
    flow.paragraph(&book.publisher.name, Style::Centred);
}

fn set_chapter(flow: &mut Flow<'_>, chapter: &Chapter, notes: &str) {
    flow.skip(36.0);
    flow.paragraph(&chapter.title.bare(), Style::Heading);
    flow.skip(18.0);
    for block in &chapter.blocks {
        set_block(flow, block);
    }
    if !chapter.notes.is_empty() {
        flow.skip(18.0);
        flow.paragraph(notes, Style::Strong);
        for (number, note) in (1..).zip(&chapter.notes) {
            flow.paragraph(&format!("{number}. {}", note.bare()), Style::Small);
        }
    }
}

fn set_block(flow: &mut Flow<'_>, block: &Block) {
    match block {
        Block::Heading(text) => {
            flow.skip(10.0);
            flow.paragraph(&text.bare(), Style::Strong);
        }
        Block::Paragraph(text, _) => flow.paragraph(&text.bare(), Style::Body),
        Block::Verse(stanzas) => set_verse(flow, stanzas),
        Block::Quote(text) => flow.paragraph(&text.bare(), Style::Small),
        Block::List { ordered, items } => {
            for (number, item) in (1..).zip(items) {
                let mark = if *ordered { format!("{number}.") } else { "–".to_owned() };
                flow.paragraph(&format!("{mark} {}", item.bare()), Style::Body);
            }
        }
        Block::Table { caption, head, rows } => {
            if let Some(caption) = caption {
                flow.paragraph(&caption.bare(), Style::Strong);
            }
            for row in std::iter::once(head).chain(rows) {
                let cells: Vec<String> = row.iter().map(Text::bare).collect();
                flow.paragraph(&cells.join(" · "), Style::Small);
            }
        }
        Block::Picture { caption, .. } => flow.paragraph(&caption.bare(), Style::Centred),
        Block::Formula { plain, .. } => flow.paragraph(plain, Style::Centred),
    }
    flow.skip(5.0);
}

fn set_verse(flow: &mut Flow<'_>, stanzas: &[Vec<Text>]) {
    for stanza in stanzas {
        for verse in stanza {
            flow.paragraph(&verse.bare(), Style::Body);
        }
        flow.skip(8.0);
    }
}
