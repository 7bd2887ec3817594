//! What of the shop its owner decides while it is open: its name, who sells, who mails come from. What is said in the panel
//! stands in the database; what the operator set in the file, the environment or an option decides over it. All nodes hold
//! the outcome in memory, and look every few seconds whether it changed.

mod brand;
mod colours;
mod key;
mod letter;
mod logo;
mod store;

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, PoisonError, RwLock};

use db::Db;
use i18n::{Languages, Locale};
use kernel::{Currency, Money};
use mail::Sender;
use ui::Brand;

use crate::seller::Seller;

pub(crate) use brand::show as show_brand;
pub use colours::{Colours, OURS, WORDS};
pub use key::{Key, Kind, Setting, WrongValue};
pub use letter::{LetterKind, NotALetter, SUBJECT_MOST, WORDS_MOST, Wording, WrongWords, fill};
pub use logo::{Logo, Picture};
pub use store::{Change, ChangeError, Changed, Said, change, said};

/// What the operator set, each with the name of what it was set with.
pub type Fixed = BTreeMap<Setting, FixedValue>;

/// A value that the operator set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FixedValue {
    /// The value, as text.
    pub value: String,
    /// What it was set with: `WARRAQ_SHOP_NAME`, `warraq.toml`.
    pub set_with: String,
}

/// The shop as its owner and its operator want it.
#[derive(Debug, Clone)]
pub struct Shop {
    /// Counts the changes in the panel.
    pub version: i64,
    /// What it is called.
    pub brand: Brand,
    /// What it is, in a sentence or two, in the order of [`Locale::ALL`]; empty where nobody says.
    descriptions: [String; 3],
    /// The languages that readers are offered.
    pub languages: Languages,
    /// The colours of the sign-in pages, where they are not ours.
    pub colours: Option<Colours>,
    /// Its logo, where it is not ours.
    pub logo: Option<Arc<Logo>>,
    /// Who sells, as receipts name them.
    pub seller: Seller,
    /// Whether books can be bought, where there is a payment service.
    pub takes_payments: bool,
    /// What the owner limits.
    pub limits: Limits,
    /// What the owner wrote for mails.
    letters: BTreeMap<(LetterKind, Locale), Wording>,
    /// The most that one admin pays back without a second; `None` for any amount.
    pub refunds_alone: Option<Money>,
    /// Who mails come from.
    pub mail_from: Sender,
}

/// What the owner limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The largest EPUB that is taken in the panel, in MiB.
    pub epub_mib: u32,
    /// The largest PDF that is taken in the panel, in MiB.
    pub pdf_mib: u32,
    /// How often a reader saves the files of a book within thirty days.
    pub saves_per_book: u32,
    /// How many comments one reader writes in a minute.
    pub comments_per_minute: u32,
}

/// What the shop is made of beside what is said in the panel.
#[derive(Debug, Clone)]
pub struct Ground {
    /// What the operator set.
    pub fixed: Fixed,
    /// What the shop sells in.
    pub currency: Currency,
    /// The address that mails come from when nobody says; its name is then the shop's.
    pub sender: Sender,
}

