//! Texts that nobody should have written.

use proptest::prelude::*;
use receipt::{Buyer, Line, Receipt, Seller, Total};

use crate::samples::{arabic, english};
use crate::{bytes, copied_whole, open};

/// A receipt that says one text everywhere.
fn saying(text: &str, like: &Receipt) -> Receipt {
    let text = || text.to_owned();
    Receipt {
        locale: like.locale,
        document_title: text(),
        heading: text(),
        seller: Seller { name: text(), lines: vec![text(); 2] },
        buyer: Buyer { label: text(), lines: vec![text()] },
        facts: vec![(text(), text()); 2],
        columns: [text(), text()],
        lines: vec![Line { title: text(), details: vec![text(); 2], amount: text() }; 2],
        totals: [false, true].map(|emphasised| Total { label: text(), amount: text(), emphasised }).to_vec(),
        notes: vec![text()],
    }
}

#[test]
fn empty_texts_give_a_page() {
    for like in [english(), arabic()] {
        assert_eq!(open(&saying("", &like)).get_pages().len(), 1);
        assert_eq!(open(&saying(" \u{202e}\u{0}\n", &like)).get_pages().len(), 1);
    }
}

#[test]
fn a_title_of_ten_thousand_characters_is_set() {
    for title in [
        "a".repeat(10_000),
        "كتاب ".repeat(2_000),
        "\u{2067}x".repeat(5_000),
        "e\u{301}\u{323}".repeat(3_400),
        "書".repeat(10_000),
    ] {
        for like in [english(), arabic()] {
            let line = Line { title: title.clone(), ..like.lines[0].clone() };
            let pages = open(&Receipt { lines: vec![line], ..like }).get_pages().len();
            assert!((2..30).contains(&pages), "{pages}");
        }
    }
}

#[test]
fn a_text_that_is_longer_than_a_page_may_stand_anywhere() {
    for like in [english(), arabic()] {
        assert!(open(&saying(&"longer than a page ".repeat(400), &like)).get_pages().len() > 5);
    }
}

#[test]
fn controls_and_overrides_in_a_title_change_nothing() {
    for like in [english(), arabic()] {
        let with = |title: &str, detail: &str| {
            let line = Line {
                title: title.to_owned(),
                details: vec![detail.to_owned(), "EPUB".to_owned()],
                ..like.lines[0].clone()
            };
            bytes(&Receipt { lines: vec![line, like.lines[1].clone()], ..like.clone() })
        };
        let plain = with("Clocks 12 (old)", "Maud");
        for (title, detail) in [
            ("Clocks\u{202e} 12 (old)", "Maud\u{202d}"),
            ("\u{202b}Clocks 12 (old)", "\u{2069}Maud"),
            ("Clocks\n12\t(old)\u{0}\u{85}", "Ma\u{ad}ud\u{feff}"),
            ("\u{1b}Clocks 12 (old)\u{fffe}", "Maud\u{e0041}"),
        ] {
            assert!(with(title, detail) == plain, "{title:?} {detail:?}");
        }
    }
}

#[test]
fn a_mark_that_has_no_face_with_its_letter_does_no_harm() {
    for text in [
        "a\u{64b}",
        "a\u{2069}\u{64b}",
        "a\u{2068}\u{64b}b",
        "a\u{200d}\u{64b}",
        "ب\u{301}",
        "\u{64b}",
        " \u{64b}1",
    ] {
        assert!(bytes(&saying(text, &arabic())).starts_with(b"%PDF-"), "{text:?}");
    }
}

#[test]
fn an_isolate_that_is_left_open_ends_with_its_text() {
    let mut receipt = english();
    let closed = copied_whole(&open(&receipt));
    receipt.lines[0].details[0].push('\u{2067}');
    receipt.notes[0].insert(0, '\u{2069}');
    assert_eq!(copied_whole(&open(&receipt)), closed);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_text_breaks_a_receipt(text in any::<String>(), other in any::<String>()) {
        for like in [english(), arabic()] {
            let mut receipt = saying(&text, &like);
            receipt.lines[0].title.clone_from(&other);
            receipt.notes.push(other.clone());
            prop_assert!(bytes(&receipt).starts_with(b"%PDF-"));
        }
    }

    #[test]
    fn no_text_of_our_scripts_breaks_a_receipt(
        text in "[a-zéœعربيةڨلاآلله\u{200c}\u{200d}\u{64b}\u{651}\u{301}\u{323}\u{2066}-\u{2069}\u{202e}\u{a0}Ж-яά …(/-]{0,120}"
    ) {
        for like in [english(), arabic()] {
            prop_assert!(bytes(&saying(&text, &like)).starts_with(b"%PDF-"));
        }
    }
}
