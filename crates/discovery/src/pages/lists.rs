//! New, best sellers, free: the lists behind the rail.

use axum::extract::State;
use axum::response::Response;
use catalogue::{Sort, show};
use maud::html;
use ui::{CardIn, Frame, Indexing, Loading, Tab};
use web::{App, ListQuery, NoFilters, Page};

use super::HomeTab;
use crate::{shelves::Shelf, t};

/// Cards of a part: a multiple of the columns at every width.
const CARDS: u32 = 24;

/// `GET /new`
pub(super) async fn new(
    page: Page,
    State(app): State<App>,
    query: ListQuery<NoFilters>,
) -> web::Result<Response> {
    list(&app, &page, query, (HomeTab::New, Shelf::New)).await
}

/// `GET /free`
pub(super) async fn free(
    page: Page,
    State(app): State<App>,
    query: ListQuery<NoFilters>,
) -> web::Result<Response> {
    list(&app, &page, query, (HomeTab::Free, Shelf::Free)).await
}

/// `GET /best`: waits for the first sale.
pub(super) async fn best(page: Page) -> web::Result<Response> {
    let l = page.locale;
    let body = html! {
        div.page-head { h1 { (HomeTab::Best.label(l)) } }
        (ui::empty_state(t::best_empty(l), &html! {
            a.button.button--outline href=(page.url(HomeTab::New.path())) data-ink { (t::see_new(l)) }
        }))
    };
    Ok(page.render(&frame(&page, HomeTab::Best), &body))
}

async fn list(
    app: &App,
    page: &Page,
    query: ListQuery<NoFilters>,
    (tab, shelf): (HomeTab, Shelf),
) -> web::Result<Response> {
    let l = page.locale;
    let paging = query.paging.with_default_limit(CARDS);
    let cards = shelf.part(&app.db, paging.after()?, paging.rows()).await?;
    let list = paging.list(cards, |card| card.place(Sort::Newest));
    let books = show::cards(page, app.settings.currency, &list.items);
    let more = list.next_cursor.map(|cursor| format!("{}?cursor={cursor}", page.url(tab.path())));
    let grid = html! {
        (ui::grid(l, &books, CardIn::Grid, Loading::Eager))
        @if let Some(more) = &more { (ui::load_more(l, more)) }
    };
    if page.wants_fragment() {
        return Ok(page.fragment(grid));
    }
    let body = html! {
        div.page-head { h1 { (tab.label(l)) } }
        div.list { @if books.is_empty() { (nothing(page, tab)) } @else { (grid) } }
    };
    Ok(page.render(&frame(page, tab), &body))
}

fn nothing(page: &Page, tab: HomeTab) -> maud::Markup {
    let l = page.locale;
    let words = if tab == HomeTab::Free { t::free_empty(l) } else { t::shop_empty(l) };
    ui::empty_state(
        words,
        &html! {
            a.button.button--outline href=(page.url("/browse")) data-ink { (t::browse_genres(l)) }
        },
    )
}

fn frame(page: &Page, tab: HomeTab) -> Frame {
    let indexing = if page.query().is_empty() { Indexing::Listed } else { Indexing::Hidden };
    Frame {
        description: Some(t::list_description(page.locale, tab.label(page.locale))),
        current: Some(Tab::Home),
        rail: tab.rail(page),
        indexing,
        ..page.frame(tab.label(page.locale))
    }
}
