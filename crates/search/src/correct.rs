//! What somebody probably meant: the words of what was found in place of those that are nowhere.

use crate::asked::Asked;
use crate::distance::{errors, forgiven};
use crate::schema::Shown;
use crate::words::{Word, joined};

/// Letters of the shortest word that is corrected.
const SURE: usize = 4;

/// The text with its errors undone, where it differs from what was typed.
pub(crate) fn corrected(asked: &Asked, shown: &Shown) -> Option<String> {
    let typed: Vec<char> = asked.joined.chars().collect();
    if !asked.words.iter().any(may_be_wrong) {
        return None;
    }
    for title in &shown.titles {
        let meant: Vec<char> = joined(title).chars().collect();
        let found = errors(&typed, &meant).whole;
        if found > 0 && found <= forgiven(typed.len()) {
            return Some(title.clone());
        }
    }
    let there: Vec<(Vec<char>, &str)> =
        shown.titles.iter().chain(&shown.people).flat_map(|text| spoken(text)).collect();
    let mut changed = false;
    let said: Vec<String> = asked
        .words
        .iter()
        .map(|word| {
            let letters: Vec<char> = word.exact.chars().collect();
            let nearest = there
                .iter()
                .map(|(other, text)| (errors(&letters, other).whole, *text))
                .min_by_key(|one| one.0);
            match nearest {
                Some((found, text))
                    if found > 0 && may_be_wrong(word) && found <= forgiven(letters.len()) =>
                {
                    changed = true;
                    text.to_owned()
                }
                Some((0, text)) => text.to_owned(),
                _ => word.exact.clone(),
            }
        })
        .collect();
    changed.then(|| said.join(" "))
}

/// Whether a word can be mistyped so that it is known what is meant: of few letters or digits, everything is near.
fn may_be_wrong(word: &Word) -> bool {
    word.len() >= SURE && !word.exact.chars().any(char::is_numeric)
}

/// The words of a text, folded and as written.
fn spoken(text: &str) -> Vec<(Vec<char>, &str)> {
    text.split_whitespace()
        .map(|part| (joined(part).chars().collect(), part.trim_matches(|c: char| !c.is_alphanumeric())))
        .filter(|(letters, _): &(Vec<char>, _)| !letters.is_empty())
        .collect()
}
