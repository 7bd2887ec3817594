//! The readable part of an address. The id decides; the slug only speaks.

use std::fmt;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Lower-case letters and digits of any script, words joined by single hyphens, at most 80 characters.
///
/// Latin letters lose their accents; Arabic stays Arabic (browsers show it, servers see it percent-encoded)
/// without its vowel signs. Never empty: what has no letter at all becomes `-`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Slug(String);

const LONGEST: usize = 80;

impl Slug {
    /// The slug of a title or a name.
    pub fn of(text: &str) -> Self {
        // Lists make a slug for each of their books, and to plain ASCII Unicode's tables have nothing to add.
        if text.is_ascii() {
            return Self::non_empty(join(text.chars().map(|c| c.to_ascii_lowercase())));
        }
        let letters =
            text.nfkd().filter(|c| !is_combining_mark(*c) && *c != 'ـ').flat_map(char::to_lowercase);
        Self::non_empty(join(letters).nfc().collect())
    }

    fn non_empty(slug: String) -> Self {
        Self(if slug.is_empty() { "-".to_owned() } else { slug })
    }

    /// The text, as it stands in an address before percent-encoding.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text, percent-encoded for the path of an address.
    pub fn encoded(&self) -> String {
        const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-');
        utf8_percent_encode(&self.0, KEPT).to_string()
    }
}

/// Letters and digits, with one hyphen for whatever parts them.
fn join(text: impl Iterator<Item = char>) -> String {
    let mut slug = String::with_capacity(LONGEST);
    let mut length = 0;
    for c in text {
        if c.is_alphanumeric() {
            slug.push(c);
        } else if !slug.ends_with('-') && !slug.is_empty() && !matches!(c, '\'' | '’') {
            slug.push('-');
        } else {
            continue;
        }
        length += 1;
        if length >= LONGEST {
            break;
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn titles_become_readable_addresses() {
        for (title, slug) in [
            ("Le Passeur d’encre", "le-passeur-dencre"),
            ("L'Été : à Ouargla !", "lete-a-ouargla"),
            ("مَدِينَةُ الوَرَق", "مدينة-الورق"),
            ("  100 % -- Maths_", "100-maths"),
            ("草枕", "草枕"),
            ("!!!", "-"),
            ("Don't -- ever! ", "dont-ever"),
            (&"Ab ".repeat(40), &"ab-".repeat(27)[..80]),
            ("", "-"),
        ] {
            assert_eq!(Slug::of(title).as_str(), slug, "{title}");
        }
        assert_eq!(Slug::of("é ن").encoded(), "e-%D9%86");
    }

    proptest! {
        #[test]
        fn a_slug_is_its_own_slug_and_never_empty(title in ".{0,200}") {
            let slug = Slug::of(&title);
            prop_assert!(!slug.as_str().is_empty());
            prop_assert!(slug.encoded().bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'%'));
        }
    }
}
