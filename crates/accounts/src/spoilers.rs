//! What somebody wants done with spoilers. The talk does it; the account keeps it, with the other preferences.

use std::fmt;
use std::str::FromStr;

/// What is to be done with what gives a book's story away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Spoilers {
    /// It is shown like anything else.
    Always,
    /// It stays folded until it is asked for.
    Never,
    /// The same, but for books that the reader has read to the end.
    #[default]
    ByProgress,
}

impl Spoilers {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::ByProgress, Self::Never, Self::Always];

    /// The word in the database and in the API.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Always => "always",
            Self::Never => "never",
            Self::ByProgress => "by_progress",
        }
    }

    /// The one of a word.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }
}

impl fmt::Display for Spoilers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Spoilers {
    type Err = ();

    fn from_str(word: &str) -> Result<Self, ()> {
        Self::from_name(word).ok_or(())
    }
}

db::text_value!(Spoilers);
