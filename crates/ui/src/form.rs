//! Buttons, chips and fields.

use i18n::Locale;
use maud::{Markup, html};

use crate::{Icon, icon, t};

/// How much a button asks to be pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ButtonKind {
    /// The one thing to do: ink.
    #[default]
    Primary,
    /// Another thing that can be done: an outline.
    Outline,
    /// Barely a button: words only.
    Plain,
    /// What cannot be undone.
    Danger,
}

impl ButtonKind {
    const fn class(self) -> &'static str {
        match self {
            Self::Primary => "button",
            Self::Outline => "button button--outline",
            Self::Plain => "button button--plain",
            Self::Danger => "button button--danger",
        }
    }
}

/// A button's words and look.
#[derive(Debug, Clone, Default)]
pub struct Button<'a> {
    /// Its words.
    pub label: &'a str,
    /// How much it asks to be pressed.
    pub kind: ButtonKind,
    /// A picture before the words.
    pub icon: Option<Icon>,
    /// What it is called where the words alone do not say it.
    pub aria_label: Option<&'a str>,
}

/// A link that looks like a button, since it leads somewhere.
pub fn button_link(button: &Button<'_>, href: &str) -> Markup {
    html! {
        a class=(button.kind.class()) href=(href) data-ink aria-label=[button.aria_label] {
            @if let Some(shape) = button.icon { (icon(shape)) }
            span { (button.label) }
        }
    }
}

/// A button that sends the form it stands in; with a name and a value where the form has several.
pub fn button(button: &Button<'_>, name_and_value: Option<(&str, &str)>) -> Markup {
    html! {
        button class=(button.kind.class()) type="submit" data-ink aria-label=[button.aria_label]
            name=[name_and_value.map(|(name, _)| name)] value=[name_and_value.map(|(_, value)| value)] {
            @if let Some(shape) = button.icon { (icon(shape)) }
            span { (button.label) }
        }
    }
}

/// A small link among its like: a genre, a format.
pub fn chip(label: &str, href: &str, current: bool) -> Markup {
    html! {
        a.chip href=(href) data-ink aria-current=[current.then_some("true")] { bdi { (label) } }
    }
}

/// Chips in a row that wraps.
pub fn chips(list: &[Markup]) -> Markup {
    html! { ul.chips role="list" { @for chip in list { li { (chip) } } } }
}

/// A labelled text field.
#[derive(Debug, Clone, Default)]
pub struct Field<'a> {
    /// Its name in the form, and its id.
    pub name: &'a str,
    /// What to fill in.
    pub label: &'a str,
    /// `text` if empty.
    pub kind: &'a str,
    /// What was filled in before.
    pub value: &'a str,
    /// Help, shown before any error.
    pub hint: Option<&'a str>,
    /// What is wrong with the value.
    pub error: Option<&'a str>,
    /// For the browser's own filling in: `email`, `current-password`.
    pub autocomplete: Option<&'a str>,
    /// Which keyboard: `email`, `numeric`.
    pub inputmode: Option<&'a str>,
    /// What the Enter key says: `search`, `next`.
    pub enterkeyhint: Option<&'a str>,
    /// Whether it may stay empty; if so, the label says it.
    pub optional: bool,
}

/// Draws a field: label above, hint, control, error below.
pub fn field(l: Locale, field: &Field<'_>) -> Markup {
    let hint = format!("{}-hint", field.name);
    let error = format!("{}-error", field.name);
    let described: Vec<&str> = [field.hint.map(|_| hint.as_str()), field.error.map(|_| error.as_str())]
        .into_iter()
        .flatten()
        .collect();
    let described = (!described.is_empty()).then(|| described.join(" "));
    let kind = if field.kind.is_empty() { "text" } else { field.kind };
    html! {
        div.field {
            label.field__label for=(field.name) {
                (field.label)
                @if field.optional { span.field__optional { " (" (t::optional(l)) ")" } }
            }
            @if let Some(text) = field.hint { p.field__hint id=(hint) { (text) } }
            input.field__input id=(field.name) name=(field.name) type=(kind) value=(field.value) dir="auto"
                required[!field.optional] autocomplete=[field.autocomplete] inputmode=[field.inputmode]
                enterkeyhint=[field.enterkeyhint] aria-describedby=[described]
                aria-invalid=[field.error.map(|_| "true")];
            @if let Some(text) = field.error { p.field__error id=(error) { (icon(Icon::CircleAlert)) span { (text) } } }
        }
    }
}

/// The list of what is wrong, on top of a form that came back. Focus moves to it without JavaScript.
pub fn problem_summary(l: Locale, problems: &[(&str, &str)]) -> Markup {
    let count = i64::try_from(problems.len()).unwrap_or(i64::MAX);
    html! {
        div.alert.alert--danger {
            (icon(Icon::CircleAlert))
            div {
                h2.alert__title tabindex="-1" autofocus { (t::form_problems(l, count)) }
                ul.alert__list {
                    @for (name, message) in problems { li { a href=(format_args!("#{name}")) { (message) } } }
                }
            }
        }
    }
}
