//! The resources of an EPUB, out of its pack.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use catalogue::{Book, Format, Resource};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use kernel::Id;
use publication::epub;
use web::{App, Caching, Caller, Error, OrNotFound, Path, Problem};

use crate::{
    Access,
    access::Opened,
    policy::{self, base_path},
};

/// A resource of an EPUB as it was sanitised when the book came in. A version's resources never change.
#[utoipa::path(
    get, path = "/books/{id}/resources/{version}/{*path}", tag = "reading",
    params(("id" = i64, Path), ("version" = String, Path), ("path" = String, Path, description = "As in the manifest")),
    responses(
        (status = 200, description = "The resource, with its own media type and content policy"),
        (status = 403, body = Problem, content_type = "application/problem+json"),
        (status = 404, body = Problem, content_type = "application/problem+json")
    )
)]
pub(super) async fn get(
    State(app): State<App>,
    caller: Caller,
    Path((id, version, path)): Path<(Id<Book>, String, String)>,
    headers: HeaderMap,
) -> web::Result<Response> {
    let opened = Opened::open(&app, &caller, id).await?;
    let file = opened.file(Some(Format::Epub))?;
    if file.version != version {
        return Err(Error::NotFound);
    }
    let resource = file.resource(&app.db, &path).await?.or_404()?;
    if opened.access == Access::Sample && !resource.in_sample || opens_by_itself(&headers, &resource) {
        return Err(Error::Forbidden);
    }
    let stored = stored(&app, &opened.book.part(file, "pack"), &resource).await?;
    let base = app.settings.public_url.join(&base_path(id, &version));
    let mut response = answer(&headers, resource, stored)?;
    response.headers_mut().insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    Ok((Caching::PrivateImmutable, policy::resource(&base), response).into_response())
}

/// A chapter is shown inside a reader. Opened as a page of its own it could pass for one of the shop's.
fn opens_by_itself(headers: &HeaderMap, resource: &Resource) -> bool {
    let document = matches!(resource.media_type.as_str(), "application/xhtml+xml" | "image/svg+xml");
    document && headers.get("sec-fetch-dest").is_some_and(|dest| dest == "document")
}

/// The resource's bytes in the pack.
async fn stored(app: &App, pack: &str, resource: &Resource) -> web::Result<Bytes> {
    let number = |n: i64| u64::try_from(n).map_err(|e| Error::Internal(e.into()));
    let (start, length) = (number(resource.start)?, number(resource.length)?);
    if length == 0 {
        return Ok(Bytes::new());
    }
    Ok(app.storage.read_bytes(pack, Some(start..start + length)).await?)
}

/// Hands the bytes on as they lie in the pack where the client takes gzip, which all browsers do.
fn answer(headers: &HeaderMap, resource: Resource, stored: Bytes) -> web::Result<Response> {
    let takes_gzip = headers
        .get(header::ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| value.split(',').any(|coding| coding.trim().split(';').next() == Some("gzip")));
    let gzip = resource.gzip && takes_gzip;
    let body = if resource.gzip && !takes_gzip { decode(&resource, &stored)? } else { stored };
    let media_type = HeaderValue::from_str(&resource.media_type).map_err(|e| Error::Internal(e.into()))?;
    let mut response = (StatusCode::OK, [(header::CONTENT_TYPE, media_type)], body).into_response();
    if gzip {
        response.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    response
        .headers_mut()
        .insert(header::VARY, HeaderValue::from_static("accept-encoding, authorization, cookie"));
    Ok(response)
}

fn decode(resource: &Resource, stored: &[u8]) -> web::Result<Bytes> {
    let size = u64::try_from(resource.size).unwrap_or_default();
    epub::unpack(stored, size, resource.gzip).map(Bytes::from).map_err(|e| Error::Internal(e.into()))
}
