//! The feature, with what its handlers share.

use std::sync::Arc;

use accounts::audit::Say;
use accounts::{ExtraRow, OnDelete};
use catalogue::Panels;
use i18n::Locale;
use jobs::Registry;
use ui::Icon;
use utoipa::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use web::offline::Kind;
use web::{App, Capability, Routes};

use crate::limits::Limits;
use crate::moderation::logged;
use crate::offline::{Comments, GoneComment, KeptRating, Ratings, SentComment, SentRating};
use crate::pages::panel::Panel;
use crate::{api, forget, pages, recount, t};

/// Describes what stands in batches, which another feature takes.
#[derive(OpenApi)]
#[openapi(components(schemas(SentRating, KeptRating, SentComment, GoneComment)))]
struct Offline;

/// The talk, with the counts behind its limits. Cloning it shares them.
#[derive(Clone)]
pub struct Community(Arc<Limits>);

impl Default for Community {
    fn default() -> Self {
        Self::new()
    }
}

impl Community {
    /// Its rows on the account's first page.
    pub const ROWS: &'static [ExtraRow] = &[ExtraRow {
        icon: Icon::Message,
        label: t::mine,
        hint: t::row_mine_hint,
        path: pages::MINE,
        needs: Capability::KeepAccount,
    }];

    /// What it keeps of a reader.
    pub const KEPT: &'static [fn(Locale) -> &'static str] = &[t::kept_talk];

    /// What it does when an account is deleted.
    pub const ON_DELETE: &'static [OnDelete] = &[forget::forget];

    /// How the audit log tells what moderators do.
    pub const LOGGED: &'static [Say] = &[logged::say];

    /// The feature, its counts at zero.
    pub fn new() -> Self {
        Self(Arc::new(Limits::new()))
    }

    /// Its part of the API.
    pub fn api(&self) -> OpenApiRouter<App> {
        let described = OpenApiRouter::with_openapi(Offline::openapi());
        described.merge(api::routes()).layer(axum::Extension(self.clone()))
    }

    /// What of it can be done offline; see [`web::offline::Kinds`].
    pub fn offline(&self) -> [Arc<dyn Kind>; 2] {
        [Arc::new(Ratings(self.clone())), Arc::new(Comments(self.clone()))]
    }

    /// Its pages.
    pub fn pages(&self) -> Routes {
        pages::routes().layer(axum::Extension(self.clone()))
    }

    /// What it shows on a book's own page; see [`web::Site::sharing`].
    pub fn panels() -> Panels {
        Panels::new(Panel)
    }

    /// What it does at intervals.
    pub fn jobs(&self) -> Registry<App> {
        recount::jobs()
    }

    pub(crate) fn limits(&self) -> &Limits {
        &self.0
    }
}
