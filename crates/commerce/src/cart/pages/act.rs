//! What the forms do: those of the page itself, and the bags of cards and of a book's page, which stand anywhere.

use axum::Extension;
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use catalogue::{Book, Reader};
use discovery::keeping::{Favorite, Kept};
use kernel::Id;
use serde::Deserialize;
use web::{App, Client, Error, Form, Notice, Page, Path, Shopper, Signed};

use super::{Shown, Told, view};
use crate::cart::Carts;
use crate::cart::api::handing;
use crate::cart::change::{self, Refusal, Standing};
use crate::t;

/// Whoever sent a form, with all that it takes to answer it.
pub(super) type Sender = (Page, State<App>, Extension<Carts>, Client, Shopper, Reader);

/// What a button sends. It says what is wanted, not “the other”, so that a form sent twice does no harm.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Pressed {
    #[serde(default)]
    on: String,
    #[serde(default)]
    next: String,
}

impl Pressed {
    /// Where the button stood, or the cart.
    fn next(&self, page: &Page) -> String {
        if web::is_own_path(&self.next) { self.next.clone() } else { page.url(web::CART) }
    }

    /// Whether it stood on the cart's own page.
    fn is_from_cart(&self, page: &Page) -> bool {
        let next = self.next(page);
        next.split('?').next() == Some(page.url(web::CART).as_str())
    }
}

/// `POST /cart/items/{book}`: puts a book into the cart or takes it out.
pub(super) async fn press(
    (page, State(app), Extension(carts), client, shopper, reader): Sender,
    Path(book): Path<Id<Book>>,
    Form(pressed): Form<Pressed>,
) -> web::Result<Response> {
    carts.within_limits(client)?;
    let next = pressed.next(&page);
    if pressed.on == "yes" {
        return match change::add(&app, &shopper, book).await? {
            Ok((_, standing)) if pressed.is_from_cart(&page) => {
                answer(&page, &app, (shopper, reader), (standing, None)).await
            }
            Ok((_, standing)) => Ok(handing(&app, &standing, page.done_at(&next, Notice::CartAdded))),
            Err(refusal) => refused(&page, &next, refusal),
        };
    }
    let standing = change::remove(&app, &shopper, book).await?;
    if pressed.is_from_cart(&page) {
        return answer(&page, &app, (shopper, reader), (standing, Some(Told::Removed(book)))).await;
    }
    Ok(handing(&app, &standing, page.done_at(&next, Notice::CartRemoved)))
}

/// `POST /cart/items/{book}/favorite`: puts a book among the favourites instead.
pub(super) async fn favour(
    (page, State(app), Extension(carts), client, shopper, reader): Sender,
    Signed(me): Signed,
    Path(book): Path<Id<Book>>,
) -> web::Result<Response> {
    carts.within_limits(client)?;
    // Should the other half fail, the book is in both.
    match Favorite::add(&app.db, me.user, book, app.clock.now()).await? {
        Kept::Yes => {}
        Kept::NoSuchBook => return Err(Error::NotFound),
        Kept::Full => return Err(Error::conflict("list_full", t::cart_favourites_full)),
    }
    let standing = change::remove(&app, &shopper, book).await?;
    answer(&page, &app, (shopper, reader), (standing, Some(Told::Moved(book)))).await
}

/// What the form says that was seen.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Noted {
    #[serde(default)]
    quote_hash: String,
}

/// `POST /cart/note`: changed prices and books that cannot be had were seen. Where something has changed again, the page
/// tells that.
pub(super) async fn take_note(
    (page, State(app), Extension(carts), client, shopper, reader): Sender,
    Form(noted): Form<Noted>,
) -> web::Result<Response> {
    carts.within_limits(client)?;
    let standing = change::take_note(&app, &shopper, &noted.quote_hash).await?;
    answer(&page, &app, (shopper, reader), (standing.unwrap_or_default(), None)).await
}

/// The cart as it is now: the page, or the part of it that has changed.
async fn answer(
    page: &Page,
    app: &App,
    (shopper, reader): (Shopper, Reader),
    (standing, told): (Standing, Option<Told>),
) -> web::Result<Response> {
    if !page.wants_fragment() {
        let to = told.map_or_else(|| page.url(web::CART), |told| told.address(page));
        return Ok(handing(app, &standing, Redirect::to(&to)));
    }
    let shown = Shown::read(page, app, (&standing.shopper(shopper), &reader), told).await?;
    Ok(handing(app, &standing, page.fragment(view::part(page, &shown))))
}

/// Leads back to where the button stood, with why nothing came of it.
fn refused(page: &Page, next: &str, refusal: Refusal) -> web::Result<Response> {
    let notice = match refusal {
        Refusal::NoSuchBook => return Err(Error::NotFound),
        Refusal::NotForSale => Notice::NotForSale,
        Refusal::Owned => Notice::AlreadyOwned,
        Refusal::Full => Notice::CartFull,
    };
    Ok(page.done_at(next, notice).into_response())
}
