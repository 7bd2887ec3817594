//! Names of the languages that books are written in.

use kernel::Language;

use crate::Locale;

mod names {
    #![expect(
        clippy::pedantic,
        dead_code,
        unreachable_pub,
        reason = "generated: names are looked up by key alone"
    )]
    include!(concat!(env!("OUT_DIR"), "/languages.rs"));
}

/// `French`, `français`, `الفرنسية`. A language without a name here is called by its tag; `und` is “unknown
/// language”.
pub fn language_name(l: Locale, language: &Language) -> String {
    let tag = language.as_str();
    names::get(l, &format!("language-{tag}")).unwrap_or(tag).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(tag: &str) -> [String; 3] {
        Locale::ALL.map(|l| language_name(l, &tag.parse().unwrap()))
    }

    #[test]
    fn the_languages_of_the_shelves_have_names() {
        assert_eq!(named("ar"), ["Arabic", "arabe", "العربية"]);
        assert_eq!(named("fr"), ["French", "français", "الفرنسية"]);
        assert_eq!(named("ja"), ["Japanese", "japonais", "اليابانية"]);
        assert_eq!(named("kab"), ["Kabyle", "kabyle", "القبائلية"]);
        assert_eq!(named("und"), ["Unknown language", "langue inconnue", "لغة غير معروفة"]);
    }

    #[test]
    fn a_language_without_a_name_is_called_by_its_tag() {
        assert_eq!(named("qqq"), ["qqq", "qqq", "qqq"]);
    }
}
