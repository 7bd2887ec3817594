//! Small facts about a book, each with the forms in which lists and files write it.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::text_enum::text_enum;

text_enum! {
    /// Where a book stands between the bookseller's desk and the shop window.
    pub enum Status {
        /// Being prepared; nobody but the shop's people sees it.
        Draft = "draft",
        /// In the shop.
        Published = "published",
        /// No longer sold; who owns it keeps it.
        Withdrawn = "withdrawn",
    }
}

impl Status {
    /// Of a new book: nothing is given away by accident, so one without a price waits.
    pub(crate) fn by_price(price: Option<kernel::Money>) -> Self {
        if price.is_some() { Self::Published } else { Self::Draft }
    }
}

text_enum! {
    /// What kind of file a book can be read as.
    pub enum Format {
        /// Flowing or fixed pages of XHTML.
        Epub = "epub",
        /// Printed pages.
        Pdf = "pdf",
    }
}

impl From<publication::Kind> for Format {
    fn from(kind: publication::Kind) -> Self {
        match kind {
            publication::Kind::Epub => Self::Epub,
            publication::Kind::Pdf => Self::Pdf,
        }
    }
}

/// A day, a month or a year: as much of a release date as is known. Its text is `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ReleaseDate {
    /// 0 to 9999; what came before the year 0 is not sold as e-books.
    pub year: u16,
    /// 1 to 12.
    pub month: Option<u8>,
    /// 1 to 31, only with a month.
    pub day: Option<u8>,
}

/// The text is not a date that can be known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a date: expected YYYY, YYYY-MM or YYYY-MM-DD")]
pub struct ReleaseDateError;

impl ReleaseDate {
    fn new(year: u16, month: Option<u8>, day: Option<u8>) -> Result<Self, ReleaseDateError> {
        let days = match month {
            None | Some(1 | 3 | 5 | 7 | 8 | 10 | 12) => 31,
            Some(4 | 6 | 9 | 11) => 30,
            Some(2) if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
                29
            }
            Some(2) => 28,
            Some(_) => return Err(ReleaseDateError),
        };
        let day_fits = day.is_none_or(|day| month.is_some() && (1..=days).contains(&day));
        if year <= 9999 && day_fits { Ok(Self { year, month, day }) } else { Err(ReleaseDateError) }
    }

    /// Reads `04-10-1925` as 10 April 1925: the mobile app's lists put the month first.
    pub fn from_month_day_year(text: &str) -> Result<Self, ReleaseDateError> {
        let parts: Vec<_> = text.trim().split('-').collect();
        let [month, day, year] = parts.as_slice() else { return Err(ReleaseDateError) };
        Self::new(digits(year, 4)?, Some(small(month)?), Some(small(day)?))
    }
}

fn digits(text: &str, most: usize) -> Result<u16, ReleaseDateError> {
    if text.is_empty() || text.len() > most || !text.bytes().all(|b| b.is_ascii_digit()) {
        return Err(ReleaseDateError);
    }
    text.parse().map_err(|_| ReleaseDateError)
}

fn small(text: &str) -> Result<u8, ReleaseDateError> {
    u8::try_from(digits(text, 2)?).map_err(|_| ReleaseDateError)
}

impl FromStr for ReleaseDate {
    type Err = ReleaseDateError;

    /// Also takes a time behind the date, and the `1925.0` into which a spreadsheet turns a year.
    fn from_str(text: &str) -> Result<Self, ReleaseDateError> {
        let text = text.trim().split('T').next().unwrap_or_default().trim_end_matches(".0");
        let parts: Vec<_> = text.split('-').collect();
        match parts.as_slice() {
            [year] => Self::new(digits(year, 4)?, None, None),
            [year, month] => Self::new(digits(year, 4)?, Some(small(month)?), None),
            [year, month, day] => Self::new(digits(year, 4)?, Some(small(month)?), Some(small(day)?)),
            _ => Err(ReleaseDateError),
        }
    }
}

impl fmt::Display for ReleaseDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        for part in [self.month, self.day].into_iter().flatten() {
            write!(f, "-{part:02}")?;
        }
        Ok(())
    }
}

impl Serialize for ReleaseDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for ReleaseDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

db::text_value!(ReleaseDate);

/// How many pages a book has: a number, or a range where editions differ. Both ends count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct PageCount {
    /// The fewest, at least 1.
    pub min: u32,
    /// The most; equal to `min` where the number is exact.
    pub max: u32,
}

/// The text is no number or range of pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a number of pages: expected 312 or 180-210")]
pub struct PageCountError;

impl PageCount {
    /// Exactly `pages`; `None` for zero.
    pub fn exactly(pages: u32) -> Option<Self> {
        (pages > 0).then_some(Self { min: pages, max: pages })
    }
}

impl FromStr for PageCount {
    type Err = PageCountError;

    fn from_str(text: &str) -> Result<Self, PageCountError> {
        let number = |part: &str| {
            let part = part.trim().trim_end_matches(".0");
            let plain = !part.is_empty() && part.len() <= 6 && part.bytes().all(|b| b.is_ascii_digit());
            plain.then(|| part.parse::<u32>().ok()).flatten().filter(|n| *n > 0).ok_or(PageCountError)
        };
        let (min, max) = match text.split_once(['-', '–', '—']) {
            Some((min, max)) => (number(min)?, number(max)?),
            None => (number(text)?, number(text)?),
        };
        if min <= max { Ok(Self { min, max }) } else { Err(PageCountError) }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn as_much_of_a_date_as_is_known_is_kept() {
        for (text, kept) in [
            ("1925", "1925"),
            ("1925.0", "1925"),
            ("1925-04", "1925-04"),
            ("2024-02-29", "2024-02-29"),
            ("2024-02-29T10:00:00Z", "2024-02-29"),
        ] {
            assert_eq!(text.parse::<ReleaseDate>().map(|d| d.to_string()), Ok(kept.to_owned()), "{text}");
        }
        for bad in ["", "-750", "2023-02-29", "1925-13", "1925-00-10", "April 1925", "19250410", "2024-1-1-1"]
        {
            assert!(bad.parse::<ReleaseDate>().is_err(), "{bad}");
        }
    }

    #[test]
    fn the_mobile_apps_dates_put_the_month_first() {
        assert_eq!(
            ReleaseDate::from_month_day_year("04-10-1925").map(|d| d.to_string()),
            Ok("1925-04-10".to_owned())
        );
        assert!(ReleaseDate::from_month_day_year("13-10-1925").is_err());
    }

    #[test]
    fn pages_are_a_number_or_a_range() {
        assert_eq!("180-210".parse(), Ok(PageCount { min: 180, max: 210 }));
        assert_eq!("180 – 210".parse(), Ok(PageCount { min: 180, max: 210 }));
        assert_eq!("312".parse(), Ok(PageCount { min: 312, max: 312 }));
        for bad in ["", "0", "210-180", "many", "-5", "9999999"] {
            assert!(bad.parse::<PageCount>().is_err(), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn any_text_gets_an_answer(text in ".{0,20}") {
            let _ = (text.parse::<ReleaseDate>(), ReleaseDate::from_month_day_year(&text), text.parse::<PageCount>());
        }
    }
}
