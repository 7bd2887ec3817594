//! The names of what the owner decides, the same as in `warraq.toml` where the operator can decide it too, and what each may
//! be.

use std::str::FromStr as _;

use kernel::{Currency, Money};
use mail::Sender;

use super::written;
use crate::seller::Vat;

/// The most that is paid back without a second has no more digits than any price.
const AMOUNT_LONGEST: usize = 20;
/// The most characters of a sender.
const SENDER_LONGEST: usize = 254;

/// What a setting is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A line of at most so many characters.
    Line(usize),
    /// A percentage.
    Rate,
    /// An amount in the shop's currency, in major units.
    Amount,
    /// A name and an address: `Warraq <no-reply@shop.example>`.
    Sender,
}

macro_rules! settings {
    ($($(#[doc = $doc:literal])+ $variant:ident $name:literal $kind:expr, $default:expr;)+) => {
        /// Something that the owner decides.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Setting { $($(#[doc = $doc])+ $variant),+ }

        impl Setting {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// Its name in the API, in the database and in `warraq.toml`.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }

            /// What it is.
            pub const fn kind(self) -> Kind {
                match self { $(Self::$variant => $kind),+ }
            }

            /// What is taken when nobody says anything; `None` for nothing, or for what follows from another.
            pub const fn default(self) -> Option<&'static str> {
                match self { $(Self::$variant => $default),+ }
            }
        }
    };
}

settings! {
    /// What the shop is called, in Latin letters.
    ShopName "shop_name" Kind::Line(60), Some("Warraq");
    /// What the shop is called, in Arabic letters.
    ShopNameAr "shop_name_ar" Kind::Line(60), Some("ورّاق");
    /// The name of the business that sells.
    SellerName "seller_name" Kind::Line(120), None;
    /// Where it is, in one line.
    SellerAddress "seller_address" Kind::Line(200), None;
    /// Its telephone number.
    SellerPhone "seller_phone" Kind::Line(40), None;
    /// Its tax number (NIF).
    SellerNif "seller_nif" Kind::Line(40), None;
    /// Its number in the commercial register (RC).
    SellerRc "seller_rc" Kind::Line(40), None;
    /// Its tax article (AI).
    SellerAi "seller_ai" Kind::Line(40), None;
    /// Its statistical number (NIS).
    SellerNis "seller_nis" Kind::Line(40), None;
    /// The value added tax that prices contain, in percent.
    SellerVat "seller_vat" Kind::Rate, None;
    /// Who mails come from.
    MailFrom "mail_from" Kind::Sender, None;
    /// The most that one admin pays back without a second.
    RefundsAlone "refunds_alone" Kind::Amount, None;
}

/// Why a value is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WrongValue {
    /// It has more characters than this.
    TooLong(usize),
    /// It has signs that no line has.
    NotALine,
    /// It is no percentage from 0 to 100.
    NotARate,
    /// It is no amount of the shop's currency.
    NotAnAmount,
    /// It is no name and address that mails can come from.
    NotASender,
}

impl Setting {
    /// The setting of exactly this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|setting| setting.name() == name)
    }

    /// The value as it is kept; `None` where it is empty, which leaves the default.
    pub fn check(self, text: &str, currency: Currency) -> Result<Option<String>, WrongValue> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(None);
        }
        let within = |most: usize| match text.chars().count() {
            count if count > most => Err(WrongValue::TooLong(most)),
            _ => Ok(()),
        };
        let value = match self.kind() {
            Kind::Line(most) => {
                within(most)?;
                if text.contains(is_no_line) {
                    return Err(WrongValue::NotALine);
                }
                text.to_owned()
            }
            Kind::Rate => {
                Vat::from_str(&text.replace(',', ".")).map_err(|_| WrongValue::NotARate)?.to_string()
            }
            Kind::Amount => {
                within(AMOUNT_LONGEST).map_err(|_| WrongValue::NotAnAmount)?;
                let plain: String = text.replace(',', ".").split_whitespace().collect();
                written(Money::parse_major(&plain, currency).map_err(|_| WrongValue::NotAnAmount)?)
            }
            Kind::Sender => {
                within(SENDER_LONGEST)?;
                Sender::from_str(text).map_err(|_| WrongValue::NotASender)?.to_string()
            }
        };
        Ok(Some(value))
    }
}

/// Controls, and marks that change the direction of what stands around them.
fn is_no_line(sign: char) -> bool {
    sign.is_control() || matches!(sign, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(setting: Setting, text: &str) -> Result<Option<String>, WrongValue> {
        setting.check(text, Currency::DZD)
    }

    #[test]
    fn a_value_is_kept_as_it_is_meant_and_an_empty_one_leaves_the_default() {
        let kept = |text: &str| Ok(Some(text.to_owned()));
        assert_eq!(check(Setting::ShopName, "  El Ijtihad "), kept("El Ijtihad"));
        assert_eq!(check(Setting::ShopName, " "), Ok(None));
        assert_eq!(check(Setting::SellerVat, "5,5"), kept("5.5"));
        assert_eq!(check(Setting::RefundsAlone, "10 000,50"), kept("10000.50"));
        assert_eq!(check(Setting::RefundsAlone, "1000"), kept("1000"));
        assert_eq!(
            check(Setting::MailFrom, "\"Shop, Inc.\" <a@shop.example>"),
            kept("Shop, Inc. <a@shop.example>")
        );
    }

    #[test]
    fn what_cannot_be_is_refused() {
        assert_eq!(check(Setting::ShopName, &"x".repeat(61)), Err(WrongValue::TooLong(60)));
        assert_eq!(check(Setting::ShopName, "a\u{202e}b"), Err(WrongValue::NotALine));
        assert_eq!(check(Setting::SellerVat, "101"), Err(WrongValue::NotARate));
        assert_eq!(check(Setting::RefundsAlone, "-1"), Err(WrongValue::NotAnAmount));
        assert_eq!(check(Setting::MailFrom, "The shop"), Err(WrongValue::NotASender));
    }

    #[test]
    fn a_setting_is_its_name() {
        for setting in Setting::ALL {
            assert_eq!(Setting::from_name(setting.name()), Some(*setting));
        }
        assert_eq!(Setting::from_name("smtp_url"), None);
    }
}
