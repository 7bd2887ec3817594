//! Writes a book as PDF: a title page, then each chapter on a new page, with page numbers, subset fonts and an outline.
//! Nothing in it depends on when or where it is written, so the same book is the same bytes.

mod blocks;
mod flow;
mod page;

use std::io::Write;

use krilla::Document;
use krilla::destination::XyzDestination;
use krilla::geom::Point;
use krilla::metadata::{Metadata, TextDirection};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::text::Font;

use crate::book::DemoBook;
use crate::error::Error;
use crate::letters::{self, Look, Rich};
use crate::text::Manuscript;
use flow::{Flow, PAGE, Place};

/// Writes the PDF of a book. Fails with [`Error::NotOffered`] for a book that has none.
pub fn write_pdf(book: &DemoBook, mut into: impl Write) -> Result<(), Error> {
    if !book.formats.pdf {
        return Err(Error::NotOffered { slug: book.slug.to_owned(), format: "PDF" });
    }
    let mut flow = Flow::new(book.language.is_right_to_left());
    title_page(book, &mut flow);
    let outline = text(&mut flow, &book.manuscript());
    into.write_all(&document(book, &flow, outline)?)?;
    Ok(())
}

fn title_page(book: &DemoBook, flow: &mut Flow) {
    flow.new_page();
    flow.skip(90.0);
    for author in &book.authors {
        blocks::centred(flow, &author.name);
    }
    flow.skip(30.0);
    blocks::heading(flow, &Rich::plain(book.title.as_str(), Look::Strong), 25.0);
    if let Some(subtitle) = &book.subtitle {
        flow.skip(8.0);
        blocks::centred(flow, subtitle);
    }
    if let Some(place) = &book.series {
        flow.skip(20.0);
        blocks::centred(flow, &format!("{} · {}", place.series.name, place.number));
    }
    flow.skip(150.0);
    blocks::centred(flow, &book.publisher.name);
}

/// Sets all parts and chapters; the outline has parts, chapters in them, sections in those.
fn text(flow: &mut Flow, manuscript: &Manuscript) -> Outline {
    let mut outline = Outline::new();
    for part in &manuscript.parts {
        let mut part_node = part.title.as_ref().map(|title| {
            let place = flow.new_page();
            flow.skip(170.0);
            blocks::heading(flow, &Rich::plain(title.as_str(), Look::Strong), 22.0);
            node(title.clone(), place)
        });
        for chapter in &part.chapters {
            let place = flow.new_page();
            let mut chapter_node = node(chapter.title.bare(), place);
            for section in blocks::chapter(flow, chapter) {
                chapter_node.push_child(node(section.title, section.place));
            }
            match &mut part_node {
                Some(part) => part.push_child(chapter_node),
                None => outline.push_child(chapter_node),
            }
        }
        if let Some(part) = part_node {
            outline.push_child(part);
        }
    }
    outline
}

fn node(title: String, place: Place) -> OutlineNode {
    OutlineNode::new(title, XyzDestination::new(place.page, Point::from_xy(0.0, place.y)))
}

fn document(book: &DemoBook, flow: &Flow, outline: Outline) -> Result<Vec<u8>, Error> {
    let fonts: Option<Vec<Font>> = letters::bytes().map(|bytes| Font::new(bytes.into(), 0)).collect();
    let fonts = fonts.ok_or_else(|| Error::Pdf("an embedded font cannot be read".to_owned()))?;
    let mut document = Document::new();
    for (index, page) in flow.pages.iter().enumerate() {
        let settings = PageSettings::from_wh(PAGE.0, PAGE.1);
        let settings = settings.ok_or_else(|| Error::Pdf("the page has no size".to_owned()))?;
        let mut sheet = document.start_page_with(settings);
        let mut surface = sheet.surface();
        // The title page carries no number.
        page::draw(page, (index > 0).then_some(index + 1), &fonts, &mut surface);
        surface.finish();
        sheet.finish();
    }
    document.set_outline(outline);
    document.set_metadata(metadata(book));
    document.finish().map_err(|error| Error::Pdf(format!("{error:?}")))
}

fn metadata(book: &DemoBook) -> Metadata {
    let right_to_left = book.language.is_right_to_left();
    Metadata::new()
        .title(book.title.clone())
        .authors(book.authors.iter().map(|author| author.name.clone()).collect())
        .description(book.description.clone())
        .keywords(book.genres.iter().map(|genre| book.genre_name(genre).to_owned()).collect())
        .language(book.language.to_string())
        .text_direction(if right_to_left { TextDirection::RightToLeft } else { TextDirection::LeftToRight })
}

#[cfg(test)]
mod tests {
    use super::page::Piece;
    use super::*;
    use crate::book::books;

    #[test]
    fn no_line_of_any_book_reaches_into_the_margin() {
        let (left, right) = (flow::MARGIN - 0.1, PAGE.0 - flow::MARGIN + 0.1);
        for book in books().iter().filter(|book| book.formats.pdf) {
            let mut flow = Flow::new(book.language.is_right_to_left());
            title_page(book, &mut flow);
            text(&mut flow, &book.manuscript());
            for piece in flow.pages.iter().flat_map(|page| &page.pieces) {
                let Piece::Runs { runs, x, baseline, size } = piece else { continue };
                let width = size * runs.iter().map(|run| run.width).sum::<f32>();
                let words: String = runs.iter().map(|run| run.text.as_str()).collect();
                assert!(*x >= left && x + width <= right, "{}: {x} + {width}: {words}", book.slug);
                assert!(*baseline <= flow::FOOT + 0.1, "{}: {baseline}: {words}", book.slug);
            }
        }
    }
}
