//! International Standard Book Numbers (ISO 2108), kept as 13 digits whatever was written down.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A valid ISBN-13. An ISBN-10 becomes one by its `978` prefix; hyphens and spaces are dropped.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Isbn([u8; 13]);

/// Why a text is not an ISBN.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum IsbnError {
    /// Not 10 or 13 characters once hyphens and spaces are gone, or something that is no digit among them.
    #[error("an ISBN has 10 or 13 digits")]
    Shape,
    /// The last digit does not agree with the others: a typing error somewhere.
    #[error("the check digit of this ISBN is wrong")]
    CheckDigit,
    /// Thirteen good digits that are not a book's: an ISBN-13 starts with 978 or 979.
    #[error("an ISBN of 13 digits starts with 978 or 979")]
    Prefix,
}

impl Isbn {
    /// The 13 digits without hyphens.
    pub fn as_str(&self) -> &str {
        // The bytes are ASCII digits by construction, so this never falls back.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    fn from_ten(digits: &[u8]) -> Result<Self, IsbnError> {
        let mut sum = 0;
        for (&digit, weight) in digits.iter().zip((1..=10_u32).rev()) {
            let value = match digit {
                b'0'..=b'9' => u32::from(digit - b'0'),
                b'X' | b'x' if weight == 1 => 10,
                _ => return Err(IsbnError::Shape),
            };
            sum += value * weight;
        }
        if sum % 11 != 0 {
            return Err(IsbnError::CheckDigit);
        }
        let mut thirteen = *b"9780000000000";
        thirteen[3..12].copy_from_slice(&digits[..9]);
        thirteen[12] = check_digit(&thirteen);
        Ok(Self(thirteen))
    }

    fn from_thirteen(digits: &[u8]) -> Result<Self, IsbnError> {
        let digits: [u8; 13] = digits.try_into().map_err(|_| IsbnError::Shape)?;
        if !digits.iter().all(u8::is_ascii_digit) {
            return Err(IsbnError::Shape);
        }
        if !digits.starts_with(b"978") && !digits.starts_with(b"979") {
            return Err(IsbnError::Prefix);
        }
        if check_digit(&digits) != digits[12] {
            return Err(IsbnError::CheckDigit);
        }
        Ok(Self(digits))
    }
}

/// The thirteenth digit that the first twelve ask for (weights 1 and 3, modulo 10).
fn check_digit(digits: &[u8; 13]) -> u8 {
    let sum: u32 = digits[..12]
        .iter()
        .zip([1, 3].into_iter().cycle())
        .map(|(&digit, weight)| u32::from(digit - b'0') * weight)
        .sum();
    b'0' + u8::try_from((10 - sum % 10) % 10).unwrap_or(0)
}

impl FromStr for Isbn {
    type Err = IsbnError;

    fn from_str(text: &str) -> Result<Self, IsbnError> {
        let text = text.trim();
        let text = text.strip_prefix("urn:isbn:").or_else(|| text.strip_prefix("URN:ISBN:")).unwrap_or(text);
        let digits: Vec<u8> = text
            .chars()
            .filter(|c| !matches!(c, '-' | ' ' | '\u{00a0}' | '\u{2010}'..='\u{2015}'))
            .map(|c| u8::try_from(c).map_err(|_| IsbnError::Shape))
            .collect::<Result<_, _>>()?;
        match digits.len() {
            10 => Self::from_ten(&digits),
            13 => Self::from_thirteen(&digits),
            _ => Err(IsbnError::Shape),
        }
    }
}

impl fmt::Display for Isbn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
impl fmt::Debug for Isbn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Isbn({})", self.as_str())
    }
}
impl Serialize for Isbn {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
impl<'de> Deserialize<'de> for Isbn {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn ten_digits_become_thirteen_whatever_the_hyphens() {
        for text in ["0-7432-7356-7", "0743273567", "978-0-7432-7356-5", "urn:isbn:9780743273565"] {
            assert_eq!(text.parse::<Isbn>().map(|i| i.to_string()), Ok("9780743273565".into()), "{text}");
        }
        assert_eq!("080442957X".parse::<Isbn>().map(|i| i.to_string()), Ok("9780804429573".into()));
    }

    #[test]
    fn what_is_wrong_is_told_apart() {
        assert_eq!("0743273568".parse::<Isbn>(), Err(IsbnError::CheckDigit));
        assert_eq!("9780743273566".parse::<Isbn>(), Err(IsbnError::CheckDigit));
        assert_eq!("4006381333931".parse::<Isbn>(), Err(IsbnError::Prefix));
        assert_eq!("97807432".parse::<Isbn>(), Err(IsbnError::Shape));
        assert_eq!("X743273567".parse::<Isbn>(), Err(IsbnError::Shape));
        assert_eq!("٩٧٨٠٧٤٣٢٧٣٥٦٥".parse::<Isbn>(), Err(IsbnError::Shape));
    }

    proptest! {
        #[test]
        fn any_text_gets_an_answer(text in ".{0,20}") {
            let _ = text.parse::<Isbn>();
        }

        #[test]
        fn one_wrong_digit_is_always_noticed(body in 0_u64..1_000_000_000, place in 3_usize..13, by in 1_u8..10) {
            let mut digits = *b"9780000000000";
            digits[3..12].copy_from_slice(format!("{body:09}").as_bytes());
            digits[12] = check_digit(&digits);
            let good = String::from_utf8_lossy(&digits).into_owned();
            prop_assert!(good.parse::<Isbn>().is_ok());
            digits[place] = b'0' + (digits[place] - b'0' + by) % 10;
            let bad = String::from_utf8_lossy(&digits).into_owned();
            prop_assert_eq!(bad.parse::<Isbn>(), Err(IsbnError::CheckDigit));
        }
    }
}
