//! What the address and the headers of a request say of the page that is asked for: its language above all.

use http::request::Parts;
use http::{HeaderMap, Uri, header};
use i18n::{Languages, Locale};

use super::PANEL;
use crate::cookies::Preference;
use crate::{csrf, route};

/// A query without the token that stands in the address of a form with a file: no link of the page may carry it on.
pub(super) fn without_token(query: &str) -> String {
    let is_token = |pair: &str| pair.split('=').next() == Some(csrf::FIELD);
    query.split('&').filter(|pair| !is_token(pair)).collect::<Vec<_>>().join("&")
}

/// The language that the address of a request names; `None` where it is no page's.
pub fn locale_of(parts: &Parts) -> Option<Locale> {
    let (locale, _) = split_locale(route::full_path(&parts.extensions, &parts.uri))?;
    Some(locale)
}

/// Splits `/fr/browse` into the language and `/browse`.
pub(crate) fn split_locale(path: &str) -> Option<(Locale, &str)> {
    let rest = path.strip_prefix('/')?;
    let end = rest.find('/').unwrap_or(rest.len());
    let locale = Locale::from_tag(&rest[..end])?;
    Some((locale, if end == rest.len() { "/" } else { &rest[end..] }))
}

/// The language that a request without one in its path is answered in: the one chosen before, or the best that the
/// browser asks for.
pub(crate) fn preferred_locale(headers: &HeaderMap, https: bool, languages: &Languages) -> Locale {
    let chosen = Preference::Locale.read(headers, https).and_then(Locale::from_tag);
    chosen
        .filter(|chosen| languages.offers(*chosen))
        .unwrap_or_else(|| languages.negotiate(accepted(headers)))
}

/// The best of all our languages that a program asks for.
pub(crate) fn accepted_locale(headers: &HeaderMap) -> Locale {
    Locale::negotiate(accepted(headers))
}

fn accepted(headers: &HeaderMap) -> &str {
    headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

/// Whether a path after the language is the panel's.
pub(crate) fn is_panel(path: &str) -> bool {
    path.strip_prefix(PANEL.trim_end_matches('/'))
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Scripts that swap a fragment say so in this header.
pub(crate) fn wants_fragment(headers: &HeaderMap) -> bool {
    headers.get("hx-request").is_some_and(|value| value == "true")
}

/// The language switch is a plain link. A page reached from one of ours in another language is a choice, kept for
/// the next visit to `/`; a page reached from elsewhere (a link that a friend sent) is none.
pub(super) fn has_switched(headers: &HeaderMap, locale: Locale, https: bool) -> bool {
    if headers.get("sec-fetch-site").is_none_or(|site| site != "same-origin") {
        return false;
    }
    let before = headers
        .get(header::REFERER)
        .and_then(|value| value.to_str().ok())
        .and_then(|address| address.parse::<Uri>().ok())
        .and_then(|address| split_locale(address.path()).map(|(before, _)| before));
    let kept = Preference::Locale.read(headers, https);
    before.is_some_and(|before| before != locale) && kept != Some(locale.tag())
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        let named = |(name, value): &(&'static str, &'static str)| {
            (http::HeaderName::from_static(name), HeaderValue::from_static(value))
        };
        pairs.iter().map(named).collect()
    }

    #[test]
    fn the_language_is_the_first_part_of_the_path() {
        assert_eq!(split_locale("/fr/book/7"), Some((Locale::Fr, "/book/7")));
        assert_eq!(split_locale("/ar"), Some((Locale::Ar, "/")));
        assert_eq!(split_locale("/de/book"), None);
        assert_eq!(split_locale("/english"), None);
    }

    #[test]
    fn no_address_of_a_page_carries_the_token_on() {
        assert_eq!(without_token("csrf=0a1b"), "");
        assert_eq!(without_token("q=a&csrf=0a1b&sort=new"), "q=a&sort=new");
        assert_eq!(without_token("q=csrf"), "q=csrf");
    }

    #[test]
    fn a_link_from_our_page_in_another_language_is_a_choice() {
        let from = |site, referer| headers(&[("sec-fetch-site", site), ("referer", referer)]);
        let french = "http://localhost:8000/fr/book/7";
        assert!(has_switched(&from("same-origin", french), Locale::Ar, false));
        assert!(!has_switched(&from("same-origin", french), Locale::Fr, false));
        assert!(!has_switched(&from("cross-site", french), Locale::Ar, false));
    }

    #[test]
    fn what_was_chosen_before_counts_more_than_what_the_browser_asks_for() {
        let both = headers(&[("cookie", "locale=ar"), ("accept-language", "fr-DZ,fr;q=0.9")]);
        let all = Languages::default();
        assert_eq!(preferred_locale(&both, false, &all), Locale::Ar);
        assert_eq!(
            preferred_locale(&headers(&[("accept-language", "fr-DZ,fr;q=0.9")]), false, &all),
            Locale::Fr
        );
        let without = Languages::new(&[Locale::Fr, Locale::En], Locale::En);
        assert_eq!(preferred_locale(&both, false, &without), Locale::Fr, "it is offered no more");
    }
}
