//! `/account/favourites` and `/account/read-later`: books in a grid, the latest first, with a field that looks through
//! them.

use axum::response::Response;
use catalogue::{Book, Card, show};
use form_urlencoded::Serializer;
use kernel::{Id, Money};
use maud::{Markup, html};
use ui::{BookCard, CardIn, ListSearch, Loading, Offer};
use web::{List, ListQuery, Page};

use super::{FAVOURITES, READ_LATER, account_frame, crumbs};
use crate::keeping::own::Own;
use crate::keeping::wire::{Shown, Sought};
use crate::keeping::{Bookmark, Favorite, Part};
use crate::t;

/// Cards of a part: a multiple of the columns at every width.
const CARDS: u32 = 24;

/// `GET /account/favourites`
pub(super) async fn favourites(page: Page, own: Own, query: ListQuery<Sought>) -> web::Result<Response> {
    let l = page.locale;
    let q = query.filters.words()?;
    own.may_search(q)?;
    let paging = query.paging.with_default_limit(CARDS);
    let part = Part { q, after: paging.after()?, rows: paging.rows() };
    let list = paging.list(Favorite::list(&own.app.db, own.user, part).await?, Favorite::place);
    let books = list.map(|favorite| (favorite.book_id, favorite.price()));
    let shelf = Shelf {
        path: FAVOURITES,
        title: t::favourites(l),
        search: t::favourites_search(l),
        empty: t::favourites_empty(l),
    };
    shelf.render(&page, &own, q, books).await
}

/// `GET /account/read-later`
pub(super) async fn read_later(page: Page, own: Own, query: ListQuery<Sought>) -> web::Result<Response> {
    let l = page.locale;
    let q = query.filters.words()?;
    own.may_search(q)?;
    let paging = query.paging.with_default_limit(CARDS);
    let part = Part { q, after: paging.after()?, rows: paging.rows() };
    let list = paging.list(Bookmark::list(&own.app.db, own.user, part).await?, Bookmark::place);
    let books = list.map(|bookmark| (bookmark.book_id, None));
    let shelf = Shelf {
        path: READ_LATER,
        title: t::read_later(l),
        search: t::read_later_search(l),
        empty: t::read_later_empty(l),
    };
    shelf.render(&page, &own, q, books).await
}

/// A list of books of one's own.
struct Shelf {
    path: &'static str,
    title: &'static str,
    /// What its search field is called.
    search: &'static str,
    /// What is said, and how it is filled, where it is empty.
    empty: &'static str,
}

impl Shelf {
    /// The page. Beside each book stands what it cost when it was kept.
    async fn render(
        &self,
        page: &Page,
        own: &Own,
        q: &str,
        list: List<(Id<Book>, Option<Money>)>,
    ) -> web::Result<Response> {
        let l = page.locale;
        let shown = Shown::of(&own.app, &own.reader, list.items.iter().map(|(book, _)| *book)).await?;
        let card = |(book, price): &(Id<Book>, Option<Money>)| {
            let card = shown.card(*book)?;
            let drawn = show::card(page, own.app.settings.currency, card, &shown.marks);
            // Only of what can be had for its price.
            let was = was(card, *price).filter(|_| matches!(drawn.offer, Offer::Price(_) | Offer::Free));
            Some(BookCard { was, ..drawn })
        };
        let cards: Vec<BookCard> = list.items.iter().filter_map(card).collect();
        let more = list.next_cursor.as_ref().map(|cursor| self.address(page, q, Some(cursor)));
        let grid = html! {
            (ui::grid(l, &cards, CardIn::Grid, Loading::Eager))
            @if let Some(more) = &more { (ui::load_more(l, more)) }
        };
        if page.wants_fragment() {
            return Ok(page.fragment(grid));
        }
        let is_empty = cards.is_empty();
        let body = html! {
            div.page-head {
                (crumbs(page, self.title))
                h1 { (self.title) }
                (self.siblings(page))
                @if !is_empty || !q.is_empty() { (self.search(page, q)) }
            }
            @if is_empty { (self.nothing(page, q)) } @else { div.list { (grid) } }
        };
        Ok(page.render(&account_frame(page, self.title), &body))
    }

    /// The two lists, side by side.
    fn siblings(&self, page: &Page) -> Markup {
        let l = page.locale;
        let chip = |label, path| ui::chip(label, &page.url(path), path == self.path);
        ui::chips(&[chip(t::favourites(l), FAVOURITES), chip(t::read_later(l), READ_LATER)])
    }

    fn search(&self, page: &Page, q: &str) -> Markup {
        let action = page.url(self.path);
        ui::list_search(page.locale, &ListSearch { action: &action, label: self.search, q, keep: None })
    }

    fn nothing(&self, page: &Page, q: &str) -> Markup {
        let l = page.locale;
        if q.is_empty() {
            let browse = page.url(catalogue::paths::BROWSE);
            let way = html! { a.button.button--outline href=(browse) data-ink { (t::browse_books(l)) } };
            return ui::empty_state(self.empty, &way);
        }
        let all = page.url(self.path);
        ui::empty_state(
            &t::nothing_found(l, q),
            &html! { a.button.button--outline href=(all) data-ink { (t::show_all(l)) } },
        )
    }

    fn address(&self, page: &Page, q: &str, cursor: Option<&str>) -> String {
        let mut query = Serializer::new(String::new());
        for (name, value) in [("q", q), ("cursor", cursor.unwrap_or_default())] {
            if !value.is_empty() {
                query.append_pair(name, value);
            }
        }
        format!("{}?{}", page.url(self.path), query.finish())
    }
}

/// What the book cost when it was kept, where it costs less now.
fn was(card: &Card, then: Option<Money>) -> Option<Money> {
    then.filter(|then| {
        card.price.is_some_and(|now| now.currency == then.currency && now.amount < then.amount)
    })
}
