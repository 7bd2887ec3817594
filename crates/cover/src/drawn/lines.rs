//! Where lines break: as few lines as hold the text, then as even as they can be, as a typographer sets a title.

use std::ops::Range;

/// A piece that is never broken; widths are of one unit, whichever.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Piece {
    /// Width of the piece.
    pub(super) width: f32,
    /// Space before it where it does not begin a line; 0 after a hyphen.
    pub(super) space: f32,
    /// Whether a line should rather not end with it: a short word that belongs to the next ("du", "of", "في"), or the
    /// first half of one with a hyphen.
    pub(super) leans: bool,
}

/// Breaks pieces into at most `most` lines no wider than `widest`. `None` where they do not fit.
pub(super) fn balanced(pieces: &[Piece], widest: f32, most: usize) -> Option<Vec<Range<usize>>> {
    let fewest = greedy(pieces, widest)?.len();
    if fewest > most {
        return None;
    }
    let total: f32 = pieces.iter().map(|piece| piece.width + piece.space).sum();
    let count = u16::try_from(fewest).unwrap_or(u16::MAX);
    let even = total / f32::from(count.max(1));
    let mut best = vec![None; pieces.len() + 1];
    best[0] = Some((0.0_f32, Vec::new()));
    for _ in 0..fewest {
        best = with_one_more_line(pieces, widest, even, &best);
    }
    best.pop().flatten().map(|(_, lines)| lines)
}

/// Fills each line before it begins the next. `None` where a piece is wider than a line.
pub(super) fn greedy(pieces: &[Piece], widest: f32) -> Option<Vec<Range<usize>>> {
    let mut lines: Vec<Range<usize>> = Vec::new();
    let mut width = 0.0;
    for (index, piece) in pieces.iter().enumerate() {
        if piece.width > widest {
            return None;
        }
        match lines.last_mut() {
            Some(line) if width + piece.space + piece.width <= widest => {
                line.end = index + 1;
                width += piece.space + piece.width;
            }
            _ => {
                lines.push(index..index + 1);
                width = piece.width;
            }
        }
    }
    Some(lines)
}

/// Cost and lines of the best setting of the first pieces; by the number of those pieces.
type Best = Vec<Option<(f32, Vec<Range<usize>>)>>;

fn with_one_more_line(pieces: &[Piece], widest: f32, even: f32, best: &Best) -> Best {
    let mut next: Best = vec![None; pieces.len() + 1];
    for (start, reached) in best.iter().enumerate() {
        let Some((cost, lines)) = reached else { continue };
        let mut width = 0.0;
        for (index, piece) in pieces.iter().enumerate().skip(start) {
            width += piece.width + if index == start { 0.0 } else { piece.space };
            if width > widest {
                break;
            }
            let last = index + 1 == pieces.len();
            let leaning = if piece.leans && !last { (0.4 * even).powi(2) } else { 0.0 };
            let cost = cost + (even - width).powi(2) + leaning;
            if next[index + 1].as_ref().is_none_or(|(known, _)| cost < *known) {
                let lines = lines.iter().cloned().chain(std::iter::once(start..index + 1)).collect();
                next[index + 1] = Some((cost, lines));
            }
        }
    }
    next
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> Vec<Piece> {
        let piece = |word: &str| Piece {
            width: f32::from(u8::try_from(word.chars().count()).unwrap()),
            space: 1.0,
            leans: word.chars().count() <= 3,
        };
        text.split(' ').map(piece).collect()
    }

    #[test]
    fn lines_are_even_rather_than_full() {
        assert_eq!(balanced(&pieces("Les Vents du Sud"), 12.0, 4), Some(vec![0..2, 2..4]));
    }

    #[test]
    fn no_more_lines_are_used_than_are_needed() {
        assert_eq!(balanced(&pieces("Atlas bleu"), 10.0, 4).map(|lines| lines.len()), Some(1));
        assert_eq!(balanced(&pieces("one two three four"), 9.0, 1), None);
    }

    #[test]
    fn a_word_wider_than_a_line_does_not_fit() {
        assert_eq!(balanced(&pieces("Donaudampfschifffahrt"), 12.0, 4), None);
    }

    #[test]
    fn nothing_makes_no_line() {
        assert_eq!(balanced(&[], 12.0, 4), Some(vec![]));
    }
}
