//! `/admin/books/add`: where files are dropped, and what came in; each draft can be given its title and its price and put into
//! the shop from there. And the page of one book's files.

mod add;
mod came;
mod drop;
mod files;
mod publish;
mod sample;

use axum::extract::DefaultBodyLimit;
use axum::response::Redirect;
use axum::routing::{get, post};
use catalogue::Book;
use kernel::Id;
use web::{Capability, Page, Path, Routes};

/// Where books are added, after the language.
pub(crate) const ADD: &str = "/admin/books/add";

/// Adds the pages. What may be sent is bounded as it comes in, by what kind of file it is.
pub(crate) fn add_to(routes: Routes) -> Routes {
    let editors = Capability::EditCatalogue;
    routes
        .needs(editors, ADD, get(add::show).post(add::send).layer(DefaultBodyLimit::disable()))
        .needs(editors, "/admin/books/add/{upload}", post(publish::publish))
        .needs(editors, "/admin/books/add/{upload}/dismiss", post(add::dismiss))
        .needs(editors, "/admin/books/{id}/files", get(files::show))
        .needs(
            editors,
            "/admin/books/{id}/files/{format}",
            post(files::send).layer(DefaultBodyLimit::disable()),
        )
        // Whoever comes back to where the form went finds the page that it stands on.
        .needs(
            editors,
            "/admin/books/{id}/files/{format}/sample",
            get(async |page: Page, Path((id, _)): Path<(Id<Book>, String)>| {
                Redirect::to(&page.url(&files::path(id)))
            })
            .post(sample::set),
        )
        .needs(editors, "/admin/books/{id}/files/{format}/remove", get(files::confirm).post(files::remove))
}
