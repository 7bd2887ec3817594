//! The page that holds a reader.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use catalogue::{Book, Format, Reader, paths, show};
use kernel::Id;
use serde::Deserialize;
use web::{App, Caching, Caller, IdSlug, Page, Path, Query};

use super::end::End;
use super::shell::{Shell, shell};
use crate::progress::Progress;
use crate::told::ProgressItem;
use crate::{Access, access::Opened, policy};

/// Which of a book's files.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(super) struct Which {
    format: Option<Format>,
}

/// `GET /read/{id}`: the whole book; who may not read it is led to the sample.
pub(super) async fn open(
    page: Page,
    State(app): State<App>,
    caller: Caller,
    reader: Reader,
    Path(id): Path<Id<Book>>,
    Query(which): Query<Which>,
) -> web::Result<Response> {
    let opened = Opened::open(&app, &caller, id).await?;
    if opened.access == Access::Sample {
        let query = which.format.map(|format| format!("?format={format}")).unwrap_or_default();
        let sample = page.url(&paths::sample(id, &opened.book.title));
        return Ok(Redirect::to(&format!("{sample}{query}")).into_response());
    }
    show_reader(&app, &page, (&opened, &reader), which).await
}

/// `GET /book/{id}-{title}/sample`: the part of a book that anybody may read.
pub(super) async fn sample(
    page: Page,
    State(app): State<App>,
    caller: Caller,
    reader: Reader,
    Path(part): Path<IdSlug<Book>>,
    Query(which): Query<Which>,
) -> web::Result<Response> {
    let opened = Opened::open(&app, &caller, part.id).await?;
    if part.slug != opened.book.slug().as_str() {
        return Ok(page.moved_to(&paths::sample(part.id, &opened.book.title)));
    }
    let sampled = opened.book.files.iter().find(|file| file.has_sample()).map(|file| file.format);
    if sampled.is_none() && opened.access == Access::Sample {
        // An old link, to a book of which nobody may read a part any more.
        return Ok(Redirect::to(&page.url(&paths::book(part.id, &opened.book.title))).into_response());
    }
    let which = Which { format: which.format.or(sampled) };
    show_reader(&app, &page, (&opened, &reader), which).await
}

async fn show_reader(
    app: &App,
    page: &Page,
    (opened, reader): (&Opened, &Reader),
    which: Which,
) -> web::Result<Response> {
    let file = opened.file(which.format)?;
    let book = &opened.book;
    let offer = show::offer(app.settings.currency, book.price, &book.formats());
    let offer = (opened.access == Access::Sample).then_some(offer);
    let end = End::read(app, opened, reader).await?;
    let nonce = app.random.hex::<16>();
    let progress = known_progress(app, page, opened).await?;
    let html = shell(&Shell { page, book, format: file.format, offer, end: &end, progress, nonce: &nonce });
    let headers = [(http::header::CONTENT_TYPE, "text/html; charset=utf-8")];
    // The nonce is of this answer alone.
    Ok((Caching::NoStore, policy::reader(&nonce), headers, html.into_string()).into_response())
}

/// Told with the page, so that a reader opens where it was left without another question.
async fn known_progress(app: &App, page: &Page, opened: &Opened) -> web::Result<Option<ProgressItem>> {
    let Some(identity) = page.reader().filter(|_| opened.access == Access::Owner) else { return Ok(None) };
    let book = opened.book.id;
    let progress = Progress::of(&app.db, identity.user, &[book]).await?.remove(&book).unwrap_or_default();
    Ok(Some(ProgressItem::new(&progress, None)))
}
