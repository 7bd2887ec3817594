//! The panel from which the shop is run: its frame with the ways to its pages, the line that narrows a list, and what is told
//! of many things at once.

use i18n::Locale;
use maud::{Markup, html};

use crate::{Button, ButtonKind, Choice, Icon, Tone, bare_select, button, icon, t};

/// A way to a page of the panel.
#[derive(Debug, Clone)]
pub struct AdminLink {
    /// A picture before the words.
    pub icon: Icon,
    /// What is there.
    pub label: &'static str,
    /// Its address.
    pub href: String,
    /// Whether the page being shown is there.
    pub current: bool,
}

/// A page of the panel.
#[derive(Debug, Clone)]
pub struct AdminPage<'a> {
    /// The ways to all pages that whoever looks may see, in groups.
    pub groups: Vec<Vec<AdminLink>>,
    /// What everybody who runs the shop has to know meanwhile: that payments are tried out only.
    pub mark: Option<&'a str>,
    /// Its heading.
    pub title: Markup,
    /// What it is for, in a sentence.
    pub lead: Option<&'a str>,
    /// Links beside the heading, such as *Add a book*; may be empty.
    pub actions: Markup,
    /// Everything below.
    pub body: Markup,
}

/// Draws it: the ways at the side of a large screen, in a row above the page of a small one.
pub fn admin_page(l: Locale, page: &AdminPage<'_>) -> Markup {
    html! {
        div.admin {
            nav.admin__nav.rail aria-label=(t::admin_nav(l)) {
                div.admin__track.rail__track {
                    @for group in &page.groups {
                        div.admin__group {
                            @for link in group {
                                a.admin__link.rail__link href=(link.href) data-ink aria-current=[link.current.then_some("page")] {
                                    (icon(link.icon)) span { (link.label) }
                                }
                            }
                        }
                    }
                }
            }
            div.admin__page {
                @if let Some(mark) = page.mark { p.admin__mark { (icon(Icon::Info)) span { (mark) } } }
                div.admin__head {
                    div {
                        h1.admin__title { (page.title) }
                        @if let Some(lead) = page.lead { p.admin__lead { (lead) } }
                    }
                    @if !page.actions.0.is_empty() { div.admin__actions { (page.actions) } }
                }
                (page.body)
            }
        }
    }
}

/// A choice in the line that narrows a list.
#[derive(Debug, Clone)]
pub struct TableChoice<'a> {
    /// The parameter's name.
    pub name: &'a str,
    /// What it is about: “Status”.
    pub label: &'a str,
    /// The values, the first being “all”.
    pub choices: Vec<Choice>,
}

/// The line that narrows a list: a plain GET form.
#[derive(Debug, Clone)]
pub struct TableFilter<'a> {
    /// The list's address without parameters.
    pub action: &'a str,
    /// What the field looks for and what stands in it; `None` in a list without a search.
    pub search: Option<(&'a str, &'a str)>,
    /// The choices.
    pub choices: Vec<TableChoice<'a>>,
    /// Parameters to keep that are no filter, such as the order.
    pub keep: Vec<(&'a str, &'a str)>,
    /// Whether anything is narrowed, so that the way to the whole list is shown.
    pub narrowed: bool,
}

/// The parameter that shows a list whole again, whatever was remembered of it.
pub const WHOLE_LIST: &str = "all";

/// Draws it.
pub fn table_filter(l: Locale, filter: &TableFilter<'_>) -> Markup {
    let press = Button { label: t::table_filter(l), kind: ButtonKind::Outline, ..Button::default() };
    html! {
        form.table-filter method="get" action=(filter.action) role="search" {
            @for (name, value) in &filter.keep { input type="hidden" name=(name) value=(value); }
            @if let Some((label, value)) = filter.search {
                label.table-filter__search {
                    span.visually-hidden { (label) }
                    (icon(Icon::Search))
                    input type="search" name="q" value=(value) placeholder=(label) enterkeyhint="search" dir="auto";
                }
            }
            @for choice in &filter.choices {
                label.table-filter__choice {
                    span { (choice.label) }
                    (bare_select(choice.name, None, &choice.choices))
                }
            }
            (button(&press, None))
            @if filter.narrowed {
                a.button.button--plain href={ (filter.action) "?" (WHOLE_LIST) } data-ink { span { (t::table_whole(l)) } }
            }
        }
    }
}

/// What became of one of several things that were changed together.
#[derive(Debug, Clone)]
pub struct BulkOutcome {
    /// What it is called.
    pub name: String,
    /// Its page.
    pub href: Option<String>,
    /// Whether it was done.
    pub done: bool,
    /// What became of it, or why it was not done.
    pub words: String,
}

/// Tells what became of each, what was not done first.
pub fn bulk_outcomes(l: Locale, outcomes: &[BulkOutcome]) -> Markup {
    let count = |done: bool| {
        i64::try_from(outcomes.iter().filter(|outcome| outcome.done == done).count()).unwrap_or(i64::MAX)
    };
    let (done, refused) = (count(true), count(false));
    let tone = if refused > 0 { Tone::Warning } else { Tone::Success };
    let title = if refused > 0 {
        t::bulk_some(l, &i18n::number(l, done), &i18n::number(l, refused))
    } else {
        t::bulk_all(l, done)
    };
    let (not, was): (Vec<_>, Vec<_>) = outcomes.iter().partition(|outcome| !outcome.done);
    let body = html! {
        details.bulk-outcomes open[refused > 0] {
            summary { (t::bulk_details(l)) }
            ul role="list" {
                @for outcome in not.into_iter().chain(was) {
                    li {
                        (icon(if outcome.done { Icon::CircleCheck } else { Icon::CircleAlert }))
                        span {
                            @match &outcome.href {
                                Some(href) => a href=(href) { bdi { (outcome.name) } },
                                None => bdi { (outcome.name) },
                            }
                            (t::colon(l)) (outcome.words)
                        }
                    }
                }
            }
        }
    };
    html! { div #outcomes { (crate::alert(&crate::Alert { tone, title: &title, body })) } }
}
