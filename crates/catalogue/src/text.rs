//! The text of an EPUB, so that words can be looked for in it: kept in two parts beside its pack (see
//! [`search::TextWriter`]). It is made once, when the file comes in; what is lost can be made again from the pack.

use std::io;

use publication::epub;
use search::TextWriter;

use crate::EpubContents;

/// The part that is looked through.
pub const FOLDED: &str = "text.folded";
/// The text as it is written.
pub const PLAIN: &str = "text.plain";

/// Bytes of text that are kept: ten million words. What lies behind is not found.
const MOST: usize = 64 * 1024 * 1024;

/// The two parts.
#[derive(Debug)]
pub struct Parts {
    /// For [`FOLDED`].
    pub folded: Vec<u8>,
    /// For [`PLAIN`].
    pub plain: Vec<u8>,
}

impl EpubContents {
    /// The documents whose texts are kept, in that order, by their hrefs: the sections, then what only the sample has.
    pub fn texts(&self) -> Vec<&str> {
        let sections = self.sections.iter().map(|section| section.href.as_str());
        let is_copy = |open: &&epub::SampleSection| {
            self.sections.get(open.index).is_none_or(|section| section.href != open.href)
        };
        let copies = self.sample.sections.iter().filter(is_copy).map(|open| open.href.as_str());
        sections.chain(copies).collect()
    }
}

/// Makes the parts. `document` gives the bytes that are served at an href; nothing for one that is not there.
pub fn write(
    contents: &EpubContents,
    mut document: impl FnMut(&str) -> io::Result<Vec<u8>>,
) -> io::Result<Parts> {
    let mut writer = TextWriter::default();
    for href in contents.texts() {
        let text = if writer.len() > MOST { String::new() } else { epub::plain_text(&document(href)?) };
        writer.section(&text);
    }
    let (folded, plain) = writer.finish();
    Ok(Parts { folded, plain })
}
