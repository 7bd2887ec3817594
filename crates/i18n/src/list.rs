//! Lists inside a sentence.

use crate::{Locale, message::push_text};

/// `A, B and C`, `A, B et C`, `A وB وC`. The items are isolated, since names come in both directions; a page that
/// links each name joins them itself.
pub fn list_and(l: Locale, items: &[impl AsRef<str>]) -> String {
    let mut text = String::new();
    for (index, item) in items.iter().enumerate() {
        let last = index + 1 == items.len();
        text.push_str(match (index, l) {
            (0, _) => "",
            (_, Locale::En) if last => " and ",
            (_, Locale::Fr) if last => " et ",
            (_, Locale::En | Locale::Fr) => ", ",
            // Arabic repeats its “and”, which is written as part of the word after it.
            (_, Locale::Ar) => " و",
        });
        push_text(&mut text, item.as_ref());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(l: Locale, items: &[&str]) -> String {
        list_and(l, items).replace(['\u{2068}', '\u{2069}'], "")
    }

    #[test]
    fn items_are_joined_as_each_language_does() {
        let three = ["Leïla", "Kateb", "Assia"];
        assert_eq!(plain(Locale::En, &three), "Leïla, Kateb and Assia");
        assert_eq!(plain(Locale::Fr, &three), "Leïla, Kateb et Assia");
        assert_eq!(plain(Locale::Ar, &["ليلى", "كاتب", "آسيا"]), "ليلى وكاتب وآسيا");
        assert_eq!(plain(Locale::En, &three[..2]), "Leïla and Kateb");
        assert_eq!(list_and(Locale::En, &["Leïla"]), "\u{2068}Leïla\u{2069}");
        assert_eq!(list_and(Locale::En, &[""; 0]), "");
    }
}
