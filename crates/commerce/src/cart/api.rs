//! Carts in the JSON API. A reader's token or session opens theirs; anybody else's is opened by the cookie that the first
//! book sets, so that a program without an account keeps cookies, as a browser does.

use axum::Extension;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use catalogue::wire::{BookItem, Money};
use catalogue::{Book, Card, Reader};
use http::header;
use i18n::Locale;
use kernel::Id;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use web::{App, Client, Created, Error, Json, NoContent, Path, Problem, Shopper, Spoken};

use super::change::{self, Added, Refusal, Standing};
use super::{Carts, MOST, Quote, Reason};
use crate::t;

/// The routes, to be put below `/api/v1`.
pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(get)).routes(routes!(put, delete)).routes(routes!(take_note))
}

/// What is in a cart, and what it costs now.
#[derive(Debug, Serialize, ToSchema)]
struct CartWire {
    /// What can be had, the latest first.
    items: Vec<CartItem>,
    total: Money,
    /// Names this quote: an order that brings it is refused where something has changed.
    quote_hash: String,
    /// What cannot be had any more. It leaves the cart with `POST /cart/note` and with the next order.
    dropped: Vec<DroppedItem>,
}

/// A book of a cart.
#[derive(Debug, Serialize, ToSchema)]
struct CartItem {
    book: BookItem,
    /// What it costs now.
    price: Money,
    /// What it cost when that was last told, where that was another price.
    previous_price: Option<Money>,
}

/// A book of a cart that cannot be had.
#[derive(Debug, Serialize, ToSchema)]
struct DroppedItem {
    #[schema(value_type = i64)]
    book_id: Id<Book>,
    title: String,
    reason: Reason,
}

impl CartWire {
    async fn of(app: &App, shopper: &Shopper, reader: &Reader, l: Locale) -> db::Result<Self> {
        let quote = Quote::look(&app.db, shopper, app.settings.currency).await?;
        let books: Vec<_> = quote.lines.iter().map(|line| line.book).collect();
        let (cards, marks) =
            futures::try_join!(Card::of(&app.db, &books), reader.marks(books.iter().copied()))?;
        // Both are in the order of the cart; a book that left the shop a moment ago is in no card.
        let mut cards = cards.into_iter().peekable();
        let items = quote.lines.iter().filter_map(|line| {
            let card = cards.next_if(|card| card.id == line.book)?;
            Some(CartItem {
                book: BookItem::new(l, &card, marks.of(card.id)),
                price: Money::new(l, line.price),
                previous_price: line.before().map(|before| Money::new(l, before)),
            })
        });
        Ok(Self {
            items: items.collect(),
            total: Money::new(l, quote.total),
            quote_hash: quote.hash,
            dropped: quote
                .dropped
                .into_iter()
                .map(|gone| DroppedItem { book_id: gone.book, title: gone.title, reason: gone.reason })
                .collect(),
        })
    }
}

/// What is in the cart of whoever asks, at the prices of now.
#[utoipa::path(get, path = "/cart", tag = "buying", responses((status = 200, body = CartWire)))]
async fn get(
    State(app): State<App>,
    shopper: Shopper,
    reader: Reader,
    Spoken(l): Spoken,
) -> web::Result<Json<CartWire>> {
    Ok(Json(CartWire::of(&app, &shopper, &reader, l).await?))
}

/// How a cart stands after a change.
#[derive(Debug, Serialize, ToSchema)]
struct Changed {
    /// How many books are in it.
    count: i64,
}

/// Puts a book into the cart; one that is there already stays. A visitor's first book sets the cookie of their cart.
#[utoipa::path(
    put, path = "/cart/items/{book_id}", tag = "buying", params(("book_id" = i64, Path)),
    responses(
        (status = 201, description = "It is new in the cart", body = Changed),
        (status = 200, description = "It was there before", body = Changed),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`already_owned`, `not_for_sale`, `cart_full`: a cart holds 50 books", body = Problem, content_type = "application/problem+json"),
    )
)]
async fn put(
    State(app): State<App>,
    Extension(carts): Extension<Carts>,
    (client, shopper): (Client, Shopper),
    Path(book): Path<Id<Book>>,
) -> web::Result<Response> {
    carts.within_limits(client)?;
    let (added, standing) = change::add(&app, &shopper, book).await?.map_err(refused)?;
    let changed = Json(Changed { count: standing.count });
    Ok(match added {
        Added::New => handing(&app, &standing, Created(changed)),
        Added::There => handing(&app, &standing, changed),
    })
}

/// Takes a book out of the cart; one that is not in it is as good as taken out.
#[utoipa::path(
    delete, path = "/cart/items/{book_id}", tag = "buying", params(("book_id" = i64, Path)), responses((status = 204))
)]
async fn delete(
    State(app): State<App>,
    Extension(carts): Extension<Carts>,
    (client, shopper): (Client, Shopper),
    Path(book): Path<Id<Book>>,
) -> web::Result<Response> {
    carts.within_limits(client)?;
    let standing = change::remove(&app, &shopper, book).await?;
    Ok(handing(&app, &standing, NoContent))
}

/// A quote that somebody was shown.
#[derive(Debug, Deserialize, ToSchema)]
struct Noted {
    /// `quote_hash` of `GET /cart`.
    quote_hash: String,
}

/// Says that the buyer was told of changed prices and of books that cannot be had any more: from then on neither is told.
#[utoipa::path(
    post, path = "/cart/note", tag = "buying", request_body = Noted,
    responses(
        (status = 204),
        (status = 409, description = "`quote_changed`: another quote is true by now", body = Problem, content_type = "application/problem+json"),
    )
)]
async fn take_note(
    State(app): State<App>,
    Extension(carts): Extension<Carts>,
    (client, shopper): (Client, Shopper),
    Json(noted): Json<Noted>,
) -> web::Result<Response> {
    carts.within_limits(client)?;
    let standing = change::take_note(&app, &shopper, &noted.quote_hash).await?;
    let standing = standing.ok_or_else(|| Error::conflict("quote_changed", t::cart_changed))?;
    Ok(handing(&app, &standing, NoContent))
}

/// An answer, with what a visitor's browser has of its cart from now on.
pub(super) fn handing(app: &App, standing: &Standing, answer: impl IntoResponse) -> Response {
    let mut answer = answer.into_response();
    if let Some(cookie) = &standing.cookie {
        let cookie = cookie.keep(app.settings.public_url.is_https());
        answer.headers_mut().append(header::SET_COOKIE, cookie);
    }
    answer
}

/// Why a book is not put into a cart.
fn refused(refusal: Refusal) -> Error {
    match refusal {
        Refusal::NoSuchBook => Error::NotFound,
        Refusal::NotForSale => Error::conflict("not_for_sale", t::cart_not_for_sale),
        Refusal::Owned => Error::conflict("already_owned", t::cart_owned),
        Refusal::Full => {
            let most = i64::try_from(MOST).unwrap_or(i64::MAX);
            Error::conflict("cart_full", move |l| t::cart_full(l, most))
        }
    }
}
