//! How much of a book anybody may read.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// The length of a sample. Its text: `usual`, `none`, `percent:20`, `through:3`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum SampleLength {
    /// About a tenth, as any book has it that nobody decided about.
    #[default]
    Usual,
    /// There is no sample.
    Nothing,
    /// About so many percent, in whole sections where there are sections.
    Percent(u32),
    /// Up to a section of an EPUB, in reading order and from 1, or up to a page of a PDF, that one included.
    Through(u32),
}

impl SampleLength {
    /// What is added to a version, so that each length has its own: nothing for the usual one.
    pub(crate) fn mark(self) -> Option<String> {
        (self != Self::Usual).then(|| self.to_string())
    }

    /// How many pages of so many it is, where each weighs the same and `usual` is what nobody decided about.
    pub(crate) fn of_pages(self, pages: usize, usual: usize) -> usize {
        match self {
            Self::Usual => usual,
            Self::Nothing => 0,
            Self::Percent(percent) => (pages * percent as usize / 100).clamp(1, pages.max(1)),
            Self::Through(page) => (page as usize).min(pages),
        }
    }
}

impl fmt::Display for SampleLength {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usual => f.write_str("usual"),
            Self::Nothing => f.write_str("none"),
            Self::Percent(percent) => write!(f, "percent:{percent}"),
            Self::Through(last) => write!(f, "through:{last}"),
        }
    }
}

/// The text is no length of a sample.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("expected usual, none, percent:20 or through:3")]
pub struct NotALength;

impl FromStr for SampleLength {
    type Err = NotALength;

    fn from_str(text: &str) -> Result<Self, NotALength> {
        let number = |text: &str| text.parse().ok().filter(|number| *number > 0).ok_or(NotALength);
        match text.split_once(':') {
            None if text == "usual" => Ok(Self::Usual),
            None if text == "none" => Ok(Self::Nothing),
            Some(("percent", percent)) => number(percent).map(Self::Percent),
            Some(("through", last)) => number(last).map(Self::Through),
            _ => Err(NotALength),
        }
    }
}

impl Serialize for SampleLength {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for SampleLength {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_is_read_as_it_is_written() {
        for text in ["usual", "none", "percent:20", "through:3"] {
            assert_eq!(text.parse::<SampleLength>().unwrap().to_string(), text);
        }
        for wrong in ["", "percent", "percent:0", "through:-1", "percent:x", "all"] {
            assert_eq!(wrong.parse::<SampleLength>(), Err(NotALength), "{wrong}");
        }
    }

    #[test]
    fn pages_are_counted_and_there_are_never_more_than_the_book_has() {
        let of = |length: SampleLength| length.of_pages(50, 5);
        assert_eq!(of(SampleLength::Usual), 5);
        assert_eq!(of(SampleLength::Nothing), 0);
        assert_eq!(of(SampleLength::Percent(20)), 10);
        assert_eq!(of(SampleLength::Percent(1)), 1);
        assert_eq!((of(SampleLength::Through(7)), of(SampleLength::Through(99))), (7, 50));
    }
}
