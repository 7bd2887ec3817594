//! The feature, with what its handlers share.

use std::sync::Arc;

use accounts::{CarryOut, ExtraRow};
use catalogue::{Book, MarksKeeper};
use db::Db;
use i18n::Locale;
use kernel::Id;
use ui::Icon;
use utoipa::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use web::offline::Kind;
use web::{App, Capability, Routes, UserId};

use super::limits::Limits;
use super::marks::KeptMarks;
use super::offline::{KeptFavorite, SentFavorite};
use super::recorder::Recorder;
use super::{History, Kept, Look, View, api, pages, press};
use crate::t;

/// Describes what stands in batches, which another feature takes.
#[derive(OpenApi)]
#[openapi(components(schemas(SentFavorite, KeptFavorite)))]
struct Offline;

/// What readers keep, and its history. Cloning it shares what waits to be written down.
#[derive(Clone)]
pub struct Keeping(Arc<Shared>);

struct Shared {
    recorder: Arc<Recorder>,
    limits: Limits,
}

impl Default for Keeping {
    fn default() -> Self {
        Self::new()
    }
}

impl Keeping {
    /// Its rows on the account's first page.
    pub const ROWS: &'static [ExtraRow] = &[
        ExtraRow {
            icon: Icon::Heart,
            label: t::favourites,
            hint: t::row_favourites_hint,
            path: pages::FAVOURITES,
            needs: Capability::KeepAccount,
        },
        ExtraRow {
            icon: Icon::Bookmark,
            label: t::read_later,
            hint: t::row_read_later_hint,
            path: pages::READ_LATER,
            needs: Capability::KeepAccount,
        },
        ExtraRow {
            icon: Icon::History,
            label: t::history,
            hint: t::row_history_hint,
            path: pages::HISTORY,
            needs: Capability::KeepAccount,
        },
    ];

    /// What it keeps of a reader.
    pub const KEPT: &'static [fn(Locale) -> &'static str] = &[t::kept_lists];

    /// Does what was pressed before signing in.
    pub const WISH: CarryOut = |app, user, wish| Box::pin(press::carry_out(app, user, wish));

    /// The feature; nothing waits to be written down.
    pub fn new() -> Self {
        Self(Arc::new(Shared { recorder: Arc::default(), limits: Limits::new() }))
    }

    /// Its pages.
    pub fn pages(&self) -> Routes {
        pages::routes().layer(axum::Extension(self.clone()))
    }

    /// Its part of the API.
    pub fn api(&self) -> OpenApiRouter<App> {
        let described = OpenApiRouter::with_openapi(Offline::openapi());
        described.merge(api::routes()).layer(axum::Extension(self.clone()))
    }

    /// What of it can be done offline; see [`web::offline::Kinds`].
    pub fn offline(&self) -> Arc<dyn Kind> {
        Arc::new(self.clone())
    }

    /// Tells the catalogue's handlers what readers keep; see [`web::Site::sharing`].
    pub fn marks(&self) -> MarksKeeper {
        MarksKeeper::new(KeptMarks { recorder: Arc::clone(&self.0.recorder) })
    }

    /// Writes down the looks that wait. To be called before the program ends.
    pub async fn flush(&self, db: &Db) -> db::Result<()> {
        self.0.recorder.write(db).await
    }

    pub(crate) fn limits(&self) -> &Limits {
        &self.0.limits
    }

    /// A look at a book that its page did not see by itself.
    pub(crate) fn note(&self, app: &App, user: UserId, book: Id<Book>) {
        let look = Look { user, book, at: app.clock.now() };
        self.0.recorder.note(&app.db, look);
    }

    /// Clears what somebody looked at, with what waits to be written down.
    pub(crate) async fn clear_views(&self, app: &App, user: UserId) -> db::Result<()> {
        self.flush(&app.db).await?;
        app.db.transaction(async |tx| View::clear(&tx, user, app.clock.now()).await).await
    }

    /// Pauses somebody's history; what they looked at before is written down.
    pub(crate) async fn pause(&self, app: &App, user: UserId) -> db::Result<()> {
        self.flush(&app.db).await?;
        History::pause(&app.db, user, app.clock.now()).await
    }

    /// Goes on with somebody's history; what they looked at while it was paused is thrown away.
    pub(crate) async fn resume(&self, app: &App, user: UserId) -> db::Result<()> {
        self.flush(&app.db).await?;
        History::resume(&app.db, user, app.clock.now()).await
    }
}

/// What the caller hears of a book that was to be kept.
pub(crate) fn kept(kept: Kept) -> web::Result<()> {
    match kept {
        Kept::Yes => Ok(()),
        Kept::NoSuchBook => Err(web::Error::NotFound),
        Kept::Full => Err(web::Error::conflict("list_full", |l| t::list_full(l, super::MOST))),
    }
}
