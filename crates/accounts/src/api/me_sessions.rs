//! One's own sessions.

use axum::extract::State;
use kernel::Id;
use web::{
    App, Error, Json, List, ListQuery, NoContent, NoFilters, PagingParams, Path, Problem, Session, Signed,
};

use super::wire::SessionWire;
use crate::session;

/// One's sessions, the newest first.
#[utoipa::path(
    get, path = "/me/sessions", tag = "me", params(PagingParams),
    responses(
        (status = 200, body = List<SessionWire>),
        (status = 422, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn list(
    State(app): State<App>,
    Signed(me): Signed,
    ListQuery { paging, .. }: ListQuery<NoFilters>,
) -> web::Result<Json<List<SessionWire>>> {
    let (whose, now) = ((me.user, me.role), app.clock.now());
    let part = (paging.after()?, paging.rows());
    let (seen, total) =
        futures::try_join!(session::list(&app.db, whose, part, now), session::count(&app.db, whose, now))?;
    let items = paging.list(seen, |one| one.id).map(|one| SessionWire::new(one, &me));
    Ok(Json(items.with_total(total)))
}

/// Ends all sessions but the one that asks, and forgets the browsers they were opened in.
#[utoipa::path(delete, path = "/me/sessions", tag = "me", responses((status = 204)))]
pub(super) async fn end_others(State(app): State<App>, Signed(me): Signed) -> web::Result<NoContent> {
    app.db.transaction(async |tx| session::end_others(&tx, me.user, Some(me.session)).await).await?;
    Ok(NoContent)
}

/// Ends one session, and forgets the browser it was opened in.
#[utoipa::path(
    delete, path = "/me/sessions/{id}", tag = "me", params(("id" = i64, Path)),
    responses((status = 204), (status = 404, body = Problem, content_type = "application/problem+json"))
)]
pub(super) async fn end(
    State(app): State<App>,
    Signed(me): Signed,
    Path(id): Path<Id<Session>>,
) -> web::Result<NoContent> {
    let ended =
        app.db.transaction(async |tx| session::end_elsewhere(&tx, me.user, (id, me.session)).await).await?;
    if ended { Ok(NoContent) } else { Err(Error::NotFound) }
}
