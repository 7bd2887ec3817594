//! `/admin/books/{id}/files`: the files of a book, what our checks found in each, and how each is replaced or removed.

use axum::extract::multipart::MultipartRejection;
use axum::extract::{Multipart, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use catalogue::import::Target;
use catalogue::upload::{State as UploadState, Upload};
use catalogue::{Book, CheckedFile, Format};
use i18n::Locale;
use kernel::Id;
use maud::{Markup, html};
use ui::{Alert, Button, ButtonKind, Icon, Tone};
use web::admin::{Section, Shown};
use web::{App, Caching, Client, Error, OrNotFound as _, Page, Path, Signed};

use super::super::api::Sender;
use super::super::files::{sample as sampled, take_away};
use super::super::told;
use super::came;
use super::drop::{self, Drop};
use super::sample;
use crate::books::pages::{Tab, tabs};
use crate::words::uploads as t;

/// The most uploads for a book that are shown.
const SHOWN: i64 = 5;

/// The files of a book, after the language.
pub(super) fn path(book: Id<Book>) -> String {
    format!("/admin/books/{book}/files")
}

/// `GET /admin/books/{id}/files`
pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    Path(id): Path<Id<Book>>,
) -> web::Result<Response> {
    let book = Book::find(&app.db, id).await?.or_404()?;
    draw(&page, &app, &book, None).await
}

/// What is wrong with what was sent.
#[derive(Clone, Copy)]
pub(super) enum Wrong<'a> {
    /// With a file of this format.
    File(Format, &'a str),
    /// With what was chosen as the length of a sample.
    Sample(Format, &'a sample::Chosen, &'a str),
}

pub(super) async fn draw(
    page: &Page,
    app: &App,
    book: &Book,
    error: Option<Wrong<'_>>,
) -> web::Result<Response> {
    let l = page.locale;
    let body = files(page, app, book, error).await?;
    let title = t::files_title(l, &book.title);
    let shown = Shown {
        title: &title,
        heading: html! { (t::files(l)) (ui::colon(l)) bdi lang=(book.language) { (book.title) } },
        parent: Some(&format!("/admin/books/{}", book.id)),
        body: html! { (tabs(page, book.id, Tab::Files)) (body) },
        ..Shown::new(Section::Books, l)
    };
    let (frame, view) = page.admin(shown);
    let frame = ui::Frame { has_problems: error.is_some(), ..frame };
    Ok((Caching::NoStore, page.render(&frame, &view)).into_response())
}

async fn files(page: &Page, app: &App, book: &Book, error: Option<Wrong<'_>>) -> web::Result<Markup> {
    let files = CheckedFile::of(&app.db, book.id).await?;
    let uploads = Upload::list(&app.db, (None, Some(book.id)), (None, SHOWN)).await?;
    let formats = [Format::Epub, Format::Pdf];
    Ok(html! {
        div.came data-live-list {
            @for upload in &uploads {
                @if upload.state != UploadState::Entered { (came::draw(page, upload, None, &html! {})) }
            }
            @for format in formats {
                @let file = files.iter().find(|file| file.format == format);
                (one(page, book, (format, file), error))
            }
        }
    })
}

fn name(format: Format) -> &'static str {
    match format {
        Format::Epub => "EPUB",
        Format::Pdf => "PDF",
    }
}

/// One format: the file, or that there is none, and the place for another.
fn one(
    page: &Page,
    book: &Book,
    (format, file): (Format, Option<&CheckedFile>),
    wrong: Option<Wrong<'_>>,
) -> Markup {
    let l = page.locale;
    let id = format!("file-{format}");
    let state = file.map_or("none", |file| file.version.as_str());
    let error = match wrong {
        Some(Wrong::File(about, words)) if about == format => Some(words),
        _ => None,
    };
    let sampled = match wrong {
        Some(Wrong::Sample(about, chosen, words)) if about == format => Some((chosen, words)),
        _ => None,
    };
    html! {
        section.panel #(id) data-live data-state=(state) aria-labelledby={ (id) "-title" } {
            h2.panel__title id={ (id) "-title" } { bdi { (name(format)) } }
            @match file {
                Some(file) => {
                    (facts(l, file))
                    (sample::draw(page, book.id, file, sampled))
                }
                None => p.came__word { (t::no_file(l)) },
            }
            (place(page, book, (format, file.is_some()), error))
            @if file.is_some() {
                p {
                    a.button.button--plain href=(page.url(&format!("{}/{format}/remove", path(book.id)))) data-ink {
                        (ui::icon(Icon::Trash)) span { (t::remove(l, name(format))) }
                    }
                }
            }
        }
    }
}

