//! The sanitiser: an allow-list for XHTML, SVG and CSS.
//!
//! It is deterministic (the same bytes in, the same bytes out, on every machine and in every run) and it *replaces*
//! what it takes out by something inert instead of deleting it, since places in a book (CFIs) count elements.
//! Sanitising what was sanitised changes nothing. Depth is bounded and nothing recurses.

mod allow;
mod attributes;
mod css;
mod html_source;
mod html_tree;
mod links;
mod markup;
mod output;
mod tokens;
mod verdict;
mod writing_mode;
mod xml_source;

use std::collections::HashMap;

pub use self::writing_mode::WritingMode;
pub(super) use self::{markup::MarkupFacts, writing_mode::StyleFacts};
use super::{names, xml};
use crate::Limits;

/// Part of every version: raise it whenever the same book comes out differently.
pub(super) const VERSION: u32 = 1;

/// Attributes of one element; those beyond are left out, since parsers compare each with all.
const MOST_ATTRIBUTES: usize = 200;

/// What kinds of file are served.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Served {
    /// XHTML.
    Document,
    /// CSS.
    Style,
    /// JPEG, PNG, GIF, WebP, AVIF.
    Picture,
    /// SVG.
    Drawing,
    /// OpenType, TrueType, WOFF.
    Font,
    /// Sound and film.
    Media,
}

/// Every file that is served, by path, so that no address leads to anything else.
#[derive(Debug, Default)]
pub(super) struct Inventory {
    files: HashMap<String, Served>,
    stand_ins: HashMap<String, String>,
}

impl Inventory {
    /// Adds the file at `path`.
    pub(super) fn add(&mut self, path: String, served: Served) {
        self.files.insert(path, served);
    }

    /// Says that links to `path` lead to the document `stand_in`, which shows it.
    pub(super) fn add_stand_in(&mut self, path: String, stand_in: String) {
        self.add(stand_in.clone(), Served::Document);
        self.stand_ins.insert(path, stand_in);
    }

    /// What the file at `path` is served as.
    pub(super) fn get(&self, path: &str) -> Option<Served> {
        self.files.get(path).copied()
    }

    /// The path that a link to `path` should have; `None` where nothing is served.
    pub(super) fn stand_in<'a>(&'a self, path: &'a str) -> Option<&'a str> {
        self.stand_ins.get(path).map(String::as_str).or_else(|| self.files.contains_key(path).then_some(path))
    }
}

/// What the sanitiser needs to know beside the bytes.
pub(super) struct Context<'a> {
    /// The path of the file.
    pub path: &'a str,
    /// All that is served.
    pub inventory: &'a Inventory,
    /// The book's language, for documents that do not say theirs.
    pub language: Option<&'a str>,
    /// Bounds.
    pub limits: &'a Limits,
}

/// A file made safe.
#[derive(Debug, Default)]
pub(super) struct Clean {
    /// Its new content.
    pub text: String,
    /// Paths of files that it loads (pictures, style sheets, fonts, media), without repetition, sorted.
    pub references: Vec<String>,
    /// What was done to it.
    pub repairs: Repairs,
    /// What it says about itself.
    pub markup: MarkupFacts,
    /// What its style says (style sheets, and `style` elements of documents).
    pub style: StyleFacts,
}

/// What the sanitiser had to do.
#[expect(clippy::struct_excessive_bools, reason = "each is a warning of its own")]
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Repairs {
    /// The markup was not well-formed.
    pub malformed: bool,
    /// Scripts or event handlers were taken out.
    pub scripts: bool,
    /// Something that would have been fetched from elsewhere was taken out.
    pub external: bool,
    /// A reference to something that the book does not have was taken out.
    pub missing: bool,
    /// Elements nested too deep were unwrapped.
    pub depth: bool,
    /// The rest of a hostile document was cut off.
    pub cut: bool,
}

impl Repairs {
    /// Notes that `address` was taken out of the file at `from`.
    fn removed(&mut self, address: &str, from: &str) {
        match names::resolve(from, address) {
            names::Target::Inside { .. } => self.missing = true,
            _ => self.external = true,
        }
    }

    /// Adds what happened in a part of the same file.
    fn add(&mut self, other: Self) {
        self.external |= other.external;
        self.missing |= other.missing;
    }
}

/// The output passed the limit for one document.
#[derive(Debug)]
pub(super) struct TooLarge;

/// Makes an XHTML document safe. Markup that is not well-formed is read as a browser reads HTML.
pub(super) fn document(bytes: &[u8], context: &Context<'_>) -> Result<Clean, TooLarge> {
    document_up_to(bytes, context, None)
}

/// [`document`], cut at the end of a block once the text served passes `budget_bytes`.
pub(super) fn document_up_to(
    bytes: &[u8],
    context: &Context<'_>,
    budget_bytes: Option<usize>,
) -> Result<Clean, TooLarge> {
    let text = xml::decode(bytes);
    match xml_source::read(&text, context, markup::Root::Html, budget_bytes)? {
        Some(clean) => Ok(clean),
        None => html_source::read(&text, context, budget_bytes),
    }
}

/// Makes an SVG document safe; `None` when it is not well-formed.
pub(super) fn drawing(bytes: &[u8], context: &Context<'_>) -> Result<Option<Clean>, TooLarge> {
    xml_source::read(&xml::decode(bytes), context, markup::Root::Svg, None)
}

/// Makes a style sheet safe.
pub(super) fn style_sheet(bytes: &[u8], context: &Context<'_>) -> Result<Clean, TooLarge> {
    let clean = css::clean(&decode_css(bytes), context.path, context.inventory);
    if clean.text.len() as u64 > 2 * context.limits.entry_bytes {
        return Err(TooLarge);
    }
    Ok(Clean {
        // A mark that stood behind a comment stands first now.
        text: xml::without_marks(&clean.text),
        references: clean.references.into_iter().collect(),
        repairs: clean.repairs,
        markup: MarkupFacts::default(),
        style: clean.facts,
    })
}

/// By byte order mark, `@charset`, then UTF-8, or Windows-1252 where it is not that.
fn decode_css(bytes: &[u8]) -> String {
    if let Some((encoding, _)) = encoding_rs::Encoding::for_bom(bytes) {
        return xml::without_marks(&encoding.decode(bytes).0);
    }
    let label = bytes.strip_prefix(b"@charset \"").and_then(|rest| rest.split(|b| *b == b'"').next());
    let declared = label.and_then(encoding_rs::Encoding::for_label).filter(|e| e.is_ascii_compatible());
    match (declared, std::str::from_utf8(bytes)) {
        (Some(encoding), _) => encoding.decode(bytes).0.into_owned(),
        (None, Ok(text)) => text.to_owned(),
        (None, Err(_)) => encoding_rs::WINDOWS_1252.decode(bytes).0.into_owned(),
    }
}

#[cfg(test)]
mod tests;
