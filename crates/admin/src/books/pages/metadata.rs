//! `/admin/books/{id}`: what a book is: title, people, genres, what it is about. What is typed and not saved is kept.

use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use catalogue::edit::{self, EditError, Typed};
use catalogue::{Book, Genre};
use kernel::Id;
use maud::{Markup, html};
use ui::{Button, ButtonKind};
use web::{App, Error, Form, NoContent, Notice, OrNotFound as _, Page, Path, Signed};

use super::Tab;
use super::editor::{Edited, Told};
use super::form::{Filled, FormView};
use crate::books::act::Staff;
use crate::books::logged;
use crate::words::books as t;

/// The most that is kept of what somebody types, in bytes.
const TYPED_MOST: usize = 200_000;

/// `GET /admin/books/{id}`
pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    Signed(me): Signed,
    Path(id): Path<Id<Book>>,
) -> web::Result<Response> {
    let book = Edited::find(&app, id).await?;
    let typed = edit::typed(&app.db, id, me.user).await?;
    let saved = Filled::of(&book.details, book.row.version);
    let restored = typed.and_then(|typed| {
        let filled: Filled = serde_json::from_value(typed.fields.0.clone()).ok()?;
        let filled = Filled { version: typed.version, ..filled };
        (filled != Filled { version: filled.version, ..saved.clone() }).then_some((filled, typed))
    });
    let notice = if let Some((_, typed)) = &restored {
        kept(&page, &app, &book, typed).await?
    } else {
        html! {}
    };
    let filled = restored.map_or(saved, |(filled, _)| filled);
    draw(&page, &app, &book, &filled, (&Told::default(), &notice)).await
}

/// What is told where the form has what was typed before, and the way to throw it away.
async fn kept(page: &Page, app: &App, book: &Edited, typed: &Typed) -> web::Result<Markup> {
    let l = page.locale;
    let later = edit::history(&app.db, book.id, false, (None, 50)).await?;
    let later = later.iter().filter(|past| past.version > typed.version);
    let mut names: Vec<String> = Vec::new();
    for past in later {
        let fields = past.after.0.as_object().into_iter().flat_map(|fields| fields.keys());
        let new: Vec<String> = fields.filter(|name| !names.contains(name)).cloned().collect();
        names.extend(new);
    }
    let throw = page.url(&format!("{}/typed/throw", Tab::Metadata.path(book.id)));
    let form = ui::Form { action: &throw, csrf: page.csrf(), ..ui::Form::default() };
    let press = Button { label: t::typed_throw(l), kind: ButtonKind::Outline, ..Button::default() };
    let body = html! {
        @if !names.is_empty() {
            p { (t::typed_meanwhile(l, &logged::names(l, names.iter().map(String::as_str)))) }
        }
        (ui::form(&form, &ui::button(&press, None)))
    };
    let title = t::typed_restored(l, &i18n::relative(l, typed.updated_at, app.clock.now()));
    Ok(ui::alert(&ui::Alert { tone: ui::Tone::Info, title: &title, body }))
}

async fn draw(
    page: &Page,
    app: &App,
    book: &Edited,
    filled: &Filled,
    (told, notice): (&Told, &Markup),
) -> web::Result<Response> {
    let genres = Genre::all(&app.db, page.locale).await?;
    let action = page.url(&Tab::Metadata.path(book.id));
    let keep = format!("{action}/typed");
    let form = FormView { page, filled, told, genres: &genres, action: &action, keep: &keep };
    Ok(book.answer(page, Tab::Metadata, told, &html! { (notice) (form.view()) }))
}

/// `POST /admin/books/{id}`: saves the form, or arranges it and saves nothing.
pub(super) async fn save(
    page: Page,
    staff: Staff,
    Path(id): Path<Id<Book>>,
    Form(mut filled): Form<Filled>,
) -> web::Result<Response> {
    let (l, app) = (page.locale, &staff.app);
    let book = Edited::find(app, id).await?;
    if filled.arrange() {
        return draw(&page, app, &book, &filled, (&Told::default(), &html! {})).await;
    }
    let change = match filled.change(&book.details) {
        Ok(change) => change,
        Err(errors) => {
            return draw(&page, app, &book, &filled, (&Told::wrong(l, &errors), &html! {})).await;
        }
    };
    match staff.change(id, Some(filled.version), &change).await {
        Ok(_) => {
            edit::throw_typed(&app.db, id, staff.me.user).await?;
            Ok(page.done(&Tab::Metadata.path(id), Notice::BookSaved))
        }
        Err(EditError::Meanwhile { fields, by }) => {
            let book = Edited::find(app, id).await?;
            let told = Told::meanwhile(l, &fields, &by, &book.details);
            // Whoever has seen what changed, and saves again, means it.
            let filled = Filled { version: book.row.version, ..filled };
            draw(&page, app, &book, &filled, (&told, &html! {})).await
        }
        Err(error) => draw(&page, app, &book, &filled, (&Told::of(l, error)?, &html! {})).await,
    }
}

/// `POST /admin/books/{id}/typed`: keeps what is typed, for whoever types it.
pub(super) async fn keep(
    State(app): State<App>,
    Signed(me): Signed,
    Path(id): Path<Id<Book>>,
    Form(filled): Form<Filled>,
) -> web::Result<NoContent> {
    let fields = serde_json::to_value(&filled).map_err(anyhow::Error::from)?;
    if fields.to_string().len() > TYPED_MOST {
        return Err(Error::from_status(http::StatusCode::PAYLOAD_TOO_LARGE));
    }
    let kept = edit::keep_typed(&app.db, (id, me.user), (&fields, filled.version), app.clock.now()).await?;
    kept.then_some(NoContent).or_404()
}

/// `POST /admin/books/{id}/typed/throw`
pub(super) async fn throw(
    page: Page,
    State(app): State<App>,
    Signed(me): Signed,
    Path(id): Path<Id<Book>>,
) -> web::Result<Response> {
    edit::throw_typed(&app.db, id, me.user).await?;
    Ok(Redirect::to(&page.url(&Tab::Metadata.path(id))).into_response())
}
