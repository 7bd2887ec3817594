//! Whether somebody looks at a page now, or a browser fetches it ahead in case somebody will.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use http::request::Parts;
use http::{HeaderMap, Method};

/// Why a page is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visit {
    /// Somebody opens it.
    Real,
    /// It is fetched or drawn ahead, or only asked after (`HEAD`).
    Ahead,
}

/// Where browsers say that they fetch ahead: today's, and those before it.
const SAID_IN: [&str; 4] = ["sec-purpose", "purpose", "x-purpose", "x-moz"];

impl<S: Send + Sync> FromRequestParts<S> for Visit {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self::of(&parts.method, &parts.headers))
    }
}

impl Visit {
    fn of(method: &Method, headers: &HeaderMap) -> Self {
        let said = |name| {
            let words = headers.get(name).map(|value| value.as_bytes().to_ascii_lowercase());
            words.is_some_and(|words| {
                ["prefetch", "prerender", "preview"].iter().any(|word| has(&words, word))
            })
        };
        if *method == Method::GET && !SAID_IN.into_iter().any(said) { Self::Real } else { Self::Ahead }
    }
}

fn has(words: &[u8], word: &str) -> bool {
    words.windows(word.len()).any(|part| part == word.as_bytes())
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    #[test]
    fn what_is_fetched_ahead_is_no_visit() {
        for (name, value) in [
            ("sec-purpose", "prefetch"),
            ("sec-purpose", "prefetch;prerender"),
            ("purpose", "prefetch"),
            ("x-moz", "prefetch"),
            ("x-purpose", "preview"),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(name, HeaderValue::from_static(value));
            assert_eq!(Visit::of(&Method::GET, &headers), Visit::Ahead, "{name}: {value}");
        }
        assert_eq!(Visit::of(&Method::GET, &HeaderMap::new()), Visit::Real);
        assert_eq!(Visit::of(&Method::HEAD, &HeaderMap::new()), Visit::Ahead);
    }
}
