//! Fits a text into a measure: the largest size at which it holds, then broken words, then an ellipsis.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::lines::{Piece, balanced, greedy};
use super::paragraph::{Line, Paragraph};

/// A size to try, in pixels, and the most lines it looks well in.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Step {
    pub(super) size: f32,
    pub(super) most: usize,
}

/// The place a text may fill, in pixels; `leading` is the line height in sizes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Measure {
    pub(super) width: f32,
    pub(super) room: f32,
    pub(super) leading: f32,
}

/// A text in lines.
#[derive(Debug, Clone)]
pub(super) struct Setting {
    pub(super) size: f32,
    pub(super) line_height: f32,
    pub(super) right_to_left: bool,
    /// Each of size 1.
    pub(super) lines: Vec<Line>,
    extents: (f32, f32),
}

impl Setting {
    /// Height of all lines in pixels.
    pub(super) fn height(&self) -> f32 {
        self.lines.iter().map(|_| self.line_height).sum()
    }

    /// From the top of a line to its baseline, in pixels: what the line is higher than its letters is shared out above
    /// and below, as browsers do.
    pub(super) fn baseline(&self) -> f32 {
        let (above, below) = (self.extents.0 * self.size, self.extents.1 * self.size);
        (self.line_height - above - below) / 2.0 + above
    }
}

/// Sets a text as large as it holds. `steps` go from the largest size to the smallest, and are not empty.
pub(super) fn fit(paragraph: &Paragraph<'_>, steps: &[Step], measure: &Measure) -> Setting {
    // A title keeps its words whole, hyphens and all, down to three quarters of its size.
    let (large, small) = steps.split_at(steps.len().div_ceil(2));
    let whole = pieces(paragraph, Breaks::Spaces);
    let parted = pieces(paragraph, Breaks::Hyphens);
    None.or_else(|| large.iter().find_map(|step| at(paragraph, &whole, *step, measure)))
        .or_else(|| steps.iter().find_map(|step| at(paragraph, &parted, *step, measure)))
        .or_else(|| small.iter().find_map(|step| broken(paragraph, *step, measure)))
        .unwrap_or_else(|| cut(paragraph, steps.last().copied().unwrap_or_default(), measure))
}

/// The setting of a text at one size, if it holds.
fn at(paragraph: &Paragraph<'_>, pieces: &Pieces, step: Step, measure: &Measure) -> Option<Setting> {
    let lines = balanced(&pieces.measured, measure.width / step.size, lines_held(step, measure))?;
    let words = &pieces.ranges;
    let set = |line: Range<usize>| paragraph.set(words[line.start].start..words[line.end - 1].end);
    Some(Setting {
        size: step.size,
        line_height: step.size * measure.leading,
        right_to_left: paragraph.right_to_left,
        lines: lines.into_iter().map(set).collect(),
        extents: paragraph.extents,
    })
}

/// As [`at`], with words wider than a line broken.
fn broken(paragraph: &Paragraph<'_>, step: Step, measure: &Measure) -> Option<Setting> {
    let text = with_broken_words(paragraph, measure.width / step.size);
    let broken = paragraph.like(&text);
    at(&broken, &pieces(&broken, Breaks::Hyphens), step, measure)
}

/// As much as holds, and an ellipsis.
fn cut(paragraph: &Paragraph<'_>, step: Step, measure: &Measure) -> Setting {
    let widest = measure.width / step.size;
    let text = with_broken_words(paragraph, widest);
    let broken = paragraph.like(&text);
    let Pieces { ranges, measured } = pieces(&broken, Breaks::Hyphens);
    let lines = greedy(&measured, widest).unwrap_or_default();
    let fitting =
        lines.get(..lines_held(step, measure)).and_then(<[_]>::last).map_or(ranges.len(), |line| line.end);
    let shortened = |kept: usize| {
        let end = kept.checked_sub(1).and_then(|last| ranges.get(last)).map_or(0, |word| word.end);
        let text = format!("{}…", text[..end].trim_end_matches(|c: char| !c.is_alphanumeric()));
        let short = broken.like(&text);
        at(&short, &pieces(&short, Breaks::Hyphens), step, measure)
    };
    (0..=fitting).rev().find_map(shortened).unwrap_or(Setting {
        size: step.size,
        line_height: step.size * measure.leading,
        right_to_left: paragraph.right_to_left,
        lines: Vec::new(),
        extents: paragraph.extents,
    })
}

