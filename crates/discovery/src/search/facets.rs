//! What the numbers in the index mean: facets, orders, kinds.

use std::collections::BTreeMap;

use catalogue::Format;
use catalogue::changes::Findable;
use kernel::{Currency, Language, Money};
use search::Kind;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

pub(super) const GENRE: usize = 0;
pub(super) const AUTHOR: usize = 1;
pub(super) const PUBLISHER: usize = 2;
pub(super) const SERIES: usize = 3;
pub(super) const LANGUAGE: usize = 4;
pub(super) const FORMAT: usize = 5;
pub(super) const PRICE: usize = 6;
/// The mean rating in tenths of a star; none without ratings.
pub(super) const RATING: usize = 7;
pub(super) const AVAILABILITY: usize = 8;

/// Those that are counted: what one chooses among.
pub(super) const COUNTED: [usize; 6] = [GENRE, LANGUAGE, FORMAT, PRICE, RATING, AVAILABILITY];

/// When it came into the shop, in milliseconds.
pub(super) const PUBLISHED: usize = 0;
/// Its price in minor units.
pub(super) const AMOUNT: usize = 1;
/// What readers think of it, drawn to the middle where they are few; in millionths.
pub(super) const SCORE: usize = 2;
/// Copies sold.
pub(super) const SOLD: usize = 3;

/// How a kind is numbered in the index.
pub(super) fn kind(of: Findable) -> Kind {
    Kind(match of {
        Findable::Book => 0,
        Findable::Author => 1,
        Findable::Series => 2,
        Findable::Genre => 3,
    })
}

/// A language as a number: the bytes of its tag.
pub(crate) fn language(of: Language) -> u64 {
    of.as_str().bytes().fold(0, |number, byte| number << 8 | u64::from(byte))
}

/// The language of a number.
pub(super) fn language_of(number: u64) -> Option<Language> {
    let bytes = number.to_be_bytes();
    let tag = bytes.iter().copied().skip_while(|byte| *byte == 0).collect();
    String::from_utf8(tag).ok()?.parse().ok()
}

/// A format as a number.
pub(super) fn format(of: Format) -> u64 {
    match of {
        Format::Epub => 0,
        Format::Pdf => 1,
    }
}

/// The format of a number.
pub(super) fn format_of(number: u64) -> Option<Format> {
    [Format::Epub, Format::Pdf].into_iter().find(|one| format(*one) == number)
}

/// What a book costs, roughly. The bands are in the shop's own currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
pub enum PriceBand {
    /// Nothing.
    #[serde(rename = "free")]
    Free,
    /// Something.
    #[serde(rename = "paid")]
    Paid,
    /// Something, up to 500.
    #[serde(rename = "to-500")]
    Low,
    /// Over 500, up to 1000.
    #[serde(rename = "500-1000")]
    Middle,
    /// Over 1000.
    #[serde(rename = "from-1000")]
    High,
}

impl PriceBand {
    pub(super) const ALL: [Self; 5] = [Self::Free, Self::Paid, Self::Low, Self::Middle, Self::High];

    /// Its word in addresses.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Free => "free",
            Self::Paid => "paid",
            Self::Low => "to-500",
            Self::Middle => "500-1000",
            Self::High => "from-1000",
        }
    }

    pub(super) fn number(self) -> u64 {
        self as u64
    }

    /// Those that a price is in; a price in another currency is in no band.
    pub(super) fn of(price: Money, own: Currency) -> Vec<Self> {
        if price.amount == 0 {
            return vec![Self::Free];
        }
        let band = match price.amount / own.minor_per_major() {
            0..=499 => Self::Low,
            500 if price.amount % own.minor_per_major() == 0 => Self::Low,
            500..=999 => Self::Middle,
            1_000 if price.amount % own.minor_per_major() == 0 => Self::Middle,
            _ => Self::High,
        };
        if price.currency == own { vec![Self::Paid, band] } else { vec![Self::Paid] }
    }
}

/// Whether a book can be read yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Availability {
    /// It has a file.
    Available,
    /// It is announced: there is no file yet.
    Announced,
}

impl Availability {
    pub(super) const ALL: [Self; 2] = [Self::Available, Self::Announced];

    /// Its word in addresses.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Available => "available",
            Self::Announced => "announced",
        }
    }

    pub(super) fn number(self) -> u64 {
        self as u64
    }
}

/// Least ratings in stars, with how many have at least that, of counts by tenths of a star.
pub(super) fn ratings(of: &BTreeMap<u64, usize>) -> Vec<(u64, usize)> {
    let at_least = |stars: u64| of.range(stars * 10..).map(|(_, count)| count).sum();
    [4, 3, 2, 1].into_iter().map(|stars| (stars, at_least(stars))).filter(|(_, count)| *count > 0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_comes_back_from_its_number() {
        for tag in ["ar", "fr", "kab", "und"] {
            let one: Language = tag.parse().unwrap();
            assert_eq!(language_of(language(one)), Some(one));
        }
        assert_eq!(language_of(0), None);
    }

    #[test]
    fn a_price_has_its_bands() {
        let bands = |amount| PriceBand::of(Money { amount, currency: Currency::DZD }, Currency::DZD);
        assert_eq!(bands(0), [PriceBand::Free]);
        assert_eq!(bands(50_000), [PriceBand::Paid, PriceBand::Low]);
        assert_eq!(bands(50_001), [PriceBand::Paid, PriceBand::Middle]);
        assert_eq!(bands(100_000), [PriceBand::Paid, PriceBand::Middle]);
        assert_eq!(bands(100_001), [PriceBand::Paid, PriceBand::High]);
        let foreign = Money { amount: 1_299, currency: Currency::USD };
        assert_eq!(PriceBand::of(foreign, Currency::DZD), [PriceBand::Paid]);
    }
}
