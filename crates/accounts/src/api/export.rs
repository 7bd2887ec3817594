//! All that is kept of somebody, to take along.

use std::collections::BTreeMap;

use axum::Extension;
use axum::extract::State;
use http::{HeaderValue, header};
use kernel::Timestamp;
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;
use web::{App, Caching, Client, Json, Signed};

use super::me::find;
use super::wire::UserWire;
use crate::Accounts;

/// All that is kept of somebody.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Kept {
    /// When it was put together.
    #[schema(value_type = String, format = DateTime)]
    exported_at: Timestamp,
    account: UserWire,
    /// What each part of the shop keeps, by its name, such as `reading`: places, sittings and marks.
    #[serde(flatten)]
    #[schema(value_type = BTreeMap<String, Object>)]
    parts: BTreeMap<&'static str, Value>,
}

/// All that is kept of one, in a file: the account, and what each part of the shop has of it.
#[utoipa::path(
    get, path = "/me/export", tag = "me",
    responses((status = 200, description = "A file, `warraq.json`", body = Kept))
)]
pub(super) async fn get(
    State(app): State<App>,
    Extension(accounts): Extension<Accounts>,
    client: Client,
    Signed(me): Signed,
) -> web::Result<(Caching, [(header::HeaderName, HeaderValue); 1], Json<Kept>)> {
    accounts.limits().export(client, me.user)?;
    let user = find(&app, &me).await?;
    let mut parts = BTreeMap::new();
    for part in accounts.extras().export {
        let (name, kept) = part(app.clone(), me.user).await?;
        parts.insert(name, kept);
    }
    let body = Kept { exported_at: app.clock.now(), account: UserWire::from(&user), parts };
    let file =
        [(header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"warraq.json\""))];
    Ok((Caching::NoStore, file, Json(body)))
}
