//! Rows and grids of books, and the way to more of them.

use i18n::Locale;
use maud::{Markup, html};

use crate::{BookCard, CardIn, Icon, Loading, book_card, icon, t, text::Room};

/// How many cards of a list are in sight on a phone when it is the first on a page.
const IN_SIGHT: usize = 3;

/// The bytes of most cards.
const CARD: usize = 1_536;

/// A section's heading with the way to all that it shows a part of.
#[derive(Debug, Clone)]
pub struct SeeAll<'a> {
    /// The section's id on the page, stable, for links and for labels.
    pub id: &'a str,
    /// Its heading.
    pub title: &'a str,
    /// Where all of it is.
    pub href: Option<&'a str>,
}

/// A part of a page below a heading.
pub fn section(l: Locale, head: &SeeAll<'_>, body: &Markup) -> Markup {
    let label = format!("{}-title", head.id);
    html! {
        section.section id=(head.id) aria-labelledby=(label) {
            div.section__head {
                h2 id=(label) { bdi { (head.title) } }
                @if let Some(href) = head.href {
                    a.section__all href=(href) aria-label=(t::see_all_of(l, head.title)) { (t::see_all(l)) }
                }
            }
            (body)
        }
    }
}

/// A row of books that scrolls sideways. Its buttons appear with JavaScript, for pointers that cannot swipe.
pub fn shelf(l: Locale, head: &SeeAll<'_>, books: &[BookCard], loading: Loading) -> Markup {
    if books.is_empty() {
        return html! {};
    }
    let row = html! {
        (Room(books.len() * CARD))
        shop-shelf.shelf {
            ul.shelf__row role="list" {
                @for (at, book) in books.iter().enumerate() {
                    li { (book_card(l, book, CardIn::Shelf, at_place(loading, at))) }
                }
            }
            button.shelf__button.shelf__button--previous type="button" hidden data-ink aria-label=(t::shelf_previous(l)) {
                (icon(Icon::ChevronBack))
            }
            button.shelf__button.shelf__button--next type="button" hidden data-ink aria-label=(t::shelf_next(l)) {
                (icon(Icon::ChevronForward))
            }
        }
    };
    section(l, head, &row)
}

/// A grid of books that [`load_more`] can lengthen.
pub fn grid(l: Locale, books: &[BookCard], place: CardIn, loading: Loading) -> Markup {
    html! {
        (Room(books.len() * CARD))
        ul.grid #books role="list" {
            @for (at, book) in books.iter().enumerate() {
                li { (book_card(l, book, place, at_place(loading, at))) }
            }
        }
    }
}

/// Whatever the list as a whole does, what begins out of sight is fetched late.
fn at_place(loading: Loading, at: usize) -> Loading {
    if at < IN_SIGHT { loading } else { Loading::Lazy }
}

/// The link to the next part of a [`grid`]; with JavaScript the part is fetched and added to the grid instead.
pub fn load_more(l: Locale, href: &str) -> Markup {
    load_more_of(l, href, "books")
}

/// The same for another list, by its id.
pub fn load_more_of(l: Locale, href: &str, list: &str) -> Markup {
    html! {
        shop-more.more data-list=(list) data-loading=(t::loading(l)) data-failed=(t::load_failed(l)) {
            a.button.button--outline href=(href) rel="next" data-ink { (t::load_more(l)) }
            p.more__status role="status" {}
        }
    }
}
