//! `/search/request`: the form that asks for a book. It stands below a search that found nothing, and comes back here
//! with what is wrong in it.

use axum::extract::State;
use axum::response::Response;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{AppBar, Button, ButtonKind, EnterKey, Field, FieldKind, Frame, Indexing};
use web::{App, Client, Error, FieldErrors, Form, Notice, Page, Query};

use super::{Asker, BookRequest, LONGEST};
use crate::{Search, t};

/// Where the form is sent, after the language.
pub(crate) const PATH: &str = "/search/request";

/// What the address may say: what was looked for.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Sought {
    #[serde(default)]
    q: String,
}

/// What the form sends.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Filled {
    #[serde(default)]
    text: String,
    #[serde(default)]
    email: String,
    #[serde(default)]
    next: String,
}

/// The form on a page of its own.
pub(crate) async fn show(page: Page, Query(sought): Query<Sought>) -> Response {
    let filled = Filled { text: sought.q, next: page.url("/search"), ..Filled::default() };
    render(&page, &filled, &FieldErrors::default())
}

/// Notes what is asked for, and leads back.
pub(crate) async fn send(
    page: Page,
    State(app): State<App>,
    search: Search,
    client: Client,
    Form(filled): Form<Filled>,
) -> web::Result<Response> {
    search.admit_request(client)?;
    let reader = page.reader().map(|me| me.user);
    let made = async {
        let asker = Asker::read(reader, &filled.email)?;
        BookRequest::make(&app.db, &filled.text, &asker, app.clock.now()).await
    };
    match made.await {
        Ok(()) => {}
        Err(Error::Invalid(errors)) => return Ok(web::to_correct(render(&page, &filled, &errors))),
        Err(error) => return Err(error),
    }
    let next = if web::is_own_path(&filled.next) { filled.next } else { page.url("/search") };
    Ok(page.done_at(&next, Notice::BookRequested))
}

fn render(page: &Page, filled: &Filled, errors: &FieldErrors) -> Response {
    let l = page.locale;
    let bar = AppBar::Sub { title: String::new(), back: page.url("/search"), actions: html! {} };
    let title = t::request_title(l);
    let frame =
        Frame { indexing: Indexing::Hidden, has_problems: !errors.is_empty(), bar, ..page.frame(title) };
    let body = html! {
        div.request { h1 { (title) } (fields(page, filled, errors)) }
    };
    page.render(&frame, &body)
}

/// The form below a search that found nothing.
pub(crate) fn form(page: &Page, text: &str, next: String) -> Markup {
    let filled = Filled { text: text.to_owned(), next, ..Filled::default() };
    html! {
        section.request aria-labelledby="request-title" {
            h2 #request-title { (t::request_title(page.locale)) }
            (fields(page, &filled, &FieldErrors::default()))
        }
    }
}

fn fields(page: &Page, filled: &Filled, errors: &FieldErrors) -> Markup {
    let l = page.locale;
    let said = |field: &str| errors.of(field).map(|error| error.message.text(l).into_owned());
    let (text_wrong, email_wrong) = (said("text"), said("email"));
    let action = page.url(PATH);
    let form =
        ui::Form { action: &action, csrf: page.csrf(), next: Some(&filled.next), ..ui::Form::default() };
    let body = html! {
        (ui::field(l, &Field {
            name: "text",
            id: Some("request-text"),
            label: t::request_text_label(l),
            value: &filled.text,
            error: text_wrong.as_deref(),
            most: u32::try_from(LONGEST).ok(),
            missing: Some(t::request_missing(l)),
            autocomplete: Some("off"),
            ..Field::default()
        }))
        @if page.reader().is_none() {
            (ui::field(l, &Field {
                kind: FieldKind::Email,
                name: "email",
                id: Some("request-email"),
                label: t::request_email_label(l),
                value: &filled.email,
                hint: Some(t::request_email_hint(l)),
                error: email_wrong.as_deref(),
                optional: true,
                enter_key: EnterKey::Send,
                ..Field::default()
            }))
        }
        (ui::button(&Button { label: t::request_send(l), kind: ButtonKind::Outline, ..Button::default() }, None))
    };
    html! { p.request__lead { (t::request_lead(l)) } (ui::form(&form, &body)) }
}
