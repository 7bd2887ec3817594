//! What staff does to books: each act is one transaction with its line in the audit log.

use std::sync::Arc;

use accounts::audit::{self, Actor};
use axum::extract::multipart::MultipartRejection;
use axum::extract::{FromRequestParts, Multipart};
use catalogue::edit::{self, Change, Done, EditError, Editor, Fields, Past};
use catalogue::{Book, Status};
use db::Tx;
use http::request::Parts;
use i18n::Locale;
use kernel::{Id, Money, Timestamp};
use serde_json::Value;
use tokio::sync::Semaphore;
use web::{App, Client, Error, Identity, Signed};

use super::logged;
use crate::words::books as t;

/// How many pictures are made small at once: each may take a hundred megabytes meanwhile.
static PICTURES: Semaphore = Semaphore::const_new(2);
/// The most bytes of a picture.
pub(crate) const PICTURE_MOST: usize = 20 << 20;

/// The most books that are changed together.
pub(crate) const BULK_MOST: usize = 200;

/// Somebody of the staff, at a client.
pub(crate) struct Staff {
    pub(crate) app: App,
    pub(crate) me: Arc<Identity>,
    pub(crate) client: Client,
}

impl FromRequestParts<App> for Staff {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Error> {
        let Signed(me) = Signed::from_request_parts(parts, app).await?;
        let Ok(client) = Client::from_request_parts(parts, app).await;
        Ok(Self { app: app.clone(), me, client })
    }
}

/// Something that is done to several books.
#[derive(Debug, Clone)]
pub(crate) enum Bulk {
    /// They come into the shop.
    Publish,
    /// They are sold no more.
    Withdraw,
    /// They cost this.
    Price(Money),
    /// They get this genre as well.
    AddGenre(String),
    /// They lose it.
    RemoveGenre(String),
}

impl Bulk {
    fn change(&self) -> Change {
        let mut change = Change::default();
        match self {
            Self::Publish => change.status = Some(Status::Published),
            Self::Withdraw => change.status = Some(Status::Withdrawn),
            Self::Price(price) => change.price = Some(Some(*price)),
            Self::AddGenre(word) => change.add_genre = Some(Change::word(word)),
            Self::RemoveGenre(word) => change.remove_genre = Some(Change::word(word)),
        }
        change
    }
}

impl Staff {
    pub(crate) fn editor(&self) -> Editor<'_> {
        Editor {
            user: self.me.user,
            username: &self.me.username,
            now: self.app.clock.now(),
            currency: self.app.settings.currency,
        }
    }

    async fn note(&self, tx: &Tx, book: Id<Book>, done: &Done) -> Result<(), EditError> {
        note(tx, Actor::from((&*self.me, self.client)), (book, done), self.app.clock.now()).await
    }

    /// Changes a book. `base` is the version that was read, where it matters what changed since.
    pub(crate) async fn change(
        &self,
        book: Id<Book>,
        base: Option<i64>,
        change: &Change,
    ) -> Result<Done, EditError> {
        let once = || {
            self.app.db.transaction(async |tx| {
                let done = edit::change(&tx, book, base, change, &self.editor()).await?;
                self.note(&tx, book, &done).await?;
                Ok(done)
            })
        };
        match once().await {
            // Somebody took the number between the look and the entry; a second look says who.
            Err(EditError::Database(error)) if error.is_unique("books_isbn") => once().await,
            done => done,
        }
    }

    /// Takes a change of a book back.
    pub(crate) async fn undo(&self, book: Id<Book>, past: Id<Past>) -> Result<Done, EditError> {
        self.app
            .db
            .transaction(async |tx| {
                let done = edit::undo(&tx, book, past, &self.editor()).await?;
                self.note(&tx, book, &done).await?;
                Ok(done)
            })
            .await
    }

    /// Enters a book as a draft.
    pub(crate) async fn add(&self, change: &Change) -> Result<Id<Book>, EditError> {
        let folder = self.app.random.hex::<8>();
        self.app
            .db
            .transaction(async |tx| {
                let (book, done) = edit::add(&tx, &folder, change, &self.editor()).await?;
                self.note(&tx, book, &done).await?;
                Ok(book)
            })
            .await
    }

    /// Throws a draft away.
    pub(crate) async fn remove(&self, book: Id<Book>) -> Result<(), EditError> {
        self.app
            .db
            .transaction(async |tx| {
                let done = edit::remove(&tx, book, &self.editor()).await?;
                self.note(&tx, book, &done).await
            })
            .await
    }

    /// Does the same to several books, each by itself: what cannot be done to one is done to the others.
    pub(crate) async fn bulk(
        &self,
        books: &[Id<Book>],
        bulk: &Bulk,
    ) -> Vec<(Id<Book>, Result<Done, EditError>)> {
        let change = bulk.change();
        let mut outcomes = Vec::with_capacity(books.len());
        for book in books {
            outcomes.push((*book, self.change(*book, None, &change).await));
        }
        outcomes
    }

    /// Gives a book a picture.
    pub(crate) async fn set_cover(&self, book: Id<Book>, bytes: Vec<u8>) -> web::Result<()> {
        let turn = PICTURES.acquire().await.map_err(|_| Error::unavailable())?;
        let (bytes, processed) = tokio::task::spawn_blocking(move || {
            let processed = picture(&bytes);
            (bytes, processed)
        })
        .await
        .map_err(|error| Error::Internal(error.into()))?;
        let processed = processed?;
        let store =
            edit::PictureStore { db: &self.app.db, storage: &self.app.storage, now: self.app.clock.now() };
        let stored = store.put(book, bytes, processed).await.map_err(|error| match error {
            edit::StoreError::Database(error) => Error::from(error),
            edit::StoreError::Storage(error) => Error::from(error),
        })?;
        drop(turn);
        let picture = stored.ok_or(Error::NotFound)?;
        let change = Change { cover: Some(Some(picture)), ..Change::default() };
        self.change(book, None, &change).await.map_err(refusal)?;
        Ok(())
    }

    /// Has the cover of a book drawn again.
    pub(crate) async fn draw_cover(&self, book: Id<Book>) -> Result<Done, EditError> {
        self.change(book, None, &Change { cover: Some(None), ..Change::default() }).await
    }
}

