//! What is said can be copied out again.

use receipt::{Line, Receipt};

use crate::samples::{arabic, english, french, with_lines};
use crate::{copied_whole, open, squeezed};

/// Whether every word is there: as it is, or, if it is Arabic, as it is seen from left to right.
fn assert_all_there(text: &str, wanted: &str) {
    for word in wanted.split_whitespace() {
        let visible: String = word.chars().filter(|one| !matches!(one, '\u{2066}'..='\u{2069}')).collect();
        let turned: String = visible.chars().rev().collect();
        // What stands at the edges of Arabic words may be of the other direction.
        let inner = turned.trim_matches(|one: char| !one.is_alphanumeric());
        assert!(text.contains(&visible) || text.contains(inner), "{word:?} of {wanted:?} in {text}");
    }
}

fn all_words(receipt: &Receipt) -> Vec<&str> {
    let mut words = vec![receipt.heading.as_str(), &receipt.seller.name, &receipt.buyer.label];
    words.extend(receipt.seller.lines.iter().chain(&receipt.buyer.lines).map(String::as_str));
    words.extend(receipt.facts.iter().flat_map(|(label, value)| [label.as_str(), value]));
    words.extend(receipt.columns.iter().chain(&receipt.notes).map(String::as_str));
    for line in &receipt.lines {
        words.extend([line.title.as_str(), &line.amount]);
        words.extend(line.details.iter().map(String::as_str));
    }
    words.extend(receipt.totals.iter().flat_map(|total| [total.label.as_str(), &total.amount]));
    words
}

#[test]
fn everything_that_a_receipt_says_can_be_copied() {
    for receipt in [english(), french(), arabic()] {
        for receipt in [with_lines(receipt.clone(), 50), receipt] {
            let text = copied_whole(&open(&receipt));
            for words in all_words(&receipt) {
                assert_all_there(&text, words);
            }
        }
    }
}

#[test]
fn it_is_told_in_the_order_in_which_it_is_read() {
    let text = copied_whole(&open(&english()));
    let mut rest = text.as_str();
    for wanted in [
        "Warraq",
        "NIF 000016001234567",
        "Receipt R-2026-000123",
        "Order W-7K3M-92QF Date 26 November 2026, 14:05",
        "Billed to Samia Benali",
        "Book Amount",
        "The Man Who Mended Clocks, and Other Stories from the Harbour that Nobody Wrote Down",
        "Maud Fenwright · EPUB, PDF · ISBN 978-1-86197-876-9",
        "1,250 DA",
        "L’Eau partagée",
        "Subtotal 2,150 DA",
        "Total paid 2,150 DA",
        "Keep this receipt",
        "Page 1 of 1",
    ] {
        let wanted = squeezed(wanted);
        let at = rest.find(&wanted).unwrap_or_else(|| panic!("{wanted} is not in its place in {text}"));
        rest = &rest[at + wanted.len()..];
    }
}

#[test]
fn an_arabic_ligature_is_copied_letter_by_letter() {
    let mut receipt = english();
    receipt.lines = vec![Line { title: "الأسعار لا في".to_owned(), ..Line::default() }];
    let wanted: String = squeezed("الأسعار لا في").chars().rev().collect();
    assert!(copied_whole(&open(&receipt)).contains(&wanted));
}

#[test]
fn a_title_of_a_script_without_a_font_leaves_a_sign_for_each_letter() {
    let mut receipt = english();
    for (title, seen) in [("活着 (To Live)", "??(ToLive)"), ("שלום", "????"), ("Love ❤️ 📚", "Love??")]
    {
        receipt.lines = vec![Line { title: title.to_owned(), amount: "5 DA".to_owned(), ..Line::default() }];
        assert!(copied_whole(&open(&receipt)).contains(&format!("{seen}5DA")), "{title}");
    }
}

#[test]
fn the_minus_of_an_arabic_note_of_credit_stands_before_its_digits() {
    let mut receipt = arabic();
    receipt.lines[0].amount = "-1\u{a0}250\u{a0}د.ج".to_owned();
    receipt.totals.clear();
    assert!(copied_whole(&open(&receipt)).contains("-1250"));
}
