//! Whoever asks for their library, with all that the handlers need for it.

use std::collections::HashMap;

use axum::Extension;
use axum::extract::FromRequestParts;
use catalogue::{Book, Card, Marks, Reader};
use http::StatusCode;
use http::request::Parts;
use kernel::Id;
use serde::Deserialize;
use utoipa::IntoParams;
use web::{App, Capability, Client, Error, Signed, UserId};

use super::{Claimed, LibraryEntry, Sort, State, claim};
use crate::{Commerce, t};

/// The most characters of a search.
const LONGEST: usize = 200;

/// Which books of a library.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Wanted {
    /// Only books with which the reader is so far.
    #[param(inline)]
    pub(super) state: Option<State>,
    /// The order; `added` where nothing is said.
    #[param(inline)]
    pub(super) sort: Option<Sort>,
    /// Words of the title or of an author's name. At most 200 characters.
    #[param(max_length = 200)]
    q: Option<String>,
}

impl Wanted {
    /// The words; empty where nothing is sought.
    pub(super) fn words(&self) -> web::Result<&str> {
        let q = self.q.as_deref().unwrap_or_default().trim();
        if q.chars().count() > LONGEST {
            return Err(Error::invalid("q", "too_long", t::library_sought_too_long));
        }
        Ok(q)
    }

    pub(super) fn sort(&self) -> Sort {
        self.sort.unwrap_or(Sort::Added)
    }
}

/// Somebody signed in.
pub(super) struct Own {
    pub(super) app: App,
    pub(super) user: UserId,
    /// The same person, as the catalogue knows them.
    pub(super) reader: Reader,
    me: Signed,
    commerce: Commerce,
    client: Client,
}

impl FromRequestParts<App> for Own {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Error> {
        let me = Signed::from_request_parts(parts, app).await?;
        let Ok(client) = Client::from_request_parts(parts, app).await;
        let Ok(reader) = Reader::from_request_parts(parts, app).await;
        // Every route of the feature has it laid before it.
        let commerce = Extension::from_request_parts(parts, app).await;
        let Extension(commerce) =
            commerce.map_err(|_| Error::from_status(StatusCode::INTERNAL_SERVER_ERROR))?;
        Ok(Self { app: app.clone(), user: me.0.user, reader, me, commerce, client })
    }
}

impl Own {
    /// Counts a search against what somebody may look through.
    pub(super) fn may_search(&self, q: &str) -> web::Result<()> {
        self.commerce.library_limits().search(self.client, self.user, q)
    }

    /// Whether they may take books: not before their address is verified.
    pub(super) fn may_take(&self) -> bool {
        self.me.0.can(Capability::TakePart)
    }

    /// Takes a free book; whether it is new.
    pub(super) async fn claim(&self, book: Id<Book>) -> web::Result<bool> {
        self.me.0.require(Capability::TakePart)?;
        self.commerce.library_limits().claim(self.client, self.user)?;
        taken(claim(&self.app.db, self.user, book, self.app.clock.now()).await?)
    }
}

/// What the caller hears of a book that was to be taken: whether it is new.
pub(super) fn taken(claimed: Claimed) -> web::Result<bool> {
    match claimed {
        Claimed::New => Ok(true),
        Claimed::Before => Ok(false),
        Claimed::NotFree => Err(Error::conflict("not_free", t::claim_not_free)),
        Claimed::NoSuchBook => Err(Error::NotFound),
    }
}

/// The books of a part of a library, with what their reader has done with them.
pub(super) struct Shown {
    cards: HashMap<Id<Book>, Card>,
    pub(super) marks: Marks,
}

impl Shown {
    pub(super) async fn of(
        app: &App,
        reader: &Reader,
        entries: impl Iterator<Item = &LibraryEntry>,
    ) -> db::Result<Self> {
        let books: Vec<_> = entries.map(|entry| entry.book_id).collect();
        let (cards, marks) =
            futures::try_join!(Card::owned(&app.db, &books), reader.marks(books.iter().copied()))?;
        Ok(Self { cards: cards.into_iter().map(|card| (card.id, card)).collect(), marks })
    }

    /// A book of the list; `None` where it left the shop a moment ago.
    pub(super) fn card(&self, book: Id<Book>) -> Option<&Card> {
        self.cards.get(&book)
    }
}
