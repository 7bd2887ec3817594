//! The style sheet of a book.

use crate::book::DemoBook;

use super::fixed::PAGE;

const FLOWING: &str = include_str!("../../content/styles/flowing.css");
const ARABIC: &str = include_str!("../../content/styles/arabic.css");
const VERTICAL: &str = include_str!("../../content/styles/vertical.css");
const FONT: &str = include_str!("../../content/styles/font.css");
const FIXED: &str = include_str!("../../content/styles/fixed.css");

/// The rules that this book needs.
pub(super) fn css(book: &DemoBook) -> String {
    if book.is_fixed() {
        let (width, height) = PAGE;
        return FIXED.replace("WIDTH", &format!("{width}px")).replace("HEIGHT", &format!("{height}px"));
    }
    let mut css = String::new();
    if book.front.font {
        css += FONT;
    }
    css += FLOWING;
    if book.language.is_right_to_left() {
        css += ARABIC;
    }
    if book.front.vertical {
        css += VERTICAL;
    }
    css
}
