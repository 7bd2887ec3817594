//! What the API says of the talk.

use catalogue::Book;
use cover::Size;
use kernel::{Id, Slug, Timestamp};
use serde::Serialize;
use utoipa::ToSchema;
use web::UserId;

use crate::text::{Part, parts};
use crate::{Comment, HeldBecause, OwnComment, OwnRating, RatingsOfBook, Reason, State, Viewer};

/// Tenths are whole: 4.6 is the nearest number to 46 / 10, and is written so.
#[expect(clippy::cast_precision_loss, reason = "0 to 50")]
pub(crate) fn stars(tenths: i64) -> f64 {
    tenths as f64 / 10.0
}

/// What readers give a book.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RatingsItem {
    /// The mean, one decimal; null without ratings.
    average: Option<f64>,
    /// How many readers have rated it.
    count: i64,
    /// How many ratings there are of one star, two, … five. Each bar has its stars and the half below; the first also
    /// ratings of none.
    histogram: [i64; 5],
    /// The same by half stars: how many ratings round to none, to half a star, … to five.
    half_stars: [i64; 11],
    /// What the caller gives it; null where they do not.
    mine: Option<f64>,
}

impl From<RatingsOfBook> for RatingsItem {
    fn from(of: RatingsOfBook) -> Self {
        Self {
            average: of.ratings.mean().map(stars),
            count: of.ratings.count,
            histogram: of.histogram.stars(),
            half_stars: of.histogram.0,
            mine: of.mine.map(stars),
        }
    }
}

/// Somebody who wrote a comment.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct AuthorOfComment {
    #[schema(value_type = i64)]
    id: UserId,
    /// The unique name.
    username: String,
    /// What they want to be called.
    name: String,
    /// The path of their picture, small.
    picture: Option<String>,
}

impl AuthorOfComment {
    fn of(comment: &Comment) -> Option<Self> {
        let (id, username) = comment.user_id.zip(comment.username.clone())?;
        let picture = comment.picture.as_deref();
        Some(Self {
            id,
            name: comment.writer().unwrap_or(&username).to_owned(),
            username,
            picture: picture.map(|version| accounts::picture_path(id, version, Size::Small)),
        })
    }
}

/// A part of a text.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct PartItem {
    /// Its words, without bars.
    text: String,
    /// Whether it stood between bars.
    spoiler: bool,
}

/// A comment or a reply.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own, and any of them go together")]
pub(crate) struct CommentItem {
    #[schema(value_type = i64)]
    pub(crate) id: Id<Comment>,
    #[schema(value_type = i64)]
    book_id: Id<Book>,
    /// What it answers; null for a first comment.
    #[schema(value_type = Option<i64>)]
    parent_id: Option<Id<Comment>>,
    /// The first comment of its thread; null for that one.
    #[schema(value_type = Option<i64>)]
    pub(crate) root_id: Option<Id<Comment>>,
    /// What the writer of the comment that it answers is called.
    answers: Option<String>,
    /// Who wrote it; null where only its place is left.
    author: Option<AuthorOfComment>,
    /// What it says, as it was typed; empty where only its place is left. `||` and `||` mark a spoiler.
    text: String,
    /// The parts of the text, where any of them is a spoiler; else empty.
    parts: Vec<PartItem>,
    /// Whether all of it gives the story away.
    spoiler: bool,
    /// Whether it is to be folded for the caller until they ask for it, by what they prefer.
    folded: bool,
    /// Whether its parts between bars are to be.
    folds_parts: bool,
    /// Whether its writer had read further than the caller has.
    hidden_by_progress: bool,
    /// How far its writer had read, 0 to 100; null where they had not begun here.
    written_at_percent: Option<f64>,
    state: State,
    /// Why it waits for a moderator; told to its writer and to moderators.
    held_because: Option<HeldBecause>,
    /// Why a moderator hid it; told to its writer and to moderators.
    hidden_because: Option<Reason>,
    /// What the moderator said about that.
    hidden_note: Option<String>,
    like_count: i64,
    /// How many replies can be seen: of a first comment all of its thread, of a reply those that answer it.
    reply_count: i64,
    /// Whether the caller likes it.
    is_liked: bool,
    /// Whether the caller wrote it.
    is_mine: bool,
    /// Whether the book is the writer's.
    owns_book: bool,
    /// What the writer gives the book.
    rating: Option<f64>,
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    /// When its words were changed last; null where they never were.
    #[schema(value_type = Option<String>, format = DateTime)]
    edited_at: Option<Timestamp>,
}

