//! Uploads: files that are to become books. And what is answered to a single one.

use axum::extract::multipart::MultipartRejection;
use axum::extract::{DefaultBodyLimit, Multipart, State};
use catalogue::import::Target;
use catalogue::upload::{State as UploadState, Upload};
use http::{HeaderMap, StatusCode, header};
use kernel::Id;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use web::{
    App, Capability, Client, Error, Json, List, ListQuery, NoContent, OrNotFound as _, PagingParams, Path,
    Problem, Signed, Spoken, needs,
};

use super::receive::Incoming;
use super::wire::UploadWire;
use super::{files, told};

/// The most files of one form.
pub(super) const FILES_MOST: usize = 100;

/// The routes. What may be sent is bounded as it comes in, by what kind of file it is.
pub(crate) fn routes() -> OpenApiRouter<App> {
    let receiving = OpenApiRouter::new()
        .routes(routes!(send, list))
        .routes(routes!(files::put, files::remove))
        .layer(DefaultBodyLimit::disable());
    let others = OpenApiRouter::new().routes(routes!(get, forget)).routes(routes!(files::list));
    needs(Capability::EditCatalogue, receiving.merge(others))
}

/// A file of a book: an EPUB of at most 300 MiB, or a PDF of at most 1 GiB.
#[derive(ToSchema)]
#[expect(dead_code, reason = "only describes the body")]
pub(super) struct BookFile {
    #[schema(value_type = String, format = Binary)]
    file: Vec<u8>,
}

/// Files that came in.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Received {
    items: Vec<UploadWire>,
}

/// Who sends files, at a client.
pub(super) struct Sender {
    pub(super) app: App,
    me: std::sync::Arc<web::Identity>,
    client: Client,
    expected: Option<u64>,
}

impl axum::extract::FromRequestParts<App> for Sender {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut http::request::Parts, app: &App) -> Result<Self, Error> {
        let Signed(me) = Signed::from_request_parts(parts, app).await?;
        let Ok(client) = Client::from_request_parts(parts, app).await;
        Ok(Self { app: app.clone(), me, client, expected: length(&parts.headers) })
    }
}

fn length(headers: &HeaderMap) -> Option<u64> {
    headers.get(header::CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

impl Sender {
    /// Takes in files of a form.
    pub(super) async fn receive(
        self,
        target: Option<Target>,
        body: Result<Multipart, MultipartRejection>,
        most: usize,
    ) -> web::Result<Vec<Id<Upload>>> {
        // What is said of a form is about all of its files.
        let expected = self.expected.filter(|_| most == 1);
        let incoming = Incoming { app: self.app, me: self.me, client: self.client, target, expected };
        incoming.receive(body, most).await
    }

    /// Takes in one file, and answers what is known of it then.
    pub(super) async fn receive_one(
        self,
        target: Option<Target>,
        body: Result<Multipart, MultipartRejection>,
    ) -> web::Result<Upload> {
        let db = self.app.db.clone();
        let id = self.receive(target, body, 1).await?.pop().or_404()?;
        Upload::find(&db, id).await?.or_404()
    }
}

/// What is answered to one file: 202 while it is checked, 200 where the shop had it, and an error where it was refused.
pub(super) fn answer(l: i18n::Locale, upload: Upload) -> web::Result<(StatusCode, Json<UploadWire>)> {
    if let Some(refusal) = upload.refusal {
        let refusal = refusal.0;
        return Err(match refusal.code.as_str() {
            "other_book" => Error::conflict("other_book", move |l| told::refusal(l, &refusal)),
            "book_gone" => Error::NotFound,
            "too_large" => Error::from_status(StatusCode::PAYLOAD_TOO_LARGE),
            _ => Error::invalid("file", "refused", move |l| told::refusal(l, &refusal)),
        });
    }
    let status = if upload.state == UploadState::Entered { StatusCode::OK } else { StatusCode::ACCEPTED };
    Ok((status, Json(UploadWire::new(l, upload))))
}

/// Adds books by their files, up to 100 of them: each field `file` of the form is one. They are checked in the background and
/// then stand as drafts with everything that was read from them; `GET /admin/uploads/{id}` tells when. A further format of a
/// book that is known by its ISBN joins that book; a file that the shop has changes nothing.
#[utoipa::path(
    post, path = "/admin/uploads", tag = "admin", request_body(content = BookFile, content_type = "multipart/form-data"),
    responses(
        (status = 202, body = Received),
        (status = 400, description = "`cut_off`", body = Problem, content_type = "application/problem+json"),
        (status = 415, body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`file`: `missing`", body = Problem, content_type = "application/problem+json"),
        (status = 507, description = "`disk_full`", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn send(
    sender: Sender,
    Spoken(l): Spoken,
    body: Result<Multipart, MultipartRejection>,
) -> web::Result<(StatusCode, Json<Received>)> {
    let db = sender.app.db.clone();
    let ids = sender.receive(None, body, FILES_MOST).await?;
    let uploads = Upload::of(&db, &ids).await?;
    let items = uploads.into_iter().map(|upload| UploadWire::new(l, upload)).collect();
    Ok((StatusCode::ACCEPTED, Json(Received { items })))
}

/// Which uploads.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Filters {
    /// Only one's own.
    #[serde(default)]
    mine: bool,
    /// Only files for this book.
    #[param(value_type = Option<i64>)]
    book_id: Option<Id<catalogue::Book>>,
}

/// Files that came in during the last 30 days, the latest first.
#[utoipa::path(
    get, path = "/admin/uploads", tag = "admin", params(Filters, PagingParams),
    responses(
        (status = 200, body = List<UploadWire>),
        (status = 422, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn list(
    State(app): State<App>,
    Signed(me): Signed,
    Spoken(l): Spoken,
    query: ListQuery<Filters>,
) -> web::Result<Json<List<UploadWire>>> {
    let whose = (query.filters.mine.then_some(me.user), query.filters.book_id);
    let rows = Upload::list(&app.db, whose, (query.paging.after()?, query.paging.rows())).await?;
    Ok(Json(query.paging.list(rows, |upload| upload.id).map(|upload| UploadWire::new(l, upload))))
}

/// One of them.
#[utoipa::path(
    get, path = "/admin/uploads/{id}", tag = "admin", params(("id" = i64, Path)),
    responses(
        (status = 200, body = UploadWire),
        (status = 404, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn get(
    State(app): State<App>,
    Spoken(l): Spoken,
    Path(id): Path<Id<Upload>>,
) -> web::Result<Json<UploadWire>> {
    let upload = Upload::find(&app.db, id).await?.or_404()?;
    Ok(Json(UploadWire::new(l, upload)))
}

/// Ends an upload, or takes one that is over off the list. A book that it became stays.
#[utoipa::path(
    delete, path = "/admin/uploads/{id}", tag = "admin", params(("id" = i64, Path)),
    responses((status = 204), (status = 404, body = Problem, content_type = "application/problem+json"))
)]
pub(super) async fn forget(State(app): State<App>, Path(id): Path<Id<Upload>>) -> web::Result<NoContent> {
    let now = app.clock.now();
    let there = app.db.transaction(async |tx| Upload::forget(&tx, id, now).await).await?;
    if there { Ok(NoContent) } else { Err(Error::NotFound) }
}
