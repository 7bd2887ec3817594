//! `/account/downloads`: the books on this device, the room they take, and what waits to be sent. The page says what it is for;
//! the rest only a script can know, and it works without a connection as well.

use axum::response::Response;
use maud::{Markup, html};
use ui::{AppBar, Button, ButtonKind, Crumb, Frame, Icon, Indexing, Tab, Written};
use web::{ACCOUNT, Page};

use super::LIBRARY;
use crate::t;

pub(super) async fn show(page: Page) -> Response {
    let l = page.locale;
    let title = t::downloads_title(l);
    let body = html! {
        noscript { p { (t::downloads_without_script(l)) } }
        p.settings__lead data-unsupported hidden { (t::downloads_unsupported(l)) }
        section.settings aria-labelledby="kept" {
            h2.settings__title #kept { (t::downloads_books(l)) }
            shop-kept data-manage data-empty=(t::downloads_none(l)) data-all=(t::downloads_remove_all(l))
                data-all-sure=(t::downloads_remove_all_sure(l)) {}
            p { (ui::button_link(
                &Button { label: t::library(l), kind: ButtonKind::Outline, icon: Some(Icon::Library), ..Button::default() },
                &page.url(LIBRARY),
            )) }
        }
        (room(&page))
        (waiting(&page))
        (ui::offline_words(l))
    };
    let frame = Frame {
        bar: AppBar::Sub { title: String::new(), back: page.url(ACCOUNT), actions: html! {} },
        current: Some(Tab::Account),
        indexing: Indexing::Hidden,
        ..page.frame(title)
    };
    let whole = html! { (crumbs(&page)) (ui::account_page(title, Some(t::downloads_lead(l)), &body)) };
    page.render(&frame, &whole)
}

/// The way from the account to this page.
fn crumbs(page: &Page) -> Markup {
    let l = page.locale;
    let account = Crumb { label: Written::new(t::account(l)), href: Some(page.url(ACCOUNT)) };
    ui::breadcrumb(l, &[account, Crumb { label: Written::new(t::downloads_title(l)), href: None }])
}

/// The room that is taken, and whether the browser may take it back.
fn room(page: &Page) -> Markup {
    let l = page.locale;
    html! {
        shop-room hidden {
            section.settings aria-labelledby="room" {
                h2.settings__title #room { (t::room_title(l)) }
                progress.progress max="100" value="0" aria-label=(t::room_title(l)) {}
                p data-used {}
                p.settings__lead data-promise role="status" {}
                (press(t::room_ask(l)))
            }
        }
    }
}

/// What was done without a connection and is not sent yet.
fn waiting(page: &Page) -> Markup {
    let l = page.locale;
    html! {
        shop-waiting hidden {
            section.settings aria-labelledby="waiting" {
                h2.settings__title #waiting { (t::waiting_title(l)) }
                p.settings__lead data-count role="status" {}
                ul.waits__kinds data-kinds role="list" {}
                ul.waits data-comments role="list" {}
                (press(t::waiting_send(l)))
            }
        }
    }
}

fn press(label: &str) -> Markup {
    html! { button.button.button--outline type="button" data-ink { span { (label) } } }
}
