//! What an error says: its code, its title and its words. Also its form for programs, RFC 9457 problem details.

use std::borrow::Cow;
use std::time::Duration;

use http::StatusCode;
use i18n::Locale;
use serde::Serialize;
use utoipa::ToSchema;

use super::{Error, Message, Reason};
use crate::t;

/// The body of every error of the API, `application/problem+json` (RFC 9457).
#[derive(Debug, Serialize, ToSchema)]
pub struct Problem {
    /// Always `about:blank`: the status and the `code` say what kind of problem it is.
    #[serde(rename = "type")]
    #[schema(example = "about:blank")]
    pub kind: &'static str,
    /// The kind of problem in a few words, in the caller's language.
    #[schema(example = "Not found")]
    pub title: Cow<'static, str>,
    /// The HTTP status, repeated.
    #[schema(example = 404)]
    pub status: u16,
    /// What happened and what to do, in the caller's language.
    pub detail: Cow<'static, str>,
    /// Stable and machine-readable.
    #[schema(example = "not_found")]
    pub code: &'static str,
    /// The wrong values; only with status 422.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<ProblemField>,
    /// What to quote when asking for help; only with status 500.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
}

/// One wrong value of a request.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProblemField {
    /// The field, dotted for what lies deeper.
    pub field: String,
    /// Stable and machine-readable.
    pub code: &'static str,
    /// What is wrong with it, in the caller's language.
    pub message: Cow<'static, str>,
}

impl Problem {
    /// The words of an error for programs, in one language. `reference` is shown where the fault is ours.
    pub(crate) fn of(error: &Error, locale: Locale, reference: &str) -> Self {
        Self::said(error, Words::of(error), locale, reference)
    }

    /// The same for a person, to whom what is not there is a page, and who may have another account.
    pub(crate) fn on_page(error: &Error, locale: Locale, reference: &str) -> Self {
        let words = match error {
            Error::NotFound => Words::new("not_found", t::error_no_page_title, t::error_no_page_detail),
            Error::Forbidden => {
                Words::new("forbidden", t::error_forbidden_title, t::error_other_account_detail)
            }
            other => Words::of(other),
        };
        Self::said(error, words, locale, reference)
    }

    fn said(error: &Error, words: Words, locale: Locale, reference: &str) -> Self {
        let errors = match error {
            Error::Invalid(fields) => fields
                .iter()
                .map(|it| ProblemField {
                    field: it.field.clone(),
                    code: it.code,
                    message: it.message.text(locale),
                })
                .collect(),
            _ => Vec::new(),
        };
        Self {
            kind: "about:blank",
            title: words.title.text(locale),
            status: error.status().as_u16(),
            detail: words.detail.text(locale),
            code: words.code,
            errors,
            reference: matches!(error, Error::Internal(_)).then(|| reference.to_owned()),
        }
    }
}

struct Words {
    code: &'static str,
    title: Message,
    detail: Message,
}

impl Words {
    fn of(error: &Error) -> Self {
        match error {
            Error::NotFound => Self::new("not_found", t::error_not_found_title, t::error_not_found_detail),
            Error::Gone => Self::new("gone", t::error_gone_title, t::error_gone_detail),
            Error::Unauthorized => {
                Self::new("unauthorized", t::error_unauthorized_title, t::error_unauthorized_detail)
            }
            Error::Forbidden => Self::new("forbidden", t::error_forbidden_title, t::error_forbidden_detail),
            Error::Invalid(_) => Self::new("invalid", t::error_invalid_title, t::error_invalid_detail),
            Error::TooMany { retry_after } => {
                let detail = wait(*retry_after);
                Self { code: "too_many_requests", title: t::error_too_many_title.into(), detail }
            }
            Error::Unavailable { .. } => {
                Self::new("unavailable", t::error_unavailable_title, t::error_unavailable_detail)
            }
            Error::Internal(_) => Self::new("internal", t::error_internal_title, t::error_internal_detail),
            Error::Refused(reason) => {
                Self { code: reason.code, title: title_of(reason.status), detail: reason.message.clone() }
            }
        }
    }

    fn new(code: &'static str, title: impl Into<Message>, detail: impl Into<Message>) -> Self {
        Self { code, title: title.into(), detail: detail.into() }
    }
}

/// How long to wait, while that is a matter of seconds.
fn wait(time: Duration) -> Message {
    match i64::try_from(time.as_millis().div_ceil(1_000).max(1)) {
        Ok(seconds @ ..=120) => Message::from(move |l| t::error_too_many_wait(l, seconds)),
        _ => t::error_too_many_detail.into(),
    }
}

fn title_of(status: StatusCode) -> Message {
    match status {
        StatusCode::UNAUTHORIZED => t::error_not_signed_in_title.into(),
        StatusCode::FORBIDDEN => t::error_forbidden_title.into(),
        StatusCode::METHOD_NOT_ALLOWED => t::error_method_title.into(),
        StatusCode::CONFLICT | StatusCode::PRECONDITION_FAILED => t::error_conflict_title.into(),
        StatusCode::PAYLOAD_TOO_LARGE => t::error_too_large_title.into(),
        StatusCode::UNSUPPORTED_MEDIA_TYPE => t::error_media_type_title.into(),
        StatusCode::RANGE_NOT_SATISFIABLE => t::error_range_title.into(),
        StatusCode::TOO_MANY_REQUESTS => t::error_too_many_title.into(),
        StatusCode::INSUFFICIENT_STORAGE => t::error_full_title.into(),
        _ => t::error_bad_request_title.into(),
    }
}

/// The general words for a refusal that came without any, such as those that axum makes.
pub(super) fn general(status: StatusCode) -> Reason {
    let (code, message): (_, Message) = match status {
        StatusCode::METHOD_NOT_ALLOWED => ("method_not_allowed", t::error_method_detail.into()),
        StatusCode::CONFLICT => ("conflict", t::error_conflict_detail.into()),
        StatusCode::PRECONDITION_FAILED => ("precondition_failed", t::error_conflict_detail.into()),
        StatusCode::PAYLOAD_TOO_LARGE => ("payload_too_large", t::error_too_large_detail.into()),
        StatusCode::UNSUPPORTED_MEDIA_TYPE => ("unsupported_media_type", t::error_media_type_detail.into()),
        StatusCode::RANGE_NOT_SATISFIABLE => ("range_not_satisfiable", t::error_range_detail.into()),
        _ => ("bad_request", t::error_bad_request_detail.into()),
    };
    Reason { status, code, message, retry_after: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_is_to_wait_learns_how_many_seconds_unless_it_is_long() {
        let detail = |seconds: u64| {
            let error = Error::TooMany { retry_after: Duration::from_millis(seconds * 1_000 - 1) };
            Problem::of(&error, Locale::En, "-").detail.into_owned()
        };
        assert!(detail(7).contains('7'), "{}", detail(7));
        assert_eq!(detail(86_400), t::error_too_many_detail(Locale::En));
    }
}
