//! A shop's receipt, or its note of credit, as PDF: A4, in the direction of its language, over as many pages as it
//! needs.
//!
//! Everything that is read stands in [`Receipt`], already translated and formatted; [`pdf`] only sets it. It reads no
//! clock and no chance, so a receipt that was given once can be made again byte for byte.
//!
//! What books and people are called is set as it is, whichever way it is written: each string is a paragraph of its own
//! for the rules of direction, and what would turn its surroundings round or hide something (overriding characters,
//! controls) is left out. A letter that no font of the shop has shows as `?`.
//!
//! The PDF says its title, its language and its direction, carries its fonts, and is tagged: a heading, a list of facts,
//! a table whose head is told once, and nothing of what repeats on each page (PDF/UA-1).

mod clean;
mod compose;
mod face;
mod sheet;
mod style;
mod tags;
mod text;
mod write;

use i18n::Locale;

/// What a receipt says. Texts are in the receipt's language, amounts as they are shown; all are plain text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The language, which also says on which side lines begin.
    pub locale: Locale,
    /// The title of the document, which windows show: `Receipt R-2026-000123 · Warraq`.
    pub document_title: String,
    /// The heading, which also stands at the foot of each page: `Receipt R-2026-000123`.
    pub heading: String,
    /// Who sells: the shop.
    pub seller: Seller,
    /// Who buys, under its label.
    pub buyer: Buyer,
    /// What else is told, as label and value: number of the order, of the payment, date, method.
    pub facts: Vec<(String, String)>,
    /// The heads of the two columns, a word or two: what was bought, and for how much.
    pub columns: [String; 2],
    /// What was bought.
    pub lines: Vec<Line>,
    /// Sums, from above to below.
    pub totals: Vec<Total>,
    /// Paragraphs at the end: terms, thanks.
    pub notes: Vec<String>,
}

/// The shop.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Seller {
    /// Its name, at the head of the receipt.
    pub name: String,
    /// Address, telephone, and the numbers that the law asks for, a line each: `NIF 0123…`.
    pub lines: Vec<String>,
}

/// Whoever paid.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Buyer {
    /// `Billed to`.
    pub label: String,
    /// Name, address of mail, a line each.
    pub lines: Vec<String>,
}

/// A thing that was bought.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Line {
    /// The title of the book, in its own script.
    pub title: String,
    /// What tells it from others, set one after the other with points between: authors, format, ISBN.
    pub details: Vec<String>,
    /// What it cost.
    pub amount: String,
}

/// A sum.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Total {
    /// What is summed up.
    pub label: String,
    /// How much it is.
    pub amount: String,
    /// Whether this is the sum that counts.
    pub emphasised: bool,
}

/// Why there is no PDF.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The library that writes PDF refused what it was given, which no input is known to bring about.
    #[error("the receipt could not be written as PDF: {0}")]
    Unwritable(String),
}

/// Sets a receipt as PDF. `page_of` says *page 1 of 2* in its language, for the foot of each page.
///
/// The same receipt gives the same bytes.
pub fn pdf(receipt: &Receipt, page_of: impl Fn(i64, i64) -> String) -> Result<Vec<u8>, Error> {
    write::write(receipt, compose::compose(receipt, &page_of))
}
