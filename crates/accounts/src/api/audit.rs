//! The audit log, for admins.

use axum::extract::State;
use kernel::{Id, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};
use web::{App, Json, List, ListQuery, PagingParams, Problem};

use crate::audit::{self, Entry, Wanted};

/// Which entries.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Filters {
    /// Of the account with this key.
    actor_id: Option<i64>,
    /// Of this kind: `comment.hide`.
    act: Option<String>,
    /// About things of this kind: `comment`, `user`.
    subject_kind: Option<String>,
    /// About the thing with this key.
    subject_id: Option<i64>,
}

/// Something that was done.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct EntryItem {
    #[schema(value_type = i64)]
    id: Id<Entry>,
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
    /// The key of who did it; the account may be gone since.
    actor_id: i64,
    /// Their username then.
    actor: String,
    /// What was done: `comment.hide`.
    act: String,
    /// To what kind of thing: `comment`, `user`.
    subject_kind: String,
    /// Its key.
    subject_id: i64,
    /// What changed of it, as it was.
    #[schema(value_type = Object)]
    before: Value,
    /// The same, as it was then.
    #[schema(value_type = Object)]
    after: Value,
    /// From which address; null where requests are not counted.
    address: Option<String>,
}

impl From<Entry> for EntryItem {
    fn from(entry: Entry) -> Self {
        Self {
            id: entry.id,
            at: entry.at,
            actor_id: entry.actor_id,
            actor: entry.actor,
            act: entry.act,
            subject_kind: entry.subject_kind,
            subject_id: entry.subject_id,
            before: entry.before.0,
            after: entry.after.0,
            address: entry.address,
        }
    }
}

/// What moderators and admins changed, the latest first. Entries are never changed and never removed.
#[utoipa::path(
    get, path = "/admin/audit", tag = "admin", params(Filters, PagingParams),
    responses(
        (status = 200, body = List<EntryItem>),
        (status = 422, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn list(
    State(app): State<App>,
    query: ListQuery<Filters>,
) -> web::Result<Json<List<EntryItem>>> {
    let Filters { actor_id, act, subject_kind, subject_id } = &query.filters;
    let wanted = Wanted {
        actor: *actor_id,
        act: act.as_deref(),
        subject_kind: subject_kind.as_deref(),
        subject: *subject_id,
    };
    let rows = audit::list(&app.db, wanted, (query.paging.after()?, query.paging.rows())).await?;
    Ok(Json(query.paging.list(rows, |entry| entry.id).map(EntryItem::from)))
}
