//! The pages of a picture book: each a picture that fills the page and a line of text on it, in spreads.

use crate::book::DemoBook;
use crate::text::{Block, Chapter, Manuscript, Text};
use crate::words;

use super::documents::chapter_path;
use super::xhtml::inline;
use super::{Resource, escape, picture_path};

/// Width and height of a page, in CSS pixels.
pub(super) const PAGE: (u16, u16) = (800, 1000);

/// All pages: the cover stands alone, then pairs face each other.
pub(super) fn pages(book: &DemoBook, manuscript: &Manuscript) -> Vec<Resource> {
    let mut pages = Vec::new();
    let cover =
        format!("<img class=\"cover\" src=\"pictures/cover.png\" alt=\"{}\"/>\n", escape(&book.title));
    let mut first = Resource::document("cover.xhtml", page(book, &book.title, &cover));
    first.spine = Some(vec!["rendition:page-spread-center"]);
    pages.push(first);
    for (at, chapter) in manuscript.chapters().enumerate() {
        let body = picture_page(book, chapter);
        let mut resource = Resource::document(chapter_path(at + 1), page(book, &chapter.title.bare(), &body));
        resource.spine = Some(vec![side(book, at)]);
        pages.push(resource);
    }
    pages
}

/// In a book from right to left the first page of a spread is the right one.
fn side(book: &DemoBook, at: usize) -> &'static str {
    if at.is_multiple_of(2) == book.language.is_right_to_left() {
        "page-spread-right"
    } else {
        "page-spread-left"
    }
}

fn picture_page(book: &DemoBook, chapter: &Chapter) -> String {
    let mut out = String::new();
    for block in &chapter.blocks {
        match block {
            Block::Picture { name, .. } => {
                let source = picture_path(book, name);
                let described = escape(words::picture(name, book.language));
                out += &format!("<img class=\"full\" src=\"{source}\" alt=\"{described}\"/>\n");
            }
            Block::Paragraph(text, _) => out += &caption(book, text),
            _ => {}
        }
    }
    out
}

fn caption(book: &DemoBook, text: &Text) -> String {
    format!("<div class=\"words\"><p>{}</p></div>\n", inline(book, text))
}

fn page(book: &DemoBook, title: &str, body: &str) -> String {
    let document = super::xhtml::document(book, title, "bodymatter", body);
    let (width, height) = PAGE;
    let viewport = format!("<meta name=\"viewport\" content=\"width={width}, height={height}\"/>\n</head>");
    document.replacen("</head>", &viewport, 1)
}
