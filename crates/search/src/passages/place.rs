//! From a place in the folded text to the words that stand there, with some before and behind them.

use super::{Wanted, spaced::unspaced};

/// Letters shown before what was found, and behind it.
const BEFORE: usize = 64;
const AFTER: usize = 96;

/// What stands at a spot: the words as they are written, and what is around them in their paragraph.
#[derive(Debug, Clone, PartialEq)]
pub struct Passage {
    /// What stands before, from the beginning of a word.
    pub before: String,
    /// What was found.
    pub words: String,
    /// What stands behind, to the end of a word.
    pub after: String,
    /// How far into the section it is, from 0 to 1.
    pub progression: f64,
}

pub(super) fn passage(folded: &[u8], wanted: &Wanted, at: usize, plain: &str) -> Passage {
    let before = folded.get(..at).unwrap_or_default();
    let number = memchr::memchr_iter(b'\n', before).count();
    let start = memchr::memrchr(b'\n', before).map_or(0, |at| at + 1);
    let paragraph = plain.lines().nth(number).unwrap_or_default();
    let range = unspaced(paragraph, at - start, at - start + wanted.len());
    let (head, rest) = paragraph.split_at(range.start);
    let (words, tail) = rest.split_at(range.len());
    Passage {
        before: end_of(head),
        words: words.to_owned(),
        after: start_of(tail),
        progression: share(at, folded.len()),
    }
}

#[expect(clippy::cast_precision_loss, reason = "a share of a text need not be exact")]
fn share(at: usize, of: usize) -> f64 {
    if of == 0 { 0.0 } else { at as f64 / of as f64 }
}

/// The last letters, from the beginning of a word on.
fn end_of(text: &str) -> String {
    let Some((cut, _)) = text.char_indices().rev().nth(BEFORE - 1).filter(|(cut, _)| *cut > 0) else {
        return text.to_owned();
    };
    let kept = &text[cut..];
    kept.split_once(char::is_whitespace).map_or(kept, |(_, words)| words).to_owned()
}

/// The first letters, to the end of a word.
fn start_of(text: &str) -> String {
    let Some((cut, _)) = text.char_indices().nth(AFTER) else { return text.to_owned() };
    let kept = &text[..cut];
    kept.rsplit_once(char::is_whitespace).map_or(kept, |(words, _)| words).to_owned()
}
