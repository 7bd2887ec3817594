//! What of a text can be seen: names of nothing would stand nowhere, and two that look the same are meant to be the same.

/// Signs that show nothing and take no room: what Unicode calls ignorable by default, fillers, marks of direction.
pub fn is_invisible(sign: char) -> bool {
    matches!(sign,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// What says how the letters beside it are drawn: Persian and Indian names are not written without.
fn is_joiner(sign: char) -> bool {
    matches!(sign, '\u{200c}'..='\u{200d}' | '\u{fe00}'..='\u{fe0f}')
}

/// A name in one line, without what nobody sees; empty where nothing of it would be seen. Controls and what parts lines become a
/// space, and between two words there is one. What joins or parts letters stays within words that have some.
pub fn seen_line(text: &str) -> String {
    let plain: String = text
        .chars()
        .map(|sign| if sign.is_control() || sign.is_whitespace() { ' ' } else { sign })
        .filter(|sign| !is_invisible(*sign) || is_joiner(*sign))
        .collect();
    let words = plain.split(' ').filter(|word| !word.chars().all(is_joiner));
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::seen_line;

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
            assert_eq!(seen_line(typed), kept, "{typed:?}");
        }
    }
}
