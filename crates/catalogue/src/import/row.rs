//! A row of a bookseller's list, read leniently: what cannot be understood is left out with a word, the row stays.

use std::{fmt, path::PathBuf};

use kernel::{Currency, Isbn, Language, Money, fold, seen_line};
use sha2::{Digest, Sha256};

use crate::{GenreWord, NewBook, NewContributor, PageCount, ReleaseDate, Status};

use super::Policy;

/// One book of a list.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct ListedBook {
    pub(crate) title: String,
    pub(crate) subtitle: Option<String>,
    pub(crate) authors: Vec<String>,
    pub(crate) isbn: Option<Isbn>,
    pub(crate) publisher: Option<String>,
    pub(crate) language: Option<Language>,
    pub(crate) release_date: Option<ReleaseDate>,
    pub(crate) pages: Option<PageCount>,
    pub(crate) genres: Vec<String>,
    pub(crate) price: Option<Money>,
    pub(crate) description: String,
    pub(crate) series: Option<(String, Option<f64>)>,
    /// The book's file, relative to the list.
    pub(crate) file: Option<PathBuf>,
    /// What was left out.
    pub(crate) notes: Vec<LeftOut>,
}

/// What of a row cannot be understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// What it is: `price`, `date`, `ISBN` …
    pub what: &'static str,
    /// As it stands there.
    pub text: String,
    /// Why it cannot be read, in English.
    pub why: String,
}

impl fmt::Display for LeftOut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {:?} is left out: {}", self.what, self.text, self.why)
    }
}

impl ListedBook {
    /// Reads one field and notes what cannot be read.
    pub(crate) fn read<T, E: std::fmt::Display>(
        &mut self,
        what: &'static str,
        text: &str,
        read: impl FnOnce(&str) -> Result<T, E>,
    ) -> Option<T> {
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        match read(text) {
            Ok(value) => Some(value),
            Err(e) => {
                self.notes.push(LeftOut { what, text: text.to_owned(), why: e.to_string() });
                None
            }
        }
    }

    /// An ISBN as lists have it after their journey through a spreadsheet: leading zeros lost (put back), thirteen
    /// digits cut to `9.78E+12` (nothing can be made of that; it is passed over without a word).
    pub(crate) fn read_isbn(&mut self, text: &str) {
        let text = text.trim();
        if self.isbn.is_some() || text.contains(['e', 'E']) && text.parse::<f64>().is_ok() {
            return;
        }
        let body = text.strip_suffix(['X', 'x']).unwrap_or(text);
        let short = !text.is_empty() && text.len() < 10 && body.bytes().all(|b| b.is_ascii_digit());
        let whole = if short { format!("{text:0>10}") } else { text.to_owned() };
        self.isbn = self.read("ISBN", &whole, str::parse);
    }

    /// Takes `(Series, #2)` off the end of the title, as many lists write it.
    pub(crate) fn split_series(&mut self) {
        let Some((title, inside)) = self.title.strip_suffix(')').and_then(|rest| rest.rsplit_once(" ("))
        else {
            return;
        };
        let Some((name, number)) = inside.rsplit_once('#') else { return };
        let name = name.trim_end_matches([' ', ',', ';']);
        let number: Option<f64> =
            number.trim().parse().ok().filter(|n: &f64| n.is_finite() && (0.0..10_000.0).contains(n));
        if let (Some(number), false, false) = (number, name.is_empty(), title.trim().is_empty()) {
            self.series.get_or_insert((name.to_owned(), Some(number)));
            self.title = title.trim().to_owned();
        }
    }

    /// By what the book is found again where it has no ISBN.
    pub(crate) fn mark(&self) -> String {
        let date = self.release_date.map(|date| date.to_string()).unwrap_or_default();
        let series = self.series.as_ref().and_then(|(_, number)| *number).unwrap_or_default();
        let key = format!("{}|{}|{date}|{series}", fold(&self.title), fold(&self.authors.join(" ")));
        Sha256::digest(key).iter().take(12).fold("list:".to_owned(), |mark, byte| format!("{mark}{byte:02x}"))
    }

    /// Its price. One of its own beats what was asked for all.
    pub(super) fn price(&self, policy: Policy) -> Option<Money> {
        self.price.or(policy.price())
    }

    /// The book to enter.
    pub(crate) fn into_new_book(self, policy: Policy) -> NewBook {
        let price = self.price(policy);
        NewBook {
            title: self.title,
            subtitle: self.subtitle,
            contributors: self
                .authors
                .into_iter()
                .map(|name| NewContributor { name, role: "aut".to_owned(), sort_as: None })
                .collect(),
            isbn: self.isbn,
            description: self.description,
            publisher: self.publisher,
            series: self.series,
            language: self.language.unwrap_or(Language::UNDETERMINED),
            release_date: self.release_date,
            pages: self.pages,
            genres: self.genres.into_iter().map(GenreWord::OfTheShop).collect(),
            price,
            status: Status::by_price(price),
        }
    }
}

