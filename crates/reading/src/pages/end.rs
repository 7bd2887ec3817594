//! What stands behind the last page: of the book what its reader may do with it now, of the sample the way to the rest.

use catalogue::{Book, BookMarks, Card, Marks, Reader, SeriesPlace, paths, show};
use kernel::{Currency, Id};
use serde_json::{Value, json};
use ui::Offer;
use web::{App, Page};

use crate::{Access, access::Opened, t};

/// The end of a book, for who reads it.
pub(super) struct End {
    own: Currency,
    marks: Marks,
    next: Option<Card>,
}

impl End {
    /// Asks for what follows in the series, where all of the book may be read, and for what the reader has done with both.
    pub(super) async fn read(app: &App, opened: &Opened, reader: &Reader) -> db::Result<Self> {
        let book = &opened.book;
        let next = match (&book.series, opened.access) {
            (Some(SeriesPlace { id, number: Some(number), .. }), Access::Owner) => {
                Card::next_in_series(&app.db, *id, (*number, book.id)).await?
            }
            _ => None,
        };
        let marks = reader.marks_of_page(book.id, next.iter().map(|next| next.id)).await?;
        Ok(Self { own: app.settings.currency, marks, next })
    }

    /// For the reader's script.
    pub(super) fn data(&self, page: &Page, book: &Book) -> Value {
        let mine: BookMarks = self.marks.of(book.id);
        let about = page.url(&paths::book(book.id, &book.title));
        json!({
            "my_rating": mine.rating,
            "comment_url": page.reader().is_some().then(|| format!("{about}#comments")),
            "share_url": page.absolute(&about),
            "cart_url": page.url(web::CART),
            "next": self.next.as_ref().map(|next| self.next(page, next)),
        })
    }

    fn next(&self, page: &Page, next: &Card) -> Value {
        let l = page.locale;
        let mine = self.marks.of(next.id);
        let offer = show::offer(self.own, next.price, &next.formats);
        let may_read = mine.is_owned || matches!(offer, Offer::Free);
        let words = match offer {
            _ if mine.is_owned => t::end_owned(l).to_owned(),
            Offer::Price(price) => i18n::price(l, price),
            Offer::Free => t::end_free(l).to_owned(),
            Offer::NotYetAvailable | Offer::NotForSale => String::new(),
        };
        let authors: Vec<&str> = next.authors.iter().map(|author| author.name.as_str()).collect();
        json!({
            "title": next.title,
            "language": next.language,
            "authors": authors,
            "number": next.series_number.map(|number| show::series_number(l, number)),
            "url": page.url(&paths::book(next.id, &next.title)),
            "cover": format!("{}small.jpg", next.cover.folder()),
            "offer": words,
            "read": may_read.then(|| page.url(&paths::read(next.id))),
            "cart": self.cart(next.id, offer),
        })
    }

    /// Whether a book can be put into the cart, and whether it is there.
    pub(super) fn cart(&self, book: Id<Book>, offer: Offer) -> Option<Value> {
        let is_sold = matches!(offer, Offer::Price(_)) && !self.marks.of(book).is_owned;
        let in_cart = self.marks.in_cart(book).filter(|_| is_sold)?;
        Some(json!({ "book": book, "in_cart": in_cart }))
    }
}
