//! What somebody looks for: the text in the forms by which it is compared.

use crate::names;
use crate::schema::TITLE_LETTERS;
use crate::words::{WORDS_MOST, Word, joined, words};

/// A text that somebody looks for.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    pub(crate) words: Vec<Word>,
    /// All its letters.
    pub(crate) joined: String,
    /// As a title that is remembered with or without an article.
    pub(crate) remembered: Vec<String>,
    /// A number by which one thing is meant, or its beginning.
    pub(crate) code: Option<String>,
    pub(crate) letters: Vec<char>,
}

impl Asked {
    pub(crate) fn new(text: &str) -> Self {
        let mut words = names::with_initials_as_one(words(text));
        words.truncate(WORDS_MOST);
        let joined: String = joined(text).chars().take(TITLE_LETTERS).collect();
        let letters = joined.chars().collect();
        let mut remembered = names::remembered(text);
        remembered.push(joined.clone());
        Self { words, code: code(text), letters, joined, remembered }
    }

    /// The words that a document should have: all but the small ones, if there are others.
    pub(crate) fn wanted(&self) -> Vec<(usize, &Word)> {
        let all = || self.words.iter().enumerate();
        let told: Vec<_> = all().filter(|(_, word)| !word.is_small()).collect();
        if told.is_empty() { all().collect() } else { told }
    }
}

/// The digits of something that looks like an ISBN or the beginning of one.
fn code(text: &str) -> Option<String> {
    let folded = crate::fold::fold(text);
    let typed: String = folded.chars().filter(|c| *c != ' ').collect();
    let digits = without_label(&typed).to_owned();
    let body = digits.strip_suffix('x').unwrap_or(&digits);
    ((5..=13).contains(&digits.len()) && body.bytes().all(|b| b.is_ascii_digit())).then_some(digits)
}

/// A number without `ISBN`, `ISBN-10` or `ISBN-13` before it.
fn without_label(typed: &str) -> &str {
    let Some(number) = typed.strip_prefix("isbn") else { return typed };
    let of = |label: &str, long: usize| number.strip_prefix(label).filter(|rest| rest.len() == long);
    of("13", 13).or_else(|| of("10", 10)).unwrap_or(number)
}
