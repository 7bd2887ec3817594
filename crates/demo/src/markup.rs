//! Reads the chapters of a manuscript: a small Markdown with what our books need and nothing else.
//!
//! `# Title` begins a chapter, `## Heading` a section; blocks are separated by empty lines and known by how their first
//! line begins: `| ` verse or (with `|` at its end) a table, `> ` a quotation, `- ` and `1. ` lists, `![caption](picture:name)`
//! a picture, ` ```math ` MathML, `[^1]: ` a note, `{ar} ` a paragraph in another language, `@picture name` the picture of
//! a page in a picture book. Anything else is a paragraph.

use kernel::Language;

use crate::inline;
use crate::text::{Block, Chapter, Text};

/// Reads all chapters of a manuscript.
pub(crate) fn chapters(source: &str, language: Language) -> Vec<Chapter> {
    let mut chapters: Vec<Chapter> = Vec::new();
    for block in paragraphs(source) {
        let (first, rest) = block.split_once('\n').unwrap_or((block, ""));
        if let Some(title) = first.strip_prefix("# ") {
            chapters.push(Chapter { title: inline::read(title, language), ..Chapter::default() });
            for line in rest.lines() {
                add(&mut chapters, line, language);
            }
        } else {
            add(&mut chapters, block, language);
        }
    }
    chapters
}

/// Pieces between empty lines.
fn paragraphs(source: &str) -> impl Iterator<Item = &str> {
    source.split("\n\n").map(str::trim).filter(|piece| !piece.is_empty())
}

fn add(chapters: &mut [Chapter], block: &str, language: Language) {
    let Some(chapter) = chapters.last_mut() else { return };
    if let Some((_, note)) = block.strip_prefix("[^").and_then(|rest| rest.split_once("]: ")) {
        chapter.notes.push(inline::read(note, language));
        return;
    }
    if let Some(caption) = block.strip_prefix(": ") {
        if let Some(Block::Table { caption: slot, .. }) = chapter.blocks.last_mut() {
            *slot = Some(inline::read(caption, language));
        }
        return;
    }
    chapter.blocks.push(read_block(block, language));
}

fn read_block(block: &str, language: Language) -> Block {
    let text = |line: &str| inline::read(line, language);
    if let Some(heading) = block.strip_prefix("## ") {
        return Block::Heading(text(heading));
    }
    if let Some(quote) = block.strip_prefix("> ") {
        return Block::Quote(text(quote));
    }
    if let Some(name) = block.strip_prefix("@picture ") {
        return Block::Picture { name: name.trim().to_owned(), caption: Text::default() };
    }
    if let Some((caption, name)) = block.strip_prefix("![").and_then(|rest| rest.split_once("](picture:")) {
        return Block::Picture { name: name.trim_end_matches(')').to_owned(), caption: text(caption) };
    }
    if let Some(mathml) = block.strip_prefix("```math") {
        return formula(mathml.trim_end_matches('`').trim());
    }
    if let Some((tag, words)) = block.strip_prefix('{').and_then(|rest| rest.split_once("} "))
        && let Ok(other) = tag.parse::<Language>()
    {
        return Block::Paragraph(inline::read(words, other), Some(other));
    }
    if block.starts_with('|') {
        return if block.lines().all(|line| line.len() > 1 && line.ends_with('|')) {
            table(block, language)
        } else {
            verse(block, language)
        };
    }
    list(block, language).unwrap_or_else(|| Block::Paragraph(text(&block.replace('\n', " ")), None))
}

fn formula(mathml: &str) -> Block {
    let plain =
        mathml.split_once("alttext=\"").and_then(|(_, rest)| rest.split_once('"')).map(|(plain, _)| plain);
    Block::Formula { mathml: mathml.to_owned(), plain: plain.unwrap_or_default().to_owned() }
}

fn verse(block: &str, language: Language) -> Block {
    let mut stanzas = vec![Vec::new()];
    for line in block.lines().map(|line| line.trim_start_matches('|').trim()) {
        if line.is_empty() {
            stanzas.push(Vec::new());
        } else if let Some(stanza) = stanzas.last_mut() {
            stanza.push(inline::read(line, language));
        }
    }
    Block::Verse(stanzas)
}

fn table(block: &str, language: Language) -> Block {
    let cells = |line: &str| {
        let inner = line.strip_prefix('|').and_then(|line| line.strip_suffix('|')).unwrap_or(line);
        inner.split('|').map(|cell| inline::read(cell, language)).collect::<Vec<_>>()
    };
    let mut lines = block.lines();
    let head = lines.next().map(cells).unwrap_or_default();
    Block::Table { caption: None, head, rows: lines.skip(1).map(cells).collect() }
}

fn list(block: &str, language: Language) -> Option<Block> {
    let bullets: Option<Vec<&str>> = block.lines().map(|line| line.strip_prefix("- ")).collect();
    if let Some(items) = bullets {
        return Some(Block::List { ordered: false, items: read_all(&items, language) });
    }
    let numbered = |line| -> Option<&str> {
        let (number, item) = str::split_once(line, ". ")?;
        number.bytes().all(|byte| byte.is_ascii_digit()).then_some(item)
    };
    let items = block.lines().map(numbered).collect::<Option<Vec<&str>>>()?;
    Some(Block::List { ordered: true, items: read_all(&items, language) })
}

fn read_all(items: &[&str], language: Language) -> Vec<Text> {
    items.iter().map(|item| inline::read(item, language)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_of_block_is_known_by_its_first_line() {
        let source = "# One\n\nText[^1].\n\n## Two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n: Caption.\n\n| verse\n|\n| again\n\n\
            1. first\n2. second\n\n- a\n- b\n\n{ar} نعم\n\n![Sea](picture:sea)\n\n[^1]: A note.";
        let chapters = chapters(source, Language::ENGLISH);
        assert_eq!(chapters.len(), 1);
        assert_eq!(chapters[0].notes.len(), 1);
        let blocks = &chapters[0].blocks;
        assert!(matches!(&blocks[1], Block::Heading(_)));
        assert!(matches!(&blocks[2], Block::Table { caption: Some(_), rows, .. } if rows.len() == 1));
        assert!(matches!(&blocks[3], Block::Verse(stanzas) if stanzas.len() == 2));
        assert!(matches!(&blocks[4], Block::List { ordered: true, items } if items.len() == 2));
        assert!(matches!(&blocks[6], Block::Paragraph(_, Some(language)) if *language == Language::ARABIC));
        assert!(matches!(&blocks[7], Block::Picture { name, .. } if name == "sea"));
    }

    #[test]
    fn a_page_of_a_picture_book_is_a_title_a_picture_and_a_line() {
        let chapters = chapters("# Street\n@picture street\nGood night.", Language::ENGLISH);
        assert!(matches!(&chapters[0].blocks[..], [Block::Picture { .. }, Block::Paragraph(..)]));
    }
}
