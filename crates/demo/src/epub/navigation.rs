//! The table of contents, as EPUB 3 navigation and as the older NCX.

use std::fmt::Write as _;

use crate::book::DemoBook;
use crate::text::{Block, Chapter, Manuscript};
use crate::words;

use super::documents::{chapter_path, part_path};
use super::{Resource, escape, xhtml};

/// An entry of the contents.
struct Entry {
    label: String,
    target: String,
    children: Vec<Entry>,
}

/// Parts, chapters in them, sections in those.
fn entries(manuscript: &Manuscript) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut number = 0;
    for (at, part) in manuscript.parts.iter().enumerate() {
        let mut chapters = Vec::new();
        for chapter in &part.chapters {
            number += 1;
            chapters.push(chapter_entry(chapter, &chapter_path(number)));
        }
        match &part.title {
            Some(title) => {
                entries.push(Entry { label: title.clone(), target: part_path(at + 1), children: chapters });
            }
            None => entries.append(&mut chapters),
        }
    }
    entries
}

fn chapter_entry(chapter: &Chapter, path: &str) -> Entry {
    let headings = chapter.blocks.iter().filter_map(|block| match block {
        Block::Heading(text) => Some(text.bare()),
        _ => None,
    });
    let section = |(at, label)| Entry { label, target: format!("{path}#s{}", at + 1), children: Vec::new() };
    let children = headings.enumerate().map(section).collect();
    Entry { label: chapter.title.bare(), target: path.to_owned(), children }
}

/// The navigation document: contents, landmarks, and printed pages where the book names them.
pub(super) fn nav(book: &DemoBook, manuscript: &Manuscript, documents: &[Resource]) -> String {
    let words = words::of(book.language);
    let label =
        |text: &str| if book.language.is_right_to_left() { escape(text) } else { xhtml::mark_arabic(text) };
    let mut body = format!(
        "<nav epub:type=\"toc\" role=\"doc-toc\" id=\"toc\">\n<h1>{}</h1>\n",
        escape(&words.contents)
    );
    list(&mut body, &entries(manuscript), &label);
    body += "</nav>\n";
    let pages = pages(documents);
    if !pages.is_empty() {
        let _ = writeln!(
            body,
            "<nav epub:type=\"page-list\" role=\"doc-pagelist\" hidden=\"\">\n<h2>{}</h2>",
            escape(&words.pages)
        );
        list(&mut body, &pages, &label);
        body += "</nav>\n";
    }
    body += &landmarks(book);
    xhtml::document(book, &words.contents, "frontmatter", &body)
}

/// The cover, where the book has one, and where the text begins.
fn landmarks(book: &DemoBook) -> String {
    let words = words::of(book.language);
    let mut places = Vec::new();
    if book.front.cover.is_some() {
        places.push(("cover", "cover.xhtml".to_owned(), &words.cover));
    }
    places.push(("bodymatter", chapter_path(1), &words.beginning));
    let place = |(kind, target, label): &(&str, String, &String)| {
        format!("<li><a epub:type=\"{kind}\" href=\"{target}\">{}</a></li>\n", escape(label))
    };
    let places: String = places.iter().map(place).collect();
    let heading = escape(&words.landmarks);
    format!("<nav epub:type=\"landmarks\" hidden=\"\">\n<h2>{heading}</h2>\n<ol>\n{places}</ol>\n</nav>\n")
}

fn list(out: &mut String, entries: &[Entry], label: &dyn Fn(&str) -> String) {
    *out += "<ol>\n";
    for entry in entries {
        let _ = write!(out, "<li><a href=\"{}\">{}</a>", entry.target, label(&entry.label));
        if !entry.children.is_empty() {
            *out += "\n";
            list(out, &entry.children, label);
        }
        *out += "</li>\n";
    }
    *out += "</ol>\n";
}

/// The page breaks found in the documents, in their order.
fn pages(documents: &[Resource]) -> Vec<Entry> {
    let mut pages = Vec::new();
    for document in documents {
        let text = String::from_utf8_lossy(&document.bytes);
        for piece in text.split("id=\"page-").skip(1) {
            let number: String = piece.chars().take_while(char::is_ascii_digit).collect();
            pages.push(Entry {
                target: format!("{}#page-{number}", document.path),
                label: number,
                children: Vec::new(),
            });
        }
    }
    pages
}

/// The same contents for readers of EPUB 2.
pub(super) fn ncx(book: &DemoBook, manuscript: &Manuscript) -> String {
    let entries = entries(manuscript);
    let mut points = String::new();
    let mut order = 0;
    nav_points(&mut points, &entries, &mut order);
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ncx xmlns=\"http://www.daisy.org/z3986/2005/ncx/\" version=\"2005-1\" \
         xml:lang=\"{}\">\n<head><meta name=\"dtb:uid\" content=\"{}\"/></head>\n<docTitle><text>{}</text></docTitle>\n\
         <navMap>\n{points}</navMap>\n</ncx>\n",
        book.language,
        super::package::identifier(book),
        escape(&book.title)
    )
}

fn nav_points(out: &mut String, entries: &[Entry], order: &mut usize) {
    for entry in entries {
        *order += 1;
        let _ = writeln!(
            out,
            "<navPoint id=\"p{order}\" playOrder=\"{order}\"><navLabel><text>{}</text></navLabel><content src=\"{}\"/>",
            escape(&entry.label),
            entry.target
        );
        nav_points(out, &entry.children, order);
        *out += "</navPoint>\n";
    }
}
