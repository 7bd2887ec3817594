//! `/forgot`: asks for the address that a code for a new password is sent to.

use axum::Extension;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use maud::html;
use serde::Deserialize;
use ui::{EnterKey, Field, FieldKind};
use web::{App, Client, FieldErrors, Form, Page};

use super::form::Problems;
use super::paths;
use super::sign_form::SignForm;
use crate::{Accounts, fields, reset, t};

#[derive(Debug, Default, Deserialize)]
pub(super) struct Filled {
    #[serde(default)]
    email: String,
}

/// Asks for the address.
pub(super) async fn show(page: Page) -> Response {
    render(&page, &Filled::default(), &Problems::default())
}

/// Wants the code sent and goes on to where it is filled in, whether or not anybody has the address.
pub(super) async fn submit(
    page: Page,
    State(app): State<App>,
    Extension(accounts): Extension<Accounts>,
    client: Client,
    Form(filled): Form<Filled>,
) -> web::Result<Response> {
    if let Err(error) = accounts.limits().mail(client) {
        let problems = Problems::of(page.locale, error, "email")?;
        return Ok(problems.answer(render(&page, &filled, &problems)));
    }
    let mut errors = FieldErrors::default();
    let Some(email) = fields::email(&mut errors, &filled.email) else {
        let problems = Problems::new(page.locale, &errors);
        return Ok(web::to_correct(render(&page, &filled, &problems)));
    };
    reset::ask(&app, &email, page.locale.tag()).await?;
    let address: String = form_urlencoded::byte_serialize(email.as_str().as_bytes()).collect();
    Ok(Redirect::to(&page.url(&format!("{}?email={address}", paths::RESET))).into_response())
}

fn render(page: &Page, filled: &Filled, problems: &Problems) -> Response {
    let l = page.locale;
    let fields = html! {
        (ui::field(l, &Field {
            kind: FieldKind::Email,
            name: "email",
            label: t::email_label(l),
            value: &filled.email,
            error: problems.get("email"),
            autofocus: problems.is_empty(),
            enter_key: EnterKey::Send,
            ..Field::default()
        }))
    };
    let form = SignForm {
        window: t::forgot_page(l),
        title: t::forgot_title(l),
        lead: Some(html! { (t::forgot_lead(l)) }),
        path: paths::FORGOT,
        next: None,
        fields,
        button: t::forgot_button(l),
        below: html! {},
        links: ui::sign_link("", t::back_to_sign_in(l), &page.url(paths::SIGN_IN)),
    };
    form.render(page, problems)
}
