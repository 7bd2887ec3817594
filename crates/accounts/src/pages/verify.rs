//! `/verify`: takes the code of the mail. The mail's link names the account and fills the code in; nothing happens
//! before the form is sent, so that a scanner of mails does not use the code up.
//!
//! The link alone verifies nothing: anybody could sign up with somebody else's address, and would own it as soon as
//! that person followed the link. Who is not signed in as the account that it names brings its password too, and no
//! code is tried before that is right.

use axum::Extension;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use http::HeaderMap;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, ButtonKind, EnterKey, Field, FieldKind, SignPage};
use web::{App, Caching, Client, Form, Notice, Page, Query, Secret, Signed, UserId};

use super::form::{Next, Problems};
use super::sign_form::{self, SignForm};
use super::{paths, security, sign_in};
use crate::sign_in::Refusal;
use crate::trial::{self, Attempt, Named};
use crate::user::User;
use crate::verification::{self, Verified};
use crate::{Accounts, t};

#[derive(Debug, Default, Deserialize)]
pub(super) struct Filled {
    /// The account that a mail's link names; the one that is signed in without it.
    #[serde(default)]
    account: Option<String>,
    #[serde(default)]
    code: String,
    /// Of the account that the link names, from who is not signed in as it.
    #[serde(default)]
    password: String,
    #[serde(flatten)]
    next: Next,
}

impl Filled {
    /// Whether it is about another account than the one that is signed in.
    fn is_foreign(&self, page: &Page) -> bool {
        self.account(page) != page.reader().map(|reader| reader.user)
    }

    /// Whose code it is to be.
    fn account(&self, page: &Page) -> Option<UserId> {
        let named = self.account.as_deref().and_then(|id| id.parse().ok());
        named.or_else(|| page.reader().map(|reader| reader.user))
    }
}

/// Asks for the code. Without an account to verify there is nothing to ask.
pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    Query(filled): Query<Filled>,
) -> web::Result<Response> {
    let reader = own(&app, &page).await?;
    if filled.account(&page).is_none() {
        let to = Next { next: Some(page.url(paths::VERIFY)) }.hand_on(paths::SIGN_IN);
        return Ok(Redirect::to(&page.url(&to)).into_response());
    }
    Ok(render(&page, &filled, &reader, &Problems::default()))
}

/// Who looks at the page.
#[derive(Default)]
struct Reader {
    /// The account that is signed in.
    user: Option<User>,
    /// The address that it has yet to show as its own.
    awaited: Option<String>,
}

async fn own(app: &App, page: &Page) -> web::Result<Reader> {
    let Some(reader) = page.reader() else { return Ok(Reader::default()) };
    let Some(user) = User::find(&app.db, reader.user).await? else { return Ok(Reader::default()) };
    let awaited = verification::awaited(&app.db, &user).await?;
    Ok(Reader { user: Some(user), awaited })
}

/// Uses the code up.
pub(super) async fn submit(
    page: Page,
    State(app): State<App>,
    Extension(accounts): Extension<Accounts>,
    client: Client,
    headers: HeaderMap,
    Form(filled): Form<Filled>,
) -> web::Result<Response> {
    let id = filled.account(&page).ok_or(web::Error::Unauthorized)?;
    let reader = own(&app, &page).await?;
    let outcome = if let Err(error) = accounts.limits().code(client) {
        Err(Refusal::Other(error))
    } else if filled.is_foreign(&page) {
        let device = Secret::Device.read(&headers, page.is_https());
        let attempt = Attempt { named: Named::Link(id), password: &filled.password, device, client };
        foreign(&app, &accounts, attempt, &filled.code).await
    } else {
        let user = reader.user.clone().ok_or(web::Error::Unauthorized)?;
        let verified = verification::verify(&app, &user, &filled.code).await;
        verified.map(|verified| (user, verified)).map_err(Refusal::Other)
    };
    match outcome {
        Ok((user, verified)) => {
            let answer = verified_page(&page, &filled, verified);
            // A mail is often read in a browser that is not one's own: nobody is remembered there.
            match reader.user {
                Some(_) => Ok(answer),
                None => {
                    sign_in::open(&app, &accounts, &user, (&headers, false, page.is_https()), answer).await
                }
            }
        }
        Err(refusal) => refused(&page, &filled, &reader, refusal),
    }
}

/// Verifies for somebody who is not signed in as the account: password first, then the code.
async fn foreign(
    app: &App,
    accounts: &Accounts,
    attempt: Attempt<'_>,
    code: &str,
) -> Result<(User, Verified), Refusal> {
    let user = trial::check(app, accounts, attempt).await?;
    match verification::verify(app, &user, code).await {
        Ok(verified) => Ok((user, verified)),
        // The link followed once more, by who has the password: what it is for is done.
        Err(web::Error::Invalid(_)) if verification::awaited(&app.db, &user).await?.is_none() => {
            Ok((user, Verified::Account))
        }
        // Nobody is told which of the two is wrong.
        Err(web::Error::Invalid(_)) => Err(Refusal::WrongPair),
        Err(error) => Err(Refusal::Other(error)),
    }
}

