//! `/sign-in`

use axum::Extension;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use http::{HeaderMap, header};
use i18n::Locale;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Checkbox, EnterKey, Field, FieldKind};
use web::{App, Client, Form, Notice, Page, Query, Secret, Wish};

use super::form::{Next, Problems};
use super::paths;
use super::sign_form::SignForm;
use crate::session::{Kind, REMEMBERED};
use crate::sign_in::{self, Opening, Refusal};
use crate::trial::{self, Attempt, Named};
use crate::user::User;
use crate::{Accounts, device, t};

#[derive(Debug, Default, Deserialize)]
pub(super) struct Filled {
    #[serde(default)]
    login: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    remember: Option<String>,
    #[serde(flatten)]
    next: Next,
}

/// Asks for login and password; who is signed in already goes on.
pub(super) async fn show(page: Page, Query(next): Query<Next>) -> Response {
    if page.reader().is_some() {
        return Redirect::to(&next.or(&page, paths::ACCOUNT)).into_response();
    }
    let filled = Filled { remember: Some("on".to_owned()), next, ..Filled::default() };
    render(&page, &filled, &Problems::default())
}

/// Signs in.
pub(super) async fn submit(
    page: Page,
    State(app): State<App>,
    Extension(accounts): Extension<Accounts>,
    client: Client,
    headers: HeaderMap,
    Form(filled): Form<Filled>,
) -> web::Result<Response> {
    let l = page.locale;
    let missing = missing(l, &filled);
    if !missing.is_empty() {
        return Ok(web::to_correct(render(&page, &filled, &missing)));
    }
    let https = page.is_https();
    let device = Secret::Device.read(&headers, https);
    let attempt = Attempt { named: Named::Login(&filled.login), password: &filled.password, device, client };
    let user = match trial::check(&app, &accounts, attempt).await {
        Ok(user) => user,
        Err(Refusal::WrongPair) => {
            let problems = Problems::one("login", t::wrong_pair(l));
            return Ok(web::to_correct(render(&page, &filled, &problems)));
        }
        Err(Refusal::Locked(time) | Refusal::Other(web::Error::TooMany { retry_after: time })) => {
            let problems = Problems::wait(l, "login", time);
            return Ok(problems.answer(render(&page, &filled, &problems)));
        }
        // The account is closed, which who knows its password is told.
        Err(Refusal::Other(web::Error::Refused(reason))) => {
            let problems = Problems::one("login", reason.message.text(l).into_owned());
            return Ok(web::told(&web::Error::Refused(reason), render(&page, &filled, &problems)));
        }
        Err(Refusal::Other(error)) => return Err(error),
    };
    let remembered = filled.remember.is_some();
    let to = Redirect::to(&filled.next.or(&page, "/")).into_response();
    let mut answer = open(&app, &accounts, &user, (&headers, remembered, https), to).await?;
    if let Some(wish) = Wish::read(&headers, &page) {
        let done = carry_out(&app, &accounts, &user, wish).await;
        page.wish_done(&mut answer, done);
    }
    Ok(answer)
}

/// Does what somebody asked for before they signed in; see [`Wish`].
pub(super) async fn carry_out(app: &App, accounts: &Accounts, user: &User, wish: Wish) -> Option<Notice> {
    let carry_out = accounts.extras().wish?;
    carry_out(app.clone(), user.id, wish).await
}

/// Opens a session of the browser and sets its cookies on an answer.
pub(super) async fn open(
    app: &App,
    accounts: &Accounts,
    user: &User,
    (headers, remembered, https): (&HeaderMap, bool, bool),
    mut answer: Response,
) -> web::Result<Response> {
    let user_agent = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok());
    let opening = Opening {
        kind: Kind::Web { remembered },
        user_agent: user_agent.unwrap_or_default(),
        device: Secret::Device.read(headers, https),
        replaces: Secret::Session.read(headers, https),
    };
    let signed_in = sign_in::open(app, user, opening).await?;
    let seconds = |whole: i64| u32::try_from(whole).unwrap_or(u32::MAX);
    let age = remembered.then_some(seconds(REMEMBERED));
    let cookies = [
        Secret::Session.keep(&signed_in.secret, age, https),
        Secret::Device.keep(&signed_in.device, Some(seconds(device::KNOWN)), https),
        web::remember_theme(user.theme(), https),
    ];
    let others = accounts.signed_in(app, user.id, headers).await;
    for cookie in cookies.into_iter().chain(others) {
        answer.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(answer)
}

fn missing(l: Locale, filled: &Filled) -> Problems {
    let mut errors = web::FieldErrors::default();
    if filled.login.trim().is_empty() {
        errors.add("login", "missing", t::login_missing);
    }
    if filled.password.is_empty() {
        errors.add("password", "missing", t::password_missing);
    }
    Problems::new(l, &errors)
}

fn render(page: &Page, filled: &Filled, problems: &Problems) -> Response {
    let l = page.locale;
    let sign_up = page.url(&filled.next.hand_on(paths::SIGN_UP));
    let form = SignForm {
        window: t::sign_in_page(l),
        title: t::sign_in_title(l),
        lead: None,
        path: paths::SIGN_IN,
        next: Some(&filled.next),
        fields: fields(page, filled, problems),
        button: t::sign_in_button(l),
        below: html! {},
        links: ui::sign_link(t::sign_in_new_here(l), t::sign_up_link(l), &sign_up),
    };
    form.render(page, problems)
}

fn fields(page: &Page, filled: &Filled, problems: &Problems) -> Markup {
    let l = page.locale;
    html! {
        (ui::field(l, &Field {
            kind: FieldKind::Login,
            name: "login",
            label: t::login_label(l),
            value: &filled.login,
            error: problems.get("login"),
            autofocus: problems.is_empty(),
            enter_key: EnterKey::Next,
            ..Field::default()
        }))
        (ui::field(l, &Field {
            kind: FieldKind::CurrentPassword,
            name: "password",
            label: t::password_label(l),
            error: problems.get("password"),
            enter_key: EnterKey::Go,
            ..Field::default()
        }))
        p.sign__aside { a href=(page.url(paths::FORGOT)) { (t::forgot_link(l)) } }
        (ui::checkbox(l, &Checkbox {
            name: "remember",
            label: t::remember_label(l),
            checked: filled.remember.is_some(),
            ..Checkbox::default()
        }))
    }
}
