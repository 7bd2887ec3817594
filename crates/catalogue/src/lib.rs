//! The catalogue: books with their authors, genres, publishers, series, files and covers; the lists they stand in;
//! how they come in; their pages and their part of the API.
//!
//! [`Card`] is a book in a list, [`Book`] a whole one. Everything that enters goes through [`NewBook`], which keeps
//! the counts exact. Files lie in the media storage, one folder for each book (see [`sweep`]).

mod alphabet;
mod api;
mod author;
mod beside;
mod book;
mod byline;
mod card;
mod carts;
pub mod changes;
mod contents;
mod counts;
mod cover;
pub mod edit;
mod facts;
mod files;
mod genre;
pub mod hold;
pub mod import;
mod languages;
mod list;
mod marks;
pub mod matching;
pub mod media;
pub mod names;
mod new_book;
mod pages;
mod panels;
pub mod paths;
mod similar;
mod tally;
pub mod text;
mod text_enum;
pub mod upload;
pub mod wire;

i18n::messages!();

pub use alphabet::{Alphabet, Stretch};
pub use api::routes as api;
pub use author::{Author, Publisher, Series};
pub use book::{Book, Contributor, File, SeriesPlace};
pub use byline::Byline;
pub use card::{AuthorName, Card};
pub use carts::{Carts, CartsKeeper};
pub use contents::{Contents, EpubContents, PdfContents};
pub use cover::{Cover, Encoding, PictureError, picture};
pub use facts::{Format, PageCount, PageCountError, ReleaseDate, ReleaseDateError, Status};
pub use files::{CheckedFile, Resource, Stored};
pub use genre::{Genre, GenreName};
pub use list::{Filter, Part, Place, PriceFilter, Sort, WrongPlace};
pub use marks::{BookMarks, Marks, MarksKeeper, Reader, ReaderMarks};
pub use media::{SweepError, sweep};
pub use new_book::{GenreWord, NewBook, NewContributor, NewFile, NewResource};
pub use pages::{listing, root_routes as root, routes as pages, show};
pub use panels::{BookPanels, Panels};
pub use similar::{find_wanted as find_similar, want_all_similar};
pub use tally::{Comments, Histogram, Ratings, Sales};

/// What the catalogue does in the background.
pub fn jobs() -> jobs::Registry<web::App> {
    similar::jobs().merge(names::jobs())
}
