//! The talk's pages: the comments on a book, one comment in its thread, the forms that change something, one's own comments
//! and ratings, and the moderators' desk. What stands on the book's own page is in [`panel`].

mod book;
mod composing;
mod delete;
mod desk;
mod door;
mod edit;
mod frame;
mod kept;
mod like;
mod list;
mod mine;
pub(crate) mod panel;
pub(crate) mod paths;
mod permalink;
mod rating;
mod reply;
mod report;
mod words;

use axum::response::Redirect;
use axum::routing::get;
use maud::{Markup, html};
use ui::{AppBar, Crumb, Frame, Indexing, Tab, Written};
use web::{Capability, Page, Routes};

use crate::t;

/// One's own comments and ratings.
pub(crate) const MINE: &str = "/account/comments";
/// What waits for moderators.
pub(crate) const DESK: &str = "/admin/moderation";

/// The pages, whose paths stand after the language.
pub(crate) fn routes() -> Routes {
    let (own, talk, moderate) = (Capability::KeepAccount, Capability::Talk, Capability::Moderate);
    // Where a form goes that stands on the list.
    let part_of_list = get(async |page: Page| Redirect::to(&page.url(MINE)));
    Routes::new()
        .needs(own, MINE, get(mine::show))
        .needs(own, "/account/comments/{comment}/delete", get(mine::confirm).post(mine::delete))
        .needs(talk, "/account/comments/ratings/{book}", part_of_list.post(mine::change))
        .open("/book/{book}/comments", get(list::show))
        .open("/book/{book}/comments/{comment}", get(permalink::show))
        .asks(talk, "/book/{book}/comments/new", get(composing::show).post(composing::send))
        // Open, since a visitor who presses something is led to sign in and back to where it stood.
        .open("/book/{book}/rating", get(rating::book).post(rating::rate))
        .open("/comment/{comment}", get(permalink::find))
        .open("/comment/{comment}/like", get(permalink::find).post(like::press))
        .asks(talk, "/comment/{comment}/reply", get(reply::show).post(reply::send))
        .asks(talk, "/comment/{comment}/edit", get(edit::show).post(edit::send))
        .needs(own, "/comment/{comment}/delete", get(delete::show).post(delete::send))
        .needs(talk, "/comment/{comment}/report", get(report::show).post(report::send))
        .needs(moderate, DESK, get(desk::show))
        .needs(moderate, "/admin/moderation/{comment}", get(desk::case).post(desk::act))
}

/// The frame of a page below the account, to which the way back leads.
fn account_frame(page: &Page, title: &str) -> Frame {
    Frame {
        bar: AppBar::Sub { title: String::new(), back: page.url(web::ACCOUNT), actions: html! {} },
        current: Some(Tab::Account),
        indexing: Indexing::Hidden,
        ..page.frame(title)
    }
}

/// The way from the account to a page below it.
fn crumbs(page: &Page, title: &str) -> Markup {
    let l = page.locale;
    let account = Crumb { label: Written::new(t::account(l)), href: Some(page.url(web::ACCOUNT)) };
    ui::breadcrumb(l, &[account, Crumb { label: Written::new(title), href: None }])
}
