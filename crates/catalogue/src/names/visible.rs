//! A name as it is kept: what somebody typed, without what nobody sees. Two names that look the same are the same then, and no
//! name turns the words around it.

use crate::edit;

/// A name in one line; empty where nothing of it would be seen. What joins or parts letters stays within words that have some.
pub(super) fn line(text: &str) -> String {
    let seen: String = text.chars().filter(|sign| !is_hidden(*sign)).collect();
    let line = edit::line(&seen);
    let words = line.split(' ').filter(|word| !word.chars().all(is_joiner));
    words.collect::<Vec<_>>().join(" ")
}

/// Signs that take no room, marks that change the direction of what stands around them, and letters that are drawn as nothing.
/// What parts lines is not among them: it becomes a space, as controls do.
fn is_hidden(sign: char) -> bool {
    matches!(
        sign,
        '\u{ad}'
            | '\u{61c}'
            | '\u{115f}'..='\u{1160}'
            | '\u{180e}'
            | '\u{200b}'
            | '\u{200e}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{2800}'
            | '\u{3164}'
            | '\u{feff}'
            | '\u{ffa0}'
    )
}

/// What says how the letters beside it are drawn: Persian and Indian names are not written without.
fn is_joiner(sign: char) -> bool {
    matches!(sign, '\u{200c}'..='\u{200d}' | '\u{fe00}'..='\u{fe0f}')
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn what_nobody_sees_is_no_part_of_a_name() {
        for (typed, kept) in [
            (" Kateb\t Yacine\n", "Kateb Yacine"),
            ("\u{200f}", ""),
            ("\u{200b} \u{feff}", ""),
            ("\u{200d}", ""),
            ("\u{202e}evil", "evil"),
            ("Kateb\u{2028}Yacine", "Kateb Yacine"),
            ("مهدی علی\u{200c}زاده", "مهدی علی\u{200c}زاده"),
            ("Kateb \u{200c} Yacine", "Kateb Yacine"),
        ] {
            assert_eq!(line(typed), kept, "{typed:?}");
        }
    }
}
