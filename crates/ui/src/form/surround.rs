//! What surrounds every control: label above, hint before any error, error below, and how they are tied together.

use i18n::Locale;
use maud::{Markup, html};

use crate::{Icon, icon, t};

/// The words around a control.
#[derive(Debug, Clone, Copy)]
pub(super) struct Surround<'a> {
    pub(super) id: &'a str,
    pub(super) label: &'a str,
    pub(super) hint: Option<&'a str>,
    pub(super) error: Option<&'a str>,
    pub(super) optional: bool,
}

impl Surround<'_> {
    /// The ids for `aria-describedby`: hint, then whatever else the control brings, then error.
    pub(super) fn described_by(&self, further: &[String]) -> Option<String> {
        let hint = self.hint.map(|_| hint_id(self.id));
        let error = self.error.map(|_| error_id(self.id));
        let ids: Vec<String> = hint.into_iter().chain(further.iter().cloned()).chain(error).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    pub(super) fn invalid(&self) -> Option<&'static str> {
        self.error.map(|_| "true")
    }

    /// The control between its words. `below` stands between control and error: rules, a note.
    pub(super) fn around(&self, l: Locale, control: &Markup, below: &Markup) -> Markup {
        html! {
            div.field {
                label.field__label for=(self.id) { (self.words(l)) }
                (self.hint_line())
                (control)
                (below)
                (self.error_line())
            }
        }
    }

    /// The same for several controls, which a `<fieldset>` keeps together.
    pub(super) fn around_group(&self, l: Locale, controls: &Markup) -> Markup {
        html! {
            fieldset.field aria-describedby=[self.described_by(&[])] {
                legend.field__label { (self.words(l)) }
                (self.hint_line())
                (controls)
                (self.error_line())
            }
        }
    }

    fn words(&self, l: Locale) -> Markup {
        html! {
            (self.label)
            @if self.optional { span.field__optional { " (" (t::optional(l)) ")" } }
        }
    }

    fn hint_line(&self) -> Markup {
        html! { @if let Some(text) = self.hint { p.field__hint id=(hint_id(self.id)) { (text) } } }
    }

    /// The place of an error is always there, because the client's checks fill it too.
    pub(super) fn error_line(&self) -> Markup {
        html! {
            p.field__error id=(error_id(self.id)) hidden[self.error.is_none()] {
                (icon(Icon::CircleAlert))
                span { (self.error.unwrap_or_default()) }
            }
        }
    }
}

pub(super) fn hint_id(id: &str) -> String {
    format!("{id}-hint")
}

fn error_id(id: &str) -> String {
    format!("{id}-error")
}
