//! All marks of a reader in a book, to be taken along: as Markdown for people, as JSON for programs.

use std::fmt::Write as _;

use catalogue::{Book, text_enum};
use i18n::Locale;
use kernel::Timestamp;
use serde::Serialize;

use super::{Annotation, Kind, Placed};
use crate::t;
use crate::told::AnnotationItem;

text_enum! {
    /// The form in which marks are taken along.
    pub enum ExportFormat {
        /// For people.
        Markdown = "markdown",
        /// For programs.
        Json = "json",
    }
}

/// Everything, for programs.
#[derive(Serialize)]
struct Everything<'a> {
    book: BookWords<'a>,
    exported_at: Timestamp,
    annotations: Vec<AnnotationItem>,
}

#[derive(Serialize)]
struct BookWords<'a> {
    id: i64,
    title: &'a str,
    authors: Vec<&'a str>,
    isbn: Option<String>,
}

/// The marks as JSON.
pub(crate) fn json(book: &Book, marks: &[Annotation], now: Timestamp) -> serde_json::Result<Vec<u8>> {
    let everything = Everything {
        book: BookWords {
            id: book.id.get(),
            title: &book.title,
            authors: book.contributors.iter().map(|it| it.name.as_str()).collect(),
            isbn: book.isbn.map(|isbn| isbn.to_string()),
        },
        exported_at: now,
        annotations: marks.iter().filter_map(AnnotationItem::new).collect(),
    };
    serde_json::to_vec_pretty(&everything)
}

/// The marks as Markdown, in the order of the text.
pub(crate) fn markdown(book: &Book, marks: &[Annotation], locale: Locale) -> String {
    let mut out = format!("# {}\n\n", escape(&book.title));
    let authors: Vec<String> = book.contributors.iter().map(|it| escape(&it.name)).collect();
    if !authors.is_empty() {
        let _ = writeln!(out, "{}\n", authors.join(", "));
    }
    for annotation in marks {
        one(&mut out, annotation, locale);
    }
    out
}

fn one(out: &mut String, annotation: &Annotation, locale: Locale) {
    let Some(mark) = &annotation.mark else { return };
    let kind = match mark.kind {
        Kind::Marker => t::mark_marker(locale),
        Kind::Highlight => t::mark_highlight(locale),
        Kind::Note => t::mark_note(locale),
    };
    let at = match mark.locator.locations.page {
        Some(page) => t::mark_at_page(locale, &i18n::number(locale, i64::from(page))),
        #[expect(clippy::cast_possible_truncation, reason = "0 to 100")]
        None => {
            t::mark_at_percent(locale, &i18n::number(locale, (annotation.position * 100.0).floor() as i64))
        }
    };
    let lost = if annotation.placed == Placed::Lost {
        format!(" · {}", t::mark_lost(locale))
    } else {
        String::new()
    };
    // Writing to a string cannot fail.
    let _ = writeln!(out, "## {kind} · {at}{lost}\n");
    let words = mark.locator.text.as_ref().map(|text| text.highlight.as_str()).unwrap_or_default();
    for (prefix, text) in [("> ", words), ("", mark.note.as_str())] {
        if text.trim().is_empty() {
            continue;
        }
        for line in text.lines() {
            let _ = writeln!(out, "{prefix}{}", escape(line));
            // Each line is one of its own.
            if prefix.is_empty() {
                out.push('\n');
            }
        }
        out.push('\n');
    }
}

/// A text whose signs are no markup.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.trim().chars() {
        match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '!' | '&' | '$' | '+'
            | '-' | '=' | '(' | ')' | '.' | ':' => {
                out.push('\\');
                out.push(letter);
            }
            _ if letter.is_control() => out.push(' '),
            _ => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_never_markup() {
        assert_eq!(escape("<b>1. # [x](javascript:y)"), r"\<b\>1\. \# \[x\]\(javascript\:y\)");
    }
}
