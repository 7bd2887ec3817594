//! The shop's search as handlers have it: an index, once there is one.

use std::convert::Infallible;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Instant;

use axum::extract::FromRequestParts;
use http::request::Parts;
use search::Index;
use web::{Client, Limiter, Rate};

/// How many searches and suggestions one household may ask for. Somebody who types asks eight times a second.
const RATE: Rate = Rate { per_second: 10.0, burst: 60 };

/// How many books that were not found one household may ask the shop for.
const REQUESTS: Rate = Rate { per_second: 1.0 / 60.0, burst: 20 };

/// The search of a shop, shared by those who ask it and by the [`Follower`](super::Follower) who keeps its index. A site
/// that does not share one with its handlers answers from the database alone.
#[derive(Clone)]
pub struct Search(Arc<Inner>);

struct Inner {
    index: RwLock<Option<Index>>,
    /// Whether it could not be read.
    is_damaged: AtomicBool,
    limiter: Limiter,
    requests: Limiter,
}

impl std::fmt::Debug for Search {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Search").finish_non_exhaustive()
    }
}

impl Default for Search {
    fn default() -> Self {
        Self::new()
    }
}

impl Search {
    /// A search whose index is still to be made.
    pub fn new() -> Self {
        let limiter = Limiter::new(RATE, Instant::now());
        let requests = Limiter::new(REQUESTS, Instant::now());
        let (index, is_damaged) = (RwLock::new(None), AtomicBool::new(false));
        Self(Arc::new(Inner { index, is_damaged, limiter, requests }))
    }

    /// The index; `None` while it is being made.
    pub fn index(&self) -> Option<Index> {
        self.0.index.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Puts an index in place of the one that was there.
    pub(super) fn set(&self, index: Option<Index>) {
        *self.0.index.write().unwrap_or_else(PoisonError::into_inner) = index;
    }

    /// Says that the index could not be read; the follower makes it anew.
    pub(super) fn found_damaged(&self, error: &impl std::fmt::Display) {
        tracing::error!(%error, "The search index cannot be read");
        self.0.is_damaged.store(true, Ordering::Relaxed);
    }

    /// Whether the index could not be read since this was asked last.
    pub(super) fn take_damage(&self) -> bool {
        self.0.is_damaged.swap(false, Ordering::Relaxed)
    }

    /// Counts a book that the shop is asked for.
    pub(crate) fn admit_request(&self, client: Client) -> web::Result<()> {
        client.within(&self.0.requests)
    }

    /// Counts a search against its household's rate.
    pub(crate) fn admit(&self, client: Client) -> web::Result<()> {
        client.within(&self.0.limiter)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Search {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(parts.extensions.get::<Self>().cloned().unwrap_or_default())
    }
}
