//! What is asked before something is done that cannot be taken back, and how the panel tells why something was not done.

use std::time::Duration;

use i18n::Locale;
use maud::{Markup, html};
use ui::{Alert, Button, ButtonKind, Tone};
use web::{Error, Page};

use crate::words::shared as t;

/// A question.
pub(crate) struct Sure<'a> {
    /// What goes, in words.
    pub(crate) body: Markup,
    /// Where the form goes, from the root of the site.
    pub(crate) action: &'a str,
    /// What the form sends beside; may be empty.
    pub(crate) fields: Markup,
    /// What the button says: the deed.
    pub(crate) deed: &'a str,
    /// Where one goes instead, from the root of the site.
    pub(crate) cancel: &'a str,
}

/// Draws it.
pub(crate) fn sure(page: &Page, sure: &Sure<'_>) -> Markup {
    let form = ui::Form { action: sure.action, csrf: page.csrf(), ..ui::Form::default() };
    let deed = Button { label: sure.deed, kind: ButtonKind::Danger, ..Button::default() };
    let cancel = Button { label: t::cancel(page.locale), kind: ButtonKind::Outline, ..Button::default() };
    let fields = html! {
        (sure.fields)
        div.sure__ways { (ui::button(&deed, None)) (ui::button_link(&cancel, sure.cancel)) }
    };
    html! { div.panel.sure { div.sure__body { (sure.body) } (ui::form(&form, &fields)) } }
}

/// A button that does something at once: a form of its own.
pub(crate) fn press(page: &Page, action: &str, button: &Button<'_>) -> Markup {
    html! {
        form method="post" action=(action) {
            input type="hidden" name="csrf" value=(page.csrf());
            (ui::button(button, None))
        }
    }
}

/// Why something was not done, in a sentence; any other error is handed on, to be a page of its own.
pub(crate) fn told(l: Locale, error: &Error) -> Option<String> {
    match error {
        Error::Refused(reason) => Some(reason.message.text(l).into_owned()),
        Error::Invalid(errors) => errors.iter().next().map(|error| error.message.text(l).into_owned()),
        Error::Unavailable { retry_after } | Error::TooMany { retry_after } => {
            Some(t::try_later(l, minutes(*retry_after)))
        }
        _ => None,
    }
}

/// The alert of a refusal.
pub(crate) fn refused(words: &str) -> Markup {
    ui::alert(&Alert { tone: Tone::Danger, title: words, body: html! {} })
}

fn minutes(time: Duration) -> i64 {
    i64::try_from(time.as_secs().div_ceil(60).max(1)).unwrap_or(i64::MAX)
}
