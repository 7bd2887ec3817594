//! Whole files: for those who may read all of a book, and the PDF of its sample.

use axum::extract::State;
use axum::response::Response;
use catalogue::{Book, Contents, File, Format};
use http::{HeaderMap, Method, StatusCode, header};
use kernel::{Id, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::ranges::{Served, serve};
use web::{App, Caching, Caller, Created, Json, OrNotFound, Path, Problem, Query};

use crate::{Access, access::Opened, save};

/// What a file is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
enum Purpose {
    /// It is shown by a reader, and not saved. Of a PDF only.
    Reading,
}

/// How a file is asked for.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Asked {
    /// `reading` for a PDF that a reader shows. Anything else is saved, which counts: of a book that is not free, its owner
    /// saves 20 files in 30 days.
    #[serde(rename = "use")]
    #[param(rename = "use", inline)]
    purpose: Option<Purpose>,
    /// As `POST /books/{id}/files/{format}/link` gave it, in place of a credential.
    token: Option<String>,
}

impl Asked {
    fn saves(&self, format: Format) -> bool {
        !(format == Format::Pdf && self.purpose == Some(Purpose::Reading))
    }
}

/// A book's file, with ranges. An EPUB as the publisher made it; of a PDF the copy for reading, without anything
/// active in it.
#[utoipa::path(
    get, path = "/books/{id}/files/{format}", tag = "library",
    params(("id" = i64, Path), ("format" = Format, Path), Asked),
    responses(
        (status = 200, description = "The file"),
        (status = 206, description = "The part that was asked for"),
        (status = 403, description = "`not_owned`, `link_expired`", body = Problem, content_type = "application/problem+json"),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 416, body = Problem, content_type = "application/problem+json"),
        (status = 422, body = Problem, content_type = "application/problem+json"),
        (status = 429, description = "`download_limit`; `Retry-After` says in how many seconds the file can be had again", body = Problem, content_type = "application/problem+json")
    )
)]
pub(super) async fn get(
    State(app): State<App>,
    caller: Caller,
    Path((id, format)): Path<(Id<Book>, Format)>,
    Query(asked): Query<Asked>,
    (method, headers): (Method, HeaderMap),
) -> web::Result<Response> {
    let user = match &asked.token {
        Some(token) => Some(save::owner(&app, token, (id, format)).await?),
        None => caller.identity().map(|identity| identity.user),
    };
    let opened = Opened::open_for(&app, user, id).await?;
    let file = opened.file(Some(format))?;
    if opened.access != Access::Owner {
        return Err(save::not_owned());
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
        download: asked.saves(format).then_some(name.as_str()),
    };
    let answer = serve(&app.storage, &headers, &served).await?;
    match opened.owner {
        Some(owner) if asked.saves(format) && method == Method::GET && begins(&answer) => {
            save::count(&app, owner, (id, format)).await?;
        }
        _ => {}
    }
    Ok(answer)
}

/// Whether an answer has the first byte of a file: what goes on with a download does not, nor what the client has.
fn begins(answer: &Response) -> bool {
    let from_start = |value: &http::HeaderValue| value.as_bytes().starts_with(b"bytes 0-");
    match answer.status() {
        StatusCode::OK => true,
        StatusCode::PARTIAL_CONTENT => answer.headers().get(header::CONTENT_RANGE).is_some_and(from_start),
        _ => false,
    }
}

/// Where a file can be fetched without a credential.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct FileLink {
    /// The address, whole.
    url: String,
    /// Until when it is good; null for a free book, whose file has one address for everybody.
    #[schema(value_type = Option<String>, format = DateTime)]
    expires_at: Option<Timestamp>,
}

/// Gives an address for a download manager, which has no credential: good for five minutes, for one's own use of one file.
#[utoipa::path(
    post, path = "/books/{id}/files/{format}/link", tag = "library",
    params(("id" = i64, Path), ("format" = Format, Path)),
    responses(
        (status = 201, body = FileLink),
        (status = 403, description = "`not_owned`", body = Problem, content_type = "application/problem+json"),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 429, description = "`download_limit`", body = Problem, content_type = "application/problem+json")
    )
)]
pub(super) async fn link(
    State(app): State<App>,
    caller: Caller,
    Path((id, format)): Path<(Id<Book>, Format)>,
) -> web::Result<Created<Json<FileLink>>> {
    let opened = Opened::open(&app, &caller, id).await?;
    let way = save::way(&app, &opened, format).await?;
    let url = app.settings.public_url.join(&way.address);
    Ok(Created(Json(FileLink { url, expires_at: way.expires_at })))
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
    caller: Caller,
    Path(id): Path<Id<Book>>,
    headers: HeaderMap,
) -> web::Result<Response> {
    let opened = Opened::open(&app, &caller, id).await?;
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
