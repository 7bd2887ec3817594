//! What other features show on a book's own page. This crate makes room for it and does not know it: whoever has something
//! to show fills [`BookPanels`].

use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::FromRequestParts;
use db::Reading;
use futures::future::BoxFuture;
use http::request::Parts;
use maud::Markup;
use web::{App, Page};

use crate::Book;

/// Has something to show on a book's own page, below what the catalogue tells of it.
pub trait BookPanels: Send + Sync + 'static {
    /// A part of the page, read over the page's own connection. The page must be quick: at most one statement for a
    /// visitor, and none where nothing is to be shown.
    fn of<'a>(
        &'a self,
        app: &'a App,
        reading: &'a Reading,
        on: (&'a Page, &'a Book),
    ) -> BoxFuture<'a, db::Result<Markup>>;
}

/// The value by which the book's page finds it; see [`web::Site::sharing`].
#[derive(Clone, Default)]
pub struct Panels(Option<Arc<dyn BookPanels>>);

impl Panels {
    /// Asks `panels`.
    pub fn new(panels: impl BookPanels) -> Self {
        Self(Some(Arc::new(panels)))
    }

    /// What they show; nothing in a shop where nobody fills them.
    pub(crate) async fn of(&self, app: &App, reading: &Reading, on: (&Page, &Book)) -> db::Result<Markup> {
        match &self.0 {
            Some(panels) => panels.of(app, reading, on).await,
            None => Ok(Markup::default()),
        }
    }
}

impl FromRequestParts<App> for Panels {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Infallible> {
        Ok(parts.extensions.get().cloned().unwrap_or_default())
    }
}
