//! The language that an answer of the API speaks.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use http::request::Parts;
use i18n::Locale;

use crate::page;

/// The best of our languages that the request's `Accept-Language` asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spoken(pub Locale);

impl<S: Send + Sync> FromRequestParts<S> for Spoken {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self(page::accepted_locale(&parts.headers)))
    }
}
