//! `/admin/authors/new` and the like: a name is entered before a book stands under it.

use axum::Extension;
use axum::response::Response;
use catalogue::names::Kind;
use maud::html;
use web::admin::{Section, Shown};
use web::{Form, Notice, Page};

use super::form::{Filled, FormView};
use super::told::Told;
use super::{path, path_of};
use crate::books::act::Staff;
use crate::words::names as t;

/// `GET`
pub(super) async fn show(page: Page, Extension(kind): Extension<Kind>) -> Response {
    draw(&page, kind, &Filled::default(), &Told::default())
}

fn draw(page: &Page, kind: Kind, filled: &Filled, told: &Told) -> Response {
    let l = page.locale;
    let list = path(kind);
    let action = page.url(&format!("{list}/new"));
    let title = match kind {
        Kind::Author => t::new_author(l),
        Kind::Genre => t::new_genre(l),
        Kind::Publisher => t::new_publisher(l),
        Kind::Series => t::new_series(l),
    };
    let form = FormView { page, kind, filled, told, action: &action, deed: t::add(l) };
    let shown = Shown {
        title,
        heading: html! { (title) },
        parent: Some(&list),
        body: form.view(),
        ..Shown::new(Section::Names, l)
    };
    told.answer(page, shown)
}

/// `POST`
pub(super) async fn add(
    page: Page,
    staff: Staff,
    Extension(kind): Extension<Kind>,
    Form(filled): Form<Filled>,
) -> web::Result<Response> {
    match staff.add_name(kind, &filled.change(kind)).await {
        Ok(id) => Ok(page.done(&path_of(kind, id), Notice::NameSaved)),
        Err(error) => Ok(draw(&page, kind, &filled, &Told::of(page.locale, error)?)),
    }
}
