//! Looking through one's own lists: a few words, in any order, each of which must stand in the title or in the name of
//! an author. The lists are short, so they are read through; the shop's search is another matter.

use kernel::fold;

/// A pattern that nothing folded is like.
const NOWHERE: &str = "/";
/// How many words are minded.
const WORDS: usize = 3;

/// The patterns of a query's longest words; `None` asks for nothing. A query without a letter or a digit is found nowhere.
pub fn patterns(q: &str) -> [Option<String>; WORDS] {
    let folded = fold(q);
    let mut words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
    // What is folded has letters and digits only, so nothing in it means anything to `like`.
    let mut patterns = std::array::from_fn(|at| words.get(at).map(|word| format!("%{word}%")));
    if words.is_empty() && !q.trim().is_empty() {
        patterns[0] = Some(NOWHERE.to_owned());
    }
    patterns
}

/// The condition that the book `b` has the words of [`patterns`](crate::matching::patterns), which are the arguments `$4`, `$5`
/// and `$6`.
#[macro_export]
macro_rules! book_matches {
    () => {
        concat!(
            $crate::book_matches!("$4"),
            " and ",
            $crate::book_matches!("$5"),
            " and ",
            $crate::book_matches!("$6")
        )
    };
    ($pattern:literal) => {
        concat!(
            "(cast(",
            $pattern,
            " as text) is null or b.folded_title like ",
            $pattern,
            " or exists (select 1 from book_authors ba join authors a on a.id = ba.author_id
                         where ba.book_id = b.id and ba.role = 'aut' and a.folded_name like ",
            $pattern,
            "))"
        )
    };
}
#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_words_are_looked_for() {
        let found = patterns("  L’Île du Docteur Moreau ");
        assert_eq!(found, [Some("%docteur%".into()), Some("%moreau%".into()), Some("%lile%".into())]);
        assert_eq!(patterns(" "), [None, None, None]);
        assert_eq!(patterns("%_"), [Some(NOWHERE.into()), None, None]);
    }
}
