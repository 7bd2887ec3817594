//! What people write in forms and programs in bodies, read as what a book can have. Nothing is nothing.

use i18n::Locale;
use kernel::{Currency, Isbn, IsbnError, Language, Money, MoneyError, Timestamp};
use web::FieldErrors;

use crate::{PageCount, ReleaseDate, t};

/// Reads a text with `read`; what cannot be read is noted by what `wrong` says of it.
fn optional<T, E: Copy>(
    text: &str,
    read: impl FnOnce(&str) -> Result<T, E>,
    wrong: impl FnOnce(E),
) -> Option<T> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    read(text).map_err(wrong).ok()
}

/// An ISBN of ten or thirteen digits.
pub fn isbn(text: &str, errors: &mut FieldErrors) -> Option<Isbn> {
    optional(text, str::parse, |error| {
        let (code, words): (_, fn(Locale) -> &'static str) = match error {
            IsbnError::CheckDigit => ("check_digit", t::edit_isbn_check),
            IsbnError::Shape | IsbnError::Prefix => ("invalid", t::edit_isbn_wrong),
        };
        errors.add("isbn", code, words);
    })
}

/// A day, a month or a year.
pub fn date(text: &str, errors: &mut FieldErrors) -> Option<ReleaseDate> {
    optional(text, str::parse, |_| errors.add("release_date", "invalid", t::edit_date_wrong))
}

/// The moment at which a book is to be published.
pub fn moment(text: &str, errors: &mut FieldErrors) -> Option<Timestamp> {
    optional(text, str::parse, |_| errors.add("publish_at", "invalid", t::edit_publish_wrong))
}

/// A number or a range of pages.
pub fn pages(text: &str, errors: &mut FieldErrors) -> Option<PageCount> {
    optional(text, str::parse, |_| errors.add("page_count", "invalid", t::edit_pages_wrong))
}

/// The language of a book, by its tag or its name; where there is none, it is not known.
pub fn language(text: &str, errors: &mut FieldErrors) -> Language {
    let read = |text: &str| text.parse().or_else(|error| Language::from_name(text).ok_or(error));
    optional(text, read, |_| errors.add("language", "invalid", t::edit_language_wrong))
        .unwrap_or(Language::UNDETERMINED)
}

/// A price as people write it: `950`, `1 200`, `12,50`, `١٬٢٠٠`.
pub fn price(text: &str, currency: Currency, errors: &mut FieldErrors) -> Option<Money> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace() && *c != '٬').map(digit).collect();
    let plain = plain.replace([',', '٫'], ".");
    optional(
        &plain,
        |text| Money::parse_major(text, currency),
        |error| {
            let (code, words): (_, fn(Locale) -> &'static str) = match error {
                MoneyError::TooLarge => ("out_of_range", t::edit_price_wrong),
                MoneyError::Shape | MoneyError::TooFine => ("invalid", t::edit_price_shape),
            };
            errors.add("price", code, words);
        },
    )
}

/// Digits of Arabic and of Persian keyboards are digits.
fn digit(c: char) -> char {
    let zero = match c {
        '٠'..='٩' => '٠',
        '۰'..='۹' => '۰',
        other => return other,
    };
    char::from_digit(u32::from(c) - u32::from(zero), 10).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prices_are_read_as_people_write_them() {
        for (text, amount) in [
            ("950", 95_000),
            ("1 200", 120_000),
            ("12,50", 1_250),
            ("١٢٠٠", 120_000),
            ("١٬٢٠٠٫٥٠", 120_050),
            ("۱۴۵۰", 145_000),
            ("1\u{202f}200", 120_000),
            ("0", 0),
        ] {
            let mut errors = FieldErrors::default();
            let read = price(text, Currency::DZD, &mut errors).map(|price| price.amount);
            assert_eq!(read, Some(amount), "{text}");
        }
        let mut errors = FieldErrors::default();
        assert_eq!(price("-5", Currency::DZD, &mut errors), None);
        assert!(errors.of("price").is_some());
    }
}
