//! The one type with a status. Which error to use where:
//!
//! - **Domain functions** return `db::Result`, or an enum of the feature's own where a caller decides something
//!   by the variant. They never name this type.
//! - **Handlers** return `Result<_, web::Error>`. `?` turns failures of the database and of the storage into
//!   [`Error::Internal`] or [`Error::Unavailable`]; [`OrNotFound::or_404`] turns an absent row into
//!   [`Error::NotFound`]; anything the caller did wrong has a variant below.
//! - **What is not yours does not exist**: answer `NotFound`, not `Forbidden`, where saying "forbidden" would
//!   tell a stranger that the thing is there.
//!
//! An error leaves the handler without a body. The layer in [`render`] gives it one: problem details for the API,
//! a page for a person, a fragment for a script that swaps one in, in the caller's language. There, and only
//! there, an internal error is written to the log. Answers that axum makes by itself (no such route, wrong method,
//! body too large) and panics go the same way.

mod fields;
mod from;
mod message;
mod problem;
pub(crate) mod render;

use std::sync::Arc;
use std::time::Duration;

use axum::response::{IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};

pub use fields::{FieldError, FieldErrors};
pub use message::Message;
pub use problem::{Problem, ProblemField};
pub use render::Missing;

/// What a handler answers instead of a result.
#[derive(Debug)]
pub enum Error {
    /// 404: there is nothing here, or nothing that the caller may know of.
    NotFound,
    /// 410: there was something here and it will not come back.
    Gone,
    /// 401: the caller has to sign in first.
    Unauthorized,
    /// 403: the caller is known and may not do this.
    Forbidden,
    /// 422: the request was understood and its values are wrong, field by field.
    Invalid(FieldErrors),
    /// 429: too many requests; the next one is taken after this time.
    TooMany {
        /// How long to wait.
        retry_after: Duration,
    },
    /// 503: something that the shop needs does not answer; it is worth asking again after this time.
    Unavailable {
        /// How long to wait.
        retry_after: Duration,
    },
    /// Any other refusal, with a code and a message of its own. Made by [`Error::bad_request`],
    /// [`Error::conflict`], [`Error::forbidden`] or [`Error::refused`].
    Refused(Reason),
    /// 500: our fault. The caller sees a reference; the cause goes to the log.
    Internal(anyhow::Error),
}

/// A refusal with a code and words of its own.
#[derive(Clone, Debug)]
pub struct Reason {
    /// The status to answer with, from 400 to 499, or 507.
    pub status: StatusCode,
    /// Stable and machine-readable, in `snake_case`.
    pub code: &'static str,
    /// What to tell a person.
    pub message: Message,
    /// After which time it is worth asking again, where that is known.
    pub retry_after: Option<Duration>,
}

impl Error {
    /// A refusal by its bare status, worded in general terms. Anything that is no client error becomes a 500.
    pub fn from_status(status: StatusCode) -> Self {
        match status {
            StatusCode::NOT_FOUND => Self::NotFound,
            StatusCode::GONE => Self::Gone,
            StatusCode::UNAUTHORIZED => Self::Unauthorized,
            StatusCode::FORBIDDEN => Self::Forbidden,
            StatusCode::UNPROCESSABLE_ENTITY => Self::Invalid(FieldErrors::default()),
            StatusCode::TOO_MANY_REQUESTS => Self::TooMany { retry_after: Duration::from_secs(1) },
            StatusCode::SERVICE_UNAVAILABLE => Self::unavailable(),
            other if other.is_client_error() => Self::Refused(problem::general(other)),
            other => Self::Internal(anyhow::anyhow!("a handler answered a bare {other}")),
        }
    }

    /// A refusal with its own status, code and words.
    pub fn refused(status: StatusCode, code: &'static str, message: impl Into<Message>) -> Self {
        Self::Refused(Reason { status, code, message: message.into(), retry_after: None })
    }

