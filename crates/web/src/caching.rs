//! How long an answer may be kept, chosen on purpose for each route.

use axum::response::{IntoResponseParts, ResponseParts};
use http::{HeaderValue, header};

/// What caches may do with an answer. Return it from a handler beside the body to set `Cache-Control`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caching {
    /// Kept, but asked about each time: with its `ETag`, what did not change costs a few bytes. For pages and lists.
    Revalidate,
    /// The same, in the reader's own browser only. For what one reader sees.
    Private,
    /// Never kept, not even for the back button: payment and security pages.
    NoStore,
    /// Kept for ever: the address changes with the content.
    Immutable,
    /// Kept for ever in the reader's own browser only: resources of a bought book, whose address has its version.
    PrivateImmutable,
}

impl Caching {
    /// The value of `Cache-Control`.
    pub fn header(self) -> HeaderValue {
        HeaderValue::from_static(match self {
            Self::Revalidate => "no-cache",
            Self::Private => "private, no-cache",
            Self::NoStore => "no-store",
            Self::Immutable => "public, max-age=31536000, immutable",
            Self::PrivateImmutable => "private, max-age=31536000, immutable",
        })
    }
}

impl IntoResponseParts for Caching {
    type Error = std::convert::Infallible;

    fn into_response_parts(self, mut parts: ResponseParts) -> Result<ResponseParts, Self::Error> {
        parts.headers_mut().insert(header::CACHE_CONTROL, self.header());
        Ok(parts)
    }
}
