//! The names of what the owner decides, the same as in `warraq.toml` where the operator can decide it too, and what each may
//! be.

use std::str::FromStr as _;

use i18n::Locale;
use kernel::{Currency, Money, seen_line};
use mail::Sender;

use super::letter::LetterKind;
use super::written;
use crate::seller::Vat;

/// The most that is paid back without a second has no more digits than any price.
const AMOUNT_LONGEST: usize = 20;
/// The name of the logo in the table.
const LOGO: &str = "logo";
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
    /// A text of at most so many characters, in paragraphs.
    Text(usize),
    /// Some of our languages by their tags: `fr,ar`.
    Languages,
    /// One of our languages by its tag.
    Language,
    /// A colour: `#322318`.
    Colour,
    /// `on` or `off`.
    Switch,
    /// A whole number between these two.
    Number(u32, u32),
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
    /// What the shop is, in a sentence or two, in English.
    DescriptionEn "description_en" Kind::Text(300), None;
    /// The same in French.
    DescriptionFr "description_fr" Kind::Text(300), None;
    /// The same in Arabic.
    DescriptionAr "description_ar" Kind::Text(300), None;
    /// The languages that readers are offered.
    Languages "languages" Kind::Languages, Some("en,fr,ar");
    /// The language of whoever asks for none of them.
    DefaultLanguage "default_language" Kind::Language, Some("en");
    /// The ground of the sign-in pages' bar in light colours.
    Accent "accent" Kind::Colour, None;
    /// The same in dark colours.
    AccentDark "accent_dark" Kind::Colour, None;
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
    /// Whether books can be bought, where there is a payment service.
    Payments "payments" Kind::Switch, Some("on");
    /// The most that one admin pays back without a second.
    RefundsAlone "refunds_alone" Kind::Amount, None;
    /// The largest EPUB that is taken in the panel, in MiB.
    EpubLargest "epub_largest" Kind::Number(1, 300), Some("300");
    /// The largest PDF that is taken in the panel, in MiB.
    PdfLargest "pdf_largest" Kind::Number(1, 1_024), Some("1024");
    /// How often a reader saves the files of a book within thirty days.
    SavesPerBook "saves_per_book" Kind::Number(1, 1_000), Some("20");
    /// How many comments one reader writes in a minute.
    CommentsPerMinute "comments_per_minute" Kind::Number(1, 30), Some("5");
}

/// What the table of settings names: a setting, or the owner's words for a kind of mail in a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// A setting.
    Setting(Setting),
    /// Words of a mail.
    Letter(LetterKind, Locale),
    /// The logo.
    Logo,
}

impl Key {
    /// Its name in the database and in the audit log.
    pub fn name(self) -> String {
        match self {
            Self::Setting(setting) => setting.name().to_owned(),
            Self::Logo => LOGO.to_owned(),
            Self::Letter(kind, l) => format!("letter.{kind}.{l}"),
        }
    }

    /// The key of exactly this name.
    pub fn from_name(name: &str) -> Option<Self> {
        if name == LOGO {
            return Some(Self::Logo);
        }
        let Some(letter) = name.strip_prefix("letter.") else {
            return Setting::from_name(name).map(Self::Setting);
        };
        let (kind, tag) = letter.split_once('.')?;
        Some(Self::Letter(kind.parse().ok()?, Locale::from_tag(tag)?))
    }
}

