//! Reads some of the text: enough to estimate how many words the book has and to find an ISBN in its imprint.

use std::panic::{AssertUnwindSafe, catch_unwind};

use lopdf::Document;

use super::facts::isbn_in;

/// Pages read for the estimate, spread evenly.
const PAGES: usize = 24;
/// Pages at the front and at the back where an imprint stands.
const FRONT: usize = 8;
const BACK: usize = 2;
/// The most inflated bytes of a page's content. Drawings go far beyond; text does not.
const CONTENT: usize = 1024 * 1024;

/// Words in the whole document of `pages` pages; `None` where no text can be read out.
pub(super) fn words(document: &Document, pages: usize) -> Option<u64> {
    let read = PAGES.min(pages);
    let chosen = (0..read).map(|index| index * pages / read);
    let counted: u64 = chosen.map(|page| count(&page_text(document, page))).sum();
    (counted > 0).then(|| counted * pages as u64 / read as u64)
}

/// An ISBN printed on the first or last pages.
pub(super) fn isbn(document: &Document, pages: usize) -> Option<String> {
    let front = 0..FRONT.min(pages);
    let back = pages.saturating_sub(BACK).max(front.end)..pages;
    front.chain(back).find_map(|page| isbn_in(&page_text(document, page)))
}

/// Text of the page at `index`; empty where it cannot be read. Fonts are where parsers stumble most, and a stumble
/// here is no reason to refuse the book.
fn page_text(document: &Document, index: usize) -> String {
    let Ok(number) = u32::try_from(index + 1) else { return String::new() };
    let chunks =
        catch_unwind(AssertUnwindSafe(|| document.extract_text_chunks_with_limit(&[number], CONTENT)));
    chunks.unwrap_or_default().into_iter().flatten().collect()
}

/// Runs of letters and digits are words; each ideograph, kana or hangul syllable is one.
fn count(text: &str) -> u64 {
    let mut words = 0;
    let mut inside = false;
    for c in text.chars() {
        let wide = matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}');
        let letter =
            !wide && (c.is_alphanumeric() || (inside && matches!(c, '\'' | '’' | '\u{64b}'..='\u{652}')));
        words += u64::from(wide || (letter && !inside));
        inside = letter;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::count;

    #[test]
    fn words_are_counted_in_every_script() {
        assert_eq!(count("The sea isn't far."), 4);
        assert_eq!(count("ألف ليلة وليلة"), 3);
        assert_eq!(count("海は広い"), 4);
        assert_eq!(count(" … — "), 0);
    }
}
