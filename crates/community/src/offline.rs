//! Ratings that were given and comments that were written offline.
//!
//! Each is a transaction of its own, as it would have been online: it locks a thread and a book, which nobody should hold for
//! the length of a batch.

use catalogue::Book;
use futures::future::BoxFuture;
use http::StatusCode;
use kernel::{Id, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;
use web::offline::{self, Answered, Became, Kind, Sender};
use web::{Capability, Error};

use crate::comment::word::Word;
use crate::comment::{Change, Draft, KEY_LONGEST};
use crate::rating::{self, Said};
use crate::talker::{Talker, stars, text};
use crate::text::Text;
use crate::wire::{self, CommentItem};
use crate::{Comment, Community, t};

/// A rating, in a batch of what was done offline.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SentRating {
    #[schema(value_type = i64)]
    book_id: Id<Book>,
    /// From 0 to 5, one decimal; null where it was taken back.
    #[schema(minimum = 0, maximum = 5, example = 4.5)]
    value: Option<f64>,
    /// When that was said, by the device's clock.
    #[schema(value_type = String, format = DateTime)]
    updated_at: Timestamp,
}

/// What the caller gives a book, in the answer to a batch.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct KeptRating {
    #[schema(value_type = i64)]
    book_id: Id<Book>,
    /// Null where they give it nothing.
    value: Option<f64>,
    /// When that was said last; null where nothing was, or long ago.
    #[schema(value_type = Option<String>, format = DateTime)]
    updated_at: Option<Timestamp>,
}

/// A comment, in a batch of what was done offline.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SentComment {
    /// The device's name for it, a UUID: under one name one comment is posted.
    #[schema(min_length = 1, max_length = 64)]
    client_key: String,
    #[schema(value_type = i64)]
    book_id: Id<Book>,
    /// Which comment on the same book it answers.
    #[schema(value_type = Option<i64>)]
    parent_id: Option<Id<Comment>>,
    /// The same, by the name of a comment of one's own that was written offline too.
    parent_key: Option<String>,
    /// At most 5,000 characters.
    #[schema(max_length = 5000)]
    text: String,
    /// Whether all of it gives the story away.
    #[serde(default)]
    spoiler: bool,
    /// When it was written, by the device's clock.
    #[schema(value_type = String, format = DateTime)]
    updated_at: Timestamp,
}

/// A comment that is gone since it arrived.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct GoneComment {
    client_key: String,
    /// Always true.
    deleted: bool,
}

/// Ratings.
pub(crate) struct Ratings(pub(crate) Community);

impl Kind for Ratings {
    fn name(&self) -> &'static str {
        "ratings"
    }

    fn work_in<'a>(
        &'a self,
        sender: &'a Sender<'a>,
        items: Vec<Value>,
    ) -> BoxFuture<'a, web::Result<Vec<Answered>>> {
        Box::pin(async move {
            let talker = Talker::offline(&self.0, sender);
            let mut answers = Vec::with_capacity(items.len());
            for item in items {
                let told = rate(&talker, sender, item).await;
                answers.push(told.or_else(|error| Answered::of_error(error, sender.locale))?);
            }
            Ok(answers)
        })
    }
}

async fn rate(talker: &Talker, sender: &Sender<'_>, item: Value) -> web::Result<Answered> {
    let sent: SentRating = offline::read(item)?;
    let value = sent.value.map(stars).transpose()?;
    if value.is_some() {
        talker.me.require(Capability::Talk)?;
    }
    talker.community.limits().rate(talker.client, talker.me.user)?;
    let at = sender.clocks.moment(sent.updated_at);
    let said = rating::say(&talker.app.db, talker.me.user, (sent.book_id, value), at).await?;
    let Said { value: now, at: since } = said.ok_or(Error::NotFound)?;
    let is_so = (now, since) == (value.map(rating::Value::tenths), Some(at));
    let kept = KeptRating { book_id: sent.book_id, value: now.map(wire::stars), updated_at: since };
    Answered::with(if is_so { Became::Applied } else { Became::Kept }, &kept)
}

/// Comments.
pub(crate) struct Comments(pub(crate) Community);

impl Kind for Comments {
    fn name(&self) -> &'static str {
        "comments"
    }

    fn work_in<'a>(
        &'a self,
        sender: &'a Sender<'a>,
        items: Vec<Value>,
    ) -> BoxFuture<'a, web::Result<Vec<Answered>>> {
        Box::pin(async move {
            let mut writing = Writing { talker: Talker::offline(&self.0, sender), sender, waits: false };
            let mut answers = Vec::with_capacity(items.len());
            for item in items {
                let told = writing.take(item).await;
                answers.push(told.or_else(|error| Answered::of_error(error, sender.locale))?);
            }
            Ok(answers)
        })
    }
}

