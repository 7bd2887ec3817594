//! Dates as package documents write them, brought to `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.

/// The part of `text` that is a date, down to the precision it really has.
pub(super) fn partial(text: &str) -> Option<String> {
    let date = text.trim().split(['T', ' ']).next()?;
    let mut parts = date.split(['-', '/', '.']);
    let year = number(parts.next()?, 4)?;
    if year == 0 {
        return None;
    }
    let Some(month) = parts.next().and_then(|part| number(part, 2)).filter(|m| (1..=12).contains(m)) else {
        return Some(format!("{year:04}"));
    };
    let days = match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    };
    match parts.next().and_then(|part| number(part, 2)).filter(|day| (1..=days).contains(day)) {
        Some(day) => Some(format!("{year:04}-{month:02}-{day:02}")),
        None => Some(format!("{year:04}-{month:02}")),
    }
}

fn number(text: &str, digits: usize) -> Option<u32> {
    let right = text.len() == digits || (digits == 2 && text.len() == 1);
    (right && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_date_keeps_the_precision_it_has() {
        for (text, date) in [
            ("1851", Some("1851")),
            ("2012-01-18T12:47:00Z", Some("2012-01-18")),
            (" 2008-5-1 ", Some("2008-05-01")),
            ("2010-02-30", Some("2010-02")),
            ("2010-13-01", Some("2010")),
            ("c. 1900", None),
            ("0000-00-00", None),
            ("", None),
        ] {
            assert_eq!(super::partial(text).as_deref(), date, "{text}");
        }
    }
}
