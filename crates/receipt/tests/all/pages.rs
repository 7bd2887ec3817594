//! Pages: how many, what repeats on them, what the file says of itself.

use lopdf::content::Content;
use lopdf::{Document, Object};
use receipt::{Line, Receipt};

use crate::samples::{arabic, english, french, with_lines};
use crate::{bytes, copied, open};

fn pages(receipt: &Receipt) -> usize {
    open(receipt).get_pages().len()
}

/// How many parts of this kind the file tells a reader of.
fn parts(document: &Document, kind: &[u8]) -> usize {
    let is_of = |object: &Object| {
        object.as_dict().and_then(|part| part.get(b"S")).and_then(Object::as_name).is_ok_and(|s| s == kind)
    };
    document.objects.values().filter(|object| is_of(object)).count()
}

/// Where the first word of a page stands, in points from the left.
fn first_word(document: &Document) -> f32 {
    let page = document.get_pages()[&1];
    let content = Content::decode(&document.get_page_content(page)).unwrap();
    let placed = content.operations.iter().find(|operation| operation.operator == "Tm").unwrap();
    placed.operands[4].as_float().unwrap()
}

#[test]
fn a_few_books_fit_on_one_page() {
    for receipt in [english(), french(), arabic()] {
        assert_eq!(pages(&with_lines(receipt.clone(), 1)), 1);
        assert_eq!(pages(&receipt), 1);
    }
}

#[test]
fn fifty_books_take_five_pages_and_each_says_which_it_is() {
    for receipt in [english(), french()] {
        let document = open(&with_lines(receipt.clone(), 50));
        let count = document.get_pages().len();
        assert_eq!(count, 5, "{:?}", receipt.locale);
        let of = if receipt.heading.starts_with("Receipt") { "of" } else { "sur" };
        for page in 1..=u32::try_from(count).unwrap() {
            let text = copied(&document, page);
            assert!(text.ends_with(&format!("Page{page}{of}{count}")), "{text}");
            assert!(text.contains(&receipt.heading.replace(' ', "")), "{text}");
        }
    }
}

#[test]
fn the_head_of_the_table_stands_on_each_page_and_is_told_once() {
    let document = open(&with_lines(english(), 50));
    for page in 2..=5 {
        assert!(copied(&document, page).starts_with("BookAmount"), "{page}");
    }
    assert_eq!((parts(&document, b"Table"), parts(&document, b"THead")), (1, 1));
    // The head's two, one of each book, one of each sum.
    assert_eq!(parts(&document, b"TH"), 2 + 50 + 3);
}

#[test]
fn notes_after_the_table_do_not_bring_its_head_along() {
    let mut receipt = with_lines(english(), 1);
    receipt.notes = vec!["A note. ".repeat(60); 40];
    let document = open(&receipt);
    let last = u32::try_from(document.get_pages().len()).unwrap();
    assert!(last > 1);
    assert!(!copied(&document, last).contains("BookAmount"));
}

#[test]
fn a_title_that_is_longer_than_a_page_goes_on_on_the_next() {
    let mut receipt = english();
    let title: String = (0..1_700).map(|word| format!("w{word} ")).collect();
    receipt.lines = vec![Line { title, amount: "1 DA".to_owned(), ..Line::default() }];
    let document = open(&receipt);
    let count = u32::try_from(document.get_pages().len()).unwrap();
    assert!(count >= 2);
    let text: String = (1..=count).map(|page| copied(&document, page)).collect();
    assert!((0..1_700).all(|word| text.contains(&format!("w{word}"))));
}

#[test]
fn lines_begin_on_the_left_in_french_and_on_the_right_in_arabic() {
    let middle = 595.0 / 2.0;
    assert!(first_word(&open(&french())) < middle);
    assert!(first_word(&open(&arabic())) > middle);
}

#[test]
fn the_file_says_its_title_and_language_and_can_be_read_out() {
    for receipt in [english(), french(), arabic()] {
        let document = open(&receipt);
        let catalog = document.catalog().unwrap();
        let language = catalog.get(b"Lang").and_then(Object::as_str).unwrap();
        assert_eq!(language, receipt.locale.tag().as_bytes());
        let marked = document.get_dict_in_dict(catalog, b"MarkInfo").unwrap().get(b"Marked").unwrap();
        assert!(marked.as_bool().unwrap());
        let viewer = document.get_dict_in_dict(catalog, b"ViewerPreferences").unwrap();
        assert!(viewer.get(b"DisplayDocTitle").and_then(Object::as_bool).unwrap());
        let info = document.trailer.get(b"Info").and_then(Object::as_reference).unwrap();
        let title = document.get_dictionary(info).unwrap().get(b"Title").unwrap();
        assert_eq!(lopdf::decode_text_string(title).unwrap(), receipt.document_title);
        for kind in [&b"H1"[..], b"L", b"Table", b"TFoot"] {
            assert_eq!(parts(&document, kind), 1, "{}", String::from_utf8_lossy(kind));
        }
    }
}

#[test]
fn every_font_comes_with_the_file_and_only_what_is_needed_of_it() {
    let document = open(&arabic());
    let is_font = |object: &&Object| object.as_dict().is_ok_and(|one| one.has_type(b"FontDescriptor"));
    let fonts: Vec<_> = document.objects.values().filter(is_font).map(|one| one.as_dict().unwrap()).collect();
    assert!(fonts.len() >= 4, "{}", fonts.len());
    for font in fonts {
        assert!(font.has(b"FontFile2") || font.has(b"FontFile3"));
        let name = String::from_utf8_lossy(font.get(b"FontName").and_then(Object::as_name).unwrap());
        assert_eq!(name.find('+'), Some(6), "{name}");
    }
    assert!(bytes(&arabic()).len() < 60_000);
}

#[test]
fn the_same_receipt_is_the_same_bytes() {
    for receipt in [english(), french(), arabic()] {
        let receipt = with_lines(receipt, 12);
        assert_eq!(bytes(&receipt), bytes(&receipt.clone()));
    }
}
