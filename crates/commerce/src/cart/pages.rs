//! `/cart`: what is in the cart, one line for each book, and what it costs; and where its forms go. Each form is answered
//! by the page, for scripts by the part of it that has changed.

mod act;
mod view;

use axum::extract::State;
use axum::response::{Redirect, Response};
use axum::routing::get;
use catalogue::{Book, Card, Marks, Reader, show};
use kernel::Id;
use maud::html;
use serde::Deserialize;
use ui::{AppBar, BookCard, CartLink, Frame, Indexing};
use web::{App, Capability, Page, Query, Routes, Shopper};

use super::Quote;
use crate::t;

/// Where one goes on to pay, after the language.
const CHECKOUT: &str = "/checkout";
/// Where a form says that changes were seen.
const NOTE: &str = "/cart/note";
/// Books that are shown where the cart is empty.
const INSTEAD: i64 = 12;

/// The pages, whose paths stand after the language.
pub(super) fn routes() -> Routes {
    Routes::new()
        .open(web::CART, get(show))
        .open("/cart/items/{book}", part_of_cart().post(act::press))
        .needs(Capability::KeepAccount, "/cart/items/{book}/favorite", part_of_cart().post(act::favour))
        .open(NOTE, part_of_cart().post(act::take_note))
}

/// A form's address that is opened as a page (after a switch of language, say) leads to the cart.
fn part_of_cart() -> axum::routing::MethodRouter<App> {
    get(async move |page: Page| Redirect::to(&page.url(web::CART)))
}

/// What was done a moment ago, by a form on the page.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
pub(super) struct Asked {
    /// This book was taken out.
    #[serde(default)]
    removed: Option<Id<Book>>,
    /// This one was moved to the favourites.
    #[serde(default)]
    moved: Option<Id<Book>>,
}

/// What is said of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Told {
    Removed(Id<Book>),
    Moved(Id<Book>),
}

impl Asked {
    fn told(self) -> Option<Told> {
        self.removed.map(Told::Removed).or(self.moved.map(Told::Moved))
    }
}

impl Told {
    const fn book(self) -> Id<Book> {
        match self {
            Self::Removed(book) | Self::Moved(book) => book,
        }
    }

    /// Where the page says so that it is sent to.
    fn address(self, page: &Page) -> String {
        let (word, book) = match self {
            Self::Removed(book) => ("removed", book),
            Self::Moved(book) => ("moved", book),
        };
        format!("{}?{word}={book}", page.url(web::CART))
    }
}

/// `GET /cart`
async fn show(
    page: Page,
    State(app): State<App>,
    (shopper, reader): (Shopper, Reader),
    Query(asked): Query<Asked>,
) -> web::Result<Response> {
    let shown = Shown::read(&page, &app, (&shopper, &reader), asked.told()).await?;
    let l = page.locale;
    let frame = Frame {
        bar: AppBar::Sub { title: String::new(), back: page.url("/"), actions: html! {} },
        indexing: Indexing::Hidden,
        cart: Some(CartLink { href: page.url(web::CART), count: shown.count() }),
        ..page.frame(t::cart(l))
    };
    Ok(page.render(&frame, &view::page(&page, &shown)))
}

/// What the page shows.
struct Shown {
    quote: Quote,
    /// The books of the quote and the one that is told of, as far as they can be seen.
    cards: Vec<Card>,
    told: Option<Told>,
    instead: Option<(&'static str, Vec<BookCard>)>,
}

impl Shown {
    async fn read(
        page: &Page,
        app: &App,
        (shopper, reader): (&Shopper, &Reader),
        told: Option<Told>,
    ) -> db::Result<Self> {
        let reading = app.db.reading().await?;
        let quote = Quote::look(&reading, shopper, app.settings.currency).await?;
        let books = quote.lines.iter().map(|line| line.book).chain(told.map(Told::book));
        let cards = Card::of(&reading, &books.collect::<Vec<_>>()).await?;
        let instead =
            if quote.lines.is_empty() { Some(instead(&reading, page, shopper).await?) } else { None };
        drop(reading);
        let instead = match instead {
            Some((heading, cards)) => {
                let marks: Marks = reader.marks(cards.iter().map(|card| card.id)).await?;
                Some((heading, show::cards(page, app.settings.currency, &cards, &marks)))
            }
            None => None,
        };
        // Of a book that is back in the cart, or that nobody sees, there is nothing to tell.
        let told = told.filter(|told| {
            let seen = cards.iter().any(|card| card.id == told.book());
            seen && !quote.lines.iter().any(|line| line.book == told.book())
        });
        Ok(Self { quote, cards, told, instead })
    }

    fn card(&self, book: Id<Book>) -> Option<&Card> {
        self.cards.iter().find(|card| card.id == book)
    }

    /// How many books can be had.
    fn count(&self) -> i64 {
        i64::try_from(self.quote.lines.len()).unwrap_or(i64::MAX)
    }
}

async fn instead(
    reading: &db::Reading,
    page: &Page,
    shopper: &Shopper,
) -> db::Result<(&'static str, Vec<Card>)> {
    let reader = match shopper {
        Shopper::Reader { user, .. } => Some(*user),
        Shopper::Newcomer | Shopper::Visitor(_) => None,
    };
    let (heading, books) = discovery::instead(reading, page.locale, reader, INSTEAD).await?;
    Ok((heading, Card::of(reading, &books).await?))
}
