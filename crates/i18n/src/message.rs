//! What the generated message functions call. Text that comes from elsewhere is isolated, so that a French title
//! in an Arabic sentence keeps its own direction and the sentence keeps its order.

use std::fmt::Write;

use crate::Locale;

/// FIRST STRONG ISOLATE: what follows has the direction of its own first letter.
const OPEN: char = '\u{2068}';
/// POP DIRECTIONAL ISOLATE.
const CLOSE: char = '\u{2069}';

/// The text between U+2068 and U+2069, for places where no `<bdi>` can stand: titles, attributes, plain mails.
pub fn isolate(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 6);
    push_text(&mut out, text);
    out
}

/// Writes a text argument, isolated. Isolates inside it are balanced first, so that a title cannot close ours.
pub fn push_text(out: &mut String, text: &str) {
    out.push(OPEN);
    let mut depth = 0_usize;
    for c in text.chars() {
        match c {
            '\u{2066}'..='\u{2068}' => depth += 1,
            CLOSE if depth == 0 => continue,
            CLOSE => depth -= 1,
            _ => {}
        }
        out.push(c);
    }
    out.extend(std::iter::repeat_n(CLOSE, depth + 1));
}

/// Writes a number argument as its language writes numbers.
pub fn push_number(out: &mut String, l: Locale, n: i64) {
    // Small counts, by far the most frequent, are the same in all languages and need no grouping.
    if (0..1000).contains(&n) {
        let _ = write!(out, "{n}");
    } else {
        out.push_str(&crate::number(l, n));
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_argument_cannot_leave_its_isolate() {
        assert_eq!(isolate("Le Phare"), "\u{2068}Le Phare\u{2069}");
        assert_eq!(isolate("a\u{2069}b"), "\u{2068}ab\u{2069}");
        assert_eq!(isolate("a\u{2067}b"), "\u{2068}a\u{2067}b\u{2069}\u{2069}");
        assert_eq!(isolate(&isolate("x")), "\u{2068}\u{2068}x\u{2069}\u{2069}");
    }

    proptest! {
        #[test]
        fn isolates_are_balanced_whatever_comes(text in "[a\u{2066}\u{2067}\u{2068}\u{2069}]{0,20}") {
            let mut depth = 0_i32;
            for c in isolate(&text).chars() {
                match c {
                    '\u{2066}'..='\u{2068}' => depth += 1,
                    '\u{2069}' => depth -= 1,
                    _ => prop_assert!(depth > 0),
                }
            }
            prop_assert_eq!(depth, 0);
        }
    }
}
