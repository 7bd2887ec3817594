//! The feature, with what its handlers share.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Instant;

use accounts::OnSignIn;
use catalogue::{Book, CartsKeeper};
use db::{Db, Query as _, sql};
use futures::future::BoxFuture;
use http::{HeaderMap, HeaderValue};
use jobs::Registry;
use kernel::Id;
use utoipa_axum::router::OpenApiRouter;
use web::{App, CartCookie, Client, Limiter, Notice, Rate, Routes, Shopper, UserId};

use super::{api, pages, sweep, unite};
use crate::secret;

/// Carts, with the counts behind their limits. Cloning it shares them.
#[derive(Clone)]
pub struct Carts(Arc<Limiter>);

impl Default for Carts {
    fn default() -> Self {
        Self::new()
    }
}

impl Carts {
    /// What the browser's cart holds joins the reader's.
    pub const ON_SIGN_IN: OnSignIn = |app, user, headers| Box::pin(join(app, user, headers));

    /// The feature, its counts at zero.
    pub fn new() -> Self {
        Self(Arc::new(Limiter::new(Rate { per_second: 5.0, burst: 300 }, Instant::now())))
    }

    /// Its pages.
    pub fn pages(&self) -> Routes {
        pages::routes().layer(axum::Extension(self.clone()))
    }

    /// Its part of the API.
    pub fn api(&self) -> OpenApiRouter<App> {
        api::routes().layer(axum::Extension(self.clone()))
    }

    /// What it does at intervals.
    pub fn jobs(&self) -> Registry<App> {
        sweep::jobs()
    }

    /// Tells the catalogue what is in carts; see [`web::Site::sharing`].
    pub fn marks() -> CartsKeeper {
        CartsKeeper::new(InCarts)
    }

    /// Counts a change against what a household may do: 300 at once, then 5 a second.
    pub(super) fn within_limits(&self, client: Client) -> web::Result<()> {
        client.within(&self.0)
    }
}

/// What is in carts, as the database has it.
struct InCarts;

impl catalogue::Carts for InCarts {
    fn of<'a>(&'a self, db: &'a Db, shopper: &'a Shopper) -> BoxFuture<'a, db::Result<HashSet<Id<Book>>>> {
        Box::pin(async move {
            let statement = match shopper {
                Shopper::Newcomer => return Ok(HashSet::new()),
                Shopper::Reader { user, .. } => sql!(
                    "select i.book_id from carts c join cart_items i on i.cart_id = c.id where c.user_id = $1",
                    *user
                ),
                Shopper::Visitor(cookie) => sql!(
                    "select i.book_id from carts c join cart_items i on i.cart_id = c.id
                     where c.token_hash = $1 and c.merged_at is null",
                    secret::hash(&cookie.token)
                ),
            };
            let rows: Vec<(Id<Book>,)> = db.all(statement).await?;
            Ok(rows.into_iter().map(|(book,)| book).collect())
        })
    }
}

/// Unites the browser's cart with that of who has signed in. Where that fails, both stay as they were, and it is tried
/// again when they sign in the next time.
async fn join(app: App, user: UserId, headers: HeaderMap) -> Vec<HeaderValue> {
    let https = app.settings.public_url.is_https();
    let Some(cookie) = CartCookie::read(&headers, https) else { return Vec::new() };
    match unite(&app.db, user, &cookie.token, app.clock.now()).await {
        Ok(united) => {
            let told = (united.left_out > 0).then(|| Notice::CartOverfull.cookie(https));
            std::iter::once(CartCookie::forget(https)).chain(told).collect()
        }
        Err(error) => {
            tracing::warn!(%error, "Could not unite a visitor's cart with a reader's");
            Vec::new()
        }
    }
}
