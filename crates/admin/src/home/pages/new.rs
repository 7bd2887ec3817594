//! `/admin/home/add`: a shelf of the shop's own is begun with its titles and what it is made of.

use axum::extract::State;
use axum::response::Response;
use catalogue::Genre;
use discovery::curation::Change;
use maud::html;
use web::admin::{Section, Shown};
use web::{App, Form, Notice, Page};

use super::form::{Filled, FormView, Told};
use super::{HOME, NEW, path};
use crate::books::act::Staff;
use crate::home::act;
use crate::words::home as t;

/// `GET /admin/home/add`
pub(super) async fn show(page: Page, State(app): State<App>) -> web::Result<Response> {
    draw(&page, &app, &Filled::new_shelf(), &Told::default()).await
}

async fn draw(page: &Page, app: &App, filled: &Filled, told: &Told) -> web::Result<Response> {
    let l = page.locale;
    let genres = Genre::all(&app.db, l).await?;
    let action = page.url(NEW);
    let form =
        FormView { page, filled, told, genres: &genres, action: &action, is_own: true, save: t::begin(l) };
    let shown = Shown {
        title: t::add_shelf(l),
        heading: html! { (t::add_shelf(l)) },
        lead: Some(t::new_lead(l)),
        parent: Some(HOME),
        body: html! { (told.view(l)) (form.view()) },
        ..Shown::new(Section::Home, l)
    };
    let (mut frame, body) = page.admin(shown);
    frame.has_problems = told.has_problems();
    let answer = page.render(&frame, &body);
    Ok(if told.is_refusal() { web::to_correct(answer) } else { answer })
}

/// `POST /admin/home/add`: leads to the new shelf, where its books are chosen.
pub(super) async fn add(page: Page, staff: Staff, Form(filled): Form<Filled>) -> web::Result<Response> {
    let l = page.locale;
    let draft = match filled.draft(&staff.app, true).await? {
        Ok(draft) => draft,
        Err(errors) => return draw(&page, &staff.app, &filled, &Told::wrong(l, &errors)).await,
    };
    match act::change(&staff, None, &Change::Add(draft)).await {
        Ok(done) => {
            let made = done.made.map_or_else(|| HOME.to_owned(), |name| path(&name));
            Ok(page.done(&made, Notice::HomeSaved))
        }
        Err(error) => {
            let told = Told::of(l, error)?;
            draw(&page, &staff.app, &filled, &told).await
        }
    }
}
