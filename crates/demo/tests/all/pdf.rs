//! The PDFs, as a reader will see them.

use std::collections::BTreeSet;

use demo::books;
use lopdf::{Document, Object};

use crate::{book, pdf_bytes};

fn open(slug: &str) -> Document {
    Document::load_mem(&pdf_bytes(book(slug))).unwrap_or_else(|no| panic!("{slug}: {no}"))
}

/// The text of a page as it can be copied, without its spaces and ends of lines.
fn copied(document: &Document, page: u32) -> String {
    document.extract_text(&[page]).unwrap().split_whitespace().collect()
}

/// Whether the texts follow each other on a page, in this order.
fn assert_in_order(document: &Document, page: u32, texts: &[&str]) {
    let copied = copied(document, page);
    let mut rest = copied.as_str();
    for text in texts {
        let wanted: String = text.split_whitespace().collect();
        let Some(at) = rest.find(&wanted) else {
            panic!("{text:?} is not in its place on page {page}: {copied}")
        };
        rest = &rest[at + wanted.len()..];
    }
}

#[test]
fn every_pdf_has_an_outline_and_says_its_language_and_which_way_it_turns() {
    for book in books().iter().filter(|book| book.formats.pdf) {
        let document = open(book.slug);
        let pages = document.get_pages().len();
        assert!((4..=600).contains(&pages), "{}: {pages}", book.slug);
        let outline = document.get_toc().unwrap_or_else(|no| panic!("{}: {no}", book.slug)).toc;
        assert!(outline.len() >= 3, "{}", book.slug);
        let catalog = document.catalog().unwrap();
        let language = catalog.get(b"Lang").and_then(Object::as_str).unwrap();
        assert_eq!(language, book.language.as_str().as_bytes(), "{}", book.slug);
        let viewer = document.get_dict_in_dict(catalog, b"ViewerPreferences").unwrap();
        let wanted: &[u8] = if book.language.is_right_to_left() { b"R2L" } else { b"L2R" };
        assert_eq!(viewer.get(b"Direction").and_then(Object::as_name).unwrap(), wanted, "{}", book.slug);
    }
}

#[test]
fn one_has_more_than_three_hundred_pages_and_a_nested_outline() {
    let document = open("l-eau-partagee");
    let pages = document.get_pages().len();
    assert!((300..=520).contains(&pages), "{pages}");
    let outline = document.get_toc().unwrap().toc;
    let levels: BTreeSet<usize> = outline.iter().map(|entry| entry.level).collect();
    assert!(levels.len() >= 3, "parts, chapters and sections: {levels:?}");
    assert_eq!((outline[0].title.as_str(), outline[0].page), ("Creuser", 2));
}

#[test]
fn the_first_page_names_the_author_the_book_and_its_publisher_and_has_no_number() {
    let document = open("small-weather");
    let wanted = ["Maud Fenwright", "A Field Guide to Small Weather", "Harbour Lamp Press"];
    assert_in_order(&document, 1, &wanted);
    assert_eq!(copied(&document, 1), wanted.concat().replace(' ', ""));
}

#[test]
fn a_chapter_is_read_out_in_the_order_it_is_read_in() {
    let document = open("small-weather");
    assert_in_order(
        &document,
        2,
        &[
            "The Draught under the Door",
            "Every house has a weather of its own, and most of it happens below the knee.",
            "You have just observed a circulation.",
            "Kind of hall",
            "Flat, no stair",
            "0.3 m/s",
            "House, one stair",
            "0.8 m/s",
            "Forty halls, winter evenings, doors shut.",
        ],
    );
    assert_in_order(
        &document,
        3,
        &["every foot.1 A staircase", "Warm air leaves by the top", "1. The bell tower was measured"],
    );
}

#[test]
fn french_keeps_its_accents_and_lists_their_numbers() {
    let document = open("la-cuisine-du-vendredi");
    let items =
        ["Le couscous de la mère", "– 1 kg de semoule moyenne", "1. Huilez le grain", "2. Faites-le cuire"];
    assert_in_order(&document, 3, &items);
}

#[test]
fn a_picture_is_drawn_in_its_colours() {
    let document = open("small-weather");
    let colours = |page: u32| {
        let content = document.get_page_content(document.get_pages()[&page]);
        let operations = lopdf::content::Content::decode(&content).unwrap().operations;
        let of = |operation: &lopdf::content::Operation| {
            matches!(operation.operator.as_str(), "rg" | "sc" | "scn")
                .then(|| format!("{:?}", operation.operands))
        };
        operations.iter().filter_map(of).collect::<BTreeSet<String>>().len()
    };
    assert_eq!(colours(2), 1, "letters and rules are of one ink");
    assert!(colours(3) >= 5, "{}", colours(3));
}

/// Letters stand in a PDF as they are seen, from left to right; whoever copies them turns Arabic round.
#[test]
fn arabic_can_be_read_out_of_a_pdf_with_its_vowel_signs() {
    let seen = copied(&open("madinat-al-waraq"), 2);
    let read: String = seen.chars().rev().collect();
    for words in ["لم يكن في الوصيّة إلّا ثلاثة أسطر", "أن يُطعم القطّ", "وقف يوسف أمام الباب الأزرق"]
    {
        assert!(read.contains(&words.replace(' ', "")), "{words} in {read}");
    }
    assert!(!read.contains('\u{fffd}'), "{read}");
}

#[test]
fn every_font_comes_with_the_file() {
    for slug in ["trente-matins-au-cafe", "nujum-al-hoggar"] {
        let document = open(slug);
        let fonts: Vec<_> = document
            .objects
            .values()
            .filter_map(|object| object.as_dict().ok())
            .filter(|dictionary| dictionary.has_type(b"FontDescriptor"))
            .collect();
        assert!(fonts.len() >= 3, "{slug}: {}", fonts.len());
        assert!(fonts.iter().all(|font| font.has(b"FontFile2") || font.has(b"FontFile3")), "{slug}");
    }
}

#[test]
fn a_book_is_the_same_bytes_every_time() {
    for slug in ["nujum-al-hoggar", "small-weather", "trente-matins-au-cafe"] {
        assert!(pdf_bytes(book(slug)) == pdf_bytes(book(slug)), "{slug}");
    }
}

#[test]
fn a_book_without_a_pdf_says_so() {
    let refused = demo::write_pdf(book("jardin-clos"), Vec::new());
    assert_eq!(refused.unwrap_err().to_string(), "jardin-clos is not offered as PDF");
}
