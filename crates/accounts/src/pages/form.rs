//! What the pages with forms share: their frames, and the way a form comes back with what is wrong in it.

use std::time::Duration;

use axum::response::Response;
use i18n::Locale;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{AppBar, Crumb, EnterKey, Field, FieldKind, Frame, Indexing, Tab};
use web::{Error, FieldErrors, Page};

use crate::t;

/// What is wrong with a form, in the reader's language.
#[derive(Default)]
pub(super) struct Problems {
    list: Vec<(String, String)>,
    /// How long whoever sent the form has to wait, if that is what is wrong.
    retry_after: Option<Duration>,
}

impl Problems {
    /// What the field errors say.
    pub(super) fn new(l: Locale, errors: &FieldErrors) -> Self {
        let told = |error: &web::FieldError| (error.field.clone(), error.message.text(l).into_owned());
        Self { list: errors.iter().map(told).collect(), retry_after: None }
    }

    /// The problems of a refusal that can be mended in the form; that it was sent too often is told beside `field`. Any
    /// other refusal is handed on.
    pub(super) fn of(l: Locale, error: Error, field: &str) -> web::Result<Self> {
        match error {
            Error::Invalid(errors) => Ok(Self::new(l, &errors)),
            Error::TooMany { retry_after } => Ok(Self::wait(l, field, retry_after)),
            other => Err(other),
        }
    }

    /// The form was sent too often.
    pub(super) fn wait(l: Locale, field: &str, time: Duration) -> Self {
        let seconds = time.as_millis().div_ceil(1_000).try_into().unwrap_or(u64::MAX);
        Self { retry_after: Some(time), ..Self::one(field, wait(l, seconds)) }
    }

    /// One problem.
    pub(super) fn one(field: &str, message: impl Into<String>) -> Self {
        Self { list: vec![(field.to_owned(), message.into())], retry_after: None }
    }

    /// The same, beside fields of other names (`current` in a page where two forms ask for it).
    #[must_use]
    pub(super) fn renamed(mut self, from: &str, to: &str) -> Self {
        for (field, _) in self.list.iter_mut().filter(|(field, _)| field == from) {
            to.clone_into(field);
        }
        self
    }

    /// Says what is wrong with a field in other words.
    pub(super) fn reword(&mut self, field: &str, words: &str) {
        for (_, message) in self.list.iter_mut().filter(|(name, _)| name == field) {
            words.clone_into(message);
        }
    }

    /// What is wrong with one field.
    pub(super) fn get(&self, field: &str) -> Option<&str> {
        self.list.iter().find(|(name, _)| name == field).map(|(_, message)| message.as_str())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The answer to a form that comes back: to be mended, or to be sent again later.
    pub(super) fn answer(&self, again: Response) -> Response {
        match self.retry_after {
            Some(time) => web::to_wait(again, time),
            None => web::to_correct(again),
        }
    }

    /// The list on top of the form.
    pub(super) fn summary(&self, l: Locale) -> Markup {
        let list: Vec<(&str, &str)> =
            self.list.iter().map(|(field, message)| (field.as_str(), message.as_str())).collect();
        html! { @if !list.is_empty() { (ui::problem_summary(l, &list)) } }
    }
}

/// The frame of a page below the account.
pub(super) fn account_frame(page: &Page, title: &str, problems: &Problems) -> Frame {
    Frame {
        bar: AppBar::Sub { title: String::new(), back: page.url(super::paths::ACCOUNT), actions: html! {} },
        current: Some(Tab::Account),
        indexing: Indexing::Hidden,
        has_problems: !problems.is_empty(),
        ..page.frame(title)
    }
}

/// A page below the account: the way it lies, its heading, its sections.
pub(super) fn account_page(page: &Page, title: &str, lead: Option<&str>, body: &Markup) -> Markup {
    let l = page.locale;
    let crumbs = [
        Crumb { label: t::account_title(l).into(), href: Some(page.url(super::paths::ACCOUNT)) },
        Crumb { label: title.into(), href: None },
    ];
    html! { (ui::breadcrumb(l, &crumbs)) (ui::account_page(title, lead, body)) }
}

/// Where a form leads on to.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct Next {
    #[serde(default)]
    pub(super) next: Option<String>,
}

impl Next {
    /// The address, if it is one of this site and no sign-in page.
    pub(super) fn own(&self) -> Option<&str> {
        let leads_back = |path: &&str| {
            web::is_own_path(path)
                && !path.contains(super::paths::SIGN_IN)
                && !path.contains(super::paths::SIGN_UP)
        };
        self.next.as_deref().filter(leads_back)
    }

    /// The address, or another page of ours.
    pub(super) fn or(&self, page: &Page, path: &str) -> String {
        self.own().map_or_else(|| page.url(path), str::to_owned)
    }

    /// A path with this address handed on to it.
    pub(super) fn hand_on(&self, path: &str) -> String {
        match self.own() {
            Some(next) => {
                let next: String = form_urlencoded::byte_serialize(next.as_bytes()).collect();
                format!("{path}?next={next}")
            }
            None => path.to_owned(),
        }
    }
}

/// How long to wait, for a form that was sent too often.
fn wait(l: Locale, seconds: u64) -> String {
    let whole = |unit: u64| i64::try_from(seconds.max(1).div_ceil(unit)).unwrap_or(i64::MAX);
    match seconds {
        ..100 => t::try_again_in(l, whole(1)),
        100..6_000 => t::try_again_minutes(l, whole(60)),
        _ => t::try_again_hours(l, whole(60 * 60)),
    }
}

/// The field of the unique name, as signing up and the profile both have it.
pub(super) fn username<'a>(l: Locale, value: &'a str, problems: &'a Problems) -> Field<'a> {
    Field {
        kind: FieldKind::Username,
        name: "username",
        label: t::username_label(l),
        value,
        hint: Some(t::username_hint(l)),
        error: problems.get("username"),
        enter_key: EnterKey::Next,
        ..Field::default()
    }
}

/// The field of the phone number, as signing up and the profile both have it.
pub(super) fn phone<'a>(l: Locale, value: &'a str, problems: &'a Problems) -> Field<'a> {
    Field {
        kind: FieldKind::Phone,
        name: "phone",
        label: t::phone_label(l),
        value,
        hint: Some(t::phone_hint(l)),
        error: problems.get("phone"),
        optional: true,
        enter_key: EnterKey::Done,
        ..Field::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wait_is_told_in_the_largest_unit_that_tells_it_well() {
        for (seconds, words) in [
            (0, "Too many tries. Try again in 1 second."),
            (10, "Too many tries. Try again in 10 seconds."),
            (600, "Too many tries. Try again in 10 minutes."),
            (6_001, "Too many tries. Try again in 2 hours."),
            (86_400, "Too many tries. Try again in 24 hours."),
        ] {
            let told: String = wait(Locale::En, seconds)
                .chars()
                .filter(|c| !('\u{2066}'..='\u{2069}').contains(c))
                .collect();
            assert_eq!(told, words, "{seconds}");
        }
    }
}
