//! Pictures of books, at addresses that change with the picture.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use cover::Size;
use http::header;
use kernel::Id;
use web::{App, Caching, OrNotFound, Path};

use crate::{Book, Encoding, picture};

/// `GET /covers/{book}/{version}/{size}.{webp|jpg}`
pub(super) async fn show(
    State(app): State<App>,
    Path((book, version, file)): Path<(Id<Book>, String, String)>,
) -> web::Result<Response> {
    let (size, encoding) = parse(&file).or_404()?;
    let bytes = picture(&app.db, &app.storage, (book, &version), (size, encoding)).await;
    let bytes = bytes.map_err(|e| web::Error::Internal(e.into()))?.or_404()?;
    let headers = [(header::CONTENT_TYPE, encoding.media_type())];
    Ok((Caching::Immutable, headers, bytes).into_response())
}

fn parse(file: &str) -> Option<(Size, Encoding)> {
    let (name, extension) = file.split_once('.')?;
    let size = Size::ALL.into_iter().find(|size| size.name() == name)?;
    let encoding = [Encoding::Webp, Encoding::Jpeg].into_iter().find(|e| e.extension() == extension)?;
    Some((size, encoding))
}
