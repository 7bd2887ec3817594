//! How well the search forgives: a list of books, queries made from it with errors, and how many find their book.
//! The same seed makes the same queries.

use std::fmt::Write as _;

use catalogue::NewBook;
use kernel::Random;
use search::{Document, Index, Kind, Request};

/// Queries of each sort.
const QUERIES: usize = 500;
/// Titles so long may have two errors.
const LONG: usize = 10;
/// The seed of the report.
const SEED: u64 = 4;
/// The kind of the books of the list.
const BOOK: Kind = Kind(0);

/// What is asked of the search, and how often it should succeed.
struct Trial {
    name: &'static str,
    /// Of a thousand queries, how many should find their book.
    wanted: usize,
    /// Among how many of the first hits the book should be.
    within: usize,
    query: fn(&Chance, &NewBook) -> Option<String>,
}

const TRIALS: [Trial; 5] = [
    Trial { name: "the title as it is", wanted: 990, within: 3, query: |_, book| Some(book.title.clone()) },
    Trial {
        name: "the title with one error",
        wanted: 990,
        within: 3,
        query: |chance, book| chance.mistyped(&book.title),
    },
    Trial { name: "a title over 10 letters with two errors", wanted: 970, within: 3, query: two_errors },
    Trial {
        name: "the author with one error, and a word of the title",
        wanted: 970,
        within: 3,
        query: author_and_word,
    },
    Trial {
        name: "four letters of the title, and the author",
        wanted: 970,
        within: 5,
        query: letters_and_author,
    },
];

/// The report on a list of books: a line for each sort of query. `Err` holds it where a figure is too low.
pub fn report(books: &[NewBook]) -> Result<Result<String, String>, search::Error> {
    let index = index(books)?;
    let (mut told, mut good) = (String::new(), true);
    for trial in &TRIALS {
        let missed = missed(&index, books, trial)?;
        let share = 1_000 - 1_000 * missed.len() / QUERIES.min(books.len()).max(1);
        let verdict = if share >= trial.wanted { "" } else { "  too low" };
        good &= share >= trial.wanted;
        // Writing to a string cannot fail.
        let _ = writeln!(
            told,
            "{}.{} %  of {}: in the first {} (wanted {}.{} %){verdict}",
            share / 10,
            share % 10,
            trial.name,
            trial.within,
            trial.wanted / 10,
            trial.wanted % 10
        );
        for (query, title) in missed {
            let _ = writeln!(told, "         missed {title:?} by {query:?}");
        }
    }
    Ok(if good { Ok(told) } else { Err(told) })
}

fn index(books: &[NewBook]) -> Result<Index, search::Error> {
    let index = Index::in_memory()?;
    let mut writer = index.writer()?;
    for (id, book) in (0..).zip(books) {
        let aside = [&book.subtitle, &book.publisher].into_iter().flatten().cloned();
        let document = Document {
            id,
            titles: vec![book.title.clone()],
            people: book.contributors.iter().map(|person| person.name.clone()).collect(),
            aside: aside.chain(book.series.iter().map(|series| series.0.clone())).collect(),
            body: book.description.clone(),
            codes: book.isbn.iter().map(ToString::to_string).collect(),
            ..Document::default()
        };
        writer.add(BOOK, &document)?;
    }
    writer.commit("")?;
    Ok(index)
}

/// The queries of a trial that did not find their book, with its title.
fn missed<'b>(
    index: &Index,
    books: &'b [NewBook],
    trial: &Trial,
) -> Result<Vec<(String, &'b str)>, search::Error> {
    let chance = Chance(Random::seeded(SEED));
    let (mut missed, mut asked) = (Vec::new(), 0);
    for place in chance.shuffled(books.len()) {
        let book = &books[place];
        let Some(query) = (trial.query)(&chance, book) else { continue };
        if asked == QUERIES {
            break;
        }
        asked += 1;
        let answer = index.search(&Request::best(&query, BOOK, trial.within))?;
        // Another book of the same title is what was looked for as well.
        let same = |id: u64| {
            let found = usize::try_from(id).ok().and_then(|id| books.get(id));
            found.is_some_and(|found| kernel::fold(&found.title) == kernel::fold(&book.title))
        };
        if !answer.hits.iter().any(|hit| same(hit.place.id)) {
            missed.push((query, book.title.as_str()));
        }
    }
    Ok(missed)
}

fn two_errors(chance: &Chance, book: &NewBook) -> Option<String> {
    let long = book.title.chars().filter(|c| c.is_alphanumeric()).count() > LONG;
    long.then(|| chance.mistyped(&book.title)).flatten().and_then(|once| chance.mistyped(&once))
}

fn author_and_word(chance: &Chance, book: &NewBook) -> Option<String> {
    let author = chance.mistyped(&book.contributors.first()?.name)?;
    // A word that says something, where there is one: nobody remembers the article.
    let words: Vec<&str> = book.title.split_whitespace().collect();
    let telling: Vec<&str> = words.iter().copied().filter(|word| word.chars().count() > 3).collect();
    let words = if telling.is_empty() { words } else { telling };
    Some(format!("{author} {}", words.get(chance.below(words.len()))?))
}

fn letters_and_author(_: &Chance, book: &NewBook) -> Option<String> {
    let letters: String = book.title.chars().filter(|c| c.is_alphanumeric()).take(4).collect();
    (!letters.is_empty()).then_some(())?;
    Some(format!("{letters} {}", book.contributors.first()?.name))
}

/// Chance, as typing errors need it.
struct Chance(Random);

impl Chance {
    /// A number below `limit`; 0 where that is 0.
    fn below(&self, limit: usize) -> usize {
        let number = u64::from_le_bytes(self.0.bytes());
        usize::try_from(number % u64::try_from(limit).unwrap_or(1).max(1)).unwrap_or_default()
    }

    fn shuffled(&self, count: usize) -> Vec<usize> {
        let mut places: Vec<usize> = (0..count).collect();
        for last in (1..count).rev() {
            places.swap(last, self.below(last + 1));
        }
        places
    }

    /// The text with one error that is not in its first letter: two letters exchanged, one wrong, missing or added.
    /// `None` for a text that is too short for one.
    fn mistyped(&self, text: &str) -> Option<String> {
        let letters: Vec<char> = text.chars().collect();
        (letters.len() > 1).then_some(())?;
        // What is typed instead is of the title's own alphabet.
        let alphabet: Vec<char> = if text.is_ascii() {
            ('a'..='z').collect()
        } else {
            letters.iter().copied().filter(|c| c.is_alphabetic()).collect()
        };
        for _ in 0..100 {
            let mut wrong = letters.clone();
            let place = 1 + self.below(letters.len() - 1);
            let letter = alphabet.get(self.below(alphabet.len())).copied().unwrap_or('a');
            match self.below(4) {
                0 if place + 1 < wrong.len() => wrong.swap(place, place + 1),
                1 => wrong[place] = letter,
                2 => drop(wrong.remove(place)),
                3 => wrong.insert(place, letter),
                _ => continue,
            }
            if wrong != letters {
                return Some(wrong.into_iter().collect());
            }
        }
        None
    }
}
