//! Comments, replies, likes and reports.

use axum::extract::State;
use catalogue::Book;
use kernel::Id;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use web::{
    App, Caller, Created, Error, Json, List, ListQuery, NoContent, NoFilters, OrNotFound as _, PagingParams,
    Path, Problem,
};

use crate::comment::{self, Asked, Change, Draft, Removed};
use crate::talker::{Talker, text};
use crate::wire::{CommentInThread, CommentItem, ThreadItem};
use crate::{Comment, Reason, Sort, Viewer, t};

/// Which comments, and in which order.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Wanted {
    /// `new`: the latest first; `top`: the most liked first.
    #[param(inline, default = "new")]
    sort: Option<Sort>,
    /// Only those of readers whose rating stands in this bar of the histogram, 1 to 5.
    #[param(minimum = 1, maximum = 5)]
    rating: Option<i64>,
}

/// The first comments on a book, each with the first replies of its thread. Of a comment that was deleted or is hidden its
/// place stands there while there are replies.
#[utoipa::path(
    get, path = "/books/{id}/comments", tag = "talk", params(("id" = i64, Path), Wanted, PagingParams),
    responses(
        (status = 200, body = List<ThreadItem>),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 422, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn list(
    State(app): State<App>,
    caller: Caller,
    Path(book): Path<Id<Book>>,
    query: ListQuery<Wanted>,
) -> web::Result<Json<List<ThreadItem>>> {
    let (wanted, paging) = (query.filters, query.paging);
    if wanted.rating.is_some_and(|stars| !(1..=5).contains(&stars)) {
        return Err(Error::invalid("rating", "out_of_range", t::stars_out_of_range));
    }
    let sort = wanted.sort.unwrap_or(Sort::New);
    let asked = Asked { sort, stars: wanted.rating, after: paging.after()?, rows: paging.rows() };
    let reading = app.db.reading().await?;
    let viewer = Viewer::of(&reading, &caller, book).await?;
    let rows = Comment::list(&reading, &viewer, book, asked).await?.ok_or_else(web::invalid_cursor)?;
    if rows.is_empty() && !Book::is_published(&reading, book).await? {
        return Err(Error::NotFound);
    }
    let list = paging.list(rows, |comment| comment.place(sort));
    let roots: Vec<_> = list.items.iter().filter(|one| one.reply_count > 0).map(|one| one.id).collect();
    let replies = Comment::first_replies(&reading, &viewer, &roots).await?;
    drop(reading);
    let List { items, next_cursor, total } = list;
    Ok(Json(List { items: ThreadItem::all(items, replies, &viewer), next_cursor, total }))
}

/// What is to be said.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct NewComment {
    /// At most 5,000 characters of plain text. Empty lines part paragraphs; `||` and `||` mark a spoiler.
    #[schema(max_length = 5000)]
    text: String,
    /// Whether all of it gives the story away.
    #[serde(default)]
    spoiler: bool,
    /// Which comment on the same book it answers; absent or null for a first comment.
    #[schema(value_type = Option<i64>)]
    parent_id: Option<Id<Comment>>,
    /// A name of the caller's own for what they send, at most 64 characters: the same words sent again under it, about the
    /// same book and in answer to the same comment, are the same comment, and answered with it.
    #[schema(max_length = 64)]
    client_key: Option<String>,
}

/// Says something about a book, or answers somebody. A comment with the `state` `held` is seen by others once a moderator
/// has looked at it.
#[utoipa::path(
    post, path = "/books/{id}/comments", tag = "talk", params(("id" = i64, Path)), request_body = NewComment,
    responses(
        (status = 201, body = CommentItem),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`text`: `missing` or `too_long`; `parent_id`: `unknown`", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn post(
    talker: Talker,
    Path(book): Path<Id<Book>>,
    Json(new): Json<NewComment>,
) -> web::Result<Created<Json<CommentItem>>> {
    let text = text(&new.text)?;
    let draft = Draft {
        book,
        parent: new.parent_id,
        text: &text,
        spoiler: new.spoiler,
        key: new.client_key.as_deref(),
        written_at: None,
    };
    let id = talker.say(draft).await?;
    let (comment, viewer) = talker.sees(id).await?;
    Ok(Created(Json(CommentItem::new(comment, &viewer))))
}

