//! A chapter's blocks as XHTML.

use kernel::Language;

use crate::book::DemoBook;
use crate::text::{Block, Chapter, Inline, Text};
use crate::words;

use super::{escape, picture_path};

/// How many words stand between two pages of the printed edition.
const WORDS_BETWEEN_PAGES: usize = 260;

/// Names the pages of a printed edition through a whole book.
#[derive(Default)]
pub(super) struct Pages {
    words: usize,
    last: usize,
}

impl Pages {
    /// A page break, if one falls before a block that ends after so many more words.
    fn next(&mut self, words: usize) -> String {
        let due = self.words / WORDS_BETWEEN_PAGES + 1;
        self.words += words;
        if due <= self.last {
            return String::new();
        }
        self.last = due;
        format!(
            "<span epub:type=\"pagebreak\" role=\"doc-pagebreak\" id=\"page-{due}\" aria-label=\"{due}\"></span>\n"
        )
    }
}

/// A whole XHTML document. `kind` is an `epub:type` of the body.
pub(super) fn document(book: &DemoBook, title: &str, kind: &str, body: &str) -> String {
    let language = book.language.as_str();
    let direction = if book.language.is_right_to_left() { "rtl" } else { "ltr" };
    let title = escape(title);
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n\
         <html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\" lang=\"{language}\" \
         xml:lang=\"{language}\" dir=\"{direction}\">\n<head>\n<meta charset=\"UTF-8\"/>\n<title>{title}</title>\n\
         <link rel=\"stylesheet\" type=\"text/css\" href=\"style.css\"/>\n</head>\n<body epub:type=\"{kind}\">\n{body}</body>\n</html>\n"
    )
}

/// The body of a chapter: heading, blocks and notes. `pages` is given where the book names printed pages.
pub(super) fn chapter(book: &DemoBook, chapter: &Chapter, mut pages: Option<&mut Pages>) -> String {
    let mut out = format!(
        "<section role=\"doc-chapter\" epub:type=\"chapter\">\n<h1>{}</h1>\n",
        inline(book, &chapter.title)
    );
    let mut headings = 0;
    for piece in &chapter.blocks {
        if let Some(pages) = pages.as_deref_mut() {
            out += &pages.next(block_words(piece));
        }
        if matches!(piece, Block::Heading(_)) {
            headings += 1;
        }
        out += &block(book, piece, headings);
    }
    out += &notes(book, &chapter.notes);
    out + "</section>\n"
}

fn block_words(block: &Block) -> usize {
    let chapter = Chapter { blocks: vec![block.clone()], ..Chapter::default() };
    chapter.words()
}

/// `heading` is the number of the section within its chapter, which the contents link to.
fn block(book: &DemoBook, block: &Block, heading: usize) -> String {
    let text = |text: &Text| inline(book, text);
    match block {
        Block::Heading(words) => format!("<h2 id=\"s{heading}\">{}</h2>\n", text(words)),
        Block::Paragraph(words, None) => format!("<p>{}</p>\n", text(words)),
        Block::Paragraph(words, Some(language)) => foreign_paragraph(words, *language),
        Block::Quote(words) => format!("<blockquote><p>{}</p></blockquote>\n", text(words)),
        Block::Verse(stanzas) => stanzas.iter().map(|stanza| verse(book, stanza)).collect(),
        Block::List { ordered, items } => {
            let tag = if *ordered { "ol" } else { "ul" };
            let items: String = items.iter().map(|item| format!("<li>{}</li>\n", text(item))).collect();
            format!("<{tag}>\n{items}</{tag}>\n")
        }
        Block::Table { caption, head, rows } => table(book, caption.as_ref(), head, rows),
        Block::Picture { name, caption } => figure(book, name, caption),
        Block::Formula { mathml, .. } => format!("<div class=\"formula\">{mathml}</div>\n"),
    }
}

