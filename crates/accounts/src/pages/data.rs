//! `/account/data` and `/account/delete`: what is kept of one, and the end of it.

use axum::Extension;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, header};
use maud::html;
use serde::Deserialize;
use ui::{Confirm, EnterKey, Field, FieldKind};
use web::{App, Caching, Form, Notice, Page, Secret, Signed};

use super::form::{Problems, account_frame, account_page};
use super::{paths, security};
use crate::user::User;
use crate::{Accounts, removal, t};

/// Where the file with all of it is.
const EXPORT: &str = "/api/v1/me/export";

/// What is kept, the way to take it along, and the way to delete it.
pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    Extension(accounts): Extension<Accounts>,
    Signed(me): Signed,
) -> web::Result<Response> {
    let l = page.locale;
    let user = security::find(&app, &me).await?;
    let since = i18n::date(l, user.created_at);
    let body = html! {
        (ui::settings_section("kept", t::kept_section(l), Some(&t::kept_since(l, &since)), &html! {
            ul.list {
                li { (t::kept_profile(l)) }
                li { (t::kept_sessions(l)) }
                li { (t::kept_genres(l)) }
                @for kept in accounts.extras().kept { li { (kept(l)) } }
            }
        }))
        (ui::settings_section("export", t::export_section(l), Some(t::export_lead(l)), &html! {
            a.button.button--outline href=(EXPORT) download="warraq.json" data-ink { (t::export_link(l)) }
        }))
        (ui::settings_section("delete", t::delete_section(l), Some(t::delete_lead(l)),
            &ui::confirm_link(t::delete_link(l), &page.url(paths::DELETE), None)))
    };
    let view = account_page(&page, t::row_data(l), None, &body);
    Ok(page.render(&account_frame(&page, t::row_data(l), &Problems::default()), &view))
}

/// Asks once more, and for the password.
pub(super) async fn confirm(page: Page, State(app): State<App>, Signed(me): Signed) -> web::Result<Response> {
    let user = security::find(&app, &me).await?;
    Ok(render(&page, &user, &Problems::default()))
}

#[derive(Debug, Default, Deserialize)]
pub(super) struct Filled {
    #[serde(default)]
    password: String,
}

/// Deletes the account.
pub(super) async fn delete(
    page: Page,
    State(app): State<App>,
    Extension(accounts): Extension<Accounts>,
    Signed(me): Signed,
    Form(filled): Form<Filled>,
) -> web::Result<Response> {
    let user = security::find(&app, &me).await?;
    if let Err(error) = removal::delete(&app, &accounts, &user, &filled.password).await {
        let problems = security::mendable(page.locale, error, "password")?;
        return Ok(problems.answer(render(&page, &user, &problems)));
    }
    let mut answer = page.done("/", Notice::AccountDeleted);
    for secret in [Secret::Session, Secret::Device] {
        answer.headers_mut().append(header::SET_COOKIE, secret.forget(page.is_https()));
    }
    answer.headers_mut().insert("clear-site-data", HeaderValue::from_static("\"cache\", \"storage\""));
    Ok(answer)
}

fn render(page: &Page, user: &User, problems: &Problems) -> Response {
    let l = page.locale;
    let (action, cancel) = (page.url(paths::DELETE), page.url(paths::DATA));
    let view = html! {
        (problems.summary(l))
        (ui::confirm_page(l, &Confirm {
            title: &t::delete_title(l, user.shown_name()),
            body: html! { p { (t::delete_what(l)) } p { (t::delete_kept(l)) } },
            form: ui::Form { action: &action, csrf: page.csrf(), ..ui::Form::default() },
            fields: html! {
                (ui::username_for_managers(&user.username))
                (ui::field(l, &Field {
                    kind: FieldKind::CurrentPassword,
                    name: "password",
                    label: t::password_label(l),
                    error: problems.get("password"),
                    autofocus: problems.is_empty(),
                    enter_key: EnterKey::Done,
                    ..Field::default()
                }))
            },
            deed: t::delete_button(l),
            cancel: &cancel,
        }))
    };
    let response = page.render(&account_frame(page, t::delete_section(l), problems), &view);
    (Caching::NoStore, response).into_response()
}
