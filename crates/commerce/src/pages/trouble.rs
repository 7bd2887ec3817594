//! Refusals that a page tells by itself, so that nobody is led away from what they were at.

use std::time::Duration;

use i18n::Locale;
use maud::{Markup, html};
use ui::{Alert, Tone};
use web::Error;

use crate::t;

/// Why something was not done, in a sentence; any other error is handed on, to be a page of its own.
pub(super) fn told(l: Locale, error: &Error) -> Option<String> {
    match error {
        Error::Refused(reason) => Some(reason.message.text(l).into_owned()),
        Error::Invalid(errors) => errors.iter().next().map(|error| error.message.text(l).into_owned()),
        Error::Unavailable { retry_after } => Some(t::gateway_unavailable(l, minutes(*retry_after))),
        Error::TooMany { retry_after } => Some(t::too_many_orders(l, minutes(*retry_after))),
        _ => None,
    }
}

/// The alert of a refusal.
pub(super) fn alert(words: &str, more: Markup) -> Markup {
    let body = html! { (more) };
    ui::alert(&Alert { tone: Tone::Danger, title: words, body })
}

fn minutes(time: Duration) -> i64 {
    i64::try_from(time.as_secs().div_ceil(60).max(1)).unwrap_or(i64::MAX)
}
