//! A paragraph with its looks, as one string.

use std::ops::Range;

use super::Look;
use crate::text::{Inline, Text};

/// A text and how each stretch of it looks.
#[derive(Debug, Clone, Default)]
pub(crate) struct Rich {
    pub(crate) text: String,
    /// End of each stretch, with its look.
    looks: Vec<(usize, Look)>,
}

impl Rich {
    /// Text of one look.
    pub(crate) fn plain(text: impl Into<String>, look: Look) -> Self {
        let text = text.into();
        Self { looks: vec![(text.len(), look)], text }
    }

    /// Running text with `look` where it is not marked.
    pub(crate) fn of(text: &Text, look: Look) -> Self {
        let mut rich = Self::default();
        for inline in &text.0 {
            match inline {
                Inline::Plain(words) | Inline::Ruby { base: words, .. } => rich.push(words, look),
                Inline::Emphasis(words) => rich.push(words, Look::Italic),
                Inline::Note(number) => rich.push(&number.to_string(), Look::Raised),
            }
        }
        rich
    }

    /// Adds a stretch at the end.
    pub(crate) fn push(&mut self, text: &str, look: Look) {
        self.text.push_str(text);
        self.looks.push((self.text.len(), look));
    }

    /// This text after a mark such as `1.`.
    pub(crate) fn after(mark: &str, rest: &Self) -> Self {
        let mut rich = Self::plain(mark, Look::Text);
        let shift = rich.text.len();
        rich.text.push_str(&rest.text);
        rich.looks.extend(rest.looks.iter().map(|&(end, look)| (end + shift, look)));
        rich
    }

    /// The stretches of one look within a range of bytes.
    pub(crate) fn stretches(&self, range: Range<usize>) -> Vec<(Range<usize>, Look)> {
        let mut start = range.start;
        let mut stretches = Vec::new();
        for &(end, look) in &self.looks {
            let stop = end.min(range.end);
            if stop > start {
                stretches.push((start..stop, look));
                start = stop;
            }
        }
        stretches
    }
}