/// Writes into the audit log what somebody did to a book.
pub(super) async fn note(
    tx: &Tx,
    actor: Actor<'_>,
    (book, done): (Id<Book>, &Done),
    now: Timestamp,
) -> Result<(), EditError> {
    let Some(act) = done.act else { return Ok(()) };
    let told = |fields: &Fields| Value::Object(logged::told(fields));
    let act = audit::Act {
        act,
        subject_kind: "book",
        subject_id: book.get(),
        before: &told(&done.before),
        after: &told(&done.after),
    };
    audit::note(tx, actor, act, now).await?;
    Ok(())
}

/// The bytes of the field `file`; none where there is no such field.
pub(crate) async fn file(body: Result<Multipart, MultipartRejection>) -> web::Result<Vec<u8>> {
    // The only rejection there is: the body is of another kind.
    let mut body = body.map_err(|_| Error::unsupported_media_type())?;
    let refused = |error: axum::extract::multipart::MultipartError| Error::from_status(error.status());
    while let Some(field) = body.next_field().await.map_err(refused)? {
        if field.name() == Some("file") {
            return field.bytes().await.map(Vec::from).map_err(refused);
        }
    }
    Ok(Vec::new())
}

fn picture(bytes: &[u8]) -> web::Result<cover::Processed> {
    let wrong = |code, message: fn(Locale) -> &'static str| Error::invalid("file", code, message);
    if bytes.is_empty() {
        return Err(wrong("missing", t::cover_missing));
    }
    let limits = cover::Limits { bytes: PICTURE_MOST, ..cover::Limits::default() };
    cover::process(bytes, &limits).map_err(|error| match error {
        cover::Error::UnknownForm => wrong("unsupported", t::cover_kind),
        cover::Error::TooManyBytes { .. }
        | cover::Error::TooManyPixels { .. }
        | cover::Error::TooMuchMemory { .. } => wrong("too_large", t::cover_too_large),
        cover::Error::Unwritable(why) => Error::Internal(anyhow::anyhow!(why)),
        _ => wrong("damaged", t::cover_damaged),
    })
}

/// Why a book was not changed, as it is answered.
pub(crate) fn refusal(error: EditError) -> Error {
    match error {
        EditError::Database(error) => error.into(),
        EditError::NotFound => Error::NotFound,
        EditError::Invalid(errors) => Error::Invalid(errors),
        EditError::Meanwhile { fields, by } => Error::conflict("changed_meanwhile", move |l| {
            t::changed_meanwhile(l, &by, &logged::names(l, fields.iter().map(String::as_str)))
        }),
        EditError::Final => Error::conflict("not_undoable", t::not_undoable),
        EditError::Held => Error::conflict("held", t::held),
        EditError::NotADraft => Error::conflict("not_a_draft", t::not_a_draft),
    }
}

/// The same in words, for a list of what became of several.
pub(crate) fn refused(l: Locale, error: &EditError) -> String {
    match error {
        EditError::Database(_) => t::failed(l).to_owned(),
        EditError::NotFound => t::not_there(l).to_owned(),
        EditError::Invalid(errors) => {
            let told = errors.iter().map(|error| error.message.text(l).into_owned());
            told.collect::<Vec<_>>().join(" ")
        }
        EditError::Meanwhile { fields, by } => {
            t::changed_meanwhile(l, by, &logged::names(l, fields.iter().map(String::as_str)))
        }
        EditError::Final => t::not_undoable(l).to_owned(),
        EditError::Held => t::held(l).to_owned(),
        EditError::NotADraft => t::not_a_draft(l).to_owned(),
    }
}
