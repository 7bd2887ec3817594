//! Whole numbers, decimals and percentages. Decimals come as integers with a scale, as the data has them.

use std::fmt::Write;

use crate::{Locale, NO_BREAK};

/// `1,250` in English, `1 250` in French and Arabic.
pub fn number(l: Locale, n: i64) -> String {
    decimal(l, n, 0)
}

/// `scaled` divided by ten to the power of `digits`, with exactly so many decimals: `decimal(l, 43, 1)` is `4.3`
/// in English and `4,3` in French and Arabic.
pub fn decimal(l: Locale, scaled: i64, digits: u32) -> String {
    // More than 18 decimals would not fit an i64's unit; no caller has more than three.
    let digits = digits.min(18);
    let unit = 10_u64.pow(digits);
    let (whole, fraction) = (scaled.unsigned_abs() / unit, scaled.unsigned_abs() % unit);
    let mut text = String::new();
    if scaled < 0 {
        if l == Locale::Ar {
            // Without a mark the minus of a lone number would move to its right.
            text.push('\u{200e}');
        }
        text.push('-');
    }
    push_grouped(&mut text, l, whole);
    if digits > 0 {
        text.push(if l == Locale::En { '.' } else { ',' });
        let width = digits as usize;
        let _ = write!(text, "{fraction:0width$}");
    }
    text
}

/// Whole percent: `42%`, and `42 %` in French.
pub fn percent(l: Locale, whole_percent: i64) -> String {
    let mut text = number(l, whole_percent);
    if l == Locale::Fr {
        text.push(NO_BREAK);
    }
    text.push('%');
    text
}

fn push_grouped(text: &mut String, l: Locale, whole: u64) {
    let digits = whole.to_string();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(if l == Locale::En { ',' } else { NO_BREAK });
        }
        text.push(digit);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const ALL: [Locale; 3] = Locale::ALL;

    #[test]
    fn thousands_are_grouped() {
        for (n, expected) in [
            (0, ["0", "0", "0"]),
            (999, ["999", "999", "999"]),
            (1250, ["1,250", "1\u{a0}250", "1\u{a0}250"]),
            (1_234_567, ["1,234,567", "1\u{a0}234\u{a0}567", "1\u{a0}234\u{a0}567"]),
            (-1250, ["-1,250", "-1\u{a0}250", "\u{200e}-1\u{a0}250"]),
        ] {
            assert_eq!(ALL.map(|l| number(l, n)), expected);
        }
        assert_eq!(number(Locale::En, i64::MIN), "-9,223,372,036,854,775,808");
    }

    #[test]
    fn decimals_keep_their_zeros() {
        assert_eq!(ALL.map(|l| decimal(l, 43, 1)), ["4.3", "4,3", "4,3"]);
        assert_eq!(ALL.map(|l| decimal(l, 40, 1)), ["4.0", "4,0", "4,0"]);
        assert_eq!(decimal(Locale::En, 125_005, 2), "1,250.05");
        assert_eq!(decimal(Locale::En, -5, 2), "-0.05");
    }

    #[test]
    fn french_sets_a_space_before_the_percent_sign() {
        assert_eq!(ALL.map(|l| percent(l, 42)), ["42%", "42\u{a0}%", "42%"]);
    }

    proptest! {
        #[test]
        fn a_number_reads_back_and_its_groups_have_three_digits(n in any::<i64>()) {
            for l in ALL {
                let text = number(l, n);
                let plain: String = text.chars().filter(|c| c.is_ascii_digit() || *c == '-').collect();
                prop_assert_eq!(plain.parse::<i64>().unwrap(), n);
                let groups: Vec<_> = text.trim_start_matches(['\u{200e}', '-']).split([',', NO_BREAK]).collect();
                prop_assert!((1..=3).contains(&groups[0].len()));
                prop_assert!(groups[1..].iter().all(|group| group.len() == 3));
            }
        }

        #[test]
        fn a_decimal_reads_back(n in any::<i64>(), digits in 1_u32..=6) {
            let text = decimal(Locale::En, n, digits);
            let (whole, fraction) = text.split_once('.').unwrap();
            prop_assert_eq!(fraction.len(), digits as usize);
            let plain = format!("{}{fraction}", whole.replace(',', ""));
            prop_assert_eq!(plain.parse::<i128>().unwrap(), i128::from(n));
        }
    }
}
