//! `/admin/books/add`: files come in, and what came in.

use axum::extract::multipart::MultipartRejection;
use axum::extract::{Multipart, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use catalogue::upload::{Brought, Upload};
use kernel::Id;
use maud::html;
use ui::{Button, ButtonKind};
use web::admin::{Section, Shown};
use web::{App, Caching, Error, OrNotFound as _, Page, Path, Signed};

use super::super::api::{FILES_MOST, Sender};
use super::ADD;
use super::came;
use super::drop::{self, Drop};
use super::publish;
use crate::words::uploads as t;

/// The most that came in that is shown.
const SHOWN: i64 = 60;

/// `GET /admin/books/add`
pub(super) async fn show(page: Page, State(app): State<App>, Signed(me): Signed) -> web::Result<Response> {
    draw(&page, &app, &me, None).await
}

/// `POST /admin/books/add`: the form, where no script sends the files.
pub(super) async fn send(
    page: Page,
    sender: Sender,
    Signed(me): Signed,
    body: Result<Multipart, MultipartRejection>,
) -> web::Result<Response> {
    let app = sender.app.clone();
    match sender.receive(None, body, FILES_MOST).await {
        Ok(_) => Ok((Caching::NoStore, Redirect::to(&page.url(ADD))).into_response()),
        Err(Error::Invalid(errors)) => {
            let words = errors.of("file").map(|error| error.message.text(page.locale).into_owned());
            Ok(web::to_correct(draw(&page, &app, &me, words.as_deref()).await?))
        }
        Err(other) => Err(other),
    }
}

async fn draw(page: &Page, app: &App, me: &web::Identity, error: Option<&str>) -> web::Result<Response> {
    let l = page.locale;
    let uploads = Upload::list(&app.db, (Some(me.user), None), (None, SHOWN)).await?;
    let uploads: Vec<Upload> = uploads.into_iter().filter(|upload| upload.target_id.is_none()).collect();
    let ids: Vec<_> = uploads.iter().filter_map(|upload| upload.book_id).collect();
    let books = Brought::of(&app.db, &ids).await?;
    let (action, currency) = (page.url(ADD), app.settings.currency);
    let place = Drop {
        action: &action,
        send: ("POST", "/api/v1/admin/uploads"),
        id: "files",
        call: t::drop_call(l),
        hint: t::drop_hint(l),
        accept: ".epub,.pdf,application/epub+zip,application/pdf",
        many: true,
        error,
    };
    let body = html! {
        (drop::draw(page, &place))
        section.came aria-labelledby="came-in" {
            h2 id="came-in" { (t::came_in(l)) }
            div.came data-live-list {
                p.came__word data-empty hidden[!uploads.is_empty()] { (t::nothing_came(l)) }
                @for upload in &uploads {
                    @let book = books.iter().find(|book| Some(book.id) == upload.book_id);
                    @let quick = book.map(|book| publish::form(page, currency, (upload, book), None)).unwrap_or_default();
                    (came::draw(page, upload, book, &quick))
                }
            }
        }
    };
    let list = Button { label: t::to_list(l), kind: ButtonKind::Outline, ..Button::default() };
    let shown = Shown {
        title: t::add_title(l),
        heading: html! { (t::add_title(l)) },
        lead: Some(t::add_lead(l)),
        parent: Some(Section::Books.path()),
        actions: ui::button_link(&list, &page.url("/admin/books/import")),
        body,
        ..Shown::new(Section::Books, l)
    };
    let (frame, view) = page.admin(shown);
    let frame = ui::Frame { has_problems: error.is_some(), ..frame };
    Ok((Caching::NoStore, page.render(&frame, &view)).into_response())
}

/// `POST /admin/books/add/{upload}/dismiss`: off the list with it; what still comes in or is checked is ended.
pub(super) async fn dismiss(
    page: Page,
    State(app): State<App>,
    Path(id): Path<Id<Upload>>,
) -> web::Result<Response> {
    let now = app.clock.now();
    let target = Upload::find(&app.db, id).await?.or_404()?.target_id;
    app.db.transaction(async |tx| Upload::forget(&tx, id, now).await).await?;
    let to = target.map_or_else(|| ADD.to_owned(), |book| format!("/admin/books/{book}/files"));
    Ok((Caching::NoStore, Redirect::to(&page.url(&to))).into_response())
}