impl CommentItem {
    pub(crate) fn new(comment: Comment, viewer: &Viewer) -> Self {
        let fold = viewer.fold(&comment);
        Self {
            author: AuthorOfComment::of(&comment),
            parts: spoilers(&comment.text),
            is_mine: viewer.wrote(&comment),
            folded: fold.whole,
            folds_parts: fold.parts,
            hidden_by_progress: fold.by_progress,
            id: comment.id,
            book_id: comment.book_id,
            parent_id: comment.parent_id,
            root_id: comment.root_id,
            answers: comment.answers,
            text: comment.text,
            spoiler: comment.spoiler,
            written_at_percent: comment.written_at_percent,
            state: comment.state,
            held_because: comment.held_because,
            hidden_because: comment.hidden_because,
            hidden_note: comment.hidden_note,
            like_count: comment.like_count,
            reply_count: comment.reply_count,
            is_liked: comment.is_liked,
            owns_book: comment.owns_book,
            rating: comment.rating.map(stars),
            created_at: comment.created_at,
            edited_at: comment.edited_at,
        }
    }
}

fn spoilers(text: &str) -> Vec<PartItem> {
    let parts = parts(text);
    if !parts.iter().any(|part| matches!(part, Part::Spoiler(_))) {
        return Vec::new();
    }
    let item =
        |part: Part<'_>| PartItem { text: part.text().to_owned(), spoiler: matches!(part, Part::Spoiler(_)) };
    parts.into_iter().map(item).collect()
}

/// A first comment with the beginning of its thread.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ThreadItem {
    #[serde(flatten)]
    comment: CommentItem,
    /// The first replies of the thread, at most three; `GET /comments/{id}/replies` has all.
    replies: Vec<CommentItem>,
}

impl ThreadItem {
    /// First comments with the replies that belong to them.
    pub(crate) fn all(roots: Vec<Comment>, replies: Vec<Comment>, viewer: &Viewer) -> Vec<Self> {
        let mut threads: Vec<Self> = roots
            .into_iter()
            .map(|root| Self { comment: CommentItem::new(root, viewer), replies: Vec::new() })
            .collect();
        for reply in replies {
            let root = threads.iter_mut().find(|thread| Some(thread.comment.id) == reply.root_id);
            if let Some(thread) = root {
                thread.replies.push(CommentItem::new(reply, viewer));
            }
        }
        threads
    }
}

/// A comment with the thread that it stands in.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CommentInThread {
    #[serde(flatten)]
    pub(crate) comment: CommentItem,
    /// The first comment of the thread; null where it is this one.
    pub(crate) root: Option<CommentItem>,
    /// The comment that it answers; null where that is the first of the thread, or there is none.
    pub(crate) parent: Option<CommentItem>,
}

/// A book that something is said about.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct BookRef {
    #[schema(value_type = i64)]
    id: Id<Book>,
    /// The readable part of its page's address.
    slug: String,
    title: String,
}

impl BookRef {
    pub(crate) fn new(id: Id<Book>, title: &str) -> Self {
        Self { id, slug: Slug::of(title).to_string(), title: title.to_owned() }
    }
}

/// A comment of one's own.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OwnCommentItem {
    #[serde(flatten)]
    comment: CommentItem,
    book: BookRef,
}

impl OwnCommentItem {
    pub(crate) fn new(own: OwnComment, viewer: &Viewer) -> Self {
        Self {
            book: BookRef::new(own.comment.book_id, &own.title),
            comment: CommentItem::new(own.comment, viewer),
        }
    }
}

/// What one gives a book.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OwnRatingItem {
    book: BookRef,
    /// From 0 to 5, one decimal.
    value: f64,
    #[schema(value_type = String, format = DateTime)]
    updated_at: Timestamp,
}

impl From<OwnRating> for OwnRatingItem {
    fn from(own: OwnRating) -> Self {
        Self {
            book: BookRef::new(own.book_id, &own.title),
            value: stars(own.value),
            updated_at: own.updated_at,
        }
    }
}
