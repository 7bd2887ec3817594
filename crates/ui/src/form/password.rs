//! What belongs to a password: showing it, its rules, and the name that it goes with.

use i18n::Locale;
use maud::{Markup, html};

use super::kind::PASSWORD_LEAST;
use crate::{Icon, icon, t};

/// What a new password must not be.
#[derive(Debug, Clone, Copy, Default)]
pub struct Unlike<'a> {
    /// Other fields of the form: `["username", "email"]`.
    pub fields: &'a [&'a str],
    /// What is known already: the reader's username and address.
    pub words: &'a [&'a str],
}

/// A text button inside the control. Without JavaScript there is none.
pub(super) fn reveal(l: Locale, id: &str) -> Markup {
    html! {
        button.field__reveal type="button" hidden data-reveals=(id) aria-controls=(id)
            aria-label=(t::password_show_label(l)) data-hide=(t::password_hide(l))
            data-hide-label=(t::password_hide_label(l)) { (t::password_show(l)) }
    }
}

/// Where the client says that Caps Lock is on. It is there from the beginning, to be announced.
pub(super) fn caps_note(l: Locale) -> Markup {
    html! { p.field__note role="status" data-caps=(t::caps_lock(l)) {} }
}

pub(super) fn rules_id(id: &str) -> String {
    format!("{id}-rules")
}

/// What a new password needs: a hint, whose items the client ticks off as they are met.
pub(super) fn rules(l: Locale, id: &str, unlike: Unlike<'_>) -> Markup {
    let count = i64::from(PASSWORD_LEAST);
    html! {
        ul.rules role="list" id=(rules_id(id)) {
            (rule(l, "length", &t::rule_length(l, count)))
            @if !unlike.fields.is_empty() || !unlike.words.is_empty() { (rule(l, "unlike", t::rule_unlike(l))) }
        }
    }
}

fn rule(l: Locale, name: &str, words: &str) -> Markup {
    html! {
        li.rules__item data-rule=(name) {
            (icon(Icon::Check))
            span { (words) }
            span.visually-hidden data-met hidden { " (" (t::rule_met(l)) ")" }
        }
    }
}

/// The account that a form's passwords are of, for password managers: a form with a new password needs it, where no
/// other field says it.
pub fn username_for_managers(username: &str) -> Markup {
    html! { input hidden type="text" name="username" autocomplete="username" value=(username) readonly; }
}
