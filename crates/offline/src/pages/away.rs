//! `/offline`: what is shown in place of a page that cannot be had without a connection. The service worker keeps it and
//! answers with it under the address that was asked for; its script says why a book does not open and lists those that do.

use axum::response::Response;
use maud::html;
use ui::{Button, ButtonKind, Frame, Icon, Indexing};
use web::Page;

use super::{DOWNLOADS, LIBRARY};
use crate::t;

pub(super) async fn show(page: Page) -> Response {
    let l = page.locale;
    let link = |label: &str, path: &str, icon| {
        let button = Button { label, kind: ButtonKind::Outline, icon: Some(icon), ..Button::default() };
        ui::button_link(&button, &page.url(path))
    };
    let body = html! {
        div.account {
            shop-away.away {
                (ui::icon(Icon::Offline))
                div role="status" {
                    h1 data-title { (t::away_title(l)) }
                    p data-detail { (t::away_detail(l)) }
                }
                // The address is that of the page that could not be had, so this asks for it again.
                a.button href="" data-again data-ink { span { (t::away_again(l)) } }
            }
            section.settings aria-labelledby="kept" {
                h2.settings__title #kept { (t::away_books(l)) }
                shop-kept data-empty=(t::away_no_books(l)) {
                    noscript { p { (t::downloads_without_script(l)) } }
                }
            }
            section.settings aria-labelledby="needs" {
                h2.settings__title #needs { (t::away_needs(l)) }
                p { (t::away_needs_what(l)) }
                p { (t::away_works(l)) }
                div.away__ways { (link(t::library(l), LIBRARY, Icon::Library)) (link(t::downloads_title(l), DOWNLOADS, Icon::Phone)) }
            }
            (ui::offline_words(l))
        }
    };
    let frame = Frame { indexing: Indexing::Hidden, ..page.frame(t::away_title(l)) };
    page.render(&frame, &body)
}
