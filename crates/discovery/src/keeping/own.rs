//! Whoever asks for what is their own, with all that the handlers need for it.

use axum::Extension;
use axum::extract::FromRequestParts;
use catalogue::{Book, Reader};
use http::StatusCode;
use http::request::Parts;
use kernel::{Id, Timestamp};
use web::{App, Client, Error, OrNotFound as _, Signed, UserId};

use super::feature::kept;
use super::kept::KeptIn;
use super::press::Press;
use super::{Keeping, Search, Searches, View};

/// Somebody signed in.
pub(super) struct Own {
    pub(super) app: App,
    pub(super) keeping: Keeping,
    pub(super) user: UserId,
    /// The same person, as the catalogue knows them.
    pub(super) reader: Reader,
    client: Client,
}

impl FromRequestParts<App> for Own {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Error> {
        let Signed(me) = Signed::from_request_parts(parts, app).await?;
        let Ok(client) = Client::from_request_parts(parts, app).await;
        let Ok(reader) = Reader::from_request_parts(parts, app).await;
        // Every route of the feature has it laid before it.
        let keeping = Extension::from_request_parts(parts, app).await;
        let Extension(keeping) =
            keeping.map_err(|_| Error::from_status(StatusCode::INTERNAL_SERVER_ERROR))?;
        Ok(Self { app: app.clone(), keeping, user: me.user, reader, client })
    }
}

impl Own {
    /// Counts a change against what a household may do.
    pub(super) fn may_change(&self) -> web::Result<()> {
        self.keeping.limits().change(self.client)
    }

    /// Keeps a book in one of the reader's lists, or answers why it cannot be.
    pub(super) async fn keep(&self, list: &KeptIn, book: Id<Book>) -> web::Result<()> {
        self.keep_since(list, book, self.app.clock.now()).await
    }

    /// Takes a book out of one of the reader's lists; one that is not there is as good as taken out.
    pub(super) async fn let_go(&self, list: &KeptIn, book: Id<Book>) -> web::Result<()> {
        self.may_change()?;
        Ok(list.remove(&self.app.db, self.user, book, self.app.clock.now()).await?)
    }

    /// The same, with since when; a time to come counts as now.
    pub(super) async fn keep_since(&self, list: &KeptIn, book: Id<Book>, at: Timestamp) -> web::Result<()> {
        self.may_change()?;
        kept(list.add(&self.app.db, self.user, book, at.min(self.app.clock.now())).await?)
    }

    /// Puts a look back into the history; a time to come counts as now. One from before it was cleared is gone for good.
    pub(super) async fn put_view_back(&self, book: Id<Book>, at: Timestamp) -> web::Result<Id<View>> {
        self.may_change()?;
        if !Book::is_published(&self.app.db, book).await? {
            return Err(Error::NotFound);
        }
        View::put_back(&self.app.db, self.user, book, at.min(self.app.clock.now())).await?.or_404()
    }

    /// Puts a search back into the history; a time to come counts as now.
    pub(super) async fn put_search_back(&self, text: &str, at: Timestamp) -> web::Result<Id<Search>> {
        self.may_change()?;
        Searches::put_back(&self.app.db, self.user, text, at.min(self.app.clock.now())).await?.or_404()
    }

    /// Does what a button asks for, or answers why it cannot be.
    pub(super) async fn press(&self, press: Press) -> web::Result<()> {
        self.may_change()?;
        kept(press.act(&self.app, self.user).await?)
    }

    /// Counts a list that is looked through for words against what a household may do.
    pub(super) fn may_search(&self, q: &str) -> web::Result<()> {
        self.keeping.limits().search(self.client, q)
    }
}
