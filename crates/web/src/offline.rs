//! What somebody did while they were offline, sent later in one batch: kinds of things that features keep, each worked in by
//! its own. Whoever takes the batch knows no other features; `app` lays [`Kinds`] before it (see [`Site::sharing`](crate::Site::sharing)).

use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::FromRequestParts;
use futures::future::BoxFuture;
use http::StatusCode;
use http::request::Parts;
use i18n::Locale;
use kernel::Timestamp;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use utoipa::ToSchema;

use crate::app::App;
use crate::error::{Error, FieldErrors, Problem};
use crate::identity::{Caller, Identity, SUSPENDED, UNVERIFIED};
use crate::rate::Client;

/// When something was sent, by both clocks. A device's clock may be wrong by hours, so the times that it tells are moved by how
/// far its own time of sending is from ours, and are never later than ours.
#[derive(Debug, Clone, Copy)]
pub struct Clocks {
    /// By the device's clock, where that is told.
    pub sent_at: Option<Timestamp>,
    /// By ours, the first time it arrived.
    pub received_at: Timestamp,
}

impl Clocks {
    /// A time that the device tells, by our clock.
    pub fn moment(&self, told: Timestamp) -> Timestamp {
        let moved = match self.sent_at {
            Some(sent) => {
                let behind = self.received_at.as_millis().saturating_sub(sent.as_millis());
                Timestamp::from_millis(told.as_millis().saturating_add(behind))
            }
            None => told,
        };
        moved.min(self.received_at)
    }
}

/// Who sent a batch, and when.
pub struct Sender<'a> {
    /// The shop.
    pub app: &'a App,
    /// Who it is.
    pub me: &'a Arc<Identity>,
    /// The same, with what they proved it by.
    pub caller: &'a Caller,
    /// From where, for limits.
    pub client: Client,
    /// The language of messages.
    pub locale: Locale,
    /// When.
    pub clocks: Clocks,
}

/// A kind of thing that can be done offline.
pub trait Kind: Send + Sync + 'static {
    /// What its list in a batch is called: `favorites`.
    fn name(&self) -> &'static str;

    /// Works items in, and answers each, in order. Sent again, an item has the effect of once. An error is ours, and lets the
    /// device send all of the batch again.
    fn work_in<'a>(
        &'a self,
        sender: &'a Sender<'a>,
        items: Vec<Value>,
    ) -> BoxFuture<'a, crate::Result<Vec<Answered>>>;
}

/// All kinds of a shop but those that the taker of batches keeps itself.
#[derive(Clone, Default)]
pub struct Kinds(Arc<[Arc<dyn Kind>]>);

impl Kinds {
    /// These kinds.
    pub fn new(kinds: impl IntoIterator<Item = Arc<dyn Kind>>) -> Self {
        Self(kinds.into_iter().collect())
    }

    /// The kind whose list has a name.
    pub fn find(&self, name: &str) -> Option<&dyn Kind> {
        self.0.iter().find(|kind| kind.name() == name).map(AsRef::as_ref)
    }
}

impl FromRequestParts<App> for Kinds {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Infallible> {
        Ok(parts.extensions.get().cloned().unwrap_or_default())
    }
}

/// What became of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Became {
    /// It is so now, or was already.
    Applied,
    /// Something later is kept: `state`.
    Kept,
    /// It cannot be: `code` says why. Sent again it would be refused again.
    Refused,
    /// It cannot be yet: `code` says why. It is to be sent again.
    Later,
}

/// The answer to an item, in the order in which they were sent.
#[derive(Debug, Serialize, ToSchema)]
pub struct Answered {
    /// What became of it.
    pub outcome: Became,
    /// Why, only with `refused` and `later`. Of all kinds: `unknown_kind`, `invalid`, `not_found`. Of places and marks:
    /// `not_owned`, `uuid_taken`, `too_many_annotations`. Of favourites: `list_full`. Of comments: `hidden`. With `later`:
    /// `too_many_requests`, `unverified`, `suspended`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<&'static str>,
    /// What is wrong with it; only with `invalid`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<WrongField>,
    /// After how many seconds it is worth sending again; only with `too_many_requests`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retry_after: Option<u64>,
    /// What is kept now. Of a place the reader's progress (`BookProgress`), of a mark the mark (`AnnotationState`), of a favourite
    /// a `KeptFavorite`, of a rating a `KeptRating`, of a comment a `CommentItem` or, once it is gone, a `GoneComment`. Absent
    /// where nothing is.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    pub state: Option<Value>,
}

