//! What stands below the words that there is nothing at an address, or nothing for the reader: whoever came for a book finds
//! others.

use catalogue::{Book, Card, Marks, show};
use futures::future::BoxFuture;
use kernel::Id;
use maud::{Markup, html};
use ui::{Loading, SeeAll};
use web::{App, Page};

use crate::common::Common;
use crate::t;

/// Books on a shelf.
const ON_A_SHELF: i64 = 8;

/// Three of the front page's shelves, the same for everybody. Where they cannot be read the page has said enough without.
pub fn missing<'a>(app: &'a App, page: &'a Page) -> BoxFuture<'a, Markup> {
    Box::pin(async move {
        shelves(app, page).await.unwrap_or_else(|error| {
            tracing::warn!(%error, "A page that leads nowhere is shown without shelves");
            html! {}
        })
    })
}

async fn shelves(app: &App, page: &Page) -> db::Result<Markup> {
    let l = page.locale;
    let common = Common::read(&app.db, ON_A_SHELF).await?;
    let books: Vec<Id<Book>> = common.books().collect();
    let cards = Card::of(&app.db, &books).await?;
    let shelf = |(id, title, path): (&str, &str, Option<&str>), books: &[Id<Book>], loading| {
        let on_it: Vec<Card> =
            books.iter().filter_map(|book| cards.iter().find(|card| card.id == *book)).cloned().collect();
        let drawn = show::cards(page, app.settings.currency, &on_it, &Marks::default());
        let href = path.map(|path| page.url(path));
        ui::shelf(l, &SeeAll { id, title, href: href.as_deref() }, &drawn, loading)
    };
    Ok(html! {
        (shelf(("picks", t::shelf_picks(l), None), &common.picks, Loading::Eager))
        (shelf(("best", t::shelf_best(l), Some("/best")), &common.best, Loading::Lazy))
        (shelf(("new", t::shelf_new(l), Some("/new")), &common.new, Loading::Lazy))
    })
}
