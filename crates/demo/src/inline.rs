//! Reads running text: `*emphasis*`, `[^1]` for a note and `{base|reading}` for Japanese with its reading.

use kernel::Language;

use crate::text::{Inline, Text};
use crate::typography;

/// Reads a line of a manuscript and sets it for its language.
pub(crate) fn read(line: &str, language: Language) -> Text {
    let line = typography::set(line.trim(), language);
    let mut inlines = Vec::new();
    let mut rest = line.as_str();
    while let Some(at) = rest.find(['*', '[', '{']) {
        let (before, marked) = rest.split_at(at);
        if let Some((inline, after)) = marked_inline(marked) {
            push_plain(&mut inlines, before);
            inlines.push(inline);
            rest = after;
        } else {
            let end = at + 1;
            push_plain(&mut inlines, rest.get(..end).unwrap_or_default());
            rest = rest.get(end..).unwrap_or_default();
        }
    }
    push_plain(&mut inlines, rest);
    Text(inlines)
}

/// The mark at the start of the text, and what follows it.
fn marked_inline(text: &str) -> Option<(Inline, &str)> {
    if let Some(rest) = text.strip_prefix("[^") {
        let (number, after) = rest.split_once(']')?;
        return Some((Inline::Note(number.parse().ok()?), after));
    }
    if let Some(rest) = text.strip_prefix('{') {
        let (inside, after) = rest.split_once('}')?;
        let (base, reading) = inside.split_once('|')?;
        return Some((Inline::Ruby { base: base.to_owned(), reading: reading.to_owned() }, after));
    }
    let (inside, after) = text.strip_prefix('*')?.split_once('*')?;
    Some((Inline::Emphasis(inside.to_owned()), after))
}

fn push_plain(inlines: &mut Vec<Inline>, text: &str) {
    match inlines.last_mut() {
        _ if text.is_empty() => {}
        Some(Inline::Plain(last)) => last.push_str(text),
        _ => inlines.push(Inline::Plain(text.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_found_among_words() {
        let text = read("A *small* word[^2] and a lone * star", Language::ENGLISH);
        assert_eq!(text.0.len(), 5, "{text:?}");
        assert_eq!(text.bare(), "A small word and a lone * star");
        let ruby = read("古い{灯台|とうだい}があった", Language::ENGLISH);
        assert!(
            matches!(&ruby.0[1], Inline::Ruby { base, reading } if base == "灯台" && reading == "とうだい")
        );
    }
}
