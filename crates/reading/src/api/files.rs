//! Whole files: for those who may read all of a book, and the PDF of its sample.

use axum::extract::State;
use axum::response::Response;
use catalogue::{Book, Contents, File, Format};
use http::HeaderMap;
use kernel::Id;
use web::ranges::{Served, serve};
use web::{App, Caching, Error, OrNotFound, Path, Problem};

use crate::{Access, access::Opened, t};

/// A book's file, with ranges. An EPUB as the publisher made it; of a PDF the copy for reading, without anything
/// active in it.
#[utoipa::path(
    get, path = "/books/{id}/files/{format}", tag = "library",
    params(("id" = i64, Path), ("format" = Format, Path)),
    responses(
        (status = 200, description = "The file"),
        (status = 206, description = "The part that was asked for"),
        (status = 403, body = Problem, content_type = "application/problem+json"),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 416, body = Problem, content_type = "application/problem+json")
    )
)]
pub(super) async fn get(
    State(app): State<App>,
    Path((id, format)): Path<(Id<Book>, Format)>,
    headers: HeaderMap,
) -> web::Result<Response> {
    let opened = Opened::open(&app, id).await?;
    let file = opened.file(Some(format))?;
    if opened.access != Access::Owner {
        return Err(Error::forbidden("not_owned", t::not_owned));
    }
    let name = format!("{}.{format}", opened.book.slug());
    let part = match format {
        Format::Epub => "source.epub",
        Format::Pdf => reading_copy(&app, file).await?,
    };
    let served = Served {
        key: &opened.book.part(file, part),
        media_type: media_type(format),
        caching: Caching::Private,
        download: (format == Format::Epub).then_some(name.as_str()),
    };
    serve(&app.storage, &headers, &served).await
}

/// The first pages of a PDF, as a file of its own that anybody may read.
#[utoipa::path(
    get, path = "/books/{id}/sample/pdf", tag = "reading", params(("id" = i64, Path)),
    responses(
        (status = 200, description = "The sample"),
        (status = 206, description = "The part that was asked for"),
        (status = 404, body = Problem, content_type = "application/problem+json")
    )
)]
pub(super) async fn sample(
    State(app): State<App>,
    Path(id): Path<Id<Book>>,
    headers: HeaderMap,
) -> web::Result<Response> {
    let opened = Opened::open(&app, id).await?;
    let file = opened.file(Some(Format::Pdf))?;
    let has_sample = matches!(file.contents(&app.db).await?, Contents::Pdf(it) if it.sample_pages.is_some());
    let key = has_sample.then(|| opened.book.part(file, "sample.pdf")).or_404()?;
    let served = Served {
        key: &key,
        media_type: media_type(Format::Pdf),
        caching: Caching::Revalidate,
        download: None,
    };
    serve(&app.storage, &headers, &served).await
}

async fn reading_copy(app: &App, file: &File) -> web::Result<&'static str> {
    let rewritten = matches!(file.contents(&app.db).await?, Contents::Pdf(it) if it.rewritten);
    Ok(if rewritten { "reading.pdf" } else { "source.pdf" })
}

fn media_type(format: Format) -> &'static str {
    match format {
        Format::Epub => publication::Kind::Epub.media_type(),
        Format::Pdf => publication::Kind::Pdf.media_type(),
    }
}
