//! `/sign-up`

use axum::Extension;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use http::HeaderMap;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{EnterKey, Field, FieldKind, Theme, Unlike};
use web::{App, Client, Form, Notice, Page, Query, Wish};

use super::form::{self, Next, Problems};
use super::sign_form::SignForm;
use super::{paths, sign_in};
use crate::sign_up::{self, Application};
use crate::user::User;
use crate::{Accounts, profile, t};

#[derive(Debug, Default, Deserialize)]
pub(super) struct Filled {
    #[serde(default)]
    username: String,
    #[serde(default)]
    email: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    phone: String,
    #[serde(flatten)]
    next: Next,
}

/// Asks for what a new account needs.
pub(super) async fn show(page: Page, Query(next): Query<Next>) -> Response {
    if page.reader().is_some() {
        return Redirect::to(&next.or(&page, paths::ACCOUNT)).into_response();
    }
    render(&page, &Filled { next, ..Filled::default() }, &Problems::default())
}

/// Makes the account, signs in, and goes on to the genres.
pub(super) async fn submit(
    page: Page,
    State(app): State<App>,
    Extension(accounts): Extension<Accounts>,
    client: Client,
    headers: HeaderMap,
    Form(filled): Form<Filled>,
) -> web::Result<Response> {
    let application = Application {
        username: &filled.username,
        email: &filled.email,
        password: &filled.password,
        phone: &filled.phone,
        locale: page.locale,
    };
    let made = match accounts.limits().sign_up(client) {
        Ok(()) => sign_up::sign_up(&app, &accounts, application).await,
        Err(error) => Err(error),
    };
    let user = match made {
        Ok(user) => user,
        Err(error) => {
            let problems = Problems::of(page.locale, error, "username")?;
            return Ok(problems.answer(render(&page, &filled, &problems)));
        }
    };
    let user = with_colours(&app, user, page.theme).await?;
    let to = page.url(&filled.next.hand_on(paths::WELCOME));
    let answer = page.done_at(&to, Notice::SignedUp);
    let mut answer = sign_in::open(&app, &accounts, &user, (&headers, true, page.is_https()), answer).await?;
    if let Some(wish) = Wish::read(&headers, &page) {
        sign_in::carry_out(&app, &accounts, &user, wish).await;
        // That a code is on its way is what has to be said.
        page.wish_done(&mut answer, None);
    }
    Ok(answer)
}

/// The account keeps the colours that its owner looks at already.
async fn with_colours(app: &App, user: User, theme: Theme) -> web::Result<User> {
    let change = profile::Change { theme: Some(theme), ..profile::Change::default() };
    if theme == user.theme() { Ok(user) } else { profile::change(app, &user, change).await }
}

fn render(page: &Page, filled: &Filled, problems: &Problems) -> Response {
    let l = page.locale;
    let sign_in = page.url(&filled.next.hand_on(paths::SIGN_IN));
    let form = SignForm {
        window: t::sign_up_page(l),
        title: t::sign_up_title(l),
        lead: Some(html! { (t::sign_up_lead(l)) }),
        path: paths::SIGN_UP,
        next: Some(&filled.next),
        fields: fields(page, filled, problems),
        button: t::sign_up_button(l),
        below: html! {},
        links: ui::sign_link(t::sign_up_known(l), t::sign_in_link(l), &sign_in),
    };
    form.render(page, problems)
}

fn fields(page: &Page, filled: &Filled, problems: &Problems) -> Markup {
    let l = page.locale;
    html! {
        (ui::field(l, &Field { autofocus: problems.is_empty(), ..form::username(l, &filled.username, problems) }))
        (ui::field(l, &Field {
            kind: FieldKind::Email,
            name: "email",
            label: t::email_label(l),
            value: &filled.email,
            hint: Some(t::email_hint(l)),
            error: problems.get("email"),
            enter_key: EnterKey::Next,
            ..Field::default()
        }))
        (ui::field(l, &Field {
            kind: FieldKind::NewPassword,
            name: "password",
            label: t::password_label(l),
            error: problems.get("password"),
            enter_key: EnterKey::Next,
            unlike: Unlike { fields: &["username", "email"], words: &[] },
            ..Field::default()
        }))
        (ui::field(l, &Field { enter_key: EnterKey::Go, ..form::phone(l, &filled.phone, problems) }))
    }
}