/// Why a value is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WrongValue {
    /// It has more characters than this.
    TooLong(usize),
    /// It has nothing that anybody sees.
    Unseen,
    /// It has signs that no line has.
    NotALine,
    /// It is no percentage from 0 to 100.
    NotARate,
    /// It is no amount of the shop's currency.
    NotAnAmount,
    /// It is no name and address that mails can come from.
    NotASender,
    /// It has control characters, or marks of direction.
    NotAText,
    /// It is no colour.
    NotAColour,
    /// It is neither `on` nor `off`.
    NotASwitch,
    /// It is no whole number between these two.
    OutOfRange(u32, u32),
    /// It names what is none of our languages, or none at all.
    NotALanguage,
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
                let seen = seen_line(text);
                if seen.is_empty() {
                    return Err(WrongValue::Unseen);
                }
                seen
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
            Kind::Text(most) => {
                let text = text.replace("\r\n", "\n");
                within(most)?;
                if text.chars().any(|sign| sign != '\n' && is_no_line(sign)) {
                    return Err(WrongValue::NotAText);
                }
                text
            }
            Kind::Languages => {
                let wanted = languages(text).ok_or(WrongValue::NotALanguage)?;
                let tags = Locale::ALL.into_iter().filter(|l| wanted.contains(l)).map(Locale::tag);
                tags.collect::<Vec<_>>().join(",")
            }
            Kind::Switch if matches!(text, "on" | "off") => text.to_owned(),
            Kind::Switch => return Err(WrongValue::NotASwitch),
            Kind::Number(least, most) => {
                let number = text.parse::<u32>().ok().filter(|number| (least..=most).contains(number));
                number.ok_or(WrongValue::OutOfRange(least, most))?.to_string()
            }
            Kind::Colour => colour(text).ok_or(WrongValue::NotAColour)?,
            Kind::Language => Locale::from_tag(text).ok_or(WrongValue::NotALanguage)?.tag().to_owned(),
        };
        Ok(Some(value))
    }
}

/// A colour in small letters; `None` where it is none.
fn colour(text: &str) -> Option<String> {
    let digits = text.strip_prefix('#')?;
    let is_one = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_one.then(|| text.to_ascii_lowercase())
}

/// The languages of a list; `None` where one of them is none of ours.
pub(super) fn languages(text: &str) -> Option<Vec<Locale>> {
    text.split(',').map(|tag| Locale::from_tag(tag.trim())).collect()
}

/// Controls, and marks that change the direction of what stands around them.
pub(super) fn is_no_line(sign: char) -> bool {
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
        assert_eq!(check(Setting::Languages, "ar, fr"), kept("fr,ar"));
        assert_eq!(check(Setting::Accent, "#0A5C36"), kept("#0a5c36"));
        assert_eq!(
            check(Setting::MailFrom, "\"Shop, Inc.\" <a@shop.example>"),
            kept("Shop, Inc. <a@shop.example>")
        );
    }

    #[test]
    fn what_cannot_be_is_refused() {
        assert_eq!(check(Setting::ShopName, &"x".repeat(61)), Err(WrongValue::TooLong(60)));
        assert_eq!(check(Setting::ShopName, "a\u{202e}b"), Err(WrongValue::NotALine));
        for nothing in ["\u{200f}", "\u{200b}\u{200b}", "\u{200f} \u{feff}", "\u{3164}"] {
            assert_eq!(check(Setting::ShopName, nothing), Err(WrongValue::Unseen), "{nothing:?}");
        }
        assert_eq!(check(Setting::ShopNameAr, "\u{200f}ورّاق"), Ok(Some("ورّاق".to_owned())));
        assert_eq!(check(Setting::SellerVat, "101"), Err(WrongValue::NotARate));
        assert_eq!(check(Setting::RefundsAlone, "-1"), Err(WrongValue::NotAnAmount));
        assert_eq!(check(Setting::MailFrom, "The shop"), Err(WrongValue::NotASender));
        for colour in ["0a5c36", "#0a5", "red", "#0a5c3g", "#0a5c36;}"] {
            assert_eq!(check(Setting::Accent, colour), Err(WrongValue::NotAColour), "{colour}");
        }
        for number in ["0", "301", "-1", "1.5", "many"] {
            assert_eq!(check(Setting::EpubLargest, number), Err(WrongValue::OutOfRange(1, 300)), "{number}");
        }
        assert_eq!(check(Setting::Payments, "maybe"), Err(WrongValue::NotASwitch));
        assert_eq!(check(Setting::Languages, "fr,de"), Err(WrongValue::NotALanguage));
        assert_eq!(check(Setting::DescriptionFr, &"é".repeat(301)), Err(WrongValue::TooLong(300)));
    }

    #[test]
    fn a_setting_is_its_name() {
        for setting in Setting::ALL {
            assert_eq!(Setting::from_name(setting.name()), Some(*setting));
        }
        let letter = Key::Letter(LetterKind::Verify, Locale::Fr);
        assert_eq!(
            (letter.name().as_str(), Key::from_name("letter.verify.fr")),
            ("letter.verify.fr", Some(letter))
        );
        assert_eq!(Setting::from_name("smtp_url"), None);
    }
}
