//! A text as words: French elision and the Arabic article taken apart, light stems, and what to leave unasked for.

use crate::fold::fold;

/// Words of a query that are read; the rest is a paste.
pub(crate) const WORDS_MOST: usize = 24;
/// Letters of a word that are read.
const LETTERS_MOST: usize = 40;

/// A word in the forms it can be found by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    /// As it is written, folded; in Arabic with its article.
    pub(crate) exact: String,
    /// What is left without endings and article.
    pub(crate) stem: String,
}

impl Word {
    /// A word as it is written, folded.
    pub(crate) fn new(exact: &str) -> Self {
        let exact: String = exact.chars().take(LETTERS_MOST).collect();
        let stem = stem(&exact);
        Self { exact, stem }
    }

    /// How many letters it has.
    pub(crate) fn len(&self) -> usize {
        self.exact.chars().count()
    }

    /// Whether it says so little that a title need not have it.
    pub(crate) fn is_small(&self) -> bool {
        SMALL.contains(&self.exact.as_str())
    }
}

/// Words that nobody means alone: articles, prepositions, conjunctions. Folded.
#[rustfmt::skip]
const SMALL: &[&str] = &[
    "a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with",
    "au", "aux", "avec", "ce", "ces", "d", "dans", "de", "des", "du", "en", "et", "l", "la", "le", "les", "ou", "par",
    "pour", "qu", "que", "sur", "un", "une",
    "عن", "علي", "في", "من", "الي", "او", "و", "ان", "ما", "لا", "يا",
];

/// What French leaves of a small word before a vowel.
const ELIDED: &[&str] =
    &["l", "d", "j", "n", "m", "t", "s", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"];

/// The words of a text.
pub(crate) fn words(text: &str) -> Vec<Word> {
    let folded = fold(text);
    folded.split(' ').filter_map(spoken).map(|word| Word::new(&word)).collect()
}

/// A word without its elision and its apostrophes; `None` where nothing is left.
fn spoken(word: &str) -> Option<String> {
    let word = word.trim_matches('\'');
    let word = match word.split_once('\'') {
        Some((small, rest)) if ELIDED.contains(&small) && !rest.is_empty() => rest,
        _ => word,
    };
    let word = word.replace('\'', "");
    (!word.is_empty()).then_some(word)
}

/// All letters and digits of a text in one: what a title is compared by whatever its spaces.
pub(crate) fn joined(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// What the forms of a word have in common, as far as that can be said without a dictionary.
fn stem(word: &str) -> String {
    if word.chars().any(|c| ('\u{600}'..='\u{6ff}').contains(&c)) { arabic(word) } else { latin(word) }
}

/// Plurals and the mute endings that English and French share.
fn latin(word: &str) -> String {
    let mut stem = word.to_owned();
    let long = |stem: &str| stem.len() > 3 && stem.is_ascii();
    if !long(&stem) {
        return stem;
    }
    if stem.len() > 4 && stem.ends_with("aux") {
        stem.truncate(stem.len() - 3);
        stem.push_str("al");
    }
    for ending in ["s", "x", "e"] {
        if long(&stem) && stem.ends_with(ending) {
            stem.truncate(stem.len() - 1);
        }
    }
    if long(&stem) && stem.ends_with('y') {
        stem.truncate(stem.len() - 1);
        stem.push('i');
    }
    stem
}

/// Without article, the conjunction before it, and the endings of gender and number.
fn arabic(word: &str) -> String {
    let mut stem = without_article(word);
    // Twice: the plural of an adjective has two.
    for _ in 0..2 {
        let endings = ["هما", "تها", "ات", "ون", "ين", "ان", "ها", "ه", "ي"];
        let cut = endings.iter().find_map(|ending| stem.strip_suffix(ending));
        stem = cut.filter(|rest| rest.chars().count() >= 3).unwrap_or(stem);
    }
    stem.to_owned()
}

/// The word without `ال`, alone or behind a conjunction or preposition.
fn without_article(word: &str) -> &str {
    let articles = ["وبال", "وال", "فال", "بال", "كال", "ولل", "لل", "ال"];
    let bare = articles.iter().find_map(|article| word.strip_prefix(article));
    let bare = bare.filter(|rest| rest.chars().count() >= 2);
    // “And” is written as a part of the word that follows; short words begin with its letter themselves.
    let after_and = || word.strip_prefix('و').filter(|rest| rest.chars().count() >= 4);
    bare.or_else(after_and).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn exact(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.exact).collect()
    }

    #[test]
    fn elided_words_and_apostrophes_are_taken_apart() {
        assert_eq!(exact("L’Étranger d'aujourd’hui"), ["etranger", "aujourdhui"]);
        assert_eq!(exact("Qu'est-ce? O'Brien's"), ["est", "ce", "obriens"]);
        assert_eq!(exact("' '' l'"), ["l"]);
    }

    #[test]
    fn forms_of_a_word_have_one_stem() {
        for (a, b) in [
            ("cities", "city"),
            ("animaux", "animal"),
            ("petites", "petit"),
            ("الروايات", "رواية"),
            ("والكتاب", "كتاب"),
            ("للأطفال", "الأطفال"),
            ("بالعربية", "عربي"),
        ] {
            assert_eq!(words(a)[0].stem, words(b)[0].stem, "{a} / {b}");
        }
        assert_ne!(words("الله")[0].stem, "");
    }

    proptest! {
        #[test]
        fn any_text_has_words_without_spaces(text in "\\PC{0,80}") {
            for word in words(&text) {
                prop_assert!(!word.exact.is_empty() && !word.exact.contains(' ') && !word.stem.is_empty());
            }
        }
    }
}
