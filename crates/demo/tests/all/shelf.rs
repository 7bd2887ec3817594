//! What the books say about themselves.

use std::collections::{BTreeMap, BTreeSet};

use demo::{books, genres};

#[test]
fn there_are_enough_books_in_every_language() {
    let mut languages: BTreeMap<&str, usize> = BTreeMap::new();
    for book in books() {
        *languages.entry(book.language.as_str()).or_default() += 1;
    }
    assert!(books().len() >= 44, "{}", books().len());
    assert!(languages["ar"] >= 16 && languages["fr"] >= 16 && languages["en"] >= 12, "{languages:?}");
    assert_eq!(languages["ja"], 1);
}

#[test]
fn no_slug_title_or_number_comes_twice() {
    let slugs: BTreeSet<&str> = books().iter().map(|book| book.slug).collect();
    let titles: BTreeSet<&str> = books().iter().map(|book| book.title.as_str()).collect();
    let isbns: BTreeSet<&str> =
        books().iter().filter_map(|book| book.isbn.as_ref()).map(kernel::Isbn::as_str).collect();
    let numbered = books().iter().filter(|book| book.isbn.is_some()).count();
    assert_eq!((slugs.len(), titles.len(), isbns.len()), (books().len(), books().len(), numbered));
    assert_eq!(books().len() - numbered, 2, "a book may be without a number, and two are");
}

#[test]
fn every_number_lies_in_the_block_that_is_nobodys() {
    for isbn in books().iter().filter_map(|book| book.isbn.as_ref()) {
        assert!(isbn.as_str().starts_with("9789931999"), "{isbn}");
    }
}

#[test]
fn every_genre_has_words_in_three_languages_and_a_book() {
    for genre in genres() {
        for words in [&genre.en, &genre.fr, &genre.ar] {
            assert!(!words.name.is_empty() && words.description.len() > 20, "{}", genre.slug);
        }
        assert!(
            genre.ar.name.chars().any(|letter| ('\u{600}'..='\u{6ff}').contains(&letter)),
            "{}",
            genre.slug
        );
        assert!(books().iter().any(|book| book.genres.contains(&genre)), "{} is empty", genre.slug);
    }
    assert!(genres().len() >= 14);
}

#[test]
fn every_author_and_publisher_has_a_book() {
    for author in demo::authors() {
        assert!(books().iter().any(|book| book.authors.contains(&author)), "{}", author.slug);
    }
    for publisher in demo::publishers() {
        assert!(books().iter().any(|book| book.publisher == publisher), "{}", publisher.slug);
    }
}

#[test]
fn a_series_counts_from_one_without_gaps() {
    for series in demo::series() {
        let places = books().iter().filter_map(|book| book.series).filter(|place| place.series == series);
        let numbers: BTreeSet<u16> = places.map(|place| place.number).collect();
        let wanted: BTreeSet<u16> = (1..=u16::try_from(numbers.len()).unwrap()).collect();
        assert_eq!(numbers, wanted, "{}", series.name);
        assert!(numbers.len() >= 2, "{}", series.name);
    }
}

#[test]
fn prices_are_whole_dinars_and_some_books_are_free() {
    let free = books().iter().filter(|book| book.price.is_zero()).count();
    assert!((8..=14).contains(&free), "{free} are free");
    for book in books() {
        assert_eq!(book.price.amount % 100, 0, "{}", book.slug);
        assert!((0..=240_000).contains(&book.price.amount), "{}", book.slug);
    }
}

#[test]
fn descriptions_are_paragraphs_and_pages_a_range() {
    for book in books() {
        let paragraphs = book.description.split("\n\n").count();
        assert!((1..=3).contains(&paragraphs) && book.description.len() > 120, "{}", book.slug);
        assert!(book.page_count.min >= 1 && book.page_count.min <= book.page_count.max, "{}", book.slug);
        assert_eq!(book.release_date.len(), "2024-01-31".len(), "{}", book.slug);
        assert!(book.formats.epub || book.formats.pdf, "{}", book.slug);
    }
    assert!(books().iter().filter(|book| book.formats.epub && book.formats.pdf).count() >= 8);
}

#[test]
fn french_is_set_with_its_spaces() {
    for book in books().iter().filter(|book| book.language.as_str() == "fr") {
        for sign in [" :", " ;", " !", " ?", " »", "« "] {
            assert!(!book.description.contains(sign), "{}: a plain space at {sign:?}", book.slug);
        }
        assert!(!book.title.contains('\''), "{}", book.title);
    }
}