impl Ground {
    /// The shop, where this was said in the panel.
    fn shop(&self, version: i64, said: &BTreeMap<Key, String>) -> Shop {
        let given = |setting: Setting| {
            let fixed = self.fixed.get(&setting).map(|fixed| fixed.value.as_str());
            fixed
                .or_else(|| said.get(&Key::Setting(setting)).map(String::as_str))
                .filter(|value| !value.is_empty())
        };
        let text =
            |setting: Setting| given(setting).or(setting.default()).unwrap_or_default().trim().to_owned();
        let name = text(Setting::ShopName);
        let letters = said.iter().filter_map(|(key, value)| match key {
            Key::Letter(kind, l) => Some(((*kind, *l), serde_json::from_str(value).ok()?)),
            Key::Setting(_) | Key::Logo => None,
        });
        let logo = said.get(&Key::Logo).and_then(|text| Logo::read(text));
        let number = |setting: Setting| text(setting).parse().unwrap_or(0);
        let languages = key::languages(&text(Setting::Languages)).unwrap_or_default();
        let first = Locale::from_tag(&text(Setting::DefaultLanguage)).unwrap_or_default();
        let sender = given(Setting::MailFrom).and_then(|text| text.parse().ok());
        Shop {
            version,
            descriptions: DESCRIPTIONS.map(text),
            languages: Languages::new(&languages, first),
            logo: logo.map(Arc::new),
            colours: Colours::new(given(Setting::Accent), given(Setting::AccentDark)),
            seller: Seller {
                name: given(Setting::SellerName).unwrap_or(&name).trim().to_owned(),
                address: text(Setting::SellerAddress),
                phone: text(Setting::SellerPhone),
                nif: text(Setting::SellerNif),
                rc: text(Setting::SellerRc),
                ai: text(Setting::SellerAi),
                nis: text(Setting::SellerNis),
                vat: given(Setting::SellerVat).and_then(|text| text.parse().ok()),
            },
            takes_payments: text(Setting::Payments) != "off",
            limits: Limits {
                epub_mib: number(Setting::EpubLargest),
                pdf_mib: number(Setting::PdfLargest),
                saves_per_book: number(Setting::SavesPerBook),
                comments_per_minute: number(Setting::CommentsPerMinute),
            },
            letters: letters.collect(),
            refunds_alone: given(Setting::RefundsAlone)
                .and_then(|text| Money::parse_major(text, self.currency).ok()),
            mail_from: sender.unwrap_or_else(|| self.sender.named(&name)),
            brand: Brand { name, name_ar: text(Setting::ShopNameAr) },
        }
    }
}

/// An amount as people write it in a field: `1000`, `10000.50`.
fn written(amount: Money) -> String {
    let major = amount.major();
    major.strip_suffix(".00").map_or_else(|| major.clone(), str::to_owned)
}

/// The settings with what the shop is, in the order of [`Locale::ALL`].
const DESCRIPTIONS: [Setting; 3] = [Setting::DescriptionEn, Setting::DescriptionFr, Setting::DescriptionAr];

impl Shop {
    /// What the shop is, in a sentence or two; `None` where nobody says.
    pub fn description(&self, l: Locale) -> Option<&str> {
        let at = Locale::ALL.iter().position(|other| *other == l)?;
        self.descriptions.get(at).map(String::as_str).filter(|text| !text.is_empty())
    }

    /// What the owner wrote for a kind of mail in a language.
    pub fn letter(&self, kind: LetterKind, l: Locale) -> Option<&Wording> {
        self.letters.get(&(kind, l))
    }

    /// A setting as it is in force, as text; empty where it is none.
    pub fn value(&self, setting: Setting) -> String {
        match setting {
            Setting::ShopName => self.brand.name.clone(),
            Setting::ShopNameAr => self.brand.name_ar.clone(),
            Setting::DescriptionEn => self.descriptions[0].clone(),
            Setting::DescriptionFr => self.descriptions[1].clone(),
            Setting::DescriptionAr => self.descriptions[2].clone(),
            Setting::Languages => {
                self.languages.offered().iter().map(|l| l.tag()).collect::<Vec<_>>().join(",")
            }
            Setting::Accent => self.colours.as_ref().and_then(|it| it.light.clone()).unwrap_or_default(),
            Setting::AccentDark => self.colours.as_ref().and_then(|it| it.dark.clone()).unwrap_or_default(),
            Setting::DefaultLanguage => self.languages.first().tag().to_owned(),
            Setting::SellerName => self.seller.name.clone(),
            Setting::SellerAddress => self.seller.address.clone(),
            Setting::SellerPhone => self.seller.phone.clone(),
            Setting::SellerNif => self.seller.nif.clone(),
            Setting::SellerRc => self.seller.rc.clone(),
            Setting::SellerAi => self.seller.ai.clone(),
            Setting::SellerNis => self.seller.nis.clone(),
            Setting::SellerVat => self.seller.vat.map(|rate| rate.to_string()).unwrap_or_default(),
            Setting::Payments => if self.takes_payments { "on" } else { "off" }.to_owned(),
            Setting::EpubLargest => self.limits.epub_mib.to_string(),
            Setting::PdfLargest => self.limits.pdf_mib.to_string(),
            Setting::SavesPerBook => self.limits.saves_per_book.to_string(),
            Setting::CommentsPerMinute => self.limits.comments_per_minute.to_string(),
            Setting::RefundsAlone => self.refunds_alone.map(written).unwrap_or_default(),
            Setting::MailFrom => self.mail_from.to_string(),
        }
    }
}

