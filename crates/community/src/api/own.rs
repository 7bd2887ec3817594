//! One's own comments and ratings, and what moderators did about them.

use axum::extract::State;
use kernel::{Id, Timestamp};
use serde::Serialize;
use utoipa::ToSchema;
use web::{App, Json, List, ListQuery, NoFilters, PagingParams, Problem, Signed};

use crate::moderation::{Act, Notice};
use crate::own::{OwnComment, OwnRating, oneself};
use crate::wire::{OwnCommentItem, OwnRatingItem};
use crate::{Comment, Reason};

/// One's own comments, whatever their state, the latest first.
#[utoipa::path(
    get, path = "/me/comments", tag = "talk", params(PagingParams),
    responses(
        (status = 200, body = List<OwnCommentItem>),
        (status = 422, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn comments(
    State(app): State<App>,
    Signed(me): Signed,
    ListQuery { paging, .. }: ListQuery<NoFilters>,
) -> web::Result<Json<List<OwnCommentItem>>> {
    let rows = OwnComment::list(&app.db, me.user, (paging.after()?, paging.rows())).await?;
    let viewer = oneself(me.user);
    Ok(Json(paging.list(rows, |own| own.comment.id).map(|own| OwnCommentItem::new(own, &viewer))))
}

/// What one gives books, the latest first.
#[utoipa::path(
    get, path = "/me/ratings", tag = "talk", params(PagingParams),
    responses(
        (status = 200, body = List<OwnRatingItem>),
        (status = 422, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn ratings(
    State(app): State<App>,
    Signed(me): Signed,
    ListQuery { paging, .. }: ListQuery<NoFilters>,
) -> web::Result<Json<List<OwnRatingItem>>> {
    let rows = OwnRating::list(&app.db, me.user, (paging.after()?, paging.rows())).await?;
    Ok(Json(paging.list(rows, OwnRating::place).map(OwnRatingItem::from)))
}

/// Something that moderators did about one's words.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct NoticeItem {
    #[schema(value_type = i64)]
    id: Id<Notice>,
    /// About which comment; null once that is gone.
    #[schema(value_type = Option<i64>)]
    comment_id: Option<Id<Comment>>,
    act: Act,
    /// Why.
    reason: Option<Reason>,
    /// In the moderator's words; may be empty.
    note: String,
    /// The end of a suspension.
    #[schema(value_type = Option<String>, format = DateTime)]
    until: Option<Timestamp>,
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
}

impl From<Notice> for NoticeItem {
    fn from(notice: Notice) -> Self {
        let Notice { id, comment_id, act, reason, note, until, created_at } = notice;
        Self { id, comment_id, act, reason, note, until, created_at }
    }
}

/// What moderators did about one's words, the latest first.
#[utoipa::path(
    get, path = "/me/notices", tag = "talk", params(PagingParams),
    responses(
        (status = 200, body = List<NoticeItem>),
        (status = 422, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn notices(
    State(app): State<App>,
    Signed(me): Signed,
    ListQuery { paging, .. }: ListQuery<NoFilters>,
) -> web::Result<Json<List<NoticeItem>>> {
    let rows = Notice::list(&app.db, me.user, (paging.after()?, paging.rows())).await?;
    Ok(Json(paging.list(rows, |notice| notice.id).map(NoticeItem::from)))
}