fn foreign_paragraph(words: &Text, language: Language) -> String {
    let direction = if language.is_right_to_left() { "rtl" } else { "ltr" };
    let words: String = words.0.iter().map(|inline| plain_inline(inline, &escape)).collect();
    format!(
        "<p class=\"other\" lang=\"{language}\" xml:lang=\"{language}\" dir=\"{direction}\">{words}</p>\n"
    )
}

fn verse(book: &DemoBook, stanza: &[Text]) -> String {
    let lines: Vec<String> =
        stanza.iter().map(|line| format!("<span class=\"line\">{}</span>", inline(book, line))).collect();
    format!("<p class=\"verse\">{}</p>\n", lines.join("<br/>\n"))
}

fn table(book: &DemoBook, caption: Option<&Text>, head: &[Text], rows: &[Vec<Text>]) -> String {
    let cells = |tag: &str, cells: &[Text]| -> String {
        cells.iter().map(|cell| format!("<{tag}>{}</{}>", inline(book, cell), &tag[..2])).collect()
    };
    let mut out = String::from("<table>\n");
    if let Some(caption) = caption {
        out += &format!("<caption>{}</caption>\n", inline(book, caption));
    }
    out += &format!("<thead><tr>{}</tr></thead>\n<tbody>\n", cells("th scope=\"col\"", head));
    for row in rows {
        out += &format!("<tr>{}</tr>\n", cells("td", row));
    }
    out + "</tbody>\n</table>\n"
}

fn figure(book: &DemoBook, name: &str, caption: &Text) -> String {
    let source = picture_path(book, name);
    let described = escape(words::picture(name, book.language));
    let caption = inline(book, caption);
    let caption = if caption.is_empty() { caption } else { format!("<figcaption>{caption}</figcaption>\n") };
    format!("<figure>\n<img src=\"{source}\" alt=\"{described}\"/>\n{caption}</figure>\n")
}

fn notes(book: &DemoBook, notes: &[Text]) -> String {
    let note = |(at, words): (usize, &Text)| {
        let number = at + 1;
        format!(
            "<aside epub:type=\"footnote\" role=\"doc-footnote\" id=\"n{number}\"><p><a href=\"#r{number}\" \
             role=\"doc-backlink\">{number}</a>. {}</p></aside>\n",
            inline(book, words)
        )
    };
    let notes: String = notes.iter().enumerate().map(note).collect();
    if notes.is_empty() { notes } else { format!("<hr class=\"notes\"/>\n{notes}") }
}

/// Running text; Arabic within another language is marked as such.
pub(super) fn inline(book: &DemoBook, text: &Text) -> String {
    let mark = |text: &str| if book.language == Language::ARABIC { escape(text) } else { mark_arabic(text) };
    text.0.iter().map(|inline| plain_inline(inline, &mark)).collect()
}

fn plain_inline(inline: &Inline, mark: &dyn Fn(&str) -> String) -> String {
    match inline {
        Inline::Plain(text) => mark(text),
        Inline::Emphasis(text) => format!("<em>{}</em>", mark(text)),
        Inline::Ruby { base, reading } => {
            format!("<ruby>{}<rt>{}</rt></ruby>", escape(base), escape(reading))
        }
        Inline::Note(number) => format!(
            "<a epub:type=\"noteref\" role=\"doc-noteref\" id=\"r{number}\" href=\"#n{number}\"><sup>{number}</sup></a>"
        ),
    }
}

/// Puts each stretch of Arabic into a span with its language and direction.
pub(super) fn mark_arabic(text: &str) -> String {
    let is_arabic = |character: char| ('\u{600}'..='\u{6ff}').contains(&character);
    let Some(start) = text.find(is_arabic) else { return escape(text) };
    let end = text.rfind(is_arabic).map_or(text.len(), |last| last + 2);
    let (before, rest) = text.split_at(start);
    let (arabic, after) = rest.split_at_checked(end - start).unwrap_or((rest, ""));
    format!(
        "{}<span lang=\"ar\" xml:lang=\"ar\" dir=\"rtl\">{}</span>{}",
        escape(before),
        escape(arabic),
        escape(after)
    )
}
