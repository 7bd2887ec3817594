//! Who sells: what Algerian law wants a receipt to say of the seller (commercial register, tax numbers), and the tax that
//! the prices contain.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The seller, as receipts name them. What the operator did not give is empty, and left out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seller {
    /// The name of the business.
    pub name: String,
    /// Where it is, in one line.
    pub address: String,
    /// Its telephone number.
    pub phone: String,
    /// Its tax number (*numéro d'identification fiscale*).
    pub nif: String,
    /// Its number in the commercial register (*registre du commerce*).
    pub rc: String,
    /// Its tax article (*article d'imposition*).
    pub ai: String,
    /// Its statistical number (*numéro d'identification statistique*).
    pub nis: String,
    /// The tax that its prices contain; `None` where none is owed.
    pub vat: Option<Vat>,
}

/// A rate of value added tax, in hundredths of a percent: 900 is 9 %.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vat(u32);

/// The text is no rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("expected a percentage from 0 to 100 such as 9 or 5.5")]
pub struct NotARate;

/// A hundred percent.
const WHOLE: i64 = 10_000;

impl Vat {
    /// The tax that an amount contains, rounded to the nearest minor unit.
    pub fn contained_in(self, amount: i64) -> i64 {
        let (rate, whole) = (i128::from(self.0), i128::from(WHOLE));
        let with = whole + rate;
        let contained = (i128::from(amount) * rate * 2 + with) / (with * 2);
        i64::try_from(contained).unwrap_or(amount)
    }

    /// The rate, in hundredths of a percent.
    pub fn hundredths(self) -> i64 {
        i64::from(self.0)
    }
}

impl FromStr for Vat {
    type Err = NotARate;

    fn from_str(text: &str) -> Result<Self, NotARate> {
        let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(whole) || !digits(part) || whole.len() > 3 || part.len() > 2 {
            return Err(NotARate);
        }
        let hundredths: u32 = format!("{whole}{part:0<2}").parse().map_err(|_| NotARate)?;
        if i64::from(hundredths) <= WHOLE { Ok(Self(hundredths)) } else { Err(NotARate) }
    }
}

impl fmt::Display for Vat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0 / 100, self.0 % 100) {
            (whole, 0) => write!(f, "{whole}"),
            (whole, part) => write!(f, "{whole}.{}", format!("{part:02}").trim_end_matches('0')),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_is_read_as_it_is_written() {
        for text in ["9", "19", "5.5", "0", "100", "12.25"] {
            assert_eq!(text.parse::<Vat>().unwrap().to_string(), text);
        }
        for wrong in ["", "101", "100.01", "-1", "9%", "9,5", "9.", ".5", "1.234", "１"] {
            assert_eq!(wrong.parse::<Vat>(), Err(NotARate), "{wrong}");
        }
    }

    #[test]
    fn the_tax_that_an_amount_contains_is_found_again_from_what_is_without_it() {
        let nine: Vat = "9".parse().unwrap();
        assert_eq!(nine.contained_in(109_000), 9_000);
        assert_eq!(nine.contained_in(0), 0);
        for amount in (0..2_000_000).step_by(777) {
            let without = amount - nine.contained_in(amount);
            let again = without * 109;
            assert!((again - amount * 100).abs() <= 109, "{amount}");
        }
        assert_eq!("100".parse::<Vat>().unwrap().contained_in(i64::MAX), i64::MAX / 2 + 1);
    }
}
