//! Names that may mean the same: by which likenesses they are found, and what is told of two of them.

use std::collections::BTreeSet;

use kernel::fold;

use crate::text_enum::text_enum;

text_enum! {
    /// In what two names are alike.
    pub enum Likeness {
        /// The same letters, or one is known as the other's other name.
        Same = "same",
        /// The same words in another order: “Camus, Albert”.
        Order = "order",
        /// One has initials for words of the other: “A. Camus”.
        Initials = "initials",
        /// One letter is another, or missing.
        Letter = "letter",
    }
}

/// Below so many letters one letter makes another name.
const LONG: usize = 8;
/// What is longer is no name that anybody mistypes.
const LONGEST: usize = 80;
/// A word of so many letters is no initial.
const WORD: usize = 3;
/// Names of more words have no initials.
const WORDS_MOST: usize = 5;

fn words(name: &str) -> Vec<String> {
    fold(name).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn sorted(words: &[String]) -> Vec<&str> {
    let mut sorted: Vec<&str> = words.iter().map(String::as_str).collect();
    sorted.sort_unstable();
    sorted
}

/// By what a name is found together with those that are like it: two that are alike have one of these in common.
pub(super) fn likenesses(name: &str) -> BTreeSet<String> {
    let words = words(name);
    let letters: Vec<char> = words.concat().chars().collect();
    let mut all = BTreeSet::new();
    if letters.is_empty() || letters.len() > LONGEST {
        return all;
    }
    all.insert(format!("={}", words.concat()));
    all.insert(format!("={}", sorted(&words).concat()));
    if (2..=WORDS_MOST).contains(&words.len()) {
        for (at, word) in words.iter().enumerate().filter(|(_, word)| word.chars().count() >= WORD) {
            let others = words.iter().enumerate().filter(|(other, _)| *other != at);
            let mut initials: Vec<char> = others.filter_map(|(_, word)| word.chars().next()).collect();
            initials.sort_unstable();
            all.insert(format!("{word} {}", initials.iter().collect::<String>()));
        }
    }
    if letters.len() >= LONG {
        // One letter is in one half: the other half is the same, and of one of these lengths in both names.
        let half = letters.len() / 2;
        for length in [half, half - 1] {
            all.insert(format!("^{}", letters[..length].iter().collect::<String>()));
            all.insert(format!("${}", letters[letters.len() - length..].iter().collect::<String>()));
        }
    }
    all
}

/// In what two names are alike, if at all.
pub(super) fn alike(one: &str, other: &str) -> Option<Likeness> {
    let (one, other) = (words(one), words(other));
    let (letters, others) = (one.concat(), other.concat());
    if letters.is_empty() || others.is_empty() {
        return None;
    }
    if letters == others {
        return Some(Likeness::Same);
    }
    if sorted(&one).concat() == sorted(&other).concat() {
        return Some(Likeness::Order);
    }
    if have_initials(&one, &other) {
        return Some(Likeness::Initials);
    }
    is_one_letter_off(&letters, &others).then_some(Likeness::Letter)
}

/// Whether each word of the one stands for a word of the other, some of them by their first letter, one at least in full.
fn have_initials(one: &[String], other: &[String]) -> bool {
    if one.len() != other.len() || !(2..=WORDS_MOST).contains(&one.len()) {
        return false;
    }
    let turned = |by: usize| one.iter().cycle().skip(by).take(one.len());
    // The family name stands first or last.
    [0, 1, one.len() - 1].into_iter().any(|by| {
        let mut in_full = 0;
        let mut short = 0;
        let fits = turned(by).zip(other).all(|(a, b)| {
            if a == b {
                in_full += usize::from(a.chars().count() >= WORD);
                return true;
            }
            short += 1;
            is_initial(a, b) || is_initial(b, a)
        });
        fits && in_full > 0 && short > 0
    })
}

fn is_initial(short: &str, word: &str) -> bool {
    short.chars().count() == 1 && short.chars().all(char::is_alphabetic) && word.starts_with(short)
}

/// Whether one letter of a long name is another, or missing. Digits tell one thing from another: *Volume 1*, *Volume 2*.
fn is_one_letter_off(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let (short, long) = if one.len() <= other.len() { (&one, &other) } else { (&other, &one) };
    if short.len() < LONG || long.len() - short.len() > 1 || long.len() > LONGEST {
        return false;
    }
    let same = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let rest = if short.len() == long.len() { same + 1 } else { same };
    let letter = long[same];
    let was = short.get(same).filter(|_| short.len() == long.len());
    let is_digit = letter.is_numeric() || was.is_some_and(|was| was.is_numeric());
    !is_digit && short.get(rest..) == long.get(same + 1..)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_people_may_take_for_the_same_is_told_with_its_reason() {
        for (one, other, reason) in [
            ("J.K. Rowling", "JK Rowling", Some(Likeness::Same)),
            ("Camus, Albert", "Albert Camus", Some(Likeness::Order)),
            ("محفوظ، نجيب", "نجيب محفوظ", Some(Likeness::Order)),
            ("A. Camus", "Albert Camus", Some(Likeness::Initials)),
            ("Camus, A.", "Albert Camus", Some(Likeness::Initials)),
            ("J. M. Coetzee", "John Maxwell Coetzee", Some(Likeness::Initials)),
            ("Rachid Boudjedra", "Rachid Boudjdra", Some(Likeness::Letter)),
            ("Yasmina Khadra", "Yasmine Khadra", Some(Likeness::Letter)),
            ("Anne Camus", "Albert Camus", None),
            ("A. B.", "Anne Bell", None),
            ("Amine", "Amina", None),
            ("Collection 2019", "Collection 2018", None),
            ("Collection 1", "Collection 12", None),
            ("!!!", "???", None),
        ] {
            assert_eq!(alike(one, other), reason, "{one} / {other}");
            assert_eq!(alike(other, one), reason, "{other} / {one}");
        }
    }

    proptest! {
        #[test]
        fn two_that_are_alike_have_a_likeness_in_common(
            name in "[a-cé]{1,9}( [a-c]{1,7}){0,3}",
            letter in "[a-c]?",
            at in 0_usize..20,
            gone in 0_usize..2,
            turn in 0_usize..4,
        ) {
            let mut letters: Vec<char> = name.chars().collect();
            let at = at % letters.len();
            letters.splice(at..(at + gone).min(letters.len()), letter.chars());
            let changed: String = letters.into_iter().collect();
            let mut words: Vec<&str> = name.split(' ').collect();
            let by = turn % words.len();
            words.rotate_left(by);
            let initial: String = words[0].chars().take(1).collect();
            let short = [&[initial.as_str()], &words[1..]].concat().join(" ");
            for other in [changed, words.join(" "), short] {
                if alike(&name, &other).is_some() {
                    prop_assert!(!likenesses(&name).is_disjoint(&likenesses(&other)), "{} / {}", name, other);
                }
            }
        }
    }
}
