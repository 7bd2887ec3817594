//! Whoever asks for what is their own, with all that the handlers need for it.

use axum::Extension;
use axum::extract::FromRequestParts;
use catalogue::Reader;
use http::StatusCode;
use http::request::Parts;
use web::{App, Client, Error, Signed, UserId};

use super::Keeping;

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

    /// Counts a list that is looked through for words against what a household may do.
    pub(super) fn may_search(&self, q: &str) -> web::Result<()> {
        self.keeping.limits().search(self.client, q)
    }
}