/// The form again, with what is wrong.
fn refused(page: &Page, filled: &Filled, reader: &Reader, refusal: Refusal) -> web::Result<Response> {
    let l = page.locale;
    let problems = match refusal {
        Refusal::WrongPair => Problems::one("code", t::code_or_password_wrong(l)),
        Refusal::Locked(time) => Problems::wait(l, "code", time),
        Refusal::Other(error) => Problems::of(l, error, "code")?,
    };
    Ok(problems.answer(render(page, filled, reader, &problems)))
}

fn verified_page(page: &Page, filled: &Filled, verified: Verified) -> Response {
    let notice = match verified {
        Verified::Account => Notice::Verified,
        Verified::NewAddress => Notice::EmailChanged,
    };
    page.done_at(&filled.next.or(page, "/"), notice)
}

/// Sends another code.
pub(super) async fn resend(
    page: Page,
    State(app): State<App>,
    Extension(accounts): Extension<Accounts>,
    Signed(me): Signed,
    client: Client,
) -> web::Result<Response> {
    let user = security::find(&app, &me).await?;
    if let Err(error) = accounts.limits().mail(client) {
        let problems = Problems::of(page.locale, error, "code")?;
        let again = render(&page, &Filled::default(), &own(&app, &page).await?, &problems);
        return Ok(problems.answer(again));
    }
    if verification::resend(&app, &user).await? {
        return Ok(page.done(paths::VERIFY, Notice::CodeSent));
    }
    // Somebody verified meanwhile, perhaps in another window: the page says so.
    Ok(Redirect::to(&page.url(paths::VERIFY)).into_response())
}

fn render(page: &Page, filled: &Filled, reader: &Reader, problems: &Problems) -> Response {
    let l = page.locale;
    let foreign = filled.is_foreign(page);
    if !foreign && reader.awaited.is_none() {
        return render_done(page);
    }
    // What can be said of the account: of one that is only named, nothing.
    let waiting = reader.awaited.as_ref().filter(|_| !foreign);
    let lead = match &reader.user {
        Some(user) if foreign => Some(html! { (t::verify_other(l, &user.username)) }),
        _ => waiting.map(|email| html! { (t::verify_lead(l, email)) }),
    };
    let form = SignForm {
        window: t::verify_page(l),
        title: t::verify_title(l),
        lead,
        path: paths::VERIFY,
        next: Some(&filled.next),
        fields: fields(page, filled, problems),
        button: t::verify_button(l),
        below: html! { @if waiting.is_some() { (again(page)) } },
        links: html! {
            @if waiting.is_some() {
                (ui::sign_link(t::wrong_address(l), t::change_address(l), &page.url(paths::SECURITY)))
            }
            (ui::sign_link("", t::later(l), &page.url("/")))
        },
    };
    // The address holds a code.
    (Caching::NoStore, form.render(page, problems)).into_response()
}

/// For who comes once more: there is nothing to ask.
fn render_done(page: &Page) -> Response {
    let l = page.locale;
    let view = SignPage {
        title: t::verify_done_title(l),
        lead: None,
        body: html! { p { (t::verify_done(l)) } },
        links: ui::sign_link("", t::to_shop(l), &page.url("/")),
    };
    let response = sign_form::render(page, t::verify_page(l), &view, &Problems::default());
    (Caching::NoStore, response).into_response()
}

fn fields(page: &Page, filled: &Filled, problems: &Problems) -> Markup {
    let l = page.locale;
    let (foreign, has_code) = (filled.is_foreign(page), !filled.code.is_empty());
    html! {
        @if let Some(account) = &filled.account { input type="hidden" name="account" value=(account); }
        (ui::field(l, &Field {
            kind: FieldKind::Code,
            name: "code",
            label: t::code_label(l),
            value: &filled.code,
            hint: Some(t::code_hint(l)),
            error: problems.get("code"),
            autofocus: problems.is_empty() && !(foreign && has_code),
            enter_key: if foreign { EnterKey::Next } else { EnterKey::Go },
            ..Field::default()
        }))
        @if foreign {
            (ui::field(l, &Field {
                kind: FieldKind::CurrentPassword,
                name: "password",
                label: t::password_label(l),
                hint: page.reader().is_none().then(|| t::verify_password_hint(l)),
                autofocus: problems.is_empty() && has_code,
                enter_key: EnterKey::Go,
                ..Field::default()
            }))
        }
    }
}

/// The way to another code, for whoever waits for the mail.
fn again(page: &Page) -> Markup {
    let send = Button { label: t::code_again(page.locale), kind: ButtonKind::Outline, ..Button::default() };
    let form = ui::Form { action: &page.url(paths::RESEND), csrf: page.csrf(), ..ui::Form::default() };
    ui::form(&form, &ui::button(&send, None))
}