    /// The same, with the time after which it is worth asking again.
    pub fn refused_for(
        retry_after: Duration,
        status: StatusCode,
        code: &'static str,
        message: impl Into<Message>,
    ) -> Self {
        Self::Refused(Reason { status, code, message: message.into(), retry_after: Some(retry_after) })
    }

    /// 400: the request cannot be read at all.
    pub fn bad_request(code: &'static str, message: impl Into<Message>) -> Self {
        Self::refused(StatusCode::BAD_REQUEST, code, message)
    }

    /// 401 with a reason that the caller may know: what they brought proves nothing.
    pub fn unauthorized(code: &'static str, message: impl Into<Message>) -> Self {
        Self::refused(StatusCode::UNAUTHORIZED, code, message)
    }

    /// 415: the body is of a kind that is not taken here.
    pub fn unsupported_media_type() -> Self {
        Self::from_status(StatusCode::UNSUPPORTED_MEDIA_TYPE)
    }

    /// Whether the body was larger than is taken.
    pub fn is_too_large(&self) -> bool {
        self.status() == StatusCode::PAYLOAD_TOO_LARGE
    }

    /// 403 with a reason that the caller may know.
    pub fn forbidden(code: &'static str, message: impl Into<Message>) -> Self {
        Self::refused(StatusCode::FORBIDDEN, code, message)
    }

    /// 507: there is no room for what was sent.
    pub fn full(message: impl Into<Message>) -> Self {
        Self::refused(StatusCode::INSUFFICIENT_STORAGE, "disk_full", message)
    }

    /// 409: right in itself, but not in the present state of things.
    pub fn conflict(code: &'static str, message: impl Into<Message>) -> Self {
        Self::refused(StatusCode::CONFLICT, code, message)
    }

    /// 412: the caller wants to change what is not any more as they know it.
    pub fn stale() -> Self {
        Self::from_status(StatusCode::PRECONDITION_FAILED)
    }

    /// 422 for a single field.
    pub fn invalid(field: &str, code: &'static str, message: impl Into<Message>) -> Self {
        Self::Invalid(FieldErrors::one(field, code, message))
    }

    /// 503 with the usual five seconds.
    pub fn unavailable() -> Self {
        Self::Unavailable { retry_after: Duration::from_secs(5) }
    }

    /// The status of the answer.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Gone => StatusCode::GONE,
            Self::Unauthorized => StatusCode::UNAUTHORIZED,
            Self::Forbidden => StatusCode::FORBIDDEN,
            Self::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::Unavailable { .. } => StatusCode::SERVICE_UNAVAILABLE,
            Self::Refused(reason) => reason.status,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    pub(crate) fn retry_after(&self) -> Option<HeaderValue> {
        match self {
            Self::TooMany { retry_after }
            | Self::Unavailable { retry_after }
            | Self::Refused(Reason { retry_after: Some(retry_after), .. }) => {
                let whole_seconds = retry_after.as_millis().div_ceil(1_000).max(1);
                HeaderValue::from_str(&whole_seconds.to_string()).ok()
            }
            _ => None,
        }
    }
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        if let Some(seconds) = self.retry_after() {
            response.headers_mut().insert(header::RETRY_AFTER, seconds);
        }
        if self.status() == StatusCode::UNAUTHORIZED {
            response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response.extensions_mut().insert(Arc::new(self));
        response
    }
}

impl From<anyhow::Error> for Error {
    fn from(error: anyhow::Error) -> Self {
        Self::Internal(error)
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        Self::Internal(error.into())
    }
}

impl From<FieldErrors> for Error {
    fn from(errors: FieldErrors) -> Self {
        Self::Invalid(errors)
    }
}

/// Turns an absent value into a 404: `Book::find(&db, id).await?.or_404()?`.
pub trait OrNotFound<T> {
    /// The value, or [`Error::NotFound`].
    fn or_404(self) -> Result<T, Error>;
}

impl<T> OrNotFound<T> for Option<T> {
    fn or_404(self) -> Result<T, Error> {
        self.ok_or(Error::NotFound)
    }
}

/// The result of a handler.
pub type Result<T, E = Error> = std::result::Result<T, E>;
