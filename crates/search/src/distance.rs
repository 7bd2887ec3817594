//! How many typing errors lie between two texts: letters missing, added, wrong, or two neighbours exchanged.

/// The least number of errors that make `typed` out of `meant`, and out of the beginning of `meant` that is nearest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Errors {
    /// For all of `meant`.
    pub(crate) whole: usize,
    /// For its nearest beginning.
    pub(crate) beginning: usize,
}

/// Counts the errors (optimal string alignment).
pub(crate) fn errors(typed: &[char], meant: &[char]) -> Errors {
    let width = meant.len() + 1;
    let mut before: Vec<usize> = vec![0; width];
    let mut above: Vec<usize> = (0..width).collect();
    let mut row = vec![0; width];
    for (i, &letter) in typed.iter().enumerate() {
        row[0] = i + 1;
        for (j, &other) in meant.iter().enumerate() {
            let mut least = (above[j] + usize::from(letter != other)).min(above[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && letter == meant[j - 1] && typed[i - 1] == other {
                least = least.min(before[j - 1] + 1);
            }
            row[j + 1] = least;
        }
        std::mem::swap(&mut before, &mut above);
        std::mem::swap(&mut above, &mut row);
    }
    Errors { whole: above[meant.len()], beginning: above.iter().copied().min().unwrap_or_default() }
}

/// Errors that are forgiven in so many letters.
pub(crate) fn forgiven(letters: usize) -> usize {
    match letters {
        0 | 1 => 0,
        2..=5 => 1,
        6..=15 => 2,
        16..=30 => 3,
        _ => 4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(typed: &str, meant: &str) -> (usize, usize) {
        let (typed, meant): (Vec<char>, Vec<char>) = (typed.chars().collect(), meant.chars().collect());
        let Errors { whole, beginning } = errors(&typed, &meant);
        (whole, beginning)
    }

    #[test]
    fn errors_are_counted() {
        assert_eq!(of("", ""), (0, 0));
        assert_eq!(of("dnue", "dune"), (1, 1));
        assert_eq!(of("dune", "dunes"), (1, 0));
        assert_eq!(of("kitten", "sitting"), (3, 2));
        assert_eq!(of("abc", ""), (3, 3));
    }
}
