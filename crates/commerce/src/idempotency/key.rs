//! The header that names a POST.

use axum::extract::FromRequestParts;
use http::request::Parts;
use utoipa::IntoParams;
use web::Error;

use crate::t;

/// The header.
const HEADER: &str = "idempotency-key";
/// The longest name, in bytes.
const MOST: usize = 255;

/// The `Idempotency-Key` that a request brings, if it does. An argument of handlers.
#[derive(Debug, Clone, Default)]
pub struct IdempotencyKey(Option<String>);

impl IdempotencyKey {
    /// A key of this name.
    pub fn named(name: &str) -> Self {
        Self(Some(name.to_owned()))
    }

    pub(super) fn into_name(self) -> Option<String> {
        self.0
    }
}

/// Describes the header, for `params(…)` of a route.
#[derive(Debug, IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(dead_code, reason = "only describes")]
pub struct IdempotencyParams {
    /// A name for this request, of up to 255 visible characters. What is sent again under it within 24 hours is not done
    /// again, and answered as it was.
    #[param(rename = "Idempotency-Key")]
    key: Option<String>,
}

impl<S: Send + Sync> FromRequestParts<S> for IdempotencyKey {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Error> {
        let Some(value) = parts.headers.get(HEADER) else { return Ok(Self(None)) };
        let name = value.to_str().ok().map(str::trim).filter(|name| {
            (1..=MOST).contains(&name.len())
                && name.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' ')
        });
        let name =
            name.ok_or_else(|| Error::bad_request("invalid_idempotency_key", t::idempotency_invalid))?;
        Ok(Self(Some(name.to_owned())))
    }
}
