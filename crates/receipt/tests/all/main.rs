//! Receipts as PDF, through the one function that makes them.

#![expect(clippy::unwrap_used, reason = "tests, and what they share")]

mod hostile;
mod pages;
mod samples;
mod words;

use lopdf::Document;
use receipt::Receipt;

/// The PDF of a receipt, which there always is.
fn bytes(receipt: &Receipt) -> Vec<u8> {
    receipt::pdf(receipt, |page, pages| samples::page_of(receipt.locale, page, pages)).unwrap()
}

fn open(receipt: &Receipt) -> Document {
    Document::load_mem(&bytes(receipt)).unwrap()
}

/// What can be copied from a page, without spaces and ends of lines.
fn copied(document: &Document, page: u32) -> String {
    squeezed(&document.extract_text(&[page]).unwrap())
}

/// What can be copied from all pages.
fn copied_whole(document: &Document) -> String {
    document.get_pages().keys().map(|page| copied(document, *page)).collect()
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}
