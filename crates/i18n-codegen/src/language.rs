//! The languages a shop speaks, and the plural categories each of them has.

/// A language of the interface. A fourth one is a line in each `match` here, and one in `i18n::Locale`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// English, whose file decides the order of arguments.
    En,
    /// French.
    Fr,
    /// Arabic.
    Ar,
}

impl Language {
    /// All of them, English first.
    pub const ALL: [Self; 3] = [Self::En, Self::Fr, Self::Ar];

    /// The folder below `locales`.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
            Self::Ar => "ar",
        }
    }

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Fr => "French",
            Self::Ar => "Arabic",
        }
    }

    /// The variant of `i18n::Locale`.
    pub(crate) const fn variant(self) -> &'static str {
        match self {
            Self::En => "En",
            Self::Fr => "Fr",
            Self::Ar => "Ar",
        }
    }

    /// The cardinal categories of CLDR that whole numbers fall into; `other` last.
    pub(crate) const fn plurals(self) -> &'static [&'static str] {
        match self {
            Self::En => &["one", "other"],
            Self::Fr => &["one", "many", "other"],
            Self::Ar => &["zero", "one", "two", "few", "many", "other"],
        }
    }
}

/// Every category name that CLDR knows, by which a plural selector is told from a selector on words.
pub(crate) const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];
