//! Whoever asks for what is their own, with all that the handlers need for it.

use axum::Extension;
use axum::extract::FromRequestParts;
use catalogue::{Book, Reader};
use http::StatusCode;
use http::request::Parts;
use kernel::Id;
use web::{App, Client, Error, Signed, UserId};

use super::Keeping;
use super::feature::kept;
use super::kept::KeptIn;

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
        self.may_change()?;
        kept(list.add(&self.app.db, self.user, book, self.app.clock.now()).await?)
    }

    /// Takes a book out of one of the reader's lists; one that is not there is as good as taken out.
    pub(super) async fn let_go(&self, list: &KeptIn, book: Id<Book>) -> web::Result<()> {
        self.may_change()?;
        Ok(list.remove(&self.app.db, self.user, book).await?)
    }

    /// Counts a list that is looked through for words against what a household may do.
    pub(super) fn may_search(&self, q: &str) -> web::Result<()> {
        self.keeping.limits().search(self.client, q)
    }
}
