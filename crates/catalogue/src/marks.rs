//! What the reader who asks has done with the books of an answer: kept, bought, read. This crate shows it and does not
//! know it: the features that do fill [`ReaderMarks`].

use std::collections::{HashMap, HashSet};
use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::FromRequestParts;
use db::Db;
use futures::future::BoxFuture;
use http::request::Parts;
use i18n::Locale;
use kernel::{Id, Timestamp};
use web::{App, Caller, Shopper, UserId};

use crate::{AuthorName, Book, CartsKeeper, names};

/// On its thirty-first day in the shop a book is new no more.
const NEW_DAYS: i64 = 31;

/// What one reader has done with one book.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own, and any of them go together")]
pub struct BookMarks {
    /// It is a favourite.
    pub is_favorite: bool,
    /// It is kept for later; told of a whole book only.
    pub is_bookmarked: bool,
    /// It was ticked off as read; told of a whole book only.
    pub is_read: bool,
    /// They do not want it to be recommended.
    pub is_dismissed: bool,
    /// They have the right to read it.
    pub is_owned: bool,
    /// How far they have read, 0 to 100; `None` where they have not begun.
    pub progress_percent: Option<f64>,
    /// Whether they were at its end.
    pub is_finished: bool,
    /// What they rated it, 0 to 5 with one decimal; `None` where they have not. Told of a whole book only.
    pub rating: Option<f64>,
}

/// Knows what readers do with books.
pub trait ReaderMarks: Send + Sync + 'static {
    /// What a reader has done with these books, in one go, as far as cards show it; of the one that is shown as a whole,
    /// all. A book with which they have done nothing may be absent.
    fn of<'a>(
        &'a self,
        db: &'a Db,
        reader: UserId,
        books: Vec<Id<Book>>,
        whole: Option<Id<Book>>,
    ) -> BoxFuture<'a, db::Result<HashMap<Id<Book>, BookMarks>>>;

    /// A reader looks at the page of a book. Takes no time: what is to be kept of it is written down later.
    fn saw(&self, app: &App, reader: UserId, book: Id<Book>);
}

/// What the reader who asks has done with the books of an answer.
#[derive(Debug, Clone, Default)]
pub struct Marks {
    /// When they were asked for.
    at: Option<Timestamp>,
    are_kept: bool,
    /// What is in their cart; `None` where nothing can be bought now.
    in_cart: Option<HashSet<Id<Book>>>,
    /// What authors are called in the language of the page, where that is something else than elsewhere.
    authors: HashMap<i64, String>,
    of: HashMap<Id<Book>, BookMarks>,
}

impl Marks {
    /// Of a book; nothing to visitors.
    pub fn of(&self, book: Id<Book>) -> BookMarks {
        self.of.get(&book).copied().unwrap_or_default()
    }

    /// Whether a book is in their cart; `None` where nothing can be bought now.
    pub fn in_cart(&self, book: Id<Book>) -> Option<bool> {
        self.in_cart.as_ref().map(|books| books.contains(&book))
    }

    /// An author's name in the language of the page.
    pub fn author<'a>(&'a self, author: &'a AuthorName) -> &'a str {
        self.authors.get(&author.id.get()).unwrap_or(&author.name)
    }

    /// Whether a book that came into the shop then is new: up to the thirtieth day.
    pub fn is_new(&self, published_at: Option<Timestamp>) -> bool {
        let (Some(at), Some(published)) = (self.at, published_at) else { return false };
        at < published.plus_seconds(NEW_DAYS * 24 * 60 * 60)
    }

    /// Whether this shop keeps such marks at all, so that there is something to press, for visitors too.
    pub fn are_kept(&self) -> bool {
        self.are_kept
    }
}

/// The value by which handlers find out about marks; see [`web::Site::sharing`].
#[derive(Clone)]
pub struct MarksKeeper(Arc<dyn ReaderMarks>);

impl MarksKeeper {
    /// Asks `marks`.
    pub fn new(marks: impl ReaderMarks) -> Self {
        Self(Arc::new(marks))
    }
}

/// Whom an answer with books is for, as an argument of handlers.
#[derive(Clone)]
pub struct Reader {
    app: App,
    user: Option<UserId>,
    /// The language of the page; none for programs.
    locale: Option<Locale>,
    keeper: Option<MarksKeeper>,
    shopper: Shopper,
    carts: Option<CartsKeeper>,
}

impl FromRequestParts<App> for Reader {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        let user = parts.extensions.get::<Caller>().and_then(Caller::identity).map(|identity| identity.user);
        let Ok(shopper) = Shopper::from_request_parts(parts, app).await;
        Ok(Self {
            app: app.clone(),
            user,
            locale: web::locale_of(parts),
            keeper: parts.extensions.get().cloned(),
            shopper,
            carts: parts.extensions.get().cloned(),
        })
    }
}

impl Reader {
    /// What they have done with these books, as cards show it: one statement for a reader, none for a visitor, and one for
    /// whoever has something in a cart; on a page, one for the names of authors in its language. Let go of a
    /// [`db::Reading`] before asking.
    pub async fn marks(&self, books: impl IntoIterator<Item = Id<Book>>) -> db::Result<Marks> {
        self.ask(books.into_iter().collect(), None).await
    }

    /// The same of a book that is shown as a whole, and of the cards beside it.
    pub async fn marks_of_page(
        &self,
        whole: Id<Book>,
        beside: impl IntoIterator<Item = Id<Book>>,
    ) -> db::Result<Marks> {
        self.ask(beside.into_iter().chain([whole]).collect(), Some(whole)).await
    }

    async fn ask(&self, mut books: Vec<Id<Book>>, whole: Option<Id<Book>>) -> db::Result<Marks> {
        // The same book may stand on several shelves.
        books.sort_unstable();
        books.dedup();
        let (authors, of, in_cart) =
            futures::try_join!(self.authors(&books), self.done(books.clone(), whole), self.in_cart())?;
        Ok(Marks { at: Some(self.app.clock.now()), are_kept: self.keeper.is_some(), in_cart, authors, of })
    }

    async fn authors(&self, books: &[Id<Book>]) -> db::Result<HashMap<i64, String>> {
        match self.locale {
            Some(l) => names::authors_in(&self.app.db, books, l).await,
            None => Ok(HashMap::new()),
        }
    }

    async fn done(
        &self,
        books: Vec<Id<Book>>,
        whole: Option<Id<Book>>,
    ) -> db::Result<HashMap<Id<Book>, BookMarks>> {
        match (&self.keeper, self.user) {
            (Some(keeper), Some(user)) if !books.is_empty() => {
                keeper.0.of(&self.app.db, user, books, whole).await
            }
            _ => Ok(HashMap::new()),
        }
    }

    async fn in_cart(&self) -> db::Result<Option<HashSet<Id<Book>>>> {
        match &self.carts {
            Some(carts) if self.app.takes_payments() => carts.of(&self.app.db, &self.shopper).await.map(Some),
            _ => Ok(None),
        }
    }

    /// They look at the page of a book.
    pub fn saw(&self, book: Id<Book>) {
        if let (Some(keeper), Some(user)) = (&self.keeper, self.user) {
            keeper.0.saw(&self.app, user, book);
        }
    }
}
