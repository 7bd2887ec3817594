//! The address under which people reach the shop. Links that leave the shop (canonical addresses, previews, mails)
//! are made with it; cookies and policies take from it whether the shop is on https.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use http::Uri;

/// An origin such as `https://shop.example`, without a slash at its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicUrl(Arc<str>);

/// The text is no address of a shop.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("expected an address such as https://shop.example, with no path behind the host")]
pub struct NotAPublicUrl;

impl FromStr for PublicUrl {
    type Err = NotAPublicUrl;

    fn from_str(text: &str) -> Result<Self, NotAPublicUrl> {
        let uri: Uri = text.trim().parse().map_err(|_| NotAPublicUrl)?;
        let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) else {
            return Err(NotAPublicUrl);
        };
        let bare =
            matches!(uri.path(), "" | "/") && uri.query().is_none() && !authority.as_str().contains('@');
        if !bare || !matches!(scheme, "http" | "https") {
            return Err(NotAPublicUrl);
        }
        Ok(Self(format!("{scheme}://{}", authority.as_str().to_ascii_lowercase()).into()))
    }
}

impl PublicUrl {
    /// The origin, as browsers write it.
    pub fn origin(&self) -> &str {
        &self.0
    }

    /// Whether the shop is reached over TLS.
    pub fn is_https(&self) -> bool {
        self.0.starts_with("https:")
    }

    /// The host without its port: `shop.example`, `127.0.0.1`, `[::1]`.
    pub fn host(&self) -> &str {
        let authority = self.0.split_once("://").map_or("", |(_, authority)| authority);
        match authority.rsplit_once(':') {
            Some((host, port)) if port.bytes().all(|b| b.is_ascii_digit()) => host,
            _ => authority,
        }
    }

    /// Whether the shop is reached from its own machine only, as in development.
    pub fn is_loopback(&self) -> bool {
        let host = self.host();
        let bare = host.trim_matches(['[', ']']);
        host == "localhost" || bare.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback())
    }

    /// The whole address of a path of ours, which begins with a slash.
    pub fn join(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }

    pub(crate) fn shared(&self) -> Arc<str> {
        self.0.clone()
    }
}

impl fmt::Display for PublicUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_taken_with_or_without_its_slash() {
        let url: PublicUrl = "https://Shop.example/".parse().unwrap();
        assert_eq!(url.join("/en/"), "https://shop.example/en/");
        assert!(url.is_https());
        assert_eq!(url.host(), "shop.example");
    }

    #[test]
    fn the_host_stands_without_its_port() {
        for (text, host) in [
            ("http://127.0.0.1:8000", "127.0.0.1"),
            ("http://[::1]:8000", "[::1]"),
            ("http://[::1]", "[::1]"),
        ] {
            assert_eq!(text.parse::<PublicUrl>().unwrap().host(), host);
        }
    }

    #[test]
    fn anything_else_is_refused() {
        for text in ["shop.example", "ftp://shop.example", "https://shop.example/books", "https://a@b", ""] {
            assert_eq!(text.parse::<PublicUrl>(), Err(NotAPublicUrl), "{text}");
        }
    }
}
