//! The documents of a book whose text flows: cover, title page, parts, chapters and colophon.

use crate::book::DemoBook;
use crate::people::DemoAuthor;
use crate::text::Manuscript;
use crate::words;

use super::xhtml::{Pages, chapter, document, mark_arabic};
use super::{Resource, escape};

/// Where the nth chapter, counted from 1, lies.
pub(super) fn chapter_path(number: usize) -> String {
    format!("chapter-{number:03}.xhtml")
}

/// Where the nth part, counted from 1, has its title.
pub(super) fn part_path(number: usize) -> String {
    format!("part-{number}.xhtml")
}

/// All documents in reading order.
pub(super) fn documents(book: &DemoBook, manuscript: &Manuscript) -> Vec<Resource> {
    let words = words::of(book.language);
    let mut documents = Vec::new();
    if book.front.cover.is_some() {
        let body = format!(
            "<figure class=\"cover\"><img src=\"pictures/cover.png\" alt=\"{}\"/></figure>\n",
            escape(&book.title)
        );
        documents.push(Resource::document("cover.xhtml", document(book, &words.cover, "cover", &body)));
    }
    documents
        .push(Resource::document("title.xhtml", document(book, &book.title, "titlepage", &title_page(book))));
    let mut pages = book.front.page_list.then(Pages::default);
    let mut number = 0;
    for (at, part) in manuscript.parts.iter().enumerate() {
        if let Some(title) = &part.title {
            let body = format!(
                "<section role=\"doc-part\" epub:type=\"part\">\n<h1 class=\"part\">{}</h1>\n</section>\n",
                escape(title)
            );
            documents.push(Resource::document(part_path(at + 1), document(book, title, "bodymatter", &body)));
        }
        for text in &part.chapters {
            number += 1;
            let body = chapter(book, text, pages.as_mut());
            let body = document(book, &text.title.bare(), "bodymatter", &body);
            documents.push(Resource::document(chapter_path(number), body));
        }
    }
    documents.push(Resource::document(
        "colophon.xhtml",
        document(book, &words.colophon, "backmatter", &colophon(book)),
    ));
    documents
}

fn title_page(book: &DemoBook) -> String {
    let authors: Vec<String> = book.authors.iter().map(|author| mark_in(book, &author.name)).collect();
    let mut out = format!("<section class=\"title\">\n<p class=\"author\">{}</p>\n", authors.join("<br/>\n"));
    out += &format!("<h1 class=\"book\">{}</h1>\n", mark_in(book, &book.title));
    if let Some(subtitle) = &book.subtitle {
        out += &format!("<p class=\"subtitle\">{}</p>\n", mark_in(book, subtitle));
    }
    if let Some(place) = &book.series {
        out += &format!("<p class=\"series\">{} · {}</p>\n", mark_in(book, &place.series.name), place.number);
    }
    out + &format!("<p class=\"publisher\">{}</p>\n</section>\n", mark_in(book, &book.publisher.name))
}

/// Text of the title page: a publisher may have a name in another script.
fn mark_in(book: &DemoBook, text: &str) -> String {
    if book.language.is_right_to_left() { escape(text) } else { mark_arabic(text) }
}

fn colophon(book: &DemoBook) -> String {
    let words = words::of(book.language);
    let heading = escape(&words.colophon);
    let about = escape(&book.set(&words.about));
    let mut out = format!(
        "<section role=\"doc-colophon\" epub:type=\"colophon\">\n<h1>{heading}</h1>\n<p>{about}</p>\n"
    );
    for DemoAuthor { name, about, .. } in book.authors.iter().copied() {
        let about = mark_in(book, &book.set(about));
        out += &format!("<p><strong>{}</strong> — {about}</p>\n", mark_in(book, name));
    }
    if let Some(isbn) = &book.isbn {
        out += &format!("<p dir=\"ltr\">ISBN {isbn}</p>\n");
    }
    out + "</section>\n"
}
