//! `/forgot`: asks for the address that a code for a new password is sent to.

use axum::Extension;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use maud::html;
use serde::Deserialize;
use ui::{Button, EnterKey, Field, FieldKind, SignPage};
use web::{App, Client, FieldErrors, Form, Page};

use super::form::{Problems, sign_frame};
use super::paths;
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
    accounts.limits().mail(client)?;
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
        (ui::button(&Button { label: t::forgot_button(l), ..Button::default() }, None))
    };
    let form = ui::Form { action: &page.url(paths::FORGOT), csrf: page.csrf(), ..ui::Form::default() };
    let view = ui::sign_page(&SignPage {
        title: t::forgot_title(l),
        lead: Some(html! { (t::forgot_lead(l)) }),
        body: html! { (problems.summary(l)) (ui::form(&form, &fields)) },
        links: ui::sign_link("", t::back_to_sign_in(l), &page.url(paths::SIGN_IN)),
    });
    page.render(&sign_frame(page, t::forgot_page(l), problems), &view)
}
