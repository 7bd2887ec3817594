//! The pages of what readers keep: the buttons' forms, the lists, the history.

mod history;
mod shelf;
mod toggle;

use axum::response::Redirect;
use axum::routing::{MethodRouter, get, post};
use maud::{Markup, html};
use ui::{AppBar, Crumb, Frame, Indexing, Tab, Written};
use web::{App, Capability, Page, Routes};

use crate::t;

/// One's favourites.
pub(crate) const FAVOURITES: &str = "/account/favourites";
/// What one keeps for later.
pub(crate) const READ_LATER: &str = "/account/read-later";
/// What one looked at, read and searched for.
pub(crate) const HISTORY: &str = "/account/history";
/// Where a form takes an entry of it off.
pub(crate) const HISTORY_REMOVE: &str = "/account/history/remove";
const HISTORY_CLEAR: &str = "/account/history/clear";
const HISTORY_PAUSE: &str = "/account/history/pause";

/// The pages, whose paths stand after the language.
pub(super) fn routes() -> Routes {
    let own = Capability::KeepAccount;
    Routes::new()
        // Open, since a visitor who presses a heart is led to sign in and back to where it stood.
        .open("/book/{book}/favorite", get(toggle::book).post(toggle::favorite))
        .open("/book/{book}/bookmark", get(toggle::book).post(toggle::bookmark))
        .open("/book/{book}/dismissal", get(toggle::book).post(toggle::dismissal))
        .open("/book/{book}/read", get(toggle::book).post(toggle::read))
        .needs(own, web::UNDO, get(async move |page: Page| Redirect::to(&page.url("/"))).post(toggle::undo))
        .needs(own, FAVOURITES, get(shelf::favourites))
        .needs(own, READ_LATER, get(shelf::read_later))
        .needs(own, HISTORY, get(history::show))
        .needs(own, HISTORY_REMOVE, part_of_history().post(history::remove))
        .needs(own, HISTORY_CLEAR, get(history::confirm).post(history::clear))
        .needs(own, HISTORY_PAUSE, part_of_history().merge(post(history::pause)))
}

/// Where forms go that stand on the page of the history.
fn part_of_history() -> MethodRouter<App> {
    get(async move |page: Page| Redirect::to(&page.url(HISTORY)))
}

/// The frame of a page below the account.
fn account_frame(page: &Page, title: &str) -> Frame {
    Frame {
        bar: AppBar::Sub { title: String::new(), back: page.url(web::ACCOUNT), actions: html! {} },
        current: Some(Tab::Account),
        indexing: Indexing::Hidden,
        ..page.frame(title)
    }
}

/// The way back to the account.
fn crumbs(page: &Page, title: &str) -> Markup {
    let l = page.locale;
    let account = Crumb { label: Written::new(t::account(l)), href: Some(page.url(web::ACCOUNT)) };
    ui::breadcrumb(l, &[account, Crumb { label: Written::new(title), href: None }])
}
