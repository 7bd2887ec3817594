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
