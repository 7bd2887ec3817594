//! Names and titles as people shorten them: initials run together, spaces left out, articles and additions dropped.

use crate::fold::fold;
use crate::sound::{self, Script};
use crate::words::{Word, joined};

/// Initials in a row; more is no name.
const INITIALS_MOST: usize = 5;
/// Words of a name that is compared by its sound.
const NAME_WORDS: usize = 6;
/// What a title may be typed without.
const ARTICLES: &[&str] = &["the", "a", "an", "le", "la", "les", "un", "une"];

/// How many words from `start` on are single letters: `J. R. R.`
fn run(words: &[Word], start: usize) -> usize {
    let single = |word: &&Word| word.len() == 1 && word.exact.chars().all(char::is_alphabetic);
    words[start..].iter().take_while(single).take(INITIALS_MOST).count()
}

/// Some words read as one.
pub(crate) fn as_one(words: &[Word]) -> Word {
    Word::new(&words.iter().map(|word| word.exact.as_str()).collect::<String>())
}

/// The initials among some words, each row of them and each part of a row as one word.
pub(crate) fn initials(words: &[Word]) -> Vec<Word> {
    let starts = (0..words.len()).map(|start| (start, run(words, start)));
    starts
        .flat_map(|(start, count)| (2..=count).map(move |count| as_one(&words[start..start + count])))
        .collect()
}

/// The words with each row of initials as one.
pub(crate) fn with_initials_as_one(words: Vec<Word>) -> Vec<Word> {
    let mut all = Vec::with_capacity(words.len());
    let mut at = 0;
    while at < words.len() {
        let count = run(&words, at).max(1);
        all.push(if count > 1 { as_one(&words[at..at + count]) } else { words[at].clone() });
        at += count;
    }
    all
}

/// Neighbours as one word: `Le Guin` is typed `leguin`.
pub(crate) fn pairs(words: &[Word]) -> impl Iterator<Item = Word> + '_ {
    words.windows(2).map(as_one)
}

/// How a whole name sounds, where all of it is of one script: short words say too little alone.
pub(crate) fn sound(words: &[Word]) -> Option<(Script, String)> {
    let script = Script::of(&words.first()?.exact)?;
    let is_name = (2..=NAME_WORDS).contains(&words.len());
    let is_of_one = words.iter().all(|word| Script::of(&word.exact) == Some(script));
    (is_name && is_of_one).then_some(())?;
    let key: String = words.iter().map(|word| sound::consonants(&word.exact)).collect();
    (key.len() >= sound::SHORTEST).then_some((script, key))
}

/// A title as people remember it, without spaces: without a leading article, without what closes it in parentheses, or
/// without both.
pub(crate) fn remembered(title: &str) -> Vec<String> {
    let bare =
        title.trim_end().strip_suffix(')').and_then(|rest| rest.rsplit_once('(')).map_or(title, |it| it.0);
    let whole = joined(title);
    let mut all = vec![joined(bare), without_article(title), without_article(bare)];
    all.sort_unstable();
    all.dedup();
    all.retain(|one| !one.is_empty() && *one != whole);
    all
}

fn without_article(title: &str) -> String {
    let folded = fold(title);
    let text = folded.trim_start();
    let rest = text.split_once(' ').filter(|(first, _)| ARTICLES.contains(first)).map(|it| it.1);
    joined(rest.or_else(|| text.strip_prefix("l'")).unwrap_or(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::words;

    #[test]
    fn a_title_is_remembered_without_its_article_and_what_closes_it() {
        assert_eq!(remembered("The Little Prince"), ["littleprince"]);
        assert_eq!(remembered("L’Étranger"), ["etranger"]);
        assert_eq!(
            remembered("The Hobbit (Middle Earth, #0)"),
            ["hobbit", "hobbitmiddleearth0", "thehobbit"]
        );
        assert!(remembered("Dune").is_empty());
        assert!(remembered("(Untitled)").is_empty());
    }

    #[test]
    fn initials_are_one_word_and_every_part_of_it() {
        let of = |text: &str| initials(&words(text)).into_iter().map(|word| word.exact).collect::<Vec<_>>();
        assert_eq!(of("J. R. R. Tolkien"), ["jr", "jrr", "rr"]);
        assert!(of("F. Scott Fitzgerald").is_empty());
        let joined = with_initials_as_one(words("george r.r. martin"));
        assert_eq!(joined.into_iter().map(|word| word.exact).collect::<Vec<_>>(), ["george", "rr", "martin"]);
    }

    #[test]
    fn a_name_of_short_words_has_one_sound_in_both_scripts() {
        for (latin, arabic) in [("Samir Ben Ali", "سمير بن علي"), ("Lina Haddad", "لينا حداد")]
        {
            let key = |text: &str| sound(&words(text)).unwrap().1;
            assert_eq!(key(latin), key(arabic), "{latin} / {arabic}");
        }
    }
}
