//! Addresses after the language. They are a promise to bookmarks and search engines.

use kernel::{Id, Language, Slug};

use crate::{Author, Book, Publisher, Series};

/// A book's page.
pub fn book(id: Id<Book>, title: &str) -> String {
    format!("/book/{id}-{}", Slug::of(title).encoded())
}

/// A book's sample, in the reader.
pub fn sample(id: Id<Book>, title: &str) -> String {
    format!("{}/sample", book(id, title))
}

/// Where a form makes a book a favourite, or one no more.
pub fn favorite(id: Id<Book>) -> String {
    format!("/book/{id}/favorite")
}

/// Where a form keeps a book for later, or no more.
pub fn bookmark(id: Id<Book>) -> String {
    format!("/book/{id}/bookmark")
}

/// Where a form ticks a book off as read, or takes the tick away.
pub fn read_mark(id: Id<Book>) -> String {
    format!("/book/{id}/read")
}

/// Where a form says that a book is not to be recommended again, or that it may be.
pub fn dismissal(id: Id<Book>) -> String {
    format!("/book/{id}/dismissal")
}

/// Where a form puts a book into the cart, or takes it out.
pub fn cart_item(id: Id<Book>) -> String {
    format!("{}/items/{id}", web::CART)
}

/// Where a form puts a free book into the reader's library.
pub fn claim(id: Id<Book>) -> String {
    format!("/book/{id}/claim")
}

/// Where a form asks for a file of a book, to save it.
pub fn download(id: Id<Book>) -> String {
    format!("/book/{id}/download")
}

/// Where a form says that its reader has finished a book, or has not.
pub fn finished(id: Id<Book>) -> String {
    format!("/book/{id}/finished")
}

/// A book, open.
pub fn read(id: Id<Book>) -> String {
    format!("/read/{id}")
}

/// An author's page.
pub fn author(id: Id<Author>, name: &str) -> String {
    format!("/author/{id}-{}", Slug::of(name).encoded())
}

/// A publisher's page.
pub fn publisher(id: Id<Publisher>, name: &str) -> String {
    format!("/publisher/{id}-{}", Slug::of(name).encoded())
}

/// A series' page.
pub fn series(id: Id<Series>, name: &str) -> String {
    format!("/series/{id}-{}", Slug::of(name).encoded())
}

/// A genre's page.
pub fn genre(slug: &str) -> String {
    format!("/genre/{}", encode(slug))
}

/// The page of a language's books.
pub fn language(language: Language) -> String {
    format!("/language/{language}")
}

/// All genres, and the way to everything else.
pub const BROWSE: &str = "/browse";
/// All authors.
pub const AUTHORS: &str = "/authors";
/// All series.
pub const SERIES: &str = "/series";
/// All publishers.
pub const PUBLISHERS: &str = "/publishers";

fn encode(slug: &str) -> String {
    // A genre's word is a slug already; only letters beyond ASCII need their percent signs.
    Slug::of(slug).encoded()
}
