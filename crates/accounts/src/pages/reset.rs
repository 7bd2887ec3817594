//! `/reset`: takes the code of the mail and a new password. The mail's link fills the code in; nothing happens before
//! the form is sent, so that a scanner of mails does not use the code up.

use axum::Extension;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{EnterKey, Field, FieldKind, Unlike};
use web::{App, Caching, Client, Form, Notice, Page, Query};

use super::form::Problems;
use super::paths;
use super::sign_form::SignForm;
use crate::email::Email;
use crate::reset::{self, NewPassword};
use crate::{Accounts, t};

#[derive(Debug, Default, Deserialize)]
pub(super) struct Filled {
    #[serde(default)]
    email: String,
    #[serde(default)]
    code: String,
    #[serde(default)]
    password: String,
}

/// Asks for code and password.
pub(super) async fn show(page: Page, Query(filled): Query<Filled>) -> Response {
    render(&page, &filled, &Problems::default())
}

/// Sets the password.
pub(super) async fn submit(
    page: Page,
    State(app): State<App>,
    Extension(accounts): Extension<Accounts>,
    client: Client,
    Form(filled): Form<Filled>,
) -> web::Result<Response> {
    let new = NewPassword { email: &filled.email, code: &filled.code, password: &filled.password };
    let done = match accounts.limits().code(client) {
        Ok(()) => reset::reset(&app, &accounts, new).await,
        Err(error) => Err(error),
    };
    match done {
        Ok(()) => Ok(page.done(paths::SIGN_IN, Notice::PasswordReset)),
        Err(error) => {
            let problems = Problems::of(page.locale, error, "code")?;
            Ok(problems.answer(render(&page, &filled, &problems)))
        }
    }
}

fn render(page: &Page, filled: &Filled, problems: &Problems) -> Response {
    let l = page.locale;
    let form = SignForm {
        window: t::reset_page(l),
        title: t::reset_title(l),
        lead: Some(lead(page, filled)),
        path: paths::RESET,
        next: None,
        fields: fields(page, filled, problems),
        button: t::reset_button(l),
        below: html! {},
        links: ui::sign_link(t::no_mail(l), t::ask_again(l), &page.url(paths::FORGOT)),
    };
    // The address holds a code.
    (Caching::NoStore, form.render(page, problems)).into_response()
}

/// Names the address that the code went to. Anybody can write something else into a link to this page.
fn lead(page: &Page, filled: &Filled) -> Markup {
    let l = page.locale;
    html! {
        @if let Ok(email) = Email::parse(&filled.email) { (t::reset_lead_sent(l, email.as_str())) }
        @else { (t::reset_lead(l)) }
    }
}

fn fields(page: &Page, filled: &Filled, problems: &Problems) -> Markup {
    let l = page.locale;
    let first = |empty: bool| empty && problems.is_empty();
    html! {
        (ui::field(l, &Field {
            kind: FieldKind::Email,
            name: "email",
            label: t::email_label(l),
            value: &filled.email,
            error: problems.get("email"),
            autofocus: first(filled.email.is_empty()),
            enter_key: EnterKey::Next,
            ..Field::default()
        }))
        (ui::field(l, &Field {
            kind: FieldKind::Code,
            name: "code",
            label: t::code_label(l),
            value: &filled.code,
            error: problems.get("code"),
            autofocus: first(!filled.email.is_empty() && filled.code.is_empty()),
            enter_key: EnterKey::Next,
            ..Field::default()
        }))
        (ui::field(l, &Field {
            kind: FieldKind::NewPassword,
            name: "password",
            label: t::new_password_label(l),
            error: problems.get("password"),
            autofocus: first(!filled.code.is_empty()),
            enter_key: EnterKey::Go,
            unlike: Unlike { fields: &["email"], words: &[] },
            ..Field::default()
        }))
    }
}
