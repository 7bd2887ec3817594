//! The field in which one searches the shop: in the bar on large screens, on the search's own page on small ones. A
//! plain form; with JavaScript it suggests while one types.

use i18n::Locale;
use maud::{Markup, html};

use crate::{Icon, icon, t};

/// The field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchField {
    /// The search's page.
    pub action: String,
    /// What is in it.
    pub text: String,
    /// Where suggestions come from.
    pub suggestions: String,
    /// Where one's own searches are taken off: the key of one follows.
    pub searches: String,
}

/// Draws the field.
pub fn search_field(l: Locale, field: &SearchField) -> Markup {
    html! {
        search.search {
            shop-search data-suggestions=(field.suggestions) data-searches=(field.searches)
                data-book=(t::search_kind_book(l)) data-author=(t::search_kind_author(l))
                data-series=(t::search_kind_series(l)) data-genre=(t::search_kind_genre(l))
                data-recent=(t::search_kind_recent(l)) data-remove=(t::search_remove(l))
                data-list=(t::search_list(l)) data-none=(t::search_none(l)) data-some=(t::search_some(l)) {
                form.search__form method="get" action=(field.action) {
                    input.search__input type="search" name="q" value=(field.text) maxlength="200" dir="auto"
                        aria-label=(t::search_field(l)) placeholder=(t::search_field(l)) enterkeyhint="search"
                        autocapitalize="none" autocomplete="off" spellcheck="false";
                    button.search__go.icon-button type="submit" data-ink aria-label=(t::search(l)) { (icon(Icon::Search)) }
                }
            }
        }
    }
}

/// The field where the bar has room for it; elsewhere a link to the page that has it.
pub(crate) fn in_bar(l: Locale, field: &SearchField) -> Markup {
    html! {
        div.bar__search { (search_field(l, field)) }
        a.bar__to-search.icon-button href=(field.action) data-ink aria-label=(t::search(l)) { (icon(Icon::Search)) }
    }
}
