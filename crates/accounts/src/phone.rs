//! Phone numbers, kept as E.164. One without a country code is Algerian.

use phonenumber::{Mode, country};

/// A number of a country, `+213551234567`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phone(String);

/// The text is no number that could be called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrongPhone;

/// Longer texts are no phone numbers, whatever they hold.
const LONGEST: usize = 40;

impl Phone {
    /// Reads a number as people write it: with spaces, dots, brackets, `00` or `+`, in Arabic digits too.
    pub fn parse(text: &str) -> Result<Self, WrongPhone> {
        let text = text.trim();
        if text.is_empty() || text.chars().count() > LONGEST {
            return Err(WrongPhone);
        }
        let western: String = text.chars().map(western).collect();
        let international = match western.strip_prefix("00") {
            Some(rest) => format!("+{rest}"),
            None => western,
        };
        let number = phonenumber::parse(Some(country::DZ), international).map_err(|_| WrongPhone)?;
        if !phonenumber::is_valid(&number) {
            return Err(WrongPhone);
        }
        Ok(Self(number.format().mode(Mode::E164).to_string()))
    }

    /// The number as E.164.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Arabic-Indic digits, also the Persian ones, as western ones.
fn western(letter: char) -> char {
    let digit = match letter {
        '٠'..='٩' => u32::from(letter) - u32::from('٠'),
        '۰'..='۹' => u32::from(letter) - u32::from('۰'),
        _ => return letter,
    };
    char::from_digit(digit, 10).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str) -> Option<String> {
        Phone::parse(text).ok().map(|phone| phone.0)
    }

    #[test]
    fn a_number_without_a_country_is_algerian() {
        for text in ["0551 23 45 67", "+213 551-23-45-67", "00213551234567", "٠٥٥١٢٣٤٥٦٧", "(0551) 234567"]
        {
            assert_eq!(read(text).as_deref(), Some("+213551234567"), "{text}");
        }
    }

    #[test]
    fn other_countries_are_kept() {
        assert_eq!(read("+33 6 12 34 56 78").as_deref(), Some("+33612345678"));
    }

    #[test]
    fn what_cannot_be_called_is_refused() {
        for text in ["", "12", "055123456789012", "not a number", "+999 123456", &"1".repeat(5_000)] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "\\PC{0,50}") {
            if let Ok(phone) = Phone::parse(&text) {
                prop_assert_eq!(Phone::parse(phone.as_str()), Ok(phone));
            }
        }
    }
}
