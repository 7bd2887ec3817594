//! `/admin/home/shelves/{name}/remove`: the step before a shelf of the shop's own goes, which names what goes.

use axum::extract::State;
use axum::response::Response;
use discovery::curation::{Change, CurateError, Kind};
use maud::html;
use serde::Deserialize;
use ui::Confirm;
use web::admin::{Section, Shown};
use web::{App, Form, Notice, Page, Path};

use super::shelf::Opened;
use super::{HOME, label, list, path};
use crate::books::act::Staff;
use crate::home::act;
use crate::words::home as t;

/// `GET /admin/home/shelves/{name}/remove`
pub(super) async fn ask(
    page: Page,
    State(app): State<App>,
    Path(name): Path<String>,
) -> web::Result<Response> {
    let l = page.locale;
    let opened = Opened::find(&page, &app, &name).await?;
    if opened.shelf.kind != Kind::Own {
        return Err(act::refusal(CurateError::NotForThis));
    }
    let here = path(&name);
    let (action, cancel) = (page.url(&format!("{here}/remove")), page.url(&here));
    let title = t::remove_title(l, label(l, &opened.shelf));
    let books = i64::try_from(opened.shelf.books.len()).unwrap_or(i64::MAX);
    let confirm = Confirm {
        title: &title,
        body: html! {
            p { (t::remove_what(l)) }
            @if books > 0 { p { (t::remove_books(l, books)) } }
            p { (t::remove_later(l)) }
        },
        form: ui::Form { action: &action, csrf: page.csrf(), ..ui::Form::default() },
        fields: html! { input type="hidden" name="version" value=(opened.version); },
        deed: t::remove(l),
        cancel: &cancel,
    };
    let shown = Shown {
        title: &title,
        heading: html! { (t::remove(l)) },
        parent: Some(&here),
        body: ui::confirm_page(l, &confirm),
        ..Shown::new(Section::Home, l)
    };
    let (frame, view) = page.admin(shown);
    Ok(page.render(&frame, &view))
}

/// The version that was seen.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Seen {
    version: Option<i64>,
}

/// `POST /admin/home/shelves/{name}/remove`
pub(super) async fn remove(
    page: Page,
    staff: Staff,
    Path(name): Path<String>,
    Form(seen): Form<Seen>,
) -> web::Result<Response> {
    match act::change(&staff, seen.version, &Change::Remove(name)).await {
        Ok(_) => Ok(page.done(HOME, Notice::HomeSaved)),
        Err(error) => list::refuse(&page, &staff.app, error).await,
    }
}