fn facts(l: Locale, file: &CheckedFile) -> Markup {
    let (open, of) = sampled(&file.contents.0);
    let (shown, whole) = (i18n::number(l, open.into()), i18n::number(l, of.into()));
    let sampled = match file.format {
        _ if open == 0 => t::sample_none(l).to_owned(),
        Format::Epub => t::sample_parts(l, &shown, &whole),
        Format::Pdf => t::sample_pages(l, &shown, &whole),
    };
    let found = told::kept(&file.warnings.0);
    html! {
        p.came__facts { (i18n::file_size(l, file.bytes)) " · " (t::since(l, &i18n::date_time(l, file.created_at))) }
        p { (sampled) }
        @if found.is_empty() {
            p.came__done { (ui::icon(Icon::CircleCheck)) span { (t::nothing_found(l)) } }
        } @else {
            (came::findings(l, &found))
        }
    }
}

fn place(page: &Page, book: &Book, (format, is_there): (Format, bool), error: Option<&str>) -> Markup {
    let l = page.locale;
    let action = page.url(&format!("{}/{format}", path(book.id)));
    let send = format!("/api/v1{}/{format}", path(book.id));
    let (accept, hint) = match format {
        Format::Epub => (".epub,application/epub+zip", t::epub_hint(l)),
        Format::Pdf => (".pdf,application/pdf", t::pdf_hint(l)),
    };
    let call = if is_there { t::replace_call(l, name(format)) } else { t::add_call(l, name(format)) };
    let id = format!("send-{format}");
    let place = Drop {
        action: &action,
        send: ("PUT", &send),
        id: &id,
        call: &call,
        hint,
        accept,
        many: false,
        error,
    };
    drop::draw(page, &place)
}

/// `POST /admin/books/{id}/files/{format}`: the form, where no script sends the file.
pub(super) async fn send(
    page: Page,
    sender: Sender,
    Path((id, format)): Path<(Id<Book>, Format)>,
    body: Result<Multipart, MultipartRejection>,
) -> web::Result<Response> {
    let app = sender.app.clone();
    let book = Book::find(&app.db, id).await?.or_404()?;
    match sender.receive(Some(Target { book: id, format }), body, 1).await {
        Ok(_) => Ok((Caching::NoStore, Redirect::to(&page.url(&path(id)))).into_response()),
        Err(Error::Invalid(errors)) => {
            let words = errors.of("file").map(|error| error.message.text(page.locale).into_owned());
            let error = words.as_deref().map(|words| Wrong::File(format, words));
            Ok(web::to_correct(draw(&page, &app, &book, error).await?))
        }
        Err(other) => Err(other),
    }
}

/// `GET /admin/books/{id}/files/{format}/remove`: asks once more, naming what goes.
pub(super) async fn confirm(
    page: Page,
    State(app): State<App>,
    Path((id, format)): Path<(Id<Book>, Format)>,
) -> web::Result<Response> {
    let book = Book::find(&app.db, id).await?.or_404()?;
    book.file(format).or_404()?;
    Ok(ask(&page, &book, format, None))
}

fn ask(page: &Page, book: &Book, format: Format, refused: Option<&str>) -> Response {
    let l = page.locale;
    let title = t::remove(l, name(format));
    let here = page.url(&format!("{}/{format}/remove", path(book.id)));
    let form = ui::Form { action: &here, csrf: page.csrf(), ..ui::Form::default() };
    let press = Button { label: &title, kind: ButtonKind::Danger, ..Button::default() };
    let keep = Button { label: t::keep(l), kind: ButtonKind::Outline, ..Button::default() };
    let buttons = html! {
        div.came__acts {
            @if refused.is_none() { (ui::button(&press, None)) }
            (ui::button_link(&keep, &page.url(&path(book.id))))
        }
    };
    let body = html! {
        @if let Some(words) = refused {
            (ui::alert(&Alert { tone: Tone::Danger, title: words, body: html! {} }))
        } @else {
            p { (t::remove_words(l, name(format), &book.title)) }
        }
        (ui::form(&form, &buttons))
    };
    let shown = Shown {
        title: &title,
        heading: html! { (title) },
        parent: Some(&path(book.id)),
        body,
        ..Shown::new(Section::Books, l)
    };
    let (frame, view) = page.admin(shown);
    page.render(&frame, &view)
}

/// `POST /admin/books/{id}/files/{format}/remove`
pub(super) async fn remove(
    page: Page,
    State(app): State<App>,
    Signed(me): Signed,
    client: Client,
    Path((id, format)): Path<(Id<Book>, Format)>,
) -> web::Result<Response> {
    match take_away(&app, (&me, client), Target { book: id, format }).await {
        Ok(()) => Ok((Caching::NoStore, Redirect::to(&page.url(&path(id)))).into_response()),
        Err(Error::Refused(reason)) => {
            let book = Book::find(&app.db, id).await?.or_404()?;
            let words = reason.message.text(page.locale).into_owned();
            let error = Error::Refused(reason);
            Ok(web::told(&error, ask(&page, &book, format, Some(&words))))
        }
        Err(other) => Err(other),
    }
}
