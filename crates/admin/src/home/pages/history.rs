//! What was changed of the front page, each change with the button that puts the page back as it was before.

use axum::response::Response;
use discovery::curation::{self, Past};
use i18n::Locale;
use kernel::Timestamp;
use maud::{Markup, html};
use serde::Deserialize;
use serde_json::Value;
use ui::{Button, ButtonKind, Icon};
use web::{App, Form, Notice, Page, Path};

use super::{HOME, list};
use crate::books::act::Staff;
use crate::home::{act, logged};
use crate::words::home as t;

/// How many changes are told.
const CHANGES: i64 = 20;

/// The last changes.
pub(super) async fn last(app: &App) -> db::Result<Vec<Past>> {
    curation::history(&app.db, (None, CHANGES)).await
}

/// Draws them below the page's `version`.
pub(super) fn view(page: &Page, (version, past): (i64, &[Past]), now: Timestamp) -> Markup {
    let l = page.locale;
    html! {
        @if !past.is_empty() {
            section.panel aria-labelledby="changes-title" {
                h2.panel__title #changes-title { (t::changes(l)) }
                p.faint { (t::changes_lead(l)) }
                ul.audit__list role="list" {
                    @for one in past { li.audit__entry { (entry(page, version, one, now)) } }
                }
            }
        }
    }
}

fn entry(page: &Page, version: i64, past: &Past, now: Timestamp) -> Markup {
    let l = page.locale;
    let what = logged::act(l, &past.act).unwrap_or(&past.act);
    let when = i18n::relative(l, past.at, now);
    let action = page.url(&format!("{HOME}/changes/{}/undo", past.version));
    let form = ui::Form { action: &action, csrf: page.csrf(), ..ui::Form::default() };
    let label = t::put_back_label(l, what, &when);
    let press = Button {
        label: t::put_back(l),
        icon: Some(Icon::Undo),
        kind: ButtonKind::Outline,
        aria_label: Some(&label),
        ..Button::default()
    };
    html! {
        div.past {
            div {
                p.audit__what { (what) }
                p.audit__who { (when) " · " bdi dir="ltr" { "@" (past.actor) } }
            }
            @if past.can_be_put_back {
                (ui::form(&form, &html! {
                    input type="hidden" name="version" value=(version);
                    (ui::button(&press, None))
                }))
            }
        }
        ul.audit__changes role="list" { @for change in changes(l, past) { li { (change) } } }
    }
}

/// What changed, as it was and as it was then.
fn changes(l: Locale, past: &Past) -> Vec<Markup> {
    let words = |field: &str, value: &Value| logged::value(l, field, value);
    let change = |(field, is): (&String, &Value)| {
        let name = logged::field(l, field).unwrap_or(field);
        let (was, is) = (words(field, &past.before.0[field.as_str()]), words(field, is));
        (was != is).then(|| {
            html! {
                (name) (ui::colon(l))
                @if let Some(was) = was { del { bdi { (was) } } " → " }
                @match is { Some(is) => ins { bdi { (is) } }, None => "–" }
            }
        })
    };
    past.after.0.as_object().into_iter().flatten().filter_map(change).collect()
}

/// The version that was seen.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Seen {
    version: Option<i64>,
}

/// `POST /admin/home/changes/{version}/undo`
pub(super) async fn put_back(
    page: Page,
    staff: Staff,
    Path(version): Path<i64>,
    Form(seen): Form<Seen>,
) -> web::Result<Response> {
    match act::put_back(&staff, seen.version, version).await {
        Ok(_) => Ok(page.done(HOME, Notice::HomeSaved)),
        Err(error) => list::refuse(&page, &staff.app, error).await,
    }
}
