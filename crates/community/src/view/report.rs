//! The form in which moderators are told that something is wrong with a comment.

use maud::{Markup, html};
use ui::{ButtonKind, Choice, Radios, TextArea};
use web::Page;

use super::composer::deed;
use crate::report::NOTE_LONGEST;
use crate::{Reason, t};

/// The form, filled in.
#[derive(Debug, Clone, Default)]
pub(crate) struct Filled<'a> {
    /// The reason that was chosen.
    pub(crate) reason: Option<Reason>,
    /// What was typed.
    pub(crate) note: &'a str,
    /// What is wrong with the choice, and with the note.
    pub(crate) errors: (Option<&'a str>, Option<&'a str>),
    /// Where it is sent.
    pub(crate) action: &'a str,
    /// Where one goes instead.
    pub(crate) cancel: &'a str,
}

/// Draws it.
pub(crate) fn report_form(page: &Page, filled: &Filled<'_>) -> Markup {
    let l = page.locale;
    let choices: Vec<Choice> = Reason::ALL
        .into_iter()
        .map(|one| Choice::new(one.to_string(), one.label(l), filled.reason == Some(one)))
        .collect();
    let body = html! {
        p.report__lead { (t::report_lead(l)) }
        (ui::radios(l, &Radios {
            name: "reason", label: t::report_reason(l), error: filled.errors.0, choices: &choices, ..Radios::default()
        }))
        (ui::text_area(l, &TextArea {
            name: "note", label: t::report_note(l), value: filled.note, error: filled.errors.1, optional: true,
            most: u32::try_from(NOTE_LONGEST).ok(), ..TextArea::default()
        }))
        div.confirm__actions {
            a.button.button--outline href=(filled.cancel) data-closes data-ink { span { (t::cancel(l)) } }
            (deed(t::report_send(l), ButtonKind::Primary))
        }
    };
    ui::form(&ui::Form { action: filled.action, csrf: page.csrf(), ..ui::Form::default() }, &body)
}
