//! A paragraph folded for being looked through: its words with one space between them, and nothing else.

use crate::fold::fold_letter;

/// The words of `text`, folded, with one space between them. Apostrophes part words too.
pub(super) fn spaced(text: &str) -> String {
    let (mut out, mut letters) = (String::with_capacity(text.len()), String::new());
    let mut parted = false;
    for letter in text.chars() {
        letters.clear();
        fold_letter(letter, &mut letters);
        for folded in letters.chars() {
            push(folded, &mut parted, &mut out);
        }
    }
    out
}

fn push(folded: char, parted: &mut bool, out: &mut String) {
    if is_gap(folded) {
        *parted = !out.is_empty();
        return;
    }
    if std::mem::take(parted) {
        out.push(' ');
    }
    out.push(folded);
}

fn is_gap(folded: char) -> bool {
    matches!(folded, ' ' | '\'')
}

/// The bytes of `text` that fold to the bytes `from..to` of what [`spaced`] makes of it, with the marks that stand on
/// its last letter.
pub(super) fn unspaced(text: &str, from: usize, to: usize) -> std::ops::Range<usize> {
    let (mut start, mut end) = (None, text.len());
    let (mut length, mut parted, mut letters) = (0, false, String::new());
    for (at, letter) in text.char_indices() {
        letters.clear();
        fold_letter(letter, &mut letters);
        // What shows nothing by itself belongs to the letter before it; anything else behind the end ends it.
        if length >= to && (!letters.is_empty() || letter.is_whitespace()) {
            end = at;
            break;
        }
        for folded in letters.chars() {
            if is_gap(folded) {
                parted = length > 0;
                continue;
            }
            length += usize::from(std::mem::take(&mut parted));
            length += folded.len_utf8();
            if length > from && start.is_none() {
                start = Some(at);
            }
        }
    }
    start.unwrap_or(end).min(end)..end
}
