//! Ways around the shop: the main destinations, the rail of home lists, and the breadcrumb.

use i18n::Locale;
use maud::{Markup, html};

use crate::{Icon, Written, icon, t, text::isolated};

/// A main destination. Never more than these four; search and cart live in the app bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// The front page.
    Home,
    /// Genres, languages, authors.
    Browse,
    /// The reader's own books.
    Library,
    /// The reader.
    Account,
}

impl Tab {
    const fn icon(self) -> Icon {
        match self {
            Self::Home => Icon::House,
            Self::Browse => Icon::Grid,
            Self::Library => Icon::Library,
            Self::Account => Icon::User,
        }
    }

    const fn label(self, l: Locale) -> &'static str {
        match self {
            Self::Home => t::nav_home(l),
            Self::Browse => t::nav_browse(l),
            Self::Library => t::nav_library(l),
            Self::Account => t::nav_account(l),
        }
    }
}

/// A main destination and where it is.
#[derive(Debug, Clone)]
pub struct Destination {
    /// Which one.
    pub tab: Tab,
    /// Its address.
    pub href: String,
}

/// The destinations: a bar at the foot of a small screen, a rail at the side of a middling one, part of the top bar
/// on a large one. One element, placed by CSS.
pub(crate) fn destinations(l: Locale, list: &[Destination], current: Option<Tab>) -> Markup {
    if list.is_empty() {
        return html! {};
    }
    html! {
        nav.destinations aria-label=(t::navigation(l)) {
            @for Destination { tab, href } in list {
                a.destinations__link.destinations__link--account[*tab == Tab::Account] href=(href) data-ink-within aria-current=[(current == Some(*tab)).then_some("page")] {
                    span.destinations__face data-ink { (icon(tab.icon())) (tab.label(l)) }
                }
            }
        }
    }
}

/// One link of the rail.
#[derive(Debug, Clone)]
pub struct RailTab {
    /// Its words.
    pub label: String,
    /// Its address.
    pub href: String,
    /// Whether it is the page being shown.
    pub current: bool,
}

/// The row of home lists. Links, not tabs: each list has an address of its own.
pub fn rail(l: Locale, tabs: &[RailTab]) -> Markup {
    html! {
        nav.rail #rail aria-label=(t::rail(l)) {
            div.rail__track {
                @for RailTab { label, href, current } in tabs {
                    a.rail__link href=(href) data-ink aria-current=[current.then_some("page")] {
                        span { (label) }
                    }
                }
            }
        }
    }
}

/// One step of the way from the front page.
#[derive(Debug, Clone)]
pub struct Crumb {
    /// Its words.
    pub label: Written,
    /// Its address; the last crumb, the page itself, has none.
    pub href: Option<String>,
}

/// Where the page stands. Shown on large screens, where there is no way back in the bar.
pub fn breadcrumb(l: Locale, crumbs: &[Crumb]) -> Markup {
    html! {
        nav.breadcrumb aria-label=(t::breadcrumb(l)) {
            ol {
                @for Crumb { label, href } in crumbs {
                    li {
                        @if let Some(href) = href {
                            a href=(href) { (isolated(l, label)) }
                            (icon(Icon::ChevronForward))
                        } @else {
                            span aria-current="page" { (isolated(l, label)) }
                        }
                    }
                }
            }
        }
    }
}
