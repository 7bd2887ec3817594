//! `/admin/authors/{id}/merge` and the like: the step before a name is put into another, which says what becomes of it.

use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use catalogue::names::{self, Kind, NameError};
use kernel::Id;
use maud::{Markup, html};
use serde::Deserialize;
use web::admin::{Section, Shown};
use web::{App, FieldErrors, Form, Notice, Page, Path, Query};

use super::form::Filled;
use super::told::Told;
use super::{Found, gone, moved, one, path_of};
use crate::ask::{self, Sure};
use crate::books::act::Staff;
use crate::words::names as t;

/// What it is to be put into: a key or a name.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Wanted {
    #[serde(default)]
    into: String,
}

impl Wanted {
    async fn key(&self, app: &App, kind: Kind) -> web::Result<Option<i64>> {
        let into = self.into.trim();
        Ok(match into.parse::<Id<()>>() {
            Ok(key) => Some(key.get()),
            Err(_) => names::find_named(&app.db, kind, into).await?,
        })
    }
}

/// `GET`
pub(super) async fn ask(
    page: Page,
    State(app): State<App>,
    Extension(kind): Extension<Kind>,
    Path(id): Path<i64>,
    Query(wanted): Query<Wanted>,
) -> web::Result<Response> {
    // What was asked for is done: what it was put into is not put into another by the way.
    if let Some(way) = moved(&page, &app, (kind, id), "").await? {
        return Ok(way);
    }
    let l = page.locale;
    let found = Found::find(&app, l, kind, id).await?;
    let into = match wanted.key(&app, kind).await?.filter(|key| *key != id) {
        Some(key) => Found::find(&app, l, kind, key).await.ok(),
        None => None,
    };
    let Some(into) = into else {
        let told = Told::wrong(l, &FieldErrors::one("into", "unknown", t::merge_unknown));
        let filled = Filled::of(&found.entry.said, found.entry.version);
        return one::draw(&page, &app, (&found, &filled), &told).await;
    };
    let readers = if kind == Kind::Genre { names::chosen_by(&app.db, id).await? } else { 0 };
    let path = found.path();
    let title = t::merge_title(l, &found.name, &into.name);
    let action = page.url(&format!("{path}/merge"));
    let sure = Sure {
        body: what(&page, (&found, &into), readers),
        action: &action,
        fields: html! { input type="hidden" name="into" value=(into.entry.id); },
        deed: t::merge_go(l),
        cancel: &page.url(&path),
    };
    let shown = Shown {
        title: &title,
        heading: html! { (title) },
        parent: Some(&path),
        body: ask::sure(&page, &sure),
        ..Shown::new(Section::Names, l)
    };
    let (frame, view) = page.admin(shown);
    Ok(page.render(&frame, &view))
}

/// What becomes of it, in words.
fn what(page: &Page, (from, into): (&Found, &Found), readers: i64) -> Markup {
    let l = page.locale;
    let round = page.url(&format!("{}/merge?into={}", into.path(), from.entry.id));
    html! {
        ul.sure__list {
            li { (t::merge_books(l, from.entry.books)) }
            li { (t::merge_link(l, &from.name, &into.name)) }
            li { (t::merge_called(l, &from.name, &into.name)) }
            @if readers > 0 { li { (t::merge_readers(l, readers)) } }
            @if from.entry.kind == Kind::Series { li { (t::merge_numbers(l)) } }
        }
        p { (t::merge_final(l)) }
        p { a href=(round) { (t::merge_round(l, &into.name, &from.name)) } }
    }
}

/// `POST`
pub(super) async fn merge(
    page: Page,
    staff: Staff,
    Extension(kind): Extension<Kind>,
    Path(id): Path<i64>,
    Form(wanted): Form<Wanted>,
) -> web::Result<Response> {
    let l = page.locale;
    let into = wanted.into.trim().parse().unwrap_or(0);
    match staff.merge_names(kind, (id, into), None).await {
        Ok(merged) => Ok(page.done(&path_of(kind, merged.into.id), Notice::NamesMerged)),
        Err(NameError::NotFound) => gone(&page, &staff.app, (kind, id)).await,
        Err(error) => {
            let told = Told::of(l, error)?;
            let found = Found::find(&staff.app, l, kind, id).await?;
            let filled = Filled::of(&found.entry.said, found.entry.version);
            one::draw(&page, &staff.app, (&found, &filled), &told).await
        }
    }
}
