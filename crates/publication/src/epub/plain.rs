//! Markup to plain text: descriptions in package documents, and the text of sections for search and counts.

use quick_xml::{
    Reader,
    events::{BytesRef, Event},
};

use super::xml::{self, lower};

/// Elements that end a paragraph.
#[rustfmt::skip]
const BLOCKS: &[&str] = &[
    "address", "article", "aside", "blockquote", "body", "br", "caption", "dd", "div", "dl", "dt",
    "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main",
    "nav", "ol", "p", "pre", "section", "table", "td", "th", "title", "tr", "ul",
];
/// Elements whose text nobody reads as text.
#[rustfmt::skip]
const SILENT: &[&str] = &[
    "head", "rp", "rt", "script", "style",
];

/// The text of a description that may hold markup (as elements once escaped), as paragraphs parted by `\n\n`.
pub(super) fn from_markup(raw: &str) -> String {
    let mut markup = String::with_capacity(raw.len());
    for (i, part) in raw.split('<').enumerate() {
        let is_tag = part.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'));
        if i > 0 {
            markup.push_str(if is_tag { "<" } else { "&lt;" });
        }
        markup.push_str(part);
    }
    paragraphs(&markup)
}

/// The readable text of a *sanitised* document, a paragraph for each block, parted by `\n\n`. Ruby annotations and
/// the head are left out. For search and for counting words; not kept anywhere.
pub fn plain_text(document: &[u8]) -> String {
    paragraphs(&xml::decode(document))
}

fn paragraphs(markup: &str) -> String {
    let mut reader = Reader::from_str(markup);
    let config = reader.config_mut();
    config.allow_dangling_amp = true;
    config.allow_unmatched_ends = true;
    config.check_end_names = false;
    let (mut out, mut line, mut silent) = (String::new(), String::new(), 0_usize);
    loop {
        let is_silent = |name: &str| SILENT.contains(&name);
        match reader.read_event() {
            Ok(Event::Start(start)) => {
                let name = lower(start.local_name().into_inner());
                silent += usize::from(is_silent(&name));
                end_block(&name, &mut out, &mut line);
            }
            Ok(Event::End(end)) => {
                let name = lower(end.local_name().into_inner());
                silent -= usize::from(is_silent(&name) && silent > 0);
                end_block(&name, &mut out, &mut line);
            }
            Ok(Event::Empty(empty)) => {
                end_block(&lower(empty.local_name().into_inner()), &mut out, &mut line);
            }
            Ok(Event::Text(text)) if silent == 0 => line.push_str(&text.xml10_content()),
            Ok(Event::CData(text)) if silent == 0 => line.push_str(&text.xml10_content()),
            Ok(Event::GeneralRef(reference)) if silent == 0 => line.push_str(&character(&reference)),
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(_) => {
                // What is left is no markup: keep it as it stands.
                let at = usize::try_from(reader.error_position()).unwrap_or(usize::MAX);
                line.push_str(markup.get(at..).unwrap_or_default());
                break;
            }
        }
    }
    end_block("p", &mut out, &mut line);
    out
}

/// What a reference stands for; one that nobody knows is text.
fn character(reference: &BytesRef<'_>) -> String {
    xml::entity(reference).unwrap_or_else(|| format!("&{};", reference.xml10_content()))
}

fn end_block(name: &str, out: &mut String, line: &mut String) {
    if BLOCKS.binary_search(&name).is_ok() {
        let text = xml::collapse(line);
        line.clear();
        if !text.is_empty() {
            if !out.is_empty() {
                out.push_str("\n\n");
            }
            out.push_str(&text);
        }
    }
}

/// Words of plain text: each run of letters and digits is one, but each kana, han or hangul character is one by
/// itself, for those scripts put no space between words.
pub fn count_words(text: &str) -> u64 {
    let (mut count, mut inside) = (0, false);
    for c in text.chars() {
        if is_ideographic(c) {
            count += 1;
            inside = false;
        } else if c.is_alphanumeric() {
            count += u64::from(!inside);
            inside = true;
        } else if !is_joiner(c) {
            inside = false;
        }
    }
    count
}

/// Apostrophes and combining marks (Arabic vowels) do not part words.
fn is_joiner(c: char) -> bool {
    matches!(c, '\'' | '’' | '\u{300}'..='\u{36f}' | '\u{610}'..='\u{61a}' | '\u{640}' | '\u{64b}'..='\u{65f}'
        | '\u{670}' | '\u{ad}' | '\u{200c}' | '\u{200d}')
}

fn is_ideographic(c: char) -> bool {
    matches!(u32::from(c),
        0x3041..=0x3096 | 0x30a1..=0x30fa | 0x31f0..=0x31ff | 0x3400..=0x4dbf | 0x4e00..=0x9fff | 0xac00..=0xd7a3
        | 0xf900..=0xfaff | 0x1100..=0x11ff | 0x2_0000..=0x3_ffff | 0xff66..=0xff9d)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_becomes_paragraphs() {
        for (markup, text) in [
            ("<p>One <b>bold</b>\n word.</p><p>Two &amp; three.</p>", "One bold word.\n\nTwo & three."),
            ("plain  text", "plain text"),
            ("a<br/>b<br>c", "a\n\nb\n\nc"),
            ("<script>alert(1)</script>safe", "safe"),
            ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
            ("AT&T &unknown; &eacute;", "AT&T &unknown; é"),
            ("<p>open", "open"),
        ] {
            assert_eq!(from_markup(markup), text, "{markup}");
        }
    }

    #[test]
    fn words_are_counted_in_every_script() {
        for (text, count) in [
            ("Call me Ishmael.", 3),
            ("it's one", 2),
            ("山路を登りながら", 8),
            ("كِتَابٌ جميل", 2),
            ("한국어 책", 4),
            ("— … !", 0),
            ("v2.0", 2),
        ] {
            assert_eq!(count_words(text), count, "{text}");
        }
    }
}
