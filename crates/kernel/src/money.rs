//! Money as an integer count of minor units with its currency; never a float.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A currency by its ISO 4217 code. Any three capital letters are kept, so that a price in a currency we do
/// not sell in survives an import; `minor_digits` is exact for those that have no two decimals.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency([u8; 3]);

/// The text is not a currency code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a currency: expected a code of three capital letters such as DZD")]
pub struct CurrencyError;

impl Currency {
    /// The Algerian dinar, in whose centimes the home market counts.
    pub const DZD: Self = Self(*b"DZD");
    /// The euro.
    pub const EUR: Self = Self(*b"EUR");
    /// The dollar of the United States.
    pub const USD: Self = Self(*b"USD");

    /// `DZD`, `EUR`, …
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("XXX")
    }

    /// How many decimals the minor unit is (ISO 4217 list one): 2 for most, 0 for the yen, 3 for the Tunisian dinar.
    pub fn minor_digits(&self) -> u32 {
        match &self.0 {
            b"BIF" | b"CLP" | b"DJF" | b"GNF" | b"ISK" | b"JPY" | b"KMF" | b"KRW" | b"PYG" | b"RWF"
            | b"UGX" | b"VND" | b"VUV" | b"XAF" | b"XOF" | b"XPF" => 0,
            b"BHD" | b"IQD" | b"JOD" | b"KWD" | b"LYD" | b"OMR" | b"TND" => 3,
            _ => 2,
        }
    }

    /// How many minor units one major unit has.
    pub fn minor_per_major(&self) -> i64 {
        10_i64.pow(self.minor_digits())
    }
}

impl FromStr for Currency {
    type Err = CurrencyError;

    fn from_str(text: &str) -> Result<Self, CurrencyError> {
        match text.as_bytes() {
            &[a, b, c] if [a, b, c].iter().all(u8::is_ascii_uppercase) => Ok(Self([a, b, c])),
            _ => Err(CurrencyError),
        }
    }
}
impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
impl Serialize for Currency {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}
impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

/// An amount in minor units (centimes) of a currency. Never negative where it is a price.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Money {
    /// Minor units: 120000 is 1 200 DA.
    pub amount: i64,
    /// What the amount counts.
    pub currency: Currency,
}

/// Why a written price could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// Not a plain decimal number.
    #[error("not a price: expected a number such as 950 or 12.99")]
    Shape,
    /// More decimals than the currency has.
    #[error("the price has more decimals than its currency")]
    TooFine,
    /// Larger than any book costs (a hundred million major units).
    #[error("the price is too large")]
    TooLarge,
}

impl Money {
    /// Nothing, in `currency`.
    pub const fn zero(currency: Currency) -> Self {
        Self { amount: 0, currency }
    }

    /// A price of zero is a free book.
    pub const fn is_zero(self) -> bool {
        self.amount == 0
    }

    /// Reads a decimal amount of major units (`950`, `12.99`), with a point, without thousands marks or a sign.
    pub fn parse_major(text: &str, currency: Currency) -> Result<Self, MoneyError> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let plain = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() || !plain(whole) || !plain(fraction) || text.ends_with('.') {
            return Err(MoneyError::Shape);
        }
        let digits = currency.minor_digits() as usize;
        let fraction = fraction.trim_end_matches('0');
        if fraction.len() > digits {
            return Err(MoneyError::TooFine);
        }
        if whole.trim_start_matches('0').len() > 8 {
            return Err(MoneyError::TooLarge);
        }
        let minor: i64 = format!("{whole}{fraction:0<digits$}").parse().map_err(|_| MoneyError::TooLarge)?;
        Ok(Self { amount: minor, currency })
    }

    /// The amount as a plain decimal of major units with all its decimals: `1200.00`, as schema.org and gateways want it.
    pub fn major(self) -> String {
        let (per, digits) = (self.currency.minor_per_major(), self.currency.minor_digits() as usize);
        let sign = if self.amount < 0 { "-" } else { "" };
        let amount = self.amount.unsigned_abs();
        let per = per.unsigned_abs();
        if digits == 0 {
            format!("{sign}{amount}")
        } else {
            format!("{sign}{}.{:0digits$}", amount / per, amount % per)
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_written_price_becomes_minor_units() {
        let dzd = |text| Money::parse_major(text, Currency::DZD).map(|m| m.amount);
        assert_eq!(dzd("950"), Ok(95_000));
        assert_eq!(dzd("12.99"), Ok(1_299));
        assert_eq!(dzd("12.5"), Ok(1_250));
        assert_eq!(dzd("0"), Ok(0));
        assert_eq!(dzd("12.990"), Ok(1_299));
        assert_eq!(dzd("12.999"), Err(MoneyError::TooFine));
        assert_eq!(dzd("100000000000"), Err(MoneyError::TooLarge));
        for bad in ["", ".5", "5.", "-5", "+5", "1,200", "1e3", "NaN", "١٢", " 5"] {
            assert_eq!(dzd(bad), Err(MoneyError::Shape), "{bad:?}");
        }
        let yen = "JPY".parse().unwrap();
        assert_eq!(Money::parse_major("500", yen), Ok(Money { amount: 500, currency: yen }));
    }

    proptest! {
        #[test]
        fn what_is_printed_reads_back(amount in 0_i64..10_000_000_000, code in "DZD|JPY|TND|EUR") {
            let money = Money { amount, currency: code.parse().unwrap() };
            let read = Money::parse_major(&money.major(), money.currency);
            prop_assert!(read == Ok(money) || read == Err(MoneyError::TooLarge));
        }
    }
}