/// A value of an item that is wrong.
#[derive(Debug, Serialize, ToSchema)]
pub struct WrongField {
    /// Its name.
    pub field: String,
    /// Stable and machine-readable.
    pub code: &'static str,
    /// What is wrong with it, in the caller's language.
    pub message: String,
}

impl Answered {
    /// It was worked in, or something later is kept; with what is kept now.
    pub fn with(outcome: Became, state: &impl Serialize) -> crate::Result<Self> {
        let state = serde_json::to_value(state).map_err(|error| Error::Internal(error.into()))?;
        Ok(Self { outcome, code: None, errors: Vec::new(), retry_after: None, state: Some(state) })
    }

    /// It cannot be.
    pub fn refused(code: &'static str) -> Self {
        Self::without(Became::Refused, code)
    }

    /// What an error means for an item: what the sender did wrong, and what waits, is an answer; what is ours stays an error.
    pub fn of_error(error: Error, l: Locale) -> crate::Result<Self> {
        match error {
            Error::NotFound => Ok(Self::refused("not_found")),
            Error::Invalid(errors) => Ok(Self::invalid(&errors, l)),
            Error::TooMany { retry_after } => {
                let seconds = u64::try_from(retry_after.as_millis().div_ceil(1_000)).unwrap_or(u64::MAX);
                let later = Self::without(Became::Later, "too_many_requests");
                Ok(Self { retry_after: Some(seconds.max(1)), ..later })
            }
            Error::Refused(reason) if matches!(reason.code, UNVERIFIED | SUSPENDED) => {
                Ok(Self::without(Became::Later, reason.code))
            }
            error if error.status().is_client_error() && error.status() != StatusCode::UNAUTHORIZED => {
                Ok(Self::without(Became::Refused, Problem::of(&error, l, "").code))
            }
            error => Err(error),
        }
    }

    /// It cannot be read, or is wrong in some values.
    pub fn invalid(errors: &FieldErrors, l: Locale) -> Self {
        let wrong = errors.iter().map(|error| WrongField {
            field: error.field.clone(),
            code: error.code,
            message: error.message.text(l).into_owned(),
        });
        Self { errors: wrong.collect(), ..Self::refused("invalid") }
    }

    const fn without(outcome: Became, code: &'static str) -> Self {
        Self { outcome, code: Some(code), errors: Vec::new(), retry_after: None, state: None }
    }
}

/// Reads an item; one that is none of its kind is wrong as a whole.
pub fn read<T: DeserializeOwned>(item: Value) -> crate::Result<T> {
    serde_json::from_value(item).map_err(|_| Error::Invalid(FieldErrors::default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn clocks(sent: Option<&str>) -> Clocks {
        Clocks { sent_at: sent.map(at), received_at: at("2026-11-23T09:00:00.000Z") }
    }

    #[test]
    fn a_wrong_clock_is_put_right_by_when_it_was_sent() {
        let ahead = clocks(Some("2026-11-23T12:00:00Z"));
        assert_eq!(ahead.moment(at("2026-11-23T11:30:00Z")), at("2026-11-23T08:30:00Z"));
        let behind = clocks(Some("2026-11-22T09:00:00Z"));
        assert_eq!(behind.moment(at("2026-11-22T08:00:00Z")), at("2026-11-23T08:00:00Z"));
    }

    #[test]
    fn nothing_was_done_later_than_now() {
        for sent in [None, Some("2026-11-23T09:00:00Z"), Some("0000-01-01T00:00:00Z")] {
            let moment = clocks(sent).moment(at("9999-12-31T23:59:59.999Z"));
            assert_eq!(moment, at("2026-11-23T09:00:00Z"), "{sent:?}");
        }
    }

    #[test]
    fn what_waits_is_told_from_what_cannot_be() {
        let of = |error| Answered::of_error(error, Locale::En).map(|it| (it.outcome, it.code.unwrap()));
        assert_eq!(of(Error::NotFound).unwrap(), (Became::Refused, "not_found"));
        assert_eq!(of(Error::Forbidden).unwrap(), (Became::Refused, "forbidden"));
        assert_eq!(of(Error::conflict("hidden", |_| "")).unwrap(), (Became::Refused, "hidden"));
        for code in [UNVERIFIED, SUSPENDED] {
            assert_eq!(of(Error::forbidden(code, |_| "")).unwrap(), (Became::Later, code));
        }
        assert!(of(Error::unavailable()).is_err());
    }
}
