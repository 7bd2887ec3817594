//! `/admin/books/{id}/cover`: the picture of a book.

use axum::extract::multipart::MultipartRejection;
use axum::extract::{Multipart, State};
use axum::response::Response;
use catalogue::{Book, show as looks};
use kernel::Id;
use maud::html;
use ui::{Button, ButtonKind, CoverEditor};
use web::{App, Error, Notice, Page, Path};

use super::Tab;
use super::editor::{Edited, Told};
use crate::books::act::{self, Staff, refusal};
use crate::words::books as t;

/// How large a picture may be, as people count: a little less than is taken.
const MOST: i64 = 20_000_000;

/// `GET /admin/books/{id}/cover`
pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    Path(id): Path<Id<Book>>,
) -> web::Result<Response> {
    let book = Edited::find(&app, id).await?;
    Ok(draw(&page, &book, &Told::default()))
}

fn draw(page: &Page, book: &Edited, told: &Told) -> Response {
    let l = page.locale;
    let set = page.url(&Tab::Cover.path(book.id));
    let drawn = format!("{set}/drawn");
    let again = Button { label: t::cover_draw(l), kind: ButtonKind::Outline, ..Button::default() };
    let editor = CoverEditor {
        cover: &looks::cover(&book.row.cover),
        name: "file",
        form: ui::Form { action: &set, csrf: page.csrf(), multipart: true, next: None },
        most: MOST,
        error: told.at("file"),
    };
    let form = ui::Form { action: &drawn, csrf: page.csrf(), ..ui::Form::default() };
    let body = html! {
        p.faint { @if book.row.cover_drawn { (t::cover_is_drawn(l)) } @else { (t::cover_is_own(l)) } }
        (ui::cover_editor(l, &editor))
        @if !book.row.cover_drawn { (ui::form(&form, &ui::button(&again, None))) }
    };
    book.answer(page, Tab::Cover, told, &body)
}

/// `POST /admin/books/{id}/cover`
pub(super) async fn set(
    page: Page,
    staff: Staff,
    Path(id): Path<Id<Book>>,
    body: Result<Multipart, MultipartRejection>,
) -> web::Result<Response> {
    let book = Edited::find(&staff.app, id).await?;
    let kept = match act::file(body).await {
        Ok(bytes) => staff.set_cover(id, bytes).await,
        Err(error) if error.is_too_large() => Err(Error::invalid("file", "too_large", t::cover_too_large)),
        Err(error) => Err(error),
    };
    match kept {
        Ok(()) => Ok(page.done(&Tab::Cover.path(id), Notice::BookSaved)),
        Err(Error::Invalid(errors)) => Ok(draw(&page, &book, &Told::wrong(page.locale, &errors))),
        Err(error) => Err(error),
    }
}

/// `POST /admin/books/{id}/cover/drawn`
pub(super) async fn draw_again(page: Page, staff: Staff, Path(id): Path<Id<Book>>) -> web::Result<Response> {
    staff.draw_cover(id).await.map_err(refusal)?;
    Ok(page.done(&Tab::Cover.path(id), Notice::BookSaved))
}
