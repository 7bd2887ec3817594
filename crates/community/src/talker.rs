//! Whoever takes part in the talk, and what they do through either door: within the limits, and with the same words where
//! it cannot be done.

use std::sync::Arc;

use axum::Extension;
use axum::extract::FromRequestParts;
use catalogue::Book;
use http::StatusCode;
use http::request::Parts;
use kernel::Id;
use web::offline::Sender;
use web::{App, Caller, Client, Error, Identity, Signed};

use crate::comment::{self, Change, Changed, Draft, Posted};
use crate::like::{self, Liked};
use crate::rating::{self, Value, WrongValue};
use crate::report::{self, NOTE_LONGEST, Report, Reported};
use crate::text::{LONGEST, Text, WrongText};
use crate::{Comment, Community, Reason, Viewer, t};

/// Somebody signed in.
pub(crate) struct Talker {
    pub(crate) app: App,
    pub(crate) community: Community,
    pub(crate) me: Arc<Identity>,
    pub(crate) client: Client,
    caller: Caller,
}

impl FromRequestParts<App> for Talker {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Error> {
        let Signed(me) = Signed::from_request_parts(parts, app).await?;
        let Ok(client) = Client::from_request_parts(parts, app).await;
        let Ok(caller) = Caller::from_request_parts(parts, app).await;
        // Every route of the feature has it laid before it.
        let community = Extension::from_request_parts(parts, app).await;
        let Extension(community) =
            community.map_err(|_| Error::from_status(StatusCode::INTERNAL_SERVER_ERROR))?;
        Ok(Self { app: app.clone(), community, me, client, caller })
    }
}

impl Talker {
    /// Whoever sent what they did offline.
    pub(crate) fn offline(community: &Community, sender: &Sender<'_>) -> Self {
        Self {
            app: sender.app.clone(),
            community: community.clone(),
            me: Arc::clone(sender.me),
            client: sender.client,
            caller: sender.caller.clone(),
        }
    }

    /// A comment as they see it now, with what they see it by.
    pub(crate) async fn sees(&self, id: Id<Comment>) -> web::Result<(Comment, Viewer)> {
        let db = &self.app.db;
        let book = Comment::book_of(db, id).await?.ok_or(Error::NotFound)?;
        let viewer = Viewer::of(db, &self.caller, book).await?;
        let comment = Comment::find(db, &viewer, id).await?.ok_or(Error::NotFound)?;
        Ok((comment, viewer))
    }

    /// Says something about a book, or answers somebody.
    pub(crate) async fn say(&self, draft: Draft<'_>) -> web::Result<Id<Comment>> {
        self.may_write()?;
        self.enter(draft).await
    }

    /// Counts something that is written against the limits.
    pub(crate) fn may_write(&self) -> web::Result<()> {
        let per_minute = self.app.shop().limits.comments_per_minute;
        self.community.limits().write(self.client, self.me.user, per_minute)
    }

    /// Says something that was counted already.
    pub(crate) async fn enter(&self, draft: Draft<'_>) -> web::Result<Id<Comment>> {
        match comment::post(&self.app.db, &self.me, draft, self.app.clock.now()).await? {
            Posted::As(id) => Ok(id),
            Posted::NoSuchBook => Err(Error::NotFound),
            Posted::NoSuchParent => Err(Error::invalid("parent_id", "unknown", t::parent_unknown)),
        }
    }

    /// Changes a comment of their own.
    pub(crate) async fn change(&self, id: Id<Comment>, change: Change<'_>) -> web::Result<()> {
        self.may_write()?;
        self.reword(id, change).await
    }

    /// Changes one, which was counted already.
    pub(crate) async fn reword(&self, id: Id<Comment>, change: Change<'_>) -> web::Result<()> {
        match comment::change(&self.app.db, &self.me, id, change, self.app.clock.now()).await? {
            Changed::Yes => Ok(()),
            Changed::NoSuchComment => Err(Error::NotFound),
            Changed::Hidden => Err(Error::conflict("hidden", t::comment_hidden)),
        }
    }

    /// Gives a book a rating, or takes theirs back.
    pub(crate) async fn rate(&self, book: Id<Book>, value: Option<Value>) -> web::Result<()> {
        self.community.limits().rate(self.client, self.me.user)?;
        let (db, user, now) = (&self.app.db, self.me.user, self.app.clock.now());
        let Some(value) = value else { return Ok(rating::unrate(db, user, book, now).await?) };
        let is_there = rating::rate(db, user, book, value, now).await?;
        if is_there { Ok(()) } else { Err(Error::NotFound) }
    }

    /// Likes a comment, or does so no more.
    pub(crate) async fn like(&self, id: Id<Comment>, likes: bool) -> web::Result<()> {
        self.community.limits().like(self.client, self.me.user)?;
        if !likes {
            return Ok(like::unlike(&self.app.db, self.me.user, id).await?);
        }
        match like::like(&self.app.db, self.me.user, id, self.app.clock.now()).await? {
            Liked::Yes => Ok(()),
            Liked::Own => Err(Error::forbidden("own_comment", t::like_own)),
            Liked::NoSuchComment => Err(Error::NotFound),
        }
    }

    /// Tells the moderators that something is wrong with a comment.
    pub(crate) async fn report(&self, id: Id<Comment>, reason: Reason, typed: &str) -> web::Result<()> {
        let note = note(typed)?;
        self.community.limits().report(self.client, self.me.user)?;
        let report = Report { reason, note: &note };
        match report::report(&self.app.db, self.me.user, id, report, self.app.clock.now()).await? {
            Reported::Yes => Ok(()),
            Reported::Own => Err(Error::forbidden("own_comment", t::report_own)),
            Reported::NoSuchComment => Err(Error::NotFound),
        }
    }
}

/// A rating, or why a number is none.
pub(crate) fn stars(value: f64) -> web::Result<Value> {
    Value::from_stars(value).map_err(|wrong| match wrong {
        WrongValue::OutOfRange => Error::invalid("value", "out_of_range", t::rating_out_of_range),
        WrongValue::TooFine => Error::invalid("value", "too_fine", t::rating_too_fine),
    })
}

/// A text that may be kept, or why it may not.
pub(crate) fn text(typed: &str) -> web::Result<Text> {
    Text::parse(typed).map_err(|wrong| match wrong {
        WrongText::Empty => Error::invalid("text", "missing", t::text_missing),
        WrongText::TooLong => Error::invalid("text", "too_long", |l| {
            t::text_too_long(l, i64::try_from(LONGEST).unwrap_or_default())
        }),
    })
}

/// A note, which may be empty.
pub(crate) fn note(typed: &str) -> web::Result<String> {
    let clean = match Text::parse(typed) {
        Ok(text) => text.as_str().to_owned(),
        Err(WrongText::Empty) => String::new(),
        Err(WrongText::TooLong) => return Err(note_too_long()),
    };
    if clean.chars().count() > NOTE_LONGEST { Err(note_too_long()) } else { Ok(clean) }
}

fn note_too_long() -> Error {
    Error::invalid("note", "too_long", |l| {
        t::note_too_long(l, i64::try_from(NOTE_LONGEST).unwrap_or_default())
    })
}