/// The shop as it is now. Cloning it shares it.
#[derive(Clone)]
pub struct Live(Arc<Parts>);

struct Parts {
    ground: Ground,
    now: RwLock<Arc<Shop>>,
}

impl Live {
    /// A shop of which nothing was said in the panel, or nothing was read yet.
    pub fn new(ground: Ground) -> Self {
        let now = RwLock::new(Arc::new(ground.shop(0, &BTreeMap::new())));
        Self(Arc::new(Parts { ground, now }))
    }

    /// The shop as this node knows it.
    pub fn now(&self) -> Arc<Shop> {
        Arc::clone(&self.0.now.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// What the shop is made of beside what is said in the panel.
    pub fn ground(&self) -> &Ground {
        &self.0.ground
    }

    /// Reads what is said in the panel, where it changed since.
    pub async fn refresh(&self, db: &Db) -> db::Result<()> {
        // The version first: what is said meanwhile is read at once, and once more the next time.
        let version = store::version(db).await?;
        if version == self.now().version {
            return Ok(());
        }
        let said = said(db).await?.into_iter().filter_map(|said| {
            let key = Key::from_name(&said.name)?;
            said.value.0.map(|value| (key, value))
        });
        let shop = self.0.ground.shop(version, &said.collect());
        let mut now = self.0.now.write().unwrap_or_else(PoisonError::into_inner);
        if now.version < version {
            *now = Arc::new(shop);
        }
        Ok(())
    }
}

impl fmt::Debug for Live {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Live").field(&self.now()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ground(fixed: &[(Setting, &str)]) -> Ground {
        let value = |value: &str| FixedValue { value: value.to_owned(), set_with: "warraq.toml".to_owned() };
        Ground {
            fixed: fixed.iter().map(|(setting, text)| (*setting, value(text))).collect(),
            currency: Currency::DZD,
            sender: "Warraq <no-reply@shop.example>".parse().unwrap(),
        }
    }

    #[test]
    fn the_operator_decides_over_the_owner_and_the_owner_over_what_was_there() {
        let said = |text: &str| BTreeMap::from([(Key::Setting(Setting::ShopName), text.to_owned())]);
        assert_eq!(ground(&[]).shop(0, &BTreeMap::new()).brand.name, "Warraq");
        assert_eq!(ground(&[]).shop(1, &said("El Ijtihad")).brand.name, "El Ijtihad");
        assert_eq!(
            ground(&[(Setting::ShopName, "Khizana")]).shop(1, &said("El Ijtihad")).brand.name,
            "Khizana"
        );
    }

    #[test]
    fn who_sells_and_who_writes_are_called_as_the_shop_where_nobody_says() {
        let said = BTreeMap::from([(Key::Setting(Setting::ShopName), "El Ijtihad".to_owned())]);
        let shop = ground(&[]).shop(1, &said);
        assert_eq!(shop.seller.name, "El Ijtihad");
        assert_eq!(shop.mail_from.to_string(), "El Ijtihad <no-reply@shop.example>");
    }
}