/// Somebody's comments, one after another.
struct Writing<'a> {
    talker: Talker,
    sender: &'a Sender<'a>,
    /// Whether one of them was too many: those behind it wait as well, since they may answer it.
    waits: bool,
}

impl Writing<'_> {
    async fn take(&mut self, item: Value) -> web::Result<Answered> {
        let sent: SentComment = offline::read(item)?;
        if sent.client_key.is_empty() || sent.client_key.chars().count() > KEY_LONGEST {
            return Err(Error::invalid("client_key", "invalid", t::client_key_invalid));
        }
        let text = text(&sent.text)?;
        let at = self.sender.clocks.moment(sent.updated_at);
        let (db, user) = (&self.talker.app.db, self.talker.me.user);
        if let Some(word) = Word::find(db, user, &sent.client_key).await? {
            return self.again(word, &sent, (&text, at)).await;
        }
        let draft = self.draft(&sent, (&text, at)).await?;
        match Word::posted(db, user, draft).await? {
            // The same words are found, and their name kept, where they are entered.
            Some(word) if !word.says(&text, sent.spoiler) => self.again(word, &sent, (&text, at)).await,
            _ => self.first(draft, &sent.client_key).await,
        }
    }

    /// One that has not arrived before.
    async fn first(&mut self, draft: Draft<'_>, name: &str) -> web::Result<Answered> {
        self.may_write()?;
        let id = self.talker.enter(draft).await?;
        self.state(Became::Applied, id, name).await
    }

    async fn draft<'d>(
        &self,
        sent: &'d SentComment,
        (text, at): (&'d Text, Timestamp),
    ) -> web::Result<Draft<'d>> {
        let parent = self.parent(sent).await?;
        let (book, spoiler) = (sent.book_id, sent.spoiler);
        Ok(Draft { book, parent, text, spoiler, key: Some(&sent.client_key), written_at: Some(at) })
    }

    /// One that has: it says so already, says it otherwise from now on, or says something later.
    async fn again(
        &mut self,
        word: Word,
        sent: &SentComment,
        (text, at): (&Text, Timestamp),
    ) -> web::Result<Answered> {
        if word.is_gone() || (!word.says(text, sent.spoiler) && !word.is_before(at)) {
            return self.state(Became::Kept, word.comment_id, &sent.client_key).await;
        }
        if !word.says(text, sent.spoiler) {
            self.may_write()?;
            let change = Change { text: Some(text), spoiler: Some(sent.spoiler) };
            self.talker.reword(word.comment_id, change).await?;
            Word::said(&self.talker.app.db, self.talker.me.user, &sent.client_key, at).await?;
        }
        self.state(Became::Applied, word.comment_id, &sent.client_key).await
    }

    /// Whether they may write now.
    fn may_write(&mut self) -> web::Result<()> {
        self.talker.me.require(Capability::Talk)?;
        if self.waits {
            return Err(Error::from_status(StatusCode::TOO_MANY_REQUESTS));
        }
        let told = self.talker.may_write();
        self.waits = told.is_err();
        told
    }

    /// Which comment it answers.
    async fn parent(&self, sent: &SentComment) -> web::Result<Option<Id<Comment>>> {
        let Some(name) = &sent.parent_key else { return Ok(sent.parent_id) };
        let word = Word::find(&self.talker.app.db, self.talker.me.user, name).await?;
        let word = word.filter(|word| sent.parent_id.is_none() && !word.is_gone());
        let word = word.ok_or_else(|| Error::invalid("parent_key", "unknown", t::parent_unknown))?;
        Ok(Some(word.comment_id))
    }

    /// An answer with the comment as they see it.
    async fn state(&self, outcome: Became, id: Id<Comment>, name: &str) -> web::Result<Answered> {
        match self.talker.sees(id).await {
            Ok((comment, viewer)) if viewer.wrote(&comment) => {
                Answered::with(outcome, &CommentItem::new(comment, &viewer))
            }
            Ok(_) | Err(Error::NotFound) => {
                Answered::with(outcome, &GoneComment { client_key: name.to_owned(), deleted: true })
            }
            Err(error) => Err(error),
        }
    }
}
