//! Requests for books, in the JSON API: anybody makes them, the shop's people read them.

use axum::extract::State;
use kernel::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use web::{
    Accepted, App, Caller, Capability, Client, Json, List, ListQuery, NoFilters, PagingParams, Problem,
    UserId, needs,
};

use super::{Asker, BookRequest};
use crate::Search;

/// The routes, to be put below `/api/v1`.
pub(crate) fn routes() -> OpenApiRouter<App> {
    let people = needs(Capability::EditCatalogue, OpenApiRouter::new().routes(routes!(list)));
    OpenApiRouter::new().routes(routes!(make)).merge(people)
}

/// A book that is asked for.
#[derive(Debug, Deserialize, ToSchema)]
struct NewRequest {
    /// Title, author, whatever is known of it. At most 200 characters.
    #[schema(max_length = 200)]
    text: String,
    /// Where a visitor wants to be told that the book is there. Of somebody signed in it is passed over.
    email: Option<String>,
}

/// A request, as the shop's people see it.
#[derive(Debug, Serialize, ToSchema)]
struct RequestItem {
    /// The request's key.
    id: i64,
    /// What was asked for.
    text: String,
    /// Who asked; null for a visitor.
    reader: Option<Requester>,
    /// The visitor's address, if they want to be told.
    email: Option<String>,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    requested_at: Timestamp,
}

/// A reader who asked for a book.
#[derive(Debug, Serialize, ToSchema)]
struct Requester {
    /// The key of their account.
    #[schema(value_type = i64)]
    id: UserId,
    /// Their unique name.
    username: String,
}

impl From<BookRequest> for RequestItem {
    fn from(request: BookRequest) -> Self {
        let reader = request.user_id.zip(request.username).map(|(id, username)| Requester { id, username });
        let (id, text) = (request.id.get(), request.words);
        Self { id, text, reader, email: request.email, requested_at: request.requested_at }
    }
}

/// Asks for a book that the shop does not have. The same request of the same person counts once; the answer is the same.
#[utoipa::path(
    post, path = "/book-requests", tag = "search", request_body = NewRequest,
    responses(
        (status = 202),
        (status = 422, body = Problem, content_type = "application/problem+json"),
        (status = 429, body = Problem, content_type = "application/problem+json")
    )
)]
async fn make(
    State(app): State<App>,
    search: Search,
    (client, caller): (Client, Caller),
    Json(wanted): Json<NewRequest>,
) -> web::Result<Accepted> {
    search.admit_request(client)?;
    let reader = caller.identity().map(|me| me.user);
    let asker = Asker::read(reader, wanted.email.as_deref().unwrap_or_default())?;
    BookRequest::make(&app.db, &wanted.text, &asker, app.clock.now()).await?;
    Ok(Accepted)
}

/// What was asked for, the newest first; the newest 50,000 are kept.
#[utoipa::path(
    get, path = "/admin/book-requests", tag = "admin", params(PagingParams),
    responses((status = 200, body = List<RequestItem>), (status = 422, body = Problem, content_type = "application/problem+json"))
)]
async fn list(State(app): State<App>, query: ListQuery<NoFilters>) -> web::Result<Json<List<RequestItem>>> {
    let rows = BookRequest::list(&app.db, query.paging.after()?, query.paging.rows()).await?;
    Ok(Json(query.paging.list(rows, |one| one.id).map(RequestItem::from)))
}