/// A comment, with the thread that it stands in.
#[utoipa::path(
    get, path = "/comments/{id}", tag = "talk", params(("id" = i64, Path)),
    responses(
        (status = 200, body = CommentInThread),
        (status = 404, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn get(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<Id<Comment>>,
) -> web::Result<Json<CommentInThread>> {
    let reading = app.db.reading().await?;
    let book = Comment::book_of(&reading, id).await?.or_404()?;
    let viewer = Viewer::of(&reading, &caller, book).await?;
    let comment = Comment::find(&reading, &viewer, id).await?.or_404()?;
    let root = match comment.root_id {
        Some(root) => Comment::find(&reading, &viewer, root).await?,
        None => None,
    };
    let parent = match comment.parent_id.filter(|parent| Some(*parent) != comment.root_id) {
        Some(parent) => Comment::find(&reading, &viewer, parent).await?,
        None => None,
    };
    drop(reading);
    let item = |comment| CommentItem::new(comment, &viewer);
    Ok(Json(CommentInThread { root: root.map(item), parent: parent.map(item), comment: item(comment) }))
}

/// The replies to a comment, the oldest first: to a first comment all of its thread, each naming what it answers; to a
/// reply those that answer it.
#[utoipa::path(
    get, path = "/comments/{id}/replies", tag = "talk", params(("id" = i64, Path), PagingParams),
    responses(
        (status = 200, body = List<CommentItem>),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 422, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn replies(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<Id<Comment>>,
    ListQuery { paging, .. }: ListQuery<NoFilters>,
) -> web::Result<Json<List<CommentItem>>> {
    let reading = app.db.reading().await?;
    let book = Comment::book_of(&reading, id).await?.or_404()?;
    let viewer = Viewer::of(&reading, &caller, book).await?;
    let of = Comment::find(&reading, &viewer, id).await?.or_404()?;
    let rows = Comment::replies(&reading, &viewer, &of, (paging.after()?, paging.rows())).await?;
    drop(reading);
    Ok(Json(paging.list(rows, |reply| reply.id).map(|reply| CommentItem::new(reply, &viewer))))
}

/// What is to be said otherwise; absent fields stay as they are.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct ChangedComment {
    /// At most 5,000 characters of plain text.
    #[schema(max_length = 5000)]
    text: Option<String>,
    /// Whether all of it gives the story away.
    spoiler: Option<bool>,
}

/// Changes a comment of one's own. Other words are marked by `edited_at`.
#[utoipa::path(
    patch, path = "/comments/{id}", tag = "talk", params(("id" = i64, Path)), request_body = ChangedComment,
    responses(
        (status = 200, body = CommentItem),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`hidden`: a moderator hid it", body = Problem, content_type = "application/problem+json"),
        (status = 422, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn change(
    talker: Talker,
    Path(id): Path<Id<Comment>>,
    Json(changed): Json<ChangedComment>,
) -> web::Result<Json<CommentItem>> {
    let words = changed.text.as_deref().map(text).transpose()?;
    talker.change(id, Change { text: words.as_ref(), spoiler: changed.spoiler }).await?;
    let (comment, viewer) = talker.sees(id).await?;
    Ok(Json(CommentItem::new(comment, &viewer)))
}

/// Deletes a comment of one's own, for good. While there are replies its place stays, without words or a name.
#[utoipa::path(
    delete, path = "/comments/{id}", tag = "talk", params(("id" = i64, Path)),
    responses((status = 204), (status = 404, body = Problem, content_type = "application/problem+json"))
)]
pub(super) async fn remove(talker: Talker, Path(id): Path<Id<Comment>>) -> web::Result<NoContent> {
    match comment::remove(&talker.app.db, talker.me.user, id).await? {
        Removed::Yes => Ok(NoContent),
        Removed::NoSuchComment => Err(Error::NotFound),
    }
}

/// Likes a comment, or goes on liking it. One's own cannot be liked.
#[utoipa::path(
    put, path = "/comments/{id}/like", tag = "talk", params(("id" = i64, Path)),
    responses(
        (status = 204),
        (status = 403, description = "`own_comment`", body = Problem, content_type = "application/problem+json"),
        (status = 404, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn like(talker: Talker, Path(id): Path<Id<Comment>>) -> web::Result<NoContent> {
    talker.like(id, true).await.map(|()| NoContent)
}

/// Likes a comment no more.
#[utoipa::path(
    delete, path = "/comments/{id}/like", tag = "talk", params(("id" = i64, Path)), responses((status = 204))
)]
pub(super) async fn unlike(talker: Talker, Path(id): Path<Id<Comment>>) -> web::Result<NoContent> {
    talker.like(id, false).await.map(|()| NoContent)
}

/// What is wrong with a comment.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct NewReport {
    reason: Reason,
    /// In one's own words, at most 500 characters.
    #[serde(default)]
    #[schema(max_length = 500)]
    note: String,
}

/// Tells the moderators that something is wrong with a comment. Who told them is known to nobody else. A second report of
/// the same comment changes nothing.
#[utoipa::path(
    post, path = "/comments/{id}/report", tag = "talk", params(("id" = i64, Path)), request_body = NewReport,
    responses(
        (status = 204),
        (status = 403, description = "`own_comment`", body = Problem, content_type = "application/problem+json"),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`reason`: `invalid`; `note`: `too_long`", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn report(
    talker: Talker,
    Path(id): Path<Id<Comment>>,
    Json(new): Json<NewReport>,
) -> web::Result<NoContent> {
    talker.report(id, new.reason, &new.note).await.map(|()| NoContent)
}
