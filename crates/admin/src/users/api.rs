//! The shop's people in the JSON API.

use accounts::Patch;
use accounts::people::{Mail, PeopleSort, Person, SeenSession, Standing, Wanted, Whom};
use axum::extract::State;
use commerce::Order;
use community::Reason;
use kernel::{Id, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use web::{
    Accepted, App, Capability, Error, IfMatch, Json, List, ListQuery, NoContent, OrNotFound as _,
    PagingParams, Path, Problem, Role, Session, UserId, needs,
};

use super::steward::Steward;
use crate::words::users as t;

/// The most sessions that are told of.
const SESSIONS: i64 = 100;
/// The most characters of what is looked for.
const SOUGHT_MOST: usize = 200;

/// The routes, to be put below `/api/v1`.
pub(crate) fn routes() -> OpenApiRouter<App> {
    let run = OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(get, change))
        .routes(routes!(end_sessions))
        .routes(routes!(end_session))
        .routes(routes!(resend));
    needs(Capability::RunSite, run)
}

/// Somebody with an account.
#[derive(Debug, Serialize, ToSchema)]
struct PersonWire {
    #[schema(value_type = i64)]
    id: UserId,
    username: String,
    /// What they want to be called; may be empty.
    name: String,
    email: String,
    role: Role,
    state: Standing,
    /// How many orders they made.
    orders: i64,
    #[schema(value_type = Option<String>, format = DateTime)]
    verified_at: Option<Timestamp>,
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    /// To the hour.
    #[schema(value_type = String, format = DateTime)]
    last_seen_at: Timestamp,
    /// Until when they read and do not write.
    #[schema(value_type = Option<String>, format = DateTime)]
    suspended_until: Option<Timestamp>,
    /// Since when nobody can sign in.
    #[schema(value_type = Option<String>, format = DateTime)]
    closed_at: Option<Timestamp>,
    closed_reason: Option<String>,
    /// Counts what was changed of the account.
    version: i64,
}

impl PersonWire {
    fn new(person: Person, orders: &[(UserId, i64)], now: Timestamp) -> Self {
        Self {
            state: person.standing(now),
            orders: orders.iter().find(|(user, _)| *user == person.id).map_or(0, |(_, count)| *count),
            id: person.id,
            username: person.username,
            name: person.name,
            email: person.email,
            role: person.role,
            verified_at: person.verified_at,
            created_at: person.created_at,
            last_seen_at: person.last_seen_at,
            suspended_until: person.suspended_until,
            closed_at: person.closed_at,
            closed_reason: person.closed_reason,
            version: person.version,
        }
    }
}

/// Somebody, with where they are signed in.
#[derive(Debug, Serialize, ToSchema)]
struct WholePerson {
    #[serde(flatten)]
    person: PersonWire,
    /// The newest first.
    sessions: Vec<SessionWire>,
}

/// Where somebody is signed in.
#[derive(Debug, Serialize, ToSchema)]
struct SessionWire {
    #[schema(value_type = i64)]
    id: Id<Session>,
    /// `web` or `api`.
    kind: String,
    /// The program and the system, as the client named them; may be empty.
    device: String,
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    #[schema(value_type = String, format = DateTime)]
    last_seen_at: Timestamp,
}

impl From<SeenSession> for SessionWire {
    fn from(seen: SeenSession) -> Self {
        Self {
            id: seen.id,
            kind: seen.kind,
            device: seen.device,
            created_at: seen.created_at,
            last_seen_at: seen.last_seen_at,
        }
    }
}

/// Who is looked for.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Filters {
    /// How their username or their e-mail address begins.
    #[serde(default)]
    #[param(max_length = 200)]
    q: String,
    #[param(inline)]
    role: Option<Role>,
    /// How their account stands.
    #[param(inline)]
    state: Option<Standing>,
    /// `-joined`: who joined last first; `-seen`: who was here last first; `username`.
    #[param(inline, default = "-joined")]
    sort: Option<PeopleSort>,
}

/// All people.
#[utoipa::path(
    get, path = "/admin/users", tag = "admin", params(Filters, PagingParams),
    responses(
        (status = 200, body = List<PersonWire>),
        (status = 422, body = Problem, content_type = "application/problem+json"),
    )
)]
async fn list(State(app): State<App>, query: ListQuery<Filters>) -> web::Result<Json<List<PersonWire>>> {
    let Filters { q, role, state, sort } = &query.filters;
    if q.chars().count() > SOUGHT_MOST {
        return Err(Error::invalid("q", "too_long", t::sought_too_long));
    }
    let (sort, now) = (sort.unwrap_or(PeopleSort::Newest), app.clock.now());
    let paging = query.paging.of(sort.as_str());
    let part = (paging.after()?, paging.rows());
    let wanted = Wanted { q, role: *role, standing: *state };
    let people = Person::list(&app.db, (wanted, sort), part, now).await?;
    let people = paging.list(people, |person| person.place(sort));
    let keys: Vec<UserId> = people.items.iter().map(|person| person.id).collect();
    let orders = Order::counts(&app.db, &keys).await?;
    Ok(Json(people.map(|person| PersonWire::new(person, &orders, now))))
}