fn lines_held(step: Step, measure: &Measure) -> usize {
    let mut held = 1;
    let mut height = step.size * measure.leading * 2.0;
    while held < step.most && height <= measure.room {
        held += 1;
        height += step.size * measure.leading;
    }
    held
}

/// The unbroken pieces of a text, as ranges of bytes and as measures of size 1.
struct Pieces {
    ranges: Vec<Range<usize>>,
    measured: Vec<Piece>,
}

/// Where a line may end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Breaks {
    Spaces,
    /// Also after a hyphen, a dash or a stroke within a word.
    Hyphens,
}

fn pieces(paragraph: &Paragraph<'_>, breaks: Breaks) -> Pieces {
    let ranges = words(paragraph.text(), breaks);
    let piece = |(index, range): (usize, &Range<usize>)| {
        let before = index.checked_sub(1).map_or(range.start, |last| ranges[last].end);
        let word = &paragraph.text()[range.clone()];
        let short = word.chars().count() <= 3 && word.chars().all(char::is_alphabetic);
        let parted = ranges.get(index + 1).is_some_and(|next| next.start == range.end);
        Piece {
            width: paragraph.set(range.clone()).width,
            space: paragraph.set(before..range.start).width,
            leans: short || parted,
        }
    };
    let measured = ranges.iter().enumerate().map(piece).collect();
    Pieces { ranges, measured }
}

fn words(text: &str, breaks: Breaks) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut start = 0;
    let mut previous = ' ';
    for (index, character) in text.char_indices() {
        let after_hyphen = breaks == Breaks::Hyphens
            && matches!(previous, '-' | '‐' | '–' | '—' | '/')
            && character.is_alphanumeric();
        if (character == ' ' || after_hyphen) && start < index {
            ranges.push(start..index);
            start = index;
        }
        if character == ' ' {
            start = index + 1;
        }
        previous = character;
    }
    if start < text.len() {
        ranges.push(start..text.len());
    }
    ranges
}

/// The text with a hyphen and a space put into each word wider than a line (a space alone in Arabic, which has no
/// hyphenation), so that each part fills one.
fn with_broken_words(paragraph: &Paragraph<'_>, widest: f32) -> String {
    let mut text = String::new();
    let mut copied = 0;
    for range in words(paragraph.text(), Breaks::Hyphens) {
        if paragraph.set(range.clone()).width <= widest {
            continue;
        }
        text.push_str(&paragraph.text()[copied..range.start]);
        copied = range.end;
        let mut start = range.start;
        for (offset, grapheme) in paragraph.text()[range.clone()].grapheme_indices(true) {
            let here = range.start + offset;
            // Leaves place for the hyphen, about a third of the size.
            if here > start && paragraph.set(start..here + grapheme.len()).width > widest - 0.4 {
                text.push_str(&paragraph.text()[start..here]);
                text.push_str(if paragraph.arabic { " " } else { "- " });
                start = here;
            }
        }
        text.push_str(&paragraph.text()[start..range.end]);
    }
    text.push_str(&paragraph.text()[copied..]);
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawn::faces::Typeface;

    const STEPS: [Step; 2] = [Step { size: 16.0, most: 2 }, Step { size: 10.0, most: 3 }];
    const MEASURE: Measure = Measure { width: 100.0, room: 80.0, leading: 1.25 };

    fn set(text: &str) -> Setting {
        fit(&Paragraph::new(text, Typeface::title()), &STEPS, &MEASURE)
    }

    #[test]
    fn a_short_title_is_large_and_a_long_one_shrinks() {
        assert!((set("Nedjma").size - 16.0).abs() < 0.01);
        let long = set("A title that needs a smaller letter than the first");
        assert!((long.size - 10.0).abs() < 0.01);
    }

    #[test]
    fn what_does_not_hold_at_the_smallest_size_ends_in_an_ellipsis() {
        let setting = set(&"many words ".repeat(20));
        assert_eq!(setting.lines.len(), 3);
        assert!(setting.lines.iter().all(|line| line.width * setting.size <= MEASURE.width));
    }

    #[test]
    fn a_word_longer_than_a_line_is_broken() {
        let setting = set("Donaudampfschifffahrtsgesellschaft");
        assert_eq!(setting.lines.len(), 2);
        assert!(setting.lines.iter().all(|line| line.width * setting.size <= MEASURE.width));
    }

    #[test]
    fn words_part_at_spaces_and_after_hyphens() {
        let parts = words("Saint-Exupéry — vie", Breaks::Hyphens);
        assert_eq!(parts, [0..6, 6..14, 15..18, 19..22]);
    }
}
