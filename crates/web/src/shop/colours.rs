//! The colours of the sign-in pages' bar, in a sheet of its own: no page has styles in it.

use axum::response::{IntoResponse, Response};
use http::header;
use rapidhash::v3::rapidhash_v3;
use ui::SignColours;

use crate::caching::Caching;

/// Our own grounds of that bar, in light and in dark colours: the token `smaq` of each theme.
pub const OURS: (&str, &str) = ("#322318", "#e9e4da");
/// What stands on the bar, in light and in dark colours: the token `on-smaq`.
pub const WORDS: (&str, &str) = ("#fbf8f1", "#1d140d");

/// The ground of the bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Colours {
    /// In light colours; `None` for ours.
    pub light: Option<String>,
    /// In dark ones; `None` for ours.
    pub dark: Option<String>,
}

impl Colours {
    pub(super) fn new(light: Option<&str>, dark: Option<&str>) -> Option<Self> {
        let both = Self { light: light.map(str::to_owned), dark: dark.map(str::to_owned) };
        (both.light.is_some() || both.dark.is_some()).then_some(both)
    }

    /// The grounds in light and in dark colours.
    pub fn grounds(&self) -> (&str, &str) {
        (self.light.as_deref().unwrap_or(OURS.0), self.dark.as_deref().unwrap_or(OURS.1))
    }

    fn sheet(&self) -> String {
        let (light, dark) = self.grounds();
        let words = format!("--on-brand:light-dark({},{})", WORDS.0, WORDS.1);
        format!(":root{{--brand:light-dark({light},{dark});{words}}}\n")
    }

    /// The address of the sheet, which is another one when the colours are.
    pub fn address(&self) -> String {
        format!("/brand/{:016x}.css", rapidhash_v3(self.sheet().as_bytes()))
    }

    /// The answer with the sheet as it is now, whichever one is asked for; only the right one is kept.
    pub(super) fn answer(&self, name: &str) -> Response {
        let is_this = self.address().strip_prefix("/brand/") == Some(name);
        let caching = if is_this { Caching::Immutable } else { Caching::NoStore };
        (caching, [(header::CONTENT_TYPE, "text/css; charset=utf-8")], self.sheet()).into_response()
    }

    /// As pages are drawn with them.
    pub(crate) fn of_pages(&self) -> SignColours {
        let (light, dark) = self.grounds();
        SignColours { sheet: self.address(), light: light.to_owned(), dark: dark.to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_has_both_grounds_and_an_address_of_its_own() {
        let one = Colours::new(Some("#0a5c36"), None).unwrap();
        assert_eq!(
            one.sheet(),
            ":root{--brand:light-dark(#0a5c36,#e9e4da);--on-brand:light-dark(#fbf8f1,#1d140d)}\n"
        );
        let other = Colours::new(Some("#0a5c37"), None).unwrap();
        assert_ne!(one.address(), other.address());
        assert_eq!(Colours::new(None, None), None);
    }
}
