//! Reads and writes the shop's cookies. On https each is `Secure` and carries the prefix `__Host-`, which binds it
//! to this host; on plain http (a shop on one's own machine) browsers would refuse that.

use http::{HeaderMap, HeaderValue, header};
use i18n::Locale;
use ui::Theme;

/// For how long a notice waits for the page that shows it, in seconds.
const NOTICE_SECONDS: u32 = 60;

/// How many cookies hold what somebody typed before they signed in.
pub(crate) const TYPED_PARTS: usize = TYPED.len();

const TYPED: [&str; 2] = ["typed", "typed-on"];

/// For how long a wish, or what was typed, waits for its visitor to sign in, in seconds: time enough to sign up and choose genres.
const WISH_SECONDS: u32 = 15 * 60;

/// Binds a cookie to the host that set it, on https.
const HOST_PREFIX: &str = "__Host-";

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
        read(self.name(), headers, https)
    }

    /// The header that keeps `value`, which is a plain word of ours.
    pub(crate) fn keep(self, value: &'static str, https: bool) -> HeaderValue {
        set(self.name(), value, Some(YEAR_SECONDS), https)
    }
}

/// The header that keeps a language for visits to addresses that name none.
pub fn remember_locale(locale: Locale, https: bool) -> HeaderValue {
    Preference::Locale.keep(locale.tag(), https)
}

/// The header that keeps a reader's colours.
pub fn remember_theme(theme: Theme, https: bool) -> HeaderValue {
    Preference::Theme.keep(theme.name(), https)
}

/// A cookie whose value is a secret: random, and known to the database by its hash only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Secret {
    /// The web session of somebody who is signed in.
    Session,
    /// A browser in which somebody has signed in before. It proves nothing by itself, but a lock that strangers
    /// brought upon an account does not hold in it.
    Device,
    /// The cart of a visitor.
    Cart,
}

impl Secret {
    const fn name(self) -> &'static str {
        match self {
            Self::Session => "session",
            Self::Device => "device",
            Self::Cart => "cart",
        }
    }

    /// What the cookie is called.
    pub(crate) fn cookie_name(self, https: bool) -> String {
        format!("{}{}", if https { HOST_PREFIX } else { "" }, self.name())
    }

    /// The value that the browser sent.
    pub fn read(self, headers: &HeaderMap, https: bool) -> Option<&str> {
        read(self.name(), headers, https)
    }

    /// The header that keeps a value of letters, digits, `-` and `_`; without a time, until the browser is closed.
    pub fn keep(self, value: &str, max_age_seconds: Option<u32>, https: bool) -> HeaderValue {
        set(self.name(), value, max_age_seconds, https)
    }

    /// The header that takes the value away.
    pub fn forget(self, https: bool) -> HeaderValue {
        set(self.name(), "", Some(0), https)
    }
}

/// The word of the notice that the page before left.
pub(crate) fn read_notice(headers: &HeaderMap, https: bool) -> Option<&str> {
    read("notice", headers, https)
}

/// The header that leaves a notice for the next page; an empty word takes it away.
pub(crate) fn notice(word: &str, https: bool) -> HeaderValue {
    set("notice", word, Some(if word.is_empty() { 0 } else { NOTICE_SECONDS }), https)
}

/// What the visitor asked for before they were led to sign in.
pub(crate) fn read_wish(headers: &HeaderMap, https: bool) -> Option<&str> {
    read("wish", headers, https)
}

/// The header that keeps a wish until somebody has signed in; an empty one takes it away.
pub(crate) fn wish(wish: &str, https: bool) -> HeaderValue {
    set("wish", wish, Some(if wish.is_empty() { 0 } else { WISH_SECONDS }), https)
}

/// What the visitor typed before they were led to sign in.
pub(crate) fn read_typed(headers: &HeaderMap, https: bool) -> Option<String> {
    let first = read(TYPED[0], headers, https).filter(|first| !first.is_empty())?;
    Some([first, read(TYPED[1], headers, https).unwrap_or_default()].concat())
}

/// The header that keeps a part of it until somebody has signed in; an empty one takes it away.
pub(crate) fn typed(part: usize, value: &str, https: bool) -> HeaderValue {
    set(TYPED[part], value, Some(if value.is_empty() { 0 } else { WISH_SECONDS }), https)
}

/// The most that is remembered of how a list was narrowed and sorted, in bytes.
const TABLE_MOST: usize = 512;

/// How somebody last narrowed and sorted a list of the panel: the query of its address.
pub(crate) fn read_table<'a>(list: &str, headers: &'a HeaderMap, https: bool) -> Option<&'a str> {
    read(&table_name(list), headers, https).filter(|query| !query.is_empty() && is_query(query))
}

/// The header that remembers it; an empty query takes it away.
pub(crate) fn table(list: &str, query: &str, https: bool) -> HeaderValue {
    let query = if is_query(query) { query } else { "" };
    set(&table_name(list), query, Some(if query.is_empty() { 0 } else { YEAR_SECONDS }), https)
}

fn table_name(list: &str) -> String {
    format!("table-{list}")
}

/// Whether a query can stand in a cookie as it is.
fn is_query(query: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"=&%+._~:-".contains(&byte);
    query.len() <= TABLE_MOST && query.bytes().all(plain)
}

fn read<'a>(wanted: &str, headers: &'a HeaderMap, https: bool) -> Option<&'a str> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    cookies.flat_map(|value| value.split(';')).find_map(|pair| {
        let (name, value) = pair.trim().split_once('=')?;
        let bare = if https { name.strip_prefix(HOST_PREFIX)? } else { name };
        (bare == wanted).then_some(value)
    })
}

fn set(name: &str, value: &str, max_age_seconds: Option<u32>, https: bool) -> HeaderValue {
    let (prefix, secure) = if https { (HOST_PREFIX, "; Secure") } else { ("", "") };
    let age = max_age_seconds.map(|seconds| format!("; Max-Age={seconds}")).unwrap_or_default();
    let text = format!("{prefix}{name}={value}; Path=/{age}; HttpOnly; SameSite=Lax{secure}");
    HeaderValue::from_str(&text).unwrap_or(HeaderValue::from_static(""))
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
