//! What a reader is told about a book.

use axum::extract::State;
use catalogue::{Book, Format};
use kernel::Id;
use serde::Deserialize;
use utoipa::IntoParams;
use web::{App, Caller, Json, Path, Problem, Query};

use crate::{access::Opened, manifest::manifest, wire::Manifest};

/// Which of a book's files.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Which {
    /// The format, where the book has both; EPUB where nothing is said.
    #[param(inline)]
    format: Option<Format>,
}

/// How to read a book: its sections or pages, its contents, its directions. Who does not own a book that is
/// not free is given the sample's form.
#[utoipa::path(
    get, path = "/books/{id}/manifest", tag = "reading", params(("id" = i64, Path), Which),
    responses(
        (status = 200, body = Manifest),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 422, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn get(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<Id<Book>>,
    Query(which): Query<Which>,
) -> web::Result<Json<Manifest>> {
    let opened = Opened::open(&app, &caller, id).await?;
    let file = opened.file(which.format)?;
    let contents = file.contents(&app.db).await?;
    Ok(Json(manifest(&opened.book, file, contents, opened.access)))
}
