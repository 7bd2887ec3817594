//! Choices: one of a list, yes or no, one of a few.

use i18n::Locale;
use maud::{Markup, html};

use super::surround::Surround;
use crate::{Choice, Icon, icon, t};

/// One of a list that is too long to be laid out.
#[derive(Debug, Clone, Copy, Default)]
pub struct Select<'a> {
    /// Its name in the form, and its id.
    pub name: &'a str,
    /// Its id where another form of the page has a field of the same name.
    pub id: Option<&'a str>,
    /// What to choose.
    pub label: &'a str,
    /// Help, shown before any error.
    pub hint: Option<&'a str>,
    /// What is wrong with the choice.
    pub error: Option<&'a str>,
    /// The choices; one with an empty value stands for none.
    pub choices: &'a [Choice],
    /// Whether none may be chosen.
    pub optional: bool,
    /// Whether the label keeps silent about that, as [`Field::depends`](super::Field::depends) has it.
    pub depends: bool,
    /// For the browser's own filling in: `country`, `language`.
    pub autocomplete: Option<&'a str>,
}

/// Draws it.
pub fn select(l: Locale, select: &Select<'_>) -> Markup {
    let Select { name, id, label, hint, error, choices, optional, depends, autocomplete } = *select;
    let id = id.unwrap_or(name);
    let surround = Surround { id, label, hint, error, optional: optional && !depends };
    let control = html! {
        div.field__select {
            select.field__input id=(id) name=(name) required[!optional] autocomplete=[autocomplete]
                aria-describedby=[surround.described_by(&[])] aria-invalid=[surround.invalid()]
                data-missing=[(!optional).then(|| t::check_choice_missing(l))] {
                (options(choices))
            }
            (icon(Icon::ChevronDown))
        }
    };
    surround.around(l, &control, &html! {})
}

/// The control alone, for a line of fields: its label is the element around it, or `aria_label` where nothing is written.
pub fn bare_select(name: &str, aria_label: Option<&str>, choices: &[Choice]) -> Markup {
    html! {
        span.field__select {
            select.field__input name=(name) aria-label=[aria_label] {
                (options(choices))
            }
            (icon(Icon::ChevronDown))
        }
    }
}

fn options(choices: &[Choice]) -> Markup {
    html! {
        @for choice in choices { option value=(choice.value) selected[choice.chosen] { (choice.label) } }
    }
}

/// Yes or no.
#[derive(Debug, Clone, Copy, Default)]
pub struct Checkbox<'a> {
    /// Its name in the form, and its id.
    pub name: &'a str,
    /// What is sent when it is ticked; `on` if empty.
    pub value: &'a str,
    /// What a tick says yes to.
    pub label: &'a str,
    /// Help, shown before any error.
    pub hint: Option<&'a str>,
    /// What is wrong.
    pub error: Option<&'a str>,
    /// Whether it is ticked now.
    pub checked: bool,
    /// Whether the form cannot be sent without it.
    pub required: bool,
}

/// Draws it: the box, then its label.
pub fn checkbox(l: Locale, checkbox: &Checkbox<'_>) -> Markup {
    let Checkbox { name, value, label, hint, error, checked, required } = *checkbox;
    let surround = Surround { id: name, label, hint, error, optional: false };
    let value = if value.is_empty() { "on" } else { value };
    html! {
        div.field.field--tick {
            label.tick {
                input.tick__box id=(name) name=(name) type="checkbox" value=(value) checked[checked] required[required]
                    aria-describedby=[surround.described_by(&[])] aria-invalid=[surround.invalid()]
                    data-missing=[required.then(|| t::check_tick_missing(l))];
                span { (label) }
            }
            @if let Some(text) = hint { p.field__hint id=(super::surround::hint_id(name)) { (text) } }
            (surround.error_line())
        }
    }
}

/// Any of a few that are laid out.
#[derive(Debug, Clone, Copy, Default)]
pub struct Ticks<'a> {
    /// Their name in the form; the id of the first.
    pub name: &'a str,
    /// What to choose.
    pub label: &'a str,
    /// Help, shown before any error.
    pub hint: Option<&'a str>,
    /// What is wrong with the choice.
    pub error: Option<&'a str>,
    /// The choices.
    pub choices: &'a [Choice],
}

/// Draws them.
pub fn ticks(l: Locale, ticks: &Ticks<'_>) -> Markup {
    let Ticks { name, label, hint, error, choices } = *ticks;
    let surround = Surround { id: name, label, hint, error, optional: false };
    let controls = html! {
        @for (at, choice) in choices.iter().enumerate() {
            label.tick {
                input.tick__box id=[(at == 0).then_some(name)] name=(name) type="checkbox" value=(choice.value)
                    checked[choice.chosen];
                span { bdi { (choice.label) } }
            }
        }
    };
    surround.around_group(l, &controls)
}

/// One of a few that are laid out.
#[derive(Debug, Clone, Copy, Default)]
pub struct Radios<'a> {
    /// Their name in the form; the id of the first.
    pub name: &'a str,
    /// What to choose.
    pub label: &'a str,
    /// Help, shown before any error.
    pub hint: Option<&'a str>,
    /// What is wrong with the choice.
    pub error: Option<&'a str>,
    /// The choices.
    pub choices: &'a [Choice],
}

/// Draws them.
pub fn radios(l: Locale, radios: &Radios<'_>) -> Markup {
    let Radios { name, label, hint, error, choices } = *radios;
    let surround = Surround { id: name, label, hint, error, optional: false };
    let controls = html! {
        @for (at, choice) in choices.iter().enumerate() {
            label.tick {
                input.tick__box id=[(at == 0).then_some(name)] name=(name) type="radio" value=(choice.value)
                    checked[choice.chosen] required data-missing=[(at == 0).then(|| t::check_choice_missing(l))];
                span { bdi { (choice.label) } }
            }
        }
    };
    surround.around_group(l, &controls)
}
