//! Whoever takes part in the talk, with all that the handlers need for it.

use std::sync::Arc;

use axum::Extension;
use axum::extract::FromRequestParts;
use http::StatusCode;
use http::request::Parts;
use web::{App, Caller, Client, Error, Identity, Signed};

use crate::{Comment, Community, Viewer};

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
    /// A comment as they see it now, with what they see it by.
    pub(crate) async fn sees(&self, id: kernel::Id<Comment>) -> web::Result<(Comment, Viewer)> {
        let db = &self.app.db;
        let book = Comment::book_of(db, id).await?.ok_or(Error::NotFound)?;
        let viewer = Viewer::of(db, &self.caller, book).await?;
        let comment = Comment::find(db, &viewer, id).await?.ok_or(Error::NotFound)?;
        Ok((comment, viewer))
    }
}
