//! Saying something about a book, or answering somebody.

use catalogue::Book;
use db::{Db, Query as _, Tx, sql};
use kernel::{Id, Timestamp};
use web::Identity;

use super::{Comment, word};
use crate::hold::Writer;
use crate::text::Text;
use crate::thread::{self, Stands};
use crate::{HeldBecause, State};

/// What somebody is about to say.
#[derive(Debug, Clone, Copy)]
pub struct Draft<'a> {
    /// About which book.
    pub book: Id<Book>,
    /// Which comment it answers; `None` for a first one.
    pub parent: Option<Id<Comment>>,
    /// The words.
    pub text: &'a Text,
    /// Whether all of it gives the story away.
    pub spoiler: bool,
    /// What whoever sends it calls it: the same words sent again to the same place under the same name are the same comment.
    pub key: Option<&'a str>,
    /// When it was written, where that was offline: then it is known by its name whatever becomes of it.
    pub written_at: Option<Timestamp>,
}

/// The most characters of such a name; a longer one is none.
pub(crate) const KEY_LONGEST: usize = 64;

impl Draft<'_> {
    /// Its name with its place: the same words below two comments, or about two books, are two comments.
    pub(super) fn key(&self) -> Option<String> {
        let key = self.key.filter(|key| !key.is_empty() && key.chars().count() <= KEY_LONGEST)?;
        Some(format!("{}/{}/{key}", self.book, self.parent.map_or(0, Id::get)))
    }
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Posted {
    /// It is there, if it is not held.
    As(Id<Comment>),
    /// There is no such book to be seen.
    NoSuchBook,
    /// There is no such comment on the book that could be answered.
    NoSuchParent,
}

/// Enters a comment.
pub async fn post(db: &Db, who: &Identity, draft: Draft<'_>, now: Timestamp) -> db::Result<Posted> {
    db.transaction(async |tx| {
        let root = match draft.parent {
            None => None,
            Some(parent) => match answered(&tx, who, draft.book, parent).await? {
                Some(root) => Some(root),
                None => return Ok(Posted::NoSuchParent),
            },
        };
        if let Some(before) = sent_before(&tx, who, draft).await? {
            word::remember(&tx, who, draft, before).await?;
            return Ok(Posted::As(before));
        }
        let writer = Writer::about(&tx, who, (draft.book, draft.text), None, now).await?;
        let held = writer.holds(who, draft.text, now);
        let Some(id) = enter(&tx, who, (draft, root), (&writer, held), now).await? else {
            let before = sent_before(&tx, who, draft).await?;
            return Ok(before.map_or(Posted::NoSuchBook, Posted::As));
        };
        if held.is_none() {
            let stands = Stands {
                id,
                book_id: draft.book,
                parent_id: draft.parent,
                root_id: root,
                user_id: Some(who.user),
                withdrawn_by: None,
                state: State::Visible,
            };
            thread::count(&tx, &stands, 1).await?;
        }
        word::remember(&tx, who, draft, id).await?;
        Ok::<_, db::Error>(Posted::As(id))
    })
    .await
}

/// Locks the thread of a comment that is to be answered; its first comment, or `None` where it cannot be.
async fn answered(
    tx: &Tx,
    who: &Identity,
    book: Id<Book>,
    parent: Id<Comment>,
) -> db::Result<Option<Id<Comment>>> {
    let Some(stands) = thread::lock(tx, parent).await? else { return Ok(None) };
    let can_be =
        stands.state == State::Visible || (stands.state == State::Held && stands.user_id == Some(who.user));
    Ok((can_be && stands.book_id == book).then(|| stands.root_id.unwrap_or(stands.id)))
}

async fn enter(
    tx: &Tx,
    who: &Identity,
    (draft, root): (Draft<'_>, Option<Id<Comment>>),
    (writer, held): (&Writer, Option<HeldBecause>),
    now: Timestamp,
) -> db::Result<Option<Id<Comment>>> {
    let state = if held.is_some() { State::Held } else { State::Visible };
    let id: Option<(Id<Comment>,)> = tx
        .optional(sql!(
            "insert into comments (book_id, user_id, parent_id, root_id, words, words_hash, spoiler, written_at_percent,
                                   state, held_because, queue, queued_at, created_at, client_key)
             select b.id, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14 from books b
             where b.id = $1 and b.status = 'published'
             on conflict (user_id, client_key, words_hash) where client_key is not null do nothing
             returning id",
            draft.book,
            who.user,
            draft.parent,
            root,
            draft.text.as_str(),
            draft.text.hash(),
            draft.spoiler,
            writer.percent,
            state,
            held,
            held.map(|_| 1_i64),
            held.map(|_| now),
            now,
            draft.key()
        ))
        .await?;
    Ok(id.map(|(id,)| id))
}

/// The comment that the same draft became when it was sent before.
async fn sent_before(tx: &Tx, who: &Identity, draft: Draft<'_>) -> db::Result<Option<Id<Comment>>> {
    let Some(key) = draft.key() else { return Ok(None) };
    let id: Option<(Id<Comment>,)> = tx
        .optional(sql!(
            "select id from comments where user_id = $1 and client_key = $2 and words_hash = $3",
            who.user,
            key,
            draft.text.hash()
        ))
        .await?;
    Ok(id.map(|(id,)| id))
}
