//! `/admin/books/{id}/history`: what was changed of a book, each change with the button that takes it back.

use accounts::audit::Part;
use axum::extract::State;
use axum::response::Response;
use catalogue::Book;
use catalogue::edit::{self, COMMAND_LINE, EditError, Past};
use kernel::Id;
use maud::{Markup, html};
use serde_json::Value;
use ui::{Button, ButtonKind, Icon};
use web::{App, List, ListQuery, NoFilters, Notice, Page, Path};

use super::Tab;
use super::editor::{Edited, Told};
use crate::books::act::Staff;
use crate::books::logged;
use crate::say;
use crate::words::books as t;

/// Changes of a part.
const CHANGES: u32 = 30;
/// How much of a long text is shown, in characters.
const SHOWN: usize = 200;

/// `GET /admin/books/{id}/history`
pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    Path(id): Path<Id<Book>>,
    query: ListQuery<NoFilters>,
) -> web::Result<Response> {
    let book = Edited::find(&app, id).await?;
    let paging = query.paging.with_default_limit(CHANGES);
    let rows = edit::history(&app.db, id, false, (paging.after()?, paging.rows())).await?;
    let list = paging.list(rows, |past| past.id);
    Ok(draw(&page, &book, &list, &Told::default()))
}

fn draw(page: &Page, book: &Edited, list: &List<Past>, told: &Told) -> Response {
    let l = page.locale;
    let here = page.url(&Tab::History.path(book.id));
    let body = html! {
        @if list.items.is_empty() {
            (ui::empty_state(t::history_empty(l), &html! {}))
        } @else {
            div.audit {
                ul.audit__list #books role="list" {
                    @for past in &list.items { li.audit__entry { (entry(page, book.id, past)) } }
                }
                @if let Some(cursor) = &list.next_cursor { (ui::load_more(l, &format!("{here}?cursor={cursor}"))) }
            }
        }
    };
    book.answer(page, Tab::History, told, &body)
}

fn entry(page: &Page, book: Id<Book>, past: &Past) -> Markup {
    let l = page.locale;
    let what = say(l, Part::Act(&past.act)).unwrap_or_else(|| past.act.clone());
    let when = i18n::date_time(l, past.at);
    let action = page.url(&format!("{}/{}/undo", Tab::History.path(book), past.id));
    let form = ui::Form { action: &action, csrf: page.csrf(), ..ui::Form::default() };
    let label = t::undo_label(l, &what, &when);
    let press = Button {
        label: t::undo(l),
        icon: Some(Icon::Undo),
        kind: ButtonKind::Outline,
        aria_label: Some(&label),
        ..Button::default()
    };
    html! {
        div.past {
            div {
                p.audit__what { (what) }
                p.audit__who {
                    (when) " · "
                    @if past.actor_id == COMMAND_LINE.0 { (t::on_command_line(l)) } @else { bdi dir="ltr" { "@" (past.actor) } }
                }
            }
            @if past.undone_by.is_some() {
                p.faint { (t::undone(l)) }
            } @else if past.is_undoable() {
                (ui::form(&form, &ui::button(&press, None)))
            }
        }
        ul.audit__changes role="list" { @for change in changes(l, past) { li { (change) } } }
    }
}

/// Field by field how it was and how it was then; of a new book only what it has.
fn changes(l: i18n::Locale, past: &Past) -> Vec<Markup> {
    let after = past.after.0.as_object().into_iter().flatten();
    let change = |(field, is): (&String, &Value)| {
        let (was, is) = (said(l, field, &past.before.0[field.as_str()]), said(l, field, is));
        let name = say(l, Part::Field(field)).unwrap_or_else(|| field.clone());
        (was != is).then(|| {
            html! {
                (name) (ui::colon(l))
                @if let Some(was) = was { del { bdi { (was) } } " → " }
                @match is { Some(is) => ins { bdi { (is) } }, None => "–" }
            }
        })
    };
    after.filter_map(change).collect()
}

/// A value in words; `None` for nothing.
fn said(l: i18n::Locale, field: &str, value: &Value) -> Option<String> {
    let words = say(l, Part::Value { field, value }).or_else(|| value.as_str().map(str::to_owned));
    words.filter(|words| !words.is_empty()).map(|words| {
        let short: String = words.chars().take(SHOWN).collect();
        if short.len() < words.len() { format!("{short}…") } else { words }
    })
}

/// `POST /admin/books/{id}/history/{change}/undo`
pub(super) async fn undo(
    page: Page,
    staff: Staff,
    Path((id, past)): Path<(Id<Book>, Id<Past>)>,
) -> web::Result<Response> {
    let (l, app) = (page.locale, &staff.app);
    let Err(error) = staff.undo(id, past).await else {
        return Ok(page.done(&Tab::History.path(id), Notice::ChangeUndone));
    };
    let book = Edited::find(app, id).await?;
    let told = match error {
        EditError::Meanwhile { fields, by } => {
            Told::refused(t::undo_meanwhile(l, &by, &logged::names(l, fields.iter().map(String::as_str))))
        }
        error => Told::of(l, error)?,
    };
    let rows = edit::history(&app.db, id, false, (None, i64::from(CHANGES))).await?;
    let list = List { items: rows, next_cursor: None, total: None };
    Ok(draw(&page, &book, &list, &told))
}
