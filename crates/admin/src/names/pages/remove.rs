//! `/admin/authors/{id}/remove` and the like: the step before a name is thrown away under which no book stands.

use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use catalogue::names::{self, Kind, NameError};
use maud::html;
use web::admin::{Section, Shown};
use web::{App, Notice, Page, Path};

use super::form::Filled;
use super::told::Told;
use super::{Found, gone, moved, one, path};
use crate::ask::{self, Sure};
use crate::books::act::Staff;
use crate::names::act::refusal;
use crate::words::names as t;

/// `GET`
pub(super) async fn ask(
    page: Page,
    State(app): State<App>,
    Extension(kind): Extension<Kind>,
    Path(id): Path<i64>,
) -> web::Result<Response> {
    if let Some(way) = moved(&page, &app, (kind, id), "").await? {
        return Ok(way);
    }
    let l = page.locale;
    let found = Found::find(&app, l, kind, id).await?;
    if found.entry.books > 0 {
        return Err(refusal(NameError::HasBooks(found.entry.books)));
    }
    let readers = if kind == Kind::Genre { names::chosen_by(&app.db, id).await? } else { 0 };
    let title = t::remove_title(l, &found.name);
    let way = found.path();
    let action = page.url(&format!("{way}/remove"));
    let sure = Sure {
        body: html! {
            p { (t::remove_what(l)) }
            @if readers > 0 { p { (t::remove_readers(l, readers)) } }
        },
        action: &action,
        fields: html! {},
        deed: t::remove(l),
        cancel: &page.url(&way),
    };
    let shown = Shown {
        title: &title,
        heading: html! { (title) },
        parent: Some(&way),
        body: ask::sure(&page, &sure),
        ..Shown::new(Section::Names, l)
    };
    let (frame, view) = page.admin(shown);
    Ok(page.render(&frame, &view))
}

/// `POST`
pub(super) async fn remove(
    page: Page,
    staff: Staff,
    Extension(kind): Extension<Kind>,
    Path(id): Path<i64>,
) -> web::Result<Response> {
    let l = page.locale;
    match staff.remove_name(kind, id, None).await {
        Ok(()) => Ok(page.done(&path(kind), Notice::NameRemoved)),
        Err(NameError::NotFound) => gone(&page, &staff.app, (kind, id)).await,
        Err(error) => {
            let told = Told::of(l, error)?;
            let found = Found::find(&staff.app, l, kind, id).await?;
            let filled = Filled::of(&found.entry.said, found.entry.version);
            one::draw(&page, &staff.app, (&found, &filled), &told).await
        }
    }
}