/// Somebody, with their sessions. What they know in secret is known to nobody.
#[utoipa::path(
    get, path = "/admin/users/{id}", tag = "admin", params(("id" = i64, Path)),
    responses(
        (status = 200, body = WholePerson),
        (status = 404, body = Problem, content_type = "application/problem+json"),
    )
)]
async fn get(State(app): State<App>, Path(id): Path<UserId>) -> web::Result<Json<WholePerson>> {
    whole(&app, id).await.map(Json)
}

async fn whole(app: &App, id: UserId) -> web::Result<WholePerson> {
    let now = app.clock.now();
    let person = Person::find(&app.db, id).await?.or_404()?;
    let sessions = person.sessions(&app.db, SESSIONS, now).await?;
    let orders = Order::counts(&app.db, &[id]).await?;
    let sessions = sessions.into_iter().map(SessionWire::from).collect();
    Ok(WholePerson { person: PersonWire::new(person, &orders, now), sessions })
}

/// What changes: one thing at a time.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Change {
    /// What they may do from now on; their sessions end.
    role: Option<Role>,
    /// Until when they read and do not write, at most a year; null: they write again.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = DateTime)]
    suspended_until: Patch<Timestamp>,
    /// Whether the account is closed; if so, their sessions end and nobody can sign in.
    closed: Option<bool>,
    /// Why they are suspended.
    reason: Option<Reason>,
    /// In words that they are told, at most 500 characters; needed where the account is closed.
    #[serde(default)]
    #[schema(max_length = 500)]
    note: String,
    /// The version that the account has to have still; any, where it is left out.
    version: Option<i64>,
}

/// Changes somebody's role, suspends them or lets them write again, closes their account or opens it. With `If-Match` or
/// `version` only if the account is still as it was when it was read.
#[utoipa::path(
    patch, path = "/admin/users/{id}", tag = "admin", request_body = Change,
    params(("id" = i64, Path), ("If-Match" = Option<String>, Header, description = "The `ETag` of `GET /admin/users/{id}`")),
    responses(
        (status = 200, body = WholePerson),
        (status = 403, description = "`on_oneself`", body = Problem, content_type = "application/problem+json"),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`last_admin`, `changed_meanwhile`", body = Problem, content_type = "application/problem+json"),
        (status = 412, description = "`precondition_failed`", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`role`: `one_at_a_time`; `suspended_until`: `out_of_range`; `reason`, `note`: `missing`, `too_long`", body = Problem, content_type = "application/problem+json"),
    )
)]
async fn change(
    steward: Steward,
    if_match: IfMatch,
    Path(id): Path<UserId>,
    Json(change): Json<Change>,
) -> web::Result<Json<WholePerson>> {
    let mut version = change.version;
    if if_match.is_given() {
        let now = whole(&steward.app, id).await?;
        if_match.check(&now)?;
        version = version.or(Some(now.person.version));
    }
    let whom = Whom { user: id, version };
    match (change.role, change.suspended_until, change.closed) {
        (Some(role), Patch::Absent, None) => steward.set_role(whom, role).await?,
        (None, Patch::Value(until), None) => {
            steward.suspend(whom, (Some(until), change.reason, &change.note)).await?;
        }
        (None, Patch::Null, None) => steward.suspend(whom, (None, None, &change.note)).await?,
        (None, Patch::Absent, Some(true)) => steward.close(whom, &change.note).await?,
        (None, Patch::Absent, Some(false)) => steward.reopen(whom).await?,
        _ => return Err(Error::invalid("role", "one_at_a_time", t::one_at_a_time)),
    }
    whole(&steward.app, id).await.map(Json)
}

/// Ends all sessions of somebody.
#[utoipa::path(
    delete, path = "/admin/users/{id}/sessions", tag = "admin", params(("id" = i64, Path)),
    responses((status = 204), (status = 404, body = Problem, content_type = "application/problem+json"))
)]
async fn end_sessions(steward: Steward, Path(id): Path<UserId>) -> web::Result<NoContent> {
    steward.end_sessions(id).await.map(|()| NoContent)
}

/// Ends one session of somebody.
#[utoipa::path(
    delete, path = "/admin/users/{id}/sessions/{session}", tag = "admin",
    params(("id" = i64, Path), ("session" = i64, Path)),
    responses((status = 204), (status = 404, body = Problem, content_type = "application/problem+json"))
)]
async fn end_session(
    steward: Steward,
    Path((id, session)): Path<(UserId, Id<Session>)>,
) -> web::Result<NoContent> {
    steward.end_session(id, session).await.map(|()| NoContent)
}

/// Which mail.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Wish {
    mail: Mail,
}

/// Sends somebody a mail with a code once more: to verify their address, or for another password.
#[utoipa::path(
    post, path = "/admin/users/{id}/resend", tag = "admin", params(("id" = i64, Path)), request_body = Wish,
    responses(
        (status = 202, description = "It is on its way"),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`nothing_to_send`: the address is verified", body = Problem, content_type = "application/problem+json"),
    )
)]
async fn resend(steward: Steward, Path(id): Path<UserId>, Json(wish): Json<Wish>) -> web::Result<Accepted> {
    steward.resend(id, wish.mail).await.map(|()| Accepted)
}
