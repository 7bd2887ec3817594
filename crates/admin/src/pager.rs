//! The way to the next part of a list.

use i18n::Locale;
use maud::{Markup, html};
use ui::{Button, ButtonKind};

use crate::words::shared as t;

/// Draws it, at the address of a list from the root of the site: `next` is the query of the part after this one, with its
/// question mark.
pub(crate) fn pager(l: Locale, list: &str, next: Option<&str>) -> Markup {
    let button = Button { label: t::next_page(l), kind: ButtonKind::Outline, ..Button::default() };
    html! {
        @if let Some(query) = next {
            nav.table__foot aria-label=(t::pages(l)) { (ui::button_link(&button, &format!("{list}{query}"))) }
        }
    }
}
