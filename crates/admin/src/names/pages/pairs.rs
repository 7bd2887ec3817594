//! `/admin/authors/duplicates` and the like: names that may mean the same, each pair to be judged.

use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use catalogue::names::{self, Kind, Likeness, Pair, PairPlace};
use i18n::Locale;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, ButtonKind};
use web::admin::{Section, Shown};
use web::{App, Form, ListQuery, NoFilters, Notice, Page};

use super::{kinds, path, path_of};
use crate::books::act::Staff;
use crate::names::act::refusal;
use crate::words::names as t;

/// Pairs of a part.
const PAIRS: u32 = 50;

/// `GET`
pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    Extension(kind): Extension<Kind>,
    query: ListQuery<NoFilters>,
) -> web::Result<Response> {
    let l = page.locale;
    let paging = query.paging.with_default_limit(PAIRS);
    let after: Option<PairPlace> = paging.after()?;
    let pairs = names::pairs(&app.db, kind, l, (after, paging.rows())).await?;
    let pairs = paging.list(pairs, Pair::place);
    let address = format!("{}/duplicates", path(kind));
    let next = pairs.next_cursor.as_ref().map(|cursor| format!("?cursor={cursor}"));
    let list = path(kind);
    let shown = Shown {
        title: t::pairs(l),
        heading: html! { (t::pairs(l)) },
        lead: Some(t::pairs_lead(l)),
        parent: Some(&list),
        body: html! {
            (kinds(&page, kind))
            @if pairs.items.is_empty() {
                (ui::empty_state(t::pairs_none(l), &html! {}))
            } @else {
                ul.names-likely role="list" {
                    @for pair in &pairs.items { li.panel { (drawn(&page, kind, pair)) } }
                }
            }
            (crate::pager(l, &page.url(&address), next.as_deref()))
        },
        ..Shown::new(Section::Names, l)
    };
    let (frame, view) = page.admin(shown);
    Ok(page.render(&frame, &view))
}

fn drawn(page: &Page, kind: Kind, pair: &Pair) -> Markup {
    let l = page.locale;
    let names =
        [(pair.first_id, &pair.first, pair.first_books), (pair.second_id, &pair.second, pair.second_books)];
    // What has fewer books goes into what has more; the question can be turned round.
    let (from, into) = if pair.first_books > pair.second_books {
        (pair.second_id, pair.first_id)
    } else {
        (pair.first_id, pair.second_id)
    };
    let merge = Button { label: t::merge(l), kind: ButtonKind::Outline, ..Button::default() };
    let refuse = Button { label: t::pairs_refuse(l), kind: ButtonKind::Plain, ..Button::default() };
    let action = page.url(&format!("{}/duplicates", path(kind)));
    html! {
        p.faint { (reason(l, pair.reason)) }
        ul.names-likely__names {
            @for (id, name, books) in names {
                li { a href=(page.url(&path_of(kind, id))) { bdi { (name) } } " " span.faint { (t::in_shop(l, books)) } }
            }
        }
        div.names-likely__acts {
            (ui::button_link(&merge, &page.url(&format!("{}/merge?into={into}", path_of(kind, from)))))
            form method="post" action=(action) {
                input type="hidden" name="csrf" value=(page.csrf());
                input type="hidden" name="one" value=(pair.first_id);
                input type="hidden" name="other" value=(pair.second_id);
                (ui::button(&refuse, None))
            }
        }
    }
}

const fn reason(l: Locale, reason: Likeness) -> &'static str {
    match reason {
        Likeness::Same => t::like_same(l),
        Likeness::Order => t::like_order(l),
        Likeness::Initials => t::like_initials(l),
        Likeness::Letter => t::like_letter(l),
    }
}

/// Two that do not mean the same.
#[derive(Debug, Deserialize)]
pub(super) struct Judged {
    one: i64,
    other: i64,
}

/// `POST`
pub(super) async fn refuse(
    page: Page,
    staff: Staff,
    Extension(kind): Extension<Kind>,
    Form(judged): Form<Judged>,
) -> web::Result<Response> {
    staff.refuse_pair(kind, (judged.one, judged.other)).await.map_err(refusal)?;
    Ok(page.done(&format!("{}/duplicates", path(kind)), Notice::NamesDiffer))
}
