//! The order of names and titles in a language: what is written in its own letters first.

use db::{FromRow, Query, Statement};
use i18n::Locale;

/// Where the letters of Arabic, Persian and Urdu begin, and behind them those of others.
/// <https://www.unicode.org/charts/PDF/U0600.pdf>, <https://www.unicode.org/charts/PDF/U0750.pdf>
const ARABIC: &str = "\u{600}";
const BEHIND_ARABIC: &str = "\u{780}";
/// Above every text that is kept.
const END: &str = "\u{10ffff}";

/// Which letters come first. Folded texts are ordered by their code points, as databases do it: figures, Latin, Greek,
/// Cyrillic, Arabic, and so on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Alphabet {
    /// As the code points are.
    #[default]
    Latin,
    /// Arabic letters, then the others as their code points are.
    Arabic,
}

/// A stretch of an order: what stands behind a place and before a text, from the front.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// The folded text of the place.
    pub text: String,
    /// The key of the place, among those of the same text.
    pub id: i64,
    /// What no folded text reaches.
    pub end: &'static str,
    /// How many rows to read.
    pub rows: i64,
}

impl Alphabet {
    /// That of a language.
    pub fn of(locale: Locale) -> Self {
        match locale {
            Locale::En | Locale::Fr => Self::Latin,
            Locale::Ar => Self::Arabic,
        }
    }

    /// The stretches in their order, each from a text to another.
    fn stretches(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Latin => &[("", END)],
            Self::Arabic => &[(ARABIC, BEHIND_ARABIC), ("", ARABIC), (BEHIND_ARABIC, END)],
        }
    }

    /// What of the order stands behind a place, or all of it.
    fn behind(self, after: Option<(String, i64)>) -> Vec<(String, i64, &'static str)> {
        let whole = |&(start, end): &(&str, &'static str)| (start.to_owned(), 0, end);
        let Some((text, id)) = after else { return self.stretches().iter().map(whole).collect() };
        let holds = |(start, end): &(&str, &str)| *start <= text.as_str() && text.as_str() < *end;
        let Some(at) = self.stretches().iter().position(holds) else { return Vec::new() };
        let end = self.stretches()[at].1;
        [(text, id, end)].into_iter().chain(self.stretches()[at + 1..].iter().map(whole)).collect()
    }

    /// Reads so many rows in this order from behind a place. Where a stretch has too few, the next one is read on from: that
    /// is seldom, and there are three at most.
    pub async fn read<R: FromRow + Send + 'static>(
        self,
        db: &impl Query,
        after: Option<(String, i64)>,
        rows: i64,
        statement: impl Fn(Stretch) -> Statement + Sync,
    ) -> db::Result<Vec<R>> {
        let mut read = Vec::new();
        for (text, id, end) in self.behind(after) {
            let rows = rows.saturating_sub(i64::try_from(read.len()).unwrap_or(i64::MAX));
            if rows <= 0 {
                break;
            }
            read.extend(db.all(statement(Stretch { text, id, end, rows })).await?);
        }
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arabic_letters_come_first_in_arabic_and_all_texts_are_in_one_stretch() {
        let place = |alphabet: Alphabet, text: &str| {
            alphabet.stretches().iter().position(|(start, end)| *start <= text && text < *end)
        };
        let texts = ["ابن خلدون", "ژاله", "1984", "camus", "достоевский", "漱石", ""];
        assert_eq!(
            texts.map(|text| place(Alphabet::Arabic, text)),
            [Some(0), Some(0), Some(1), Some(1), Some(1), Some(2), Some(1)]
        );
        assert!(texts.iter().all(|text| place(Alphabet::Latin, text) == Some(0)));
    }

    #[test]
    fn what_stands_behind_a_place_begins_there_and_goes_on_with_the_later_stretches() {
        let behind = |text: &str| Alphabet::Arabic.behind(Some((text.to_owned(), 7)));
        let owned = |text: &str, id, end| (text.to_owned(), id, end);
        assert_eq!(
            behind("ليلى"),
            [owned("ليلى", 7, BEHIND_ARABIC), owned("", 0, ARABIC), owned(BEHIND_ARABIC, 0, END)]
        );
        assert_eq!(behind("zola"), [owned("zola", 7, ARABIC), owned(BEHIND_ARABIC, 0, END)]);
        assert_eq!(behind("漱石"), [owned("漱石", 7, END)]);
        assert_eq!(behind("\u{10ffff}x"), []);
    }
}
