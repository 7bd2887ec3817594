//! The pages of books.

mod bulk;
mod cover;
mod editor;
mod form;
mod history;
mod list;
mod metadata;
mod new;
mod offer;
mod pin;
mod remove;
mod schedule;

pub(crate) use editor::tabs;
pub(crate) use list::status_badge;

use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use catalogue::Book;
use kernel::Id;
use web::{Capability, Routes};

use super::act::PICTURE_MOST;

/// All books, after the language.
pub(crate) const BOOKS: &str = "/admin/books";
/// A book is entered by hand.
const NEW: &str = "/admin/books/new";
/// Something is done to several.
const BULK: &str = "/admin/books/bulk";
/// Books are added with their files.
const ADD: &str = "/admin/books/add";
/// What surrounds a picture in a form, in bytes.
const AROUND: usize = 64 * 1024;

/// A page about a book.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tab {
    /// Its title, its people, what it is about.
    Metadata,
    /// What it costs, and whether it is in the shop.
    Offer,
    /// Its picture.
    Cover,
    /// Its files.
    Files,
    /// What was changed of it.
    History,
}

impl Tab {
    const ALL: [Self; 5] = [Self::Metadata, Self::Offer, Self::Cover, Self::Files, Self::History];

    /// Its path, after the language.
    pub(crate) fn path(self, book: Id<Book>) -> String {
        match self {
            Self::Metadata => format!("{BOOKS}/{book}"),
            Self::Offer => format!("{BOOKS}/{book}/offer"),
            Self::Cover => format!("{BOOKS}/{book}/cover"),
            Self::Files => format!("{BOOKS}/{book}/files"),
            Self::History => format!("{BOOKS}/{book}/history"),
        }
    }
}

/// The pages beside others, whose paths stand after the language.
pub(super) fn add_to(routes: Routes) -> Routes {
    let large = DefaultBodyLimit::max(PICTURE_MOST + AROUND);
    let to = |path: &str| format!("{BOOKS}/{{id}}{path}");
    let may = Capability::EditCatalogue;
    routes
        .needs(may, BOOKS, get(list::show))
        .needs(may, BULK, get(bulk::again).post(bulk::act))
        .needs(may, NEW, get(new::show).post(new::add))
        .needs(may, &to(""), get(metadata::show).post(metadata::save))
        .needs(may, &to("/typed"), post(metadata::keep))
        .needs(may, &to("/typed/throw"), post(metadata::throw))
        .needs(may, &to("/offer"), get(offer::show))
        .needs(may, &to("/price"), post(offer::price))
        .needs(may, &to("/status"), post(offer::status))
        .needs(may, &to("/schedule"), post(schedule::set))
        .needs(may, &to("/pin"), post(pin::pin))
        .needs(may, &to("/cover"), get(cover::show).post(cover::set).layer(large))
        .needs(may, &to("/cover/drawn"), post(cover::draw_again))
        .needs(may, &to("/history"), get(history::show))
        .needs(may, &to("/history/{change}/undo"), post(history::undo))
        .needs(may, &to("/remove"), get(remove::ask).post(remove::remove))
}
