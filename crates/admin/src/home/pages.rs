//! The pages of the front page's arrangement.

mod books;
mod form;
mod history;
mod list;
mod new;
mod preview;
mod remove;
mod shelf;

use axum::response::Redirect;
use axum::routing::get;
use catalogue::Book;
use catalogue::edit::{self, DeskFilter, DeskPart, DeskRow, DeskSort, Order};
use discovery::curation::{Kind, Shelf};
use i18n::Locale;
use kernel::Id;
use web::{App, Capability, Page, Path, Routes};

/// The page, after the language.
const HOME: &str = "/admin/home";
/// A shelf of the shop's own is begun. Not below the shelves: one of them is called `new`.
const NEW: &str = "/admin/home/add";
/// The front page as it will be.
const PREVIEW: &str = "/admin/home/preview";

/// The page of a shelf, after the language.
pub(crate) fn path(shelf: &str) -> String {
    let name: String = form_urlencoded::byte_serialize(shelf.as_bytes()).collect();
    format!("{HOME}/shelves/{name}")
}

/// The pages.
pub(super) fn routes() -> Routes {
    let may = Capability::EditCatalogue;
    // Where forms go that stand on another page.
    let part_of_page = || get(async |page: Page| Redirect::to(&page.url(HOME)));
    let part_of_shelf =
        || get(async |page: Page, Path(name): Path<String>| Redirect::to(&page.url(&path(&name))));
    Routes::new()
        .needs(may, HOME, get(list::show).post(list::arrange))
        .needs(may, PREVIEW, get(preview::show))
        .needs(may, "/admin/home/changes/{version}/undo", part_of_page().post(history::put_back))
        .needs(may, NEW, get(new::show).post(new::add))
        .needs(may, "/admin/home/shelves/{name}", get(shelf::show).post(shelf::save))
        .needs(may, "/admin/home/shelves/{name}/books", part_of_shelf().post(books::arrange))
        .needs(may, "/admin/home/shelves/{name}/remove", get(remove::ask).post(remove::remove))
}

/// What a shelf is called.
pub(crate) fn label(l: Locale, shelf: &Shelf) -> &str {
    if shelf.kind == Kind::Own { shelf.title(l) } else { shelf.kind.label(l) }
}

/// Books by their keys, as lists show them.
pub(super) async fn rows(app: &App, books: Vec<Id<Book>>) -> web::Result<Vec<DeskRow>> {
    if books.is_empty() {
        return Ok(Vec::new());
    }
    let rows = i64::try_from(books.len()).unwrap_or(i64::MAX);
    let filter = DeskFilter { found: Some(books), ..DeskFilter::default() };
    let part =
        DeskPart { filter: &filter, sort: DeskSort::Title, order: Order::Ascending, after: None, rows };
    Ok(edit::list(&app.db, part).await?.unwrap_or_default())
}
