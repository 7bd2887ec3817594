//! The EPUBs, as the shop will read them.

use std::io::Write as _;

use demo::books;
use publication::epub::{Direction, Layout, Publication, WritingMode, ingest};
use publication::{Kind, Limits, sniff_bytes};

use crate::{book, epub_bytes};

fn open(slug: &str) -> Publication {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(&epub_bytes(book(slug))).unwrap();
    ingest(file.path(), &mut std::io::sink(), &Limits::default()).unwrap_or_else(|no| panic!("{slug}: {no}"))
}

#[test]
fn every_book_goes_in_with_its_facts_and_without_a_warning() {
    for book in books().iter().filter(|book| book.formats.epub) {
        let read = open(book.slug);
        assert_eq!(read.warnings, [], "{}", book.slug);
        assert_eq!(read.metadata.title, book.title);
        assert_eq!(read.metadata.subtitle, book.subtitle, "{}", book.slug);
        let names: Vec<&str> = read.metadata.authors.iter().map(|author| author.name.as_str()).collect();
        assert_eq!(names, book.authors.iter().map(|author| author.name.as_str()).collect::<Vec<_>>());
        assert_eq!(read.metadata.isbn, book.isbn, "{}", book.slug);
        assert_eq!(read.metadata.language, Some(book.language), "{}", book.slug);
        assert_eq!(read.metadata.publisher.as_deref(), Some(book.publisher.name.as_str()));
        let series = read.metadata.series.map(|series| (series.name, series.position));
        assert_eq!(
            series,
            book.series.map(|place| (place.series.name.clone(), Some(f64::from(place.number))))
        );
        assert!(!read.toc.is_empty() && !read.metadata.accessibility.features.is_empty(), "{}", book.slug);
    }
}

#[test]
fn some_books_bring_their_cover_and_the_shop_draws_the_others() {
    let with_cover =
        books().iter().filter(|book| book.formats.epub).filter(|book| open(book.slug).cover.is_some());
    assert_eq!(with_cover.count(), 22);
}

#[test]
fn a_book_is_the_same_bytes_every_time() {
    for slug in ["madinat-al-waraq", "le-bus-de-la-lune", "atlas-bleu"] {
        assert!(epub_bytes(book(slug)) == epub_bytes(book(slug)), "{slug}");
    }
    assert_eq!(sniff_bytes(&epub_bytes(book("jardin-clos"))).ok(), Some(Kind::Epub));
}

#[test]
fn arabic_books_turn_from_the_right_and_the_others_from_the_left() {
    for book in books().iter().filter(|book| book.formats.epub) {
        let from_right = book.language.is_right_to_left() || book.language.as_str() == "ja";
        let wanted = if from_right { Direction::Rtl } else { Direction::Ltr };
        assert_eq!(open(book.slug).direction, wanted, "{}", book.slug);
    }
}

#[test]
fn the_japanese_tale_is_vertical() {
    assert_eq!(open("todai-no-neko").writing_mode, WritingMode::VerticalRl);
}

#[test]
fn picture_books_are_fixed_and_lie_in_spreads() {
    for (slug, first) in [("le-bus-de-la-lune", "left"), ("al-qitt-wal-manara", "right")] {
        let book = open(slug);
        assert_eq!(book.rendition.layout, Layout::Fixed);
        let sides: Vec<_> = book.sections.iter().map(|section| section.spread.as_deref()).collect();
        assert_eq!(sides[..2], [Some("center"), Some(first)], "{slug}");
        assert_eq!(sides.len(), 13);
    }
}

#[test]
fn long_books_have_many_chapters() {
    let lanterns = open("two-hundred-lanterns");
    assert!(lanterns.sections.len() >= 200, "{}", lanterns.sections.len());
    assert_eq!(lanterns.toc.len(), 5, "five parts");
    assert_eq!(lanterns.toc.iter().map(|part| part.children.len()).sum::<usize>(), 200);
    let long = books().iter().filter(|book| book.formats.epub && open(book.slug).sections.len() >= 30);
    assert!(long.count() >= 4);
}

#[test]
fn the_history_of_water_names_printed_pages_and_nests_its_contents() {
    let book = open("l-eau-partagee");
    assert!(book.page_list.len() >= 300, "{}", book.page_list.len());
    assert_eq!(book.page_list[0].label, "1");
    assert!(!book.toc[0].children[0].children.is_empty(), "part, chapter, section");
}

#[test]
fn a_book_without_an_epub_says_so() {
    let refused = demo::write_epub(book("trente-matins-au-cafe"), std::io::Cursor::new(Vec::new()));
    assert_eq!(refused.unwrap_err().to_string(), "trente-matins-au-cafe is not offered as EPUB");
}
