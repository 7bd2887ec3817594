//! Why a book is recommended, and how that is said.

use i18n::Locale;

use crate::t;

/// A reason, as the database has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reason {
    /// They have read the book that is named.
    Read,
    /// They rated it well.
    Liked,
    /// They bought it.
    Bought,
    /// It is a favourite of theirs, or they keep it for later.
    Kept,
    /// By an author of whom they know a book.
    Author,
    /// Of a series of which they know a book.
    Series,
    /// Of a genre of theirs.
    Genre,
    /// Many like it.
    Popular,
}

impl Reason {
    const ALL: [Self; 8] = [
        Self::Read,
        Self::Liked,
        Self::Bought,
        Self::Kept,
        Self::Author,
        Self::Series,
        Self::Genre,
        Self::Popular,
    ];

    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Liked => "liked",
            Self::Bought => "bought",
            Self::Kept => "kept",
            Self::Author => "author",
            Self::Series => "series",
            Self::Genre => "genre",
            Self::Popular => "popular",
        }
    }

    pub(crate) fn of(word: &str) -> Self {
        Self::ALL.into_iter().find(|one| one.as_str() == word).unwrap_or(Self::Popular)
    }

    /// The reason as a sentence. What it names may be gone since: then it is said without.
    pub(crate) fn words(self, l: Locale, named: Option<&str>) -> String {
        let Some(named) = named else {
            let words = if self == Self::Popular { t::because_popular(l) } else { t::because_taste(l) };
            return words.to_owned();
        };
        match self {
            Self::Read => t::because_read(l, named),
            Self::Liked => t::because_liked(l, named),
            Self::Bought => t::because_bought(l, named),
            Self::Kept => t::because_kept(l, named),
            Self::Author => t::because_author(l, named),
            Self::Series => t::because_series(l, named),
            Self::Genre => t::because_genre(l, named),
            Self::Popular => t::because_popular(l).to_owned(),
        }
    }
}
