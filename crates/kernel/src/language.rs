//! The language of a book, as files and lists write it, brought to one form.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A language by its primary BCP 47 subtag: two or three lower-case letters, the shorter code where
/// ISO 639 has both (`ara` and `ar-DZ` are both `ar`). `und` says that it is not known.
///
/// A shop filters by language, not by country, so what follows the primary subtag is dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language([u8; 3]);

/// The text does not begin with a language subtag.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a language: expected a tag such as ar, fr or en-GB")]
pub struct LanguageError;

impl Language {
    /// Not known.
    pub const UNDETERMINED: Self = Self(*b"und");
    /// Arabic.
    pub const ARABIC: Self = Self(*b"ar ");
    /// French.
    pub const FRENCH: Self = Self(*b"fr ");
    /// English.
    pub const ENGLISH: Self = Self(*b"en ");

    /// The tag: `ar`, `fr`, `kab`.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("und").trim_end()
    }

    /// Whether text in this language runs from right to left.
    pub fn is_right_to_left(&self) -> bool {
        matches!(self.as_str(), "ar" | "fa" | "he" | "ur" | "ps" | "sd" | "ug" | "yi" | "dv" | "ckb")
    }

    /// Reads a language's English name or its own, as lists for people write it (`English`, `français`).
    pub fn from_name(name: &str) -> Option<Self> {
        let tag = match name.trim().to_lowercase().as_str() {
            "arabic" | "arabe" | "العربية" | "عربي" => "ar",
            "french" | "français" | "francais" | "الفرنسية" => "fr",
            "english" | "anglais" | "الإنجليزية" => "en",
            "tamazight" | "berber" | "amazigh" => "ber",
            "kabyle" | "taqbaylit" => "kab",
            "spanish" | "español" | "espagnol" => "es",
            "german" | "deutsch" | "allemand" => "de",
            "italian" | "italiano" | "italien" => "it",
            "portuguese" | "português" | "portugais" => "pt",
            "turkish" | "türkçe" | "turc" => "tr",
            "russian" | "русский" | "russe" => "ru",
            "chinese" | "中文" | "chinois" => "zh",
            "japanese" | "日本語" | "japonais" => "ja",
            _ => return None,
        };
        tag.parse().ok()
    }
}

/// Three-letter codes (ISO 639-2, both forms) whose language has a two-letter one.
const SHORTER: &[(&str, &str)] = &[
    ("ara", "ar"),
    ("cat", "ca"),
    ("ces", "cs"),
    ("chi", "zh"),
    ("cze", "cs"),
    ("dan", "da"),
    ("deu", "de"),
    ("dut", "nl"),
    ("ell", "el"),
    ("eng", "en"),
    ("est", "et"),
    ("fas", "fa"),
    ("fin", "fi"),
    ("fra", "fr"),
    ("fre", "fr"),
    ("ger", "de"),
    ("gre", "el"),
    ("heb", "he"),
    ("hin", "hi"),
    ("hun", "hu"),
    ("ind", "id"),
    ("isl", "is"),
    ("ita", "it"),
    ("jpn", "ja"),
    ("kor", "ko"),
    ("lat", "la"),
    ("mal", "ml"),
    ("may", "ms"),
    ("msa", "ms"),
    ("nld", "nl"),
    ("nor", "no"),
    ("per", "fa"),
    ("pol", "pl"),
    ("por", "pt"),
    ("ron", "ro"),
    ("rum", "ro"),
    ("rus", "ru"),
    ("slk", "sk"),
    ("slo", "sk"),
    ("slv", "sl"),
    ("spa", "es"),
    ("swe", "sv"),
    ("tur", "tr"),
    ("ukr", "uk"),
    ("urd", "ur"),
    ("vie", "vi"),
    ("zho", "zh"),
];

impl FromStr for Language {
    type Err = LanguageError;

    fn from_str(text: &str) -> Result<Self, LanguageError> {
        let primary = text.trim().split(['-', '_']).next().unwrap_or_default();
        if !matches!(primary.len(), 2 | 3) || !primary.bytes().all(|b| b.is_ascii_alphabetic()) {
            return Err(LanguageError);
        }
        let mut tag = *b"   ";
        tag[..primary.len()].copy_from_slice(primary.as_bytes());
        tag.make_ascii_lowercase();
        if let Some((_, short)) = SHORTER.iter().find(|(long, _)| long.as_bytes() == tag) {
            tag = *b"   ";
            tag[..short.len()].copy_from_slice(short.as_bytes());
        }
        Ok(Self(tag))
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
impl Serialize for Language {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
impl<'de> Deserialize<'de> for Language {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_language_has_one_form() {
        for (text, tag) in [
            ("ar", "ar"),
            ("ara", "ar"),
            ("ar-DZ", "ar"),
            ("en_US", "en"),
            ("EN-gb", "en"),
            ("fre", "fr"),
            ("kab", "kab"),
            ("zh-Hant-TW", "zh"),
        ] {
            assert_eq!(text.parse::<Language>().map(|l| l.to_string()), Ok(tag.to_owned()), "{text}");
        }
    }

    #[test]
    fn what_is_no_tag_is_refused() {
        for text in ["", "-", "english", "e", "12", "é1", "--fr", "اللغة"] {
            assert_eq!(text.parse::<Language>(), Err(LanguageError), "{text}");
        }
    }

    #[test]
    fn names_that_people_write_are_understood() {
        assert_eq!(Language::from_name(" English "), Some(Language::ENGLISH));
        assert_eq!(Language::from_name("français"), Some(Language::FRENCH));
        assert_eq!(Language::from_name("Klingon"), None);
    }
}
