//! The pictures of readers, at addresses that change with the picture.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use cover::Size;
use http::header;
use web::{App, Caching, OrNotFound, Path, UserId};

use crate::picture;
use crate::user::User;

/// `GET /pictures/{user}/{version}/{size}.{webp|jpg}`
pub(super) async fn show(
    State(app): State<App>,
    Path((id, version, file)): Path<(UserId, String, String)>,
) -> web::Result<Response> {
    let media_type = media_type(&file).or_404()?;
    let user = User::find(&app.db, id).await?.or_404()?;
    if user.picture.as_deref() != Some(version.as_str()) {
        return Err(web::Error::NotFound);
    }
    let bytes = app.storage.read_bytes(&picture::key(&user.folder, &version, &file), None).await?;
    Ok((Caching::Immutable, [(header::CONTENT_TYPE, media_type)], bytes).into_response())
}

/// The media type of a file that exists for every picture.
fn media_type(file: &str) -> Option<&'static str> {
    let (name, extension) = file.split_once('.')?;
    Size::ALL.into_iter().find(|size| size.name() == name)?;
    picture::KINDS.into_iter().find(|(kind, _)| *kind == extension).map(|(_, media_type)| media_type)
}
