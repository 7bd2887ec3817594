//! The sample shop from outside: its facts, and its files as `publication` reads them.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

mod epub;
mod pdf;
mod shelf;

use demo::DemoBook;

fn book(slug: &str) -> &'static DemoBook {
    demo::books().iter().find(|book| book.slug == slug).unwrap_or_else(|| panic!("no book {slug}"))
}

fn epub_bytes(book: &DemoBook) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    demo::write_epub(book, &mut bytes).expect("an EPUB");
    bytes.into_inner()
}

fn pdf_bytes(book: &DemoBook) -> Vec<u8> {
    let mut bytes = Vec::new();
    demo::write_pdf(book, &mut bytes).expect("a PDF");
    bytes
}
