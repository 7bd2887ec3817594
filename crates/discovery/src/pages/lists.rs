//! New and free: lists behind the rail.

use axum::extract::State;
use axum::response::Response;
use catalogue::listing::{self, Chosen, Listing};
use catalogue::{Reader, Sort};
use maud::html;
use ui::{Frame, Tab};
use web::{App, ListQuery, Page};

use super::HomeTab;
use crate::{shelves::Shelf, t};

/// `GET /new`
pub(super) async fn new(
    page: Page,
    State(app): State<App>,
    reader: Reader,
    query: ListQuery<Chosen>,
) -> web::Result<Response> {
    let empty = t::shop_empty(page.locale);
    listing::render(&app, &reader, &page, query, list(&page, HomeTab::New, Shelf::New, empty)).await
}

/// `GET /free`
pub(super) async fn free(
    page: Page,
    State(app): State<App>,
    reader: Reader,
    query: ListQuery<Chosen>,
) -> web::Result<Response> {
    let empty = t::free_empty(page.locale);
    listing::render(&app, &reader, &page, query, list(&page, HomeTab::Free, Shelf::Free, empty)).await
}

fn list(page: &Page, tab: HomeTab, shelf: Shelf, empty: &'static str) -> Listing {
    Listing {
        head: html! { h1 { (tab.label(page.locale)) } },
        filter: shelf.filter(),
        sort: Sort::Newest,
        // Counting them would read every one.
        total: None,
        empty,
        frame: frame(page, tab),
    }
}

pub(super) fn frame(page: &Page, tab: HomeTab) -> Frame {
    Frame {
        description: Some(t::list_description(page.locale, tab.label(page.locale))),
        current: Some(Tab::Home),
        rail: tab.rail(page),
        ..page.frame(tab.label(page.locale))
    }
}
