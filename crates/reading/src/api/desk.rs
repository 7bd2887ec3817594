//! Whoever keeps a place or marks in a book: who they are, within which limits, and what they may read.

use std::sync::Arc;

use axum::Extension;
use axum::extract::FromRequestParts;
use catalogue::Book;
use http::StatusCode;
use http::request::Parts;
use i18n::Locale;
use kernel::Id;
use web::{App, Client, Error, Identity, OrNotFound as _, Signed, Spoken, UserId};

use crate::access::access_to;
use crate::limits::Limits;
use crate::measure::Measure;
use crate::measures::Measures;
use crate::{Access, save};

/// Somebody signed in, at their books.
pub(super) struct Desk {
    pub(super) app: App,
    pub(super) user: UserId,
    pub(super) me: Arc<Identity>,
    pub(super) client: Client,
    pub(super) limits: Limits,
    pub(super) locale: Locale,
    pub(super) measures: Measures,
}

impl FromRequestParts<App> for Desk {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Error> {
        let Signed(me) = Signed::from_request_parts(parts, app).await?;
        let Ok(client) = Client::from_request_parts(parts, app).await;
        let Ok(Spoken(locale)) = Spoken::from_request_parts(parts, app).await;
        // Every route of theirs has them laid before it.
        let limits = Extension::from_request_parts(parts, app).await;
        let measures = Extension::from_request_parts(parts, app).await;
        let (Ok(Extension(limits)), Ok(Extension(measures))) = (limits, measures) else {
            return Err(Error::from_status(StatusCode::INTERNAL_SERVER_ERROR));
        };
        Ok(Self { app: app.clone(), user: me.user, me, client, limits, locale, measures })
    }
}

impl Desk {
    /// The files of a book that they may read all of. A sample keeps nothing.
    pub(super) async fn open(&self, book: Id<Book>) -> web::Result<Vec<Arc<Measure>>> {
        self.may_read(book).await?;
        Ok(self.measures.of(&self.app.db, &[book]).await?.remove(&book).unwrap_or_default())
    }

    /// Whether they may read all of a book.
    pub(super) async fn may_read(&self, book: Id<Book>) -> web::Result<()> {
        match access_to(&self.app, self.user, &[book]).await?.remove(&book).or_404()? {
            Access::Owner => Ok(()),
            Access::Sample => Err(save::not_owned()),
        }
    }
}
