//! Puts a whole book together: its hand-written chapters, the composed ones after them, and its parts.

use kernel::Language;

use crate::compose::Composer;
use crate::front::Front;
use crate::inline;
use crate::markup;
use crate::text::{Block, Chapter, Manuscript, Part};

/// The text of a book.
pub(crate) fn build(slug: &str, front: &Front, body: &str, language: Language) -> Manuscript {
    let mut chapters = markup::chapters(body, language);
    let mut parts: &[String] = &[];
    if let Some(compose) = &front.compose {
        let mut composer = Composer::new(compose, language, slug);
        for number in chapters.len() + 1..=compose.chapters {
            chapters.push(composer.chapter(number));
        }
        parts = &compose.parts;
    }
    Manuscript { parts: divide(chapters, parts, language) }
}

/// Divides the chapters evenly, the longer parts first.
fn divide(chapters: Vec<Chapter>, titles: &[String], language: Language) -> Vec<Part> {
    if titles.is_empty() {
        return vec![Part { title: None, chapters }];
    }
    let size = chapters.len().div_ceil(titles.len());
    let mut chapters = chapters.into_iter();
    let part = |title: &String| Part {
        title: Some(inline::read(title, language).bare()),
        chapters: chapters.by_ref().take(size).collect(),
    };
    titles.iter().map(part).collect()
}

/// The pictures that a book shows, each once, in order of name.
pub(crate) fn pictures(manuscript: &Manuscript) -> std::collections::BTreeSet<&str> {
    let blocks = manuscript.chapters().flat_map(|chapter| &chapter.blocks);
    blocks
        .filter_map(|block| match block {
            Block::Picture { name, .. } => Some(name.as_str()),
            _ => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use crate::book::books;
    use crate::text::{Block, Chapter, Inline, Text};
    use crate::words;

    /// Bare words of a chapter's paragraphs.
    fn prose(chapter: &Chapter) -> String {
        let paragraph = |block: &Block| match block {
            Block::Paragraph(text, _) => Some(text.bare()),
            _ => None,
        };
        chapter.blocks.iter().filter_map(paragraph).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn every_book_begins_with_a_chapter_of_its_own() {
        let mut seen = HashSet::new();
        for book in books() {
            let manuscript = book.manuscript();
            let first = manuscript.chapters().next().unwrap_or_else(|| panic!("{} is empty", book.slug));
            let poems = book.front.genres.contains(&"poetry".to_owned());
            if !poems && !book.is_fixed() {
                assert!(first.words() >= 200, "{}: {} words", book.slug, first.words());
                assert!(seen.insert(prose(first)), "{}", book.slug);
            }
        }
    }

    #[test]
    fn no_chapter_repeats_a_title_and_none_is_empty() {
        for book in books() {
            let mut titles = HashSet::new();
            for chapter in book.manuscript().chapters() {
                let title = chapter.title.bare();
                assert!(!chapter.blocks.is_empty(), "{}: {title}", book.slug);
                assert!(titles.insert(title.clone()), "{}: {title}", book.slug);
            }
        }
    }

    #[test]
    fn no_blank_of_a_sentence_is_left_unfilled() {
        for book in books() {
            for chapter in book.manuscript().chapters() {
                let text = prose(chapter);
                assert!(!text.contains(['{', '}', '*', '#']), "{}: {text}", book.slug);
                assert!(!text.contains("  "), "{}: {text}", book.slug);
            }
        }
    }

    #[test]
    fn every_reference_has_its_note_and_every_picture_its_words() {
        for book in books() {
            for chapter in book.manuscript().chapters() {
                let texts = chapter.blocks.iter().filter_map(|block| match block {
                    Block::Paragraph(text, _) => Some(text),
                    _ => None,
                });
                let is_note = |inline: &&Inline| matches!(inline, Inline::Note(_));
                let references: usize =
                    texts.map(|Text(inlines)| inlines.iter().filter(is_note).count()).sum();
                assert_eq!(references, chapter.notes.len(), "{}: {}", book.slug, chapter.title.bare());
            }
            for name in super::pictures(&book.manuscript()) {
                assert!(!words::picture(name, book.language).is_empty(), "{}: {name}", book.slug);
            }
        }
    }
}