/// A price as people write it: `950`, `12.99`, `$12.99`, `1 200 DA`. Without a currency it is in `own`.
pub(crate) fn read_price(text: &str, own: Currency) -> Result<Money, String> {
    const SIGNS: [(&str, Currency); 6] = [
        ("$", Currency::USD),
        ("€", Currency::EUR),
        ("DZD", Currency::DZD),
        ("DA", Currency::DZD),
        ("د.ج", Currency::DZD),
        ("دج", Currency::DZD),
    ];
    let trimmed = text.trim();
    let signed = SIGNS.iter().find_map(|(sign, currency)| {
        let rest = trimmed.strip_prefix(sign).or_else(|| trimmed.strip_suffix(sign))?;
        Some((rest, *currency))
    });
    let coded = || {
        let (amount, code) = trimmed.rsplit_once(' ')?;
        Some((amount, code.parse().ok()?))
    };
    let (amount, currency) = signed.or_else(coded).unwrap_or((trimmed, own));
    let amount: String = amount.chars().filter(|c| !matches!(c, ' ' | '\u{a0}' | '\u{202f}')).collect();
    Money::parse_major(&amount.replace(',', "."), currency).map_err(|e| e.to_string())
}

/// A language by its tag or by its name.
pub(crate) fn read_language(text: &str) -> Result<Language, kernel::LanguageError> {
    Language::from_name(text).map_or_else(|| text.parse(), Ok)
}

/// Names or words in one field: parted by semicolons or bars, else by commas.
pub(crate) fn split_names(text: &str) -> Vec<String> {
    let parts: Vec<&str> = if text.contains([';', '|']) {
        text.split([';', '|']).collect()
    } else {
        text.split([',', '،']).collect()
    };
    let mut names: Vec<String> = Vec::new();
    for name in parts.into_iter().map(seen_line).filter(|name| !name.is_empty()) {
        if !names.iter().any(|known| fold(known) == fold(&name)) {
            names.push(name);
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn isbns_are_mended_where_that_can_be_done() {
        let read = |text: &str| {
            let mut book = ListedBook::default();
            book.read_isbn(text);
            (book.isbn.map(|isbn| isbn.to_string()), book.notes.len())
        };
        assert_eq!(read("439023483"), (Some("9780439023481".to_owned()), 0));
        assert_eq!(read("9.78043902348e+12"), (None, 0));
        assert_eq!(read("978-0-7432-7356-5"), (Some("9780743273565".to_owned()), 0));
        assert_eq!(read("978-0-7432-7356-6"), (None, 1));
        assert_eq!(read(""), (None, 0));
    }

    #[test]
    fn a_series_in_the_title_is_taken_apart() {
        let split = |title: &str| {
            let mut book = ListedBook { title: title.to_owned(), ..ListedBook::default() };
            book.split_series();
            (book.title, book.series)
        };
        assert_eq!(
            split("The Hunger Games (The Hunger Games, #1)"),
            ("The Hunger Games".to_owned(), Some(("The Hunger Games".to_owned(), Some(1.0))))
        );
        assert_eq!(split("Box (Any, #1-3)"), ("Box (Any, #1-3)".to_owned(), None));
        assert_eq!(split("Rain (and Sun)"), ("Rain (and Sun)".to_owned(), None));
        assert_eq!(split("(Any, #1)").1, None);
    }

    #[test]
    fn names_in_one_field_are_parted_and_have_nothing_that_nobody_sees() {
        assert_eq!(
            split_names("\u{202e}Assia\u{200b} Djebar; \u{feff} |Kateb  Yacine"),
            ["Assia Djebar", "Kateb Yacine"]
        );
        assert_eq!(split_names("Mohammed Dib، محمد ديب"), ["Mohammed Dib", "محمد ديب"]);
    }

    #[test]
    fn prices_are_read_as_people_write_them() {
        let read = |text| read_price(text, Currency::DZD).map(|m| (m.amount, m.currency.code().to_owned()));
        assert_eq!(read("$12.99"), Ok((1_299, "USD".to_owned())));
        assert_eq!(read("1 200 DA"), Ok((120_000, "DZD".to_owned())));
        assert_eq!(read("950"), Ok((95_000, "DZD".to_owned())));
        assert_eq!(read("12,50 EUR"), Ok((1_250, "EUR".to_owned())));
        assert!(read("cheap").is_err());
    }
}
