//! What the API says of what readers keep.

use std::collections::HashMap;

use catalogue::wire::{BookItem, Money};
use catalogue::{Book, Card, Marks, Reader};
use i18n::Locale;
use kernel::{Id, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::App;

use super::{Favorite, History, ReadMark, Search, View};
use crate::t;

/// What is looked for in a list of one's own.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Sought {
    /// Words of the title or of an author's name; of a search's text in the list of searches. At most 200 characters.
    #[param(max_length = 200)]
    q: Option<String>,
}

/// The most characters of a search.
pub(super) const LONGEST: usize = 200;

impl Sought {
    /// The words; empty where nothing is sought.
    pub(super) fn words(&self) -> web::Result<&str> {
        let q = self.q.as_deref().unwrap_or_default().trim();
        if q.chars().count() > LONGEST {
            return Err(web::Error::invalid("q", "too_long", t::sought_too_long));
        }
        Ok(q)
    }
}

/// The books of a list with what the caller has done with them.
pub(super) struct Shown {
    cards: HashMap<Id<Book>, Card>,
    pub(super) marks: Marks,
}

impl Shown {
    pub(super) async fn of(
        app: &App,
        reader: &Reader,
        books: impl Iterator<Item = Id<Book>>,
    ) -> db::Result<Self> {
        let books: Vec<_> = books.collect();
        let (cards, marks) =
            futures::try_join!(Card::of(&app.db, &books), reader.marks(books.iter().copied()))?;
        Ok(Self { cards: cards.into_iter().map(|card| (card.id, card)).collect(), marks })
    }

    /// A book of the list; `None` where it left the shop a moment ago.
    pub(super) fn card(&self, book: Id<Book>) -> Option<&Card> {
        self.cards.get(&book)
    }

    pub(super) fn item(&self, l: Locale, book: Id<Book>) -> Option<BookItem> {
        self.card(book).map(|card| BookItem::new(l, card, self.marks.of(book)))
    }
}

/// A favourite.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct FavoriteItem {
    /// The book.
    #[serde(flatten)]
    book: BookItem,
    /// Since when.
    #[schema(value_type = String, format = DateTime)]
    favorited_at: Timestamp,
    /// What it cost then; null where it had no price.
    price_then: Option<Money>,
}

impl FavoriteItem {
    pub(super) fn new(l: Locale, book: BookItem, favorite: &Favorite) -> Self {
        let price_then = favorite.price().map(|price| Money::new(l, price));
        Self { book, favorited_at: favorite.created_at, price_then }
    }
}

/// A book that is kept for later.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct BookmarkItem {
    /// The book.
    #[serde(flatten)]
    pub(super) book: BookItem,
    /// Since when.
    #[schema(value_type = String, format = DateTime)]
    pub(super) bookmarked_at: Timestamp,
}

/// A book that was ticked off as read.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ReadItem {
    /// The book.
    #[serde(flatten)]
    book: BookItem,
    /// When it was ticked off.
    #[schema(value_type = String, format = DateTime)]
    read_at: Timestamp,
}

impl ReadItem {
    pub(super) fn new(book: BookItem, mark: &ReadMark) -> Self {
        Self { book, read_at: mark.read_at }
    }
}

/// What may be said of a book that is ticked off as read.
#[derive(Debug, Default, Deserialize, ToSchema)]
pub(super) struct NewReadMark {
    /// When it was read; now where nothing is said. A time to come counts as now.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub(super) read_at: Option<Timestamp>,
}

/// An entry of the browsing history that is put back.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct ViewBack {
    /// The book.
    #[schema(value_type = i64)]
    pub(super) book_id: Id<Book>,
    /// When it was looked at, as the entry said. A time to come counts as now.
    #[schema(value_type = String, format = DateTime)]
    pub(super) viewed_at: Timestamp,
}

/// A search that is put back.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct SearchBack {
    /// What was searched for.
    #[schema(max_length = 200)]
    pub(super) text: String,
    /// When, as the entry said. A time to come counts as now.
    #[schema(value_type = String, format = DateTime)]
    pub(super) searched_at: Timestamp,
}

/// An entry that is back.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct EntryBack {
    /// The entry's key now.
    pub(super) id: i64,
}

/// An entry of the browsing history: a book looked at on a day.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ViewItem {
    /// The entry's key.
    #[schema(value_type = i64)]
    id: Id<View>,
    /// When it was looked at last on that day. Group by the day in the shop's time, UTC+1.
    #[schema(value_type = String, format = DateTime)]
    viewed_at: Timestamp,
    /// The book.
    book: BookItem,
}

impl ViewItem {
    pub(super) fn new(view: &View, book: BookItem) -> Self {
        Self { id: view.id, viewed_at: view.viewed_at, book }
    }
}

/// A search that was made.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SearchItem {
    /// The entry's key.
    #[schema(value_type = i64)]
    id: Id<Search>,
    /// What was searched for.
    text: String,
    /// When it was searched for last.
    #[schema(value_type = String, format = DateTime)]
    searched_at: Timestamp,
}

impl From<Search> for SearchItem {
    fn from(search: Search) -> Self {
        Self { id: search.id, text: search.text, searched_at: search.searched_at }
    }
}

/// Whether the history is kept.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PauseItem {
    /// While it is, looks and searches are not written down.
    paused: bool,
    /// Since when; null while it is not.
    #[schema(value_type = Option<String>, format = DateTime)]
    paused_at: Option<Timestamp>,
}

impl From<History> for PauseItem {
    fn from(history: History) -> Self {
        Self { paused: history.paused_at.is_some(), paused_at: history.paused_at }
    }
}
