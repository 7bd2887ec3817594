//! Reads and writes the shop's cookies. On https each is `Secure` and carries the prefix `__Host-`, which binds it
//! to this host; on plain http (a shop on one's own machine) browsers would refuse that.

use http::{HeaderMap, HeaderValue, header};

const YEAR_SECONDS: u32 = 365 * 24 * 60 * 60;

/// A cookie that remembers a preference for a year. Nothing secret is kept this way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Preference {
    Locale,
    Theme,
}

impl Preference {
    fn name(self) -> &'static str {
        match self {
            Self::Locale => "locale",
            Self::Theme => "theme",
        }
    }

    /// The value that the browser sent.
    pub(crate) fn read(self, headers: &HeaderMap, https: bool) -> Option<&str> {
        let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
        cookies.flat_map(|value| value.split(';')).find_map(|pair| {
            let (name, value) = pair.trim().split_once('=')?;
            let bare = if https { name.strip_prefix("__Host-")? } else { name };
            (bare == self.name()).then_some(value)
        })
    }

    /// The header that keeps `value`, which is a plain word of ours.
    pub(crate) fn keep(self, value: &'static str, https: bool) -> HeaderValue {
        let (prefix, secure) = if https { ("__Host-", "; Secure") } else { ("", "") };
        let name = self.name();
        let text =
            format!("{prefix}{name}={value}; Path=/; Max-Age={YEAR_SECONDS}; HttpOnly; SameSite=Lax{secure}");
        HeaderValue::from_str(&text).unwrap_or(HeaderValue::from_static(""))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_comes_back_as_it_was_kept() {
        for https in [false, true] {
            let kept = Preference::Theme.keep("dark", https);
            let pair = kept.to_str().unwrap().split(';').next().unwrap().to_owned();
            let mut headers = HeaderMap::new();
            headers.insert(header::COOKIE, format!("other=1; {pair}").parse().unwrap());
            assert_eq!(Preference::Theme.read(&headers, https), Some("dark"));
            assert_eq!(Preference::Locale.read(&headers, https), None);
        }
    }

    #[test]
    fn on_https_a_cookie_without_the_prefix_counts_for_nothing() {
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, HeaderValue::from_static("theme=dark"));
        assert_eq!(Preference::Theme.read(&headers, true), None);
    }
}
