//! One's own picture.

use axum::Extension;
use axum::extract::multipart::MultipartRejection;
use axum::extract::{DefaultBodyLimit, Multipart, State};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use web::{App, Client, Error, Json, NoContent, Problem, Signed};

use super::wire::UserWire;
use crate::{Accounts, picture};

/// What surrounds the picture in a body, in bytes.
const AROUND: usize = 64 * 1024;

/// The routes: their bodies may be larger than others.
pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(set, remove))
        .layer(DefaultBodyLimit::max(picture::MOST_BYTES + AROUND))
}

/// A picture: JPEG, PNG or WebP of at most 20 MiB.
#[derive(ToSchema)]
#[expect(dead_code, reason = "only describes the body")]
pub(super) struct Upload {
    #[schema(value_type = String, format = Binary)]
    file: Vec<u8>,
}

/// Replaces one's picture.
#[utoipa::path(
    put, path = "/me/picture", tag = "me", request_body(content = Upload, content_type = "multipart/form-data"),
    responses(
        (status = 200, body = UserWire),
        (status = 415, body = Problem, content_type = "application/problem+json"),
        (status = 413, body = Problem, content_type = "application/problem+json"),
        (status = 422, body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "Too many pictures are coming in", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn set(
    State(app): State<App>,
    Extension(accounts): Extension<Accounts>,
    Signed(me): Signed,
    client: Client,
    body: Result<Multipart, MultipartRejection>,
) -> web::Result<Json<UserWire>> {
    accounts.limits().upload(client)?;
    let user = super::me::find(&app, &me).await?;
    let place = accounts.desk().place().await?;
    picture::set(&app, accounts.desk(), &user, (place, file(body).await?)).await?;
    Ok(Json(UserWire::from(&super::me::find(&app, &me).await?)))
}

/// Removes one's picture.
#[utoipa::path(delete, path = "/me/picture", tag = "me", responses((status = 204)))]
pub(super) async fn remove(State(app): State<App>, Signed(me): Signed) -> web::Result<NoContent> {
    let user = super::me::find(&app, &me).await?;
    picture::remove(&app, &user).await?;
    Ok(NoContent)
}

/// The bytes of the field `file`; none where there is no such field.
pub(crate) async fn file(body: Result<Multipart, MultipartRejection>) -> web::Result<Vec<u8>> {
    // The only rejection there is: the body is of another kind.
    let mut body = body.map_err(|_| Error::unsupported_media_type())?;
    let refused = |error: axum::extract::multipart::MultipartError| Error::from_status(error.status());
    while let Some(field) = body.next_field().await.map_err(refused)? {
        if field.name() == Some("file") {
            return field.bytes().await.map(Vec::from).map_err(refused);
        }
    }
    Ok(Vec::new())
}
