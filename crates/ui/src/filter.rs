//! The filters of a list: a plain GET form, so that every choice is an address. On a large screen it
//! stands beside the list; on a small one it is a sheet that rises from below.

use i18n::Locale;
use maud::{Markup, html};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::{Icon, icon, t};

/// One value that can be chosen.
#[derive(Debug, Clone)]
pub struct Choice {
    /// What the address says.
    pub value: String,
    /// What the reader sees.
    pub label: String,
    /// How many books it would leave, where that is known.
    pub count: Option<i64>,
    /// Whether it is chosen now.
    pub chosen: bool,
}

impl Choice {
    /// A value of a form, where nothing is counted.
    pub fn new(value: impl Into<String>, label: impl Into<String>, chosen: bool) -> Self {
        Self { value: value.into(), label: label.into(), count: None, chosen }
    }
}

/// A set of values of which one is chosen, the first usually being “all”.
#[derive(Debug, Clone)]
pub struct Group {
    /// The parameter's name.
    pub name: String,
    /// What it is about: “Language”.
    pub legend: String,
    /// The values.
    pub choices: Vec<Choice>,
}

/// The whole form.
#[derive(Debug, Clone)]
pub struct Filters {
    /// The list's address without parameters.
    pub action: String,
    /// The groups, sorting among them if the list can be sorted.
    pub groups: Vec<Group>,
    /// Parameters to keep that are no filter.
    pub keep: Vec<(String, String)>,
}

/// The button that opens the sheet on small screens. A link, so that it leads to the form without JavaScript.
pub fn filter_button(l: Locale, in_use: usize) -> Markup {
    let in_use = i64::try_from(in_use).unwrap_or(0);
    html! {
        a.button.button--outline.filter-button href="#filters" data-opens="filters" data-ink {
            (icon(Icon::Sliders))
            span { (t::filter(l)) @if in_use > 0 { " (" (i18n::number(l, in_use)) ")" } }
        }
    }
}

/// The form itself.
pub fn filters(l: Locale, form: &Filters) -> Markup {
    html! {
        dialog.sheet.filters #filters aria-labelledby="filters-title" {
            div.sheet__head {
                h2 #filters-title { (t::filters(l)) }
                a.icon-button.sheet__close href="#main" data-closes data-ink aria-label=(t::close(l)) { (icon(Icon::Close)) }
            }
            form method="get" action=(form.action) {
                @for (name, value) in &form.keep { input type="hidden" name=(name) value=(value); }
                @for group in &form.groups { (choices(l, group)) }
                div.filters__foot {
                    button.button type="submit" data-ink { (t::filter_show(l)) }
                    a.button.button--plain href=(without_choices(form)) data-ink { (t::filter_clear(l)) }
                }
            }
        }
    }
}

/// The list with nothing chosen, and what is no filter kept.
fn without_choices(form: &Filters) -> String {
    let mut address = form.action.clone();
    for (at, (name, value)) in form.keep.iter().enumerate() {
        address.push(if at == 0 { '?' } else { '&' });
        address.push_str(name);
        address.push('=');
        address.extend(utf8_percent_encode(value, NON_ALPHANUMERIC));
    }
    address
}

fn choices(l: Locale, group: &Group) -> Markup {
    html! {
        fieldset.filters__group {
            legend { (group.legend) }
            @for choice in &group.choices {
                label.filters__choice {
                    input type="radio" name=(group.name) value=(choice.value) checked[choice.chosen];
                    span { bdi { (choice.label) } }
                    @if let Some(count) = choice.count { span.filters__count { (i18n::number(l, count)) } }
                }
            }
        }
    }
}

/// A filter that is in use, and the address of the same list without it.
#[derive(Debug, Clone)]
pub struct Applied {
    /// What it says: “French”.
    pub label: String,
    /// The list without it.
    pub href: String,
}

/// The filters in use as chips that take themselves away, and how many books they leave, which is announced.
pub fn applied_filters(l: Locale, applied: &[Applied], total: Option<i64>) -> Markup {
    html! {
        div.applied {
            @if let Some(total) = total { p.applied__total role="status" { (t::results(l, total)) } }
            @if !applied.is_empty() {
                ul.chips role="list" aria-label=(t::filter_applied(l)) {
                    @for Applied { label, href } in applied {
                        li {
                            a.chip.chip--remove href=(href) data-ink aria-label=(t::filter_remove(l, label)) {
                                bdi { (label) } (icon(Icon::Close))
                            }
                        }
                    }
                }
            }
        }
    }
}
