//! Buttons, and links that look like them.

use maud::{Markup, html};

use crate::{Icon, icon};

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
    /// The key that presses it, where a script hears keys.
    pub key: Option<&'a str>,
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
        button class=(button.kind.class()) type="submit" data-ink aria-label=[button.aria_label] aria-keyshortcuts=[button.key]
            name=[name_and_value.map(|(name, _)| name)] value=[name_and_value.map(|(_, value)| value)] {
            @if let Some(shape) = button.icon { (icon(shape)) }
            span { (button.label) }
        }
    }
}
