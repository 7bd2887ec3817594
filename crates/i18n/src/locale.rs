//! A language of the interface and the direction it is written in.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A language of the interface. Its text, in URLs, cookies and JSON, is its tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Locale {
    /// English, also spoken to whoever asks for a language that we do not have.
    #[default]
    En,
    /// French as in Algeria.
    Fr,
    /// Arabic as in Algeria.
    Ar,
}

/// Where a line of text begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// On the left.
    Ltr,
    /// On the right.
    Rtl,
}

impl Locale {
    /// All of them, in the order in which pages offer them.
    pub const ALL: [Self; 3] = [Self::En, Self::Fr, Self::Ar];

    /// `en`, `fr` or `ar`: for `lang`, URLs and `hreflang`.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
            Self::Ar => "ar",
        }
    }

    /// The locale of exactly this tag, as URLs have it; `EN` and `en-GB` are none.
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|locale| locale.tag() == tag)
    }

    /// For `dir`.
    pub const fn direction(self) -> Direction {
        match self {
            Self::En | Self::Fr => Direction::Ltr,
            Self::Ar => Direction::Rtl,
        }
    }

    /// The language's name for itself, for the language switch: whoever cannot read the page can read this.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Fr => "Français",
            Self::Ar => "العربية",
        }
    }

    /// With the country, as Open Graph's `og:locale` wants it.
    pub const fn with_country(self) -> &'static str {
        match self {
            Self::En => "en_GB",
            Self::Fr => "fr_DZ",
            Self::Ar => "ar_DZ",
        }
    }

    /// The best of our languages for an `Accept-Language` header, English if it names none of them.
    pub fn negotiate(accept_language: &str) -> Self {
        crate::negotiate::lookup(accept_language, &Self::ALL).unwrap_or_default()
    }
}

impl Direction {
    /// `ltr` or `rtl`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

impl fmt::Display for Direction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Locale {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.tag())
    }
}

impl<'de> Deserialize<'de> for Locale {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let tag = String::deserialize(deserializer)?;
        Self::from_tag(&tag).ok_or_else(|| de::Error::custom("not a language of ours: expected en, fr or ar"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_is_its_tag_everywhere() {
        for locale in Locale::ALL {
            assert_eq!(Locale::from_tag(locale.tag()), Some(locale));
            let json = serde_json::to_string(&locale).unwrap();
            assert_eq!(json, format!("\"{locale}\""));
            assert_eq!(serde_json::from_str::<Locale>(&json).unwrap(), locale);
        }
        for none in ["", "EN", "en-GB", "de", "arabic"] {
            assert_eq!(Locale::from_tag(none), None, "{none}");
        }
        assert!(serde_json::from_str::<Locale>("\"de\"").is_err());
    }

    #[test]
    fn only_arabic_begins_on_the_right() {
        assert_eq!(Locale::ALL.map(|l| l.direction().as_str()), ["ltr", "ltr", "rtl"]);
    }
}
