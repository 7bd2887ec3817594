//! The files of one book: what they are and what our checks found in them; to be added, replaced, removed.

use accounts::audit::{self, Act, Actor};
use axum::extract::multipart::MultipartRejection;
use axum::extract::{Multipart, State};
use catalogue::import::{Removed, Target};
use catalogue::{Book, CheckedFile, Contents, Format};
use http::StatusCode;
use i18n::Locale;
use kernel::{Id, Timestamp};
use serde::Serialize;
use serde_json::json;
use utoipa::ToSchema;
use web::{App, Client, Error, Identity, Json, NoContent, OrNotFound as _, Path, Problem, Signed, Spoken};

use super::api::{Sender, answer};
use super::told;
use super::wire::{FindingWire, UploadWire};
use crate::words::uploads as t;

/// A file of a book.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct FileWire {
    format: Format,
    /// Changes with the bytes.
    version: String,
    /// Its size as it was sent.
    bytes: i64,
    /// When it came in.
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    /// What can be read without buying it.
    sample: SampleWire,
    /// What our checks found in it.
    findings: Vec<FindingWire>,
}

/// How much of a file is a sample.
#[derive(Debug, Serialize, ToSchema)]
struct SampleWire {
    /// Of an EPUB how many of its parts, the last of which may be cut; of a PDF how many pages.
    open: u32,
    /// How many there are.
    of: u32,
    /// `usual`, `none`, `percent:20`, or `through:3`: up to a part of an EPUB or a page of a PDF. `PATCH /admin/books/{id}`
    /// changes it.
    length: String,
    /// What it is to be, while it is being cut.
    wanted: Option<String>,
    /// Why it could not be cut the last time it was to be.
    trouble: Option<String>,
}

/// Files of a book.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct FileList {
    items: Vec<FileWire>,
}

/// How much of a file can be read without buying it: parts or pages, and how many there are.
pub(super) fn sample(contents: &Contents) -> (u32, u32) {
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    match contents {
        Contents::Epub(epub) => (count(epub.sample.sections.len()), count(epub.sections.len())),
        Contents::Pdf(pdf) => (pdf.sample_pages.unwrap_or(0), pdf.pages),
    }
}

fn wire(l: Locale, file: CheckedFile) -> FileWire {
    let (open, of) = sample(&file.contents.0);
    FileWire {
        format: file.format,
        version: file.version,
        bytes: file.bytes,
        created_at: file.created_at,
        sample: SampleWire {
            open,
            of,
            length: file.sample,
            wanted: file.sample_wanted,
            trouble: file.sample_trouble,
        },
        findings: told::kept(&file.warnings.0).into_iter().map(|found| FindingWire::new(l, found)).collect(),
    }
}

/// The files of a book, with what our checks found in them.
#[utoipa::path(
    get, path = "/admin/books/{id}/files", tag = "admin", params(("id" = i64, Path)),
    responses(
        (status = 200, body = FileList),
        (status = 404, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn list(
    State(app): State<App>,
    Spoken(l): Spoken,
    Path(id): Path<Id<Book>>,
) -> web::Result<Json<FileList>> {
    Book::find(&app.db, id).await?.or_404()?;
    let files = CheckedFile::of(&app.db, id).await?;
    Ok(Json(FileList { items: files.into_iter().map(|file| wire(l, file)).collect() }))
}

/// Gives a book a file, in the place of the one of that format that it has. It is checked in the background and then takes its
/// place at once: places and marks of readers are found again in it, and copies on devices are fetched anew.
#[utoipa::path(
    put, path = "/admin/books/{id}/files/{format}", tag = "admin",
    params(("id" = i64, Path), ("format" = Format, Path)),
    request_body(content = super::api::BookFile, content_type = "multipart/form-data"),
    responses(
        (status = 202, description = "It is being checked", body = UploadWire),
        (status = 200, description = "The book has this very file: `outcome` is `unchanged`", body = UploadWire),
        (status = 400, description = "`cut_off`", body = Problem, content_type = "application/problem+json"),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`other_book`: another book has this file", body = Problem, content_type = "application/problem+json"),
        (status = 413, body = Problem, content_type = "application/problem+json"),
        (status = 415, body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`file`: `missing` or `refused`", body = Problem, content_type = "application/problem+json"),
        (status = 507, description = "`disk_full`", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn put(
    sender: Sender,
    Spoken(l): Spoken,
    Path((id, format)): Path<(Id<Book>, Format)>,
    body: Result<Multipart, MultipartRejection>,
) -> web::Result<(StatusCode, Json<UploadWire>)> {
    Book::find(&sender.app.db, id).await?.or_404()?;
    let target = Target { book: id, format };
    answer(l, sender.receive_one(Some(target), body).await?)
}

/// Removes a file of a book. A book that is in the shop, or was, keeps one.
#[utoipa::path(
    delete, path = "/admin/books/{id}/files/{format}", tag = "admin",
    params(("id" = i64, Path), ("format" = Format, Path)),
    responses(
        (status = 204),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`last_file`", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn remove(
    State(app): State<App>,
    Signed(me): Signed,
    client: Client,
    Path((id, format)): Path<(Id<Book>, Format)>,
) -> web::Result<NoContent> {
    take_away(&app, (&me, client), Target { book: id, format }).await?;
    Ok(NoContent)
}

/// Removes a file, for both doors.
pub(super) async fn take_away(
    app: &App,
    who: (&Identity, Client),
    Target { book: id, format }: Target,
) -> web::Result<()> {
    let book = Book::find(&app.db, id).await?.or_404()?;
    let now = app.clock.now();
    let removed = app.db.transaction(async |tx| {
        let removed = book.remove_file(&tx, format, now).await?;
        if let Removed::Yes { file } = &removed {
            let before = json!({
                "title": book.title, "format": format.as_str(), "version": file.version, "bytes": file.bytes,
            });
            let act = Act {
                act: "book.remove_file",
                subject_kind: "book",
                subject_id: id.get(),
                before: &before,
                after: &json!({ "title": book.title, "format": null, "version": null, "bytes": null }),
            };
            audit::note(&tx, Actor::from(who), act, now).await?;
        }
        Ok::<_, db::Error>(removed)
    });
    match removed.await? {
        Removed::Yes { .. } => {
            // What cannot be removed from the storage now, a sweep removes.
            if let Err(error) = catalogue::sweep(&app.db, &app.storage, now).await {
                tracing::warn!(%error, "A removed file stays in the storage until a later sweep");
            }
            Ok(())
        }
        Removed::IsLast => Err(Error::conflict("last_file", t::last_file)),
        Removed::NotThere => Err(Error::NotFound),
    }
}
