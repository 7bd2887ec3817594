//! Whose cart a request is about, and how many books are in it, as far as nobody has to be asked: an account knows it of
//! its reader, the browser's cookie of its visitor. So the bar of every page tells it, and no page waits for it.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use http::request::Parts;
use http::{HeaderMap, HeaderValue};

use crate::app::App;
use crate::cookies::Secret;
use crate::identity::{Caller, UserId};

/// For how long a browser keeps the token of a visitor's cart after it was changed last, in seconds.
const CART_SECONDS: u32 = 60 * 24 * 60 * 60;

/// How long a token is: 256 bits in hexadecimal digits.
const TOKEN_LENGTH: usize = 64;

/// Whoever a cart belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Shopper {
    /// A visitor who has put nothing into a cart yet.
    #[default]
    Newcomer,
    /// A visitor whose browser has a cart.
    Visitor(CartCookie),
    /// Somebody signed in.
    Reader {
        /// Who it is.
        user: UserId,
        /// How many books are in their cart.
        count: i64,
    },
}

/// What a browser has of a visitor's cart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CartCookie {
    /// The secret that opens the cart.
    pub token: String,
    /// How many books were in it when it was changed last. The browser's word, good for showing it and nothing else.
    pub count: i64,
}

impl Shopper {
    pub(crate) fn of(caller: &Caller, headers: &HeaderMap, https: bool) -> Self {
        if let Some(me) = caller.identity() {
            return Self::Reader { user: me.user, count: me.cart_count };
        }
        CartCookie::read(headers, https).map_or(Self::Newcomer, Self::Visitor)
    }

    /// How many books are in the cart, as far as it is known without asking.
    pub fn count(&self) -> i64 {
        match self {
            Self::Newcomer => 0,
            Self::Visitor(cookie) => cookie.count,
            Self::Reader { count, .. } => *count,
        }
    }
}

impl FromRequestParts<App> for Shopper {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        let caller = parts.extensions.get::<Caller>().cloned().unwrap_or_default();
        Ok(Self::of(&caller, &parts.headers, app.settings.public_url.is_https()))
    }
}

impl CartCookie {
    /// What the browser sent, where it is something that the shop could have set.
    pub fn read(headers: &HeaderMap, https: bool) -> Option<Self> {
        let (token, count) = Secret::Cart.read(headers, https)?.split_once('-')?;
        let is_token = token.len() == TOKEN_LENGTH && token.bytes().all(|byte| byte.is_ascii_hexdigit());
        let count = count.parse().ok().filter(|count| (0..100).contains(count))?;
        is_token.then(|| Self { token: token.to_owned(), count })
    }

    /// The header that hands it to the browser.
    pub fn keep(&self, https: bool) -> HeaderValue {
        Secret::Cart.keep(&format!("{}-{}", self.token, self.count), Some(CART_SECONDS), https)
    }

    /// The header that takes it away.
    pub fn forget(https: bool) -> HeaderValue {
        Secret::Cart.forget(https)
    }
}

#[cfg(test)]
mod tests {
    use http::header;

    use super::*;

    fn sent(value: &str) -> Option<CartCookie> {
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, format!("cart={value}").parse().unwrap());
        CartCookie::read(&headers, false)
    }

    #[test]
    fn a_cart_comes_back_as_it_was_handed_out() {
        let cookie = CartCookie { token: "0123456789abcdef".repeat(4), count: 3 };
        let header = cookie.keep(false);
        let value = header.to_str().unwrap().split(['=', ';']).nth(1).unwrap();
        assert_eq!(sent(value), Some(cookie));
    }

    #[test]
    fn what_the_shop_never_set_counts_for_nothing() {
        let token = "0123456789abcdef".repeat(4);
        for value in
            ["", "-", "abc-1", &token, &format!("{token}-"), &format!("{token}--1"), &format!("{token}-999")]
        {
            assert_eq!(sent(value), None, "{value}");
        }
    }
}
