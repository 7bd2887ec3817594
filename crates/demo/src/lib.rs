//! The sample shop: books in Arabic, French, English and Japanese with invented titles, authors, publishers and
//! numbers, and the EPUB and PDF files that belong to them, made by the program from original text.
//!
//! A book is one file under `content/books`: its facts in TOML, then its hand-written chapters in a small Markdown.
//! A book that wants more chapters than were written gets them from [`compose`], which puts sentences of a hand-written
//! bank together by a fixed seed. Everything here is pure: no database, no clock, no chance, so the same book is the
//! same bytes every time.

mod bank;
mod book;
mod compose;
mod content;
mod cover;
mod epub;
mod error;
mod front;
mod inline;
mod letters;
mod manuscript;
mod markup;
mod pdf;
mod people;
mod picture;
mod random;
mod text;
mod typography;
mod words;

pub use book::{DemoBook, Formats, PageCount, SeriesPlace, books};
pub use epub::write_epub;
pub use error::Error;
pub use pdf::write_pdf;
pub use people::{
    DemoAuthor, DemoGenre, DemoPublisher, DemoSeries, Named, authors, genres, publishers, series,
};
