//! The library in the JSON API.

use catalogue::wire::BookItem;
use catalogue::{Alphabet, Book, Card, Reader};
use http::StatusCode;
use i18n::Locale;
use kernel::{Id, Timestamp};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use web::{
    App, Capability, Json, List, ListQuery, NoFields, OptionalJson, OrNotFound as _, PagingParams, Path,
    Problem, Spoken, needs,
};

use super::own::{Own, Shown, Wanted};
use super::{LibraryEntry, Part, Source, State};
use crate::idempotency::{self, IdempotencyKey, IdempotencyParams};

/// The routes, to be put below `/api/v1`.
pub(crate) fn routes() -> OpenApiRouter<App> {
    let own = OpenApiRouter::new().routes(routes!(list));
    let take = OpenApiRouter::new().routes(routes!(claim));
    needs(Capability::KeepAccount, own).merge(needs(Capability::TakePart, take))
}

/// A book in somebody's library.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct EntryItem {
    /// The book, as in a list. One that the shop sells no more stays readable for its owners.
    book: BookItem,
    /// How it came.
    source: Source,
    /// When it came.
    #[schema(value_type = String, format = DateTime)]
    added_at: Timestamp,
    /// How far the reader is.
    state: State,
    /// When they read in it last; null where they have not opened it.
    #[schema(value_type = Option<String>, format = DateTime)]
    last_read_at: Option<Timestamp>,
}

impl EntryItem {
    fn new(l: Locale, entry: &LibraryEntry, card: &Card, shown: &Shown) -> Self {
        Self {
            book: BookItem::new(l, card, shown.marks.of(entry.book_id)),
            source: entry.source,
            added_at: entry.added_at,
            state: entry.state(),
            last_read_at: entry.last_read_at,
        }
    }
}

/// One's own library. A book is `unread` until it is opened, `reading` from then on, and `finished` once its end was
/// reached. By title, the letters of `Accept-Language` come first; it stays the same within one list.
#[utoipa::path(
    get, path = "/me/library", tag = "library", params(Wanted, PagingParams),
    responses(
        (status = 200, body = List<EntryItem>),
        (status = 422, body = Problem, content_type = "application/problem+json"),
    )
)]
async fn list(own: Own, Spoken(l): Spoken, query: ListQuery<Wanted>) -> web::Result<Json<List<EntryItem>>> {
    let (q, sort) = (query.filters.words()?, query.filters.sort());
    own.may_search(q)?;
    let paging = query.paging.of(sort.as_str());
    let (state, alphabet) = (query.filters.state, Alphabet::of(l));
    let part = Part { state, q, sort, alphabet, after: paging.after()?, rows: paging.rows() };
    let entries = LibraryEntry::list(&own.app.db, own.user, &part).await?;
    let list = paging.list(entries, |entry| entry.place(sort));
    let shown = Shown::of(&own.app, &own.reader, list.items.iter()).await?;
    let item = |entry: LibraryEntry| Some(EntryItem::new(l, &entry, shown.card(entry.book_id)?, &shown));
    Ok(Json(list.filter_map(item)))
}

/// Takes a free book into one's library. A book that is there already stays as it is, whatever it costs now.
#[utoipa::path(
    post, path = "/books/{id}/claim", tag = "library", params(("id" = i64, Path), IdempotencyParams),
    responses(
        (status = 200, description = "It was there before", body = EntryItem),
        (status = 201, description = "It is there since now", body = EntryItem),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`not_free`, `in_progress`", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "The key was used for another request", body = Problem, content_type = "application/problem+json"),
    )
)]
async fn claim(
    own: Own,
    Spoken(l): Spoken,
    key: IdempotencyKey,
    Path(book): Path<Id<Book>>,
    _: OptionalJson<NoFields>,
) -> web::Result<(StatusCode, Json<serde_json::Value>)> {
    let (app, user) = (own.app.clone(), own.user);
    let route = format!("/books/{book}/claim");
    idempotency::once(&app, user, &route, (key, &()), move |_| async move {
        let is_new = own.claim(book).await?;
        let entry = entry(&own.app, (user, &own.reader), l, book).await?;
        let status = if is_new { StatusCode::CREATED } else { StatusCode::OK };
        Ok((status, serde_json::to_value(entry).map_err(anyhow::Error::from)?))
    })
    .await
}

async fn entry(
    app: &App,
    (user, reader): (web::UserId, &Reader),
    l: Locale,
    book: Id<Book>,
) -> web::Result<EntryItem> {
    let entry = LibraryEntry::find(&app.db, user, book).await?.or_404()?;
    let shown = Shown::of(app, reader, std::iter::once(&entry)).await?;
    Ok(EntryItem::new(l, &entry, shown.card(book).or_404()?, &shown))
}
