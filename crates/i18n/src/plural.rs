//! Cardinal plural categories of whole numbers, by CLDR's rules for our languages.

use crate::Locale;

/// A category that CLDR names; which numbers it holds is the language's affair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Plural {
    /// 0 in Arabic.
    Zero,
    /// 1; in French 0 too.
    One,
    /// 2 in Arabic.
    Two,
    /// Numbers that end in 03 to 10 in Arabic.
    Few,
    /// Numbers that end in 11 to 99 in Arabic; whole millions in French (`un million de livres`).
    Many,
    /// All others.
    Other,
}

impl Plural {
    /// The category of `n`, whose sign does not matter.
    pub const fn of(l: Locale, n: i64) -> Self {
        let n = n.unsigned_abs();
        match l {
            Locale::En => {
                if n == 1 {
                    Self::One
                } else {
                    Self::Other
                }
            }
            Locale::Fr => match n {
                0 | 1 => Self::One,
                _ if n.is_multiple_of(1_000_000) => Self::Many,
                _ => Self::Other,
            },
            Locale::Ar => match (n, n % 100) {
                (0, _) => Self::Zero,
                (1, _) => Self::One,
                (2, _) => Self::Two,
                (_, 3..=10) => Self::Few,
                (_, 11..=99) => Self::Many,
                _ => Self::Other,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use icu_plurals::{PluralCategory, PluralRules, PluralRulesOptions};
    use proptest::prelude::*;

    use super::*;

    fn cldr(l: Locale) -> PluralRules {
        let locale: icu_plurals::PluralRulesPreferences = match l {
            Locale::En => icu_plurals_locale("en"),
            Locale::Fr => icu_plurals_locale("fr"),
            Locale::Ar => icu_plurals_locale("ar"),
        };
        PluralRules::try_new(locale, PluralRulesOptions::default()).unwrap()
    }

    fn icu_plurals_locale(tag: &str) -> icu_plurals::PluralRulesPreferences {
        tag.parse::<icu_locale_core::Locale>().unwrap().into()
    }

    fn ours(category: PluralCategory) -> Plural {
        match category {
            PluralCategory::Zero => Plural::Zero,
            PluralCategory::One => Plural::One,
            PluralCategory::Two => Plural::Two,
            PluralCategory::Few => Plural::Few,
            PluralCategory::Many => Plural::Many,
            PluralCategory::Other => Plural::Other,
        }
    }

    #[test]
    fn the_first_thousand_and_whole_millions_are_as_in_cldr() {
        for l in Locale::ALL {
            let rules = cldr(l);
            for n in (0..=1000).chain([999_999, 1_000_000, 1_000_001, 2_000_000, 1_000_000_000, i64::MAX]) {
                assert_eq!(Plural::of(l, n), ours(rules.category_for(n.unsigned_abs())), "{l} {n}");
                assert_eq!(Plural::of(l, -n), Plural::of(l, n));
            }
        }
    }

    proptest! {
        #[test]
        fn any_number_is_as_in_cldr(n in any::<i64>()) {
            for l in Locale::ALL {
                prop_assert_eq!(Plural::of(l, n), ours(cldr(l).category_for(n.unsigned_abs())));
            }
        }
    }
}
