//! The words of a book, found.

use axum::extract::State;
use catalogue::{Book, Contents, Format};
use kernel::Id;
use serde::Deserialize;
use utoipa::IntoParams;
use web::{App, Caller, Error, Json, List, ListQuery, PagingParams, Path, Problem};

use crate::{access::Opened, find, manifest::epub_manifest, wire::FoundPassage};

/// What is looked for.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Wanted {
    /// Words as they follow one another, up to 200 characters. Accents, vowel signs, capitals and punctuation do not
    /// matter; the last word may be the beginning of one. Nothing typed finds nothing.
    #[param(max_length = 200)]
    q: Option<String>,
}

/// Where an EPUB has some words, from its beginning to its end. Of a book that the caller may read a sample of, only the
/// sample is looked through.
#[utoipa::path(
    get, path = "/books/{id}/search", tag = "reading", params(("id" = i64, Path), Wanted, PagingParams),
    responses(
        (status = 200, body = List<FoundPassage>),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 422, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn get(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<Id<Book>>,
    query: ListQuery<Wanted>,
) -> web::Result<Json<List<FoundPassage>>> {
    let wanted = find::wanted(query.filters.q.as_deref())?;
    let opened = Opened::open(&app, &caller, id).await?;
    let file = opened.file(Some(Format::Epub))?;
    let Contents::Epub(contents) = file.contents(&app.db).await? else { return Err(Error::NotFound) };
    let epub = epub_manifest(&opened.book, file, &contents, opened.access);
    Ok(Json(find::find(&app, (&opened, file), (&contents, &epub), wanted, &query.paging).await?))
}
