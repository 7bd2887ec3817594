//! `/admin/books/new`: a book that is entered by hand begins with its title.

use axum::response::{IntoResponse as _, Redirect, Response};
use catalogue::edit::Change;
use maud::html;
use serde::Deserialize;
use ui::{Button, EnterKey, Field};
use web::admin::{Section, Shown};
use web::{Form, Page};

use super::editor::Told;
use super::{BOOKS, NEW, Tab};
use crate::books::act::Staff;
use crate::words::books as t;

/// What was typed.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Begun {
    #[serde(default)]
    title: String,
}

/// `GET /admin/books/new`
pub(super) async fn show(page: Page) -> Response {
    draw(&page, "", &Told::default())
}

fn draw(page: &Page, title: &str, told: &Told) -> Response {
    let l = page.locale;
    let action = page.url(NEW);
    let form = ui::Form { action: &action, csrf: page.csrf(), ..ui::Form::default() };
    let field = Field {
        name: "title",
        label: t::field_title(l),
        value: title,
        error: told.at("title"),
        autofocus: !told.is_refusal(),
        enter_key: EnterKey::Done,
        most: Some(500),
        ..Field::default()
    };
    let body = html! {
        (told.view(l))
        (ui::form(&form, &html! {
            (ui::field(l, &field))
            (ui::button(&Button { label: t::new_begin(l), ..Button::default() }, None))
        }))
    };
    let shown = Shown {
        title: t::add_by_hand(l),
        heading: html! { (t::add_by_hand(l)) },
        lead: Some(t::new_lead(l)),
        parent: Some(BOOKS),
        body,
        ..Shown::new(Section::Books, l)
    };
    let (mut frame, view) = page.admin(shown);
    frame.has_problems = told.is_refusal();
    page.render(&frame, &view)
}

/// `POST /admin/books/new`: leads to the form of the new draft.
pub(super) async fn add(page: Page, staff: Staff, Form(begun): Form<Begun>) -> web::Result<Response> {
    let change = Change { title: Some(begun.title.clone()), ..Change::default() };
    match staff.add(&change).await {
        Ok(book) => Ok(Redirect::to(&page.url(&Tab::Metadata.path(book))).into_response()),
        Err(error) => {
            let told = Told::of(page.locale, error)?;
            Ok(web::to_correct(draw(&page, &begun.title, &told)))
        }
    }
}
