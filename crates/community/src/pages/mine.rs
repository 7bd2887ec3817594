//! `/account/comments`: what one said and gave, whatever became of it, and what moderators did about it.

mod comments;
mod delete;
mod notices;
mod ratings;

use axum::extract::State;
use axum::response::Response;
use kernel::Timestamp;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Alert, Tone};
use url::form_urlencoded::Serializer;
use web::{App, ListQuery, Page, Signed};

use super::{MINE, account_frame, crumbs};
use crate::t;

pub(super) use delete::{confirm, delete};
pub(super) use ratings::change;

/// What of it the page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    /// What one said.
    #[default]
    Comments,
    /// What one gave books.
    Ratings,
    /// What moderators did.
    Notices,
}

impl Kind {
    /// The address of a part of the list, from the root of the site.
    fn address(self, page: &Page, cursor: &str) -> String {
        let show = match self {
            Self::Comments => "",
            Self::Ratings => "ratings",
            Self::Notices => "notices",
        };
        let mut query = Serializer::new(String::new());
        for (name, value) in [("show", show), ("cursor", cursor)] {
            if !value.is_empty() {
                query.append_pair(name, value);
            }
        }
        let query = query.finish();
        let mark = if query.is_empty() { "" } else { "?" };
        format!("{}{mark}{query}", page.url(MINE))
    }
}

/// What the address says.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Chosen {
    #[serde(default)]
    show: Kind,
}

/// `GET /account/comments`
pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    Signed(me): Signed,
    query: ListQuery<Chosen>,
) -> web::Result<Response> {
    let l = page.locale;
    let (kind, paging, now) = (query.filters.show, query.paging, app.clock.now());
    let list = match kind {
        Kind::Comments => comments::list(&page, &app.db, me.user, (&paging, now)).await?,
        Kind::Ratings => ratings::list(&page, &app.db, me.user, (&paging, now)).await?,
        Kind::Notices => notices::list(&page, &app.db, me.user, (&paging, now)).await?,
    };
    let body = html! {
        (crumbs(&page, t::mine(l)))
        div.account {
            div.account__title { h1 { (t::mine(l)) } }
            @if let Some(until) = me.suspended_until { (suspended(&page, until)) }
            (kinds(&page, kind))
            (list)
        }
    };
    Ok(page.render(&account_frame(&page, t::mine(l)), &body))
}

fn suspended(page: &Page, until: Timestamp) -> Markup {
    let l = page.locale;
    let title = t::mine_suspended(l, &i18n::date_time(l, until));
    let why = html! { p { a href=(Kind::Notices.address(page, "")) { (t::mine_why(l)) } } };
    ui::alert(&Alert { tone: Tone::Warning, title: &title, body: why })
}

fn kinds(page: &Page, now: Kind) -> Markup {
    let l = page.locale;
    let kinds = [
        (Kind::Comments, t::mine_comments(l)),
        (Kind::Ratings, t::mine_ratings(l)),
        (Kind::Notices, t::mine_notices(l)),
    ];
    ui::chips(&kinds.map(|(kind, label)| ui::chip(label, &kind.address(page, ""), kind == now)))
}

/// A list with its end, or what is said where it is empty.
fn listed(page: &Page, kind: Kind, (items, more): (&[Markup], Option<&str>), nothing: &str) -> Markup {
    let l = page.locale;
    let browse = page.url(catalogue::paths::BROWSE);
    html! {
        @if items.is_empty() {
            (ui::empty_state(nothing, &html! { a.button.button--outline href=(browse) data-ink { (t::browse_books(l)) } }))
        } @else {
            div.own {
                ul.own__list #books role="list" { @for item in items { li.own__item { (item) } } }
                @if let Some(cursor) = more { (ui::load_more(l, &kind.address(page, cursor))) }
            }
        }
    }
}
